"""JSON read back is the comparison that it was made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claimcompare.errors import ReadError
from claimcompare.rendering.html import as_page
from claimcompare.rendering.json import as_json
from claimcompare.rendering.loading import load_comparison

if TYPE_CHECKING:
    from pathlib import Path

    from claimcompare.records import Comparison


@pytest.mark.parametrize("fixture", ["comparison", "hostile"])
def test_round_trip(fixture: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    compared: Comparison = request.getfixturevalue(fixture)
    path = tmp_path / "comparison.json"
    path.write_text(as_json(compared), encoding="utf-8")
    loaded = load_comparison(path)
    assert loaded == compared
    assert loaded.to_dict() == json.loads(path.read_text(encoding="utf-8"))
    assert as_page(loaded) == as_page(compared)


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "wrong.json"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "is no JSON"),
        ("[]", "is no comparison"),
        ('{"schema": "other/1"}', "is no comparison"),
        ("", "is no JSON"),
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


def test_an_unknown_kind_is_refused(comparison: Comparison, tmp_path: Path) -> None:
    value = comparison.to_dict()
    value["clusters"][0]["differences"][0]["kind"] = "taste"
    with pytest.raises(ReadError, match="'taste' is none of number, date"):
        load_comparison(_written(tmp_path, json.dumps(value)))
