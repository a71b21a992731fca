"""What stands on the page: the clusters as plain values that the template only has to write down.

Every anchor is made of counts, never of an id from outside.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare.records import SEVERITIES
from claimcompare.rendering import phrases
from claimcompare.rendering.evidence import matches_by_places, matches_within
from claimcompare.rendering.marks import Piece, claim_pieces, marks_by_claim
from claimcompare.rendering.page_differences import difference_views
from claimcompare.rendering.summary import described, openings, published_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcompare.records import Cluster, Comparison, Match
    from claimcompare.rendering.evidence import Place
    from claimcompare.rendering.marks import Mark
    from claimcompare.rendering.page_differences import DifferenceView

PAIRS = 10  # matches of a cluster that are shown; of more, the surest of each version
PIECES = 6  # of evidence for a match, the weightiest


@frozen
class Run:
    """Words with one look: marked for a difference (``target`` is its anchor), left out, or plain.

    Attributes:
        goes_on: whether the marked words go on behind words that another mark has, so that the kind is named there.
    """

    text: str
    target: str = ""
    kind: str = ""
    severity: str = ""
    left_out: bool = False
    goes_on: bool = False


@frozen
class Version:
    """One report's version of a claim; ``place`` is the anchor of its words in the whole report.

    Attributes:
        published: source, agency and date of the report, as far as they are known; ``described`` is that and its title.
    """

    anchor: str
    report: int
    label: str
    published: str
    described: str
    place: str
    runs: tuple[Run, ...]

    @property
    def severity(self) -> str:
        """The weightiest of its marks."""
        told = {run.severity for run in self.runs}
        return next((severity for severity in SEVERITIES if severity in told), "none")


@frozen
class CellView:
    """A report's cell in the matrix: the anchor of its first version, and how weighty its words differ."""

    anchor: str
    severity: str


@frozen
class MatchView:
    """Why two versions stand together: for each piece of evidence its weight and its words."""

    left: str
    right: str
    score: float
    evidence: tuple[tuple[float, str], ...]


@frozen(kw_only=True)
class ClusterView:
    """A cluster with all that is shown of it; ``cells`` has a cell for each report with a version, by its number.

    Attributes:
        heading: the words of the version ``worded``, or most of them; ``brief`` has fewer.
        contested: those of a version that another contradicts.
    """

    anchor: str
    number: int
    heading: str
    brief: str
    contested: str
    worded: Version
    standing: str
    worst: str
    severities: str
    kinds: str
    members: str
    versions: tuple[Version, ...]
    differences: tuple[DifferenceView, ...]
    matches: tuple[MatchView, ...]
    pairs: int
    cells: Mapping[int, CellView]

    @property
    def conflicts(self) -> tuple[DifferenceView, ...]:
        """The differences in which not all readings can be true."""
        return tuple(difference for difference in self.differences if difference.severity == "conflict")


@frozen
class Names:
    """Labels, descriptions and anchors: of each report by its id, of each claim's place by the claim's id."""

    labels: Mapping[str, str]
    published: Mapping[str, str]
    described: Mapping[str, str]
    numbers: Mapping[str, int]
    places: Mapping[str, str]


@frozen
class _Sources:
    """What the views of clusters are made from."""

    comparison: Comparison
    names: Names
    texts: Mapping[str, str]
    matches: Mapping[frozenset[Place], Match]


def page_names(comparison: Comparison) -> Names:
    """Labels and anchors for everything on the page."""
    numbers = {report.id: number for number, report in enumerate(comparison.reports)}
    places = {claim.id: f"r{numbers[claim.report]}c{index}" for index, claim in enumerate(comparison.claims)}
    published = {report.id: published_by(report) for report in comparison.reports}
    opening = openings(comparison)
    known = {report.id: described(report, opening.get(report.id)) for report in comparison.reports}
    return Names(phrases.labels(comparison.reports, phrases.LABEL_ROOM), published, known, numbers, places)


def cluster_views(comparison: Comparison, names: Names) -> tuple[ClusterView, ...]:
    """The clusters, ranked."""
    texts = {report.id: report.text for report in comparison.reports}
    sources = _Sources(comparison, names, texts, matches_by_places(comparison.matches))
    numbered = enumerate(phrases.ranked(comparison.clusters), start=1)
    return tuple(_cluster_view(cluster, number, sources) for number, cluster in numbered)


