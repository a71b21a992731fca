"""Tokens → a sentence's shape: one letter a token, so that numbers and dates are found by patterns over letters.

"more than 4,000 people on Aug. 8" has the shape ``__n_pM.d``. A pattern over the shape reads like the grammar of a
date, and one pass over a short string finds them all. The letters of words are those of ``lexicons/measures.tsv``,
where they are listed; those of figures and of what stands between two tokens are made here:

    ``d``  a number that may be a day of a month: 8, 08, 31
    ``y``  a number that may be a year: 1998, 2021
    ``n``  any other number: 4,000, 2.5, $5, 20%
    ``o``  a rank: 8th, 22nd
    ``D``  a decade: 1990s, 80s
    ``z``  a day in figures: 28.02.2021
    ``h``  a time of day in four figures, as the words beside it say: 0600, 17.45
    ``Z``  a token of a time of day in words: "half past nine"
    ``G``  a quarter of a year: the "quarter" of "the fourth quarter", the Q of Q4
    ``_``  any other word, and a row of more than 40 characters with a figure first
    ``$``  a sign of money before an amount, or the code of a currency there: EUR 5
    ``·``  a point between a figure and the next token, without a blank
    ``|``  any other sign, such as a bracket, and several signs together
    ``%``  ``,``  ``.``  ``-``  ``:``  ``/``  themselves; ``-`` also other hyphens and the short dash

A blank between two tokens has no letter.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.features.clocktimes import is_bare_time
from claimcompare.features.spokentimes import spoken_times
from claimcompare.lexicons import rows, words
from claimcompare.lexicons.measures import measures
from claimcompare.records import Span
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Token

_DIGITS = re.compile(r"[$€£¥]?\d")
_DAY = re.compile(r"(?:0?[1-9]|[12]\d|3[01])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_DECADE = re.compile(r"(?:1[5-9]|20)?\d0s")
_DOTTED = re.compile(r"\d{1,2}\.\d{1,2}\.(?:1[5-9]|20)\d\d")  # 28.02.2021
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)")
_LONGEST_NUMBER = 40  # characters; what is longer is a key or a code, and soon more than a float holds
CURRENCY_SIGNS = "$€£¥"
_QUARTERS = frozenset("1234")
_HYPHENS = HYPHENS | {"–"}
_MARKS = frozenset("$%,.-:/|·")
_TRIGGERS = frozenset("hdynozDwsOHvMWPRUSLTZ")


@frozen
class Shape:
    """A sentence as letters.

    Attributes:
        codes: one letter a token, and marks for what is between two of them.
        index: for each character of ``codes``, the token that it is or follows.
        tokens: of the sentence.
        text: of the report.
    """

    codes: str
    index: tuple[int, ...]
    tokens: Sequence[Token]
    text: str

    def span(self, start: int, end: int) -> Span:
        """The place in the report of ``codes[start:end]``."""
        first, last = self.tokens[self.index[start]], self.tokens[self.index[end - 1]]
        if self.codes[start] != "$" or self.currency(start):
            return Span(first.start, last.end)
        return Span(max(self.text.rfind(sign, 0, first.start) for sign in CURRENCY_SIGNS), last.end)

    def words(self, start: int, end: int) -> list[tuple[str, str, str]]:
        """Code, lower-case form and value of each token of ``codes[start:end]``; marks are left out."""
        return [(code, *entry(self.tokens[at].form)) for code, at in self.letters(start, end)]

    def letters(self, start: int, end: int) -> list[tuple[str, int]]:
        """Code and index of each token of ``codes[start:end]``."""
        return [
            (code, self.index[at])
            for at, code in enumerate(self.codes[start:end], start)
            if code not in _MARKS or self.currency(at)
        ]

    def currency(self, at: int) -> str | None:
        """The currency of the code of letters before an amount, which ``codes`` has as its sign: "EUR 5"."""
        is_sign = self.index[at + 1 : at + 2] == self.index[at : at + 1]  # before letters: that of "£ ISK"
        if self.codes[at] != "$" or is_sign:
            return None
        return rows("currency_codes").get(self.tokens[self.index[at]].form)

    @property
    def plain(self) -> bool:
        """Whether no number and no date can be in it."""
        return _TRIGGERS.isdisjoint(self.codes)


@lru_cache(maxsize=1 << 16)
def entry(form: str) -> tuple[str, str]:
    """The lower-case word without its possessive, and its value in the table of measures."""
    word = _bare(form)
    return word, measures().get(word, ("", ""))[1]


def _bare(form: str) -> str:
    lower = form.lower().replace("’", "'")
    return lower[:-2] if lower.endswith("'s") else lower.rstrip("'").replace("a.m.", "am").replace("p.m.", "pm")


@lru_cache(maxsize=1 << 16)
def _code(form: str) -> str:
    """The letter of a token: that of its word in the table of measures, or of its digits, ``_`` for any other word."""
    if _DIGITS.match(form):
        return _digit_code(form)
    word = _bare(form)
    code = measures().get(word, ("_", ""))[0]
    if code in "MW" and not form[0].isupper():
        return "_"
    if form in words("capital_scales"):
        return "s"
    return code


def _digit_code(form: str) -> str:
    """The letter of a token with a digit first: a day, a year, a decade, an ordinal, a full date or any number."""
    if len(form) > _LONGEST_NUMBER:
        return "_"
    for code, pattern in (("d", _DAY), ("y", _YEAR), ("D", _DECADE), ("o", _ORDINAL), ("z", _DOTTED)):
        if pattern.fullmatch(form):
            return code
    return "n"


def _mark(gap: str, before: str) -> str:
    """What is between two tokens, as one letter; blanks and nothing at all are no letter."""
    stripped = gap.strip()
    if not stripped:
        return ""
    if stripped[-1] in CURRENCY_SIGNS:
        return "$"
    if gap == "." and before[-1].isdigit():
        return "·"
    return stripped if stripped in _MARKS else "-" if stripped in _HYPHENS else "|"


def shape_of(tokens: Sequence[Token], text: str) -> Shape:
    """The shape of the sentence that ``tokens`` are; ``text`` is the whole report's."""
    codes: list[str] = []
    index: list[int] = []
    end, before = (tokens[0].start, "") if tokens else (0, "")
    spoken = {at for one in spoken_times(tokens) for at in one.place}
    for at, token in enumerate(tokens):
        mark = _mark(text[end : token.start], before) if at else _leading(text, token.start)
        if mark == "." and codes[-1] == "$":  # "Rs. 500"
            mark = ""
        if mark:
            codes.append(mark)
            index.append(at if mark == "$" else max(0, at - 1))
        codes.append("Z" if at in spoken else _code_beside(tokens, at, text))
        index.append(at)
        end, before = token.end, token.form
    if tokens and text[end : end + 2].lstrip()[:1] == "%":
        codes.append("%")
        index.append(len(tokens) - 1)
    return Shape("".join(codes), tuple(index), tokens, text)


