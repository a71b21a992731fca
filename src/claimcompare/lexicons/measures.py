"""The words that numbers and dates are made of: ``measures.tsv``, by word, by code and by length."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcompare.lexicons import table


@cache
def measures() -> Mapping[str, tuple[str, str]]:
    """The code and the value of each word."""
    return {word: (code, value) for word, code, value in table("measures")}


@cache
def words_with(codes: str) -> frozenset[str]:
    """The words that have one of these codes, such as ``MW`` for months and weekdays."""
    return frozenset(word for word, (code, _) in measures().items() if code in codes)


def days_of(unit: str) -> float:
    """How many days a unit of time has; 0 for any other word."""
    code, value = measures().get(unit, ("", ""))
    return float(value) if code == "U" else 0.0
