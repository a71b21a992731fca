"""A fact or qualifier that one version has and the other lacks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.runs import substitutions, weighty
from claimcompare.differences.view import SIDES, Point
from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.runs import Run, Substitution
    from claimcompare.differences.view import Pair, Side

_SETTINGS = parameters("differences")["detail"]
_FEWEST: int = _SETTINGS["fewest"]
_FEWEST_NAMED: int = _SETTINGS["fewest_named"]
_SUBSTITUTED: int = _SETTINGS["substituted"]


def detail(pair: Pair) -> Iterator[Point]:
    """The points at which one version says something that the other does not, or says something else."""
    for one in substitutions(pair):
        if one.left and one.right:
            if one.left.content + one.right.content >= _SUBSTITUTED:
                yield _instead(pair, one)
            continue
        for side in SIDES:
            for run in weighty(pair, side, one.side(side)):
                if _telling(pair, side, run):
                    yield _added(pair, side, run)


def _telling(pair: Pair, side: Side, run: Run) -> bool:
    """Whether it says enough to be missed: several content words, or a number or name among two."""
    return run.content >= _FEWEST or (run.content >= _FEWEST_NAMED and _named(pair, side, run))


def _named(pair: Pair, side: Side, run: Run) -> bool:
    version, span = pair.versions[side], pair.span(side, run.indexes)
    spans = [*(one.span for one in version.quantities), *(one.span for one in version.names)]
    return any(one.overlap(span) for one in spans)


def _added(pair: Pair, side: Side, run: Run) -> Point:
    marks = [pair.absent(0), pair.absent(1)]
    marks[side] = pair.mark(side, pair.span(side, run.indexes))
    told = partial(emphasis, "detail")
    words = min(told("added_word") * run.content, told("added_most"))
    weight = told("added") + words + told("added_named") * _named(pair, side, run)
    return Point(kind="detail", severity="shift", left=marks[0], right=marks[1], weight=weight)


def _instead(pair: Pair, one: Substitution) -> Point:
    """Each version has something of its own at the same point."""
    runs = [weighty(pair, side, one.side(side))[0] for side in SIDES]
    left, right = (pair.mark(side, pair.span(side, runs[side].indexes)) for side in SIDES)
    told = partial(emphasis, "detail")
    words = told("instead_word") * (one.left.content + one.right.content)
    weight = told("instead") + min(words, told("instead_most"))
    return Point(kind="detail", severity="shift", left=left, right=right, weight=weight)
