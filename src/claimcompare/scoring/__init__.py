"""Candidates → matches: how likely two claims state the same thing, and what speaks for it and against it.

A pair is measured alone (``measures``) and by what stands around it (``surroundings``); a logistic model with learned
weights makes one calibrated score of that (``model``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from claimcompare.records import Candidate, Match
from claimcompare.scoring.measures import MEASURES, Pair
from claimcompare.scoring.model import evidence, probability, promising_values
from claimcompare.scoring.sides import Side, side_of
from claimcompare.scoring.surroundings import SURROUNDINGS, Surroundings, surroundings_of

__all__ = ["Side", "measured", "scored_matches", "side_of"]

_DIGITS = 6  # of a score, so that the last bits of a sum cannot change the output


def scored_matches(sides: Sequence[Side], candidates: Sequence[Candidate], least: float = 0.0) -> tuple[Match, ...]:
    """A match for every candidate that scores at least ``least``, with its evidence."""
    matches = (
        Match(
            left=sides[candidate.left].claim,
            right=sides[candidate.right].claim,
            score=round(probability(values), _DIGITS),
            evidence=evidence(values),
        )
        for candidate, measure in _measuring(sides, candidates)
        if (values := promising_values(measure, least)) is not None
    )
    return tuple(match for match in matches if match.score >= least)


def measured(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Each candidate with all its measures by name: what the curves are learned from."""
    for candidate, measure in _measuring(sides, candidates):
        yield candidate, {name: measure(name) for name in (*MEASURES, *SURROUNDINGS)}


def _measuring(
    sides: Sequence[Side], candidates: Sequence[Candidate]
) -> Iterator[tuple[Candidate, Callable[[str], float]]]:
    """Each candidate with a function that takes one of its measures."""
    around = surroundings_of(sides, candidates)
    for candidate in candidates:
        yield (
            candidate,
            partial(_measure, around, candidate, Pair(left=sides[candidate.left], right=sides[candidate.right])),
        )


def _measure(around: Surroundings, candidate: Candidate, pair: Pair, name: str) -> float:
    alone = MEASURES.get(name)
    return alone(pair) if alone else SURROUNDINGS[name](around, candidate.left, candidate.right)
