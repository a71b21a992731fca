"""Vectors → which pairs of reports are near each other, never by looking at all pairs.

Through a sparse product where the extra ``scale`` is installed, and through an index of which reports have a stem
where it is not: both give the same pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from importlib.util import find_spec

from claimcompare.stories.vectors import Vectors

Pairs = Mapping[tuple[int, int], float]
Row = Iterable[tuple[int, float]]

DIGITS = 9  # the two ways add up in another order, which shows beyond these


def near_pairs(vectors: Vectors, least_cosine: float, nearest: int) -> dict[tuple[int, int], float]:
    """The cosine of each pair, lower index first, in which either is among the ``nearest`` of the other."""
    pairs = {
        (min(one, other), max(one, other)): cosine
        for one, row in enumerate(_rows(vectors, least_cosine, nearest))
        for other, cosine in nearest_of(row, one, least_cosine, nearest)
    }
    return dict(sorted(pairs.items()))


def _rows(vectors: Vectors, least_cosine: float, nearest: int) -> Iterator[Row]:
    """For each report its cosines with others, all that ``nearest_of`` may ask for among them."""
    if not find_spec("sparse_dot_topn"):
        return indexed_rows(vectors)
    from claimcompare.stories.product import near_rows  # noqa: PLC0415 - an extra, and for large inputs only

    return near_rows(vectors, least_cosine, nearest)


def nearest_of(row: Row, own: int, least_cosine: float, nearest: int) -> list[tuple[int, float]]:
    """The ``nearest`` entries of a row other than its own, the earlier of equals."""
    rounded = ((other, round(cosine, DIGITS)) for other, cosine in row if other != own)
    near = (entry for entry in rounded if entry[1] >= least_cosine)
    return nsmallest(nearest, near, key=lambda entry: (-entry[1], entry[0]))


def indexed_rows(vectors: Vectors) -> Iterator[Row]:
    """For each report its cosine with every report that shares a stem with it."""
    index: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for number in range(len(vectors)):
        for stem, weight in vectors.row(number):
            index[stem].append((number, weight))
    for number in range(len(vectors)):
        near: defaultdict[int, float] = defaultdict(float)
        for stem, weight in vectors.row(number):
            for other, there in index[stem]:
                near[other] += weight * there
        yield near.items()
