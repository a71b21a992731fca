"""CSV that a spreadsheet or a program reads."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimcompare.rendering.csv import as_csv

if TYPE_CHECKING:
    from claimcompare.records import Comparison


def _rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_one_row_for_each_claim_and_cluster(comparison: Comparison) -> None:
    rows = _rows(as_csv(comparison))
    assert [(row["cluster"], row["claim"]) for row in rows] == [
        (cluster.id, claim.id) for cluster in comparison.clusters for claim in cluster.claims
    ]
    assert rows[0]["text"].startswith("The ferry Alba ran aground on Tuesday")
    assert (rows[0]["start"], rows[0]["end"], rows[0]["origins"]) == ("32", "101", "2")
    assert [row["claim"] for row in rows if row["representative"] == "True"] == ["c5", "c3", "c4"]


def test_one_row_for_each_difference(comparison: Comparison) -> None:
    rows = _rows(as_csv(comparison, "differences"))
    assert [row["kind"] for row in rows] == ["number", "date", "wording", "attribution", "modality"]
    assert rows[1]["readings"] == "Tuesday (alba) | Wednesday (brig) | not in crew"
    assert rows[1]["note"] == "the reports are of different days"


def test_reports_and_overlap(comparison: Comparison) -> None:
    assert [row["origin"] for row in _rows(as_csv(comparison, "reports"))] == ["o1", "o2", "o1"]
    first, *_ = _rows(as_csv(comparison, "overlap"))
    assert (first["left"], first["right"]) == ("alba", "brig")


def test_mentions_stand_with_the_place_of_their_words(comparison: Comparison) -> None:
    texts = {report.id: report.text for report in comparison.reports}
    rows = _rows(as_csv(comparison, "mentions"))
    assert {"2", "Tuesday"} & {row["text"] for row in rows}
    assert all(texts[row["report"]][int(row["start"]) : int(row["end"])] == row["text"] for row in rows)


def test_rows_without_a_library_are_those_of_the_tables(comparison: Comparison) -> None:
    tables = comparison.to_tables()
    assert list(tables) == ["reports", "claims", "matches", "members", "differences", "mentions", "overlap"]
    assert [row["text"] for row in tables["claims"]] == [claim.text for claim in comparison.claims]
    assert [row["score"] for row in tables["matches"]] == [match.score for match in comparison.matches]


def test_no_cell_of_hostile_text_is_a_formula_or_another_row(hostile: Comparison) -> None:
    for text, count in ((as_csv(hostile), 2), (as_csv(hostile, "differences"), 1)):
        rows = _rows(text)
        assert len(rows) == count
        assert len(text.splitlines()) == count + 1
        assert not [value for row in rows for value in row.values() if value[:1] in "=+-@" and value]


def test_nothing_shared_still_has_a_heading(comparison: Comparison) -> None:
    from attrs import evolve  # noqa: PLC0415

    nothing = evolve(comparison, clusters=())
    assert as_csv(nothing).startswith("cluster,reports,origins,representative,report,claim,start,end")
    assert as_csv(nothing).count("\n") == 1
