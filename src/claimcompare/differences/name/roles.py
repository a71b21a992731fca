"""Who does it, and to whom; what is where: two names that have changed places."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import are_as_real
from claimcompare.differences.shared.syntax.negators import is_negated
from claimcompare.differences.shared.syntax.phrases import agent_of, clause_end, is_passive, object_of, subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb, verbs_of
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_COPY: float = lexicons.parameters("differences")["names"]["copy"]
_ANCHOR_REACH: int = lexicons.parameters("differences")["names"]["anchor_reach"]
_Statement = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


@frozen
class _Deed:
    """A verb, the heads of who does it and of whom it is done to, what leads to these, and all words of both."""

    verb: int
    doer: int
    done_to: int
    led_by: str
    place: range


def exchanged(pair: Pair) -> Iterator[Point]:
    """The points at which two names have changed places: "Osland beat Norvik" and "Norvik beat Osland"."""
    if pair.likeness < _COPY or any(_goes_both_ways(version) for version in pair.versions):
        return
    lefts, rights = (_statements(version) for version in pair.versions)
    found = [
        (here, rights[other, between, one])
        for (one, between, other), here in lefts.items()
        if (other, between, one) in rights
        and (other, between, one) not in lefts
        and (one, between, other) not in rights
    ]
    for here, there in found or [*_told_of_the_other(pair), *_done_the_other_way(pair)]:
        yield point("name", "conflict", pair.marks(here, there))


def _statements(version: Version) -> dict[_Statement, range]:
    """For each two names and the words between them, which may say what one does to the other, their tokens."""
    places = [place for one in version.features.names if (place := version.indexes(one.span))]
    found = {}
    for one, other in combinations(places, 2):
        between = range(one.stop, other.start)
        words = version.forms[between.start : between.stop]
        if words and lexicons.words("mutual_words").isdisjoint(words) and not any(version.gaps[one.stop : other.stop]):
            found[_forms(version, one), words, _forms(version, other)] = range(one.start, other.stop)
    return found


def _told_of_the_other(pair: Pair) -> Iterator[tuple[range, range]]:
    """Where what is told of two names is told the other way round: "12 people in Tarn and 4 in Osland"."""
    lefts, rights = (_anchors(version) for version in pair.versions)
    for (one, (here, at)), (other, (there, behind)) in combinations(lefts.items(), 2):
        if one not in rights or other not in rights:
            continue
        swapped = (rights[other][1] in pair.partner(0, at), rights[one][1] in pair.partner(0, behind))
        if all(swapped) and at != behind and rights[one][1] != rights[other][1]:
            yield _whole(here, there), _whole(rights[one][0], rights[other][0])


def _whole(one: range, other: range) -> range:
    """From the first word of both to the last."""
    return range(min(one.start, other.start), max(one.stop, other.stop))


def _done_the_other_way(pair: Pair) -> Iterator[tuple[range, range]]:
    """Where one does to another what the other does to the one: "Osland sued Norvik", "Osland was sued by Norvik"."""
    lefts, rights = (_deeds(version) for version in pair.versions)
    for one, other in product(lefts, rights):
        also = any(corresponds(pair, one.doer, more.doer) for more in rights if more is not other)
        if not also and _are_turned_round(pair, one, other):
            yield one.place, other.place


def _are_turned_round(pair: Pair, one: _Deed, other: _Deed) -> bool:
    """Whether one act is told, as real, of two who have changed places."""
    if not (corresponds(pair, one.verb, other.verb) and one.led_by == other.led_by):
        return False
    if not (corresponds(pair, one.doer, other.done_to) and corresponds(pair, one.done_to, other.doer)):
        return False
    denied = is_negated(pair.versions[0], one.verb), is_negated(pair.versions[1], other.verb)
    return denied[0] == denied[1] and are_as_real(pair, one.verb, other.verb)


@lru_cache(maxsize=KEPT)
def _deeds(version: Version) -> tuple[_Deed, ...]:
    """What somebody does to somebody else by the verbs of a version; what is said is done to nobody: "said Ann Doe"."""
    verbs = (verb for verb in sorted(verbs_of(version)) if version.forms[verb] not in lexicons.words("plain_sayings"))
    return tuple(found for verb in verbs for found in _deeds_of(version, verb))


def _deeds_of(version: Version, verb: int) -> Iterator[_Deed]:
    """Who does to whom what a verb tells, and to or against whom; not where each does it to the other: "met"."""
    subject, agent = subject_of(version, verb), agent_of(version, verb + 1)
    doer, done_to = (agent, subject) if is_passive(version, verb) else (subject, object_of(version, verb + 1))
    for led_by, other in [("", done_to), *_led_to(version, verb)]:
        if doer is None or other is None or doer.is_pronoun or other.is_pronoun:
            continue
        place = range(min(doer.place.start, other.place.start), max(doer.place.stop, other.place.stop))
        if lexicons.words("mutual_words").isdisjoint(version.forms[place.start : place.stop]):
            yield _Deed(verb, doer.head, other.head, led_by, place)


def _led_to(version: Version, verb: int) -> Iterator[tuple[str, NounPhrase | None]]:
    """Whom a "to", an "against" or the like behind a verb leads to: "sold the mill to Norvik"."""
    for at in range(verb + 1, clause_end(version, verb) - 1):
        if version.forms[at] in lexicons.words("target_prepositions"):
            yield version.forms[at], object_of(version, at + 1)


def _anchors(version: Version) -> dict[tuple[str, ...], tuple[range, int]]:
    """For each name behind a preposition its tokens, and the number or verb before that it says where of."""
    found: dict[tuple[str, ...], tuple[range, int]] = {}
    for one in version.features.names:
        place = version.indexes(one.span)
        if not place or version.form(place.start - 1) not in lexicons.words("place_prepositions"):
            continue
        told = _anchor(version, range(max(0, place.start - 1 - _ANCHOR_REACH), place.start - 1))
        if told is not None and not any(version.gaps[told + 1 : place.stop]):
            found[_forms(version, place)] = (place, told)
    return found


def _anchor(version: Version, before: range) -> int | None:
    """The first word of the last number among these, or else the last of them where it is a verb."""
    number = next((at for at in reversed(before) if at in version.numbered), None)
    if number is None:
        word = next((at for at in reversed(before) if version.content[at]), None)
        return word if word is not None and is_verb(version, word) else None
    while number - 1 in version.numbered and not version.gaps[number]:
        number -= 1
    return number


def _goes_both_ways(version: Version) -> bool:
    """Whether a version tells of a way back, or of what leads both ways: "the return flight", "the road from Tarn"."""
    ways = lexicons.words("ways")
    leads = any(one in ways and other == "from" for one, other in pairwise(version.forms))
    return leads or not lexicons.words("return_words").isdisjoint(version.forms)


def _forms(version: Version, place: range) -> tuple[str, ...]:
    return version.forms[place.start : place.stop]
