"""Sides and candidates → pairs: two claims, what both have in common, and what is around them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from attrs import frozen

from claimcompare.records import Candidate, Claim
from claimcompare.scoring.sides import Side

Rival = tuple[float, int]
Phrase = tuple[str, str]

_RIVALS = 2


@frozen(kw_only=True)
class Surroundings:
    """The candidates around each pair.

    Attributes:
        cosines: for each claim its candidates with the cosine; after the last claim one without any, at -1.
        before: for each claim the one before it in its report, or -1; ``after`` the one after it.
        phrases: for each claim its pairs of adjacent stems that no other claim of its report has.
        rivals: for each claim and other report its two nearest there, as (cosine, index), nearest first.
        lengths: how many positions each report has.
    """

    sides: Sequence[Side]
    claims: Sequence[Claim]
    cosines: Sequence[Mapping[int, float]]
    before: Sequence[int]
    after: Sequence[int]
    phrases: Sequence[frozenset[Phrase]]
    rivals: Sequence[Mapping[str, Sequence[Rival]]]
    lengths: Mapping[str, int]


def surroundings_of(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Surroundings:
    """What is around each pair of these candidates."""
    claims = [side.claim for side in sides]
    lengths: dict[str, int] = {}
    for claim in claims:
        lengths[claim.report] = max(lengths.get(claim.report, 0), claim.position + 1)
    at = {(claim.report, claim.position): number for number, claim in enumerate(claims)}
    return Surroundings(
        sides=sides,
        claims=claims,
        cosines=_cosines(len(claims), candidates),
        before=[at.get((claim.report, claim.position - 1), -1) for claim in claims],
        after=[at.get((claim.report, claim.position + 1), -1) for claim in claims],
        phrases=_own_phrases(sides),
        rivals=_rivals(claims, candidates),
        lengths=lengths,
    )


def _cosines(claims: int, candidates: Sequence[Candidate]) -> list[dict[int, float]]:
    """For each claim its candidates with the cosine; behind the last claim an empty one, which -1 leads to."""
    cosines: list[dict[int, float]] = [{} for _ in range(claims + 1)]
    for left, right, cosine in candidates:
        cosines[left][right] = cosines[right][left] = cosine
    return cosines


def _own_phrases(sides: Sequence[Side]) -> list[frozenset[Phrase]]:
    """For each side its pairs of adjacent stems that no other sentence of its report has."""
    every = [frozenset(pairwise(side.stems)) for side in sides]
    counts: defaultdict[str, Counter[Phrase]] = defaultdict(Counter)
    for side, own in zip(sides, every, strict=True):
        counts[side.claim.report].update(own)
    return [
        frozenset(phrase for phrase in own if counts[side.claim.report][phrase] == 1)
        for side, own in zip(sides, every, strict=True)
    ]


def _rivals(claims: Sequence[Claim], candidates: Sequence[Candidate]) -> list[dict[str, list[Rival]]]:
    """For each claim and other report its nearest candidates there, as (cosine, index), nearest first."""
    reports = [claim.report for claim in claims]
    rivals: list[dict[str, list[Rival]]] = [{} for _ in claims]
    # Sorting is stable: of equal cosines the claim that comes first is the nearer one.
    for left, right, cosine in sorted(sorted(candidates), key=itemgetter(2), reverse=True):
        for one, other in ((left, right), (right, left)):
            near = rivals[one].setdefault(reports[other], [])
            if len(near) < _RIVALS:
                near.append((cosine, other))
    return rivals


class Pair(NamedTuple):
    """Two sides, as such and by their numbers.

    Attributes:
        shared: the stems that both have; ``shared_weight`` the sum of their weights, in nats.
    """

    around: Surroundings
    one: int
    other: int
    left: Side
    right: Side
    shared: frozenset[str]
    shared_weight: float


def _of_other_years(left: Side, right: Side) -> frozenset[str]:
    """What days of one name and two years have in common: Sept. 11, 2001, and Sept. 11, 2021."""
    return frozenset(
        stem
        for here, stems in left.dated.items()
        for there, others in right.dated.items()
        if here[:4] != there[:4] and here[4:] == there[4:]
        for stem in stems & others
    )


def pair_of(around: Surroundings, one: int, other: int) -> Pair:
    """The pair of two claims by their numbers."""
    left, right = around.sides[one], around.sides[other]
    shared = frozenset(left.vector.keys() & right.vector.keys())
    if left.dated and right.dated:
        shared -= _of_other_years(left, right)
    return Pair(around, one, other, left, right, shared, math.fsum(map(left.vector.__getitem__, shared)))
