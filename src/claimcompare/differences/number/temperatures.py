"""Temperatures in two scales: 104 degrees Fahrenheit are 40 degrees Celsius, and so may 40 degrees be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons

if TYPE_CHECKING:
    from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["temperatures"]
_SLACK: float = _SETTINGS["slack"]
_CHANGE: float = _SETTINGS["change"]
_CELSIUS, _FAHRENHEIT, _DEGREE = "Celsius", "Fahrenheit", "degree"
_ZERO, _DEGREES = 32.0, 1.8  # of Fahrenheit where Celsius has 0, and for one degree of Celsius
_SCALES = frozenset({_CELSIUS, _FAHRENHEIT, _DEGREE})


def are_temperatures(left: Quantity, right: Quantity) -> bool:
    """Whether both are in degrees, of two scales, or one of a scale that is not named."""
    return left.unit != right.unit and {left.unit, right.unit} <= _SCALES


def is_temperature(quantity: Quantity) -> bool:
    """Whether it is in degrees."""
    return quantity.unit in _SCALES


def in_scale_of(left: Quantity, right: Quantity) -> Quantity:
    """``left`` in the scale of ``right``."""
    if right.unit == _CELSIUS and left.unit == _FAHRENHEIT:
        low, high = ((value - _ZERO) / _DEGREES for value in (left.low, left.high))
    elif right.unit == _FAHRENHEIT and left.unit == _CELSIUS:
        low, high = (value * _DEGREES + _ZERO for value in (left.low, left.high))
    else:
        return left
    return evolve(left, low=low, high=high, unit=right.unit)


def temperatures_agree(left: Quantity, right: Quantity) -> bool:
    """Whether two are one temperature, rounded as they may be, or one change of it: "1.5 Celsius", "2.7 Fahrenheit"."""
    if _DEGREE in (left.unit, right.unit):
        return any(_agree(*both) for both in _scales_of_bare(left, right))
    return _agree(left, right)


def _scales_of_bare(left: Quantity, right: Quantity) -> list[tuple[Quantity, Quantity]]:
    """Both with the bare degrees of one in each scale."""
    if left.unit == _DEGREE:
        return [(evolve(left, unit=scale), right) for scale in (_CELSIUS, _FAHRENHEIT)]
    return [(left, evolve(right, unit=scale)) for scale in (_CELSIUS, _FAHRENHEIT)]


def _agree(left: Quantity, right: Quantity) -> bool:
    if left.unit == right.unit:
        return (left.low, left.high) == (right.low, right.high)
    warm, cold = (left, right) if left.unit == _FAHRENHEIT else (right, left)
    slack = _SLACK * _DEGREES
    level = all(abs(f - (c * _DEGREES + _ZERO)) <= slack for f, c in _ends(warm, cold))
    change = all(abs(c) <= _CHANGE and abs(f - c * _DEGREES) <= _SLACK for f, c in _ends(warm, cold))
    return level or change


def _ends(warm: Quantity, cold: Quantity) -> list[tuple[float, float]]:
    return [(warm.low, cold.low), (warm.high, cold.high)]
