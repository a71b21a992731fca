"""Claims → which cross-report pairs are worth a look: never all pairs.

For each claim the ``nearest`` claims of every other report by cosine of their weighted stems, found through an index of
which claims hold a stem; a pair is a candidate when either finds the other.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate

Vector = Mapping[str, float]


def candidate_pairs(vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look among claims with these vectors of length one, each of the report named; in order."""
    limits = _limits(len(vectors))
    found = {
        (min(number, other), max(number, other))
        for number, near in enumerate(_cosines(vectors, reports, limits.common))
        for other in _nearest(near, reports, limits)
    }
    return tuple(Candidate(left, right, _dot(vectors[left], vectors[right])) for left, right in sorted(found))


def crowded_claims(candidates: Sequence[Candidate], claims: int) -> frozenset[int]:
    """The claims, of so many, with as many candidates as one looks at: others as near may have been passed over."""
    most = _limits(claims).nearest_of_all
    counts = Counter(number for candidate in candidates for number in (candidate.left, candidate.right))
    return frozenset(number for number, count in counts.items() if count >= most)


def candidates_of_one(number: int, vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look that this claim is in; it looks as far in a crowd as in a story."""
    own, limits = vectors[number], _Limits(**parameters("candidates")["story"])
    near = {other: _dot(own, there) for other, there in enumerate(vectors) if reports[other] != reports[number]}
    found = sorted((min(number, other), max(number, other), near[other]) for other in _nearest(near, reports, limits))
    return tuple(Candidate(*pair) for pair in found)


@frozen
class _Limits:
    """How far a claim looks; ``common``: a stem of more claims than this leads to no other claim by itself."""

    least_cosine: float
    nearest: int
    nearest_of_all: int
    common: int


def _limits(claims: int) -> _Limits:
    """Among many claims more are alike by accident, so a crowd has limits of its own."""
    settings = parameters("candidates")
    return _Limits(**settings["crowd" if claims > settings["crowd_from"] else "story"])


def _nearest(near: Mapping[int, float], reports: Sequence[str], limits: _Limits) -> list[int]:
    by_report: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for other, cosine in near.items():
        if cosine >= limits.least_cosine:
            by_report[reports[other]].append((-cosine, other))
    chosen = [one for there in by_report.values() for one in _smallest(limits.nearest, there)]
    return [other for _, other in _smallest(limits.nearest_of_all, chosen)]


def _smallest(number: int, found: list[tuple[float, int]]) -> list[tuple[float, int]]:
    return found if len(found) <= number else heapq.nsmallest(number, found)


def _cosines(vectors: Sequence[Vector], reports: Sequence[str], common: int) -> Iterator[dict[int, float]]:
    """For each claim its cosine with every claim of another report that shares a stem with it, common ones aside."""
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for stem, weight in vector.items():
            index[stem].append((number, weight))
    for number, vector in enumerate(vectors):
        near: defaultdict[int, float] = defaultdict(float)
        for stem, weight in vector.items():
            if len(index[stem]) <= common:
                for other, there in index[stem]:
                    near[other] += weight * there
        own = reports[number]
        yield {other: cosine for other, cosine in near.items() if reports[other] != own}


def _dot(left: Vector, right: Vector) -> float:
    """The cosine to the last bit, whichever of the two comes first."""
    return math.fsum([left[stem] * right[stem] for stem in left.keys() & right.keys()])
