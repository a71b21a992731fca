"""Which words are marked."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.records import Claim, Cluster, Span
from claimcompare.rendering.marks import Mark, claim_pieces, marks_by_claim, merged_by_severity, pieces_of
from claimcompare.rendering.phrases import heading

if TYPE_CHECKING:
    from claimcompare.records import Comparison

TEXT = "The ferry Alba ran aground on Tuesday with about 200 people on board."
spans = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(lambda ends: Span(*sorted(ends)))
marks = st.builds(
    Mark, spans, st.just("number"), st.sampled_from(["conflict", "shift", "style"]), st.just(0), st.just(0)
)


@given(spans, st.lists(marks))
def test_pieces_are_the_text_and_know_their_marks(span: Span, marked: list[Mark]) -> None:
    pieces = pieces_of(TEXT, span, marked)
    assert "".join(piece.text for piece in pieces) == span.of(TEXT)
    for piece in pieces:
        assert piece.span is not None
        assert piece.span.of(TEXT) == piece.text
        assert all(mark.span.covers(piece.span) for mark in piece.marks)
        assert len(piece.marks) == sum(mark.span.overlap(piece.span) > 0 for mark in marked)


@given(spans, st.lists(marks))
def test_merged_pieces_are_the_same_words(span: Span, marked: list[Mark]) -> None:
    pieces = pieces_of(TEXT, span, marked)
    merged = merged_by_severity(pieces)
    assert "".join(piece.text for piece in merged) == span.of(TEXT)
    assert [piece.severity for piece in merged] == [severity for severity, _ in groupby(p.severity for p in pieces)]


def test_the_weightiest_mark_comes_first(comparison: Comparison) -> None:
    for found in marks_by_claim(comparison.clusters[0].differences).values():
        severities = [mark.severity for mark in found]
        assert severities == sorted(severities, key=["conflict", "shift", "style"].index)


def test_a_reading_without_words_has_no_mark(comparison: Comparison) -> None:
    marked = marks_by_claim(comparison.clusters[0].differences)
    assert [mark.kind for mark in marked["c8"]] == ["number", "wording"]


def test_a_clause_ends_in_an_ellipsis_where_its_sentence_goes_on(comparison: Comparison) -> None:
    text = comparison.reports[0].text
    clause = next(claim for claim in comparison.claims if claim.id == "c3")
    assert [piece.text for piece in claim_pieces(text, clause, ())] == ["Nobody was hurt", " …"]


@pytest.mark.parametrize(
    ("sentence", "clause", "shown"),
    [
        (
            "“Five cities fell on Monday,” the general said.",
            "Five cities fell on Monday",
            "Five cities fell on Monday …",
        ),
        ("‘“Five cities fell,” he said.’", "Five cities fell", "Five cities fell …"),
        ("The general said five cities fell.", "five cities fell", "… five cities fell"),
        ("He said five cities fell.", "five cities fell", "… five cities fell"),
    ],
)
def test_a_clause_starts_with_an_ellipsis_where_words_come_before_it(sentence: str, clause: str, shown: str) -> None:
    start = sentence.index(clause)
    span = Span(start, start + len(clause))
    claim = Claim(id="c1", report="a", span=span, text=clause, sentence=Span(0, len(sentence)))
    assert "".join(piece.text for piece in claim_pieces(sentence, claim, ())) == shown
    cluster = Cluster(id="1", claims=(claim,), representative="c1", origins=1)
    assert heading(cluster) == shown.removesuffix(" …")
