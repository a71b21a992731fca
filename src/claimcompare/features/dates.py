"""Shape → dates: words that name a day or a stretch of time, as days where the report's own date allows it."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.datepatterns import clock_approximator, date_matches, filling, preposition_of
from claimcompare.records import DateMention, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimcompare.features.shapes import Shape

_WEEK, _MONTH, _YEAR = 7.0, 30.44, 365.25
_TWO_PARTS = re.compile(r"((?:19|20)\d\d) (\d\d)")  # 1530-45 is rather a time


def dates_of(shape: Shape, published: datetime.date | None) -> tuple[DateMention, ...]:
    """The dates and durations of a sentence, resolved with the day on which its report was published."""
    if shape.plain:
        return ()
    found = (_date(shape, match, published) for match in date_matches(shape))
    return tuple(one for one in found if one)


def _date(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    return _READERS[str(match.lastgroup)](shape, match, published)


def _mention(
    shape: Shape,
    match: re.Match[str],
    key: str,
    days: tuple[datetime.date, datetime.date] | None = None,
    duration: float | None = None,
) -> DateMention:
    start = match.start()
    while shape.codes[start] in "pt":
        start += 1
    earliest, latest = days or (None, None)
    span = shape.span(start, match.end())
    return DateMention(span=span, key=key, earliest=earliest, latest=latest, duration=duration)


def _values(shape: Shape, match: re.Match[str]) -> dict[str, tuple[str, str]]:
    """For each letter of the match, the last word that has it, and its value."""
    return {code: (word, value) for code, word, value in shape.words(*match.span())}


def _number(shape: Shape, match: re.Match[str], part: str) -> int | None:
    if match[part] is None:
        return None
    digits = re.sub(r"\D", "", shape.tokens[shape.index[match.start(part)]].form)
    return int(digits) if digits else None


# ---------------------------------------------------------------- points in time


def _iso(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    year, month, day = (int(re.sub(r"\D", "", word)) for _, word, _ in shape.words(*match.span()))
    exact = _day_of(year, month, day)
    return _mention(shape, match, exact.isoformat(), (exact, exact)) if exact else None


def _day_of(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _day(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    day = _number(shape, match, "d1") or _number(shape, match, "d2")
    year = _number(shape, match, "y1")
    month = int(_values(shape, match)["M"][1])
    if day is None or not 1 <= day <= 31:  # noqa: PLR2004 - days of a month
        return None
    if year is None:
        days = _nearest(month, day, published)
        return _mention(shape, match, f"--{month:02}-{day:02}", days)
    exact = _day_of(year, month, day)
    return _mention(shape, match, f"{year:04}-{month:02}-{day:02}", (exact, exact) if exact else None)


def _nearest(month: int, day: int, published: datetime.date | None) -> tuple[datetime.date, datetime.date] | None:
    """The day of that name that is closest to the report's date."""
    if published is None:
        return None
    years = (_day_of(published.year + shift, month, day) for shift in (-1, 0, 1))
    days = sorted((one for one in years if one), key=lambda one: abs(one - published))
    return (days[0], days[0]) if days else None


