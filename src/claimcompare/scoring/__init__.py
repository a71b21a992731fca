"""Candidates → matches: how likely two claims state the same thing, and what speaks for it and against it.

A pair is looked at twice. First it is measured alone (``measures``) and by the words of what is around it
(``surroundings``); then by the scores that the pairs around it got in the first look (``afterwards``). Each time a
logistic model with learned weights makes one score of that (``model``); the second one is calibrated.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve

from claimcompare.lexicons import parameters
from claimcompare.records import Candidate, Evidence, Match
from claimcompare.scoring.afterwards import AFTERWARDS, Scored, scored
from claimcompare.scoring.measures import MEASURES
from claimcompare.scoring.model import Look, first_look, second_model
from claimcompare.scoring.pairs import Pair, pair_of, surroundings_of
from claimcompare.scoring.sides import Side, side_of
from claimcompare.scoring.surroundings import SURROUNDINGS

__all__ = ["Side", "measured", "measured_afterwards", "scored_matches", "side_of", "without_surroundings"]

_DIGITS = 6  # of a score, so that the last bits of a sum cannot change the output
_ALL = MEASURES | SURROUNDINGS
_AROUND = SURROUNDINGS.keys() | AFTERWARDS.keys()


def scored_matches(
    sides: Sequence[Side],
    candidates: Sequence[Candidate],
    *,
    least: float = 0.0,
    explained: float = 0.0,
    thorough: bool = True,
) -> tuple[Match, ...]:
    """A match for every candidate that scores at least ``least``; from ``explained`` on with its evidence.

    Where not ``thorough``, candidates that a first look gives up are left out, whatever they would score.
    """
    around = surroundings_of(sides, candidates)
    pairs = (pair_of(around, one, other) for one, other, _ in candidates)
    looks = [(pair, look) for pair in pairs for look in (first_look(_ALL, pair, thorough=thorough),) if look]
    seen = scored(around, ((pair.one, pair.other, look.score) for pair, look in looks))
    matches = (_match(seen, pair, look, least, explained) for pair, look in looks)
    return tuple(match for match in matches if match)


def _match(seen: Scored, pair: Pair, look: Look, least: float, explained: float) -> Match | None:
    """The match that a second look at a pair makes, or None if it scores too low."""
    model = second_model()
    values = look.values | _afterwards(seen, pair)
    parts = model.parts(values)
    score = round(model.probability(parts), _DIGITS)
    if score < least:
        return None
    grounds = model.evidence(values, parts) if score >= explained else ()
    return Match(left=pair.left.claim, right=pair.right.claim, score=score, evidence=grounds)


def _afterwards(seen: Scored, pair: Pair) -> dict[str, float]:
    return {name: measure(seen, pair) for name, measure in AFTERWARDS.items()}


def without_surroundings(match: Match) -> Match:
    """The match of two bare texts, with one piece of evidence for all that is around a pair: nothing."""
    around = [piece.weight for piece in match.evidence if piece.name in _AROUND]
    bare = Evidence(name="bare", value=0.0, weight=round(math.fsum(around), 4), words=parameters("scoring")["bare"])
    rest = (piece for piece in match.evidence if piece.name not in _AROUND)
    return evolve(match, evidence=tuple(sorted((*rest, bare), key=lambda one: (-abs(one.weight), one.name))))


def measured(sides: Sequence[Side], candidates: Sequence[Candidate]) -> Iterator[tuple[Candidate, dict[str, float]]]:
    """Each candidate with all its measures of the first look by name: what its curves are learned from."""
    around = surroundings_of(sides, candidates)
    for candidate in candidates:
        pair = pair_of(around, candidate.left, candidate.right)
        yield candidate, {name: measure(pair) for name, measure in _ALL.items()}


def measured_afterwards(
    sides: Sequence[Side], candidates: Sequence[Candidate], scores: Mapping[Candidate, float]
) -> Iterator[dict[str, float]]:
    """For each candidate what the scores of a first look say of the pairs around it, by name."""
    around = surroundings_of(sides, candidates)
    seen = scored(around, ((one.left, one.right, score) for one, score in scores.items()))
    for candidate in candidates:
        yield _afterwards(seen, pair_of(around, candidate.left, candidate.right))
