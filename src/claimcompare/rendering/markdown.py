"""A comparison → Markdown with tables, for wikis, issues and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.rendering import phrases
from claimcompare.rendering.marks import Piece, claim_pieces, marks_by_claim, merged_by_severity
from claimcompare.rendering.safe import markdown
from claimcompare.rendering.summary import described

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.records import Claim, Cluster, Comparison, Difference
    from claimcompare.rendering.marks import Mark

WIDEST = 20  # reports in one row of a table
MARKS = {"conflict": "**", "shift": "*", "style": ""}


def as_markdown(comparison: Comparison, whole: Comparison | None = None) -> str:
    """What was compared, then for each cluster a table of its versions and one of its differences.

    ``whole`` is what ``comparison`` was narrowed from; the first lines are about that.
    """
    texts = {report.id: report.text for report in comparison.reports}
    names = {report.id: markdown(report.id) for report in comparison.reports}
    parts = [
        f"# {phrases.counted(len(comparison.clusters), 'shared claim')}",
        "",
        phrases.found_words(whole or comparison),
        "",
    ]
    parts += [*_reports(comparison), *_matrix(comparison, names)]
    if whole and whole.clusters and not comparison.clusters:
        parts += [phrases.NONE_SUCH, ""]
    for number, cluster in enumerate(phrases.ranked(comparison.clusters), start=1):
        standing = phrases.standing(cluster, comparison, names)
        parts += [f"## {number}. {markdown(cluster.heading.text)}", "", f"{standing}.", ""]
        parts += [*_versions(cluster, texts), *_differences(cluster, texts)]
    parts += _alone(whole or comparison)
    return "\n".join(parts).rstrip() + "\n"


def _reports(comparison: Comparison) -> Iterator[str]:
    yield from _heading("Report", "Title, source, date")
    for report in comparison.reports:
        yield _row(markdown(report.id), markdown(described(report)))
    yield ""
    several = [origin for origin in comparison.origins if len(origin.reports) > 1]
    for origin in several:
        names = ", ".join(map(markdown, origin.reports))
        yield f"- One origin: {names}. {'; '.join(map(markdown, origin.evidence))}"
    if several:
        yield ""


def _matrix(comparison: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    """Which report makes which claim, where a page is wide enough to show it."""
    if not comparison.clusters or len(names) > WIDEST:
        return
    yield from _heading("Claim", *names.values())
    for number, cluster in enumerate(phrases.ranked(comparison.clusters), start=1):
        yield _row(str(number), *("●" if report in cluster.reports else "" for report in names))
    yield ""


def _alone(comparison: Comparison) -> Iterator[str]:
    """What only one report says."""
    claims = comparison.unique()
    if claims:
        yield "## In one report only"
        yield ""
        yield from _heading("Report", "Sentence")
        yield from (_row(markdown(claim.report), markdown(claim.text)) for claim in claims)


def _versions(cluster: Cluster, texts: Mapping[str, str]) -> Iterator[str]:
    marks = marks_by_claim(cluster.differences)
    yield from _heading("Report", "Version")
    for claim in cluster.claims:
        yield _row(markdown(claim.report), _words(texts[claim.report], claim, marks.get(claim.id, ())))
    yield ""


def _words(text: str, claim: Claim, marks: Sequence[Mark]) -> str:
    return "".join(map(_marked, merged_by_severity(claim_pieces(text, claim, marks)))).strip()


def _marked(piece: Piece) -> str:
    """A piece escaped and with its mark, which Markdown reads only right at the words."""
    words = markdown(piece.text)
    before, after = " " * piece.text[:1].isspace(), " " * piece.text[-1:].isspace()
    mark = MARKS[piece.severity] if piece.severity and words else ""
    return f"{before}{mark}{words}{mark}{after}"


def _differences(cluster: Cluster, texts: Mapping[str, str]) -> Iterator[str]:
    if not cluster.differences:
        return
    report_of = {claim.id: claim.report for claim in cluster.claims}
    yield from _heading("Severity", "Kind", "Readings", "Note")
    for _, difference in phrases.by_severity(cluster.differences):
        readings = "".join(_readings(difference, texts, report_of))
        yield _row(difference.severity, difference.kind, readings, markdown(difference.note or ""))
    yield ""


def _readings(difference: Difference, texts: Mapping[str, str], report_of: Mapping[str, str]) -> Iterator[str]:
    for sign, reading in phrases.joined_readings(difference):
        said = phrases.reading_words(reading, texts, report_of)
        words, reports = markdown(" / ".join(said.words)), markdown(", ".join(said.reports))
        yield sign.replace(phrases.BESIDE, "; ")  # a bar would end the cell
        yield f"“{words}” ({reports})" if words else f"not in {reports}"


def _heading(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