def _month(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    values = _values(shape, match)
    word, month = values["M"][0], int(values["M"][1])
    if (word in lexicons.words("ambiguous_months") and not _dated(shape, match)) or _compound(shape, match):
        return None
    year = _number(shape, match, "y2")
    part = _part(values)
    if year is None and published is None:
        return _mention(shape, match, f"--{month:02}{part}")
    start = _day_of(year, month, 1) if year else (_nearest(month, 1, published) or (None,))[0]
    if start is None:
        return None
    last = start.replace(day=calendar.monthrange(start.year, start.month)[1])
    key = f"{year:04}-{month:02}{part}" if year else f"--{month:02}{part}"
    return _mention(shape, match, key, (start, last))


def _dated(shape: Shape, match: re.Match[str]) -> bool:
    """Whether "May" or "March" stands as a month does: with a year, a day or a preposition."""
    return len(match.group().rstrip(".")) > 1 or shape.codes[: match.start()].endswith(("p", "q", "L", "N", "T"))


def _compound(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a hyphen leads on to what is no date: "Mar-a-Lago"; "May-June" and "Sept-2021" are dates."""
    mark, after = shape.codes[match.end() : match.end() + 1], shape.codes[match.end() + 1 : match.end() + 2]
    return mark == "-" and shape.text[shape.span(*match.span()).end] in "-‐‑" and after not in set("MdnoyS")


def _part(values: dict[str, tuple[str, str]]) -> str:
    """The words "end of", "early" and the like, as a suffix of the key."""
    named = values.get("E") or values.get("e")
    return f":{named[0]}" if named else ""


def _weekday(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    values = _values(shape, match)
    weekday = int(values["W"][1])
    time = "/".join(values[code][0] for code in "eP" if code in values)
    key = f"weekday-{weekday}" + (f"/{time}" if time else "")
    if published is None:
        return _mention(shape, match, key)
    before = published - datetime.timedelta((published.weekday() - weekday) % 7)
    after = before + datetime.timedelta(7)
    days = (after, after) if "N" in values else (before, before) if "L" in values else (before, after)
    return _mention(shape, match, key, days)


def _near(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    values = _values(shape, match)
    word, shift = values["R"]
    time = f"/{values['P'][0]}" if "P" in values else "/night" if word == "tonight" else ""
    if published is None:
        return _mention(shape, match, f"day{int(shift):+d}{time}")
    day = published + datetime.timedelta(int(shift))
    return _mention(shape, match, f"day{int(shift):+d}{time}", (day, day))


def _ago(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention:
    values = _values(shape, match)
    count, unit = _count(shape, match), float(values["U"][1])
    key = f"ago-{count * unit:.4g}" if "A" in values else f"{values['e'][0]}-{count * unit:.4g}"
    if published is None or "A" not in values or "v" in values or unit < 1:
        return _mention(shape, match, key)
    shift = _shifted(published, -count * unit)
    slack = datetime.timedelta(unit / 2 if unit > 1 else 0)
    return _mention(shape, match, key, (shift - slack, shift + slack) if shift else None)


def _shifted(day: datetime.date, days: float) -> datetime.date | None:
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def _count(shape: Shape, match: re.Match[str], start: int | None = None) -> float:
    count = 0.0
    for code, word, value in shape.words(match.start() if start is None else start, match.end()):
        if code == "a":
            count += 1
        elif code == "v":
            count += float(value.partition("-")[0])
        elif code == "w":
            count += float(value)
        elif code in "nd":
            count += float(re.sub(r"[^\d]", "", word) or 0)
        elif code == "s":
            count = max(1.0, count) * float(value)
    return count or 1.0


def _clock(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention:
    words = shape.words(*match.span())
    minute = words[1][1] if len(words) == 3 else "00"  # noqa: PLR2004 - hour, minute, a.m.
    found = _mention(shape, match, f"time-{words[0][1]}:{minute}{words[-1][1]}")
    approximator, first = clock_approximator(shape, shape.index[match.start()])
    span = Span(shape.tokens[first].start, found.span.end)
    return evolve(found, span=span, approximator=approximator) if approximator else found


# ---------------------------------------------------------------- stretches of time


def _length(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    values = _values(shape, match)
    if {"L", "N", "T"} & values.keys():
        return _stretch(shape, match, published)
    days = _count(shape, match, match.end("fill")) * float(values["U"][1])
    preposition, approximator = filling(shape, match) or ("", "")
    found = _mention(shape, match, f"{preposition}-{approximator}{days:g}", duration=days)
    if not approximator:
        return found
    start = shape.span(match.start("fill") if preposition else match.start(), match.end()).start
    return evolve(found, span=Span(start, found.span.end), approximator=approximator)


def _stretch(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """What "last week", "the end of the month", "recent days", "this morning", "the past two weeks" name."""
    values = _values(shape, match)
    which = next((code for code in "KLNT" if code in values), "T")
    if "P" in values:
        shift = -1 if which == "L" else 0
        day = _shifted(published, shift) if published else None
        return _mention(shape, match, f"day{shift:+d}/{values['P'][0]}", (day, day) if day else None)
    if "S" in values:
        return _mention(shape, match, f"{values['S'][0]}{ {'L': -1, 'N': 1}.get(which, 0):+d}")
    unit, length = values["U"][0].removesuffix("s"), float(values["U"][1])
    if unit in ("minute", "second") and which != "L":
        return None
    many = values["U"][0].endswith("s")
    shift = {"L": -1, "N": 1}.get(which, 0)
    key = f"{unit}{'s' if many else ''}{shift:+d}{'?' if which == 'K' else ''}{_part(values)}"
    days = _days_of(which, length * (_count(shape, match) if many else 1), published, several=many)
    return _mention(shape, match, key, days)


def _days_of(
    which: str, length: float, published: datetime.date | None, *, several: bool
) -> tuple[datetime.date, datetime.date] | None:
    """A wide reading: "last week" is any day of the week before or of the last seven days."""
    if published is None or length < 1:
        return None
    wide = 2 * length if not several else 6 * length if which == "K" else 1.5 * length
    before = _shifted(published, -wide if which in "LKT" else 0)
    after = _shifted(published, wide if which in "NT" else 0)
    return (before, after) if before and after else None


def _within(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    placed = {"L", "N", "T"} & _values(shape, match).keys()
    if placed or shape.words(*match.span())[-1][1] in ("weekend", "weekends"):
        return _stretch(shape, match, published)
    return _several(shape, match)


def _several(shape: Shape, match: re.Match[str]) -> DateMention | None:
    """A length that names no number: "for decades", "within hours"."""
    words = shape.words(*match.span())
    word, days = words[-1][1:]
    if not word.endswith("s") or len(words) > 2:  # noqa: PLR2004 - preposition and unit
        return None
    return _mention(shape, match, f"{preposition_of(*words[0][1:])}-{word}?", duration=2 * float(days))


def _season(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention:
    values = _values(shape, match)
    return _mention(shape, match, f"{values.get('y', ('',))[0]}:{values['S'][0]}")


def _decade(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention:
    return _mention(shape, match, shape.words(*match.span())[0][1])


def _years(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A year and the last two digits of a later one, "the 2019-20 season", or of a month, "2020-05"; else the year."""
    found = _TWO_PARTS.fullmatch(" ".join(word for _, word, _ in shape.words(*match.span())))
    year, end = map(int, found.groups()) if found else (0, 0)
    if found and (end == (year + 1) % 100 or end > max(12, year % 100)):
        last = year + (end - year) % 100
        return _mention(shape, match, f"{year}/{last}", (datetime.date(year, 1, 1), datetime.date(last, 12, 31)))
    if found and 1 <= end <= 12:  # noqa: PLR2004 - months
        month = datetime.date(year, end, 1)
        days = (month, month.replace(day=calendar.monthrange(year, end)[1]))
        return _mention(shape, match, f"{year}-{end:02}", days)
    alone = re.compile("y").match(shape.codes, match.start())
    return _year(shape, alone, published) if alone else None


def _year(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    after = shape.codes[match.end() : match.end() + 1]
    before = shape.codes[: match.start()]
    values = _values(shape, match)
    form = values["y"][0]
    if not form.isdigit() or after in ("%", "C", "c", "x", "U", "s", "·") or before.endswith(("$", "·")):
        return None
    if form < "1900" and not before.endswith("p"):
        return None
    year = int(form)
    days = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    return _mention(shape, match, f"{year:04}{_part(values)}", days)


_READERS: dict[str, Callable[[Shape, re.Match[str], datetime.date | None], DateMention | None]] = {
    "iso": _iso,
    "day": _day,
    "month": _month,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "clock": _clock,
    "length": _length,
    "unit": _stretch,
    "within": _within,
    "season": _season,
    "years": _years,
    "decade": _decade,
    "year": _year,
}
