"""Shape → the value of a number: digits, number words, fractions, ranges, scores and ranks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare.features.clocktimes import seconds_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.features.shapes import Shape


_DECIMAL_COMMA = re.compile(r"^(\D*\d+),(\d{1,2})$")  # three digits behind a comma are thousands


def numeral(shape: Shape, start: int, end: int) -> float:
    """The value of the digits or number words of a stretch of a shape."""
    return value_of(shape.words(start, end))


def value_of(words: Sequence[tuple[str, str, str]]) -> float:
    """The value of digits or number words: "4,000", "2.5 million", "two hundred and six"."""
    total = group = 0.0
    for at, (code, word, value) in enumerate(words):
        if code in "ndyoD":
            group += number_in(word) if not (at and words[at - 1][0] in "ndy") else _decimals(word)
        elif code == "H":
            scale = next((value for code, _, value in words[:at] if code == "s"), 1.0)  # "a million and a half"
            group += float(scale) / float(value)
        elif code == "w":
            group += float(value)
        elif code == "s" and float(value) == 100.0:  # noqa: PLR2004 - a hundred multiplies its own group
            group = max(group, 1.0) * 100
        elif code == "s":  # of two in a row the second multiplies the first: "five thousand million"
            total, group = total + group * float(value) if group else (total or 1.0) * float(value), 0.0
        elif len(words) == 1:  # the "a" of "a year and a half"
            group = 1.0
    return total + group


def number_in(word: str) -> float:
    """The number that the digits of a word are: 4000 of "$4,000", 1.5 of the "1,5" of other languages."""
    plain = re.sub(r"[^\d.]", "", _DECIMAL_COMMA.sub(r"\1.\2", word))
    try:
        return float(plain)
    except ValueError:  # such as the 1.2.3 of a version
        return float(plain.replace(".", "") or 0)


def _decimals(word: str) -> float:
    """The value of digits behind a decimal point, where that parts two tokens."""
    digits = re.sub(r"\D", "", word)
    return float(f"0.{digits or 0}")


def _exact(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """One value: "4,000"."""
    value = numeral(shape, *match.span())
    return value, value


def _between(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """From the lesser to the greater: "30 to 40"."""
    low, high = ends_of_range(shape, match)
    return min(low, high), max(low, high)


def ends_of_range(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """Both numbers of a range as they stand; what multiplies the second goes for the first: "one to two billion"."""
    low, high = (numeral(shape, *match.span(part)) for part in ("from", "upto"))
    scales = [_scale(shape, *match.span(part)) for part in ("from", "upto")]
    scaled = low * scales[1]
    return (scaled, high) if scales[0] == 1.0 < scales[1] and scaled < high else (low, high)


def _scale(shape: Shape, start: int, end: int) -> float:
    """What the last word of a number multiplies it by: a million of "15 million"; 1 where none does."""
    code, _, value = shape.words(start, end)[-1]
    return float(value) if code == "s" else 1.0


def _of_two(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """A score: the lesser and the greater of its first two numbers."""
    one, other, *_ = (number_in(word) for code, word, _ in shape.words(*match.span()) if code not in ">x")
    return min(one, other), max(one, other)  # whoever lost 1-2 was beaten 2-1


def _loose(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """From the least that a word means to the most: "dozens", "hundreds of thousands"."""
    low = high = 1.0
    for code, _, value in shape.words(*match.span()):
        if code == "v":
            least, _, most = value.partition("-")
            # "hundreds of thousands" starts at 200,000: the thousands multiply by one thousand and not by two.
            low, high = low * float(least) / (2 if low > 1 else 1), high * float(most)
        elif code == "s":
            low, high = low * float(value), high * float(value)
    return low, high


def _mixed(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """Whole and part together: "6-1/4"."""
    *before, part, whole = (number_in(word) for _, word, _ in shape.words(*match.span()))
    value = sum(before) + part / whole
    return value, value


def _part(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """A share of one: "two thirds", "one in five"."""
    words = [(word, value) for code, word, value in shape.words(*match.span()) if code not in "apqt"]
    whole = float(words[-1][1] or number_in(words[-1][0]))
    part = float(words[0][1] or number_in(words[0][0])) if len(words) > 1 else 1.0
    return part / (whole or 1.0), part / (whole or 1.0)


def _rank(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """A rank: "sixth", "6th"."""
    word, value = shape.words(*match.span())[0][1:]
    rank = float(value or number_in(word))
    return rank, rank


_VALUES = {
    "timed": seconds_of,
    "mixed": _mixed,
    "share": _part,
    "change": _part,
    "range": _between,
    "score": _of_two,
    "vague": _loose,
    "ordinal": _rank,
    "single": _exact,
    "plain": _exact,
}


def bounds_of(shape: Shape, match: re.Match[str]) -> tuple[float, float]:
    """The smallest and the largest value that a match of the patterns in ``quantities`` allows, by its last group."""
    return _VALUES[str(match.lastgroup)](shape, match)
