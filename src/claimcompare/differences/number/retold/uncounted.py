"""What one version counts and the other does not: "three convictions" and "a conviction", "900 troops" and "troops"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.number.read.nearby import plural_counted
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.view import OTHER, Point, left_first

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_BOTH = "both"
_SETTINGS = lexicons.parameters("differences")["uncounted"]
_REACH: int = _SETTINGS["reach"]
_BESIDE: int = _SETTINGS["beside"]


def uncounted(pair: Pair, side: Side, matched: Collection[Count]) -> Iterator[Point]:
    """The things that ``side`` counts and the other version names without a number."""
    other = OTHER[side]
    numbered = {at for one in counts_of(pair.versions[other]) for at in (*one.words, *one.counted)}
    for one in counts_of(pair.versions[side]):
        head = (
            plural_counted(pair.versions[side], one)
            if one not in matched and _tells(pair.versions[side], one)
            else None
        )
        there = next(iter(pair.partner(side, head)), None) if head is not None else None
        named = head in pair.versions[side].named or there in pair.versions[other].named  # "Norvik 2 Tarn Rovers 1"
        if head is None or there is None or named or there in numbered or not _one_noun(pair, side, head, there):
            continue
        if head < one.words.start:  # "the number of shares rose to 400": that there are shares tells nothing
            continue
        if _are_both(pair.versions[other], there) or not _of_one_act(pair, side, (*one.words, head), there):
            continue
        words = left_first(side, [*one.words, head], [_opening(pair, other, there, one), there])
        yield point("number", "shift", pair.marks(*words), "uncounted")


def _tells(version: Version, count: Count) -> bool:
    """Whether it says how many there are, and of no known ones: "two guards", and not "the two", "some" or "both"."""
    quantity, before = count.quantity, version.forms[max(0, count.words.start - 1) : count.words.start]
    exact = quantity.low == quantity.high > 1.0 and quantity.unit is None and not quantity.ordinal
    return exact and lexicons.words("definite_words").isdisjoint(before)


def _one_noun(pair: Pair, side: Side, head: int, there: int) -> bool:
    """Whether the other version has the same noun, in the plural or not, and not a verb of its stem."""
    return singular(pair.versions[side].forms[head]) == singular(pair.versions[OTHER[side]].forms[there])


def _are_both(version: Version, noun: int) -> bool:
    """Whether a word before it says that there are two: "both cameras"."""
    return _BOTH in version.forms[max(0, noun - _REACH) : noun]


def _of_one_act(pair: Pair, side: Side, counted: Sequence[int], there: int) -> bool:
    """Whether a word of content beside both corresponds, as none does in "our people left", "hired 20 people"."""
    here, beyond = pair.near(side, counted, _BESIDE), pair.near(OTHER[side], [there], _BESIDE)
    return not (here and beyond) or not pair.reached(side, here).isdisjoint(beyond)


def _opening(pair: Pair, side: Side, noun: int, count: Count) -> int:
    """Where the words before an uncounted noun begin, up to an article: "a prior conviction"."""
    version, start = pair.versions[side], noun
    while start > 0 and not version.gaps[start] and _qualifies(pair, side, start - 1, count):
        start -= 1
    one = start > 0 and version.form(start - 1) in lexicons.words("indefinite_words") and not version.gaps[start]
    return start - 1 if one else start


def _qualifies(pair: Pair, side: Side, at: int, count: Count) -> bool:
    """Whether a word of content belongs to a noun, and not to what is before the number in the other version."""
    there = pair.partner(side, at)
    return pair.content[side][at] and all(one >= count.words.start for one in there)
