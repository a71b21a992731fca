"""The learned weights of the passes, from ``alignment.json``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import frozen

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@frozen(kw_only=True, eq=False)
class Pass:
    """One pass: a weight for each sign, and the log-odds from which a pair is linked, and from which it is sure."""

    weights: Sequence[float]
    bias: float
    least: float
    sure: float


@frozen(kw_only=True)
class Model:
    """The three passes, in order."""

    first: Pass
    second: Pass
    third: Pass


@cache
def model() -> Model:
    """The model that the package comes with."""
    parameters = lexicons.parameters("alignment")
    return Model(**{name: _pass(parameters[name]) for name in ("first", "second", "third")})


def _pass(stored: Mapping[str, Any]) -> Pass:
    weights = [weight for table in stored["tables"].values() for weight in table]
    return Pass(weights=weights, bias=stored["bias"], least=stored["least"], sure=stored["sure"])