def _code_beside(tokens: Sequence[Token], at: int, text: str) -> str:
    """The letter of a token: ``$`` for the code of a currency, ``h`` for a time in figures, ``G`` for a quarter."""
    if not _is_open(tokens[at].form):
        return _code(tokens[at].form)
    if _is_quarter(tokens, at):
        return "G"
    return "$" if _is_currency(tokens, at, text) else "h" if is_bare_time(tokens, at) else _code(tokens[at].form)


@lru_cache(maxsize=1 << 16)
def _is_open(form: str) -> bool:
    """Whether what stands beside a token may give it another letter than it has by itself."""
    return form[0].isdigit() or form == "Q" or form in rows("currency_codes") or form.lower() in words("quarter_words")


def _is_quarter(tokens: Sequence[Token], at: int) -> bool:
    """Whether it is a quarter of a year, by the rank before it or the figure behind: "the fourth quarter", "Q4"."""
    if tokens[at].form.lower() in words("quarter_words"):
        return at > 0 and _code(tokens[at - 1].form) in "oO"
    ahead = tokens[at + 1] if at + 1 < len(tokens) else None
    return tokens[at].form == "Q" and ahead is not None and ahead.start == tokens[at].end and ahead.form in _QUARTERS


def _is_currency(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether letters are the code of a currency right before its amount: "EUR 5", "Rs. 500"."""
    if tokens[at].form not in rows("currency_codes") or at + 1 == len(tokens):
        return False
    gap = text[tokens[at].end : tokens[at + 1].start].strip()
    return gap in ("", ".") and tokens[at + 1].form[0].isdigit()


def _leading(text: str, start: int) -> str:
    return "$" if start and text[start - 1] in CURRENCY_SIGNS else ""
