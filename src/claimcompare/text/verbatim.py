"""How much of one text occurs in another word for word."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.text.normal import normal_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WORD = re.compile(r"[^\W_]+")

Run = tuple[str, ...]


@frozen(kw_only=True)
class Wording:
    """The words of a text as they are looked up in another.

    Attributes:
        runs: stretches of words that belong together, such as sentences; what is looked up does not cross their ends.
        shingles: every ``size`` words in a row of a run.
    """

    runs: tuple[Run, ...]
    shingles: frozenset[Run]
    size: int

    @property
    def count(self) -> int:
        """How many words it has."""
        return sum(map(len, self.runs))


def words_of(text: str) -> Run:
    """The words of ``text``, whatever their case and the marks between them."""
    return tuple(_WORD.findall(normal_text(text).text.casefold()))


def wording_of(stretches: Iterable[str], size: int) -> Wording:
    """The wording of ``stretches``, such as sentences."""
    runs = tuple(map(words_of, stretches))
    return Wording(
        runs=runs, shingles=frozenset(shingle for run in runs for shingle in _shingles(run, size)), size=size
    )


def verbatim_share(left: Wording, right: Wording) -> float:
    """The share of the shorter one's words that are in the other in runs of at least ``size`` words; 0..1."""
    shorter, longer = sorted((left, right), key=lambda wording: wording.count)
    if not shorter.count or shorter.shingles.isdisjoint(longer.shingles):
        return 0.0
    if left.count == right.count:
        return max(_found(left, right), _found(right, left)) / left.count
    return _found(shorter, longer) / shorter.count


def _shingles(run: Run, size: int) -> Iterable[Run]:
    return (run[at : at + size] for at in range(len(run) - size + 1))


def _found(wording: Wording, other: Wording) -> int:
    return sum(_covered(run, other) for run in wording.runs)


def _covered(run: Sequence[str], other: Wording) -> int:
    """How many words of ``run`` lie in a shingle that ``other`` has too."""
    covered = end = 0
    for at, shingle in enumerate(_shingles(tuple(run), other.size)):
        if shingle in other.shingles:
            covered += at + other.size - max(at, end)
            end = at + other.size
    return covered
