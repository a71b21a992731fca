"""Words → whether a verb among them states something; there is no tagger, so only the forms of verbs are known."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare.lexicons import parameters, rows, words
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Sequence


def has_predicate(forms: Sequence[str]) -> bool:
    """Whether one of these words is a verb that states something; "the retired general" has none."""
    opened = True
    for form in forms:
        if is_finite(form) and not (opened and form.endswith("ed")):
            return True
        opened = form.lower() in words("determiners")
    return False


@lru_cache(maxsize=1 << 14)
def is_finite(form: str) -> bool:
    """Whether a word can be the verb of a clause by its form: "was", "will", "fled", "ordered"; no name is one."""
    if not form.islower():
        return False
    if form in words("modal_verbs", "forms_of_be", "finite_verbs"):
        return True
    if form.endswith("ed"):
        shortest: int = parameters("claims")["shortest_past"]
        return len(form) >= shortest
    return _is_irregular(form)


def _is_irregular(form: str) -> bool:
    """Whether it is an irregular past form, and not a plural."""
    own = stem(form)
    return base(own) != own and form not in rows("irregular_plurals") and not form.endswith(("men", "s"))
