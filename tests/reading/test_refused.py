"""What is refused: too much, packed in bad faith, damaged, changed, no text. One clear line each; the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.cleaning import blocks_of
from claimcompare.errors import ReadError, SettingsError
from claimcompare.reading import ReadLimits, read
from claimcompare.reading import opening as opening_module
from claimcompare.reading.formats import reports_in
from claimcompare.reading.opening import Budget, pages_in
from claimcompare.records import Report

GATE = "The gate of the lock broke on Monday. Nobody was hurt.\n"


def _zip(path: Path, members: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def _line(path: Path, **limits: int) -> str:
    """The one problem of a file."""
    result = read(path, limits=ReadLimits(**limits))
    (problem,) = result.problems
    assert "\n" not in problem.message
    assert problem.path.startswith(str(path))
    return problem.message


def test_a_file_of_two_gigabytes_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        os.truncate(file.fileno(), 2_000_000_000)
    assert _line(path) == "is larger than 200,000,000 bytes; split it, or raise the limit"


def test_bombs_are_refused_and_what_lies_beside_them_is_read(tmp_path: Path) -> None:
    packed = _zip(tmp_path / "bomb.zip", {"bomb.txt": b"0" * 30_000_000, "gate.txt": GATE.encode()})
    result = read(packed)
    assert [report.id for report in result.reports] == ["gate"]
    assert "unpacks to more than 200 times its size" in result.problems[0].message
    bomb = tmp_path / "bomb.txt.gz"
    bomb.write_bytes(gzip.compress(b"0" * 30_000_000))
    assert "unpacks to more than 200 times its size" in _line(bomb)


def test_limits_hold_for_unpacked_bytes_total_bytes_reports_and_characters(tmp_path: Path) -> None:
    packed = tmp_path / "gate.txt.gz"
    packed.write_bytes(gzip.compress(os.urandom(3_000).hex().encode()))
    assert _line(packed, max_unpacked_bytes=2_000).startswith("holds more than 2,000 bytes")
    lines = tmp_path / "gates.jsonl"
    lines.write_text("".join(json.dumps({"text": f"Gate {n} broke. It did."}) + "\n" for n in range(50)))
    assert _line(lines, max_reports=7).startswith("comes after 7 reports were read")
    assert len(read(lines, limits=ReadLimits(max_reports=7)).reports) == 7
    assert _line(lines, max_total_bytes=100).startswith("comes after 100 bytes were read")
    long = tmp_path / "long.txt"
    long.write_text(GATE * 10)
    assert _line(long, max_report_chars=100).startswith("long has more than 100 characters")


def test_ten_million_lines_are_refused_without_reading_them_all(tmp_path: Path) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_bytes(b'{"text":"x"}\n' * 300_000)
    result = read(path, limits=ReadLimits(max_reports=1_000))
    assert "comes after 1,000 reports" in result.problems[0].message


def test_wrong_lines_beyond_the_first_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "wrong.jsonl"
    path.write_text('{"text": "The gate broke."}\n' + '{"text"\n' * 30)
    result = read(path)
    assert len(result.reports) == 1
    assert len(result.problems) == 21
    assert result.problems[-1].message == "10 more lines of this file cannot be read; mend them likewise"


def test_archives_in_archives_and_other_archives_are_refused(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"a.txt": GATE.encode()}).read_bytes()
    outer = _zip(tmp_path / "outer.zip", {"inner.zip": inner, "b.txt.gz": gzip.compress(b"x")})
    messages = [problem.message for problem in read(outer).problems]
    assert messages == ["is an archive within an archive; unpack it yourself"] * 2
    packed = tmp_path / "a.tar.gz"
    with tarfile.open(packed, "w:gz") as archive:
        info = tarfile.TarInfo("a.txt")
        info.size = len(GATE)
        archive.addfile(info, io.BytesIO(GATE.encode()))
    assert _line(packed) == "is a tar archive; unpack it, or pack the files as .zip"


@pytest.mark.parametrize(
    ("members", "told"),
    [
        ({"[Content_Types].xml": b"x"}, "is an office document; save it as plain text"),
        ({"[Content_Types].xml": b"x", "word/document.xml": b"x"}, "is a Word document; save it as plain text"),
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, "is an Excel workbook; save it as CSV"),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<?xml version='1.0'?><a/>"},
            "is an OpenDocument text; save it as plain text",
        ),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"},
            "is an OpenDocument spreadsheet; save it as CSV",
        ),
        ({"META-INF/manifest.xml": b"x", "content.xml": b"<a/>"}, "is an OpenDocument file; save it as plain text"),
        (
            {"a.xhtml": b"<html><p>It broke.</p></html>", "mimetype": b"application/epub+zip\n"},
            "is an e-book (EPUB); save it as plain text",
        ),
    ],
)
def test_documents_that_are_archives_are_one_line(tmp_path: Path, members: Mapping[str, bytes], told: str) -> None:
    assert _line(_zip(tmp_path / "a.zip", members)) == told


def test_an_archive_with_a_file_of_that_name_is_read(tmp_path: Path) -> None:
    packed = _zip(tmp_path / "a.zip", {"mimetype": b"The gate broke. It did.", "content.xml.txt": GATE.encode()})
    assert [report.id for report in read(packed).reports] == ["content.xml", "mimetype"]


def test_a_member_that_lies_outside_its_archive_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    path = _zip(
        folder / "a.zip", {"../evil.txt": b"Evil. Evil.", "/etc/evil.txt": b"Evil. Evil.", "good.txt": GATE.encode()}
    )
    result = read(path)
    assert [report.id for report in result.reports] == ["good"]
    assert [problem.message.split(",")[0] for problem in result.problems] == ["lies outside its archive"] * 2
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip", "in"]


def test_damaged_and_empty_archives_are_named(tmp_path: Path) -> None:
    whole = _zip(tmp_path / "a.zip", {"a.txt": GATE.encode() * 50}).read_bytes()
    damaged = tmp_path / "damaged.zip"
    damaged.write_bytes(whole[:60])
    assert _line(damaged).startswith("is a damaged archive or needs a password")
    short = tmp_path / "short.txt.gz"
    short.write_bytes(gzip.compress(GATE.encode() * 50)[:-12])
    assert _line(short).startswith("is a damaged archive or needs a password")
    assert _line(_zip(tmp_path / "none.zip", {})) == "holds no file that could be read"


@pytest.mark.parametrize("way", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_member_is_named_and_the_others_are_read_however_they_are_packed(tmp_path: Path, way: int) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", way) as archive:
        archive.writestr("a.txt", GATE * 20)
        archive.writestr("b.txt", GATE)
    data = bytearray(path.read_bytes())
    start = data.find(b"a.txt") + 25
    data[start : start + 6] = bytes(byte ^ 0xFF for byte in data[start : start + 6])
    path.write_bytes(data)
    assert [report.id for report in read(path).reports] == ["b"]
    assert _line(path) == "is a damaged archive or needs a password; unpack it yourself"


def test_bytes_behind_a_gzip_file_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "gate.txt.gz"
    member = gzip.compress(GATE.encode())
    for held, behind in ((1, b"garbage"), (1, b"\0" * 512), (2, b""), (2, b"garbage" * 20_000)):
        path.write_bytes(member * held + behind)
        result = read(path)
        assert [report.text for report in result.reports] == [GATE * held]
        assert result.problems == ()
    path.write_bytes(member[:-6] + b"xxxxxx")
    assert _line(path).startswith("is a damaged archive")
    path.write_bytes(member * 2000)
    assert [report.text for report in read(path).reports] == [GATE * 2000]


def test_a_file_that_changes_while_it_is_read_is_not_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(GATE)
    (tmp_path / "b.txt").write_text("Another gate broke. It did.")
    pages = opening_module.pages_in

    def changing(name: str, *rest: object) -> object:
        if name.endswith("a.txt"):
            path.write_text(GATE + "And more.")
        return pages(name, *rest)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr(opening_module, "pages_in", changing)
    result = read(tmp_path)
    assert [report.id for report in result.reports] == ["b"]
    assert [problem.message for problem in result.problems] == ["changed while it was read; read it again"]


def test_a_page_without_the_extra_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    path = tmp_path / "a.html"
    path.write_text("<!doctype html><html><body><p>The gate broke.</p></body></html>")
    assert _line(path) == "is an HTML page; install the extra that reads them: pip install 'claimcompare[html]'"


def test_fields_are_mapped_and_unknown_ones_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"Inhalt": {"lang": "The gate broke."}, "text": "No."}\n{"x": 1}\n')
    result = read(path, fields={"text": "inhalt.lang"})
    assert [report.text for report in result.reports] == ["The gate broke."]
    assert result.problems[0].message == (
        "line 2: no text under 'inhalt.lang' (fields: x); name it with --field text=NAME"
    )
    with pytest.raises(ReadError, match="no field 'body' to map; the fields are text, title"):
        read(path, fields={"body": "text"})


def test_limits_are_checked() -> None:
    with pytest.raises(SettingsError, match="max_files is 0, but has to be a whole number from 1 on"):
        ReadLimits(max_files=0)
    with pytest.raises(SettingsError, match="max_depth is '5', but has to be a whole number from 1 on"):
        ReadLimits(max_depth="5")  # type: ignore[arg-type]  # that is the point


_WORDS = st.sampled_from(
    [
        b"From: a\nSubject: b\nDate: c\n\n",
        b"<html><p>",
        b'{"text": "',
        b"[",
        b"text,title\n",
        b"---\ntitle: x\n---\n",
        b"Mr. ",
        b"\xff\xfe",
    ]
)
_NAMES = st.sampled_from(["a.txt", "a.html", "a.json", "a.jsonl", "a.csv", "a.eml", "a.md", "a.zip", "a.txt.gz", "-"])


@given(
    _NAMES, st.lists(_WORDS | st.binary(max_size=60) | st.text(max_size=40).map(str.encode), max_size=8).map(b"".join)
)
def test_any_bytes_give_reports_or_problems_and_nothing_else(name: str, data: bytes) -> None:
    budget = Budget(ReadLimits(max_unpacked_bytes=100_000))
    try:
        items = [
            item
            for page in pages_in(name, io.BytesIO(data), len(data), budget)
            for item in reports_in(page, budget, {})
        ]
    except ReadError:
        return
    reports = [item for item in items if isinstance(item, Report)]
    for block in blocks_of(reports):
        assert any(block.span.end <= len(report.text) for report in reports)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\ufeff"), min_size=1, max_size=200))
def test_any_text_that_is_read_is_the_text_that_was_written(text: str) -> None:
    data = ("The gate broke. " + text).encode()
    budget = Budget(ReadLimits())
    (page,) = pages_in("a.txt", io.BytesIO(data), len(data), budget)
    reports = [item for item in reports_in(page, budget, {}) if isinstance(item, Report)]
    assert [report.text.encode() for report in reports] in ([data], [])
