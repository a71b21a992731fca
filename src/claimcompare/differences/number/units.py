"""One amount in two units: miles and kilometres, dollars a month and dollars a week, per cent and shares."""

from __future__ import annotations

import math
from functools import cache

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.number.temperatures import (
    are_temperatures,
    in_scale_of,
    is_temperature,
    temperatures_agree,
)
from claimcompare.lexicons.measures import days_of
from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["units"]
_ALIKE: float = _SETTINGS["alike"]
_FARTHEST: float = _SETTINGS["farthest"]
_CLOSE: float = _SETTINGS["close"]
_POINTS = frozenset({None, "point"})


def are_in_comparable_units(left: Quantity, right: Quantity) -> bool:
    """Whether the units allow a comparison: per cent with per cent, dollars with dollars, acres with hectares."""
    left, right = as_percent(left, right)
    if (left.unit, left.per) == (right.unit, right.per) or {left.unit, right.unit} == _POINTS:
        return True
    return are_temperatures(left, right) or _are_near(left, right) or is_same_figure_of_money(left, right)


def _are_near(left: Quantity, right: Quantity) -> bool:
    """Whether amounts in two units come near enough to be of one thing; what is by no period is no rate."""
    if None in (left.per, right.per) and left.per != right.per:
        return left.unit == right.unit and (left.unit is None or is_same_figure(left, right))
    times = _factor(left, right)
    if times is None or min(left.low, right.low) <= 0:
        return False
    return is_same_figure(left, right) or 1 / _FARTHEST <= times * left.low / right.low <= _FARTHEST


def is_same_figure_of_money(left: Quantity, right: Quantity) -> bool:
    """Whether both are one figure of two currencies: "$50", "50 euros"."""
    money = all("money" in _measures(one.unit) for one in (left, right))
    return money and left.unit != right.unit and is_same_figure(left, right)


def is_same_figure(left: Quantity, right: Quantity) -> bool:
    """Whether the figures are equal, whatever their units."""
    return (left.low, left.high) == (right.low, right.high)


@cache
def _measures(unit: str | None) -> dict[str, float | None]:
    """What a unit measures, with how many of the first unit of that it has, None where nobody knows."""
    rows = lexicons.table("units")
    return {measure: float(value) if value else None for name, measure, value in rows if name == unit}


# ---------------------------------------------------------------- shares and per cent


def as_percent(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both in per cent where one is and the other is a share: "one in five" and "20 percent"."""
    if {left.unit, right.unit} != {None, "%"}:
        return left, right
    return _in_percent(left), _in_percent(right)


def _in_percent(quantity: Quantity) -> Quantity:
    if not is_share(quantity):
        return quantity
    return evolve(quantity, low=100 * quantity.low, high=100 * quantity.high, unit="%")


def is_share(quantity: Quantity) -> bool:
    """Whether it is a part of one: a third, one in five."""
    return quantity.unit is None and 0.0 < quantity.high < 1.0


# ---------------------------------------------------------------- conversion


def in_unit_of(left: Quantity, right: Quantity) -> Quantity:
    """``left`` in the unit of ``right``, or as it is where that cannot be."""
    if are_temperatures(left, right):
        return in_scale_of(left, right)
    times = _factor(left, right)
    if times is None or times == 1.0:
        return left
    return evolve(left, low=times * left.low, high=times * left.high, unit=right.unit, per=right.per)


def _factor(left: Quantity, right: Quantity) -> float | None:
    """How many of the unit of ``right`` one of ``left`` is, None where they measure different things."""
    units, per = _unit_factor(left.unit, right.unit), _per_factor(left.per, right.per)
    return None if units is None or per is None else units / per


def _unit_factor(unit: str | None, other: str | None) -> float | None:
    if unit == other:
        return 1.0
    here, there = _measures(unit), _measures(other)
    for measure, value in here.items():
        if value and there.get(measure):
            return value / (there[measure] or 1.0)
    return None


def _per_factor(per: str | None, other: str | None) -> float | None:
    """How many of the one period the other has."""
    if per == other:
        return 1.0
    days = days_of(per or ""), days_of(other or "")
    return days[0] / days[1] if days[0] and days[1] else None


def agree(left: Quantity, right: Quantity) -> bool:
    """Whether two amounts in different units are one amount, as far as they are rounded: "two miles", "3 km".

    One figure in units that are far from alike is not one: 52,000 hectares for 52,000 acres is a mistake.
    """
    if are_temperatures(left, right):
        return temperatures_agree(left, right)
    times = _factor(left, right)
    if times is None:
        return False
    if is_same_figure(left, right):
        return max(times, 1 / times) <= _ALIKE
    here, there = _told(left), _told(right)
    return here[0] * times <= there[1] and there[0] <= here[1] * times


def _told(quantity: Quantity) -> tuple[float, float]:
    """What an amount may be, rounded as it is."""
    return quantity.low - _slack(quantity.low), quantity.high + _slack(quantity.high)


def _slack(value: float) -> float:
    """Half of the last digit that is given, and at least a small share of the whole."""
    if not math.isfinite(value) or value <= 0:
        return 0.0
    last = math.floor(math.log10(value)) - digits(value) + 1
    return max(10.0**last / 2, _CLOSE * value)


def digits(value: float) -> int:
    """How many digits a value has between its first and its last that is not 0: three in 4,010 and in 0.401."""
    return len(f"{value:e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def is_length(quantity: Quantity) -> bool:
    """Whether it is a distance or a length."""
    return "length" in _measures(quantity.unit)


def is_measured(quantity: Quantity) -> bool:
    """Whether it is a length, a speed or a temperature."""
    return is_length(quantity) or is_temperature(quantity)


def is_transposed(left: Quantity, right: Quantity) -> bool:
    """Whether two exact numbers have the same digits in another order, as misprints have: 3.6 and 6.3 billion."""
    if (left.unit, left.per) != (right.unit, right.per) or left.low != left.high or right.low != right.high:
        return False
    here, there = (f"{one.low:e}".partition("e") for one in (left, right))
    digits_here, digits_there = (one[0].replace(".", "").rstrip("0") for one in (here, there))
    same = sorted(digits_here) == sorted(digits_there) and here[2] == there[2]
    return same and digits_here != digits_there
