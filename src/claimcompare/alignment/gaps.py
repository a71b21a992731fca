"""Pairs of words without a link or any likeness: by far the most pairs, of which hardly one comes to a link.

They go by in bulk here. Which of them may come to a link is decided as in ``hopes``, and how a pair lies to the nearest
links as in ``signs.state``, which has fewer cases for words that are both free.
"""

from __future__ import annotations

import math
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.alignment.hopes import REPEATS, around_in, needs
from claimcompare.alignment.passes import expected
from claimcompare.alignment.signs import ENDS, FARTHEST, GAPS, LOOSE, STATES, loosely
from claimcompare.alignment.words import LIKE_ENDINGS, PLAIN, SORTS, STRANGERS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Pass
    from claimcompare.alignment.signs import Links

_NOWHERE = 1 << 40  # far from every place
_TIMES = 2  # a word is repeated or not

# As GAPS, by how far the two words are from the link beside both, for the ends where there is none.
_BESIDE_END = ((ENDS[2], ENDS[1], ENDS[1]), (ENDS[1], ENDS[0], ENDS[0]), (ENDS[1], ENDS[0], ENDS[0]))

# What a pair has to reach, where its kind starts in the table of states, and whether it may come to that where the
# nearest links before the two words are not the same; None where it cannot at all.
_Need = tuple[float, int, bool]
# The nearest links before and after a word: place (-1 for none), how far away (or the end), the place it leads to.
_Near = tuple[int, int, int, int, int, int]
_Free = tuple[int, int, _Near]  # a right word: place, code, nearest links
_Column = tuple[int, _Need, _Near]  # the same for a left word: place, what the pair has to reach, nearest links


@frozen(eq=False)
class _Needs:
    """What a pair has to reach, by the code of the left word (sort, and whether it is repeated), then of the right one.

    Attributes:
        strangers: as far as the two words do not end alike; ``endings``: of two plain words that do.
    """

    strangers: Sequence[Sequence[_Need | None]]
    endings: Sequence[Sequence[_Need | None]]


def hopeful_strangers(grid: Grid, links: Links, step: Pass) -> Iterator[Cell]:
    """Of pairs between links (``passes.is_gap_cell``), unlike words that may reach ``step.least``, and a few more."""
    table = _needs_of(step, links.share, links.length)
    free, by_ending = _free_right(grid, links)
    if not free:
        return
    columns: dict[int, list[_Column]] = {}
    for i, j in enumerate(links.to):
        if j >= 0:
            continue
        word = grid.left[i]
        code = word.sort * _TIMES + grid.repeated_left[i]
        if code not in columns:
            columns[code] = _columns(free, table.strangers[code])
        found = columns[code]
        if word.sort == PLAIN and word.ending in by_ending:
            found = found + _columns(by_ending[word.ending], table.endings[code])
        if found:
            low, high = expected(links, i)
            yield from _hopeful_row(links, i, [one for one in found if low <= one[0] <= high], step)


def _columns(free: Sequence[_Free], needs_by_code: Sequence[_Need | None]) -> list[_Column]:
    """The right words that are not hopeless for a left one, whatever is around them."""
    return [(place, need, near) for place, code, near in free if (need := needs_by_code[code])]


def _hopeful_row(links: Links, i: int, rights: Sequence[_Column], step: Pass) -> Iterator[Cell]:
    """The pairs of ``i`` with those of ``rights`` that may come to a link."""
    around, to = around_in(step), links.to
    given, both = around.given, around.both
    a, c = links.previous_left[i], links.next_left[i]
    meets, there = (to[a], to[a]) if a >= 0 else (-1, _NOWHERE)
    next_meets, next_there = (to[c], to[c]) if c >= 0 else (-1, _NOWHERE)
    beside = (GAPS if a >= 0 else _BESIDE_END)[min(i - a, FARTHEST) - 1]
    next_beside = (GAPS if c >= 0 else _BESIDE_END)[min((c if c >= 0 else len(to)) - i, FARTHEST) - 1]
    for j, (need, at, loose), (link, apart, its, next_link, next_apart, next_its) in rights:
        if link == meets:
            before = at + beside[apart]
        elif loose:
            before = at + loosely(j - there, i - its)
        else:
            continue
        if given[before] >= need:
            after = next_beside[next_apart] if next_link == next_meets else loosely(next_there - j, next_its - i)
            if both[before * STATES + after] >= need:
                yield i, j


def _free_right(grid: Grid, links: Links) -> tuple[list[_Free], defaultdict[str, list[_Free]]]:
    """The right words without a link: place, code and nearest links of each; and the plain ones by their ending."""
    of, size = links.of, len(links.of)
    free = []
    by_ending = defaultdict(list)
    for j, i in enumerate(of):
        if i < 0:
            word, a, c = grid.right[j], links.previous_right[j], links.next_right[j]
            apart, next_apart = j - a, (c if c >= 0 else size) - j
            before = (a, apart - 1 if apart < FARTHEST else -1, of[a] if a >= 0 else _NOWHERE)
            after = (c, next_apart - 1 if next_apart < FARTHEST else -1, of[c] if c >= 0 else _NOWHERE)
            one = (j, word.sort * _TIMES + grid.repeated_right[j], before + after)
            free.append(one)
            if word.sort == PLAIN:
                by_ending[word.ending].append(one)
    return free, by_ending


@lru_cache(maxsize=128)
def _needs_of(step: Pass, share: int, length: int) -> _Needs:
    codes = [(sort, again) for sort in range(SORTS) for again in range(_TIMES)]
    given = around_in(step).given

    def need(kind: int, again: int) -> _Need | None:
        value = needs(step, share, length, True)[kind * REPEATS + again]
        at = kind * STATES
        return None if value is math.inf else (value, at, max(given[at + LOOSE : at + STATES]) >= value)

    return _Needs(
        strangers=[[need(STRANGERS[a][b], m + n) for b, n in codes] for a, m in codes],
        endings=[[need(LIKE_ENDINGS, m + n) for _, n in codes] for _, m in codes],
    )
