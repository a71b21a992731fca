"""The passes: which pairs of words each looks at, and which it links."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.alignment.signs import Links, first_signs, later_signs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Pass

_REACH = 2
_PHRASE = 3


def one_to_one(scores: Mapping[Cell, float], least: float) -> dict[Cell, float]:
    """The best pairs first, each word once, down to ``least``."""
    taken: dict[Cell, float] = {}
    lefts: set[int] = set()
    rights: set[int] = set()
    for cell, score in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        if score < least:
            break
        if cell[0] not in lefts and cell[1] not in rights:
            lefts.add(cell[0])
            rights.add(cell[1])
            taken[cell] = score
    return taken


def first_scores(grid: Grid, step: Pass) -> dict[Cell, float]:
    """The log-odds of every pair that is alike."""
    scores, weights = {}, step.weights
    for cell in grid.pairs:
        a, b, c = first_signs(grid, cell)
        scores[cell] = step.bias + weights[a] + weights[b] + weights[c]
    return scores


def is_gap_cell(links: Links, i: int, j: int) -> bool:
    """Whether neither word has a link, and they are between the same links, or near to where they would be expected."""
    if links.to[i] >= 0 or links.of[j] >= 0:
        return False
    low, high = expected(links, i)
    return low <= j <= high


def expected(links: Links, i: int) -> tuple[int, int]:
    """Between which right places, both included, a left word without a link is looked for."""
    before, after = links.previous_left[i], links.next_left[i]
    low = links.to[before] if before >= 0 else 0
    high = links.to[after] if after >= 0 else len(links.of) - 1
    low, high = min(low, high), max(low, high)
    return low - _REACH, high + _REACH


def block_cells(links: Links) -> set[Cell]:
    """Pairs that would make a linked pair a phrase: words beside one of its words, without a link of their own."""
    found: set[Cell] = set()
    for i, j in enumerate(links.to):
        if j >= 0:
            found.update((k, j) for k in _free_beside(links.to, i))
            found.update((i, k) for k in _free_beside(links.of, j))
    return found


def _free_beside(linked: Sequence[int], place: int) -> Iterator[int]:
    for step in (-1, 1):
        for k in range(1, _PHRASE + 1):
            at = place + step * k
            if not 0 <= at < len(linked) or linked[at] >= 0:
                break
            yield at


def later_scores(grid: Grid, links: Links, cells: Iterable[Cell], step: Pass) -> dict[Cell, float]:
    """The log-odds of ``cells``, given the links of the pass before."""
    item, bias = step.weights.__getitem__, step.bias
    return {cell: bias + sum(map(item, later_signs(grid, links, cell))) for cell in cells}
