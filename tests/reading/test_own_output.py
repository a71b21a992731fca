"""What claimcompare wrote into the folder of the reports is left out with a notice, in every format."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from claimcompare.cli import command
from claimcompare.errors import ReadError
from claimcompare.reading import read

REPORTS = {
    "a.txt": "The old mill at Norvik burned on Monday, Ada Quill said.\n\nFive people died.\n\nThe owner of it wept.\n",
    "b.txt": "The old mill at Norvik burned on Tuesday, Ada Quill said.\n\nSix people died.\n\nRain fell in Tarn.\n",
}
WRITTEN = [
    *([name] for name in ("out.txt", "out.md", "out.html", "out.json", "out.jsonl", "out.csv")),
    *(["out.csv", "--csv-rows", rows] for rows in ("differences", "mentions", "matches", "reports", "overlap")),
    *(["out.txt", "--width", width] for width in ("20", "40", "100")),
    *([name, "--only", "style"] for name in ("out.txt", "out.md", "out.html", "out.json")),
    *([name, "--min-score", "1"] for name in ("out.txt", "out.md", "out.csv", "out.jsonl")),
    *([name, "--unique"] for name in ("out.txt", "out.json")),
    *([name, "--show-furniture"] for name in ("out.txt", "out.json")),
    *([name, "--find", "The old mill at Norvik burned."] for name in ("out.txt", "out.json")),
    *([name, "--find", "The old mill at Norvik burned on Monday, Ada Quill said."] for name in ("out.txt", "out.json")),
    *([name, "--find", "The old mill at Norvik burned on Friday, Ada Quill said."] for name in ("out.txt", "out.json")),
    *([name, "--find", "The dam of Osland held"] for name in ("out.txt", "out.json")),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in REPORTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _write(*arguments: str | Path) -> None:
    assert command.main(args=[str(one) for one in arguments], standalone_mode=False) == 0


@pytest.mark.parametrize("options", WRITTEN, ids=" ".join)
def test_what_was_written_is_no_report(folder: Path, options: list[str]) -> None:
    written, *others = options
    for _ in range(2):  # the second time it replaces what it wrote
        _write(folder, "-o", folder / written, "--no-progress", *others)
        result = read(folder)
        assert [report.id for report in result.reports] == ["a", "b"]
        assert result.notices == (f"{folder}/{written}: left out, as claimcompare wrote it",)
        assert not result.problems


def test_the_comparison_of_two_texts_is_no_report_either(folder: Path) -> None:
    for name in ("out.txt", "out.json"):
        _write("--pair", "Five died.", "Six people were killed.", "-o", folder / name)
    assert [report.id for report in read(folder).reports] == ["a", "b"]


def test_a_claim_found_in_all_that_was_looked_at_is_no_report_either(folder: Path) -> None:
    for number in range(50):
        text = f"The dam above Norvik burst on Monday, and five people died.\n\nHouse {number} of Tarn stood.\n"
        (folder / f"dam{number}.txt").write_text(text, encoding="utf-8")
    sought = "The dam above Norvik burst on Monday, and five people died."
    _write(folder, "-o", folder / "out.txt", "--no-progress", "--find", sought)
    assert "is made in at least 50 of" in (folder / "out.txt").read_text(encoding="utf-8")
    assert len(read(folder).reports) == len(REPORTS) + 50


@pytest.mark.parametrize("rows", ["claims", "differences", "reports", "overlap"])
def test_a_table_of_a_version_with_more_columns_is_no_report(folder: Path, rows: str) -> None:
    _write(folder, "-o", folder / "out.csv", "--no-progress", "--csv-rows", rows)
    head, *lines = (folder / "out.csv").read_text(encoding="utf-8").splitlines()
    (folder / "out.csv").write_text("\n".join([f"{head},words", *(f"{line},5" for line in lines)]), encoding="utf-8")
    assert [report.id for report in read(folder).reports] == ["a", "b"]


def test_it_is_known_packed_and_in_other_encodings(folder: Path) -> None:
    _write(folder, "-o", folder / "out.txt")
    text = (folder / "out.txt").read_text(encoding="utf-8")
    (folder / "out.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    (folder / "out.gz").write_bytes(gzip.compress(text.encode("utf-8-sig")))
    assert [report.id for report in read(folder).reports] == ["a", "b"]


def test_reports_that_speak_of_claims_and_tables_of_others_stay(folder: Path) -> None:
    kept = {
        "c.txt": "5 reports (5 origins) were read in Norvik. 25 claims are shared by two reports or more.\n",
        "d.csv": "report,title,text\n1,Mill,The mill burned in Norvik.\n",
        "e.json": '{"schema": "claims/1", "text": "The mill burned in Tarn."}',
        "f.html": "<!doctype html><html><head><meta name=generator content=Press></head><body><article>"
        "<p>The mill at Osland burned, and claimcompare was named by its writer.</p></article></body></html>",
    }
    for name, text in kept.items():
        (folder / name).write_text(text, encoding="utf-8")
    result = read(folder)
    assert len(result.reports) == len(REPORTS) + len(kept)
    assert not result.notices


def test_a_report_is_never_replaced(folder: Path) -> None:
    with pytest.raises(ReadError, match="which is to be compared; name another file"):
        read(folder, output=folder / "a.txt")
