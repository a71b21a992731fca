"""Candidates → matches, with evidence (first version)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from claimcompare.records import Candidate, Evidence, Features, Match


def scored_matches(
    features: Sequence[Features], candidates: Sequence[Candidate], weights: Mapping[str, float]
) -> tuple[Match, ...]:
    """A match for every candidate, whatever its score."""
    return tuple(_match(features[c.left], features[c.right], c.cosine) for c in candidates)


def _match(left: Features, right: Features, cosine: float) -> Match:
    score = 1 / (1 + math.exp(-(12 * cosine - 4.5)))
    evidence = Evidence(name="cosine", value=cosine, weight=12 * cosine - 4.5, words=f"shared rare words ({cosine:.2f})")
    return Match(left=left.claim, right=right.claim, score=round(score, 6), evidence=(evidence,))
