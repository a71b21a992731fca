"""Amounts of two measures: core inflation and inflation, what a bridge cost and what its repair costs besides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_BEFORE: int = lexicons.parameters("differences")["countedapart"]["before"]


def are_of_two_measures(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a word beside one of two amounts makes it another measure, or one that comes on top."""
    if left.quantity.unit is None:
        return False
    return _of_narrower_measure(pair, left, right) or _of_sum_and_addition(pair, left, right)


def _of_narrower_measure(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a word before what is measured makes it another measure: "core inflation at 4%", "inflation at 6%"."""
    narrow = [_narrowed(version, one) for version, one in zip(pair.read, (left, right), strict=True)]
    kinds = [{version.stems[at] for at in own} for version, own in zip(pair.read, narrow, strict=True)]
    return any(
        pair.shares(side, at + 1) and pair.read[side].stems[at] not in kinds[OTHER[side]]
        for side in SIDES
        for at in narrow[side]
    )


def _of_sum_and_addition(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one amount alone comes on top of another: "cost $1 billion", "will cost another $90 million"."""
    added = [
        not lexicons.words("adding_words").isdisjoint(version.forms[max(0, one.words.start - 1) : one.words.start])
        for version, one in zip(pair.read, (left, right), strict=True)
    ]
    return added[0] != added[1]


def _narrowed(version: Version, count: Count) -> list[int]:
    """The words before a number that narrow the word behind them: the core of "core inflation"."""
    before = range(max(0, count.words.start - _BEFORE), count.words.start - 1)
    narrowing = lexicons.words("narrowing_words")
    return [at for at in before if version.forms[at] in narrowing and not version.gaps[at + 1]]
