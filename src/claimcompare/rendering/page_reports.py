"""Every report in full for the page: its claims marked in place and linked to their clusters, furniture greyed."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.records import Block, Claim, Comparison, Report
    from claimcompare.rendering.page import ClusterView, Names


Placed = TypeVar("Placed", "Claim", "Block")


@frozen
class Reference:
    """The number of a cluster, the anchor of a version there, and the severity of its weightiest mark."""

    number: int
    anchor: str
    severity: str


@frozen(kw_only=True)
class Stretch:
    """Words of a report with one look.

    Attributes:
        anchors: of the claims that start here.
        shared: whether they are in a claim that other reports make too.
        role: that of the block: body, headline or furniture; ``reason`` says why it is furniture.
        references: where the claims that end here stand among others.
    """

    text: str
    anchors: tuple[str, ...]
    shared: bool
    role: str
    reason: str
    references: tuple[Reference, ...]

    @property
    def look(self) -> str:
        """The classes of its style."""
        return " ".join(name for name, so in (("shared", self.shared), ("headline", self.role == "headline")) if so)


@frozen(kw_only=True)
class ReportView:
    """A report with all that is shown of it; ``link`` is its address where that is one of the web."""

    anchor: str
    number: int
    label: str
    id: str
    described: str
    facts: tuple[tuple[str, str], ...]
    link: str
    shared: int
    alone: tuple[tuple[str, str], ...]
    origin: str
    stretches: tuple[Stretch, ...]
    left_out: int


def report_views(comparison: Comparison, clusters: Sequence[ClusterView], names: Names) -> tuple[ReportView, ...]:
    """The reports in their order; ``clusters`` are those that are shown."""
    references = _references(clusters)
    claims, blocks, alone = _grouped(comparison.claims), _grouped(comparison.blocks), _grouped(comparison.unique())
    shared = Counter(report for cluster in clusters for report in cluster.cells)
    origins = {
        report: origin.id for origin in comparison.origins if len(origin.reports) > 1 for report in origin.reports
    }
    views = []
    for number, report in enumerate(comparison.reports):
        views.append(
            ReportView(
                anchor=f"r{number}",
                number=number,
                label=names.labels[report.id],
                id=report.id,
                described=names.described[report.id],
                facts=_facts(report),
                link=report.url if report.url and urlsplit(report.url).scheme in {"http", "https"} else "",
                shared=shared[number],
                alone=tuple((claim.text, names.places[claim.id]) for claim in alone[report.id]),
                origin=origins.get(report.id, ""),
                stretches=_stretches(report, claims[report.id], blocks[report.id], names, references),
                left_out=sum(block.role == "furniture" for block in blocks[report.id]),
            )
        )
    return tuple(views)


def _grouped(placed: Sequence[Placed]) -> Mapping[str, list[Placed]]:
    groups: dict[str, list[Placed]] = defaultdict(list)
    for each in placed:
        groups[each.report].append(each)
    return groups


def _references(clusters: Sequence[ClusterView]) -> Mapping[str, list[Reference]]:
    """For the anchor of each claim's place, the clusters that it is in."""
    found: dict[str, list[Reference]] = defaultdict(list)
    for cluster in clusters:
        for version in cluster.versions:
            found[version.place].append(Reference(cluster.number, version.anchor, version.severity))
    return found


def _facts(report: Report) -> tuple[tuple[str, str], ...]:
    """What the report says of itself, and where."""
    where = {found.field: f" ({found.where})" for found in report.provenance}
    published = report.published.isoformat() if report.published else None
    known = {
        "source": report.source,
        "author": report.author,
        "place": report.place,
        "published": published,
        "agency": report.agency,
        "file": report.path,
        "address": report.url,
    }
    return tuple((name, f"{value}{where.get(name, '')}") for name, value in known.items() if value)


def _stretches(
    report: Report,
    claims: Sequence[Claim],
    blocks: Sequence[Block],
    names: Names,
    references: Mapping[str, list[Reference]],
) -> tuple[Stretch, ...]:
    """The text cut where a block, a shared claim or the sentence of a claim starts or ends."""
    shown = [claim for claim in claims if claim.is_whole or names.places[claim.id] in references]
    shared = [claim for claim in shown if names.places[claim.id] in references]
    starts: dict[int, list[str]] = defaultdict(list)
    ends: dict[int, list[Reference]] = defaultdict(list)
    for claim in shown:
        starts[claim.span.start].append(names.places[claim.id])
    for claim in shared:
        ends[claim.span.end] += references[names.places[claim.id]]
    edges = {0, len(report.text), *starts, *(edge for claim in shared for edge in (claim.span.start, claim.span.end))}
    edges |= {edge for block in blocks for edge in (block.span.start, block.span.end)}
    depth = _depths(shared)
    roles = {block.span.start: block for block in blocks}
    stretches, block, level = [], None, 0
    for start, end in pairwise(sorted(edges)):
        block = roles.get(start, block if block and start < block.span.end else None)
        level += depth[start]
        stretches.append(
            Stretch(
                text=report.text[start:end],
                anchors=tuple(starts.get(start, ())),
                shared=level > 0,
                role=block.role if block else "body",
                reason=(block.reason or "") if block else "",
                references=tuple(dict.fromkeys(ends.get(end, ()))),
            )
        )
    return tuple(stretches)


def _depths(claims: Sequence[Claim]) -> Mapping[int, int]:
    """By how many claims more or fewer the text is covered from an offset on."""
    depth: dict[int, int] = defaultdict(int)
    for claim in claims:
        depth[claim.span.start] += 1
        depth[claim.span.end] -= 1
    return depth
