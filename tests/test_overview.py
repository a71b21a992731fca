"""What can be asked of a whole comparison."""

from __future__ import annotations

import pytest

from claimcompare.pipeline import compare
from claimcompare.records import Claim, Cluster, Comparison, Report, Span
from claimcompare.settings import Settings
from claimcompare.text.verbatim import verbatim_share, wording_of, words_of

TEXTS = {
    "a": "The dam at Orvik broke at noon on Friday. Two villages were flooded. A dog was saved.",
    "b": "The dam at Orvik broke at noon on Friday, and the mayor wept. Two villages lie under water.",
    "c": "At noon the dam broke. Nobody knows why.",
}


def claim(report: str, number: int, words: str, sentence: str | None = None) -> Claim:
    whole = TEXTS[report].index(sentence or words)
    start = TEXTS[report].index(words)
    return Claim(
        id=f"c{number}",
        report=report,
        span=Span(start, start + len(words)),
        text=words,
        sentence=Span(whole, whole + len(sentence or words)),
    )


LONG = "The dam at Orvik broke at noon on Friday, and the mayor wept."
CLAIMS = (
    claim("a", 1, "The dam at Orvik broke at noon on Friday."),
    claim("a", 2, "Two villages were flooded."),
    claim("a", 3, "A dog was saved."),
    claim("b", 4, LONG),
    claim("b", 5, "The dam at Orvik broke at noon on Friday", LONG),
    claim("b", 6, "Two villages lie under water."),
    claim("c", 7, "At noon the dam broke."),
    claim("c", 8, "Nobody knows why."),
)


def cluster(id_: str, *numbers: int) -> Cluster:
    claims = tuple(CLAIMS[number - 1] for number in numbers)
    return Cluster(id=id_, claims=claims, representative=claims[0].id, origins=len(claims))


def comparison(*clusters: Cluster, reports: str = "abc") -> Comparison:
    return Comparison(
        settings=Settings(),
        reports=tuple(Report(id=id_, text=TEXTS[id_]) for id_ in reports),
        blocks=(),
        claims=tuple(claim for claim in CLAIMS if claim.report in reports),
        matches=(),
        clusters=clusters,
    )


BOTH = comparison(cluster("k1", 1, 5, 7), cluster("k2", 2, 6))


def test_the_matrix_has_a_row_for_each_cluster_and_a_cell_for_each_report() -> None:
    assert BOTH.matrix() == {
        "k1": {"a": (CLAIMS[0],), "b": (CLAIMS[4],), "c": (CLAIMS[6],)},
        "k2": {"a": (CLAIMS[1],), "b": (CLAIMS[5],), "c": ()},
    }


def test_a_sentence_that_is_matched_by_a_clause_is_not_unique() -> None:
    assert [claim.text for claim in BOTH.unique()] == ["A dog was saved.", "Nobody knows why."]


def test_without_clusters_every_whole_sentence_is_unique() -> None:
    assert len(comparison().unique()) == 7


def test_what_all_but_one_say() -> None:
    assert [(found.id, missing) for found, missing in BOTH.all_but_one()] == [("k2", "c")]


def test_of_two_reports_none_is_the_only_one_that_is_missing() -> None:
    assert comparison(cluster("k1", 1, 5), reports="ab").all_but_one() == ()


def test_overlap_counts_sentences_of_both_reports_and_verbatim_words_of_the_shorter() -> None:
    first, second, third = BOTH.overlap()
    assert (first.left, first.right) == ("a", "b")
    assert first.claims == pytest.approx(4 / 5)
    assert first.verbatim == pytest.approx(9 / 17)
    assert (second.left, second.right, third.left, third.right) == ("a", "c", "b", "c")
    assert (third.claims, third.verbatim) == (2 / 4, 0.0)


def test_reports_that_share_no_claim_are_left_out_of_the_overlap() -> None:
    assert [(found.left, found.right) for found in comparison(cluster("k1", 1, 5)).overlap()] == [("a", "b")]


def test_a_clause_is_not_counted_again_beside_its_sentence() -> None:
    left = "Workers cleared the eastern track while engineers checked the damaged signal box at Norhaven."
    right = "On Friday engineers checked the damaged signal box at Norhaven. Nobody in the old village knew of it."
    (shared,) = compare([Report(id="a", text=left), Report(id="b", text=right)]).overlap()
    assert shared.claims == pytest.approx(2 / 3)
    assert shared.verbatim == pytest.approx(8 / 14)


def test_words_are_the_same_in_any_case_and_with_any_marks() -> None:
    assert words_of("“Don’t”, HE said — no\u00adthing.") == ("don", "t", "he", "said", "nothing")


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ("one two three four five six", "one two three four five six", 1.0),
        ("one two three four five six", "zero one two three four five", 5 / 6),
        ("one two three four", "one two three four", 0.0),
        ("one two three four five", "five four three two one", 0.0),
        ("one two three four five six seven eight nine ten", "x one two three four five y six", 5 / 8),
    ],
)
def test_verbatim_share_is_of_the_shorter_one(left: str, right: str, share: float) -> None:
    wordings = wording_of([left], 5), wording_of([right], 5)
    assert verbatim_share(*wordings) == pytest.approx(share)
    assert verbatim_share(*reversed(wordings)) == pytest.approx(share)
