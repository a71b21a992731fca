"""Whether two noun phrases are of one thing: their heads correspond, and nothing before them tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.clauses import corresponds
from claimcompare.differences.view import OTHER, SIDES
from claimcompare.lexicons.relations import base, relation

if TYPE_CHECKING:
    from claimcompare.differences.phrases import NounPhrase
    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Relation, Span

_LOOSE: frozenset[Relation] = frozenset({"number", "phrase"})  # links that may be of two things of one sort


def is_one_thing(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether the heads of two phrases correspond, and not both have a word before them that the other lacks."""
    if not is_one_word(pair, left.head, right.head) or _are_counted_apart(pair, left, right):
        return False
    if _relation(pair, left.head, right.head) == "derivation":
        return False  # the village, the villagers
    extra = [
        [at for at in phrase.before if not _stands_there(pair, side, at)]
        for side, phrase in zip(SIDES, (left, right), strict=True)
    ]
    return not all(extra)


def _are_counted_apart(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether both have numbers before their heads, and none in common: one of the hostages, two hostages."""
    values = [
        {(one.low, one.ordinal) for one in version.features.quantities if _begins_in(version, one.span, phrase)}
        for version, phrase in zip(pair.read, (left, right), strict=True)
    ]
    return all(values) and values[0].isdisjoint(values[1])


def _begins_in(version: Version, span: Span, phrase: NounPhrase) -> bool:
    place = version.indexes(span)
    return bool(place) and phrase.place.start <= place[0] <= phrase.head


def is_one_word(pair: Pair, left: int, right: int) -> bool:
    """Whether two words are one, are forms of one pronoun, or correspond and are not merely of one sort."""
    forms = pair.read[0].forms[left], pair.read[1].forms[right]
    if forms[0] == forms[1] or pair.tokens(0)[left].stem == pair.tokens(1)[right].stem:
        return True
    cases = lexicons.rows("pronoun_cases")
    if cases.get(forms[0], forms[0]) == cases.get(forms[1], forms[1]):
        return True
    return corresponds(pair, left, right) and not _are_merely_alike(pair, left, right)


def _are_merely_alike(pair: Pair, left: int, right: int) -> bool:
    """Whether they are two things of one sort, or two numbers: wheat and maize, tram drivers and conductors."""
    link = pair.partners[0].get(left)
    if link is not None and link.relation in _LOOSE:
        return True
    return _relation(pair, left, right) in ("similar", "sibling")


def _relation(pair: Pair, left: int, right: int) -> str | None:
    return relation(pair.tokens(0)[left].stem, pair.tokens(1)[right].stem)


def _stands_there(pair: Pair, side: Side, at: int) -> bool:
    """Whether a word stands in the other version as well."""
    other = OTHER[side]
    if pair.shares(side, at):
        return True
    own = base(pair.tokens(side)[at].stem)
    return any(base(token.stem) == own for token in pair.tokens(other))
