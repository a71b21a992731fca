"""Shape → points in time: days, months, weekdays, times of day, "two weeks ago"."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.clocktimes import time_in_figures, time_in_half
from claimcompare.features.datemarks import (
    Reader,
    day_of,
    days_in,
    figures_of,
    mention_of,
    number_of,
    part_of,
    shifted,
    values_of,
)
from claimcompare.features.datepatterns import clock_approximator
from claimcompare.features.spokentimes import spoken_times
from claimcompare.records import Span
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from claimcompare.features.shapes import Shape
    from claimcompare.records import DateMention

_MONTHS = 12


def _iso(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A day in the form of ISO 8601: "2021-08-10"."""
    figures = figures_of([word for _, word, _ in shape.words(*match.span())])
    exact = day_of(*figures) if figures else None
    return mention_of(shape, match, exact.isoformat(), (exact, exact)) if exact else None


def _numeric(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A day in figures: which of the first two is the month is known where the other is too large for one."""
    words = [word for _, word, _ in shape.words(*match.span())]
    figures = figures_of(words[0].split(".") if len(words) == 1 else words)
    if not figures:
        return None
    one, other, year = figures
    if one == other or max(one, other) > _MONTHS >= min(one, other):
        exact = day_of(year, min(one, other), max(one, other))
        return mention_of(shape, match, exact.isoformat(), (exact, exact)) if exact else None
    return mention_of(shape, match, f"{year}", (datetime.date(year, 1, 1), datetime.date(year, _MONTHS, 31)))


def _day(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A day with its month, with or without a year: "Aug. 10", "10 August 2021", "the first of August"."""
    values = values_of(shape, match)
    if "O" in values and shape.tokens[shape.index[match.end() - 1]].form.endswith("s"):
        return None  # "the first of June's two marches"
    day = number_of(shape, match, "d1") or number_of(shape, match, "d2") or int(values.get("O", ("", "0"))[1])
    year = number_of(shape, match, "y1")
    month = int(values["M"][1])
    if day is None or not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None
    if year is None:
        days = _nearest(month, day, published)
        return mention_of(shape, match, f"--{month:02}-{day:02}", days)
    exact = day_of(year, month, day)
    return mention_of(shape, match, f"{year:04}-{month:02}-{day:02}", (exact, exact) if exact else None)


def _nearest(month: int, day: int, published: datetime.date | None) -> tuple[datetime.date, datetime.date] | None:
    """The day of that name that is closest to the report's date."""
    if published is None:
        return None
    years = (day_of(published.year + shift, month, day) for shift in (-1, 0, 1))
    days = sorted((one for one in years if one), key=lambda one: abs(one - published))
    return (days[0], days[0]) if days else None


def _month(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A month, with or without a year, and the part of it: "late August", "the end of May 2021"."""
    values = values_of(shape, match)
    word, month = values["M"][0], int(values["M"][1])
    if (word in lexicons.words("ambiguous_months") and not _dated(shape, match)) or _compound(shape, match):
        return None
    year = number_of(shape, match, "y2")
    if year is None and _is_first_name(shape, match):
        return None
    part = part_of(values)
    if year is None and published is None:
        return mention_of(shape, match, f"--{month:02}{part}")
    start = day_of(year, month, 1) if year else (_nearest(month, 1, published) or (None,))[0]
    if start is None:
        return None
    last = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    key = f"{year:04}-{month:02}{part}" if year else f"--{month:02}{part}"
    return mention_of(shape, match, key, (start, last))


def _quarter(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention:
    """A quarter, with or without its year: "the fourth quarter of 1986", "Q4". Its days are not known: years differ."""
    values, year = values_of(shape, match), number_of(shape, match, "y3")
    word, value = values.get("O") or values.get("o") or values["d"]
    return mention_of(shape, match, f"quarter-{value or word[0]}" + (f"/{year}" if year else ""))


def _dated(shape: Shape, match: re.Match[str]) -> bool:
    """Whether "May" or "March" is used as a month: with a year, a day or a preposition."""
    return len(match.group().rstrip(".")) > 1 or shape.codes[: match.start()].endswith(("p", "q", "L", "N", "T"))


def _is_first_name(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a surname follows, and no word of time comes before: "June Pettit", but not "in June Norvik voted"."""
    at = shape.index[match.end() - 1]
    if len(match.group()) > 1 or at + 1 == len(shape.tokens) or shape.codes[match.end() : match.end() + 1] != "_":
        return False
    named = shape.tokens[at + 1].form[1:].islower() and shape.tokens[at + 1].form[0].isupper()
    before = shape.tokens[at - 1].form.lower() if at else ""
    return named and before not in lexicons.words("month_openers", "articles")


def _compound(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a hyphen leads on to what is no date: "Mar-a-Lago"; "May-June" and "Sept-2021" are dates."""
    mark, after = shape.codes[match.end() : match.end() + 1], shape.codes[match.end() + 1 : match.end() + 2]
    return mark == "-" and shape.text[shape.span(*match.span()).end] in HYPHENS and after not in set("MdnoyS")


def _weekday(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    """A weekday, and the part of it: "last Monday", "Friday night"."""
    values = values_of(shape, match)
    weekday = int(values["W"][1])
    time = "/".join(values[code][0] for code in "eP" if code in values)
    key = f"weekday-{weekday}" + (f"/{time}" if time else "")
    if published is None:
        return mention_of(shape, match, key)
    back = (published.weekday() - weekday) % 7
    before, after = shifted(published, -back), shifted(published, 7 - back)
    first, last = (after, after) if "N" in values else (before, before) if "L" in values else (before, after)
    return mention_of(shape, match, key, (first, last) if first and last else None)


def _near(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    """A day counted from today: "yesterday", "tomorrow morning", "tonight"."""
    values = values_of(shape, match)
    word, shift = values["R"]
    time = f"/{values['P'][0]}" if "P" in values else "/night" if word == "tonight" else ""
    if published is None:
        return mention_of(shape, match, f"day{int(shift):+d}{time}")
    day = shifted(published, int(shift))
    return mention_of(shape, match, f"day{int(shift):+d}{time}", (day, day) if day else None)


def _ago(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    """A time before now or after it: "two weeks ago", "three days earlier"."""
    values = values_of(shape, match)
    days, unit = days_in(shape, match), float(values["U"][1])
    key = f"ago-{days:.4g}" if "A" in values else f"{values['e'][0]}-{days:.4g}"
    if published is None or "A" not in values or "v" in values or unit < 1:
        return mention_of(shape, match, key)
    slack = datetime.timedelta(unit / 2 if unit > 1 else 0).days
    day = shifted(published, -days)
    first, last = (shifted(day, -slack), shifted(day, slack)) if day else (None, None)
    return mention_of(shape, match, key, (first, last) if first and last else None)


def _clock(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A time of day, with the words that leave it open: "about 6:30 p.m.", "noon"."""
    time = _time_of(shape, match)
    return _at_time(shape, match, time) if time else None


def _spoken(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A time of day in words: "shortly after five in the morning", "half past nine"; none that a mark parts."""
    place = range(shape.index[match.start()], shape.index[match.end() - 1] + 1)
    told = next((one for one in spoken_times(shape.tokens) if one.place == place), None)
    return _at_time(shape, match, told.time) if told else None


def _at_time(shape: Shape, match: re.Match[str], time: str) -> DateMention:
    found = mention_of(shape, match, f"time-{time}")
    approximator, first = clock_approximator(shape, shape.index[match.start()])
    span = Span(shape.tokens[first].start, found.span.end)
    return evolve(found, span=span, approximator=approximator) if approximator else found


def _time_of(shape: Shape, match: re.Match[str]) -> str:
    """The time of day: in figures, or the part of the day that a preposition leads to; nothing for other words."""
    words = shape.words(*match.span())
    if match.group()[0] == "h" or match.group()[-1] in "dn":
        return time_in_figures(shape, match)
    if match.group().endswith("P"):
        return words[-1][2] or (_part_of_day(shape, match) if _is_led_to(shape, match) else "")
    *told, half = (word for _, word, _ in words)
    hour, minute = [*re.split("[.:]", ".".join(told)), "00"][:2]  # the "6.30" of "6.30 p.m." is one word
    return time_in_half(hour, minute, half)


def _part_of_day(shape: Shape, match: re.Match[str]) -> str:
    return "/".join(word for _, word, _ in shape.words(*match.span()))


def _is_led_to(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a part of the day is told as a time: "in the morning", "before dawn", but not "on the night shift"."""
    last = shape.tokens[shape.index[match.end() - 1]]
    if not shape.codes[: match.start()].endswith(("p", "pt")) or not last.form.islower():
        return False
    behind = shape.index[match.end() - 1] + 1
    alone = shape.codes[match.end() : match.end() + 1] != "_" or behind == len(shape.tokens)
    return alone or shape.tokens[behind].form in lexicons.words("function_words")


POINTS: dict[str, Reader] = {
    "iso": _iso,
    "numeric": _numeric,
    "day": _day,
    "quarter": _quarter,
    "month": _month,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "clock": _clock,
    "spoken": _spoken,
}
