"""Claims → which cross-report pairs are worth a look: never all pairs.

For each claim the ``nearest`` claims of every other report by cosine of their weighted stems, found through an index of
which claims hold a stem; a pair is a candidate when either finds the other.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate

Vector = Mapping[str, float]


def candidate_pairs(vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look among claims with these vectors, each of the report named; in order of their indexes."""
    settings = parameters("candidates")
    nearest = settings["nearest"]
    found: dict[tuple[int, int], float] = {}
    for number, near in enumerate(_cosines(vectors, reports)):
        by_report: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
        for other, cosine in near.items():
            by_report[reports[other]].append((-cosine, other))
        for there in by_report.values():
            for negative, other in heapq.nsmallest(nearest, there):
                found[min(number, other), max(number, other)] = -negative
    return tuple(
        Candidate(left, right, cosine)
        for (left, right), cosine in sorted(found.items())
        if cosine >= settings["least_cosine"]
    )


def _cosines(vectors: Sequence[Vector], reports: Sequence[str]) -> Iterator[dict[int, float]]:
    """For each claim its cosine with every claim of another report that shares a stem with it."""
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for stem, weight in vector.items():
            index[stem].append((number, weight))
    for number, vector in enumerate(vectors):
        near: defaultdict[int, float] = defaultdict(float)
        for stem, weight in vector.items():
            for other, there in index[stem]:
                if reports[other] != reports[number]:
                    near[other] += weight * there
        yield near
