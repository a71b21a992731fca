"""Two claims word by word: which pairs of words are worth a look for their own sake."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.alignment.likeness import likenesses, places_of
from claimcompare.alignment.words import PHRASED_PAIR, Word, WordPair, strangers, word_of, word_pair
from claimcompare.lexicons import relations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.records import Token

Cell = tuple[int, int]  # the places of a left and a right word
Places = dict[str, list[int]]


class Grid:
    """The words of two claims and the pairs of them that are alike.

    Attributes:
        pairs: by place (i, j), the pairs that are alike in form or meaning.
        others: pairs that are alike as well, but of words that the other claim has in the same form.
        known: both together.
        depth_left: for each left word how far into its claim it is, 0..1; ``depth_right`` likewise.
        repeats: for each pair of ``pairs``, how many of its two words occur more than once in their claim.
    """

    __slots__ = (
        "depth_left",
        "depth_right",
        "known",
        "left",
        "others",
        "pairs",
        "repeated_left",
        "repeated_right",
        "right",
    )

    def __init__(self, left: Sequence[Token], right: Sequence[Token]) -> None:
        self.left = [word_of(token.form, token.stem) for token in left]
        self.right = [word_of(token.form, token.stem) for token in right]
        self.depth_left = [(i + 0.5) / len(left) for i in range(len(left))]
        self.depth_right = [(j + 0.5) / len(right) for j in range(len(right))]
        places_left, places_right = (
            places_of((word.base, place) for place, word in enumerate(words)) for words in (self.left, self.right)
        )
        self.repeated_left = [int(len(places_left[word.base]) > 1) for word in self.left]
        self.repeated_right = [int(len(places_right[word.base]) > 1) for word in self.right]
        self.pairs, self.others = _alike(self.left, self.right, places_left, places_right)
        for i, j in _phrased(self.left, places_right):
            self.pairs.setdefault((i, j), PHRASED_PAIR)
        for j, i in _phrased(self.right, places_left):
            self.pairs.setdefault((i, j), PHRASED_PAIR)
        self.known = self.others | self.pairs

    def pair(self, i: int, j: int) -> WordPair:
        """What the words at ``i`` and ``j`` are to each other."""
        return self.known.get((i, j)) or strangers(self.left[i], self.right[j])

    def repeats(self, i: int, j: int) -> int:
        """How many of the two words, 0 to 2, occur more than once in their claim."""
        return self.repeated_left[i] + self.repeated_right[j]


def _alike(
    left: list[Word], right: list[Word], in_left: Places, in_right: Places
) -> tuple[dict[Cell, WordPair], dict[Cell, WordPair]]:
    """The pairs that are alike, and those that are alike as well but of words that both claims have in one form."""
    pairs = {(i, j): word_pair(a, right[j]) for i, a in enumerate(left) for j in in_right.get(a.base, ())}
    others: dict[Cell, WordPair] = {}
    for (i, j), pair in likenesses(left, right, in_right).items():
        # A word that both sides have is seldom replaced by a relative, so only the others look for one.
        look = left[i].base not in in_right and right[j].base not in in_left
        (pairs if look else others)[i, j] = pair
    return pairs, others


_APART = 2  # "put off", and "put it off"


def _phrased(words: list[Word], others: Places) -> Iterator[Cell]:
    """The words of two-word phrases with each word of the other claim that says the same: put off, postpone."""
    phrases = relations.two_word_phrases()
    for place, word in enumerate(words):
        seconds = phrases.get(word.base)
        if seconds is None:
            continue
        for next_to in range(place + 1, min(len(words), place + 1 + _APART)):
            for base in seconds.get(words[next_to].base, "").split():
                for other in others.get(base, ()):
                    yield place, other
                    yield next_to, other
