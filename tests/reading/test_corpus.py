"""A corpus of files of our own, one for each format and each kind of noise, with what has to come of each.

``corpus/expected.json`` holds, by file: the reports with what they say of themselves and where it was found, what was
left out of them and why, their headlines and their sentences; and the problems and notices.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcompare.cleaning import blocks_of
from claimcompare.reading import ReadLimits, read
from claimcompare.records import Report
from claimcompare.sentences import sentences_of

CORPUS = Path(__file__).parent / "corpus"
EXPECTED: dict[str, dict[str, Any]] = json.loads((CORPUS / "expected.json").read_text(encoding="utf-8"))
FILES = sorted(path.name for path in CORPUS.iterdir() if path.name != "expected.json")
ATTRIBUTES = ("id", "title", "source", "author", "place", "agency", "url")


def _seen(report: Report) -> dict[str, Any]:
    """What came of a report, in the form of expected.json."""
    blocks = blocks_of([report])
    sentences = sentences_of(report, blocks)
    seen: dict[str, Any] = {name: getattr(report, name) for name in ATTRIBUTES}
    seen["published"] = report.published.isoformat() if report.published else None
    seen["told"] = {provenance.field: provenance.where for provenance in report.provenance}
    seen["furniture"] = [[b.reason, b.span.of(report.text)] for b in blocks if b.role == "furniture"]
    seen["headlines"] = [block.span.of(report.text) for block in blocks if block.role == "headline"]
    seen["sentences"] = [sentence.span.of(report.text) for sentence in sentences if not sentence.headline]
    return {name: value for name, value in seen.items() if value}


def test_every_file_of_the_corpus_has_its_expectation() -> None:
    assert sorted(EXPECTED) == FILES
    assert len(FILES) >= 40


@pytest.mark.parametrize("name", FILES)
def test_a_file_gives_the_text_title_date_source_and_furniture_that_it_should(name: str) -> None:
    result = read([CORPUS / name])
    expected = EXPECTED[name]
    assert [_seen(report) for report in result.reports] == expected.get("reports", [])
    assert [problem.message for problem in result.problems] == expected.get("problems", [])
    assert [notice.split(": ")[-1] for notice in result.notices] == expected.get("notices", [])


@pytest.mark.parametrize("name", FILES)
def test_every_offset_gives_back_the_words_of_the_report(name: str) -> None:
    for report in read([CORPUS / name]).reports:
        for provenance in report.provenance:
            if provenance.span and provenance.field != "published":
                assert provenance.span.of(report.text).strip() != ""
        blocks = blocks_of([report])
        inside = {at for block in blocks for at in range(block.span.start, block.span.end)}
        lost = [char for at, char in enumerate(report.text) if at not in inside and char.isalnum()]
        assert not lost, "every letter stands in some block, so that nothing is lost silently"


def test_the_whole_folder_is_read_at_once_in_the_order_of_its_paths() -> None:
    result = read(CORPUS)
    assert [report.path for report in result.reports] == sorted(str(report.path) for report in result.reports)
    assert len({report.id for report in result.reports}) == len(result.reports)
    assert {Path(problem.path).name for problem in result.problems} >= {"53-picture.txt", "54-empty.txt"}


@pytest.mark.parametrize(
    ("name", "encoding"),
    [
        ("29-utf8-bom.txt", "utf-8-sig"),
        ("30-utf16.txt", "utf-16"),
        ("31-utf16-be-without-mark.txt", "utf-16-be"),
        ("32-windows-1252.txt", "cp1252"),
        ("33-latin-2.txt", "iso8859-2"),
        ("28-crlf.txt", "utf-8"),
    ],
)
def test_text_is_as_decoded_and_line_ends_stay(name: str, encoding: str) -> None:
    (report,) = read([CORPUS / name]).reports
    assert report.text == (CORPUS / name).read_bytes().decode(encoding)


def test_nothing_of_a_page_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was about to be fetched")

    monkeypatch.setattr("socket.socket.connect", refuse)
    monkeypatch.setattr("socket.getaddrinfo", refuse)
    assert read([CORPUS / "37-bare-page.html"], limits=ReadLimits()).reports
