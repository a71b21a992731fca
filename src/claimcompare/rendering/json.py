"""A comparison as plain data and as JSON, the shape that other programs rely on (``docs/json.md``)."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from attrs import asdict

from claimcompare.rendering.safe import STEERING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.records import Block, Claim, Cluster, Comparison, Difference, Match, Origin, Report, Span

SCHEMA = "claimcompare/1"
# JSON itself demands \u only below U+0020; escaped, each of these others is read back as it was.
_ESCAPED = re.compile(f"[{STEERING}]")


def comparison_as_dict(comparison: Comparison, whole: Comparison | None = None) -> dict[str, Any]:
    """The whole comparison as lists and dictionaries; ``load_comparison`` reads it back.

    ``whole`` is what ``comparison`` was narrowed from; the overview is of that.
    """
    return {
        "schema": SCHEMA,
        "settings": asdict(comparison.settings),
        "reports": [report_as_dict(report) for report in comparison.reports],
        "claims": [claim_as_dict(claim) for claim in comparison.claims],
        "matches": [match_as_dict(match) for match in comparison.matches],
        "clusters": [cluster_as_dict(cluster) for cluster in comparison.clusters],
        "origins": [_origin(origin) for origin in comparison.origins],
        "blocks": [_block(block) for block in comparison.blocks],
        "overview": _overview(whole or comparison),
        "narrowed": whole is not None and whole is not comparison,
    }


def as_json(comparison: Comparison, whole: Comparison | None = None) -> str:
    """The whole comparison as one JSON document, with a line break at its end."""
    return _indented(comparison_as_dict(comparison, whole))


def document(answer: dict[str, Any]) -> str:
    """The answer to a question about a comparison as one JSON document."""
    return _indented({"schema": SCHEMA, **answer})


def json_line(value: dict[str, Any]) -> str:
    """A dictionary as one line of JSON, without the line break."""
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")))


def claim_as_dict(claim: Claim) -> dict[str, Any]:
    """A claim, with its place in the report and that of its sentence."""
    return {
        "id": claim.id,
        "report": claim.report,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
        "sentence": _span(claim.sentence),
        "position": claim.position,
        "headline": claim.headline,
    }


def match_as_dict(match: Match) -> dict[str, Any]:
    """A match by the ids of its claims, with score, evidence, alignment and differences."""
    return {
        "left": match.left.id,
        "right": match.right.id,
        "score": match.score,
        "evidence": [
            {"name": piece.name, "value": piece.value, "weight": piece.weight, "words": piece.words}
            for piece in match.evidence
        ],
        "alignment": [[_span(left), _span(right)] for left, right in match.alignment],
        "differences": differences_as_list(match.differences),
    }


def found_as_dict(match: Match) -> dict[str, Any]:
    """A claim that was found, with how sure it is to be the one sought, and how it differs from that."""
    return {**match_as_dict(match), "claim": claim_as_dict(match.right)}


def pair_as_dict(match: Match) -> dict[str, Any]:
    """A match of two bare texts, with both of them."""
    return {**match_as_dict(match), "claims": [claim_as_dict(match.left), claim_as_dict(match.right)]}


def furniture_as_list(comparison: Comparison) -> list[dict[str, Any]]:
    """What was left out of the comparison, with its words and the reason."""
    texts = {report.id: report.text for report in comparison.reports}
    return [{**_block(block), "text": block.span.of(texts[block.report])} for block in comparison.furniture()]


def cluster_as_dict(cluster: Cluster) -> dict[str, Any]:
    """A cluster by the ids of its claims, with its differences."""
    return {
        "id": cluster.id,
        "claims": [claim.id for claim in cluster.claims],
        "representative": cluster.representative,
        "reports": list(cluster.reports),
        "origins": cluster.origins,
        "differences": differences_as_list(cluster.differences),
    }


def differences_as_list(differences: Iterable[Difference]) -> list[dict[str, Any]]:
    """Differences with their readings and the mentions that have them."""
    return [
        {
            "kind": difference.kind,
            "severity": difference.severity,
            "readings": [
                {
                    "value": reading.value,
                    "mentions": [{"claim": mention.claim, **_span(mention.span)} for mention in reading.mentions],
                }
                for reading in difference.readings
            ],
            "note": difference.note,
            "contradictions": [list(pair) for pair in difference.contradictions],
        }
        for difference in differences
    ]


def report_as_dict(report: Report) -> dict[str, Any]:
    """A report with its text and what it says of itself."""
    return {
        "id": report.id,
        "path": report.path,
        "title": report.title,
        "source": report.source,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
        "author": report.author,
        "place": report.place,
        "agency": report.agency,
        "provenance": [
            {"field": found.field, "where": found.where, "span": None if found.span is None else _span(found.span)}
            for found in report.provenance
        ],
        "text": report.text,
    }


def _overview(comparison: Comparison) -> dict[str, Any]:
    """What follows from the rest: what only one report says, what all but one say, what two have in common."""
    return {
        "unique": [claim.id for claim in comparison.unique()],
        "all_but_one": [{"cluster": cluster.id, "report": report} for cluster, report in comparison.all_but_one()],
        "overlap": [
            {"left": pair.left, "right": pair.right, "claims": pair.claims, "verbatim": pair.verbatim}
            for pair in comparison.overlap()
        ],
    }


def _block(block: Block) -> dict[str, Any]:
    return {"report": block.report, **_span(block.span), "role": block.role, "reason": block.reason}


def _origin(origin: Origin) -> dict[str, Any]:
    return {"id": origin.id, "reports": list(origin.reports), "evidence": list(origin.evidence)}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _indented(value: dict[str, Any]) -> str:
    return _escaped(json.dumps(value, ensure_ascii=False, allow_nan=False, indent=1)) + "\n"


def _escaped(document: str) -> str:
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", document)
