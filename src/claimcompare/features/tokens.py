"""Text → tokens: the words and numbers that are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from nltk.stem.snowball import EnglishStemmer

from claimcompare.normal import normal_text
from claimcompare.records import Token

# In order: U.S. and a.m.; numbers with their decimals, thousands, ordinals, money signs and per cent; words, with the
# apostrophes inside them (won't, country's). Hyphenated words come apart, so that West-backed meets Western-backed.
_TOKEN = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}
    | [$€£¥]?\d+(?:[.,]\d+)*(?:st|nd|rd|th|s|%)?(?![^\W\d_])
    | \d+
    | (?:[^\W\d_]|[\u0300-\u036f])+(?:['’](?:[^\W\d_])+)*
    """,
    re.VERBOSE,
)
_stem_of_word = EnglishStemmer().stem


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """The stem by which ``form`` is compared: Porter's second algorithm, but "US" stays apart from "us"."""
    if "." in form and form[0].isalpha():
        return form.replace(".", "").lower() + "."
    if form.isupper() and 1 < len(form) <= 3:  # noqa: PLR2004 - US, UK, UN, EU, FBI: abbreviations, not words
        return form.lower() + "."
    return str(_stem_of_word(form.replace("’", "'").lower()))


def tokens_of(text: str, offset: int = 0) -> tuple[Token, ...]:
    """The tokens of ``text``, a stretch that starts at ``offset`` of its report; their spans are the report's."""
    normal = normal_text(text, offset)
    if normal.origins is None:
        return tuple(
            Token(offset + found.start(), offset + found.end(), found.group(), stem(found.group()))
            for found in _TOKEN.finditer(normal.text)
        )
    spans = ((normal.span(*found.span()), found.group()) for found in _TOKEN.finditer(normal.text))
    return tuple(Token(span.start, span.end, form, stem(form)) for span, form in spans)
