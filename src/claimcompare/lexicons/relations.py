"""Which words are related, and how closely: synonyms, derivations, kinds, antonyms, learned likeness.

Words are given by their stems, as ``text.stemming.stem`` makes them. The table (``relations.tsv``) comes from
WordNet 3.0, from all-MiniLM-L6-v2 and from counts of aligned words; scripts/build_relations.py builds it. A similarity
is the probability that the two words stand for each other in two versions of a claim that share neither of them. What
else is opposed in news comes from ``relations_opposed.tsv``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import permutations
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Mapping

RelationName = Literal["inflection", "synonym", "derivation", "kind", "sibling", "similar", "antonym"]

_NAMES: Mapping[str, RelationName] = {
    "s": "synonym",
    "d": "derivation",
    "h": "kind",
    "b": "sibling",
    "l": "similar",
    "a": "antonym",
}
_SHORTEST_UN = 4  # letters; an "until" is no opposite
_NOTHING: Mapping[str, float] = MappingProxyType({})


class Relative(NamedTuple):
    """What one base is to another; the similarity is 0..1."""

    name: RelationName
    similarity: float


@cache
def _opposites() -> dict[str, dict[str, Relative]]:
    found: dict[str, dict[str, Relative]] = {}
    for pair in lexicons.table("relations_opposed"):
        for one, other in permutations(pair):
            found.setdefault(one, {})[other] = Relative("antonym", 0.0)
    return found


def base(of: str) -> str:
    """The stem of the word that the stem ``of`` is an irregular form of (said: say), or itself."""
    return lexicons.rows("relations_forms").get(of, of)


@lru_cache(maxsize=1 << 15)
def relatives(of: str) -> Mapping[str, Relative]:
    """The bases that the base ``of`` is related or opposed to, nearest first."""
    row = lexicons.rows("relations").get(of)
    cells = (cell.rsplit(" ", 1) for cell in row.split("\t")) if row else ()
    known = {other: Relative(_NAMES[mark[0]], int(mark[1:]) / 100) for other, mark in cells}
    return known | _opposites().get(of, {})


def related(a: str, b: str) -> float:
    """How likely the two stand for each other, 0..1; 1 for forms of one word, 0 for antonyms and strangers."""
    a, b = base(a), base(b)
    if a == b:
        return 1.0
    found = relatives(a).get(b)
    return 0.0 if found is None or found.name == "antonym" else found.similarity


def relation(a: str, b: str) -> RelationName | None:
    """What the two are to each other; None for the same stem and for strangers."""
    if a == b:
        return None
    a, b = base(a), base(b)
    found = relatives(a).get(b)
    return "inflection" if a == b else found.name if found else None


@lru_cache(maxsize=1 << 15)
def related_bases(a: str) -> Mapping[str, float]:
    """The bases that ``a`` is related to, nearest first, each with its similarity; antonyms are left out."""
    found = {other: of.similarity for other, of in relatives(base(a)).items() if of.name != "antonym"}
    return MappingProxyType(found) if found else _NOTHING


@lru_cache(maxsize=1 << 15)
def opposed(a: str, b: str) -> bool:
    """Whether the two are antonyms: accept and reject, safe and unsafe."""
    if a == b:
        return False
    return base(b) in _antonyms(base(a)) or _with_un(a, b) or _with_un(b, a)


@lru_cache(maxsize=1 << 15)
def _antonyms(of: str) -> frozenset[str]:
    return frozenset([other for other, relative in relatives(of).items() if relative.name == "antonym"])


@lru_cache(maxsize=1 << 15)
def nearly_opposed(a: str, b: str) -> bool:
    """Whether the two are antonyms, or one is an antonym of a synonym of the other: healthy and ill."""
    return opposed(a, b) or base(b) in _near_antonyms(base(a)) or base(a) in _near_antonyms(base(b))


@lru_cache(maxsize=1 << 15)
def _near_antonyms(of: str) -> frozenset[str]:
    known = relatives(of)
    found = {other for opposite in _antonyms(of) for other, one in relatives(opposite).items() if one.name == "synonym"}
    return frozenset(other for other in found - {of} if other not in known)


def _with_un(word: str, of: str) -> bool:
    """Whether a word is the other one with "un" before it; stems may differ in a last "e" (safe, unsaf)."""
    return word.startswith("un") and len(word) > _SHORTEST_UN and word[2:] in (of, of.removesuffix("e"))


@cache
def two_word_phrases() -> Mapping[str, Mapping[str, str]]:
    """For the base of a first word, for that of a second one, the bases of the words that say what the two say.

    "put", "off" has "postpon"; where there are several, blanks are between them.
    """
    found: dict[str, dict[str, str]] = {}
    for phrase, bases in lexicons.rows("relations_phrases").items():
        first, _, second = phrase.partition(" ")
        found.setdefault(first, {})[second] = bases
    return found
