"""What speaks for linking two words, as places in tables of learned weights.

Each pass has its tables; a sign is one place in the pass's tables laid end to end, so that a pair's log-odds are a sum
of a few list items. The first pass sees the words and their identical neighbours; the later ones see what the pass
before them has linked.
"""

from __future__ import annotations

from bisect import bisect
from typing import TYPE_CHECKING

from claimcompare.alignment.words import ALIKE, EXACT_LITTLE, GROUP_OF, GROUPS, KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcompare.alignment.grid import Cell, Grid

PLACES = 6
_NEAR = 6
FIRST = {"kind": KINDS * 3, "near": GROUPS * _NEAR * _NEAR, "place": GROUPS * PLACES}

STATES = 20
RIVALS = 5
SHARES = 6
LENGTHS = 5
COMPANY = 5
LATER = {
    "kind": KINDS * 3,
    "sides": GROUPS * STATES * STATES,
    "before": KINDS * STATES,
    "after": KINDS * STATES,
    "place": GROUPS * PLACES,
    "rivals": GROUPS * RIVALS * RIVALS,
    "share": KINDS * SHARES,
    "length": KINDS * LENGTHS,
    "company": KINDS * COMPANY * LENGTHS,
}


def _starts(sizes: dict[str, int]) -> dict[str, int]:
    starts, at = {}, 0
    for name, size in sizes.items():
        starts[name] = at
        at += size
    return starts


_F = _starts(FIRST)
_NEAR_AT, _PLACE_AT = _F["near"], _F["place"]
LATER_STARTS = _starts(LATER)
_SIDES_AT, _BEFORE_AT, _AFTER_AT, _LATER_PLACE_AT = (
    LATER_STARTS[name] for name in ("sides", "before", "after", "place")
)
_RIVALS_AT, _SHARE_AT, _LENGTH_AT, _COMPANY_AT = (
    LATER_STARTS[name] for name in ("rivals", "share", "length", "company")
)
_BOUNDS = (0.03, 0.08, 0.15, 0.3, 0.5)
_SHARE_BOUNDS = (0.25, 0.4, 0.55, 0.7, 0.85)
_LENGTH_BOUNDS = (0.25, 0.5, 0.7, 0.85)


def _place(grid: Grid, i: int, j: int) -> int:
    return bisect(_BOUNDS, abs(grid.depth_left[i] - grid.depth_right[j]))


# ---------------------------------------------------------------- first pass


def _near(grid: Grid, i: int, j: int, step: int) -> int:
    """How well the words beside (i, j) fit, on the side of ``step``: 0 not at all ... 4 two identical, 5 both ends."""
    a, b = i + step, j + step
    inside_left, inside_right = 0 <= a < len(grid.left), 0 <= b < len(grid.right)
    if not (inside_left and inside_right):
        return 0 if inside_left or inside_right else 5
    pairs = grid.pairs
    next_to = pairs.get((a, b))
    if next_to is None:
        for d in (1, 2, 3):
            if (a + step, b) in pairs or (a, b + step) in pairs or (a + step * d, b + step * d) in pairs:
                return 1
        return 0
    if next_to.kind > EXACT_LITTLE:
        return 2
    further = pairs.get((a + step, b + step))
    return 4 if further is not None and further.kind <= EXACT_LITTLE else 3


def first_signs(grid: Grid, cell: Cell) -> tuple[int, int, int]:
    """The signs of the first pass."""
    i, j = cell
    kind = grid.pairs[cell].kind
    group = GROUP_OF[kind]
    near = (group * _NEAR + _near(grid, i, j, -1)) * _NEAR + _near(grid, i, j, 1)
    return kind * 3 + grid.repeats(i, j), _NEAR_AT + near, _PLACE_AT + group * PLACES + _place(grid, i, j)


# ---------------------------------------------------------------- later passes


class Links:
    """One-to-one links, and for each place the nearest linked places before and after it.

    Attributes:
        to: for each left word the right word that it is linked to, or -1; ``of`` the same from the right.
        sure: links with log-odds of at least ``sure``, which later passes leave as they are.
        share: which part of the shorter claim's words is linked, in steps; ``length``: how long it is to the longer.
    """

    __slots__ = ("length", "next_left", "next_right", "of", "previous_left", "previous_right", "share", "sure", "to")

    def __init__(self, grid: Grid, cells: Mapping[Cell, float], sure: float) -> None:
        self.sure = {cell: score for cell, score in cells.items() if score >= sure}
        n, m = len(grid.left), len(grid.right)
        self.to, self.of = [-1] * n, [-1] * m
        for i, j in cells:
            self.to[i] = j
            self.of[j] = i
        self.previous_left, self.next_left = _nearest(self.to)
        self.previous_right, self.next_right = _nearest(self.of)
        self.share = bisect(_SHARE_BOUNDS, len(cells) / max(1, min(n, m)))
        self.length = bisect(_LENGTH_BOUNDS, min(n, m) / max(n, m, 1))


