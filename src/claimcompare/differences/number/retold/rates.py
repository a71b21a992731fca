"""One figure by the day, the month or the year in one version, and by no such period in the other."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.view import Pair


def are_rate_and_sum(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one amount is by a period that the other version does not name: "$5,000 a day", "$5,000"."""
    here, there = left.quantity, right.quantity
    if here.unit is None or here.unit != there.unit or here.per == there.per or None not in (here.per, there.per):
        return False
    bare = pair.versions[0] if here.per is None else pair.versions[1]
    return _words_for(here.per or there.per or "").isdisjoint(bare.stems)


@cache
def _words_for(period: str) -> frozenset[str]:
    """The stems of the words for a period: year, yearly, annual."""
    adverbs = (word for word, unit in lexicons.rows("routine_words").items() if unit == period)
    return frozenset(map(stem, (period, *adverbs)))
