"""Pairs → scores: what speaks for the same claim, and that both sides are treated alike."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare import Report, Settings, compare, compare_claims
from claimcompare.lexicons import parameters
from claimcompare.preparation import prepared_texts
from claimcompare.records import Candidate
from claimcompare.scoring import scored_matches
from claimcompare.scoring.afterwards import AFTERWARDS
from claimcompare.scoring.measures import Shared, best_chain
from claimcompare.scoring.model import Curve, CurveModel, first_model, second_model
from claimcompare.scoring.pairs import pair_of, surroundings_of
from claimcompare.scoring.surroundings import SURROUNDINGS

FERRY = "The ferry from Norhaven left two hours late after its crew found a crack in the rudder."

# The nearer version first: it has to score higher against the sentence above it than the other one.
NEARER = {
    "a paraphrase before another act of the same actor": (
        FERRY,
        "After the crew discovered a cracked rudder, the Norhaven ferry departed two hours behind schedule.",
        "The ferry from Norhaven carries forty cars and a crew of nine across the sound each morning.",
    ),
    "the same words before the same names": (
        "Mayor Ilse Brandt, head of the harbour council, rejected the plan for a second quay.",
        "The plan for a second quay was rejected by Mayor Ilse Brandt.",
        "Mayor Ilse Brandt, head of the harbour council, praised the volunteers of the lifeboat station.",
    ),
    "a misspelt name before another name": (
        "Governor Tamsin Okafor signed the water treaty on Monday.",
        "Governor Tamsyn Okafor signed the water treaty on Monday.",
        "Senator Luca Moretti missed the water debate on Monday.",
    ),
    "a shared quotation before a shared topic": (
        "“The dam will outlive all of us,” engineer Petra Lindqvist said.",
        "Petra Lindqvist told reporters “the dam will outlive all of us”.",
        "Petra Lindqvist inspected the dam with two other engineers.",
    ),
}


@pytest.mark.parametrize(("claim", "nearer", "farther"), NEARER.values(), ids=NEARER)
def test_the_version_that_an_editor_would_put_beside_it_scores_higher(claim: str, nearer: str, farther: str) -> None:
    assert compare_claims(claim, nearer).score > compare_claims(claim, farther).score


def test_a_claim_is_surely_the_same_as_itself_and_not_as_a_stranger() -> None:
    assert compare_claims(FERRY, FERRY).score > 0.9
    assert compare_claims(FERRY, "Potato prices doubled across the southern valleys.").score < 0.1


@pytest.mark.parametrize(
    ("year", "in_common"), [("2001", {"novemb", "14", "2001"}), ("2021", set()), ("", {"novemb", "14"})]
)
def test_days_of_one_name_in_two_years_have_nothing_in_common(year: str, in_common: set[str]) -> None:
    texts = ("The quay burnt on Nov. 14, 2001.", f"Ships sail from Nov. 14, {year}".rstrip(", "))
    ready = prepared_texts([Report(id=str(number), text=text) for number, text in enumerate(texts)])
    assert pair_of(surroundings_of(ready.sides, [Candidate(0, 1, 0.5)]), 0, 1).shared == in_common


@given(st.text(max_size=80), st.text(max_size=80))
def test_comparing_is_symmetric(left: str, right: str) -> None:
    assert compare_claims(left, right).score == compare_claims(right, left).score


@pytest.mark.parametrize(
    "other", ["Its crew found a crack in the rudder, and so the ferry left late.", "Potato prices fell."]
)
def test_the_evidence_adds_up_to_the_score_beside_the_odds_of_any_pair(other: str) -> None:
    match = compare_claims(FERRY, other)
    log_odds = math.log(match.score / (1 - match.score))
    unlisted = parameters("scoring")["least_evidence"] * len(second_model().curves)
    assert sum(one.weight for one in match.evidence) == pytest.approx(log_odds - second_model().intercept, abs=unlisted)


def test_evidence_speaks_both_ways_the_weightiest_first() -> None:
    match = compare_claims(FERRY, "Its crew found a crack in the rudder, and so the ferry left late.")
    assert {one.weight > 0 for one in match.evidence} == {True, False}
    assert all(one.words for one in match.evidence)
    assert [abs(one.weight) for one in match.evidence] == sorted(
        (abs(one.weight) for one in match.evidence), reverse=True
    )


def test_a_curve_is_straight_between_its_points_and_level_beyond_them() -> None:
    curve = Curve(name="any", at=(0.0, 1.0, 3.0), adds=(-1.0, 1.0, 2.0))
    assert [curve(x) for x in (-5.0, 0.0, 0.5, 1.0, 2.0, 3.0, 9.0)] == [-1.0, -1.0, 0.0, 1.0, 1.5, 2.0, 2.0]


@pytest.mark.parametrize("model", [first_model(), second_model()])
def test_every_learned_curve_rises_in_its_points(model: CurveModel) -> None:
    for curve in model.curves:
        assert list(curve.at) == sorted(curve.at)
        assert len(curve.at) == len(curve.adds) >= 1


_LINKS = st.dictionaries(st.tuples(st.integers(0, 12), st.integers(0, 12)), st.floats(0.1, 8.0), max_size=20).map(
    lambda links: sorted((i, j, weight) for (i, j), weight in links.items())
)


@given(_LINKS, st.floats(0.0, 3.0))
def test_the_best_chain_is_the_one_that_trying_every_link_before_finds(links: list[Shared], gap: float) -> None:
    best: list[float] = []
    for i, j, weight in links:
        before = [
            b - gap * (max(i - x, j - y) - 1)
            for (x, y, _), b in zip(links[: len(best)], best, strict=True)
            if x < i and y < j
        ]
        best.append(weight + max([0.0, *before]))
    assert best_chain(links, gap) == max(best, default=0.0)


def test_a_match_says_its_evidence_from_the_score_that_was_asked_for() -> None:
    texts = [FERRY, "Its crew found a crack in the ferry's rudder.", "Potato prices doubled across the valleys."]
    ready = prepared_texts([Report(id=str(number), text=text) for number, text in enumerate(texts)])
    candidates = [Candidate(0, 1, 0.5), Candidate(0, 2, 0.0)]
    full = scored_matches(ready.sides, candidates)
    brief = scored_matches(ready.sides, candidates, explained=full[0].score)
    assert [match.score for match in brief] == [match.score for match in full]
    assert [match.evidence for match in brief] == [full[0].evidence, ()]
    assert all(match.evidence for match in full)


def test_every_candidate_pair_is_listed_on_request() -> None:
    reports = [Report(id="a", text=FERRY), Report(id="b", text="Bakers in Tarn want a ferry of their own by spring.")]
    assert compare(reports).matches == ()
    assert len(compare(reports, Settings(keep_score=0.0)).matches) == 1


def test_two_bare_texts_have_nothing_around_them_that_could_speak_for_a_match() -> None:
    match = compare_claims("Five cities fell on Monday.", "On Monday, a sixth city was captured.")
    names = {piece.name for piece in match.evidence}
    assert not names & (SURROUNDINGS.keys() | AFTERWARDS.keys())
    (bare,) = (piece for piece in match.evidence if piece.name == "bare")
    assert bare.words == "two texts by themselves, with nothing around them"
