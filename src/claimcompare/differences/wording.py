"""What remains where two versions put the same thing in other words, folded into one point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.runs import substitutions
from claimcompare.differences.view import SIDES, Mark, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.runs import Run
    from claimcompare.differences.view import Pair, Side


def wording(pair: Pair) -> Iterator[Point]:
    """One point for all places where each version has words of its own."""
    found = [one for one in substitutions(pair) if one.left and one.right]
    if found:
        left, right = (_mark(pair, side, [one.side(side) for one in found]) for side in SIDES)
        yield Point(kind="wording", severity="style", left=left, right=right, weight=0.1)


def _mark(pair: Pair, side: Side, runs: Sequence[Run]) -> Mark:
    spans = tuple(pair.span(side, run.indexes) for run in runs)
    return Mark(spans, " … ".join(pair.words(side, span) for span in spans).casefold())
