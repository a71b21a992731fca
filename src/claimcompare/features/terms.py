"""Shape → terms: the words by which sentences are compared, however a number and its measure are written.

"£55m", "55m pounds" and "55 million pounds" are the same three terms, "20%" and "20 per cent" the same two. Words are
aligned and shown as they are; only what sentences have in common is counted in terms.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare.features.shapes import CURRENCY_SIGNS, Shape, entry
from claimcompare.lexicons import rows
from claimcompare.lexicons.measures import measures
from claimcompare.records import Token
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

_SIGNS = f"{CURRENCY_SIGNS}%"
_DIGITS = frozenset("ndyD")
_PLAIN = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_TEN, _TWENTY, _THOUSAND = 10, 20, 1000
_LONGEST = 3  # words of a measure: "miles per hour"


def terms_of(shape: Shape) -> tuple[Token, ...]:
    """The terms of a sentence, in its order; one without numbers has its tokens."""
    return tuple(shape.tokens) if shape.plain else tuple(_Terms(shape))


class _Terms:
    """The terms of a sentence with numbers in it, token by token."""

    def __init__(self, shape: Shape) -> None:
        self._tokens = shape.tokens
        self._codes = [code for code, _ in shape.letters(0, len(shape.codes))]
        # The signs of "$ 5" and "20 %", by the token of the number.
        self._apart = {
            at: shape.text[shape.span(place, place + 1).start] if mark == "$" else mark
            for place, (mark, at) in enumerate(zip(shape.codes, shape.index, strict=True))
            if mark in ("$", "%")
        }

    def __iter__(self) -> Iterator[Token]:
        at = 0
        while at < len(self._tokens):
            if self._code(at) == "$":  # "EUR 5m" has the terms of "5 million euros"
                at += 1
            end, number = self._number(at)
            if not number:
                yield self._tokens[at]
            else:
                yield self._term(self._usual(number, at, end), at, end)
                end = yield from self._measure(at, end)
            at = end

    def _term(self, form: str, start: int, end: int) -> Token:
        return Token(self._tokens[start].start, self._tokens[end - 1].end, form, stem(form))

    def _number(self, at: int) -> tuple[int, str]:
        """Where the number at a token ends, and its digits; none for any other word."""
        code = self._codes[at]
        if code in _DIGITS:
            found = _PLAIN.fullmatch(self._tokens[at].form.strip(_SIGNS))
            return self._multiplied(at + 1, found.group().replace(",", "")) if found else (at + 1, "")
        return self._in_words(at) if code == "w" else (at + 1, "")

    def _usual(self, number: str, at: int, end: int) -> str:
        """The number as a word where it has one, since news writes most small ones so; not in "Aug. 8", "5 million"."""
        beside = {self._code(at - 1) if at else "", self._code(end)}
        return number if beside & {"M", "s"} else _spelt().get(number, number)

    def _in_words(self, at: int) -> tuple[int, str]:
        """Where a number in words ends, and its digits: "twenty-five"; "one" only before a scale or a measure."""
        number, end = self._value(at), at + 1
        if number >= _TWENTY and self._code(end) == "w" and 0 < self._value(end) < _TEN:
            number, end = number + self._value(end), end + 1
        if number == 1 and self._code(end) != "s" and not self._words(end)[1]:
            return end, ""
        return self._multiplied(end, str(number))

    def _multiplied(self, end: int, value: str) -> tuple[int, str]:
        """The number with the dozen, hundred or thousand after it."""
        if value.isdecimal() and self._code(end) == "s" and (by := self._value(end)) <= _THOUSAND:
            return end + 1, str(int(value) * by)
        return end, value

    def _value(self, at: int) -> int:
        return int(entry(self._tokens[at].form)[1])

    def _code(self, at: int) -> str:
        return self._codes[at] if at < len(self._codes) else ""

    def _measure(self, first: int, end: int) -> Generator[Token, None, int]:
        """The scale and the measure of the number, in this order for signs before both as well; where they end."""
        if self._code(end) == "s":
            length, form = self._words(end)
            yield self._term(form, end, end + length) if form else self._tokens[end]
            end += length
        sign = self._sign(first)
        if sign:
            yield self._term(rows("terms").get(sign.lower(), sign), end - 1, end)
            return end
        length, form = self._words(end)
        if form:
            yield self._term(form, end, end + length)
        return end + length if form else end

    def _sign(self, at: int) -> str:
        form = self._tokens[at].form
        if at and self._code(at - 1) == "$":
            return self._tokens[at - 1].form
        return next((sign for sign in (form[0], form[-1], self._apart.get(at, "")) if sign and sign in _SIGNS), "")

    def _words(self, start: int) -> tuple[int, str]:
        """How many words from ``start`` on are a measure, and its term."""
        written = [entry(token.form)[0] for token in self._tokens[start : start + _LONGEST]]
        for length in range(len(written), 0, -1):
            if form := rows("terms").get(" ".join(written[:length])):
                return length, form
        return 1, ""


@cache
def _spelt() -> dict[str, str]:
    """The numbers of one word by their digits; "one" is seldom a number."""
    return {value: word for word, (code, value) in measures().items() if code == "w" and int(value) > 1}
