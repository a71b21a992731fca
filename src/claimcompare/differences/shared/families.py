"""Words of one family, with the load that each carries: insurgents, militants, terrorists.

The families are in ``labels.tsv``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import permutations
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.versions import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair


@frozen
class Labelled:
    """Words of a family in one version."""

    indexes: tuple[int, ...]
    family: str
    load: str


@frozen
class SharedFamily:
    """A family that both versions have words of at one point, with the load of either's."""

    family: str
    left: str
    right: str

    @property
    def loaded(self) -> bool:
        """Whether the words carry different loads."""
        return self.left != self.right

    @property
    def everyday(self) -> bool:
        """Whether its words replace each other in every other sentence."""
        return self.family in lexicons.words("everyday_families")


def shared_families(pair: Pair, left: Sequence[int], right: Sequence[int]) -> tuple[SharedFamily, ...]:
    """The families of which both have a word among these tokens."""
    here, there = _at(pair.versions[0]), _at(pair.versions[1])
    lefts = dict.fromkeys(one for at in left for one in here.get(at, ()))
    rights = dict.fromkeys(one for at in right for one in there.get(at, ())) if lefts else {}
    return tuple(
        SharedFamily(one.family, one.load, other.load)
        for one in lefts
        for other in rights
        if one.family == other.family
    )


@cache
def opposed_families() -> dict[str, frozenset[str]]:
    """For each family that has some, those whose words say the opposite."""
    pairs = [pair for row in lexicons.table("opposed_families") for pair in permutations(row)]
    return {one: frozenset(other for this, other in pairs if this == one) for one, _ in pairs}


@lru_cache(maxsize=KEPT)
def _at(version: Version) -> dict[int, list[Labelled]]:
    """For each token of a version what it is labelled with."""
    found: dict[int, list[Labelled]] = {}
    for one in labelled(version):
        for at in one.indexes:
            found.setdefault(at, []).append(one)
    return found


@lru_cache(maxsize=KEPT)
def labelled(version: Version) -> list[Labelled]:
    """The words of a version that are of a family, from the left."""
    forms, inside, most = version.forms, no_labels(version), _first_words()
    found = []
    for at in (at for at, form in enumerate(forms) if form in most):
        for length in range(min(most[forms[at]], len(forms) - at), 0, -1):
            entries = _words().get(forms[at : at + length])
            if entries and not inside.issuperset(range(at, at + length)):
                found += [Labelled(tuple(range(at, at + length)), *entry) for entry in entries]
                break
    return found


@lru_cache(maxsize=KEPT)
def judging_words(version: Version) -> frozenset[int]:
    """The words that judge, whatever stands in their place: those of an actor, or with a tone ("draconian", "mob")."""
    tones, actors, judging = (lexicons.words(name) for name in ("tones", "actor_families", "evaluative_words"))
    loaded = (at for one in labelled(version) if one.load in tones or one.family in actors for at in one.indexes)
    return frozenset((*loaded, *(at for at, form in enumerate(version.forms) if form in judging)))


@cache
def _words() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for family, load, words in lexicons.table("labels"):
        for word in words.split(", "):
            found.setdefault(tuple(word.split()), []).append((family, load))
    return {words: tuple(entries) for words, entries in found.items()}


@cache
def _first_words() -> dict[str, int]:
    """For each first word of an entry, the most words of an entry that begins so."""
    longest: dict[str, int] = {}
    for words in _words():
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@lru_cache(maxsize=KEPT)
def no_labels(version: Version) -> frozenset[int]:
    """The tokens of names of several words, offices and dates: a Secretary of State states nothing by his name."""
    names = (version.indexes(one.span) for one in version.features.names if len(one.words) > 1)
    dates = (version.indexes(one.span) for one in version.features.dates)
    return version.offices | {at for place in (*names, *dates) for at in place}
