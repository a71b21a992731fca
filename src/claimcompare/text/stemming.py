"""A word → the stem by which it is compared."""

from __future__ import annotations

from functools import lru_cache

from claimcompare.lexicons import rows
from claimcompare.lexicons.frequencies import sentence_share
from claimcompare.text.nltkparts import parts_of_nltk

_stem_of_word = parts_of_nltk()["nltk.stem.snowball"].EnglishStemmer().stem


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """The stem of ``form`` by Porter's second algorithm, in lower case.

    "US" and "U.S." are one, apart from "us"; "Aug." and "August" are one.
    """
    if "." in form and form[0].isalpha():
        return form.replace(".", "").lower() + "."
    if form.isupper() and 1 < len(form) <= 3:  # noqa: PLR2004 - US, UK, UN, EU, FBI: abbreviations, not words
        return form.lower() + "."
    lower = rows("month_abbreviations").get(form, form).replace("’", "'").lower()
    return str(_stem_of_word(rows("doubled_forms").get(lower, lower)))


@lru_cache(maxsize=1 << 14)
def stem_in_capitals(form: str) -> str:
    """The stem of a word of a line in capitals: "THE" is a word and "US" an abbreviation, as either is more often."""
    short, word = stem(form), stem(form.lower())
    return word if sentence_share(word, 0.0) > sentence_share(short, 0.0) else short
