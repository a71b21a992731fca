"""Which words can name who says something, and which cannot; and what is between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.shapes import entry
from claimcompare.features.tokens import is_possessive
from claimcompare.lexicons.measures import words_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Token

_QUOTES = '“”"«»„'
_SPEAKERS = ("titles", "speakers", "documents", "person_nouns")
_TIMELY = "MWPRUT"  # months, weekdays, parts of the day and units of time in measures.tsv


def gap_before(tokens: Sequence[Token], at: int, text: str) -> str:
    """What is between a token and the one before it."""
    return text[tokens[at - 1].end : tokens[at].start] if at else ""


def has_quotes(gap: str) -> bool:
    """Whether there is a quotation mark in it."""
    return "''" in gap or any(mark in gap for mark in _QUOTES)


def ends_speaker(form: str) -> bool:
    """Whether a phrase that names a speaker ends at this word; "in May", "Will Marsh" and "the WHO" go on."""
    named = form[0].isupper() and (
        form.lower() in lexicons.words("modal_verbs") or form in lexicons.words("bodies_like_words")
    )
    return form.lower() in lexicons.words("source_ends") and not named


def is_time(form: str) -> bool:
    """Whether a word names a day, a month, a time zone or a length of time, or is a number."""
    return form[0].isdigit() or form.lower() in words_with(_TIMELY) or form.lower() in lexicons.words("days_and_zones")


def may_speak(form: str) -> bool:
    """Whether the last word of a noun phrase can be who says it: "Kirby", "officials", but not "similar"."""
    named = form[0].isupper() and not is_possessive(form) and not entry(form)[1]
    return named or is_role(form)


def is_role(form: str) -> bool:
    """Whether a word is one for people, bodies or papers that say something: spokesman, ministry, report."""
    word = form.lower()
    return any(not lexicons.words(name).isdisjoint((word, word.removesuffix("s"))) for name in _SPEAKERS)


def is_body(form: str) -> bool:
    """Whether a word is one for those who speak in the news, in the singular or the plural: police, officials."""
    word = form.lower()
    return word in lexicons.words("plural_speakers") or word.removesuffix("s") in lexicons.words("speakers")
