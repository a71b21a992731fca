"""Which pairs are worth a look: the index against a plain look at every pair."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from claimcompare.candidates import candidate_of_two, candidate_pairs, candidates_of_one, crowded_claims
from claimcompare.lexicons import parameters

WORDS = ["ferry", "bridge", "harbour", "storm", "crew", "mayor", "late", "two"]
VECTORS = st.lists(
    st.tuples(
        st.sampled_from("abc"),
        st.dictionaries(st.sampled_from(WORDS), st.integers(1, 9), min_size=1, max_size=5),
    ),
    max_size=30,
)


def unit(weights: dict[str, int]) -> dict[str, float]:
    length = math.sqrt(sum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}


def pairs_by_looking_at_all(vectors: list[dict[str, float]], reports: list[str]) -> set[tuple[int, int]]:
    """Plain and slow: for each claim and other report, the nearest by cosine, the earlier of equals."""
    settings = parameters("candidates")["story"]
    found = set()
    for one, vector in enumerate(vectors):
        for report in set(reports) - {reports[one]}:
            near = []
            for other, there in enumerate(vectors):
                if reports[other] == report and vector.keys() & there.keys():
                    cosine = sum(weight * there.get(word, 0.0) for word, weight in vector.items())
                    near.append((-round(cosine, 9), other))
            found |= {
                (min(one, other), max(one, other))
                for negative, other in sorted(near)[: settings["nearest"]]
                if -negative >= settings["least_cosine"]
            }
    return found


@given(VECTORS)
def test_the_index_finds_what_a_look_at_every_pair_finds(claims: list[tuple[str, dict[str, int]]]) -> None:
    reports = [report for report, _ in claims]
    vectors = [unit(weights) for _, weights in claims]
    found = candidate_pairs(vectors, reports)
    assert {(one.left, one.right) for one in found} == pairs_by_looking_at_all(vectors, reports)


@given(VECTORS, st.integers(2, 12))
def test_claims_that_are_alike_are_each_found(claims: list[tuple[str, dict[str, int]]], copies: int) -> None:
    many = [claim for claim in claims[:4] for _ in range(copies)]
    reports = [report for report, _ in many]
    vectors = [unit(weights) for _, weights in many]
    found = candidate_pairs(vectors, reports)
    assert {(one.left, one.right) for one in found} == pairs_by_looking_at_all(vectors, reports)


@given(VECTORS)
def test_a_candidate_is_of_two_reports_and_says_its_cosine(claims: list[tuple[str, dict[str, int]]]) -> None:
    reports = [report for report, _ in claims]
    vectors = [unit(weights) for _, weights in claims]
    for one in candidate_pairs(vectors, reports):
        assert reports[one.left] != reports[one.right]
        assert one.left < one.right
        assert math.isclose(
            one.cosine, sum(weight * vectors[one.right].get(word, 0.0) for word, weight in vectors[one.left].items())
        )


@given(VECTORS)
def test_what_one_claim_finds_is_among_what_all_of_them_find(claims: list[tuple[str, dict[str, int]]]) -> None:
    reports = [report for report, _ in claims]
    vectors = [unit(weights) for _, weights in claims]
    everything = candidate_pairs(vectors, reports)
    for number in range(len(vectors)):
        found = candidates_of_one(number, vectors, reports)
        assert set(found) <= set(everything)
        others = {one.left + one.right - number for one in found}
        assert {reports[other] for other in others} == {
            report
            for report in set(reports) - {reports[number]}
            if any(number in pair[:2] and report in {reports[pair.left], reports[pair.right]} for pair in everything)
        }


@given(VECTORS.filter(lambda claims: len(claims) > 1))
def test_two_claims_are_a_pair_as_near_as_the_index_finds_them(claims: list[tuple[str, dict[str, int]]]) -> None:
    vectors = [unit(weights) for _, weights in claims[:2]]
    pair = candidate_of_two(vectors)
    assert candidate_pairs(vectors, ["a", "b"]) in ((), (pair,))


def test_two_claims_with_nothing_in_common_are_a_pair_too() -> None:
    assert candidate_of_two([{"ferry": 1.0}, {"mayor": 1.0}]) == (0, 1, 0.0)


def test_a_claim_is_crowded_when_it_has_as_many_candidates_as_it_looks_at() -> None:
    same = unit({"flood": 1, "levee": 1})
    for copies, crowded in ((50, 0), (51, 51)):
        found = candidate_pairs([same] * copies, [f"{number}" for number in range(copies)])
        assert len(crowded_claims(found, copies)) == crowded


def test_nothing_to_compare_has_no_candidates() -> None:
    assert candidate_pairs([], []) == ()
    assert candidate_pairs([{}, {}], ["a", "b"]) == ()
