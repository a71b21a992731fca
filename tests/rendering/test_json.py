"""The JSON shape that other programs rely on."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import pytest

from claimcompare.records import Provenance, Report, Span
from claimcompare.rendering.json import as_json, json_line, report_as_dict
from claimcompare.rendering.jsonl import as_lines
from claimcompare.rendering.safe import visible
from claimcompare.rendering.selection import narrowed

if TYPE_CHECKING:
    from claimcompare.records import Comparison

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed (extra dev)")
SCHEMA: dict[str, Any] = json.loads(
    files("claimcompare.rendering").joinpath("schema", "claimcompare-1.schema.json").read_text(encoding="utf-8")
)
# The shape as it was promised; nothing here may change, though fields may be added.
PROMISED = {
    "": {"schema", "settings", "reports", "claims", "matches", "clusters"},
    "reports": {"id", "path", "title", "source", "published"},
    "claims": {"id", "report", "start", "end", "text", "sentence"},
    "matches": {"left", "right", "score"},
    "clusters": {"id", "claims", "representative", "reports", "origins", "differences"},
}


def _validate(value: Any, definition: str | None = None) -> None:
    schema = {**SCHEMA, "$ref": f"#/$defs/{definition}", "properties": {}, "required": []} if definition else SCHEMA
    jsonschema.Draft202012Validator(schema).validate(value)


@pytest.mark.parametrize("fixture", ["comparison", "hostile"])
def test_output_follows_the_schema(fixture: str, request: pytest.FixtureRequest) -> None:
    compared: Comparison = request.getfixturevalue(fixture)
    _validate(json.loads(as_json(compared)))
    head, *clusters = map(json.loads, as_lines(compared))
    _validate(head, "line_head")
    for cluster in clusters:
        _validate(cluster, "line_cluster")


def test_schema_refuses_what_is_wrong(comparison: Comparison) -> None:
    wrong = comparison.to_dict()
    wrong["clusters"][0]["differences"][0]["severity"] = "grave"
    with pytest.raises(jsonschema.ValidationError):
        _validate(wrong)
    wrong = comparison.to_dict()
    del wrong["claims"][0]["sentence"]
    with pytest.raises(jsonschema.ValidationError):
        _validate(wrong)


def test_every_promised_field_is_there(comparison: Comparison) -> None:
    value = comparison.to_dict()
    assert value.keys() >= PROMISED[""]
    for name in ("reports", "claims", "matches", "clusters"):
        for row in value[name]:
            assert row.keys() >= PROMISED[name]
    difference = value["clusters"][0]["differences"][0]
    assert difference["kind"] == "number"
    assert difference["severity"] == "conflict"
    assert difference["readings"][0] == {"value": "about 200", "mentions": [{"claim": "c2", "start": 75, "end": 84}]}
    assert value["clusters"][0]["claims"] == ["c2", "c5", "c8"]
    assert value["settings"]["min_score"] == 0.5


def test_every_field_is_described_by_the_schema(comparison: Comparison) -> None:
    def names(definition: str) -> set[str]:
        return set(SCHEMA["$defs"][definition]["properties"])

    value = comparison.to_dict()
    assert set(value) == set(SCHEMA["properties"])
    for plural, single in (("reports", "report"), ("claims", "claim"), ("matches", "match"), ("clusters", "cluster")):
        assert {key for row in value[plural] for key in row} == names(single)
    for plural, single in (("origins", "origin"), ("blocks", "block")):
        assert {key for row in value[plural] for key in row} == names(single)
    assert set(value["settings"]) == names("settings")
    assert set(value["overview"]) == names("overview")
    assert set(value["overview"]["overlap"][0]) == names("overlap")


def test_the_overview_is_of_the_whole(comparison: Comparison) -> None:
    narrow = json.loads(as_json(narrowed(comparison, kinds=("number",)), comparison))
    assert [cluster["id"] for cluster in narrow["clusters"]] == ["k1"]
    assert narrow["overview"] == comparison.to_dict()["overview"]
    assert narrow["overview"]["unique"] == ["c1", "c7"]
    assert narrow["overview"]["all_but_one"][0] == {"cluster": "k2", "report": "crew"}


def test_offsets_give_the_words_back(comparison: Comparison) -> None:
    value = json.loads(as_json(comparison))
    texts = {report["id"]: report["text"] for report in value["reports"]}
    for claim in value["claims"]:
        assert texts[claim["report"]][claim["start"] : claim["end"]] == claim["text"]


def test_hostile_text_is_escaped_but_not_changed(hostile: Comparison) -> None:
    written = as_json(hostile)
    assert not [character for character in written if character in "\x1b\x07\u202e\u2028\ud800"]
    written.encode("utf-8")
    assert json.loads(written)["reports"][0]["text"] == hostile.reports[0].text


def test_json_escapes_all_that_other_formats_show_as_steering() -> None:
    shown = [chr(code) for code in range(0x7F, 0x10000) if visible(chr(code)) != chr(code)]
    assert len(shown) > 2048
    assert all(json_line({"text": character}) == f'{{"text":"\\u{ord(character):04x}"}}' for character in shown)


def test_json_lines_hold_one_cluster_each_with_its_claims(comparison: Comparison) -> None:
    lines = list(as_lines(comparison))
    assert len(lines) == 1 + len(comparison.clusters)
    assert all(line.endswith("\n") and line.count("\n") == 1 for line in lines)
    first = json.loads(lines[1])
    assert [claim["text"][:8] for claim in first["claims"]] == ["The ferr", "The ferr", "The Alba"]
    assert "text" not in json.loads(lines[0])["reports"][0]


@pytest.mark.parametrize("span", [None, Span(0, 0), Span(0, 4)])
def test_where_a_field_was_found_is_told_also_where_it_has_no_width(span: Span | None) -> None:
    found = Provenance(field="title", where="the first line", span=span)
    (told,) = report_as_dict(Report(id="a", text="Gate", provenance=(found,)))["provenance"]
    assert told["span"] == (None if span is None else {"start": span.start, "end": span.end})
