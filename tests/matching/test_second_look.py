"""What the scores of a first look say of the pairs around."""

from __future__ import annotations

import math

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcompare import Report
from claimcompare.lexicons import parameters
from claimcompare.preparation import candidates_of, prepared
from claimcompare.records import Candidate
from claimcompare.scoring import measured_afterwards, scored_matches
from claimcompare.scoring.afterwards import AFTERWARDS
from claimcompare.scoring.model import first_model

# Three reports of four sentences: claims 0 to 3 are the first one's, 4 to 7 the second one's, 8 to 11 the third one's.
SENTENCES = "The quay burnt. \n\nNobody was hurt there. \n\nThe mayor came late. \n\nRain put the fire out."
READY = prepared([Report(id=name, text=SENTENCES) for name in ("a", "b", "c")])
Scores = dict[tuple[int, int], float]


def _afterwards(one: int, other: int, scores: Scores) -> dict[str, float]:
    """The measures of one pair, where the first look gave these scores."""
    given_scores = {Candidate(left, right, 0.5): score for (left, right), score in scores.items()}
    (found,) = measured_afterwards(READY.sides, [Candidate(one, other, 0.5)], given_scores)
    return found


def test_the_stories_sentences_stand_as_the_tests_take_it() -> None:
    assert [(side.claim.report, side.claim.position) for side in READY.sides] == [
        (report, position) for report in "abc" for position in range(4)
    ]


def test_with_no_scores_around_it_a_pair_has_nothing() -> None:
    assert set(_afterwards(0, 4, {(0, 4): 0.9}).values()) == {0.0}


def test_a_third_report_counts_by_the_weaker_of_its_two_matches() -> None:
    assert _afterwards(0, 4, {(0, 9): 0.9, (4, 9): 0.6, (0, 8): 0.5, (4, 8): 0.5})["third_match"] == 0.6
    assert _afterwards(0, 4, {(0, 9): 0.9, (4, 8): 0.9})["third_match"] == 0.0  # two different claims of it


def test_the_sentence_beside_one_is_matched_by_the_other() -> None:
    assert _afterwards(0, 5, {(0, 4): 0.7, (0, 6): 0.4})["matched_beside"] == 0.7
    assert _afterwards(0, 5, {(1, 5): 0.3})["matched_beside"] == 0.3
    assert _afterwards(0, 5, {(0, 7): 0.9, (1, 6): 0.9})["matched_beside"] == 0.0


def test_of_the_matches_around_farther_ones_count_less() -> None:
    assert _afterwards(0, 4, {(1, 5): 0.8})["matches_around"] == pytest.approx(math.log1p(0.8))
    assert _afterwards(0, 4, {(1, 6): 0.8})["matches_around"] == pytest.approx(math.log1p(0.4))
    assert _afterwards(0, 4, {(1, 5): 0.8, (1, 6): 0.8})["matches_around"] == pytest.approx(math.log1p(1.2))
    # Neither those of the two themselves, nor those with another report.
    assert _afterwards(0, 4, {(0, 5): 0.8, (1, 4): 0.8, (1, 9): 0.8, (5, 9): 0.8})["matches_around"] == 0.0


def test_a_better_match_is_one_with_the_same_report() -> None:
    assert _afterwards(0, 4, {(0, 4): 0.3, (0, 7): 0.8, (3, 4): 0.6})["better_match"] == 0.8
    assert _afterwards(0, 4, {(0, 4): 0.3, (0, 9): 0.8})["better_match"] == 0.0


def test_scores_that_are_not_promising_count_as_none() -> None:
    least = parameters("scoring_curves")["promising_from"]
    assert _afterwards(0, 4, {(0, 7): least})["better_match"] == least
    assert _afterwards(0, 4, {(0, 7): least - 0.001})["better_match"] == 0.0


def _told_of_others() -> set[float]:
    """What the evidence of all pairs says of the pairs around them."""
    matches = scored_matches(READY.sides, candidates_of(READY))
    return {piece.value for match in matches for piece in match.evidence if piece.name in AFTERWARDS}


def test_a_pair_that_is_given_up_says_nothing_of_others_even_where_all_are_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert max(_told_of_others()) > 0.0
    first = first_model()
    *others, last = first.curves
    severe = evolve(first, curves=(*others, evolve(last, lowest=math.inf)))
    monkeypatch.setattr("claimcompare.scoring.model.first_model", lambda: severe)
    assert _told_of_others() <= {0.0}


_PAIRS = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] // 4 < pair[1] // 4)


@given(st.dictionaries(_PAIRS, st.floats(0.0, 1.0)), _PAIRS)
def test_both_sides_are_treated_alike(scores: Scores, pair: tuple[int, int]) -> None:
    turned = {(other, one): score for (one, other), score in scores.items()}
    here, there = _afterwards(*pair, scores), _afterwards(pair[1], pair[0], turned)
    assert here == pytest.approx(there)


def test_a_third_report_that_matches_both_makes_a_pair_surer() -> None:
    versions = {
        "a": "The ferry from Norhaven left two hours late after its crew found a crack in the rudder.",
        "b": "Passengers waited until noon because the ship's rudder was damaged.",
        "c": "The Norhaven ferry left late, and passengers waited until noon, as its rudder was damaged by a crack.",
    }

    def score(names: str) -> float:
        ready = prepared([Report(id=name, text=versions[name]) for name in names])
        candidates = [Candidate(i, j, 0.3) for j in range(len(names)) for i in range(j)]
        matches = scored_matches(ready.sides, candidates)
        return next(one.score for one in matches if {one.left.report, one.right.report} == {"a", "b"})

    assert score("abc") > score("ab")
