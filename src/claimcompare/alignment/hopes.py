"""Which pairs of words could still be linked by a later pass: most are plainly hopeless, and need not be weighed.

The best that a pair could come to is what is known of it plus the highest weights for what is not; a pair that cannot
reach the least log-odds of a link even so is left out (branch and bound, Land and Doig 1960). Nothing else changes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.alignment.signs import COMPANY, LATER, LATER_STARTS, LENGTHS, PLACES, RIVALS, SHARES, STATES, state
from claimcompare.alignment.words import GROUP_OF, KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.model import Pass
    from claimcompare.alignment.signs import Links

REPEATS = LATER["kind"] // KINDS
_SLACK = 1e-6  # sums in another order differ by less


def hopeful_cells(grid: Grid, links: Links, cells: Iterable[Cell], step: Pass) -> Iterator[Cell]:
    """Those of ``cells`` that may reach ``step.least``, the log-odds from which the pass links a pair."""
    around = around_in(step)
    given, both = around.given, around.both
    needed, needed_free = (needs(step, links.share, links.length, free) for free in (False, True))
    to, of, pair, repeats = links.to, links.of, grid.pair, grid.repeats
    for cell in cells:
        i, j = cell
        kind = pair(i, j).kind
        need = (needed_free if to[i] < 0 and of[j] < 0 else needed)[kind * REPEATS + repeats(i, j)]
        if need is math.inf:
            continue
        before = kind * STATES + state(links, i, j, -1)
        if given[before] >= need and both[before * STATES + state(links, i, j, 1)] >= need:
            yield cell


@frozen(eq=False)
class Around:
    """What the states around a pair add to its log-odds.

    Attributes:
        most: by kind, whatever the states are, at most.
        given: by kind and the state before the pair, whatever is after it, at most.
        both: by kind and both states.
    """

    most: Sequence[float]
    given: Sequence[float]
    both: Sequence[float]


@cache
def around_in(step: Pass) -> Around:
    """What the states around a pair add in this pass."""
    both = [
        sides + before + after
        for kind in range(KINDS)
        for at, before in enumerate(_weights(step, "before", kind * STATES, STATES))
        for sides, after in zip(
            _weights(step, "sides", (GROUP_OF[kind] * STATES + at) * STATES, STATES),
            _weights(step, "after", kind * STATES, STATES),
            strict=True,
        )
    ]
    given = _highest(both)
    return Around(most=_highest(given), given=given, both=both)


def _highest(values: Sequence[float]) -> list[float]:
    return [max(values[at : at + STATES]) for at in range(0, len(values), STATES)]


@lru_cache(maxsize=256)
def needs(step: Pass, share: int, length: int, free: bool) -> Sequence[float]:
    """What the states around a pair have to add at least, by its kind and how many of its words are repeated.

    That is where claims have this share of links and these lengths, for words that are both free or not; infinite
    where no states add as much.
    """
    most = around_in(step).most
    found = []
    for kind in range(KINDS):
        alone = _alone(step, kind, share, length, free)
        for count in range(REPEATS):
            need = step.least - _SLACK - alone - _weight(step, "kind", kind * REPEATS + count)
            found.append(need if most[kind] >= need else math.inf)
    return found


def _alone(step: Pass, kind: int, share: int, length: int, free: bool) -> float:
    """The bias, what is the same for all pairs of a kind, and the most that place and company can add."""
    group = GROUP_OF[kind]
    rivals = RIVALS * RIVALS
    return (
        step.bias
        + _weight(step, "share", kind * SHARES + share)
        + _weight(step, "length", kind * LENGTHS + length)
        + max(_weights(step, "company", kind * COMPANY * LENGTHS, COMPANY * LENGTHS)[length::LENGTHS])
        + max(_weights(step, "place", group * PLACES, PLACES))
        + max(_weights(step, "rivals", group * rivals, 1 if free else rivals))
    )


def _weight(step: Pass, table: str, at: int) -> float:
    return step.weights[LATER_STARTS[table] + at]


def _weights(step: Pass, table: str, at: int, count: int) -> Sequence[float]:
    start = LATER_STARTS[table] + at
    return step.weights[start : start + count]
