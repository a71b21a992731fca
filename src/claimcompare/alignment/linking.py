"""The passes in their order: grid → linked cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.alignment.passes import block_cells, first_scores, gap_cells, later_scores, one_to_one
from claimcompare.alignment.signs import Links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Model, Pass
    from claimcompare.records import Token


def swapped(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether ``right`` goes first: the shorter claim does, so that the order in which two are given changes nothing."""
    if len(left) != len(right):
        return len(left) > len(right)
    return [token.form for token in left] > [token.form for token in right]


def after_first(grid: Grid, model: Model) -> dict[Cell, float]:
    """Alike words that are linked, with their log-odds: each word once."""
    return one_to_one(first_scores(grid, model.first), model.first.least)


def second_cells(grid: Grid, links: Links) -> set[Cell]:
    """What the second pass looks at: alike words, and words between linked ones; nothing beside what is sure."""
    to, of, sure = links.to, links.of, links.sure
    open_pairs = {(i, j) for i, j in grid.pairs if (i, to[i]) not in sure and (of[j], j) not in sure}
    return open_pairs | gap_cells(links)


def after_second(grid: Grid, model: Model) -> dict[Cell, float]:
    """The same with words between linked ones."""
    links = Links(grid, after_first(grid, model), model.first.sure)
    return one_to_one(second_scores(grid, links, model.second), model.second.least)


def second_scores(grid: Grid, links: Links, step: Pass) -> dict[Cell, float]:
    """What was sure, and the log-odds of the rest."""
    return links.sure | later_scores(grid, links, second_cells(grid, links), step)


def third_cells(grid: Grid, links: Links) -> set[Cell]:
    """What the third pass looks at: the same, and what would make phrases."""
    linked = {(i, j) for i, j in enumerate(links.to) if j >= 0}
    return (second_cells(grid, links) | block_cells(links) | linked) - links.sure.keys()


def linked_cells(grid: Grid, model: Model) -> dict[Cell, float]:
    """All linked cells, with their log-odds; a word may stand in several."""
    links = Links(grid, after_second(grid, model), model.second.sure)
    scores = later_scores(grid, links, third_cells(grid, links), model.third)
    return links.sure | {cell: score for cell, score in scores.items() if score >= model.third.least}
