"""The tables of the page: which report makes which claim, and how much each two reports share.

A few reports are side by side in one table of each kind. Those of a corpus have a table for each group of reports that
share claims: most cells of a table of all would be empty, and there would be millions.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.records import Comparison, Overlap
    from claimcompare.rendering.page import ClusterView, Names

COLUMNS = 50  # reports that are side by side, whatever they share: as many as are compared as one story


@frozen
class TableView:
    """Reports side by side.

    Attributes:
        reports: their numbers, ascending.
        clusters: those that are shown and that they share, ranked.
        overlap: a row and a column for each report; None on the diagonal and where two reports share nothing.
    """

    reports: tuple[int, ...]
    clusters: tuple[ClusterView, ...]
    overlap: tuple[tuple[Overlap | None, ...], ...]


def table_views(comparison: Comparison, clusters: Sequence[ClusterView], names: Names) -> tuple[TableView, ...]:
    """The tables in the order of their first reports; ``clusters`` are those of the comparison that are shown."""
    groups = _groups(comparison, names)
    group_of = {report: number for number, group in enumerate(groups) for report in group}
    own: defaultdict[int, list[ClusterView]] = defaultdict(list)
    for cluster in clusters:
        own[group_of[cluster.versions[0].report]].append(cluster)
    shared = {(names.numbers[pair.left], names.numbers[pair.right]): pair for pair in comparison.overlap()}
    return tuple(
        TableView(tuple(group), tuple(own[number]), _overlap_rows(group, shared)) for number, group in enumerate(groups)
    )


def _groups(comparison: Comparison, names: Names) -> list[list[int]]:
    """The numbers of all of a few reports, or of those that share claims, directly or by others."""
    if len(comparison.reports) <= COLUMNS:
        return [list(range(len(comparison.reports)))]
    groups: dict[int, list[int]] = {}
    for cluster in comparison.clusters:
        numbers = {names.numbers[report] for report in cluster.reports}
        linked = {id(group): group for number in numbers if (group := groups.get(number))}
        joined = sorted(numbers.union(*linked.values()))
        groups |= dict.fromkeys(joined, joined)
    return [group for number, group in sorted(groups.items()) if number == group[0]]


def _overlap_rows(
    group: Sequence[int], shared: Mapping[tuple[int, int], Overlap]
) -> tuple[tuple[Overlap | None, ...], ...]:
    return tuple(tuple(shared.get((min(one, other), max(one, other))) for other in group) for one in group)
