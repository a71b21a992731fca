"""The five published originals, where they are at hand: what they say of themselves, and that no sentence is lost."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest

from claimcompare.cleaning import blocks_of
from claimcompare.reading import read
from claimcompare.records import Block, Report
from claimcompare.text.pagelines import ends_like_a_sentence

# What may be left out of them, by the reason that is given; none of these is a sentence of a report.
LEFT_OUT = [
    ["a source link"],
    ["a shortcode", "a rule or signs without words", "a contributor line", "a shortcode", "a source link"],
    ["a share or view count"],
    [],
    [
        "a bare number",
        "a bare number",
        "hashtags",
        "a call to follow",
        *["a list of other stories"] * 3,
        "a call to comment",
    ],
]


@pytest.fixture(scope="module")
def originals(shared: Path) -> tuple[Report, ...]:
    return read(shared / "seeds").reports


@pytest.fixture(scope="module")
def blocks(originals: tuple[Report, ...]) -> list[list[Block]]:
    found = blocks_of(originals)
    return [[block for block in found if block.report == report.id] for report in originals]


def test_only_furniture_is_left_out_and_all_of_it(blocks: list[list[Block]]) -> None:
    assert [[block.reason for block in of if block.role == "furniture"] for of in blocks] == LEFT_OUT


def test_every_sentence_of_the_reports_is_kept(originals: tuple[Report, ...], blocks: list[list[Block]]) -> None:
    for report, of_report in zip(originals, blocks, strict=True):
        left_out = [block for block in of_report if block.role == "furniture"]
        sentences = [block for block in left_out if ends_like_a_sentence(block.span.of(report.text))]
        assert {block.reason for block in sentences} <= {"a contributor line", "a call to follow"}


def test_titles_dates_and_the_agency_are_found(originals: tuple[Report, ...]) -> None:
    assert [report.title is not None for report in originals] == [False, False, True, False, True]
    assert [report.published for report in originals] == [
        None,
        None,
        datetime.date(2021, 5, 4),
        None,
        datetime.date(2021, 8, 10),
    ]
    assert [report.agency for report in originals] == [None, "AP", None, None, None]
    assert originals[1].place == "KABUL, Afghanistan"
    for report in originals:
        for provenance in report.provenance:
            assert provenance.span is not None
            assert provenance.span.of(report.text)


def test_no_sentence_that_reports_share_is_taken_for_furniture(shared: Path) -> None:
    for folder in sorted((shared / "data" / "stories").iterdir()):
        story = json.loads((folder / "story.json").read_text(encoding="utf-8"))
        gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
        blocks = blocks_of([Report(id=report["id"], text=report["text"]) for report in story["reports"]])
        furniture = [block for block in blocks if block.role == "furniture"]
        core = {sentence for pair in gold["core"] for sentence in pair}
        for sentence in gold["sentences"]:
            hit = [
                block.reason
                for block in furniture
                if block.report == sentence["report"]
                and block.span.start < sentence["end"]
                and sentence["start"] < block.span.end
            ]
            assert not hit or sentence["id"] not in core
