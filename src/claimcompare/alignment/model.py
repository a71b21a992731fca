"""The learned weights of the passes, from ``lexicons/alignment.json``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@frozen(kw_only=True)
class Pass:
    """One pass: a weight for each sign, and the log-odds from which a pair is linked."""

    weights: Sequence[float]
    bias: float
    least: float


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


def _pass(stored: Mapping[str, object]) -> Pass:
    tables: Mapping[str, Sequence[float]] = stored["tables"]  # type: ignore[assignment]  # JSON has no types
    weights = [weight for table in tables.values() for weight in table]
    return Pass(weights=weights, bias=float(stored["bias"]), least=float(stored["least"]))  # type: ignore[arg-type]
