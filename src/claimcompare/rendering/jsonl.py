"""A comparison → JSON Lines: what was compared, then one line for each cluster, with its claims in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import asdict

from claimcompare.rendering.json import SCHEMA, claim_as_dict, cluster_as_dict, one_line, report_as_dict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.records import Cluster, Comparison


def as_lines(comparison: Comparison) -> Iterator[str]:
    """One JSON document a line: first settings and reports without their texts, then the clusters, one by one."""
    yield f"{one_line(_head(comparison))}\n"
    for cluster in comparison.clusters:
        yield f"{one_line(_cluster(cluster))}\n"


def _head(comparison: Comparison) -> dict[str, Any]:
    reports = [report_as_dict(report) for report in comparison.reports]
    for report in reports:
        del report["text"]
    return {"schema": SCHEMA, "settings": asdict(comparison.settings), "reports": reports}


def _cluster(cluster: Cluster) -> dict[str, Any]:
    return {**cluster_as_dict(cluster), "claims": [claim_as_dict(claim) for claim in cluster.claims]}
