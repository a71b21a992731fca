"""Opposite words at the same point of two versions: accepted and rejected, safe and unsafe."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.negation.denials import denials
from claimcompare.differences.negation.ended import is_ended
from claimcompare.differences.negation.outcomes import are_of_other_things, outcomes
from claimcompare.differences.negation.parts import is_by_a_part
from claimcompare.differences.negation.stances import stances
from claimcompare.differences.negation.tolls import tolls
from claimcompare.differences.shared.families import labelled, opposed_families
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import substitutions
from claimcompare.differences.shared.same.apart import are_done_by_two, are_of_one_thing, verbs_apart
from claimcompare.differences.shared.same.converses import say_the_same, tell_one_act
from claimcompare.differences.shared.same.corresponding import corresponds, likeness_beside, said_alike, turned_round
from claimcompare.differences.shared.syntax.modals import are_merely_possible, verb_group_at
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import is_negated, negators_of, sort_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.differences.shared.who.speakers import may_be_one_speaker
from claimcompare.lexicons.relations import nearly_opposed, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Relation

    Words = Sequence[int]  # tokens of one side that adjoin

_SETTINGS = lexicons.parameters("differences")["negation"]
_COPY: float = _SETTINGS["copy"]
_BESIDE_REACH: int = _SETTINGS["beside_reach"]
_BESIDE_MOST: int = _SETTINGS["beside_most"]
_OPPOSED_AMONG: int = _SETTINGS["opposed_among"]
_ONE_WORD: frozenset[Relation] = frozenset({"same", "stem"})


def opposites(pair: Pair) -> Iterator[Point]:
    """The points at which a word is replaced by its opposite, and neither is negated."""
    found_of_one = (*outcomes(pair), *denials(pair), *tolls(pair), *_of_one_thing(pair))
    told = [one for one in found_of_one if not is_ended(pair, one)]
    whole = _tell_of_all(pair)
    for left, right in told:
        yield _point(pair, left, right, sure=whole)
    found = [
        one for one in _opposites(pair) if not any(one[0][0] in here and one[1][0] in there for here, there in told)
    ]
    denied = len(negators_of(pair.versions[0])) != len(negators_of(pair.versions[1]))
    for left, right in found:
        words = left[-1], right[-1]
        alike = is_negated(pair.versions[0], left[0]) == is_negated(pair.versions[1], right[0])
        apart = any(
            tell(pair, *words)
            for tell in (tell_one_act, say_the_same, _of_two_speakers, _in_names, _in_dates, _is_small, _in_rows)
        )
        apart = apart or _is_by_a_part(pair, (left, right))
        if alike and not apart and beside_alike(pair, words) and not is_ended(pair, (left, right)):
            twice = any(left[0] not in here and right[0] not in there for here, there in (*told, *found))
            twice = twice or (_are_before_nouns(pair, words) and (denied or are_of_other_things(pair)))
            yield _point(pair, left, right, sure=whole and not twice and _is_sure(pair, left, right))


def _are_before_nouns(pair: Pair, words: tuple[int, int]) -> bool:
    """Whether words come right before one noun, of which they say which one it is: the northern part."""
    here, there = (at + 1 for at in words)
    return there in pair.partner(0, here) and pair.content[0][here]


def _tell_of_all(pair: Pair) -> bool:
    """Whether neither version takes something out that the other does not: "except on Sundays"."""
    left, right = (lexicons.words("except_words").isdisjoint(version.forms) for version in pair.versions)
    return left == right


def _is_by_a_part(pair: Pair, words: tuple[Words, Words]) -> bool:
    return any(is_by_a_part(version, own[-1]) for version, own in pair.each(*words))


def _of_one_thing(pair: Pair) -> Iterator[tuple[Words, Words]]:
    """Opposite verbs, wherever they stand, that are told of one thing: "the bill was passed", "rejected the bill"."""
    for left, right in product(*map(_verbs, pair.versions)):
        if not nearly_opposed(pair.versions[0].stems[left], pair.versions[1].stems[right]):
            continue
        if is_negated(pair.versions[0], left) != is_negated(pair.versions[1], right):
            continue
        if any(map(_refuses_an_act, pair.versions, (left, right))):
            continue  # who refused to block it may have allowed it
        apart = any(tell(pair, left, right) for tell in (tell_one_act, say_the_same, _says_both))
        if not apart and _are_as_real(pair, left, right) and are_of_one_thing(pair, left, right):
            yield (left,), (right,)


def _refuses_an_act(version: Version, verb: int) -> bool:
    """Whether it is an act that is refused, and no thing: "refused to do so"."""
    return sort_of(version.forms[verb]) == "refuse" and version.forms[verb + 1 : verb + 2] == ("to",)


def _are_as_real(pair: Pair, left: int, right: int) -> bool:
    """Whether two words are of one class, in which not both may hold: "may rise", "may fall"."""
    here, there = verb_group_at(pair.versions[0], left), verb_group_at(pair.versions[1], right)
    return here.kind == there.kind and not are_merely_possible(here, there)


def _says_both(pair: Pair, left: int, right: int) -> bool:
    """Whether a version has the opposite as well: of secured and unsecured debt."""
    here, there = pair.versions[0].bases, pair.versions[1].bases
    return here[left] in there or there[right] in here


@lru_cache(maxsize=KEPT)
def _verbs(version: Version) -> tuple[int, ...]:
    """The verbs of a version that tell what is so, and nothing asked or supposed."""
    verbs = (at for at in range(len(version.forms)) if is_verb(version, at))
    return tuple(at for at in verbs if not is_conditional(version, at))


def beside_alike(pair: Pair, words: tuple[int, int]) -> bool:
    """Whether words of content beside one word of each version correspond, so that both say it of the same thing."""
    left, right = (pair.near(side, [at], _BESIDE_REACH, _BESIDE_MOST) for side, at in zip(SIDES, words, strict=True))
    return not pair.reached(0, left).isdisjoint(right)


def _opposites(pair: Pair) -> Iterator[tuple[Words, Words]]:
    """Antonyms of the two sides at the same point, aligned or in place of each other."""
    for link in pair.links:
        for left, right in product(link.left, link.right) if link.relation not in _ONE_WORD else ():
            content = pair.content[0][left] and pair.content[1][right]
            if content and _are_opposed(pair, left, right):
                yield (left,), (right,)
    for one in substitutions(pair):
        for left, right in product(one.left.indexes[:_OPPOSED_AMONG], one.right.indexes[:_OPPOSED_AMONG]):
            if _are_opposed(pair, left, right):
                yield (left,), (right,)
    yield from _of_opposed_families(pair)
    yield from stances(pair)


def _of_opposed_families(pair: Pair) -> Iterator[tuple[Words, Words]]:
    """Words of families that say the opposite of each other, at the same point: praised, condemned."""
    opposed_to = opposed_families()
    lefts, rights = ([one for one in labelled(version) if one.family in opposed_to] for version in pair.versions)
    for left, right in product(lefts, rights):
        if left.family in opposed_to[right.family] and _at_one_point(pair, left.indexes, right.indexes):
            yield left.indexes, right.indexes


def _at_one_point(pair: Pair, left: Words, right: Words) -> bool:
    """Whether words are aligned, are between the same two shared words, or one is the other turned round."""
    if not pair.reached(0, left).isdisjoint(right) or turned_round(pair, left[-1], right[-1]):
        return True
    return pair.one_slot(range(left[0], left[-1] + 1), range(right[0], right[-1] + 1))


def _are_opposed(pair: Pair, left: int, right: int) -> bool:
    return opposed(pair.versions[0].stems[left], pair.versions[1].stems[right])


def _in_names(pair: Pair, left: int, right: int) -> bool:
    """Whether both are written as parts of names: the North and the South are two places and no opposites."""
    return not any(pair.tokens(side)[at].form[0].islower() for side, at in zip(SIDES, (left, right), strict=True))


def _in_dates(pair: Pair, left: int, right: int) -> bool:
    """Whether both are words of dates, which are reported as such: late January, early January."""
    return left in pair.versions[0].dated and right in pair.versions[1].dated


def _in_rows(pair: Pair, left: int, right: int) -> bool:
    """Whether both stand before other numbers, and a version tells both: "loss 20 cts vs profit 96 cts"."""
    numbers = [_number_behind(version, at) for version, at in pair.each(left, right)]
    return "" not in numbers and numbers[0] != numbers[1] and _says_both(pair, left, right)


def _number_behind(version: Version, at: int) -> str:
    """The number right behind a word, or behind an "of" that follows it; nothing for none."""
    behind = range(at + 1, min(len(version.forms), at + 3))
    return next((version.forms[one] for one in behind if one in version.numbered), "")


def _is_small(pair: Pair, left: int, right: int) -> bool:
    """Whether one says only how much or since when, and has no opposite: "nearly $1 billion", "so far"."""
    return any(
        at in version.numbered or " ".join(version.forms[max(0, at - 1) : at + 1]) in lexicons.words("still_words")
        for version, at in pair.each(left, right)
    )


def _is_sure(pair: Pair, left: Words, right: Words) -> bool:
    """Whether opposites are as real, and of one thing, as what stands beside them is the same."""
    beside = pair.reached(0, pair.near(0, left, 3, 1)) & set(pair.near(1, right, 3, 1))
    # "suspends" and "can resume" do not contradict
    as_real = _are_as_real(pair, left[-1], right[-1])
    alike = (beside and likeness_beside(pair) >= _COPY) or said_alike(pair, left, right)
    apart = verbs_apart(pair, left[-1], right[-1]) or _of_two_doers(pair, left, right)
    return bool(alike and as_real and not apart)


def _of_two_doers(pair: Pair, left: Words, right: Words) -> bool:
    """Whether others did what nouns tell: "the farm reported a rise", "the mill reported a fall"."""
    ends = list(pair.each(left[0], right[0]))
    if any(is_verb(version, at) for version, at in ends):
        return False
    verbs = [next((one for one in range(at - 1, -1, -1) if is_verb(version, one)), None) for version, at in ends]
    here, there = verbs
    if here is None or there is None or not corresponds(pair, here, there):
        return False
    return are_done_by_two(pair, here, there)


def _point(pair: Pair, left: Words, right: Words, *, sure: bool) -> Point:
    return point("negation", "conflict" if sure else "shift", pair.marks(left, right), "opposed")


def _of_two_speakers(pair: Pair, left: int, right: int) -> bool:
    """Whether the words are what two speakers do: "the minister denied", "the mayor admitted"."""
    sayings = (
        next((one for one in pair.features[side].attributions if at in pair.indexes(side, one.cue)), None)
        for side, at in zip(SIDES, (left, right), strict=True)
    )
    here, there = sayings
    return here is not None and there is not None and not may_be_one_speaker(here, there)
