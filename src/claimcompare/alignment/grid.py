"""Two claims word by word: which pairs of words are worth a look for their own sake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.alignment.words import NAMES, PHRASED_PAIR, Pair, Word, pair_of, word_of
from claimcompare.lexicons import relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.records import Token

Cell = tuple[int, int]
_LIKENESS_ENDS = NAMES  # kinds below this one are alike in themselves, the others only in place


class Grid:
    """The words of two claims and the pairs of them that are alike.

    Attributes:
        pairs: by place (i, j), the pairs that are alike in form or meaning.
        depth_left: for each left word how far into its claim it stands, 0..1; ``depth_right`` likewise.
        repeats: for each pair of ``pairs``, how many of its two words stand more than once in their claim.
    """

    __slots__ = ("_others", "depth_left", "depth_right", "left", "pairs", "repeated_left", "repeated_right", "right")

    def __init__(self, left: Sequence[Token], right: Sequence[Token]) -> None:
        self._others: dict[Cell, Pair] = {}
        self.left = [word_of(token.form, token.stem) for token in left]
        self.right = [word_of(token.form, token.stem) for token in right]
        self.depth_left = [(i + 0.5) / len(left) for i in range(len(left))]
        self.depth_right = [(j + 0.5) / len(right) for j in range(len(right))]
        places_left, places_right = _places(self.left), _places(self.right)
        self.repeated_left = [int(len(places_left[word.base]) > 1) for word in self.left]
        self.repeated_right = [int(len(places_right[word.base]) > 1) for word in self.right]
        self.pairs = _alike(self.left, self.right, places_left, places_right)
        for i, j in _phrased(self.left, places_right):
            self.pairs.setdefault((i, j), PHRASED_PAIR)
        for j, i in _phrased(self.right, places_left):
            self.pairs.setdefault((i, j), PHRASED_PAIR)

    def pair(self, i: int, j: int) -> Pair:
        """What the words at ``i`` and ``j`` are to each other."""
        cell = (i, j)
        pair = self.pairs.get(cell) or self._others.get(cell)
        if pair is None:
            pair = self._others[cell] = pair_of(self.left[i], self.right[j])
        return pair

    def repeats(self, i: int, j: int) -> int:
        """How many of the two words, 0 to 2, stand more than once in their claim."""
        return self.repeated_left[i] + self.repeated_right[j]


def _places(words: list[Word]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word.base, []).append(place)
    return places


def _alike(
    left: list[Word], right: list[Word], in_left: dict[str, list[int]], in_right: dict[str, list[int]]
) -> dict[Cell, Pair]:
    pairs = {(i, j): pair_of(a, right[j]) for i, a in enumerate(left) for j in in_right.get(a.base, ())}
    # A word that stands on both sides is seldom replaced by a relative, so only the others look for one.
    rest_left = [(i, a) for i, a in enumerate(left) if a.base not in in_right]
    rest_right = [(j, b) for j, b in enumerate(right) if b.base not in in_left]
    for i, a in rest_left:
        for j, b in rest_right:
            pair = pair_of(a, b)
            if pair.kind < _LIKENESS_ENDS:
                pairs[i, j] = pair
    return pairs


_APART = 2  # "put off", and "put it off"


def _phrased(words: list[Word], others: dict[str, list[int]]) -> Iterator[Cell]:
    """The words of two-word phrases with each word of the other claim that says the same: put off, postpone."""
    for place, word in enumerate(words):
        seconds = relations.phrases().get(word.base)
        if seconds is None:
            continue
        for next_to in range(place + 1, min(len(words), place + 1 + _APART)):
            for base in seconds.get(words[next_to].base, ()):
                for other in others.get(base, ()):
                    yield place, other
                    yield next_to, other
