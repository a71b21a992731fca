"""What dates name, how finely, and whether two of them can be the same day or span."""

from __future__ import annotations

import datetime
import math
import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare.differences.pairing import bounds, compatible
from claimcompare.lexicons import parameters, table

if TYPE_CHECKING:
    from claimcompare.records import DateMention

_SETTINGS = parameters("differences")["dates"]
_SAME_TIME: int = _SETTINGS["same_time"]  # minutes
_SAME_OFFSET: float = _SETTINGS["same_offset"]
_DAY = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_TIME = re.compile(r"time-(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>[ap]m)")
_OFFSET = re.compile(r"(?P<side>[a-z]+)-(?P<days>[\d.]+)")  # two hours late, six weeks ago
_YEARS_ON = re.compile(r"year[+-]\d")  # last year, this year, next year
_HALF_A_YEAR = datetime.timedelta(183)
_WEEKDAY = re.compile(r"weekday-(?P<weekday>\d)(?:/(?P<time>.*))?")


def grain(date: DateMention) -> str:
    """How finely it names a time: day, weekday, month, year, years, season, time of day, duration ..."""
    if date.duration is not None:
        return "duration"
    if date.key[:4].isdigit() and date.key[4:5] in ("", ":", "/"):
        return "years" if "/" in date.key else "year"
    found = _DAY.match(date.key)
    return ("day" if found["day"] else "month") if found else date.key.partition("-")[0].partition("+")[0]


def scale(date: DateMention) -> str:
    """Whether it speaks of a day or so, or of a longer stretch."""
    return "day" if grain(date) in ("day", "weekday", "weekend") else "time" if grain(date) == "time" else "long"


def are_apart(left: DateMention, right: DateMention) -> bool:
    """Whether the two cannot be the same day or span."""
    if left.duration is not None and right.duration is not None:
        lengths = [bounds(one.duration, one.duration, one.approximator) for one in (left, right) if one.duration]
        return not compatible(*lengths) if len(lengths) > 1 else left.duration != right.duration
    if all(_YEARS_ON.fullmatch(one.key) for one in (left, right)):
        return _other_year(left, right)
    weekdays = {_weekday_of(left), _weekday_of(right)}
    if {grain(left), grain(right)} == {"day", "weekday"} and None not in weekdays and len(weekdays) > 1:
        return True
    if left.earliest and left.latest and right.earliest and right.latest:
        if grain(left) == grain(right) == "weekday":
            return _weekday_of(left) != _weekday_of(right)
        seasons = grain(left) == grain(right) == "years"  # one begins in the year in which another ends
        return left.key != right.key if seasons else left.latest < right.earliest or right.latest < left.earliest
    return _parts_apart(left.key, right.key)


def _other_year(left: DateMention, right: DateMention) -> bool:
    """Whether "this year" and "next year" are two, counted from the reports' days where these are known."""
    middles = [one.earliest + (one.latest - one.earliest) / 2 for one in (left, right) if one.earliest and one.latest]
    if len(middles) > 1:
        return abs(middles[0] - middles[1]) > _HALF_A_YEAR
    return not middles and left.key != right.key


def are_comparable(left: DateMention, right: DateMention) -> bool:
    """Whether the words can tell that both may be the same day: no lengths, and no "Tuesday" beside "Aug. 8"."""
    if left.duration is not None or right.duration is not None:
        return False
    if (_WEEKDAY.match(left.key) is None) == (_WEEKDAY.match(right.key) is None):
        return True
    return (left.earliest is not None and right.earliest is not None) or _weekday_of(left) == _weekday_of(right)


def _weekday_of(date: DateMention) -> int | None:
    """The weekday that it names, or on which its day falls; None where the year is not known."""
    found = _WEEKDAY.match(date.key)
    if found:
        return int(found["weekday"])
    return date.earliest.weekday() if date.earliest is not None and date.earliest == date.latest else None


def _parts_apart(left: str, right: str) -> bool:
    """The same by year, month, day and weekday, as far as both name them."""
    times = [_minutes(key) for key in (left, right)]
    if times[0] is not None and times[1] is not None:
        return abs(times[0] - times[1]) > _SAME_TIME
    offsets = [_OFFSET.fullmatch(key) for key in (left, right)]
    sides = {one["side"] for one in offsets if one}
    if all(offsets) and len(sides) == 1 and sides <= _directions():
        return not math.isclose(*(float(one["days"]) for one in offsets if one), rel_tol=_SAME_OFFSET)
    for pattern, names in ((_DAY, ("year", "month", "day")), (_WEEKDAY, ("weekday",))):
        here, there = pattern.match(left), pattern.match(right)
        if here and there:
            return any(here[name] and there[name] and here[name] != there[name] for name in names)
    years = [re.match(r"\d{4}", key) for key in (left, right)]
    return bool(years[0] and years[1] and years[0].group() != years[1].group())


@cache
def _directions() -> frozenset[str]:
    """The words behind a length that say which way it is counted."""
    return frozenset(word for word, code, _ in table("measures") if code in ("A", "e"))


def _minutes(key: str) -> int | None:
    """The time of day that a key names, in minutes after midnight."""
    found = _TIME.fullmatch(key)
    if found is None:
        return None
    return int(found["hour"]) % 12 * 60 + int(found["minute"]) + (12 * 60 if found["half"] == "pm" else 0)
