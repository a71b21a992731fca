"""Shape → stretches of time: lengths, "last week", "recent days", seasons, decades and years."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.datemarks import Reader, count_of, days_in, mention_of, part_of, shifted, values_of
from claimcompare.features.datepatterns import filling, preposition_of
from claimcompare.features.units import singular
from claimcompare.records import Span

if TYPE_CHECKING:
    from claimcompare.features.shapes import Shape
    from claimcompare.records import DateMention

_TWO_PARTS = re.compile(r"((?:19|20)\d\d) (\d\d)")  # 1530-45 is rather a time
_LIMITS = lexicons.parameters("dates")
_STRETCH: dict[str, float] = _LIMITS["stretch"]
_FOLLOWING = "following"
_UNNUMBERED: float = _LIMITS["unnumbered"]
_OWNER_REACH: int = _LIMITS["owner_reach"]


def _length(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A length of time: "for two weeks", "in less than four days"."""
    values = values_of(shape, match)
    if {"L", "N", "T"} & values.keys():
        return _stretch(shape, match, published)
    days = days_in(shape, match, match.end("fill"))
    preposition, approximator = filling(shape, match) or ("", "")
    found = mention_of(shape, match, f"{preposition}-{approximator}{days:g}", duration=days)
    if not approximator:
        return found
    start = shape.span(match.start("fill") if preposition else match.start(), match.end()).start
    return evolve(found, span=Span(start, found.span.end), approximator=approximator)


def _stretch(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """What "last week", "the end of the month", "recent days", "this morning", "the past two weeks" name."""
    values = values_of(shape, match)
    which = next((code for code in "KLNT" if code in values), "T")
    if _leads_back(shape, match):
        return None
    if _is_verb(shape, match):
        return _lasting(shape, match, float(values["U"][1]))
    if "P" in values:
        shift = -1 if which == "L" else 0
        day = shifted(published, shift) if published else None
        return mention_of(shape, match, f"day{shift:+d}/{values['P'][0]}", (day, day) if day else None)
    if "S" in values:
        return mention_of(shape, match, f"{values['S'][0]}{ {'L': -1, 'N': 1}.get(which, 0):+d}")
    unit, length = values["U"][0], float(values["U"][1])
    if singular(unit) in lexicons.words("brief_units") and which != "L":
        return None
    many = unit.endswith("s")
    shift = {"L": -1, "N": 1}.get(which, 0)
    key = f"{unit}{shift:+d}{'?' if which == 'K' else ''}{part_of(values)}"
    days = _days_of(which, length * (count_of(shape, match) if many else 1), published, several=many)
    return mention_of(shape, match, key, days)


def _leads_back(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it is what something came after: "following months of talks", not "in the following months"."""
    words = shape.words(*match.span())
    return any(form == _FOLLOWING for _, form, _ in words) and all(code != "t" for code, *_ in words)


def _is_verb(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a "last" is what something does: "will last three days"."""
    first = shape.index[match.start()]
    ahead = (token.form.lower() for token in reversed(shape.tokens[max(0, first - 2) : first]))
    before = next((form for form in ahead if not form.endswith("ly")), "")  # "will probably last"
    opens = before in lexicons.words("modal_verbs", "verb_openers") or before.endswith(("n't", "n’t"))
    return opens and shape.tokens[first].form == "last" and shape.codes[match.end() - 1] == "U"


def _lasting(shape: Shape, match: re.Match[str], unit: float) -> DateMention:
    """The length of "will last three days"."""
    days = count_of(shape, match) * unit
    found = mention_of(shape, match, f"for-{days:g}", duration=days)
    return evolve(found, span=Span(shape.tokens[shape.index[match.start()] + 1].start, found.span.end))


def _days_of(
    which: str, length: float, published: datetime.date | None, *, several: bool
) -> tuple[datetime.date, datetime.date] | None:
    """The first and the last day that may be meant: "last week" is the week before or the last seven days."""
    if published is None or length < 1:
        return None
    wide = _STRETCH["one" if not several else "recent" if which == "K" else "several"] * length
    before = shifted(published, -wide if which in "LKT" else 0)
    after = shifted(published, wide if which in "NT" else 0)
    return (before, after) if before and after else None


def _within(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A stretch that a preposition opens: "in recent weeks", "for decades"."""
    placed = {"L", "N", "T"} & values_of(shape, match).keys()
    if placed or singular(shape.words(*match.span())[-1][1]) == "weekend":
        return _stretch(shape, match, published)
    return _several(shape, match)


def _several(shape: Shape, match: re.Match[str]) -> DateMention | None:
    """A length that names no number: "for decades", "within hours"."""
    words = shape.words(*match.span())
    word, days = words[-1][1:]
    if not word.endswith("s") or len(words) > 2:  # noqa: PLR2004 - preposition and unit
        return None
    return mention_of(shape, match, f"{preposition_of(*words[0][1:])}-{word}?", duration=_UNNUMBERED * float(days))


def _season(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention:
    """A season, with or without its year: "the summer of 2021"."""
    values = values_of(shape, match)
    return mention_of(shape, match, f"{values.get('y', ('',))[0]}:{values['S'][0]}")


def _decade(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A decade; "in her 70s" and "in their late 70s" are ages."""
    first = shape.index[match.start()]
    before = {token.form.lower() for token in shape.tokens[max(0, first - _OWNER_REACH) : first]}
    if not before.isdisjoint(lexicons.words("owners")):
        return None
    word = shape.words(*match.span())[0][1]
    start = int(word[:-1]) if len(word) > len("80s") else None  # those of two figures may be of any century
    days = (datetime.date(start, 1, 1), datetime.date(start + 9, 12, 31)) if start else None
    return mention_of(shape, match, word, days)


def _years(shape: Shape, match: re.Match[str], published: datetime.date | None) -> DateMention | None:
    """A year and the last two digits of a later one, "the 2019-20 season", or of a month, "2020-05"; else the year."""
    found = _TWO_PARTS.fullmatch(" ".join(word for _, word, _ in shape.words(*match.span())))
    year, end = map(int, found.groups()) if found else (0, 0)
    if found and (end == (year + 1) % 100 or end > max(12, year % 100)):
        last = year + (end - year) % 100
        return mention_of(shape, match, f"{year}/{last}", (datetime.date(year, 1, 1), datetime.date(last, 12, 31)))
    if found and 1 <= end <= 12:  # noqa: PLR2004 - months
        month = datetime.date(year, end, 1)
        days = (month, month.replace(day=calendar.monthrange(year, end)[1]))
        return mention_of(shape, match, f"{year}-{end:02}", days)
    alone = re.compile("y").match(shape.codes, match.start())
    return _year(shape, alone, published) if alone else None


def _year(shape: Shape, match: re.Match[str], _: datetime.date | None) -> DateMention | None:
    """A year by itself, or a part of one: "in 2021", "early 1998"."""
    after = shape.codes[match.end() : match.end() + 1]
    before = shape.codes[: match.start()]
    values = values_of(shape, match)
    form = values["y"][0]
    if not form.isdigit() or after in ("%", "C", "c", "x", "U", "s", "·") or before.endswith(("$", "·")):
        return None
    if form < "1900" and not before.endswith("p"):
        return None
    year = int(form)
    days = (datetime.date(year, 1, 1), datetime.date(year, 12, 31))
    return mention_of(shape, match, f"{year:04}{part_of(values)}", days)


STRETCHES: dict[str, Reader] = {
    "length": _length,
    "unit": _stretch,
    "within": _within,
    "season": _season,
    "years": _years,
    "decade": _decade,
    "year": _year,
}
