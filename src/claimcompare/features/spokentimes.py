"""Times of day in words: "five in the morning", "half past nine", "a quarter to six", "ten o'clock"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.lexicons.measures import measures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.records import Token

_FIGURES = re.compile(r"(?P<hour>0?[1-9]|1[0-2])(?:[.:](?P<minute>[0-5]\d))?")
_NUMBER = re.compile(r"[1-5]?\d")
_HOURS = 12
_MINUTES = 60
_STEP = 5  # minutes before an hour are told in fives
_EVENING = 6  # "six at night" is p.m., "two at night" a.m.
_TO, _PAST = "to", "past"


@frozen
class SpokenTime:
    """A time of day with the tokens that tell it: "5:00am", or "9:30" where it may be of either half of the day."""

    place: range
    time: str


def spoken_times(tokens: Sequence[Token]) -> Iterator[SpokenTime]:
    """The times of day in words, from the left."""
    forms = [token.form.lower().replace("’", "'") for token in tokens]
    for at, form in enumerate(forms):
        if _is_hour(form) and (found := _time_at(forms, at)):
            yield found


@lru_cache(maxsize=1 << 16)
def _is_hour(form: str) -> bool:
    return bool(_FIGURES.fullmatch(form) or _hour(form))


def _time_at(forms: Sequence[str], at: int) -> SpokenTime | None:
    """The time of day whose hour a token is; None where it counts something else."""
    start, minutes = _minutes_before(forms, at)
    clock = at + 1 + (_form(forms, at + 1) in lexicons.words("clock_signs"))
    stop, part = _part_behind(forms, clock)
    if not (clock > at + 1 or _is_plain(forms, start, at) or ((start < at or part) and _is_led_to(forms, start, at))):
        return None
    hour, minute = _figures(forms[at])
    return SpokenTime(range(start, stop), _written(_MINUTES * hour + minute + minutes, part))


def _is_plain(forms: Sequence[str], start: int, hour: int) -> bool:
    """Whether minutes past an hour can be nothing else: "half past nine", "ten minutes past nine"."""
    parts = {code for form in forms[start : hour - 1] for code in measures().get(form, ("_", ""))[0]}
    return start < hour and forms[hour - 1] == _PAST and ("H" in parts or hour - start > len(("ten", _PAST)))


def _form(forms: Sequence[str], at: int) -> str:
    return forms[at] if 0 <= at < len(forms) else ""


def _hour(form: str) -> int:
    """The hour that a word is: "five"; nothing for other words."""
    code, value = measures().get(form, ("_", ""))
    return int(value) if code == "w" and 1 <= float(value) <= _HOURS else 0


def _figures(form: str) -> tuple[int, int]:
    """The hour and the minute of "five", "5" and "5.30"."""
    match = _FIGURES.fullmatch(form)
    return (int(match["hour"]), int(match["minute"] or 0)) if match else (_hour(form), 0)


def _minutes_before(forms: Sequence[str], at: int) -> tuple[int, int]:
    """Where the words of the time start, and the minutes that those before the hour add: "half past", "ten to"."""
    if _form(forms, at - 1) not in (_TO, _PAST):
        return at, 0
    named = at - 2 - (_form(forms, at - 2) in lexicons.words("minute_words"))
    minutes = _count_of_minutes(_form(forms, named))
    if minutes is None:
        return at, 0
    start = named - (_form(forms, named - 1) in lexicons.words("articles"))
    return start, minutes if forms[at - 1] == _PAST else -minutes


def _count_of_minutes(form: str) -> int | None:
    code, value = measures().get(form, ("_", ""))
    if code == "H":  # "half", "quarter"
        return _MINUTES // int(value)
    count = int(form) if _NUMBER.fullmatch(form) else int(float(value)) if code == "w" else 0
    return count if 0 < count < _MINUTES and count % _STEP == 0 else None


def _part_behind(forms: Sequence[str], at: int) -> tuple[int, str]:
    """Where the part of the day behind an hour ends, and which: "in the morning", "at night"; nothing for others."""
    for words, half in lexicons.table("clock_halves"):
        stop = at + len(words.split())
        if " ".join(forms[at:stop]) == words and _form(forms, stop) not in lexicons.words("day_part_nouns"):
            return stop, half
    return at, ""


def _is_led_to(forms: Sequence[str], start: int, hour: int) -> bool:
    """Whether words before say that it is when something was: "at", "shortly after", "it was"; votes are "by" some."""
    before = _form(forms, start - 1)
    if _form(forms, start - 2) == "it" and before in lexicons.words("forms_of_be"):
        return True
    known = lexicons.rows("clock_approximators")
    if start < hour and forms[hour - 1] == _TO:
        return (_form(forms, start - 2) if before in known else before) in lexicons.words("clock_points")
    return (
        before in lexicons.words("clock_leads")
        or before in known
        or " ".join(forms[max(0, start - 2) : start]) in known
    )


def _written(minutes: int, part: str) -> str:
    """A time of day in figures, by the minutes since twelve and the half of the day, if it is told."""
    hour, minute = divmod(minutes % (_HOURS * _MINUTES), _MINUTES)
    half = ("pm" if hour >= _EVENING else "am") if part == "night" else part
    return f"{hour or _HOURS}:{minute:02}{half}"
