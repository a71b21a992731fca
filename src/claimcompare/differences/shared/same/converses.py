"""Verbs that tell one act: from its two ends, as what Tarn bought was sold to Tarn; or in two words, as put out."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.things import are_one_party
from claimcompare.differences.shared.syntax.phrases import is_passive, subject_of
from claimcompare.lexicons.relations import base, two_word_phrases
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.view import Pair


def tell_one_act(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs may tell one act from its two ends: they do unless one party is said to do both."""
    words = frozenset({pair.versions[0].bases[left], pair.versions[1].bases[right]})
    if words not in _converses():
        return False
    if is_passive(pair.versions[0], left) or is_passive(pair.versions[1], right):
        return True
    here, there = subject_of(pair.versions[0], left), subject_of(pair.versions[1], right)
    return here is None or there is None or not are_one_party(pair, here, there)


def say_the_same(pair: Pair, left: int, right: int) -> bool:
    """Whether a verb and the particle behind it say what the other verb does: "passed away", "died"."""
    here, there = (version.bases for version in pair.versions)
    return there[right] in _said_by(here, left) or here[left] in _said_by(there, right)


def _said_by(bases: Sequence[str], at: int) -> Sequence[str]:
    """The words that say the same as a word and the one behind it."""
    behind = "".join(bases[at + 1 : at + 2])
    return two_word_phrases().get(bases[at], {}).get(behind, "").split()


@cache
def _converses() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(base(stem(word)) for word in row) for row in lexicons.table("converses"))
