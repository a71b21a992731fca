"""Candidates → matches: how likely two claims state the same thing, and what speaks for it and against it.

A pair is measured alone (``measures``) and by what is around it (``surroundings``); a logistic model with learned
weights makes one calibrated score of that (``model``).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate, Evidence, Match
from claimcompare.scoring.measures import MEASURES
from claimcompare.scoring.model import evidence, probability, promising_parts
from claimcompare.scoring.pairs import pair_of, surroundings_of
from claimcompare.scoring.sides import Side, side_of
from claimcompare.scoring.surroundings import SURROUNDINGS

__all__ = ["Side", "measured", "scored_matches", "side_of", "without_surroundings"]

_DIGITS = 6  # of a score, so that the last bits of a sum cannot change the output
_ALL = MEASURES | SURROUNDINGS


def scored_matches(
    sides: Sequence[Side], candidates: Sequence[Candidate], least: float = 0.0, explained: float = 0.0
) -> tuple[Match, ...]:
    """A match for every candidate that scores at least ``least``; from ``explained`` on with its evidence."""
    around = surroundings_of(sides, candidates)
    matches = []
    for one, other, _ in candidates:
        parts = promising_parts(_ALL, pair_of(around, one, other), least)
        score = round(probability(parts), _DIGITS) if parts else -1.0
        if parts and score >= least:
            grounds = evidence(parts) if score >= explained else ()
            matches.append(Match(left=sides[one].claim, right=sides[other].claim, score=score, evidence=grounds))
    return tuple(matches)


def without_surroundings(match: Match) -> Match:
    """The match of two bare texts, with one piece of evidence for all that is around a pair: nothing."""
    around = [piece.weight for piece in match.evidence if piece.name in SURROUNDINGS]
    bare = Evidence(name="bare", value=0.0, weight=round(math.fsum(around), 4), words=parameters("scoring")["bare"])
    rest = (piece for piece in match.evidence if piece.name not in SURROUNDINGS)
    return evolve(match, evidence=tuple(sorted((*rest, bare), key=lambda one: (-abs(one.weight), one.name))))


def measured(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Each candidate with all its measures by name: what the curves are learned from."""
    around = surroundings_of(sides, candidates)
    for candidate in candidates:
        pair = pair_of(around, candidate.left, candidate.right)
        yield candidate, {name: measure(pair) for name, measure in _ALL.items()}
