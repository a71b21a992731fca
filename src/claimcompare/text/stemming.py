"""A word → the stem by which it is compared."""

from __future__ import annotations

from functools import lru_cache

from claimcompare.lexicons import rows
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
