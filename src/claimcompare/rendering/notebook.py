"""What a notebook shows of a comparison, a cluster or a match: small tables that need no style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve
from markupsafe import Markup, escape

from claimcompare.records import SEVERITIES
from claimcompare.rendering import phrases
from claimcompare.rendering.marks import Piece, marks_by_claim, pieces_of
from claimcompare.rendering.safe import one_line, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcompare.records import Claim, Cluster, Comparison, Difference, Match, Reading
    from claimcompare.rendering.marks import Mark
    from claimcompare.rendering.phrases import ReadingWords

SHOWN = 20  # clusters of a comparison
STYLES = {
    "conflict": "font-weight:bold;text-decoration:underline 3px",
    "shift": "text-decoration:underline 2px dashed",
    "style": "text-decoration:underline 1px dotted",
}


def comparison_html(comparison: Comparison) -> str:
    """What was found, and the first clusters, each with how many reports share it and how they differ."""
    clusters = phrases.ranked(comparison.clusters)
    rows = [_row(number, cluster, comparison) for number, cluster in enumerate(clusters[:SHOWN], start=1)]
    more = len(clusters) - len(rows)
    end = Markup("<p>and {} more</p>").format(phrases.counted(more, "claim")) if more > 0 else Markup("")
    heading = Markup("<p><b>{}</b></p>").format(phrases.found_words(comparison))
    return _framed(heading, _table(("", "Claim", "Reports", "Differences"), rows), end)


def cluster_html(cluster: Cluster) -> str:
    """The versions of a claim, the words that differ marked, and its differences."""
    marks = marks_by_claim(cluster.differences)
    texts = _texts(cluster.claims)
    rows = [_version(claim, texts, marks.get(claim.id, ())) for claim in cluster.claims]
    heading = Markup("<p><b>{}</b></p>").format(phrases.heading(cluster))
    return _framed(heading, _table(("Report", "Version"), rows), _differences(cluster.differences, cluster.claims))


def match_html(match: Match) -> str:
    """Both claims, how sure it is that they are the same, why, and how they differ."""
    marks = marks_by_claim(match.differences)
    sides = (match.left, match.right)
    texts = _texts(sides)
    rows = [_version(claim, texts, marks.get(claim.id, ())) for claim in sides]
    evidence = (
        Markup("<tr><td>{:+.2f}</td><td>{}</td></tr>").format(piece.weight, one_line(piece.words))
        for piece in sorted(match.evidence, key=lambda piece: -abs(piece.weight))
    )
    heading = Markup("<p><b>{}</b> sure to be the same claim</p>").format(phrases.percent(match.score))
    sure = _table(("Weight", "Evidence"), evidence) if match.evidence else Markup("")
    return _framed(heading, _table(("Report", "Version"), rows), _differences(match.differences, sides), sure)


def _framed(*parts: Markup) -> str:
    # Without these classes a notebook would set what is between two dollar signs as a formula.
    return Markup("<div class='tex2jax_ignore mathjax_ignore'>{}</div>").format(Markup("").join(parts))


def _row(number: int, cluster: Cluster, comparison: Comparison) -> Markup:
    found = Markup("<br>").join(_found(cluster))
    return _cells(number, phrases.heading(cluster), phrases.standing(cluster, comparison), found)


def _found(cluster: Cluster) -> Iterator[str]:
    """The conflicts with what stands against what, then the kinds of the other differences."""
    for severity in SEVERITIES:
        own = [difference for difference in cluster.differences if difference.severity == severity]
        if severity == "conflict":
            yield from (one_line(f"conflict: {each.kind}: {_readings(each, cluster.claims)}") for each in own)
        elif own:
            yield f"{severity}: {', '.join(dict.fromkeys(difference.kind for difference in own))}"


def _version(claim: Claim, texts: Mapping[str, str], marks: Sequence[Mark]) -> Markup:
    words = Markup("").join(map(_marked, pieces_of(texts[claim.report], claim.span, marks)))
    return Markup("<tr><th>{}</th><td style='text-align:left'>{}</td></tr>").format(one_line(claim.report), words)


def _marked(piece: Piece) -> Markup:
    words = escape(visible(piece.text))
    if piece.severity is None:
        return words
    title = ", ".join(dict.fromkeys(f"{mark.severity}: {mark.kind}" for mark in piece.marks))
    return Markup("<mark style='{}' title='{}'>{}</mark>").format(STYLES[piece.severity], title, words)


def _differences(differences: Iterable[Difference], claims: Sequence[Claim]) -> Markup:
    rows = []
    for _, difference in phrases.by_severity(differences):
        shown = (difference.severity, difference.kind, _readings(difference, claims), difference.note or "")
        rows.append(_cells(*map(one_line, shown)))
    return _table(("Severity", "Kind", "Readings", "Note"), rows) if rows else Markup("")


def _readings(difference: Difference, claims: Sequence[Claim]) -> str:
    told, texts = phrases.joined_readings(difference), _texts(claims)
    report_of = {claim.id: claim.report for claim in claims}
    every = [_known(reading, phrases.reading_words(reading, texts, report_of)) for _, reading in told]
    brief = phrases.brief_readings(every)
    return "".join(
        sign + evolve(one, words=words).words_and_reports
        for (sign, _), one, words in zip(told, every, brief, strict=True)
    )


def _known(reading: Reading, said: ReadingWords) -> ReadingWords:
    """What is said; where the words are outside the claim, their normal form."""
    words = tuple(filter(None, said.words)) or ((reading.value,) if reading.is_told else ())
    return evolve(said, words=words)


def _texts(claims: Iterable[Claim]) -> dict[str, str]:
    """The reports' texts as far as claims show them: a claim does not know the words around it."""
    texts: dict[str, str] = {}
    for claim in sorted(claims, key=lambda claim: claim.span.end):
        known = texts.get(claim.report, "").ljust(claim.span.end)
        texts[claim.report] = known[: claim.span.start] + claim.text + known[claim.span.end :]
    return texts


def _cells(*values: object) -> Markup:
    cells = (Markup("<td style='text-align:left'>{}</td>").format(value) for value in values)
    return Markup("<tr>{}</tr>").format(Markup("").join(cells))


def _table(heading: Iterable[str], rows: Iterable[Markup]) -> Markup:
    names = Markup("").join(Markup("<th style='text-align:left'>{}</th>").format(name) for name in heading)
    body = Markup("").join(rows)
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(names, body)
