"""Claims → which cross-report pairs are worth a look: never all pairs.

For each claim the ``nearest`` claims of other reports by cosine of their weighted stems, found through an index of
which claims hold a stem; a pair is a candidate when either finds the other.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate

Vector = Mapping[str, float]


def unit_vector(stems: Sequence[str], weights: Mapping[str, float]) -> dict[str, float]:
    """The weights of ``stems``, each once, scaled to length one; empty where nothing has weight."""
    vector = {stem: weights[stem] for stem in dict.fromkeys(stems)}
    length = math.sqrt(math.fsum(weight * weight for weight in vector.values()))
    return {stem: weight / length for stem, weight in vector.items()} if length else {}


def candidate_pairs(vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look among claims with these vectors, each of the report named; in order of their indexes."""
    settings = parameters("candidates")
    nearest = settings["nearest"]
    found: dict[tuple[int, int], float] = {}
    for number, near in enumerate(_cosines(vectors, reports)):
        best = heapq.nsmallest(nearest, ((-cosine, other) for other, cosine in near.items()))
        for negative, other in best:
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
