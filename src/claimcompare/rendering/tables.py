"""A comparison → tables of plain values, which CSV and data frames are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.rendering.phrases import joined_readings, reading_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from claimcompare.records import Claim, Comparison, Difference, Reading

Value = str | int | float | bool | None
Row = tuple[Value, ...]


@frozen
class Table:
    """Rows of values with the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]


# Reading knows what is written as CSV by the first columns (lexicons/reading/own_output.tsv), so new ones go last.
CLAIM_COLUMNS = ("report", "claim", "start", "end", "sentence_start", "sentence_end", "headline", "text")


def members_table(comparison: Comparison) -> Table:
    """One row for each claim and cluster that it is in."""
    columns = ("cluster", "reports", "origins", "representative", *CLAIM_COLUMNS)
    return Table(
        columns,
        tuple(
            (cluster.id, len(cluster.reports), cluster.origins, claim.id == cluster.representative, *_claim(claim))
            for cluster in comparison.clusters
            for claim in cluster.claims
        ),
    )


def differences_table(comparison: Comparison) -> Table:
    """One row for each difference, its readings in one cell with the reports that have them."""
    texts, report_of = _sources(comparison)
    columns = ("cluster", "difference", "kind", "severity", "readings", "reports", "note", "claim")
    rows = []
    for cluster in comparison.clusters:
        for number, difference in enumerate(cluster.differences, start=1):
            said = [(sign, reading_words(one, texts, report_of)) for sign, one in joined_readings(difference)]
            readings = "".join(f"{sign}{one.words_and_reports}" for sign, one in said)
            reports = ", ".join(dict.fromkeys(report for _, one in said for report in one.reports))
            shown = (difference.kind, difference.severity, readings, reports, difference.note)
            rows.append((cluster.id, number, *shown, cluster.heading.text))
    return Table(columns, tuple(rows))


def mentions_table(comparison: Comparison) -> Table:
    """One row for each mention of each reading; one without words has an empty span."""
    columns = ("cluster", "difference", "kind", "severity", "value", "report", "claim", "start", "end", "text")
    texts, report_of = _sources(comparison)
    return Table(
        columns,
        tuple(
            (cluster.id, number, difference.kind, difference.severity, *mention)
            for cluster in comparison.clusters
            for number, difference in enumerate(cluster.differences, start=1)
            for mention in _mentions(difference, texts, report_of)
        ),
    )


def reports_table(comparison: Comparison) -> Table:
    """One row for each report, without its text."""
    origin_of = {report: origin.id for origin in comparison.origins for report in origin.reports}
    columns = ("report", "title", "source", "published", "author", "place", "agency", "url", "path", "origin", "length")
    return Table(
        columns,
        tuple(
            (
                report.id,
                report.title,
                report.source,
                report.published.isoformat() if report.published else None,
                report.author,
                report.place,
                report.agency,
                report.url,
                report.path,
                origin_of.get(report.id),
                len(report.text),
            )
            for report in comparison.reports
        ),
    )


def claims_table(comparison: Comparison) -> Table:
    """One row for each claim, also one that matched nothing."""
    return Table(CLAIM_COLUMNS, tuple(map(_claim, comparison.claims)))


def matches_table(comparison: Comparison) -> Table:
    """One row for each match."""
    columns = ("left", "right", "left_report", "right_report", "score")
    return Table(
        columns,
        tuple(
            (match.left.id, match.right.id, match.left.report, match.right.report, match.score)
            for match in comparison.matches
        ),
    )


def overlap_table(comparison: Comparison) -> Table:
    """One row for each pair of reports that share a claim."""
    rows = tuple((pair.left, pair.right, pair.claims, pair.verbatim) for pair in comparison.overlap())
    return Table(("left", "right", "claims", "verbatim"), rows)


TABLES: Mapping[str, Callable[[Comparison], Table]] = {
    "reports": reports_table,
    "claims": claims_table,
    "matches": matches_table,
    "members": members_table,
    "differences": differences_table,
    "mentions": mentions_table,
    "overlap": overlap_table,
}


def tables_of(comparison: Comparison) -> dict[str, list[dict[str, Value]]]:
    """The rows of each of ``TABLES``, with the names of the columns."""
    made = {name: table(comparison) for name, table in TABLES.items()}
    return {name: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for name, table in made.items()}


def _claim(claim: Claim) -> Row:
    place = (claim.span.start, claim.span.end, claim.sentence.start, claim.sentence.end)
    return (claim.report, claim.id, *place, claim.headline, claim.text)


def _mentions(difference: Difference, texts: dict[str, str], report_of: dict[str, str]) -> Iterator[Row]:
    for reading in difference.readings:
        yield from _reading(reading, texts, report_of)


def _reading(reading: Reading, texts: dict[str, str], report_of: dict[str, str]) -> Iterator[Row]:
    for mention in reading.mentions:
        report = report_of[mention.claim]
        words = mention.span.of(texts[report])
        yield reading.value, report, mention.claim, mention.span.start, mention.span.end, words


def _sources(comparison: Comparison) -> tuple[dict[str, str], dict[str, str]]:
    """The text of each report, and the report of each claim."""
    texts = {report.id: report.text for report in comparison.reports}
    return texts, {claim.id: claim.report for claim in comparison.claims}
