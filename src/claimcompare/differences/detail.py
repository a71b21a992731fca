"""A fact or qualifier that one version has and the other lacks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.runs import substitutions
from claimcompare.differences.view import SIDES, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.runs import Run
    from claimcompare.differences.view import Pair, Side

_FEWEST = 2
_LONGEST = 4


def detail(pair: Pair) -> Iterator[Point]:
    """The points at which one version says something that the other does not."""
    for one in substitutions(pair):
        for side in SIDES:
            run, other = one.side(side), one.side(0 if side else 1)
            if run.content >= _FEWEST and (not other or run.content > _LONGEST):
                yield _point(pair, side, run)


def _point(pair: Pair, side: Side, run: Run) -> Point:
    marks = [pair.absent(0), pair.absent(1)]
    marks[side] = pair.mark(side, pair.span(side, run.indexes))
    weight = 0.7 + min(0.1 * run.content, 0.6)
    return Point(kind="detail", severity="shift", left=marks[0], right=marks[1], weight=weight)
