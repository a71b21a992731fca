"""Times in figures without a.m. or p.m.: "14:00", "at 17.45", "1900 GMT"; and those of races, which last: "2:58:10"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.lexicons.measures import measures

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.features.shapes import Shape
    from claimcompare.records import Token

_BARE = re.compile(r"(?P<hour>[01]\d|2[0-3])(?P<dot>\.?)[0-5]\d")
_HOUR = re.compile(r"[01]?\d|2[0-3]")
_SIXTY = re.compile(r"[0-5]\d(?:\.\d+)?")
_LIMITS = lexicons.parameters("clocktimes")
_REACH: int = _LIMITS["reach"]
_AFTERNOON: int = _LIMITS["afternoon"]
_NOON = 12
_PARTS = 3  # hours, minutes and seconds
_DAYS = frozenset("WR")
_MEASURED = frozenset("sCcxUk")


def is_bare_time(tokens: Sequence[Token], at: int) -> bool:
    """Whether four digits are a time of day, as the words beside them say: "at 0600", "1900 GMT", "at 17.45"."""
    found = _BARE.fullmatch(tokens[at].form)
    if found is None:
        return False
    behind, early = _form(tokens, at + 1), found["hour"] < "10"
    if behind in lexicons.words("clock_zones"):
        return True
    led = _form(tokens, at - 1) in lexicons.words("clock_leads")
    if behind in lexicons.words("clock_hours"):
        return led or early
    if not led or _code(behind) in _MEASURED:
        return False
    if not found["dot"]:
        return early
    told = early or int(found["hour"]) >= _AFTERNOON or _is_day_behind(tokens, at)
    return told and lexicons.words("price_words").isdisjoint(_before(tokens, at))


def time_in_figures(shape: Shape, match: re.Match[str]) -> str:
    """The time of day that figures are: "2:00pm" of "14:00", "9:15" where it may be of either half; else nothing."""
    first, last = shape.index[match.start()], shape.index[match.end() - 1]
    forms = [shape.tokens[at].form for at in range(first, last + 1)]
    if match.group().startswith("h"):
        return _in_halves(forms[0][:2], forms[0][-2:], whole_day=forms[0].isdigit())  # with its "hours"
    if not (_HOUR.fullmatch(forms[0]) and all(map(_SIXTY.fullmatch, forms[1:]))):
        return ""
    return _in_halves(forms[0], forms[1]) if _tells_when(shape.tokens, first, last) else ""


def time_in_half(hour: str, minute: str, half: str) -> str:
    """The time of day in a half of it: "12:30am" of "0:30 a.m.", "2:30pm" of "14:30 p.m."; others stay."""
    if not _HOUR.fullmatch(hour):  # the rest of a "9. 40am" that was cut in two
        return f"{hour}:{minute}{half}"
    return _written(int(hour), minute, "pm" if int(hour) > _NOON else half)


def _in_halves(hour: str, minute: str, *, whole_day: bool = False) -> str:
    """The hour of a half of the day; of no half where it may be either, as in "9:15" and unlike "09:15".

    ``whole_day``: four digits without a mark, as in "1000 GMT", are by a clock of 24 hours.
    """
    number = int(hour)
    early = hour.startswith("0") or (whole_day and number < _NOON)
    half = "am" if early else "" if 0 < number <= _NOON and not whole_day else "pm"
    return _written(number, minute, half)


def _written(hour: int, minute: str, half: str) -> str:
    return f"{hour % _NOON or _NOON}:{minute[:2]}{half}"


def _tells_when(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether "14:00" says when, and is no score, ratio, verse or time of a race."""
    before, behind = _form(tokens, first - 1), _form(tokens, last + 1)
    marked = behind in lexicons.words("clock_zones", "clock_hours")
    if behind in lexicons.words("round_openers"):  # "stopped the fight at 2:56 of the third round"
        return False
    if before in lexicons.words("clock_leads") or marked:
        return True
    if last - first + 1 == _PARTS or len(tokens[first].form) == 1 or before in lexicons.words("race_openers"):
        return False
    named = first > 1 and tokens[first - 1].form[0].isupper() and _code(before) not in _DAYS  # "Psalms 10:12"
    return not named and lexicons.words("score_words", "ratio_words").isdisjoint(_before(tokens, first))


def _is_day_behind(tokens: Sequence[Token], at: int) -> bool:
    return any(_code(_form(tokens, at + ahead)) in _DAYS for ahead in (1, 2))


def is_length_in_figures(shape: Shape, match: re.Match[str]) -> bool:
    """Whether hours, minutes and seconds are how long something took: "2:58:10", "in 14:32", "3:43.13"."""
    first = shape.index[match.start()]
    hours, *sixties = forms = [word for _, word, _ in shape.words(*match.span())]
    if not (hours.isdigit() and all(map(_SIXTY.fullmatch, sixties))):
        return False
    return len(forms) == _PARTS or "." in forms[-1] or _form(shape.tokens, first - 1) in lexicons.words("race_openers")


def seconds_of(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """The seconds that "2:58:10" or "14:32" are."""
    seconds = 0.0
    for _, word, _ in shape.words(*match.span()):
        seconds = 60 * seconds + float(word)
    return seconds, seconds


def _before(tokens: Sequence[Token], at: int) -> set[str]:
    return {token.form.lower() for token in tokens[max(0, at - _REACH) : at]}


def _form(tokens: Sequence[Token], at: int) -> str:
    return tokens[at].form.lower() if 0 <= at < len(tokens) else ""


def _code(word: str) -> str:
    return measures().get(word, ("_", ""))[0]
