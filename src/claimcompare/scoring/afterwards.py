"""Scores of a first look → what they say of the pairs around: measures for a second look.

The first look can compare the sentences around a pair only by the words that they share. Once all candidates have a
score, the same can be asked of scores: whether the claims around match, whether one of third reports matches both, and
whether another one matches better. Scores that are not promising count as none.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.scoring.pairs import Pair, Surroundings


@frozen(kw_only=True)
class Scored:
    """The candidates around each pair with the scores of the first look.

    Attributes:
        scores: for each claim those that it may match, with the score; after the last claim none, at -1.
    """

    around: Surroundings
    scores: Sequence[Mapping[int, float]]

    def between(self, one: int, other: int) -> float:
        """The score of two claims; 0 if there is none, or no such claim (-1)."""
        return self.scores[one].get(other, 0.0)


def scored(around: Surroundings, scores: Iterable[tuple[int, int, float]]) -> Scored:
    """The scores by their claims, those that are not promising left out."""
    least: float = parameters("scoring_curves")["promising_from"]
    found: list[dict[int, float]] = [{} for _ in range(len(around.sides) + 1)]
    for one, other, score in scores:
        if score >= least:
            found[one][other] = found[other][one] = score
    return Scored(around=around, scores=found)


def third_match(scored: Scored, pair: Pair) -> float:
    """How surely both match one and the same claim of a third report."""
    own, its = scored.scores[pair.one], scored.scores[pair.other]
    return max((min(own[third], its[third]) for third in own.keys() & its.keys()), default=0.0)


def matched_beside(scored: Scored, pair: Pair) -> float:
    """How surely one of them matches the sentence next to the other: a claim may spread over two."""
    around = scored.around
    return max(
        scored.between(one, beside)
        for one, other in ((pair.one, pair.other), (pair.other, pair.one))
        for beside in (around.before[other], around.after[other])
    )


def matches_around(scored: Scored, pair: Pair) -> float:
    """How many of the sentences around one match those around the other, farther ones counting less, in log nats."""
    reach: int = parameters("scoring")["around"]
    claims = scored.around.claims
    found = []
    for near in chain(range(max(0, pair.one - reach), pair.one), range(pair.one + 1, pair.one + reach + 1)):
        if near >= len(claims) or claims[near].report != pair.left.claim.report:
            continue
        for there, score in scored.scores[near].items():
            across = abs(there - pair.other)
            if 0 < across <= reach and claims[there].report == pair.right.claim.report:
                found.append(score / max(abs(near - pair.one), across))
    return math.log1p(math.fsum(found))


def better_match(scored: Scored, pair: Pair) -> float:
    """How surely one of them matches another sentence of the other's report."""
    claims = scored.around.claims
    return max(
        (
            score
            for one, other in ((pair.one, pair.other), (pair.other, pair.one))
            for rival, score in scored.scores[one].items()
            if rival != other and claims[rival].report == claims[other].report
        ),
        default=0.0,
    )


AFTERWARDS: dict[str, Callable[[Scored, Pair], float]] = {
    function.__name__: function for function in (third_match, matched_beside, matches_around, better_match)
}
