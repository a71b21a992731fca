"""Counts of people by different words: "two men were arrested", "three suspects were arrested"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.number.plurals import singular
from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.view import Pair, Side

_RELATED: float = parameters("differences")["numbers"]["related"]
_PERSONS = ("people_words", "person_nouns", "roles")


def are_one_people(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count people by words that may be one, and a word of content beside them corresponds.

    Words may be one that are related (policemen, officers), or of which one is for anybody. Soldiers and civilians are
    two peoples, whatever happened to both.
    """
    heads = _head(pair, 0, left), _head(pair, 1, right)
    if heads[0] is None or heads[1] is None:
        return False
    named = (singular(pair.read[0].forms[heads[0]]), singular(pair.read[1].forms[heads[1]]))
    if words("people_words").isdisjoint(named) and related(*map(stem, named)) < _RELATED:
        return False
    return not pair.reached(0, _beside(pair, 0, left, heads[0])).isdisjoint(_beside(pair, 1, right, heads[1]))


def _head(pair: Pair, side: Side, count: Count) -> int | None:
    """The word for persons that is counted."""
    forms = pair.read[side].forms
    return next((at for at in (*count.counted, *count.measured) if singular(forms[at]) in words(*_PERSONS)), None)


def _beside(pair: Pair, side: Side, count: Count, head: int) -> list[int]:
    return pair.near(side, range(min(count.words.start, head), max(count.words.stop, head + 1)))
