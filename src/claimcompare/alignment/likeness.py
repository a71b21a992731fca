"""Words of different bases that are alike all the same: the few pairs for which it is worth asking what they are.

Each sign of likeness leads straight to the pairs that show it, through an index; ``pair_of`` then says what they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel
from rapidfuzz.process import extract

from claimcompare.alignment.words import NAMES, Pair, Word, least_spelling, pair_of, spelling_counts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

Cell = tuple[int, int]
Placed = list[tuple[int, Word]]
_STRANGE = NAMES  # kinds from this one on are not alike in themselves
_SLACK = 1e-6


def likenesses(left: Sequence[Word], right: Sequence[Word], in_right: Mapping[str, Sequence[int]]) -> dict[Cell, Pair]:
    """By place, the pairs of different bases that are more than strangers; ``in_right``: the places of each base."""
    found = {}
    for i, j in {*_same_key(left, right), *_relatives(left, in_right), *_spelt_alike(left, right)}:
        a, b = left[i], right[j]
        if a.base != b.base and (pair := pair_of(a, b)).kind < _STRANGE:
            found[i, j] = pair
    return found


def _same_key(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Cell]:
    keys = _places((word.key, i) for i, word in enumerate(left))
    return ((i, j) for j, word in enumerate(right) for i in keys.get(word.key, ()))


def _relatives(left: Sequence[Word], in_right: Mapping[str, Sequence[int]]) -> Iterator[Cell]:
    bases = in_right.keys()
    for i, word in enumerate(left):
        if not bases.isdisjoint(word.relatives.keys()):
            yield from ((i, j) for base in bases & word.relatives.keys() for j in in_right[base])


def _spelt_alike(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Cell]:
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
    openings = _places((word.opening, i) for i, word in lefts)
    return ((i, j) for j, word in rights for i in openings.get(word.opening, ()))


def _contained(shorter: Placed, longer: Placed) -> Iterator[Cell]:
    """Words of the one claim that are part of longer words of the other."""
    text = "\n\n".join(("", *(word.form for _, word in longer), ""))
    for i, word in shorter:
        if text.count(word.form) > text.count(f"\n{word.form}\n"):
            yield from ((i, j) for j, other in longer if word.form in other.form)


def _places(named: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for name, place in named:
        places.setdefault(name, []).append(place)
    return places
