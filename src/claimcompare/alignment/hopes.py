"""Which pairs of words could still be linked by a later pass: most are plainly hopeless, and need not be weighed.

The best that a pair could come to is what is known of it plus the highest weights for what is not; a pair that cannot
reach the least log-odds of a link even so is left out (branch and bound, Land and Doig 1960). Nothing else changes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.alignment.signs import COMPANY, LATER, LATER_STARTS, LENGTHS, PLACES, RIVALS, SHARES, STATES, state
from claimcompare.alignment.words import GROUP_OF, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Pass
    from claimcompare.alignment.signs import Links

_REPEATS = LATER["kind"] // KINDS
_SLACK = 1e-6  # sums in another order differ by less


@frozen(eq=False)
class _Bounds:
    """The highest log-odds that are left for the pairs of two claims.

    Attributes:
        anyhow: by kind and how many of the two words are repeated, whatever stands around the pair.
        given: by kind and the state before the pair, whatever stands after it and however often the words are there.
        both: by kind and both states.
    """

    anyhow: Sequence[float]
    given: Sequence[float]
    both: Sequence[float]


def hopeful_cells(grid: Grid, links: Links, cells: Iterable[Cell], step: Pass) -> Iterator[Cell]:
    """Those of ``cells`` that may come to ``step.least``."""
    bounds = [_bounds_of(step, links.share, links.length, free) for free in (False, True)]
    least = step.least - _SLACK
    to, of, pair, repeats = links.to, links.of, grid.pair, grid.repeats
    for cell in cells:
        i, j = cell
        kind = pair(i, j).kind
        bound = bounds[to[i] < 0 and of[j] < 0]
        if bound.anyhow[kind * _REPEATS + repeats(i, j)] < least:
            continue
        before = kind * STATES + state(links, i, j, -1)
        if bound.given[before] >= least and bound.both[before * STATES + state(links, i, j, 1)] >= least:
            yield cell


@lru_cache(maxsize=256)
def _bounds_of(step: Pass, share: int, length: int, free: bool) -> _Bounds:
    """The bounds where claims have this share of links and these lengths, for words that are both free or not."""
    both, anyhow = [], []
    for kind in range(KINDS):
        repeats = [_weight(step, "kind", kind * _REPEATS + count) for count in range(_REPEATS)]
        alone = _alone(step, kind, share, length, free)
        around = [_between(step, kind, before, after) for before in range(STATES) for after in range(STATES)]
        both += [alone + max(repeats) + between for between in around]
        anyhow += [alone + repeated + max(around) for repeated in repeats]
    given = [max(both[at : at + STATES]) for at in range(0, len(both), STATES)]
    return _Bounds(anyhow=anyhow, given=given, both=both)


def _between(step: Pass, kind: int, before: int, after: int) -> float:
    """What the states before and after a pair add."""
    sides = (GROUP_OF[kind] * STATES + before) * STATES + after
    return (
        _weight(step, "sides", sides)
        + _weight(step, "before", kind * STATES + before)
        + _weight(step, "after", kind * STATES + after)
    )


def _alone(step: Pass, kind: int, share: int, length: int, free: bool) -> float:
    """The bias, what is the same for all pairs of a kind, and the most that place and company can add."""
    group = GROUP_OF[kind]
    company = [(kind * COMPANY + count) * LENGTHS + length for count in range(COMPANY)]
    rivals = RIVALS * RIVALS
    return (
        step.bias
        + _weight(step, "share", kind * SHARES + share)
        + _weight(step, "length", kind * LENGTHS + length)
        + max(_weight(step, "company", at) for at in company)
        + max(_weight(step, "place", group * PLACES + at) for at in range(PLACES))
        + max(_weight(step, "rivals", group * rivals + at) for at in range(1 if free else rivals))
    )


def _weight(step: Pass, table: str, at: int) -> float:
    return step.weights[LATER_STARTS[table] + at]
