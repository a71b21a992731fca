"""How two numbers of one thing differ: whether both can hold, and whether one is the other in another form."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import AGE, ROUTINE, SCORE
from claimcompare.differences.number.units import (
    agree,
    as_percent,
    digits,
    in_unit_of,
    is_same_figure,
    is_same_figure_of_money,
)
from claimcompare.differences.shared.pairing import bounds, compatible

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.pairing import Bounds
    from claimcompare.records import Quantity, Severity

_SETTINGS = lexicons.parameters("differences")["numbers"]
_SAME_LENGTH: float = _SETTINGS["same_length"]  # four weeks are no month, twelve months are a year
_ROUNDED_LENGTH: float = _SETTINGS["rounded_length"]  # two years may be 25 months, not 30
_SAME_ROUTINE: float = _SETTINGS["same_routine"]  # every four weeks is once a month
_SAME_PERCENT: float = _SETTINGS["same_percent"]  # a third is 33 per cent
_LOOSE_PERCENT: float = _SETTINGS["loose_percent"]
_APART: float = _SETTINGS["apart"]
_ROUNDED_FROM: float = _SETTINGS["rounded_from"]
_ROUNDED_SHARE: float = _SETTINGS["rounded_share"]
_OPEN = frozenset({"<", "<=", ">", ">="})  # said to lie on one side of a value, which is then meant as it stands
_LIMITS = frozenset({"<", "<="})


def same_value(left: Count, right: Count) -> bool:
    """Whether both are one value, in whatever unit."""
    here, there = left.quantity, right.quantity
    if here.unit == there.unit == ROUTINE:
        return math.isclose(here.low, there.low, rel_tol=_SAME_ROUTINE)
    if left.unit_days and right.unit_days and left.unit_days != right.unit_days:
        return math.isclose(here.low, there.low, rel_tol=_SAME_LENGTH) and (
            here.high == there.high or here.high < math.inf > there.high
        )
    if (here.unit, here.per) != (there.unit, there.per) and (agree(here, there) or _are_one_share(here, there)):
        return True
    return is_same_figure(here, there) and not _of_two_units(here, there)


def _are_one_share(left: Quantity, right: Quantity) -> bool:
    """Whether one is a share in words and the other as many per cent: "a quarter", "25 percent"."""
    if {left.unit, right.unit} != {None, "%"}:
        return False
    here, there = as_percent(left, right)
    return abs(here.low - there.low) <= _SAME_PERCENT and here.high == here.low and there.high == there.low


def _of_two_units(left: Quantity, right: Quantity) -> bool:
    """Whether one figure means two amounts: acres and hectares, dollars and euros, a week and a month."""
    if None not in (left.per, right.per) and left.per != right.per:
        return True
    return left.unit != right.unit and None not in (left.unit, right.unit)


def severity_of(left: Count, right: Count, *, copies: bool) -> Severity | None:
    """How two numbers differ, None where they do not; ``copies``: all else in the versions is much the same."""
    here, there = left.quantity, right.quantity
    if {here.unit, there.unit} == {None, "%"}:
        here, there = as_percent(here, there)
        if abs(here.low - there.low) <= _SAME_PERCENT:
            return None
        if _are_loosely_one(here, there):
            return "shift"
    if here.ordinal != there.ordinal:
        return _rank_and_number(here, there) if here.ordinal else _rank_and_number(there, here)
    if same_value(left, right):
        return "shift" if here.approximator != there.approximator and _in_one_unit(here, there) else None
    return "shift" if _may_agree(left, right, copies=copies) else "conflict"


def _may_agree(left: Count, right: Count, *, copies: bool) -> bool:
    """Whether both of two values may hold: loose or rounded ones, and rates and moneys that cannot be converted."""
    here, there = left.quantity, right.quantity
    if here.per != there.per:  # but $20 an hour is not $20 a day
        return None in (here.per, there.per) or here.unit != there.unit or not is_same_figure(here, there)
    if is_same_figure_of_money(here, there):
        return True
    if here.unit == SCORE or (copies and here.approximator and here.approximator == there.approximator):
        return False  # "over 400" and "over 600" of one thing, in the same words
    if _are_two_limits(left, right):
        return False
    return compatible(*_bounds(left, right)) or (
        here.unit not in (AGE, ROUTINE) and not copies and is_rounded(here, there)
    )


def _are_two_limits(left: Count, right: Count) -> bool:
    """Whether things of one name are said to be below two limits far apart: "fewer than 50 cows", "500 cows"."""
    here, there = left.quantity, right.quantity
    if not (here.approximator == there.approximator in _LIMITS and left.stems & right.stems):
        return False
    return max(here.high, there.high) >= _APART * min(here.high, there.high)


def _are_loosely_one(share: Quantity, percent: Quantity) -> bool:
    """Whether a share in words is said to be about the percentage of the other: "almost a third", "31 percent"."""
    said = {share.approximator, percent.approximator}
    near = abs(share.low - percent.low) <= _LOOSE_PERCENT and said != {None} and _OPEN.isdisjoint(said)
    within = (bounds(one.low, one.high, one.approximator) for one in (share, percent))
    return near or compatible(*within)


def _in_one_unit(left: Quantity, right: Quantity) -> bool:
    return (left.unit, left.per) == (right.unit, right.per)


def _rank_and_number(rank: Quantity, number: Quantity) -> Severity | None:
    """Of four there is a third, of five there is no sixth; the nineteenth season is that of nineteen seasons."""
    if rank.low == number.low == number.high > 1.0:
        return "style"
    return "conflict" if rank.low > number.high > 1.0 else None  # "one minister" is no number of ministers


def in_other_units(left: Count, right: Count) -> bool:
    """Whether one amount is given in two units: "two miles", "3.2 km"; "12 months", "a year"."""
    here, there = left.quantity, right.quantity
    if left.unit_days != right.unit_days:
        return True
    if here.unit is None or there.unit is None or _in_one_unit(here, there):
        return False
    return agree(here, there) and not is_same_figure(here, there)


def _bounds(left: Count, right: Count) -> tuple[Bounds, Bounds]:
    """What the words of both allow, the approximators considered; a length in a longer unit may be rounded."""
    here, there = as_percent(left.quantity, right.quantity)
    here = in_unit_of(here, there)
    return (
        _within(bounds(here.low, here.high, here.approximator), left, right),
        _within(bounds(there.low, there.high, there.approximator), right, left),
    )


def _within(found: Bounds, one: Count, other: Count) -> Bounds:
    part = (
        min(1.0, one.quantity.low / one.unit_days) if one.unit_days else 0.0
    )  # a quarter of an hour is no rounded hour
    slack = part * one.unit_days * _ROUNDED_LENGTH if one.unit_days > other.unit_days else 0.0
    return found[0] - slack, found[1] + slack


def is_rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one value is the other, rounded: 2.46 and 2.5, 4,012 and 4,000."""
    if left.low != left.high or right.low != right.high or left.ordinal or left.unit != right.unit:
        return False
    if not _OPEN.isdisjoint((left.approximator, right.approximator)):
        return False
    short, long = sorted((left.low, right.low), key=digits)
    return _is_rounding(short, long) and not (left.unit is None and 1.0 < short < _ROUNDED_FROM)


def _is_rounding(short: float, long: float) -> bool:
    few = digits(short)
    if long <= 0 or few >= digits(long) or abs(long - short) > _ROUNDED_SHARE * max(long, short):
        return False
    return math.isclose(float(f"{long:.{few}g}"), short)
