"""Two claims word by word: which pairs of words are worth a look for their own sake."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from claimcompare.alignment.words import NAMES, Pair, Word, pair_of, word_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Token

Cell = tuple[int, int]
_LIKENESS_ENDS = NAMES  # kinds below this one are alike in themselves, the others only in place


class Grid:
    """The words of two claims and the pairs of them that are alike.

    Attributes:
        pairs: by place (i, j), the pairs that are alike in form or meaning.
        repeats: for each pair of ``pairs``, how many of its two words stand more than once in their claim.
    """

    __slots__ = ("left", "pairs", "repeated_left", "repeated_right", "right")

    def __init__(self, left: Sequence[Token], right: Sequence[Token]) -> None:
        self.left = [word_of(token.form, token.stem) for token in left]
        self.right = [word_of(token.form, token.stem) for token in right]
        self.pairs = _alike(self.left, self.right)
        self.repeated_left = _repeated(self.left)
        self.repeated_right = _repeated(self.right)

    def pair(self, i: int, j: int) -> Pair:
        """What the words at ``i`` and ``j`` are to each other."""
        return self.pairs.get((i, j)) or pair_of(self.left[i], self.right[j])

    def repeats(self, i: int, j: int) -> int:
        """How many of the two words, 0 to 2, stand more than once in their claim."""
        return self.repeated_left[i] + self.repeated_right[j]


def _repeated(words: list[Word]) -> list[int]:
    counts = Counter(word.base for word in words)
    return [int(counts[word.base] > 1) for word in words]


def _alike(left: list[Word], right: list[Word]) -> dict[Cell, Pair]:
    places: dict[str, list[int]] = defaultdict(list)
    for j, word in enumerate(right):
        places[word.base].append(j)
    pairs = {(i, j): pair_of(a, right[j]) for i, a in enumerate(left) for j in places.get(a.base, ())}
    # A word that stands on both sides is seldom replaced by a relative, so only the others look for one.
    rest_left = [(i, a) for i, a in enumerate(left) if a.base not in places]
    bases = {a.base for a in left}
    rest_right = [(j, b) for j, b in enumerate(right) if b.base not in bases]
    for i, a in rest_left:
        for j, b in rest_right:
            pair = pair_of(a, b)
            if pair.kind < _LIKENESS_ENDS:
                pairs[i, j] = pair
    return pairs
