"""Text → tokens: the words and numbers that are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcompare.records import Token
from claimcompare.text.normal import normal_text
from claimcompare.text.stemming import stem, stem_in_capitals

# In order: U.S. and a.m.; numbers with their decimals, thousands, ordinals, money signs and per cent; words, with the
# apostrophes inside them (won't, country's). Hyphenated words come apart, so that West-backed meets Western-backed.
_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}
    | [$€£¥]?(?>\d+(?:[.,]\d+)*)(?:(?:st|nd|rd|th|s)(?![^\W\d_])|%)?
    | (?:[^\W\d_]|[\u0300-\u036f])+(?:['’](?:[^\W\d_])+)*
    """,
    re.VERBOSE,
)
_LONG_WORD = re.compile(r"[^\W\d_]{4}")


@lru_cache(maxsize=1 << 16)
def without_possessive(form: str) -> str:
    """The word without the ending of a possessive: "country" of "country's"."""
    return form[:-2] if is_possessive(form) else form


@lru_cache(maxsize=1 << 16)
def is_possessive(form: str) -> bool:
    """Whether a word has the ending of a possessive, or an "is" that looks like one: "country's", "it's"."""
    return form.endswith(("'s", "’s"))


def tokens_of(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of ``text``, a stretch that starts at ``offset`` of its report; their spans are the report's."""
    normal = normal_text(text, offset)
    found = [(one.start(), one.end(), one.group()) for one in _TOKEN.finditer(normal.text)]
    stem_of = stem_in_capitals if _is_in_capitals(text) else stem
    if normal.origins is None:
        return tuple([Token(offset + start, offset + end, form, stem_of(form)) for start, end, form in found])
    spans = ((normal.span(start, end), form) for start, end, form in found)
    return tuple(Token(span.start, span.end, form, stem_of(form)) for span, form in spans)


def _is_in_capitals(text: str) -> bool:
    """Whether a line is all in capitals, so that these make no abbreviation; "US GDP" is no such line."""
    return text.isupper() and _LONG_WORD.search(text) is not None
