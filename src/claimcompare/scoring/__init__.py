"""Candidates → matches: how likely two claims state the same thing, and what speaks for it and against it.

A pair is measured alone (``measures``) and by what stands around it (``surroundings``); a logistic model with learned
weights makes one calibrated score of that (``model``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcompare.records import Candidate, Match
from claimcompare.scoring.measures import MEASURES, pair_of
from claimcompare.scoring.model import evidence, probability
from claimcompare.scoring.sides import Side, side_of
from claimcompare.scoring.surroundings import SURROUNDINGS, surroundings_of

__all__ = ["Side", "measured", "scored_matches", "side_of"]

_DIGITS = 6  # of a score, so that the last bits of a sum cannot change the output


def scored_matches(
    sides: Sequence[Side], candidates: Sequence[Candidate], evidence_from: float = 0.0
) -> tuple[Match, ...]:
    """A match for every candidate, whatever its score; evidence for those that score at least ``evidence_from``."""
    return tuple(
        Match(
            left=sides[candidate.left].claim,
            right=sides[candidate.right].claim,
            score=score,
            evidence=evidence(values) if score >= evidence_from else (),
        )
        for candidate, values in measured(sides, candidates)
        for score in (round(probability(values), _DIGITS),)
    )


def measured(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Each candidate with all its measures by name."""
    around = surroundings_of(sides, candidates)
    for candidate in candidates:
        pair = pair_of(sides[candidate.left], sides[candidate.right], candidate.cosine)
        values = {name: measure(pair) for name, measure in MEASURES.items()}
        values.update({name: see(around, candidate.left, candidate.right) for name, see in SURROUNDINGS.items()})
        yield candidate, values
