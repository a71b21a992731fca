"""The highest of what is measured: "winds of up to 181 mph" and "gusts reached 118 mph" cannot both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.number.units import is_measured
from claimcompare.differences.shared.syntax.phrases import clause_start

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_REACH: int = lexicons.parameters("differences")["peaks"]["reach"]
_AT_MOST = "<="


def as_peaks(pair: Pair, left: Count, right: Count) -> tuple[Count, Count]:
    """Both, exact where each is the highest that was measured; else as they are."""
    both = (left, right)
    if not all(_is_peak(version, one) for version, one in pair.each(*both)):
        return both
    return _exact(left), _exact(right)


def are_of_two_sorts(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is what held for long, a mean or the lowest, and the other is not: "sustained winds", "gusts"."""
    if not (is_measured(left.quantity) and is_measured(right.quantity)):
        return False
    return _sort(pair.versions[0], left) != _sort(pair.versions[1], right)


def _sort(version: Version, count: Count) -> str | None:
    """The sort of what is measured, by the last word before it in its clause that says so."""
    start = count.words.start
    fell = start > 0 and version.form(start - 1) in lexicons.words("changing_verbs")  # "fell 30 metres": how far
    before = range(start - 1 - fell, clause_start(version, start) - 1, -1)
    sorts = lexicons.sorts("measure_sorts")
    return next((sorts[version.forms[at]] for at in before if version.forms[at] in sorts), None)


def _is_peak(version: Version, count: Count) -> bool:
    """Whether it is a speed, a length or a temperature, and the highest, by an "up to" or a word before it."""
    if not is_measured(count.quantity):
        return False
    before = version.forms[max(0, count.words.start - _REACH) : count.words.start]
    return count.quantity.approximator == _AT_MOST or not lexicons.words("peak_words").isdisjoint(before)


def _exact(count: Count) -> Count:
    """Without the "up to"."""
    if count.quantity.approximator != _AT_MOST:
        return count
    return evolve(count, quantity=evolve(count.quantity, approximator=None))
