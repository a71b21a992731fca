"""Small words inside the names of bodies: "Food and Drug Administration", "Centers for Disease Control"."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.tokens import without_possessive

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Token

_LONGEST: int = lexicons.parameters("names")["longest_body"]


def is_inside_a_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at ``at`` is an "and" or a "for" between words of capitals that name one body together."""
    if not 0 < at < len(tokens) - 1 or tokens[at].form not in ("and", "for"):
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if not (before.form[0].isupper() and after.form[0].isupper() and is_of_firms(after.form.lower())):
        return False
    if tokens[at].form == "for":
        return before.form.lower() in lexicons.words("body_heads")
    return _may_open_a_body(before.form.lower()) and _ends_a_body(tokens[at + 1 : at + 1 + _LONGEST])


def is_of_firms(word: str) -> bool:
    """Whether a word is an everyday one, or one that firms and bodies are called by."""
    return word in lexicons.words("common_words", "words_of_firms")


def _may_open_a_body(word: str) -> bool:
    """Whether a word may go on with "and" in a name: "Customs", but no "Police", which is a body of its own."""
    alone = lexicons.words("speakers", "person_nouns", "body_heads")
    return is_of_firms(word) and alone.isdisjoint((word, word.removesuffix("s")))


def _ends_a_body(tokens: Sequence[Token]) -> bool:
    """Whether the last of the words with capitals is one that names of bodies end with."""
    *_, last = takewhile(lambda token: token.form[0].isupper(), tokens)
    return without_possessive(last.form).lower() in lexicons.words("body_heads")
