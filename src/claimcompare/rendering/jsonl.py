"""A comparison → JSON Lines: what was compared, then one line for each cluster, with its claims in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict

from claimcompare.rendering.json import SCHEMA, claim_as_dict, cluster_as_dict, json_line, report_as_dict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcompare.records import Cluster, Comparison, Report
    from claimcompare.settings import Settings


def as_lines(comparison: Comparison) -> Iterator[str]:
    """One JSON document a line: first settings and reports without their texts, then the clusters, one by one."""
    yield head_line(comparison.reports, comparison.settings)
    yield from cluster_lines(comparison)


def head_line(reports: Iterable[Report], settings: Settings) -> str:
    """The first line: settings, and reports without their texts."""
    shapes = [report_as_dict(report) for report in reports]
    for shape in shapes:
        del shape["text"]
    return f"{json_line({'schema': SCHEMA, 'settings': asdict(settings), 'reports': shapes})}\n"


def cluster_lines(comparison: Comparison) -> Iterator[str]:
    """A line for each cluster."""
    for cluster in comparison.clusters:
        yield f"{json_line(_cluster(cluster))}\n"


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {**cluster_as_dict(cluster), "claims": [claim_as_dict(claim) for claim in cluster.claims]}
