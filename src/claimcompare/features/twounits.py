"""Shape → amounts told in several steps: "two hours and 5 minutes", "6 feet 2 inches", "a year and a half"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimcompare import lexicons
from claimcompare.features.numerals import numeral
from claimcompare.features.units import unit_of

if TYPE_CHECKING:
    from claimcompare.features.shapes import Shape

# A number that may be a further step: a plain one, or the "a" behind an "and"; less is one than in ``quantities``.
_NUMBER = r"(?:[nd](?:·[nd])?|w(?:-?w)*|(?<=&)a)"
_HALF = r"&aH(?!a|-?s)"
REST = rf"(?:{_HALF}|,?&?{_NUMBER}-?[Ux])"
"""The pattern of a further step, behind the unit of the one before."""
_REST = re.compile(rf"(?P<half>{_HALF})|,?&?(?P<number>{_NUMBER})(?=-?[Ux])")


class Amount(NamedTuple):
    """A value, its unit, and where its words end."""

    value: float
    unit: str | None
    end: int


def with_rest(shape: Shape, value: float, unit: str | None, end: int) -> Amount:
    """The amount with the steps behind it, if any: in the smallest unit, or in its own with a half of one more."""
    found = _REST.match(shape.codes, end) if unit else None
    if found and found["half"]:
        return Amount(value + numeral(shape, found.end() - 1, found.end()), unit, found.end())
    if found:
        smaller, after = unit_of(shape, found.start("number"), found.end(), of_part=False)
        times = _how_many().get((unit, smaller))
        if times:
            return with_rest(shape, value * times + numeral(shape, *found.span("number")), smaller, after)
    return Amount(value, unit, end)


def is_rest(shape: Shape, start: int, end: int) -> bool:
    """Whether what follows a unit is all of it further steps of one amount."""
    unit, _ = unit_of(shape, start - 1, start - 1, of_part=False)
    return with_rest(shape, 1.0, unit, start).end == end


@cache
def _how_many() -> dict[tuple[str | None, str | None], int]:
    """How many of the smaller unit one of the larger has."""
    return {(larger, smaller): int(times) for larger, smaller, times in lexicons.table("smaller_units")}
