"""What dates name, how finely, and whether two of them can be the same day or span."""

from __future__ import annotations

import datetime
import math
import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare.differences.shared.pairing import bounds, compatible
from claimcompare.differences.shared.time.clock import WHOLE_DAY, are_exchanged, minutes_of, times_of
from claimcompare.differences.shared.time.seasons import is_season, seasons_apart, shift_of_season
from claimcompare.lexicons import parameters, table, words
from claimcompare.lexicons.measures import days_of, words_with

if TYPE_CHECKING:
    from claimcompare.records import DateMention

SEASON = "season"
_SETTINGS = parameters("differences")["dates"]
_SAME_TIME: int = _SETTINGS["same_time"]  # minutes
_SAME_OFFSET: float = _SETTINGS["same_offset"]
_DAY = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_OFFSET = re.compile(r"(?P<side>[a-z]+)-(?P<days>[\d.]+)")  # two hours late, six weeks ago
_DIRECTIONS = "Ae"  # in measures.tsv, the words after a length that say which way it is counted: ago, late
_COUNTED = re.compile(r"(?P<unit>year|month|week|day)(?P<shift>[+-]\d)")  # last year, this week, tomorrow
_BACKWARD = frozenset({"ago", "earlier"})
_NAMED = re.compile(r"(?:(?P<year>\d{4})|-)?(?:-(?P<month>\d\d))?")
_DECADE = re.compile(r"(?:\d\d)?\d0s")
_YEARS = re.compile(r"(?P<first>\d{4})/(?P<last>\d{4})")
_WHOLE = re.compile(r"[/:]")
_CALENDAR = ("year", "month")
_PART = re.compile(r"(?:(?<=[/:])|(?<=time-))[a-z]+")
_NIGHT: float = _SETTINGS["night"]
_MIDDAY: float = _SETTINGS["midday"]
_NIGHT_AFTER: float = _SETTINGS["night_after"]
_OPEN_HOURS: float = _SETTINGS["open_hours"]
_QUARTER = re.compile(r"quarter-(?P<quarter>\d)(?:/(?P<year>\d{4}))?")
_WEEKDAY = re.compile(r"weekday-(?P<weekday>\d)(?:/(?P<time>.*))?")


def grain(date: DateMention) -> str:
    """How finely it names a time: day, weekday, month, year, years, decade, season, time of day, duration ..."""
    if date.duration is not None:
        return "duration"
    if date.key[:4].isdigit() and date.key[4:5] in ("", ":", "/"):
        return "years" if "/" in date.key else "year"
    if _DECADE.fullmatch(date.key):
        return "decade"
    if is_season(date):
        return SEASON
    found = _DAY.match(date.key)
    return ("day" if found["day"] else "month") if found else date.key.partition("-")[0].partition("+")[0]


def date_value(date: DateMention) -> str:
    """Its key, with the approximator of a time of day, which the key leaves out."""
    return f"{date.approximator}{date.key}" if date.approximator and grain(date) == "time" else date.key


def scale(date: DateMention) -> str:
    """Of how much time it speaks: "time" (of a day), "day" (a day or a few), or "long" (a longer stretch)."""
    return "day" if grain(date) in ("day", "weekday", "weekend") else "time" if grain(date) == "time" else "long"


def measured_from(date: DateMention) -> str:
    """What a length of time is measured from: "in four days" is no "for four days"."""
    return date.key.partition("-")[0]


def cannot_coincide(left: DateMention, right: DateMention) -> bool:
    """Whether the two cannot be the same day or span."""
    if left.duration is not None and right.duration is not None:
        lengths = [bounds(one.duration, one.duration, one.approximator) for one in (left, right) if one.duration]
        return not compatible(*lengths) if len(lengths) > 1 else left.duration != right.duration
    seasons = seasons_apart(left, right)
    if seasons is not None:
        return seasons
    return _days_apart(left, right) or _are_other_parts(left, right)


def comes_before(one: DateMention, other: DateMention) -> bool:
    """Whether a date lies before another, as far as their words or the reports' days tell."""
    if one.latest and other.earliest:
        return one.latest < other.earliest
    times = minutes_of(one), minutes_of(other)
    if times[0] is not None and times[1] is not None:
        return times[0] < times[1]
    shifts = shift_of_season(one), shift_of_season(other)
    if shifts[0] is not None and shifts[1] is not None:
        return shifts[0] < shifts[1]
    return weekday_of(one) is weekday_of(other) is None and grain(one) == grain(other) and one.key < other.key


