"""Shape → whether digits or number words count nothing: of a name, in turn, a day or version, "no one"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare import lexicons

if TYPE_CHECKING:
    from claimcompare.features.shapes import Shape

_IN_TURN = re.compile(r"one\s(?:[\w’'-]+\s){0,3}(?:after|by)\s(?:another|the other|one)\b", re.IGNORECASE)
_NO_NUMBER = re.compile(r"\d+(?:\.\d+){2,}")  # a day or a version: 28.02.2021, 1.2.3
_ONE = "one"


def counts_nothing(shape: Shape, match: re.Match[str]) -> bool:
    """Whether a number is part of a name or of a word, counts nobody, or is no number."""
    if (
        _part_of_a_word(shape, match.start())
        or is_in_turn(shape, match)
        or _counts_none(shape, match)
        or _is_of_two(shape, match)
    ):
        return True
    return _NO_NUMBER.fullmatch(shape.tokens[shape.index[match.end() - 1]].form) is not None


def is_in_turn(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it is the "one" of "one by one" and "one after another"."""
    return _IN_TURN.match(shape.text, shape.span(*match.span()).start) is not None


def _counts_none(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it is the "one" of "no one" and "not one", which count nobody."""
    first = shape.index[match.start()]
    before = shape.tokens[first - 1].form.lower() if first else ""
    return shape.tokens[first].form.lower() == _ONE and before in lexicons.words("none_words")


def _is_of_two(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it is the couple of "the couple had two sons", who are two people, and no "couple of" days."""
    form = shape.tokens[shape.index[match.start()]].form.lower()
    known = match.start() > 0 and shape.codes[match.start() - 1] == "t"
    return known and form in lexicons.words("couples") and shape.codes[match.end() : match.end() + 1] != "q"


def _part_of_a_word(shape: Shape, start: int) -> bool:
    """Whether the number belongs to a name such as "B-52", "A-300", "X-MP/416" or "Flight 370"."""
    if _is_number_of_one(shape, start):
        return True
    if start < 2 or shape.codes[start - 1] not in "-/" or shape.codes[start - 2] not in "_sa":  # noqa: PLR2004 - two letters
        return False
    before = shape.tokens[shape.index[start - 2]].form
    return before[:1].isupper() and shape.tokens[shape.index[start]].form[:1].isdigit()


def _is_number_of_one(shape: Shape, start: int) -> bool:
    """Whether digits are the number that one of many things has: "Flight 370", "Model 5312"."""
    if not start or shape.codes[start - 1] != "_":
        return False
    before, number = (shape.tokens[shape.index[at]].form for at in (start - 1, start))
    return before.istitle() and before.lower() in lexicons.words("numbered_words") and number.isdigit()
