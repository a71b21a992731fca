"""JSON → the comparison that it was made of, to be rendered later or elsewhere."""

from __future__ import annotations

import json
import os
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import fields

from claimcompare.errors import ClaimCompareError, ReadError, require, why_unreadable
from claimcompare.records import (
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
    Span,
)
from claimcompare.rendering.holding import check_ids, check_references
from claimcompare.rendering.json import SCHEMA
from claimcompare.settings import Settings
from claimcompare.text.jsonvalues import fault_in_words
from claimcompare.text.jsonvalues import loaded as json_value

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Object = dict[str, Any]


def load_comparison(path: str | os.PathLike[str]) -> Comparison:
    """The comparison in a JSON file that ``--format json`` or ``Comparison.to_dict`` made.

    Raises:
        ArgumentError: ``path`` is not a path.
        ReadError: the file cannot be read, is no such JSON, or does not hold together; the message says where.
    """
    require("path", path, "a string or a Path", holds=isinstance(path, str | os.PathLike))
    data = _bytes_of(path)
    try:
        loaded = json_value(data.decode(json.detect_encoding(data)))
    except ValueError as error:  # also bytes that are in no encoding of JSON
        line = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) else ""
        raise ReadError(f"{path}: is no JSON ({line}{fault_in_words(error)}); give what --format json wrote") from None
    if not isinstance(loaded, dict) or loaded.get("schema") != SCHEMA:
        raise ReadError(f"{path}: is no comparison; its schema has to be {SCHEMA!r}")
    if loaded.get("narrowed"):
        raise ReadError(f"{path}: has only what --only or --kind asked for; save the whole, and ask when it is shown")
    try:
        return comparison_from_dict(loaded)
    except KeyError as error:
        raise ReadError(f"{path}: lacks {error}") from None
    except ClaimCompareError as error:
        raise ReadError(f"{path}: {error}") from None


def _bytes_of(path: str | os.PathLike[str]) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: {why_unreadable(error)}") from error
    except ValueError:  # what is no name of a file holds a null character, or half a surrogate pair
        raise ReadError(f"{os.fspath(path)!r} cannot be the name of a file; check the spelling") from None


def comparison_from_dict(loaded: dict[str, Any]) -> Comparison:
    """What ``Comparison.to_dict`` gave, as records again.

    Raises:
        ReadError: something is not of its type, or names what is not there.
        KeyError: a field is missing.
    """
    _check_types(loaded)
    check_ids(loaded)
    reports = tuple(map(_report, loaded["reports"]))
    texts = {report.id: report.text for report in reports}
    claims = {value["id"]: _claim(value, texts) for value in loaded["claims"]}
    comparison = Comparison(
        settings=_settings(loaded["settings"]),
        reports=reports,
        blocks=tuple(
            Block(report=value["report"], span=_span(value), role=value["role"], reason=value["reason"])
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
    check_references(comparison)
    return comparison


@cache
def _checker() -> Callable[[Any], Any]:
    """What raises for a value that does not follow the schema; worked out from it, which takes a tenth of a second."""
    import fastjsonschema  # noqa: PLC0415 - only where something is loaded

    schema = resources.files("claimcompare.rendering").joinpath("schema/claimcompare-1.schema.json")
    compiled: Callable[[Any], Any] = fastjsonschema.compile(json.loads(schema.read_text(encoding="utf-8")))
    return compiled


def _check_types(loaded: dict[str, Any]) -> None:
    import fastjsonschema  # noqa: PLC0415 - only where something is loaded

    try:
        _checker()(loaded)
    except fastjsonschema.JsonSchemaValueException as error:
        raise ReadError(error.message.removeprefix("data.")) from None


def _known(record: type[Any], value: Object) -> Object:
    """What a record has a field for: others may be added."""
    names = {field.name for field in fields(record)}
    return {name: value[name] for name in value if name in names}


def _settings(value: Object) -> Settings:
    whole = {name: _whole(value[name]) for name in ("min_reports", "max_differences") if value.get(name) is not None}
    return Settings(**_known(Settings, value) | whole)


def _report(value: Object) -> Report:
    if "text" not in value:
        raise ReadError(f"report {value['id']!r} has no text; save the whole, as --format json does")
    return Report(**{**_known(Report, value), "provenance": tuple(map(_provenance, value.get("provenance", ())))})


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
        position=_whole(value.get("position", 0)),
        headline=value.get("headline", False),
    )


def _match(value: Object, claims: Mapping[str, Claim]) -> Match:
    return Match(
        left=claims[value["left"]],
        right=claims[value["right"]],
        score=value["score"],
        evidence=tuple(Evidence(**_known(Evidence, piece)) for piece in value.get("evidence", ())),
        alignment=tuple((_span(left), _span(right)) for left, right in value.get("alignment", ())),
        differences=_differences(value.get("differences", [])),
    )


def _cluster(value: Object, claims: Mapping[str, Claim]) -> Cluster:
    return Cluster(
        id=value["id"],
        claims=tuple(claims[name] for name in value["claims"]),
        representative=value["representative"],
        origins=_whole(value["origins"]),
        differences=_differences(value["differences"]),
    )


def _differences(values: list[Object]) -> tuple[Difference, ...]:
    return tuple(
        Difference(
            kind=value["kind"],
            severity=value["severity"],
            readings=tuple(map(_reading, value["readings"])),
            note=value.get("note"),
            contradictions=tuple((_whole(one), _whole(other)) for one, other in value.get("contradictions", ())),
        )
        for value in values
    )


def _reading(value: Object) -> Reading:
    mentions = (Mention(claim=mention["claim"], span=_span(mention)) for mention in value["mentions"])
    return Reading(value=value["value"], mentions=tuple(mentions))


def _span(value: Object) -> Span:
    return Span(_whole(value["start"]), _whole(value["end"]))


def _whole(value: float) -> int:
    """A whole number, which JSON may write as 812.0 as well: to the schema both are integers."""
    return int(value)