def _nearest(linked: list[int]) -> tuple[list[int], list[int]]:
    """For each place the nearest linked one before it and after it; -1 where there is none."""
    before, after, last = [], [-1] * len(linked), -1
    for place, other in enumerate(linked):
        before.append(last)
        if other >= 0:
            last = place
    last = -1
    for place in range(len(linked) - 1, -1, -1):
        after[place] = last
        if linked[place] >= 0:
            last = place
    return before, after


GAPS = ((0, 1, 2), (3, 4, 5), (6, 7, 8))
_BLOCK, _BLOCK_APART, _BLOCK_OTHER, _BLOCK_OTHER_APART = 9, 10, 11, 12
ENDS = (15, 14, 13)  # by how many of the two words come at an end
LOOSE = 16  # and the states after it: the nearest links of the two words are not the same
_AHEAD_BOTH, _AHEAD, _BEHIND, _FAR = 16, 17, 18, 19
_REACH = 3
FARTHEST = 3  # from a link; beyond that it makes no difference
_BEYOND = 99


def state(links: Links, i: int, j: int, step: int) -> int:
    """How (i, j) lies to the nearest links before it (``step`` -1) or after it (1)."""
    to, of = links.to, links.of
    lefts, rights = (links.previous_left, links.previous_right) if step < 0 else (links.next_left, links.next_right)
    a, b = lefts[i], rights[j]
    if a < 0 and b < 0:
        at_end = (i == 0) + (j == 0) if step < 0 else (i == len(to) - 1) + (j == len(of) - 1)
        return ENDS[at_end]
    if a >= 0 and to[a] == b:
        apart, other = abs(i - a), abs(j - b)
        return GAPS[apart - 1 if apart < FARTHEST else -1][other - 1 if other < FARTHEST else -1]
    if a >= 0 and to[a] == j:
        return _BLOCK if abs(i - a) == 1 else _BLOCK_APART
    if b >= 0 and of[b] == i:
        return _BLOCK_OTHER if abs(j - b) == 1 else _BLOCK_OTHER_APART
    ahead = (to[a] - j) * step if a >= 0 else _BEYOND
    ahead_other = (of[b] - i) * step if b >= 0 else _BEYOND
    return loosely(ahead, ahead_other)


def loosely(ahead: int, ahead_other: int) -> int:
    """The state where the nearest links of the two words are not the same: by how far off each of them is."""
    near, near_other = 0 < ahead <= _REACH, 0 < ahead_other <= _REACH
    if near or near_other:
        return _AHEAD_BOTH if near and near_other else _AHEAD
    return _BEHIND if -_REACH <= ahead < 0 or -_REACH <= ahead_other < 0 else _FAR


def _rival(grid: Grid, own: Cell, other: Cell) -> int:
    """How a word is linked elsewhere: 1, 2 loosely, beside or apart; 3, 4 by likeness; 0 stands for not at all."""
    beside = abs(own[0] - other[0]) + abs(own[1] - other[1]) == 1
    strong = GROUP_OF[grid.pair(*other).kind] <= ALIKE
    return 1 + 2 * strong + (not beside)


_WINDOW = 3


def _company(to: list[int], i: int, j: int) -> int:
    """How many links there are among the words around both, up to 4."""
    low, high, found = j - _WINDOW, j + _WINDOW, 0
    for other in to[max(0, i - _WINDOW) : i]:
        if low <= other <= high and other != j and other >= 0:
            found += 1
    for other in to[i + 1 : i + 1 + _WINDOW]:
        if low <= other <= high and other != j and other >= 0:
            found += 1
    return min(found, COMPANY - 1)


def later_signs(grid: Grid, links: Links, cell: Cell) -> tuple[int, ...]:
    """The signs of a later pass, given the links of the one before."""
    i, j = cell
    to, of = links.to, links.of
    kind = grid.pair(i, j).kind
    group = GROUP_OF[kind]
    before, after = state(links, i, j, -1), state(links, i, j, 1)
    rival = 0 if to[i] in (-1, j) else _rival(grid, cell, (i, to[i]))
    other_rival = 0 if of[j] in (-1, i) else _rival(grid, cell, (of[j], j))
    rivals = rival * RIVALS + other_rival
    return (
        kind * 3 + grid.repeats(i, j),
        _SIDES_AT + (group * STATES + before) * STATES + after,
        _BEFORE_AT + kind * STATES + before,
        _AFTER_AT + kind * STATES + after,
        _LATER_PLACE_AT + group * PLACES + _place(grid, i, j),
        _RIVALS_AT + group * RIVALS * RIVALS + rivals,
        _SHARE_AT + kind * SHARES + links.share,
        _LENGTH_AT + kind * LENGTHS + links.length,
        _COMPANY_AT + (kind * COMPANY + _company(to, i, j)) * LENGTHS + links.length,
    )
