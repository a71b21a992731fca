"""Which stretch of the calendar a number is of: a month, a quarter, a half or a year, by the words of its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.shared.syntax.phrases import clause_end, clause_start
from claimcompare.differences.shared.time.times import grain, unit_counted
from claimcompare.lexicons.measures import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention

_QUARTER = "quarter"
_MONTHS: dict[str, float] = lexicons.parameters("differences")["spans"]["months"]


def are_of_two_spans(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two numbers are of stretches that are not of one length: a quarter, a year."""
    plain = left.quantity.unit is None or right.quantity.unit is None
    here, there = _months(pair.versions[0], left, plain=plain), _months(pair.versions[1], right, plain=plain)
    return here is not None and there is not None and here != there


def _months(version: Version, count: Count, *, plain: bool) -> float | None:
    """How many months the shortest stretch has that the clause of a number names.

    ``plain``: it may count what happened once, so that the month and the year of that are no stretches.
    """
    if count.quantity.ordinal or count.unit_days:
        return None
    clause = range(clause_start(version, count.words.start), clause_end(version, count.words.stop))
    found = [*_named(version, clause), *(_current(version, clause) if plain else _dated(version, clause))]
    return min(found, default=None)


def _named(version: Version, clause: range) -> Iterator[float]:
    """The lengths of "the fourth quarter", "the first half", "Q4" and "the nine months"."""
    for at in clause:
        length = _MONTHS.get(lexicons.rows("span_words").get(version.forms[at], ""))
        led = at > 0 and version.form(at - 1) in lexicons.words("span_openers")
        if length and led and lexicons.words("span_stops").isdisjoint(version.forms[at + 1 : at + 2]):
            yield length
    yield from (_MONTHS[_QUARTER] for one in version.dates if grain(one) == _QUARTER and _is_in(version, one, clause))
    for count in counts_of(version):
        if count.unit_days == days_of("month") and count.words.start in clause:
            yield count.quantity.low / count.unit_days


def _dated(version: Version, clause: range) -> Iterator[float]:
    """The lengths of the months and years that are named, but for those that a stretch begins or ends in."""
    for one in version.dates:
        unit = unit_counted(one) or grain(one)
        start = version.indexes(one.span).start
        bound = version.form(start - 1)
        if unit in _MONTHS and _is_in(version, one, clause) and bound not in lexicons.words("span_bounds"):
            yield _MONTHS[unit]


def _current(version: Version, clause: range) -> Iterator[float]:
    """The lengths of "this week", "this month" and "this year", in which as many may have happened."""
    for one in version.dates:
        unit, _, counted = one.key.partition("+")
        if counted == "0" and unit in _MONTHS and _is_in(version, one, clause):
            yield _MONTHS[unit]


def _is_in(version: Version, date: DateMention, clause: range) -> bool:
    return version.indexes(date.span).start in clause
