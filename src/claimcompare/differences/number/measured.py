"""Amounts of two measures: inflation and core inflation, or inflation and interest."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.counts import counts_of
from claimcompare.differences.shared.phrases import clause_start
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair


def are_of_two_measures(pair: Pair, left: Count, right: Count) -> bool:
    """Whether words before two amounts say that they measure two things."""
    if left.quantity.unit is None:
        return False
    if _of_narrower_measure(pair, left, right):
        return True
    here, there = _kinds(pair.read[0], left), _kinds(pair.read[1], right)
    return bool(here and there) and here.isdisjoint(there)


def _of_narrower_measure(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a word before what is measured makes it another measure: "core inflation at 4%", "inflation at 6%"."""
    narrow = [_narrowed(version, one) for version, one in zip(pair.read, (left, right), strict=True)]
    kinds = [{version.stems[at] for at in own} for version, own in zip(pair.read, narrow, strict=True)]
    return any(
        pair.read[side].stems[at + 1] in pair.read[OTHER[side]].stems
        and pair.read[side].stems[at] not in kinds[OTHER[side]]
        for side in SIDES
        for at in narrow[side]
    )


def _narrowed(version: Version, count: Count) -> list[int]:
    """The words before a number, and behind the one before it, that narrow the next: the core of "core inflation"."""
    before = (one.words.stop for one in counts_of(version) if one.words and one.words.stop <= count.words.start)
    narrowing = lexicons.words("narrowing_words")
    ahead = range(max(before, default=0), count.words.start - 1)
    return [at for at in ahead if version.forms[at] in narrowing and not version.gaps[at + 1]]


def _kinds(version: Version, count: Count) -> frozenset[str]:
    """What is measured by the words before a number in its clause."""
    start, stop = clause_start(version, count.words.start), count.words.start
    forms = version.forms[start:stop]
    phrases = {*forms, *map(" ".join, pairwise(forms))}
    return frozenset(_measures()[phrase] for phrase in phrases & _measures().keys())


@cache
def _measures() -> dict[str, str]:
    return {word: kind for kind, words in lexicons.table("measure_kinds") for word in words.split(", ")}
