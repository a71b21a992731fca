"""Measures → score and evidence: an additive logistic model with learned curves (Hastie and Tibshirani 1986).

Each measure has a curve that says how many log-odds it adds at which value. Since they only add up, the evidence for a
score is simply its parts.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping
from functools import cache

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Evidence

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

    def __call__(self, value: float) -> float:
        """The log-odds that ``value`` adds."""
        right = bisect_right(self.at, value)
        if right == 0:
            return self.adds[0]
        if right == len(self.at):
            return self.adds[-1]
        share = (value - self.at[right - 1]) / (self.at[right] - self.at[right - 1])
        return self.adds[right - 1] + share * (self.adds[right] - self.adds[right - 1])


@cache
def curves() -> tuple[Curve, ...]:
    """The learned curves, in the order of the data file."""
    words = parameters("scoring")["words"]
    learned = parameters("scoring_curves")["curves"]
    return tuple(
        Curve(name=name, at=tuple(curve["at"]), adds=tuple(curve["adds"]), words=words[name], lowest=curve["lowest"])
        for name, curve in learned.items()
    )


def promising_values(measure: Callable[[str], float], least: float) -> dict[str, float] | None:
    """All measures of a pair by name, or None as soon as it is plain that it will not score ``least``.

    The cheap measures come first in the data file. Behind each stands the lowest sum so far of any training pair that
    came to ``promising_from`` in the end (a rejection cascade, Viola and Jones 2001); most pairs are given up early.
    Nothing is given up when lower scores are asked for.
    """
    learned = parameters("scoring_curves")
    may_give_up = least >= learned["promising_from"]
    so_far = learned["intercept"]
    values: dict[str, float] = {}
    for curve in curves():
        values[curve.name] = measure(curve.name)
        so_far += curve(values[curve.name])
        if may_give_up and so_far < curve.lowest:
            return None
    return values


def probability(values: Mapping[str, float]) -> float:
    """The chance that a pair with these measures states the same thing, 0..1."""
    log_odds = parameters("scoring_curves")["intercept"] + math.fsum(curve(values[curve.name]) for curve in curves())
    return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, log_odds))))


def evidence(values: Mapping[str, float]) -> tuple[Evidence, ...]:
    """What spoke for and against, weightiest first."""
    least = parameters("scoring")["least_evidence"]
    found = (
        Evidence(name=curve.name, value=round(values[curve.name], 4), weight=round(weight, 4), words=curve.words)
        for curve in curves()
        for weight in (curve(values[curve.name]),)
        if abs(weight) >= least
    )
    return tuple(sorted(found, key=lambda one: (-abs(one.weight), one.name)))
