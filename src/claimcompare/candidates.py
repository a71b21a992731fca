"""Claims → which cross-report pairs are worth a look: never all pairs.

For each claim the ``nearest`` claims of every other report by cosine of their weighted stems, found through an index of
which claims hold a stem; a pair is a candidate when either finds the other.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate

Vector = Mapping[str, float]


def candidate_pairs(vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look among claims with these vectors of length one, each of the report named; in order."""
    limits = _limits(len(vectors))
    alike = _alike(vectors, reports)
    found = {
        (min(number, other), max(number, other))
        for numbers, near in _cosines(vectors, reports, alike, limits.common)
        for other in _nearest(near, reports, limits, alike)
        for number in numbers
    }
    return tuple(Candidate(left, right, _dot(vectors[left], vectors[right])) for left, right in sorted(found))


def crowded_claims(candidates: Sequence[Candidate], claims: int) -> dict[int, frozenset[int]]:
    """The claims, of so many, with as many candidates as one looks at, and with which others each makes one.

    Others as near may have been passed over.
    """
    most = _limits(claims).nearest_of_all
    others: defaultdict[int, set[int]] = defaultdict(set)
    for one, other, _ in candidates:
        others[one].add(other)
        others[other].add(one)
    return {number: frozenset(found) for number, found in others.items() if len(found) >= most}


def candidates_of_one(number: int, vectors: Sequence[Vector], reports: Sequence[str]) -> tuple[Candidate, ...]:
    """The pairs worth a look that this claim is in; it looks as far in a crowd as in a story."""
    own, limits = vectors[number], _Limits(**parameters("candidates")["story"])
    near = {other: _dot(own, there) for other, there in enumerate(vectors) if reports[other] != reports[number]}
    each = {other: (other,) for other in near}
    others = _nearest(near, reports, limits, each)
    found = sorted((min(number, other), max(number, other), near[other]) for other in others)
    return tuple(Candidate(*pair) for pair in found)


def candidate_of_two(vectors: Sequence[Vector]) -> Candidate:
    """Two claims as a pair, however little they have in common."""
    left, right = vectors
    return Candidate(0, 1, _dot(left, right))


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


def _alike(vectors: Sequence[Vector], reports: Sequence[str]) -> dict[int, list[int]]:
    """The claims of one report with the same vector, by the first of them: each looks where the others look."""
    groups: dict[tuple[str, tuple[tuple[str, float], ...]], list[int]] = {}
    for number, (vector, report) in enumerate(zip(vectors, reports, strict=True)):
        groups.setdefault((report, tuple(vector.items())), []).append(number)
    return {numbers[0]: numbers for numbers in groups.values()}


def _nearest(
    near: Mapping[int, float], reports: Sequence[str], limits: _Limits, alike: Mapping[int, Sequence[int]]
) -> list[int]:
    """Of the claims with their cosines in ``near``, the nearest few of each report, and of all."""
    by_report: defaultdict[str, list[tuple[float, int]]] = defaultdict(list)
    for first, cosine in near.items():
        if cosine >= limits.least_cosine:
            by_report[reports[first]] += [(-cosine, other) for other in alike[first][: limits.nearest]]
    chosen = [one for there in by_report.values() for one in _smallest(limits.nearest, there)]
    return [other for _, other in _smallest(limits.nearest_of_all, chosen)]


def _smallest(number: int, found: list[tuple[float, int]]) -> list[tuple[float, int]]:
    return found if len(found) <= number else heapq.nsmallest(number, found)


def _cosines(
    vectors: Sequence[Vector], reports: Sequence[str], alike: Mapping[int, Sequence[int]], common: int
) -> Iterator[tuple[Sequence[int], dict[int, float]]]:
    """For claims that are alike, their cosine with every claim of another report that shares a stem with them.

    Stems that are common lead nowhere. Of the others that are alike, the first stands for all.
    """
    index: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for first in alike:
        for stem, weight in vectors[first].items():
            index[stem].append((first, weight))
    held = {stem: sum(len(alike[first]) for first, _ in there) for stem, there in index.items()}
    for first, numbers in alike.items():
        near: defaultdict[int, float] = defaultdict(float)
        for stem, weight in vectors[first].items():
            if held[stem] <= common:
                for other, there in index[stem]:
                    near[other] += weight * there
        own = reports[first]
        yield numbers, {other: cosine for other, cosine in near.items() if reports[other] != own}


def _dot(left: Vector, right: Vector) -> float:
    """The cosine to the last bit, whichever of the two comes first."""
    return math.fsum([left[stem] * right[stem] for stem in left.keys() & right.keys()])
