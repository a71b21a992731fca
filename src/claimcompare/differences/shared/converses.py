"""Verbs that tell one act from its two ends: what Tarn bought was sold to Tarn, and who lends is not who borrows."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.phrases import is_passive, subject_of
from claimcompare.differences.shared.things import are_one_party
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.shared.view import Pair


def tell_one_act(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs may tell one act from its two ends: they do unless one party is said to do both."""
    words = frozenset({pair.read[0].bases[left], pair.read[1].bases[right]})
    if words not in _converses():
        return False
    if is_passive(pair.read[0], left) or is_passive(pair.read[1], right):
        return True
    here, there = subject_of(pair.read[0], left), subject_of(pair.read[1], right)
    return here is None or there is None or not are_one_party(pair, here, there)


@cache
def _converses() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(base(stem(word)) for word in row) for row in lexicons.table("converses"))
