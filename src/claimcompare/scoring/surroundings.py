"""Pairs → what is around them: the measures that need more than the two claims.

They are taken from the candidates' cosines, so one pass over the candidates is enough.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from claimcompare.lexicons import parameters
from claimcompare.scoring.pairs import Pair, Rival, Surroundings


def neighbours(pair: Pair) -> float:
    """The cosine of the sentences next to both: reports often tell things in the same order."""
    around, one, other = pair.around, pair.one, pair.other
    cosines, its_before, its_after = around.cosines, around.before[other], around.after[other]
    own, before, after = cosines[one].get, cosines[around.before[one]].get, cosines[around.after[one]].get
    beside_both = max(before(its_before, 0.0), after(its_after, 0.0), before(its_after, 0.0), after(its_before, 0.0))
    beside_one = max(own(its_before, 0.0), own(its_after, 0.0), before(other, 0.0), after(other, 0.0))
    share: float = parameters("scoring")["beside_one"]
    return max(beside_both, share * beside_one)


def exclusiveness(pair: Pair) -> float:
    """The pair's cosine against that of the nearest rival of the one that has the weaker rivals: 1 without any."""
    prior: float = parameters("scoring")["rival_prior"]
    around, one, other = pair.around, pair.one, pair.other
    own = around.cosines[one].get(other, 0.0)
    return own / (own + min(_rival(around, one, other), _rival(around, other, one)) + prior)


def agreement(pair: Pair) -> float:
    """How well both go with one and the same claim of a third report."""
    around = pair.around
    ends = (pair.left.claim.report, pair.right.claim.report)
    best = 0.0
    for one, cosines in ((pair.one, around.cosines[pair.other]), (pair.other, around.cosines[pair.one])):
        for report, ((cosine, nearest), *_) in around.rivals[one].items():
            if cosine > best and report not in ends:
                best = max(best, min(cosine, cosines.get(nearest, 0.0)))
    return best


def phrases(pair: Pair) -> float:
    """How many pairs of adjacent words both have, and no other sentence of their reports; at most six."""
    own = pair.around.phrases
    return min(len(own[pair.one] & own[pair.other]), 6)


def told_beside(pair: Pair) -> float:
    """The share of one that the other lacks and the sentence next to it has: a claim may spread over two."""
    return max(_told_beside(pair.around, pair.one, pair.other), _told_beside(pair.around, pair.other, pair.one))


def _told_beside(around: Surroundings, here: int, there: int) -> float:
    """The share of ``there`` that ``here`` lacks and one of its neighbours has."""
    wanted = around.sides[there]
    lacking = wanted.vector.keys() - around.sides[here].vector.keys()
    beside = [around.sides[at].vector for at in (around.before[here], around.after[here]) if at >= 0]
    found = (math.fsum(map(wanted.vector.__getitem__, lacking & own.keys())) for own in beside)
    return max(found, default=0.0) / (wanted.total or 1.0)


def near_top(pair: Pair) -> float:
    """1 where both open their reports, a half from the second sentences on, a third from the third on ..."""
    return 1.0 / (1 + max(pair.left.claim.position, pair.right.claim.position))


def distance(pair: Pair) -> float:
    """How far apart they are in their reports, as a share of the report: 0 at the same place."""
    mine, its, lengths = pair.left.claim, pair.right.claim, pair.around.lengths
    return abs(mine.position / lengths[mine.report] - its.position / lengths[its.report])


def unexplained(pair: Pair) -> float:
    """The shared weight, in log nats, that no stronger rival of either accounts for.

    Where one report repeats a sentence of the other word for word, a further sentence that has some of these words in
    common with it states something else.
    """
    rivals = _stronger(pair)
    if not rivals:
        return math.log1p(pair.shared_weight)
    taken = [pair.around.sides[rival].vector.keys() for rival in rivals]
    return math.log1p(math.fsum(map(pair.left.vector.__getitem__, pair.shared.difference(*taken))))


SURROUNDINGS: dict[str, Callable[[Pair], float]] = {
    function.__name__: function
    for function in (neighbours, exclusiveness, agreement, phrases, told_beside, near_top, distance, unexplained)
}


def _rival(around: Surroundings, one: int, other: int) -> float:
    return next((cosine for cosine, index in _nearest(around, one, other) if index != other), 0.0)


def _nearest(around: Surroundings, one: int, other: int) -> Sequence[Rival]:
    """The candidates of ``one`` in the report of ``other``, nearest first."""
    return around.rivals[one].get(around.claims[other].report, ())


def _stronger(pair: Pair) -> list[int]:
    """The nearest rivals that come before this pair."""
    around, one, other = pair.around, pair.one, pair.other
    own = around.cosines[one].get(other, 0.0)
    nearest = (*_nearest(around, one, other)[:1], *_nearest(around, other, one)[:1])
    return [index for cosine, index in nearest if cosine > own]
