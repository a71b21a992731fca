"""Vectors → which pairs of reports are near each other, never by looking at all pairs.

Through a sparse product where the extra ``scale`` is installed, and through an index of which reports have a stem
where it is not: both give the same pairs.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from heapq import nsmallest
from importlib.util import find_spec
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from claimcompare.stories.vectors import Vectors

BILLION = 10**9  # cosines are counted in billionths: the two ways add up in another order, which shows beyond these


@frozen(kw_only=True)
class Pairs:
    """Pairs of reports by columns, ascending and each once: a corpus has millions of them.

    Attributes:
        ones: the number of the earlier report; ``others`` that of the later.
        billionths: their cosine; whole numbers, so that sums are the same in whatever order.
    """

    ones: array[int]
    others: array[int]
    billionths: array[int]

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        return zip(self.ones, self.others, self.billionths, strict=True)


def pairs_from(cosines: Mapping[tuple[int, int], int]) -> Pairs:
    """The pairs with their cosines in billionths as columns."""
    found = sorted(cosines)
    return Pairs(
        ones=array("i", (one for one, _ in found)),
        others=array("i", (other for _, other in found)),
        billionths=array("q", (cosines[pair] for pair in found)),
    )


def near_pairs(vectors: Vectors, least_cosine: float, nearest: int) -> Pairs:
    """The pairs with a cosine of at least ``least_cosine`` in which either is among the ``nearest`` of the other."""
    if not find_spec("sparse_dot_topn"):
        return indexed_pairs(vectors, least_cosine, nearest)
    from claimcompare.stories.product import multiplied_pairs  # noqa: PLC0415 - an extra, and for large inputs only

    return multiplied_pairs(vectors, least_cosine, nearest)


def indexed_pairs(vectors: Vectors, least_cosine: float, nearest: int) -> Pairs:
    """The near pairs, by an index of the reports that have a stem."""
    return pairs_from(
        {
            (min(one, other), max(one, other)): cosine
            for one, row in enumerate(_rows(vectors))
            for other, cosine in nearest_of(row, one, least_cosine, nearest)
        }
    )


def nearest_of(row: Iterable[tuple[int, float]], own: int, least_cosine: float, nearest: int) -> list[tuple[int, int]]:
    """The ``nearest`` entries of a row other than its own, in billionths, the earlier of equals."""
    counted = ((other, round(cosine * BILLION)) for other, cosine in row if other != own)
    near = (entry for entry in counted if entry[1] >= round(least_cosine * BILLION))
    return nsmallest(nearest, near, key=lambda entry: (-entry[1], entry[0]))


def _rows(vectors: Vectors) -> Iterator[Iterable[tuple[int, float]]]:
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
