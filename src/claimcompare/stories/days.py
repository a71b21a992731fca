"""Near pairs → how near they still are with the days between them.

Two reports that are alike and a month apart tell of two events of one kind more often than of one event (Yang, Pierce
and Carbonell 1998, for the detection of events in news).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from claimcompare.stories.nearest import DIGITS, Pairs


def faded(pairs: Pairs, published: Sequence[date | None], half_life: float | None) -> Pairs:
    """Each cosine, halved for every ``half_life`` days between the two reports; as it is where a day is not known."""
    if half_life is None:
        return pairs
    return {
        (one, other): round(cosine * 0.5 ** (_days(published[one], published[other]) / half_life), DIGITS)
        for (one, other), cosine in pairs.items()
    }


def _days(one: date | None, other: date | None) -> int:
    return abs((one - other).days) if one and other else 0
