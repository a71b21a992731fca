"""Shape → the unit of a number, and what it is counted by: miles, and an hour."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.features.shapes import Shape

_UNIT = re.compile(r"-?(?:(?P<percent>%|Cx?|rc)|(?P<unit>(?:k-?)?[cUx]))")
_PART_UNIT = re.compile(r"(?:q?a)?" + _UNIT.pattern)
_RATE = re.compile(r"[-/]?(?:[ra]-?(?P<per>U|(?:k-?)?x)(?!A|-?e)|(?P<adverb>f))")
_RATE_OF_A_NOUN = re.compile(r"[_q]{1,4}(?:rU|aU(?![Aep]))")
_JOINTS = frozenset({"", "-", "°", "º"})  # between a number and the words of its unit
_LONGEST = 3  # words of a unit: "Hong Kong dollars"
_PREFIX = re.compile(r"(?<![A-Za-z])[A-Z]{1,2}\Z")


def unit_of(shape: Shape, start: int, end: int, *, of_part: bool) -> tuple[str | None, int]:
    """The unit, and where the words of the quantity end; the unit of a share may follow an article."""
    token = shape.tokens[shape.index[end - 1]]
    if token.form.endswith("%"):
        return "%", end
    sign = _sign(shape, start)
    found = (_PART_UNIT if of_part else _UNIT).match(shape.codes, end)
    if found and found["percent"]:
        return "%", found.end()
    if sign:
        return sign, end
    if phrase := _phrase(shape, end):
        return phrase
    if not found:
        return None, end
    return _named(shape, *found.span("unit")), found.end()


def _phrase(shape: Shape, end: int) -> tuple[str, int] | None:
    """The unit that several words behind a number name, or letters, and where they end: "Swiss francs", "C", "SEK"."""
    first = shape.index[end - 1] + 1
    for length in range(min(_LONGEST, len(shape.tokens) - first), 0, -1):
        tokens = shape.tokens[first : first + length]
        gaps = [shape.text[one.end : other.start] for one, other in pairwise([shape.tokens[first - 1], *tokens])]
        unit = _unit_called(tokens[0].form if length == 1 else " ".join(token.form for token in tokens), gaps)
        if unit and all(gap.strip() in _JOINTS for gap in gaps):
            return unit, next(at for at, token in enumerate(shape.index) if token == first + length - 1) + 1
    return None


def _unit_called(words: str, gaps: Sequence[str]) -> str | None:
    """The unit of these words; a lone C or F is one only right behind the number: "40C", "40 °C"."""
    if " " not in words and words in lexicons.rows("currency_codes"):
        return lexicons.rows("currency_codes")[words]
    if len(words) == 1:
        return lexicons.rows("unit_phrases").get(f"° {words}") if gaps[0] == "" or gaps[0].strip() in "°º" else None
    phrases, plain = lexicons.rows("unit_phrases"), words.lower().replace(".", "")
    return phrases.get(plain) or phrases.get(plain.removesuffix("s"))


def _named(shape: Shape, start: int, end: int) -> str:
    """The name of a unit: ``km``, ``year``, ``square mile``."""
    *kind, (code, word, value) = shape.words(start, end)
    return " ".join((*(one for _, _, one in kind), singular(word) if code == "U" else value))


def singular(unit: str) -> str:
    """The name of one unit of time: century of "centuries", hour of "hours"."""
    return f"{unit.removesuffix('ies')}y" if unit.endswith("ies") else unit.removesuffix("s")


def rate_of(shape: Shape, unit: str | None, end: int) -> tuple[str | None, str | None, int]:
    """The unit without what it is counted by, the unit of that, and where the words end: miles, hour of "mph"."""
    if unit and "/" in unit:
        unit, _, per = unit.partition("/")
        return unit, per, end
    found = _RATE.match(shape.codes, end)
    if found and (
        unit or found["adverb"] is None or shape.words(*found.span())[-1][1] not in lexicons.words("pay_words")
    ):
        return unit, _per(shape, found), found.end()
    if found := _RATE_OF_A_NOUN.match(shape.codes, end):  # "20 flights a day"
        return unit, _named(shape, found.end() - 1, found.end()), end
    return unit, None, end


def _per(shape: Shape, found: re.Match[str]) -> str:
    if found["adverb"]:
        return shape.words(*found.span("adverb"))[0][2]
    return _named(shape, *found.span("per"))


def _sign(shape: Shape, start: int) -> str | None:
    """The currency of a sign before a number, which letters right before it may tell: US$5, C$5."""
    if shape.currency(start):
        return shape.currency(start)
    at = shape.span(start, start + 1).start
    sign = shape.text[at : at + 1]
    prefix = _PREFIX.search(shape.text, max(0, at - 3), at)
    currencies = lexicons.rows("currencies")
    return currencies.get(f"{prefix.group()}{sign}" if prefix else sign) or currencies.get(sign)