def _cluster_view(cluster: Cluster, number: int, sources: _Sources) -> ClusterView:
    anchor = f"k{number}"
    versions = _versions(cluster, anchor, sources)
    pairs = matches_within(cluster, sources.matches)
    heading = phrases.heading(cluster)
    return ClusterView(
        anchor=anchor,
        number=number,
        heading=heading,
        brief=phrases.brief(heading),
        contested=phrases.contested(cluster),
        worded=next(one for claim, one in zip(cluster.claims, versions, strict=True) if claim == cluster.heading),
        standing=phrases.standing(cluster, sources.comparison, sources.names.labels),
        worst=phrases.worst(cluster) or "none",
        severities=_distinct(difference.severity for difference in cluster.differences),
        kinds=_distinct(difference.kind for difference in cluster.differences),
        members=_distinct(str(version.report) for version in versions),
        versions=versions,
        differences=difference_views(cluster, anchor, sources.texts, sources.names),
        matches=tuple(_match_view(match, sources.names) for match in _shown(pairs)),
        pairs=len(pairs),
        cells=_cells(versions),
    )


def _cells(versions: Sequence[Version]) -> Mapping[int, CellView]:
    own: dict[int, list[Version]] = {}
    for version in versions:
        own.setdefault(version.report, []).append(version)
    return {report: _cell(those) for report, those in own.items()}


def _cell(versions: Sequence[Version]) -> CellView:
    told = {version.severity for version in versions}
    return CellView(versions[0].anchor, next((severity for severity in SEVERITIES if severity in told), "none"))


def _versions(cluster: Cluster, anchor: str, sources: _Sources) -> tuple[Version, ...]:
    marks, names = marks_by_claim(cluster.differences), sources.names
    versions = []
    for place, claim in enumerate(cluster.claims):
        runs = _runs(claim_pieces(sources.texts[claim.report], claim, marks.get(claim.id, ())), anchor)
        versions.append(
            Version(
                anchor=f"{anchor}v{place}",
                report=names.numbers[claim.report],
                label=names.labels[claim.report],
                published=names.published[claim.report],
                described=names.described[claim.report],
                place=names.places[claim.id],
                runs=runs,
            )
        )
    return tuple(versions)


def _runs(pieces: Sequence[Piece], cluster: str) -> tuple[Run, ...]:
    """Pieces as runs; neighbours whose weightiest mark is the same are one."""
    runs: list[tuple[Mark | None, Run]] = []
    for piece in pieces:
        mark = piece.marks[0] if piece.marks else None
        before = runs.pop()[1].text if runs and mark is not None and runs[-1][0] == mark else ""
        runs.append((mark, _run(mark, before + piece.text, cluster, left_out=piece.span is None)))
    return _linked([part for _, run in runs for part in _with_space_apart(run)])


def _linked(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs, those marked that go on with nothing but marked words between."""
    ahead: set[str] = set()
    linked: list[Run] = []
    for run in reversed(runs):
        ahead = ahead if run.target or not run.text.strip() else set()
        linked.append(evolve(run, goes_on=run.target in ahead))
        ahead |= {run.target} - {""}
    return tuple(reversed(linked))


def _with_space_apart(run: Run) -> tuple[Run, ...]:
    """A marked run without the spaces at its ends, and these, so that the mark's tag is at the words."""
    words = run.text.strip()
    if not run.target or words == run.text:
        return (run,)
    if not words:
        return (Run(run.text),)
    start = run.text.index(words)
    parts = (Run(run.text[:start]), evolve(run, text=words), Run(run.text[start + len(words) :]))
    return tuple(part for part in parts if part.text)


def _run(mark: Mark | None, text: str, cluster: str, left_out: bool) -> Run:
    if mark is None:
        return Run(text, left_out=left_out)
    return Run(text, f"{cluster}d{mark.difference}", mark.kind, mark.severity)


def _shown(pairs: Sequence[Match]) -> list[Match]:
    """All of a few pairs; of many, those that are the surest for one of their claims."""
    if len(pairs) <= PAIRS:
        return list(pairs)
    known: Counter[str] = Counter()
    shown = []
    for match in pairs:
        if not known[match.left.id] or not known[match.right.id]:
            shown.append(match)
        known.update((match.left.id, match.right.id))
    return shown


def _match_view(match: Match, names: Names) -> MatchView:
    weightiest = sorted(match.evidence, key=lambda piece: -abs(piece.weight))
    evidence = tuple((piece.weight, piece.words) for piece in weightiest[:PIECES])
    return MatchView(names.labels[match.left.report], names.labels[match.right.report], match.score, evidence)


def _distinct(values: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(values))
