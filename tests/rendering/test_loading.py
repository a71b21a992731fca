"""JSON read back is the comparison that it was made of."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from importlib import import_module, resources
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve

from claimcompare.command.options import CSV_ROWS, FORMATS
from claimcompare.errors import ReadError
from claimcompare.records import Provenance, Span
from claimcompare.rendering.csv import as_csv
from claimcompare.rendering.html import as_page
from claimcompare.rendering.json import as_json
from claimcompare.rendering.loading import load_comparison
from claimcompare.rendering.notebook import comparison_html
from claimcompare.rendering.selection import narrowed
from claimcompare.rendering.terminal import text

if TYPE_CHECKING:
    from pathlib import Path

    from claimcompare.records import Comparison

SCHEMA = json.loads(resources.files("claimcompare.rendering").joinpath("schema/claimcompare-1.schema.json").read_text())


@pytest.mark.parametrize("fixture", ["comparison", "hostile"])
def test_round_trip(fixture: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    compared: Comparison = request.getfixturevalue(fixture)
    path = tmp_path / "comparison.json"
    path.write_text(as_json(compared), encoding="utf-8")
    loaded = load_comparison(path)
    assert loaded == compared
    assert loaded.to_dict() == json.loads(path.read_text(encoding="utf-8"))
    assert as_page(loaded) == as_page(compared)


FIRST = ("clusters", 0, "differences", 0)


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "wrong.json"
    path.write_text(text, encoding="utf-8")
    return path


def test_where_a_title_and_a_source_were_found_is_read_back(comparison: Comparison, tmp_path: Path) -> None:
    first, *others = comparison.reports
    found = (
        Provenance(field="source", where="field outlet"),  # of a record: no place in the text
        Provenance(field="title", where="headline", span=Span(0, 30)),
    )
    whole = evolve(comparison, reports=(evolve(first, provenance=found), *others))
    assert load_comparison(_written(tmp_path, as_json(whole))) == whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", r"is no JSON \(line 1: "),
        ("[]", "is no comparison"),
        ('{"schema": "other/1"}', "is no comparison"),
        ("", r"is no JSON \(line 1: "),
        ('{"schema": "claimcompare/1", "x": NaN}', r"is no JSON \(NaN is no JSON\)"),
        ("[" * 200 + "]" * 200, r"is no JSON \(nested more than 100 deep\)"),
        ("[" * 100_000 + "]" * 100_000, r"is no JSON \(nested more than 100 deep\)"),
    ],
)
def test_what_is_no_comparison_is_named(text: str, words: str, tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=rf"wrong\.json: {words}"):
        load_comparison(_written(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.json"):
        load_comparison(tmp_path / "none.json")


def test_a_claim_that_is_not_in_its_report_is_refused(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    value["claims"][0]["text"] = "Something else that long, surely"[: len(value["claims"][0]["text"])]
    with pytest.raises(ReadError, match="claim c1 is not what its report has"):
        load_comparison(_written(tmp_path, json.dumps(value)))


@pytest.mark.parametrize("part", ["reports", "claims", "clusters", "settings"])
def test_a_missing_part_is_named(comparison: Comparison, part: str, tmp_path: Path) -> None:
    value = comparison.to_dict()
    del value[part]
    with pytest.raises(ReadError, match=part):
        load_comparison(_written(tmp_path, json.dumps(value)))


def test_a_missing_text_is_named(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    del value["reports"][0]["text"]
    with pytest.raises(ReadError, match=r"wrong\.json: report '.*' has no text"):
        load_comparison(_written(tmp_path, json.dumps(value)))


def test_an_unknown_kind_is_refused(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    value["clusters"][0]["differences"][0]["kind"] = "taste"
    with pytest.raises(ReadError, match=r"kind must be one of .*number"):
        load_comparison(_written(tmp_path, json.dumps(value)))


def test_what_does_not_hold_together_is_refused_in_one_line(comparison: Comparison, tmp_path: Path) -> None:
    for change, words in (
        (("clusters", 0, "representative", "c999"), "cluster k1 is represented by 'c999', which is not in it"),
        (("clusters", 0, "claims", 0, "c999"), "lacks 'c999'"),
        (("clusters", 0, "claims", 1, comparison.clusters[0].claims[0].id), "cluster k1 has the claim 'c.' twice"),
        (
            (*FIRST, "readings", 0, "mentions", 0, "claim", "c999"),
            "k1 has a mention of claim 'c999', which is not",
        ),
        (
            (*FIRST, "contradictions", [[0, 99]]),
            "k1 has a contradiction of readings 0 and 99, which",
        ),
        ((*FIRST, "contradictions", [[1, 1]]), "k1 has a contradiction of readings 1 and 1, which"),
        ((*FIRST, "readings", 0, "mentions", 0, "start", 1.5), r"mentions\[0\].start must be integer"),
        ((*FIRST, "readings", 0, "mentions", 0, "end", 10**9), "ends at 1000000000, behind"),
        (("matches", 0, "alignment", 0, 1, "end", 1e300), r"an alignment of claim c. ends at 1000.*\.\.\..*, behind"),
        (("blocks", 0, "end", 10**9), "a block of report 'alba' ends at 1000000000, behind"),
        (("claims", 0, "sentence", "end", 10**9), "the sentence of claim c1 ends at 1000000000, behind"),
        (("clusters", 0, "origins", 0), r"clusters\[0\].origins must be bigger than or equal to 1"),
        (("clusters", 0, "origins", 9), "cluster k1 of 3 reports has 9 origins"),
        (("origins", 0, "reports", 0, "gazette"), "there is no report 'gazette'"),
        (("blocks", 0, "report", "gazette"), "there is no report 'gazette'"),
        (("clusters", 0, "origins", "many"), r"clusters\[0\].origins must be integer"),
        (("reports", 0, "title", 5), r"reports\[0\].title must be string or null"),
        (("matches", 0, "score", "hi"), r"matches\[0\].score must be number"),
        (("matches", 0, "score", 7), r"matches\[0\].score must be smaller than or equal to 1"),
        (("claims", 1, "id", "c1"), "claims has the id 'c1' twice"),
        (("reports", 1, "published", "soon"), r"reports\[1\].published must match pattern"),
        (("settings", "min_score", 2), "min_score must be smaller"),
    ):
        value = comparison.to_dict()
        *way, last, new = change
        inner: Any = value
        for step in way:
            inner = inner[step]
        inner[last] = new
        with pytest.raises(ReadError, match=rf"wrong\.json: .*{words}") as raised:
            load_comparison(_written(tmp_path, json.dumps(value)))
        assert "\n" not in str(raised.value)


def _changed(value: Any, way: tuple[Any, ...], new: Any) -> None:
    """Put ``new`` in the place that ``way`` leads to; ``...`` takes out what is there."""
    *steps, last = way
    for step in steps:
        value = value[step]
    if new is ...:
        del value[last]
    else:
        value[last] = new


def _ways(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to everything that lies in nested lists and objects."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, one in inner:
        yield (*way, step)
        yield from _ways(one, (*way, step))


def _rendered(comparison: Comparison) -> None:
    for module, name in FORMATS.values():
        "".join(getattr(import_module(f"claimcompare.rendering.{module}"), name)(comparison))
    for table in CSV_ROWS.values():
        as_csv(comparison, table)
    text(comparison, explain=True)
    comparison_html(comparison)


STRANGE: list[Any] = [
    ...,
    None,
    True,
    -1,
    0,
    2,
    1.0,
    1.5,
    10**30,
    1e300,
    "",
    "x",
    "2021-13-99",
    "c1",
    "alba",
    [],
    {},
    ["c1"],
    [[0, 9]],
]


def test_whatever_is_changed_is_read_and_shown_or_refused_in_one_line(comparison: Comparison, tmp_path: Path) -> None:
    dice = random.Random(11)
    ways = [*_ways(comparison.to_dict())]
    refusals = []
    for way in dice.choices(ways, k=600):
        value = comparison.to_dict()
        _changed(value, way, dice.choice(STRANGE))
        try:
            loaded = load_comparison(_written(tmp_path, json.dumps(value)))
        except ReadError as error:
            refusals.append(str(error))
        else:
            _rendered(loaded)
    assert 100 < len(refusals) < 600
    assert not [line for line in refusals if "\n" in line]


def test_whole_numbers_may_have_a_decimal_point(comparison: Comparison, tmp_path: Path) -> None:
    plain = as_json(comparison)
    pointed = re.sub(r'("(?:start|end|position|origins|min_reports|max_differences)": \d+)', r"\1.0", plain)
    assert pointed != plain
    assert as_json(load_comparison(_written(tmp_path, pointed))) == plain


def test_what_the_schema_does_not_require_may_be_missing(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    required = {name for part in _parts(SCHEMA) for name in part.get("required", ())} | {"text"}
    for way in reversed([*_ways(value)]):  # inner ones first
        if isinstance(way[-1], str) and way[-1] not in required:
            _changed(value, way, ...)
    loaded = load_comparison(_written(tmp_path, json.dumps(value)))
    assert not any(match.alignment for match in loaded.matches)
    _rendered(loaded)


def _parts(schema: Any) -> Iterator[dict[str, Any]]:
    """Every object within a schema."""
    if isinstance(schema, dict):
        yield schema
    for inner in schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ():
        yield from _parts(inner)


def test_fields_that_a_later_version_adds_are_passed_over(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    evidence = value["matches"][0]["evidence"][0]
    for inner in (value, value["settings"], value["reports"][0], value["clusters"][0]["differences"][0], evidence):
        inner["mood"] = "calm"
    assert load_comparison(_written(tmp_path, json.dumps(value))) == comparison


def test_a_part_of_a_comparison_is_not_taken_for_the_whole(comparison: Comparison, tmp_path: Path) -> None:
    conflicts = narrowed(comparison, severities=["conflict"])
    with pytest.raises(ReadError, match="has only what --only or --kind asked for"):
        load_comparison(_written(tmp_path, as_json(conflicts, comparison)))
    assert load_comparison(_written(tmp_path, as_json(comparison, comparison))) == comparison
