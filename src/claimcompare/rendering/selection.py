"""The part of a comparison that a reader asks for: differences of some severities and kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from claimcompare.records import Comparison, Match


def narrowed(comparison: Comparison, *, severities: Collection[str] = (), kinds: Collection[str] = ()) -> Comparison:
    """The comparison with only the differences of these severities and kinds, and the clusters that have one.

    Without severities and kinds it is the comparison itself.
    """
    if not severities and not kinds:
        return comparison
    clusters = (
        evolve(
            cluster,
            differences=tuple(
                difference
                for difference in cluster.differences
                if (not severities or difference.severity in severities) and (not kinds or difference.kind in kinds)
            ),
        )
        for cluster in comparison.clusters
    )
    return evolve(comparison, clusters=tuple(cluster for cluster in clusters if cluster.differences))


def listed(found: Sequence[Match], sure: float) -> list[Match]:
    """Of matches, the surest first, all that score ``sure`` and more; of the others so many that a few are listed."""
    fewest = parameters("rendering")["found"]
    return [match for at, match in enumerate(found) if match.score >= sure or at < fewest]
