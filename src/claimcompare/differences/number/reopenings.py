"""How long a state lasts here, and by when its opposite comes there: "shut for six weeks", "open within ten days"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.counts import counts_of, is_deadline, value_of
from claimcompare.differences.shared.pairing import bounds
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons.relations import opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_REACH: int = lexicons.parameters("differences")["reopenings"]["reach"]


def reopenings(pair: Pair) -> Iterator[Point]:
    """The points on which one version ends what lasts longer in the other."""
    for side in SIDES:
        deadlines = [one for one in pair.read[OTHER[side]].dates if is_deadline(one)]
        lengths = [one for one in counts_of(pair.read[side]) if one.unit_days and not one.quantity.ordinal]
        for length in lengths if deadlines else ():
            earlier = next((one for one in deadlines if _ends_too_early(pair, side, length, one)), None)
            if earlier is not None:
                yield _point(pair, side, length, earlier)
                return


def _ends_too_early(pair: Pair, side: Side, length: Count, deadline: DateMention) -> bool:
    """Whether the opposite state comes before the length is over."""
    least = bounds(length.quantity.low, length.quantity.high, length.quantity.approximator)[0]
    other = OTHER[side]
    latest = bounds(deadline.duration or 0.0, deadline.duration or 0.0, deadline.approximator)[1]
    if latest >= least:
        return False
    here = _stems_before(pair, side, length.words)
    there = _stems_before(pair, other, pair.indexes(other, deadline.span))
    return any(opposed(one, another) for one in here for another in there)


def _stems_before(pair: Pair, side: Side, words: Sequence[int]) -> set[str]:
    return {pair.read[side].stems[at] for at in pair.before(side, words, _REACH)} if words else set()


def _point(pair: Pair, side: Side, length: Count, deadline: DateMention) -> Point:
    here = pair.mark(side, length.span, value_of(length))
    return point("number", "conflict", left_first(side, here, pair.mark(OTHER[side], deadline.span, deadline.key)))
