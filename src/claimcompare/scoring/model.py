"""Measures → score and evidence: an additive logistic model with learned curves (Hastie and Tibshirani 1986).

Each measure has a curve that says how many log-odds it adds at which value. Since they only add up, the evidence for a
score is simply its parts.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property
from itertools import pairwise
from typing import TypeVar

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Evidence

Measured = TypeVar("Measured")

_FARTHEST = 50.0  # log-odds; beyond that a probability is 0 or 1 to the last digit


@frozen(kw_only=True)
class Curve:
    """What one measure adds: straight lines between the points (``at``, ``adds``), level beyond the ends.

    Attributes:
        at: values of the measure, ascending.
        adds: log-odds at each of them; 0 is what it adds on average to a candidate.
        words: the measure's name for a reader.
        lowest: the log-odds, summed up to here, below which a pair is given up.
    """

    name: str
    at: tuple[float, ...]
    adds: tuple[float, ...]
    words: str
    lowest: float = -math.inf

    @cached_property
    def _pieces(self) -> tuple[tuple[float, float, float, float], ...]:
        """For each stretch between two points, and beyond both ends: start, width, what it adds there, the rise."""
        inner = [
            (start, end - start, here, there - here)
            for (start, here), (end, there) in pairwise(zip(self.at, self.adds, strict=True))
        ]
        return ((0.0, 1.0, self.adds[0], 0.0), *inner, (0.0, 1.0, self.adds[-1], 0.0))

    def __call__(self, value: float) -> float:
        """The log-odds that ``value`` adds."""
        start, width, adds, rise = self._pieces[bisect_right(self.at, value)]
        return adds + (value - start) / width * rise


@cache
def curves() -> tuple[Curve, ...]:
    """The learned curves, in the order of the data file."""
    words = parameters("scoring")["words"]
    learned = parameters("scoring_curves")["curves"]
    return tuple(
        Curve(name=name, at=tuple(curve["at"]), adds=tuple(curve["adds"]), words=words[name], lowest=curve["lowest"])
        for name, curve in learned.items()
    )


Part = tuple[float, float]
Measures = Mapping[str, Callable[[Measured], float]]


def promising_parts(measures: Measures[Measured], pair: Measured, least: float) -> list[Part] | None:
    """Each measure of a pair and what it adds, as the curves go, or None if it plainly will not score ``least``.

    The cheap measures come first in the data file. Each comes with the lowest sum up to it of any training pair that
    came to ``promising_from`` in the end (a rejection cascade, Viola and Jones 2001); most pairs are given up early.
    Nothing is given up when lower scores are asked for.
    """
    learned = parameters("scoring_curves")
    may_give_up = least >= learned["promising_from"]
    so_far = learned["intercept"]
    parts = []
    for curve in curves():
        value = measures[curve.name](pair)
        adds = curve(value)
        parts.append((value, adds))
        so_far += adds
        if may_give_up and so_far < curve.lowest:
            return None
    return parts


def probability(parts: Iterable[Part]) -> float:
    """The chance that a pair with these measures states the same thing, 0..1."""
    log_odds = parameters("scoring_curves")["intercept"] + math.fsum(adds for _, adds in parts)
    return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, log_odds))))


def evidence(parts: Iterable[Part]) -> tuple[Evidence, ...]:
    """What spoke for and against, weightiest first."""
    least = parameters("scoring")["least_evidence"]
    found = (
        Evidence(name=curve.name, value=round(value, 4), weight=round(adds, 4), words=curve.words)
        for curve, (value, adds) in zip(curves(), parts, strict=True)
        if abs(adds) >= least
    )
    return tuple(sorted(found, key=lambda one: (-abs(one.weight), one.name)))
