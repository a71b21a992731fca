"""Whether versions or their clauses are told of two days, by the dates in them and the days of their reports."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.time.times import SEASON, cannot_coincide, grain, names_year, scale, unit_counted
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES
from claimcompare.lexicons.measures import words_with
from claimcompare.text.marks import DASHES

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_WEEK = 7
_YEAR = "year"
MOVED_ON = "the versions are of different days: this may be a development over time"
_OPENING: int = lexicons.parameters("differences")["dates"]["opening"]
_NEAR: int = lexicons.parameters("differences")["days"]["near"]


def note_of_two_days(pair: Pair) -> str | None:
    """A note for versions that each say how things were on another day ("as of 3 May"); None for others."""
    stated = [[one for one in pair.versions[side].dates if is_state_at(pair, side, one)] for side in SIDES]
    apart = any(cannot_coincide(left, right) for left, right in product(*stated))
    return MOVED_ON if apart else None


def is_state_at(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether the date says for when a figure holds: "as of 3 May"."""
    before = [token.form.lower() for token in pair.tokens(side) if token.end <= date.span.start][-2:]
    return " ".join(before) in lexicons.words("status_phrases")


def are_of_two_reports(pair: Pair, left: range, right: range) -> bool:
    """Whether the reports are of two days, and no dates of one day stand in both clauses."""
    days = pair.published
    if None in days or days[0] == days[1]:
        return False
    here, there = _days(pair.versions[0], left), _days(pair.versions[1], right)
    return not any(_meet(one, other) for one, other in product(here, there))


def are_of_two_times(pair: Pair, left: range, right: range, lasting: tuple[bool, bool] = (False, False)) -> bool:
    """Whether the dates of two clauses are of other days; a state holds on after the day before it that it began."""
    here, there = _days(pair.versions[0], left), _days(pair.versions[1], right)
    if not here or not there or any(_meet(one, other) for one, other in product(here, there)):
        return False
    if lasting[0] == lasting[1]:
        return True
    states, ends = (here, there) if lasting[0] else (there, here)
    return not all(_is_before(end, state) for end, state in product(ends, states))


@lru_cache(maxsize=KEPT)
def stretches_of(version: Version) -> tuple[tuple[DateMention, DateMention], ...]:
    """The first and the last date of each stretch that is told from end to end: "March 31 to April 2"."""
    dates = sorted((one for one in version.dates if one.duration is None), key=lambda one: one.span.start)
    return tuple(
        (one, other)
        for one, other in pairwise(dates)
        if scale(one) == scale(other) != "time" and _are_joined(version, one, other)
    )


def _are_joined(version: Version, one: DateMention, other: DateMention) -> bool:
    """Whether only a dash or a "to" lies between two dates."""
    first, last = version.indexes(one.span), version.indexes(other.span)
    if not first or not last or first.stop > last.start:
        return False
    between, gap = version.forms[first.stop : last.start], version.gaps[last.start].strip()
    return not gap and between in _joiners() if between else gap in DASHES


@cache
def _joiners() -> frozenset[tuple[str, ...]]:
    return frozenset((word,) for word in lexicons.words("stretch_joiners"))


def _days(version: Version, rest: range) -> list[DateMention]:
    """The dates of a clause, and where it has none that with which the version opens: "On Monday, it was shut"."""
    dates = [(place[0], one) for one in version.dates if one.duration is None and (place := version.indexes(one.span))]
    return [one for at, one in dates if at in rest] or [one for at, one in dates if at <= _OPENING]


def _meet(left: DateMention, right: DateMention) -> bool:
    """Whether two dates may be of one day."""
    if left.key.partition("/")[0] == right.key.partition("/")[0]:
        return True
    if left.earliest and left.latest and right.earliest and right.latest:
        return left.earliest <= right.latest and right.earliest <= left.latest
    if _is_of_another_year(left, right) or _is_of_another_year(right, left):
        return False
    return _sort(left) != _sort(right)


def _is_of_another_year(date: DateMention, other: DateMention) -> bool:
    """Whether a date names a year alone, as who tells of this year does not: "opened in 1931", "closed in May"."""
    if grain(date) != _YEAR or not names_year(date):
        return False
    return not names_year(other) and unit_counted(other) != _YEAR


def _sort(date: DateMention) -> str:
    """Weekdays can be told from weekdays, months from months, seasons from seasons; other dates may be of one day."""
    if date.key.strip(":+-0123456789") in words_with("S"):
        return SEASON
    return "weekday" if _weekday(date) is not None else date.key[:2]


def _is_before(left: DateMention, right: DateMention) -> bool:
    if left.latest is not None and right.earliest is not None:
        return left.latest < right.earliest
    here, there = _weekday(left), _weekday(right)
    return here is not None and there is not None and 0 < (there - here) % _WEEK <= _NEAR


def _weekday(date: DateMention) -> int | None:
    name, _, number = date.key.partition("/")[0].partition("-")
    return int(number) if name == "weekday" and number.isdigit() else None
