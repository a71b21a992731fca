"""What the readers of dates share: a mention, the values of a match, days and counts."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from claimcompare.features.numerals import value_of
from claimcompare.features.shapes import Shape
from claimcompare.records import DateMention

Reader = Callable[[Shape, re.Match[str], datetime.date | None], DateMention | None]
_FIGURES = re.compile(r"\d{1,2}|\d{4}")  # of a day or a month, of a year
_MOST = 1e30  # of "million million million ... years"; times are counted on from here


def mention_of(
    shape: Shape,
    match: re.Match[str],
    key: str,
    days: tuple[datetime.date, datetime.date] | None = None,
    duration: float | None = None,
) -> DateMention:
    """What a match names, from its first word that is no preposition or article."""
    start = match.start()
    while shape.codes[start] in "pt":
        start += 1
    earliest, latest = days or (None, None)
    span = shape.span(start, match.end())
    return DateMention(span=span, key=key, earliest=earliest, latest=latest, duration=duration)


def values_of(shape: Shape, match: re.Match[str]) -> dict[str, tuple[str, str]]:
    """For each letter of the match, the last word that has it, and its value."""
    return {code: (word, value) for code, word, value in shape.words(*match.span())}


def number_of(shape: Shape, match: re.Match[str], part: str) -> int | None:
    """The number in a part of the match; None if there is no such part, or no digit in it."""
    if match[part] is None:
        return None
    digits = re.sub(r"\D", "", shape.tokens[shape.index[match.start(part)]].form)
    return int(digits) if digits else None


def figures_of(words: Sequence[str]) -> tuple[int, ...]:
    """The numbers of a day in figures; none where one is too long for that, or has a comma: 5/1,200/2021."""
    return tuple(map(int, words)) if all(map(_FIGURES.fullmatch, words)) else ()


def day_of(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None for one that does not exist: February 30."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def shifted(day: datetime.date, days: float) -> datetime.date | None:
    """So many days later; None beyond the calendar."""
    try:
        return day + datetime.timedelta(days)
    except OverflowError:
        return None


def count_of(shape: Shape, match: re.Match[str]) -> float:
    """How many units a match names: "two", "several", "a dozen"; one where it does not say."""
    return _count(shape.words(*match.span()))


def days_in(shape: Shape, match: re.Match[str], start: int | None = None) -> float:
    """How many days a match names from ``start`` on: of "two weeks", "two hours and 5 minutes", "a year and a half"."""
    words = shape.words(match.start() if start is None else start, match.end())
    days, at, unit = 0.0, 0, 0.0
    for end in [at for at, (code, _, _) in enumerate(words) if code == "U"]:
        unit = float(words[end][2])
        days, at = days + _count(words[at:end]) * unit, end + 1
    halves = [float(value) for code, _, value in words[at:] if code == "H"]
    return days + sum(unit / one for one in halves)


def _count(words: Sequence[tuple[str, str, str]]) -> float:
    """What the words of a number come to: "two and a half", "three quarters of an"; one where none is told."""
    if any(code == "v" for code, _, _ in words):
        return _vague(words)
    parts = [float(part) / float(whole) for (one, _, part), (two, _, whole) in pairwise(words) if one + two == "wH"]
    return min(sum(parts) or value_of(words), _MOST) or 1.0


def _vague(words: Sequence[tuple[str, str, str]]) -> float:
    """The least that a vague number means; "a few" are one more than "few"."""
    return sum(float(value.partition("-")[0] or 1) for code, _, value in words if code in "av")


def part_of(values: dict[str, tuple[str, str]]) -> str:
    """The words "end of", "early" and the like, as a suffix of the key."""
    named = values.get("E") or values.get("e")
    return f":{named[0]}" if named else ""
