"""How much a point stands out among those of its kind: ``emphases.json``."""

from __future__ import annotations

from claimcompare.lexicons import parameters


def emphasis(rule: str, found: str) -> float:
    """The weight of a point, by the rule that reports it and what it found."""
    return float(parameters("emphases")[rule][found])
