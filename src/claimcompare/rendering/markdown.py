"""A comparison → Markdown with tables, for wikis, issues and notes."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from string import punctuation
from typing import TYPE_CHECKING
from unicodedata import category

from attrs import frozen

from claimcompare.rendering import phrases
from claimcompare.rendering.marks import claim_pieces, marks_by_claim, merged_by_severity
from claimcompare.rendering.quotes import has_marks
from claimcompare.rendering.safe import markdown
from claimcompare.rendering.summary import described, openings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcompare.records import Claim, Cluster, Comparison, Difference
    from claimcompare.rendering.marks import Mark, Piece

WIDEST = 20  # reports in one row of a table
MARKS = {"conflict": "**", "shift": "*", "style": ""}
# A word joiner, which is not seen and breaks no line; written so, it has signs at both ends, beside which marks hold.
JOINT = "&#8288;"
LEGEND = "Words that differ: **conflict**, *shift of meaning*."
SIGNS = {"conflict": "≠", "shift": "~"}
SIGN_LEGEND = "≠ in a conflict, ~ the meaning shifts, ● no difference of meaning found."


def as_markdown(comparison: Comparison, whole: Comparison | None = None) -> str:
    """What was compared, then for each cluster a table of its versions and one of its differences.

    ``whole`` is what ``comparison`` was narrowed from; the first lines are about that.
    """
    whole = whole or comparison
    texts = {report.id: report.text for report in comparison.reports}
    labels = phrases.labels(comparison.reports, phrases.LABEL_ROOM)
    names = {report: markdown(label) for report, label in labels.items()}
    parts = [
        f"# {phrases.shared_words(comparison, whole)}",
        "",
        phrases.found_words(whole),
        "",
    ]
    parts += [*_reports(comparison, whole, names), *_matrix(comparison, names)]
    if not comparison.clusters:
        parts += [phrases.none_words(whole), ""]
    for number, cluster in enumerate(phrases.ranked(comparison.clusters), start=1):
        standing = phrases.standing(cluster, comparison, names)
        parts += [f"## {number}. {markdown(phrases.heading(cluster))}", "", f"{standing}.", ""]
        parts += [*_versions(cluster, texts, names), *_differences(cluster, texts, names)]
    parts += _alone(whole, names)
    return "\n".join(parts).rstrip() + "\n"


def _reports(comparison: Comparison, whole: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    shared = Counter(report for cluster in comparison.clusters for report in cluster.reports)
    alone = Counter(claim.report for claim in whole.unique())
    opening = openings(comparison)
    yield from _heading("Report", "Title, source, date", "Shared claims", "Sentences alone")
    for report in comparison.reports:
        known = markdown(described(report, opening.get(report.id)))
        full = markdown(report.id)
        known += f" [{full}]" if full not in {names[report.id], known} else ""
        yield _row(names[report.id], known, str(shared[report.id]), str(alone[report.id]))
    yield ""
    several = [origin for origin in comparison.origins if len(origin.reports) > 1]
    for origin in several:
        own = ", ".join(names[report] for report in origin.reports)
        yield f"- One origin: {own}. {'; '.join(map(markdown, origin.evidence))}"
    if several:
        yield ""


def _matrix(comparison: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    """Which report makes which claim and how its words differ, where a page is wide enough to show it."""
    if not comparison.clusters or len(names) > WIDEST:
        return
    yield from _heading("Claim", *names.values())
    for number, cluster in enumerate(phrases.ranked(comparison.clusters), start=1):
        signs = _signs(cluster)
        claim = f"{number}. {markdown(phrases.brief(phrases.heading(cluster)))}"
        yield _row(claim, *(signs.get(report, "") for report in names))
    yield ""
    yield SIGN_LEGEND
    yield ""
    yield LEGEND
    yield ""


def _signs(cluster: Cluster) -> Mapping[str, str]:
    """For each report in a cluster, how gravely its words differ."""
    marks = marks_by_claim(cluster.differences)
    told = {report: set[str]() for report in cluster.reports}
    for claim in cluster.claims:
        told[claim.report] |= {mark.severity for mark in marks.get(claim.id, ())}
    return {
        report: next((sign for severity, sign in SIGNS.items() if severity in found), "●")
        for report, found in told.items()
    }


def _alone(comparison: Comparison, names: Mapping[str, str]) -> Iterator[str]:
    """What only one report says."""
    claims = comparison.unique()
    if claims:
        yield f"## {phrases.alone_words(comparison).capitalize()}"
        yield ""
        yield from _heading("Report", "Sentence")
        yield from (_row(names[claim.report], markdown(claim.text)) for claim in claims)


def _versions(cluster: Cluster, texts: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    marks = marks_by_claim(cluster.differences)
    yield from _heading("Report", "Version")
    for claim in cluster.claims:
        yield _row(names[claim.report], _words(texts[claim.report], claim, marks.get(claim.id, ())))
    yield ""


def _words(text: str, claim: Claim, marks: Sequence[Mark]) -> str:
    return marked_words(claim_pieces(text, claim, marks))


@frozen
class _Part:
    """A piece escaped, with the mark that Markdown reads only right at the words, and the spaces outside of it."""

    before: str
    mark: str
    words: str
    after: str

    @property
    def text(self) -> str:
        return f"{self.before}{self.mark}{self.words}{self.mark}{self.after}"


def marked_words(pieces: Iterable[Piece]) -> str:
    """The pieces in Markdown, each marked by how gravely it differs; marks are read as such wherever they stand."""
    parts = [part for part in map(_part, merged_by_severity(pieces)) if part.text]
    joints = ["", *(_joint(left, right) for left, right in pairwise(parts))]
    return "".join(f"{joint}{part.text}" for joint, part in zip(joints, parts, strict=False)).strip()


def _part(piece: Piece) -> _Part:
    words = markdown(piece.text)
    before, after = " " * piece.text[:1].isspace(), " " * (bool(words) and piece.text[-1:].isspace())
    return _Part(before, MARKS[piece.severity] if piece.severity and words else "", words, after)


def _joint(left: _Part, right: _Part) -> str:
    """What has to stand between two parts: marks would run together, or be no marks between a sign and a letter."""
    last, first = left.text[-1], right.text[0]
    if last == " " or first == " ":
        return ""
    if left.mark and right.mark:
        return JOINT
    closes_wrong = left.mark and _may_be_sign(left.words[-1]) and not _is_sign(first)
    opens_wrong = right.mark and _may_be_sign(right.words[0]) and not _is_sign(last)
    return JOINT if closes_wrong or opens_wrong else ""


def _is_sign(char: str) -> bool:
    """Whether every renderer takes a character for punctuation."""
    return char in punctuation or category(char).startswith("P")


def _may_be_sign(char: str) -> bool:
    """Whether some renderers take it for punctuation: newer ones take symbols (€) as well."""
    return _is_sign(char) or category(char).startswith("S")


def _differences(cluster: Cluster, texts: Mapping[str, str], names: Mapping[str, str]) -> Iterator[str]:
    if not cluster.differences:
        return
    report_of = {claim.id: claim.report for claim in cluster.claims}
    yield from _heading("Severity", "Kind", "Readings", "Note")
    for _, difference in phrases.by_severity(cluster.differences):
        readings = "".join(_readings(difference, texts, report_of, names))
        yield _row(difference.severity, difference.kind, readings, markdown(difference.note or ""))
    yield ""


def _readings(
    difference: Difference, texts: Mapping[str, str], report_of: Mapping[str, str], names: Mapping[str, str]
) -> Iterator[str]:
    told = phrases.joined_readings(difference)
    every = [phrases.reading_words(reading, texts, report_of) for _, reading in told]
    for (sign, _), said, brief in zip(told, every, phrases.brief_readings(every), strict=True):
        words, reports = " / ".join(brief), ", ".join(names[report] for report in said.reports)
        quoted = markdown(words) if has_marks(words) else f"“{markdown(words)}”"
        yield sign.replace(phrases.BESIDE, "; ")  # a bar would end the cell
        yield f"{quoted} ({reports})" if words else f"not in {reports}"


def _heading(*names: str) -> Iterator[str]:
    yield _row(*names)
    yield _row(*("---" for _ in names))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