def _days_apart(left: DateMention, right: DateMention) -> bool:
    """Whether their days, months or years cannot be the same, whichever part of these is named."""
    if grain(left) == grain(right) == "time":
        return _hours_apart(left, right)
    units = {unit_counted(one) for one in (left, right)}
    if None not in units and len(units) == 1:
        return _counted_apart(left, right, units.pop() or "")
    weekdays = {weekday_of(left), weekday_of(right)}
    if {grain(left), grain(right)} == {"day", "weekday"} and None not in weekdays and len(weekdays) > 1:
        return True
    if left.earliest and left.latest and right.earliest and right.latest:
        if grain(left) == grain(right) == "weekday":
            return weekday_of(left) != weekday_of(right)
        seasons = grain(left) == grain(right) == "years"  # one begins in the year in which another ends
        return left.key != right.key if seasons else left.latest < right.earliest or right.latest < left.earliest
    return _parts_apart(left, right)


def _hours_apart(left: DateMention, right: DateMention) -> bool:
    """Whether two times or parts of a day cannot be one."""
    times = times_of(left), times_of(right)
    if not all(times) or _is_by(left) != _is_by(right):  # "kicks off at 3 p.m.", "was over by 5 p.m."
        return not _may_coincide(hours_of(left), hours_of(right))
    return are_exchanged(left, right) or all(_are_minutes_apart(one, other) for one in times[0] for other in times[1])


def _is_by(date: DateMention) -> bool:
    """Whether it is the end of the hours that are meant: "by 5 p.m."."""
    return (date.approximator or "").startswith("<")


def unit_counted(date: DateMention) -> str | None:
    """The unit of a date counted from the report's day: the "week" of "next week"; None for others."""
    found = _COUNTED.match(date.key)
    return found["unit"] if found else None


def _counted_apart(left: DateMention, right: DateMention, unit: str) -> bool:
    """Whether "this year" and "next year" are two, counted from the reports' days where these are known."""
    middles = [one.earliest + (one.latest - one.earliest) / 2 for one in (left, right) if one.earliest and one.latest]
    if len(middles) > 1 and unit != "day":
        return abs(middles[0] - middles[1]) > datetime.timedelta(days_of(unit) / 2)
    if middles:
        return len(middles) > 1 and middles[0] != middles[1]
    shifts = {_shift_of(left), _shift_of(right)}
    return len(shifts) > 1 and (unit not in words("loose_units") or 1 in shifts)


def is_past(date: DateMention) -> bool:
    """Whether it is a year or month before the report's: "last year", "a year ago"."""
    offset = _OFFSET.fullmatch(date.key)
    if offset and offset["side"] in _BACKWARD:
        return float(offset["days"]) >= days_of("month")
    return unit_counted(date) in _CALENDAR and _shift_of(date) < 0


def _shift_of(date: DateMention) -> int:
    """How many units before or after its report's day it is; nothing for dates that are not counted from it."""
    found = _COUNTED.match(date.key)
    return int(found["shift"]) if found else 0


def _are_other_parts(left: DateMention, right: DateMention) -> bool:
    """Whether they name parts of one day, month or year that do not meet: "early January", "late January"."""
    if grain(left) != grain(right) or not (_PART.search(left.key) and _PART.search(right.key)):
        return False
    here, there = part_of_day(left), part_of_day(right)
    same = _WHOLE.split(left.key)[0] == _WHOLE.split(right.key)[0] or _share_a_part(left.key, right.key)
    return same and (here[1] <= there[0] or there[1] <= here[0])


def are_neighbours(left: DateMention, right: DateMention) -> bool:
    """Whether one is the night of a day and the other the next day: where clocks differ both may be right."""
    weekdays = [weekday_of(one) for one in (left, right)]
    if weekdays[0] is None or weekdays[1] is None:
        return False
    if (weekdays[1] - weekdays[0]) % 7 != 1:
        left, right = right, left
        if (weekdays[0] - weekdays[1]) % 7 != 1:
            return False
    return part_of_day(left)[0] >= _NIGHT and part_of_day(right)[0] < _MIDDAY


def names_year(date: DateMention) -> bool:
    """Whether its year is named."""
    return date.key[:4].isdigit()


