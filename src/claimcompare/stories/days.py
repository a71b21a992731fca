"""Near pairs → how near they still are with the days between them.

Two reports that are alike and a month apart tell of two events of one kind more often than of one event (Yang, Pierce
and Carbonell 1998, for the detection of events in news).
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import date
from functools import cache

from attrs import evolve

from claimcompare.stories.nearest import Pairs


def faded(pairs: Pairs, published: Sequence[date | None], half_life: float | None) -> Pairs:
    """Each cosine, halved for every ``half_life`` days between the two reports; as it is where a day is not known."""
    if half_life is None:
        return pairs
    days = [day.toordinal() if day else None for day in published]
    share = cache(lambda between: 0.5 ** (between / half_life))
    left = (round(cosine * share(_days(days[one], days[other]))) for one, other, cosine in pairs)
    return evolve(pairs, billionths=array("q", left))


def _days(one: int | None, other: int | None) -> int:
    return abs(one - other) if one and other else 0
