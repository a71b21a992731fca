"""Matches → clusters that do not chain (first version: greedy average linkage)."""

from __future__ import annotations

from collections.abc import Sequence

from claimcompare.records import Claim, Match


def claim_groups(matches: Sequence[Match], min_score: float) -> tuple[tuple[Claim, ...], ...]:
    """Groups of claims, strongest first."""
    scores = {frozenset((m.left.id, m.right.id)): m.score for m in matches}
    groups: list[list[Claim]] = []
    where: dict[str, list[Claim]] = {}
    strong = sorted((m for m in matches if m.score >= min_score), key=lambda m: (-m.score, m.left.id, m.right.id))
    for match in strong:
        left = where.get(match.left.id, [match.left])
        right = where.get(match.right.id, [match.right])
        if left is right:
            continue
        cross = [scores.get(frozenset((a.id, b.id)), 0.0) for a in left for b in right if a.report != b.report]
        if sum(cross) / len(cross) < min_score:
            continue
        for old in (left, right):
            if old in groups:
                groups.remove(old)
        merged = left + right
        groups.append(merged)
        where.update({claim.id: merged for claim in merged})
    return tuple(tuple(sorted(group, key=lambda c: int(c.id[1:]))) for group in groups)