def part_of_day(date: DateMention) -> tuple[float, float]:
    """Which share of its day, month or year the words beside it name: "late", "morning"; all of it without any."""
    named = [_parts()[word] for word in _PART.findall(date.key) if word in _parts()]
    first, last = max((one[0] for one in named), default=0.0), min((one[1] for one in named), default=1.0)
    return (first, last) if first < last else named[-1]  # "late morning" is a part of the morning


@cache
def _parts() -> dict[str, tuple[float, float]]:
    return {word: (float(start), float(end)) for word, start, end in table("parts_of_time")}


def is_brief(date: DateMention) -> bool:
    """Whether it is a day, a time of day or a length, and not a longer stretch of the calendar."""
    return date.duration is not None or scale(date) != "long"


def may_be_one_date(left: DateMention, right: DateMention) -> bool:
    """Whether the words can tell that both may be the same: no lengths, no "Tuesday" or "this year" beside "Aug. 8"."""
    if left.duration is not None or right.duration is not None:
        return False
    if (_WEEKDAY.match(left.key) is None) != (_WEEKDAY.match(right.key) is None):
        return (left.earliest is not None and right.earliest is not None) or weekday_of(left) == weekday_of(right)
    if _spans_years(left) != _spans_years(right):
        return False
    if unit_counted(left) == unit_counted(right) and _shift_of(left) != _shift_of(right):
        return False
    resolved = left.earliest is not None and right.earliest is not None
    return resolved or grain(left) == grain(right) or _share_a_part(left.key, right.key)


def _spans_years(date: DateMention) -> bool:
    """Whether it names a stretch of years, longer than a season that begins in one and ends in the next: "1950-53"."""
    found = _YEARS.match(date.key)
    return found is not None and int(found["last"]) - int(found["first"]) > 1


def _share_a_part(left: str, right: str) -> bool:
    """Whether both name the same year, or the same month: "May 4" and "May"."""
    here, there = _NAMED.match(left), _NAMED.match(right)
    return (
        here is not None and there is not None and any(here[part] and here[part] == there[part] for part in _CALENDAR)
    )


def weekday_of(date: DateMention) -> int | None:
    """The weekday that it names, or on which its day falls; None where the year is not known."""
    found = _WEEKDAY.match(date.key)
    if found:
        return int(found["weekday"])
    return date.earliest.weekday() if date.earliest is not None and date.earliest == date.latest else None


def _parts_apart(left: DateMention, right: DateMention) -> bool:
    """Whether they cannot be the same by the year, month, day, weekday and time of day that both name."""
    offsets = [_OFFSET.fullmatch(one.key) for one in (left, right)]
    sides = {one["side"] for one in offsets if one}
    if all(offsets) and len(sides) == 1 and sides <= words_with(_DIRECTIONS):
        return not math.isclose(*(float(one["days"]) for one in offsets if one), rel_tol=_SAME_OFFSET)
    for pattern, names in ((_DAY, ("year", "month", "day")), (_WEEKDAY, ("weekday",)), (_QUARTER, ("quarter", "year"))):
        here, there = pattern.match(left.key), pattern.match(right.key)
        if here and there:
            return any(here[name] and there[name] and here[name] != there[name] for name in names)
    return names_year(left) and names_year(right) and left.key[:4] != right.key[:4]


def hours_of(date: DateMention) -> tuple[float, float]:
    """From which and up to which hour of its day it may mean, a night after midnight too, "by 5 p.m." hours before."""
    minutes = minutes_of(date)
    if minutes is None:
        first, last = (24 * share for share in part_of_day(date))
        last += _NIGHT_AFTER if "night" in date.key else 0.0
    else:
        first, last = (minutes - _SAME_TIME) / 60, (minutes + _SAME_TIME) / 60
    if grain(date) != "time" or date.approximator is None:
        return first, last
    return (last - _OPEN_HOURS if _is_by(date) else first), (first + _OPEN_HOURS if date.approximator == ">" else last)


def _may_coincide(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether some hour lies within both, on whichever day."""
    return any(one[0] < other[1] + shift and other[0] + shift < one[1] for shift in (-24, 0, 24))


def _are_minutes_apart(one: int, other: int) -> bool:
    return min(abs(one - other), WHOLE_DAY - abs(one - other)) > _SAME_TIME
