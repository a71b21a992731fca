"""Punkt (Kiss and Strunk 2006) with the abbreviations and the sentence starters of news English."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.text.nltkparts import parts_of_nltk

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer


@lru_cache(maxsize=1 << 15)
def is_end_to_punkt(context: str) -> bool:
    """Whether a sentence ends inside ``context``: the word before a stop, the stop and the word after."""
    return bool(_punkt().text_contains_sentbreak(context))


@cache
def _punkt() -> PunktSentenceTokenizer:
    punkt = parts_of_nltk()["nltk.tokenize.punkt"]
    parameters = punkt.PunktParameters()
    parameters.abbrev_types = {word for word, kind in lexicons.rows("abbreviations").items() if kind != "word"}
    parameters.sent_starters = set(lexicons.words("sentence_starters"))
    return punkt.PunktSentenceTokenizer(parameters)
