"""What belongs together: numbers of one thing, dates of one act; and whether two values can both hold."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, Protocol, TypeVar

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimcompare.records import Span

MOST_COMPARED: int = parameters("differences")["most_compared"]
_ABOUT: float = parameters("differences")["numbers"]["approximate"]
Bounds = tuple[float, float]


class Placed(Protocol):
    """What stands somewhere in a version: a count, a date."""

    @property
    def span(self) -> Span:
        """Where it is."""


One = TypeVar("One", bound=Placed)


def closest(
    lefts: Sequence[One], rights: Sequence[One], closeness: Callable[[One, One], float], least: float
) -> list[tuple[One, One, float]]:
    """The pairs of both sides with their closeness, the closest first, each one once, down to ``least``.

    Of more than a sentence has, as in a table without line ends, the first are compared.
    """
    every = (
        (closeness(left, right), left, right) for left, right in product(lefts[:MOST_COMPARED], rights[:MOST_COMPARED])
    )
    scored = [one for one in every if one[0] >= least]
    found: list[tuple[One, One, float]] = []
    taken: set[tuple[int, int]] = set()
    for close, left, right in sorted(scored, key=lambda one: (-one[0], one[1].span.start, one[2].span.start)):
        ends = {(0, id(left)), (1, id(right))}
        if taken.isdisjoint(ends):
            found.append((left, right, close))
            taken |= ends
    return found


def bounds(low: float, high: float, approximator: str | None) -> Bounds:
    """What a value from ``low`` to ``high`` may be with its approximator: "more than 4,000" is anything above it."""
    return {
        ">": (math.nextafter(low, math.inf), math.inf),
        ">=": (low, math.inf),
        "<": (-math.inf, math.nextafter(high, -math.inf)),
        "<=": (-math.inf, high),
        "~": (low - _ABOUT * abs(low), high + _ABOUT * abs(high)),
        "<~": (low - _ABOUT * abs(low), high),
    }.get(approximator or "", (low, high))


def compatible(one: Bounds, other: Bounds) -> bool:
    """Whether some value lies within both."""
    return one[0] <= other[1] and other[0] <= one[1]
