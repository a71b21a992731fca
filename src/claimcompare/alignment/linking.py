"""The passes in their order: grid → linked cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.alignment.gaps import hopeful_strangers
from claimcompare.alignment.hopes import hopeful_cells
from claimcompare.alignment.passes import block_cells, first_scores, is_gap_cell, later_scores, one_to_one
from claimcompare.alignment.signs import Links
from claimcompare.alignment.words import EXACT_LITTLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Model, Pass
    from claimcompare.records import Token


def swapped(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Whether ``right`` goes first: the shorter claim does, so that the order of the two changes nothing."""
    if len(left) != len(right):
        return len(left) > len(right)
    return [token.form for token in left] > [token.form for token in right]


def after_first(grid: Grid, model: Model) -> dict[Cell, float]:
    """What is linked after the first pass, alike words alone, with its log-odds: each word once."""
    return one_to_one(first_scores(grid, model.first), model.first.least)


def open_pairs(grid: Grid, links: Links) -> set[Cell]:
    """The pairs of alike words of which neither has a sure link."""
    to, of, sure = links.to, links.of, links.sure
    return {(i, j) for i, j in grid.pairs if (i, to[i]) not in sure and (of[j], j) not in sure}


def after_second(grid: Grid, model: Model) -> dict[Cell, float]:
    """What is linked after the second pass, with its log-odds: each word once."""
    links = Links(grid, after_first(grid, model), model.first.sure)
    return one_to_one(second_scores(grid, links, model.second), model.second.least)


def second_scores(grid: Grid, links: Links, step: Pass) -> dict[Cell, float]:
    """The log-odds of what the second pass weighs, alike words and words between links; and the links that are sure."""
    return links.sure | _hopeful_scores(grid, links, open_pairs(grid, links), step)


def open_phrases(grid: Grid, links: Links) -> set[Cell]:
    """The pairs of alike words, linked ones and those that would make phrases, sure links left out."""
    linked = {(i, j) for i, j in enumerate(links.to) if j >= 0}
    cells = (open_pairs(grid, links) | block_cells(links)) - linked
    to, of = links.to, links.of
    # a word that has its like does not get a second one of the same
    same = {cell for cell, pair in grid.known.items() if pair.kind <= EXACT_LITTLE}
    fresh = {(i, j) for i, j in cells if (to[i] < 0 and of[j] < 0) or (i, j) not in same}
    return (fresh | linked) - links.sure.keys()


def third_scores(grid: Grid, links: Links, step: Pass) -> dict[Cell, float]:
    """The log-odds of what the third pass weighs: as the second, and what would make a linked pair a phrase."""
    return _hopeful_scores(grid, links, open_phrases(grid, links), step)


def _hopeful_scores(grid: Grid, links: Links, cells: set[Cell], step: Pass) -> dict[Cell, float]:
    """The log-odds of ``cells`` and of words between links, hopeless ones left out."""
    known = cells | {(i, j) for i, j in grid.others if is_gap_cell(links, i, j)}
    hopeful = {*hopeful_cells(grid, links, known, step), *hopeful_strangers(grid, links, step)}
    return later_scores(grid, links, hopeful, step)


def linked_cells(grid: Grid, model: Model) -> dict[Cell, float]:
    """All linked cells, with their log-odds; a word may be in several."""
    links = Links(grid, after_second(grid, model), model.second.sure)
    scores = third_scores(grid, links, model.third)
    made = links.sure | {cell: score for cell, score in scores.items() if score >= model.third.least}
    return made | facing_numbers(grid, made)


def facing_numbers(grid: Grid, made: Mapping[Cell, float]) -> dict[Cell, float]:
    """Different numbers without a link that are in the same place: five people and six people.

    That is between the same two links or, where each claim has but one such number, before the same link. Gold
    alignments often leave them out, but they are what an editor looks for.
    """
    lefts, rights = {i for i, _ in made}, {j for _, j in made}
    free_left = [i for i, word in enumerate(grid.left) if word.number and i not in lefts]
    free_right = [j for j, word in enumerate(grid.right) if word.number and j not in rights]
    alone = len(free_left) == len(free_right) == 1
    last = len(grid.left) - 1, len(grid.right) - 1
    return {
        (i, j): 0.0
        for i in free_left
        for j in free_right
        if ((i + 1, j + 1) in made or (i, j) == last) and (alone or (i, j) == (0, 0) or (i - 1, j - 1) in made)
    }
