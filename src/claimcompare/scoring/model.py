"""Measures → score and evidence: an additive logistic model with learned curves (Hastie and Tibshirani 1986).

Each measure has a curve that says how many log-odds it adds at which value. Since they only add up, the evidence for a
score is simply its parts. There are two models: one for the first look at a pair, one for the second.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Evidence
from claimcompare.scoring.pairs import Pair

Measures = Mapping[str, Callable[[Pair], float]]

_FARTHEST = 50.0  # log-odds; beyond that a probability is 0 or 1 to the last digit


@frozen(kw_only=True)
class Curve:
    """What one measure adds: straight lines between the points (``at``, ``adds``), level beyond the ends.

    Attributes:
        at: values of the measure, ascending.
        adds: log-odds at each of them; 0 is what it adds on average to a candidate.
        lowest: the log-odds, summed up to here, below which a pair is given up.
    """

    name: str
    at: tuple[float, ...]
    adds: tuple[float, ...]
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


@frozen(kw_only=True)
class CurveModel:
    """What the curves add to, and the curves."""

    intercept: float
    curves: tuple[Curve, ...]

    def parts(self, values: Mapping[str, float]) -> list[float]:
        """What each measure adds, in the order of the curves."""
        return [curve(values[curve.name]) for curve in self.curves]

    def probability(self, parts: Sequence[float]) -> float:
        """The chance that a pair with these parts states the same thing, 0..1."""
        return _probability(self.intercept + math.fsum(parts))

    def evidence(self, values: Mapping[str, float], parts: Sequence[float]) -> tuple[Evidence, ...]:
        """What spoke for and against, weightiest first."""
        settings = parameters("scoring")
        found = (
            Evidence(
                name=curve.name,
                value=round(values[curve.name], 4),
                weight=round(adds, 4),
                words=settings["words"][curve.name],
            )
            for curve, adds in zip(self.curves, parts, strict=True)
            if abs(adds) >= settings["least_evidence"]
        )
        return tuple(sorted(found, key=lambda one: (-abs(one.weight), one.name)))


def _probability(log_odds: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, log_odds))))


@cache
def first_model() -> CurveModel:
    """The learned model for the first look: its curves stand in the order in which they are asked."""
    return _model(parameters("scoring_curves")["first"])


@cache
def second_model() -> CurveModel:
    """The learned model for the second look."""
    return _model(parameters("scoring_curves")["second"])


def _model(learned: Mapping[str, Any]) -> CurveModel:
    curves = (
        Curve(name=name, at=tuple(one["at"]), adds=tuple(one["adds"]), lowest=one.get("lowest", -math.inf))
        for name, one in learned["curves"].items()
    )
    return CurveModel(intercept=learned["intercept"], curves=tuple(curves))


class Look(NamedTuple):
    """What a first look at a pair found: its measures, and its score, 0 if it was given up."""

    values: dict[str, float]
    score: float


def first_look(measures: Measures, pair: Pair, *, thorough: bool) -> Look | None:
    """The pair by its own measures and its surroundings, or None if it plainly will not come to anything.

    The cheap measures come first in the data file. Each comes with the lowest sum up to it of the training pairs that
    came to something (a rejection cascade, Viola and Jones 2001); most pairs are given up early. ``thorough``: such
    a pair is measured all the same.
    """
    model = first_model()
    so_far = model.intercept
    given_up = False
    values = {}
    for curve in model.curves:
        value = values[curve.name] = measures[curve.name](pair)
        so_far += curve(value)
        if so_far < curve.lowest:
            given_up = True
            if not thorough:
                return None
    return Look(values, 0.0 if given_up else _probability(so_far))
