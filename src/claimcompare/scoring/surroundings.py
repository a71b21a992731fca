"""Scored neighbours → what stands around a pair: the measures that need more than the two claims.

They are taken from the candidates' cosines, so one pass over the candidates is enough.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate, Claim
from claimcompare.scoring.sides import Side

# Where the neighbours stand: before or behind both, crosswise, or beside one of them only.
_BESIDE = ((-1, -1), (1, 1), (-1, 1), (1, -1), (0, 1), (0, -1), (1, 0), (-1, 0))


@frozen(kw_only=True)
class Surroundings:
    """The candidates around a pair.

    Attributes:
        cosines: of every candidate, by the two indexes, lower first.
        at: the index of the claim at each report and position.
        rivals: for each claim and other report its two nearest there, as (cosine, index), nearest first.
        lengths: how many positions each report has.
    """

    sides: Sequence[Side]
    claims: Sequence[Claim]
    cosines: Mapping[tuple[int, int], float]
    at: Mapping[tuple[str, int], int]
    rivals: Mapping[int, Mapping[str, Sequence[tuple[float, int]]]]
    lengths: Mapping[str, int]

    def cosine(self, one: int, other: int) -> float:
        """The cosine of two claims, 0 where they are no candidates."""
        return self.cosines.get((one, other) if one < other else (other, one), 0.0)


def surroundings_of(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Surroundings:
    """What is around each pair of these candidates."""
    claims = [side.claim for side in sides]
    found: defaultdict[int, defaultdict[str, list[tuple[float, int]]]] = defaultdict(lambda: defaultdict(list))
    for left, right, cosine in candidates:
        found[left][claims[right].report].append((cosine, right))
        found[right][claims[left].report].append((cosine, left))
    lengths: defaultdict[str, int] = defaultdict(int)
    for claim in claims:
        lengths[claim.report] = max(lengths[claim.report], claim.position + 1)
    return Surroundings(
        sides=sides,
        claims=claims,
        cosines={(left, right): cosine for left, right, cosine in candidates},
        at={(claim.report, claim.position): number for number, claim in enumerate(claims)},
        rivals={
            number: {report: sorted(near, key=lambda one: (-one[0], one[1]))[:2] for report, near in by_report.items()}
            for number, by_report in found.items()
        },
        lengths=dict(lengths),
    )


def neighbours(around: Surroundings, left: int, right: int) -> float:
    """The cosine of what stands next to both: reports often tell things in the same order."""
    mine, its = around.claims[left], around.claims[right]
    beside_one = parameters("scoring")["beside_one"]
    best = 0.0
    for here, there in _BESIDE:
        one = around.at.get((mine.report, mine.position + here))
        other = around.at.get((its.report, its.position + there))
        if one is not None and other is not None:
            best = max(best, (1.0 if here and there else beside_one) * around.cosine(one, other))
    return best


def exclusiveness(around: Surroundings, left: int, right: int) -> float:
    """The pair's cosine against that of the nearest rival of the one that has the weaker rivals: 1 without any."""
    prior: float = parameters("scoring")["rival_prior"]
    own = around.cosine(left, right)
    return own / (own + min(_rival(around, left, right), _rival(around, right, left)) + prior)


def agreement(around: Surroundings, left: int, right: int) -> float:
    """How well both go with one and the same claim of a third report."""
    ends = {around.claims[left].report, around.claims[right].report}
    best = 0.0
    for one, other in ((left, right), (right, left)):
        for report, near in around.rivals.get(one, {}).items():
            if report not in ends:
                best = max(best, min(near[0][0], around.cosine(near[0][1], other)))
    return best


def distance(around: Surroundings, left: int, right: int) -> float:
    """How far apart they stand in their reports, as a share of the report: 0 at the same place."""
    mine, its = around.claims[left], around.claims[right]
    return abs(mine.position / around.lengths[mine.report] - its.position / around.lengths[its.report])


def unexplained(around: Surroundings, left: int, right: int) -> float:
    """The shared weight, in log nats, that no stronger rival of either accounts for.

    Where one report repeats a sentence of the other word for word, a further sentence that has some of these words in
    common with it states something else.
    """
    mine, its = around.sides[left].vector, around.sides[right].vector
    taken = [around.sides[rival].vector for rival in _stronger(around, left, right)]
    return math.log1p(
        math.fsum(
            weight for stem, weight in mine.items() if stem in its and not any(stem in vector for vector in taken)
        )
    )


SURROUNDINGS: dict[str, Callable[[Surroundings, int, int], float]] = {
    function.__name__: function for function in (neighbours, exclusiveness, agreement, distance, unexplained)
}


def _rival(around: Surroundings, one: int, other: int) -> float:
    near = around.rivals.get(one, {}).get(around.claims[other].report, ())
    return next((cosine for cosine, index in near if index != other), 0.0)


def _stronger(around: Surroundings, left: int, right: int) -> list[int]:
    """The nearest rivals that come before this pair."""
    own = around.cosine(left, right)
    ends = ((left, right), (right, left))
    nearest = (around.rivals.get(one, {}).get(around.claims[other].report, ())[:1] for one, other in ends)
    return [index for near in nearest for cosine, index in near if cosine > own]
