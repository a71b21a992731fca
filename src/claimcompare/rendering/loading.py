"""JSON → the comparison that it was made of, to be rendered later or elsewhere."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from claimcompare.errors import ClaimCompareError, ReadError
from claimcompare.records import (
    KINDS,
    SEVERITIES,
    Block,
    Claim,
    Cluster,
    Comparison,
    Difference,
    Evidence,
    Match,
    Mention,
    Origin,
    Provenance,
    Reading,
    Report,
    Role,
    Span,
)
from claimcompare.rendering.json import SCHEMA
from claimcompare.settings import Settings

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping

Object = dict[str, Any]
Known = TypeVar("Known", bound=str)
ROLES: tuple[Role, ...] = ("body", "headline", "furniture")


def load_comparison(path: str | os.PathLike[str]) -> Comparison:
    """The comparison in a JSON file that ``--format json`` or ``Comparison.to_dict`` made.

    Raises:
        ReadError: the file cannot be read, is no such JSON, or does not hold together; the message says where.
    """
    try:
        loaded = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise ReadError(f"{path}: {error.strerror or error}") from error
    except ValueError as error:  # also what is no UTF-8
        raise ReadError(f"{path}: is no JSON ({error})") from None
    if not isinstance(loaded, dict) or loaded.get("schema") != SCHEMA:
        raise ReadError(f"{path}: is no comparison; its schema has to be {SCHEMA!r}")
    try:
        return comparison_from_dict(loaded)
    except KeyError as error:
        raise ReadError(f"{path}: lacks {error}") from None
    except (ClaimCompareError, TypeError, AttributeError, ValueError) as error:
        raise ReadError(f"{path}: {error}") from None


def comparison_from_dict(loaded: Mapping[str, Any]) -> Comparison:
    """What ``Comparison.to_dict`` gave, as records again."""
    reports = tuple(map(_report, loaded["reports"]))
    texts = {report.id: report.text for report in reports}
    claims = {value["id"]: _claim(value, texts) for value in loaded["claims"]}
    return Comparison(
        settings=Settings(**loaded["settings"]),
        reports=reports,
        blocks=tuple(
            Block(report=value["report"], span=_span(value), role=_one_of(value["role"], ROLES), reason=value["reason"])
            for value in loaded["blocks"]
        ),
        claims=tuple(claims.values()),
        matches=tuple(_match(value, claims) for value in loaded["matches"]),
        clusters=tuple(_cluster(value, claims) for value in loaded["clusters"]),
        origins=tuple(
            Origin(id=value["id"], reports=tuple(value["reports"]), evidence=tuple(value["evidence"]))
            for value in loaded["origins"]
        ),
    )


def _report(value: Object) -> Report:
    given = {name: value[name] for name in value if name != "provenance"}
    return Report(**given, provenance=tuple(map(_provenance, value["provenance"])))


def _provenance(value: Object) -> Provenance:
    span = _span(value["span"]) if value["span"] else None
    return Provenance(field=value["field"], where=value["where"], span=span)


def _claim(value: Object, texts: Mapping[str, str]) -> Claim:
    span = _span(value)
    if span.of(texts[value["report"]]) != value["text"]:
        raise ReadError(f"claim {value['id']} is not what its report has at {span.start} to {span.end}")
    return Claim(
        id=value["id"],
        report=value["report"],
        span=span,
        text=value["text"],
        sentence=_span(value["sentence"]),
        position=value["position"],
        headline=value["headline"],
    )


def _match(value: Object, claims: Mapping[str, Claim]) -> Match:
    return Match(
        left=claims[value["left"]],
        right=claims[value["right"]],
        score=value["score"],
        evidence=tuple(Evidence(**piece) for piece in value["evidence"]),
        alignment=tuple((_span(left), _span(right)) for left, right in value["alignment"]),
        differences=_differences(value["differences"]),
    )


def _cluster(value: Object, claims: Mapping[str, Claim]) -> Cluster:
    return Cluster(
        id=value["id"],
        claims=tuple(claims[name] for name in value["claims"]),
        representative=value["representative"],
        origins=value["origins"],
        differences=_differences(value["differences"]),
    )


def _differences(values: list[Object]) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            kind=_one_of(value["kind"], KINDS),
            severity=_one_of(value["severity"], SEVERITIES),
            readings=tuple(map(_reading, value["readings"])),
            note=value["note"],
            contradictions=tuple((one, other) for one, other in value["contradictions"]),
        )
        for value in values
    )


def _reading(value: Object) -> Reading:
    mentions = (Mention(claim=mention["claim"], span=_span(mention)) for mention in value["mentions"])
    return Reading(value=value["value"], mentions=tuple(mentions))


def _span(value: Object) -> Span:
    return Span(value["start"], value["end"])


def _one_of(value: object, known: tuple[Known, ...]) -> Known:
    for each in known:
        if each == value:
            return each
    raise ReadError(f"{value!r} is none of {', '.join(known)}")
