"""Who does it, and to whom; what is where: two names that have changed places."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.acts import is_verb
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_COPY: float = lexicons.parameters("differences")["names"]["copy"]
_ANCHOR_REACH: int = lexicons.parameters("differences")["names"]["anchor_reach"]
_Statement = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def exchanged(pair: Pair) -> Iterator[Point]:
    """The points at which two names have changed places: "Osland beat Norvik" and "Norvik beat Osland"."""
    if pair.likeness < _COPY or any(_goes_both_ways(version) for version in pair.read):
        return
    lefts, rights = (_statements(version) for version in pair.read)
    found = [
        (here, rights[other, between, one])
        for (one, between, other), here in lefts.items()
        if (other, between, one) in rights
        and (other, between, one) not in lefts
        and (one, between, other) not in rights
    ]
    for here, there in found or _told_of_the_other(pair):
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
    lefts, rights = (_anchors(version) for version in pair.read)
    for (one, (here, at)), (other, (there, behind)) in combinations(lefts.items(), 2):
        if one not in rights or other not in rights:
            continue
        swapped = (rights[other][1] in pair.partner(0, at), rights[one][1] in pair.partner(0, behind))
        if all(swapped) and at != behind and rights[one][1] != rights[other][1]:
            yield _whole(here, there), _whole(rights[one][0], rights[other][0])


def _whole(one: range, other: range) -> range:
    """From the first word of both to the last."""
    return range(min(one.start, other.start), max(one.stop, other.stop))


def _anchors(version: Version) -> dict[tuple[str, ...], tuple[range, int]]:
    """For each name behind a preposition its tokens, and the number or verb before that it says where of."""
    found: dict[tuple[str, ...], tuple[range, int]] = {}
    for one in version.features.names:
        place = version.indexes(one.span)
        if not place or version.forms[place.start - 1] not in lexicons.words("place_prepositions"):
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
