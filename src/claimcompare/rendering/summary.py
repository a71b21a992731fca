"""The table of reports at the end of the text: what each shares, says alone and has in common with the others."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from claimcompare.lexicons import parameters
from claimcompare.rendering.lines import Line, line
from claimcompare.rendering.phrases import counted, percent
from claimcompare.rendering.safe import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from claimcompare.records import Comparison, Report

_HEADING = "Reports"
PAIRS = 10  # the pairs with most in common; the page and the JSON have all of them


def summary_lines(comparison: Comparison, labels: Mapping[str, str]) -> Iterator[Line]:
    """A row a report, then the pairs that have most in common, then the origins of several reports."""
    room = max(map(len, (_HEADING, *labels.values())))
    yield line((_HEADING.ljust(room), "heading"), ("  shared  alone  title, source, date", "heading"))
    shared = Counter(report for cluster in comparison.clusters for report in cluster.reports)
    alone = Counter(claim.report for claim in comparison.unique())
    opening = openings(comparison)
    for report in comparison.reports:
        numbers = f"  {shared[report.id]:>6,}  {alone[report.id]:>5,}  "
        label = labels[report.id]
        known, name = described(report, opening.get(report.id)), one_line(report.id)
        whole = "" if label == name or known.startswith(name) else f"  [{name}]"
        yield line((label.ljust(room), "report"), numbers, known, (whole, "quiet"), hang=room + len(numbers))
    yield from _pair_lines(comparison, labels)
    yield from _origin_lines(comparison, labels)


def described(report: Report, opening: str | None = None) -> str:
    """What is known of a report: its title or else its first words or its file, source, agency and date."""
    title = report.title or opening or (not report.source and PurePath(report.path or report.id).name)
    return ", ".join(part for part in (one_line(title or ""), published_by(report)) if part)


def published_by(report: Report) -> str:
    """Source, agency and date of a report, as far as they are known."""
    agency = report.agency and f"via {report.agency}"
    known = (report.source, agency, report.published and report.published.isoformat())
    return ", ".join(one_line(part) for part in known if part)


def openings(comparison: Comparison) -> Mapping[str, str]:
    """The first words of each report, by its id, which tell it apart where it has no title."""
    longest = parameters("rendering")["opening"]
    found: dict[str, str] = {}
    for claim in comparison.claims:
        words = one_line(claim.text).split() if claim.is_whole and claim.report not in found else []
        if words:
            found[claim.report] = " ".join([*words[:longest], "…"] if len(words) > longest else words)
    return found


def _pair_lines(comparison: Comparison, labels: Mapping[str, str]) -> Iterator[Line]:
    pairs = sorted(comparison.overlap(), key=lambda pair: (-pair.verbatim, -pair.claims))
    if pairs:
        yield line()
        yield line(("In common", "heading"), (": sentences that state the same, words that are verbatim", "quiet"))
    for pair in pairs[:PAIRS]:
        names = f"{labels[pair.left]} and {labels[pair.right]}"
        yield line("  ", (names, "report"), f"  {percent(pair.claims)} of sentences, {percent(pair.verbatim)} of words")
    if len(pairs) > PAIRS:
        yield line(f"  and {counted(len(pairs) - PAIRS, 'pair')} with less")


def _origin_lines(comparison: Comparison, labels: Mapping[str, str]) -> Iterator[Line]:
    several = [origin for origin in comparison.origins if len(origin.reports) > 1]
    if several:
        yield line()
        yield line(("One origin each", "heading"), (": these count as one source", "quiet"))
    for origin in several:
        names = ", ".join(labels[report] for report in origin.reports)
        why = "; ".join(map(one_line, origin.evidence))
        yield line("  ", (names, "report"), f": {why}" if why else "", hang=4)
