"""Dates in what a page says of itself: found by their form, read by dateutil, never guessed from a bare number."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from claimcompare.records import Span

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d"
_DATE = re.compile(
    rf"""
    \b(?:(?P<day>{_YEAR}-\d\d?-\d\d?)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?   # 2021-08-10, with the time of the day
    | {_YEAR}/\d\d?/\d\d?
    | {_MONTH}\s{_DAY}(?:,\s?|\s){_YEAR}                         # Aug 10, 2021
    | {_DAY}(?:\sof)?[\s-]{_MONTH},?[\s-]{_YEAR}                 # 10 August 2021
    | (?P<first>\d\d?)[/.](?P<second>\d\d?)[/.]{_YEAR}           # 4/16/2021: read where it can mean one day only
    )(?!\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_COMPACT = re.compile(r"(?:19|20)\d{6}(?:T?\d{4,6}Z?)?$")
_MONTHS = 12


def _is_ambiguous(found: re.Match[str]) -> bool:
    first, second = found["first"], found["second"]
    return bool(first) and first != second and int(first) <= _MONTHS and int(second) <= _MONTHS


@lru_cache(maxsize=1 << 12)
def _parsed(words: str, *, day_first: bool = False) -> datetime.date | None:
    from dateutil import parser  # noqa: PLC0415 - slow to load, and seldom asked

    try:
        return parser.parse(words.replace(" of ", " "), dayfirst=day_first).date()
    except (ValueError, OverflowError):
        return None


def dates_in(text: str) -> tuple[tuple[datetime.date, Span], ...]:
    """The days that ``text`` names in full, each with its place; what could be two days is left out."""
    found = [match for match in _DATE.finditer(text) if not _is_ambiguous(match)]
    days = (
        (_parsed(match["day"] or match.group(), day_first=_is_day_first(match)), Span(*match.span())) for match in found
    )
    return tuple((day, span) for day, span in days if day)


def _is_day_first(found: re.Match[str]) -> bool:
    return bool(found["first"]) and int(found["first"]) > _MONTHS


def date_of(value: str) -> datetime.date | None:
    """The day that a field for a date names; None where it names none, or could be two."""
    value = value.strip()[:80]
    if days := dates_in(value):
        return days[0][0]
    return _parsed(value[:8]) if _COMPACT.match(value) else None
