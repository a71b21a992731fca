"""Words of different bases that are alike all the same: the few pairs for which it is worth asking what they are.

Each sign of likeness leads straight to the pairs that show it, through an index; ``word_pair`` then says what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from claimcompare.alignment.words import NAMES, Word, WordPair, least_spelling, spelling_counts, word_pair

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcompare.alignment.grid import Cell

Placed = list[tuple[int, Word]]
_STRANGE = NAMES  # kinds from this one on are not alike in themselves
_SLACK = 1e-6


def likenesses(
    left: Sequence[Word], right: Sequence[Word], in_right: Mapping[str, Sequence[int]]
) -> dict[Cell, WordPair]:
    """By place, the pairs of different bases that are more than strangers; ``in_right``: the places of each base."""
    found = {}
    for i, j in {*_same_key(left, right), *_relatives(left, in_right), *_spelt_alike(left, right)}:
        a, b = left[i], right[j]
        if a.base != b.base and (pair := word_pair(a, b)).kind < _STRANGE:
            found[i, j] = pair
    return found


def _same_key(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Cell]:
    keys = places_of((word.key, i) for i, word in enumerate(left))
    return ((i, j) for j, word in enumerate(right) for i in keys.get(word.key, ()))


def _relatives(left: Sequence[Word], in_right: Mapping[str, Sequence[int]]) -> Iterator[Cell]:
    bases = in_right.keys()
    for i, word in enumerate(left):
        if not bases.isdisjoint(word.relatives.keys()):
            yield from ((i, j) for base in bases & word.relatives.keys() for j in in_right[base])


def _spelt_alike(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Cell]:
    """The pairs that are spelt alike, open with the same letters, or of which one word holds the other."""
    lefts = [(i, word) for i, word in enumerate(left) if spelling_counts(word)]
    rights = [(j, word) for j, word in enumerate(right) if spelling_counts(word)]
    if not lefts or not rights:
        return
    forms = [word.form for _, word in rights]
    least = least_spelling() - _SLACK
    for i, word in lefts:
        for _, _, at in extract(word.form, forms, scorer=Indel.normalized_similarity, score_cutoff=least, limit=None):
            yield i, rights[at][0]
    yield from _same_opening(lefts, rights)
    yield from _contained(lefts, rights)
    yield from ((i, j) for j, i in _contained(rights, lefts))


def _same_opening(lefts: Placed, rights: Placed) -> Iterator[Cell]:
    openings = places_of((word.opening, i) for i, word in lefts)
    return ((i, j) for j, word in rights for i in openings.get(word.opening, ()))


def _contained(shorter: Placed, longer: Placed) -> Iterator[Cell]:
    """Words of the one claim that are part of longer words of the other."""
    text = "\n\n".join(("", *(word.form for _, word in longer), ""))
    for i, word in shorter:
        if text.count(word.form) > text.count(f"\n{word.form}\n"):
            yield from ((i, j) for j, other in longer if word.form in other.form)


def places_of(named: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    """The places that go with each name."""
    places: dict[str, list[int]] = {}
    for name, place in named:
        places.setdefault(name, []).append(place)
    return places
