"""Matches → clusters: nothing chains, and a sentence may stand in two clusters."""

from __future__ import annotations

import random
from collections.abc import Mapping, Set

from hypothesis import given
from hypothesis import strategies as st

from claimcompare.clusters import claim_groups, opposed_pairs
from claimcompare.records import Claim, Match, Span

PLACES = {f"{report}{number}": (report, number) for report in "ABCD" for number in range(8)}


def claim(name: str) -> Claim:
    report, number = PLACES[name]
    span = Span(10 * number, 10 * number + 10)
    return Claim(id=f"c{name}", report=report, span=span, text=name * 5, sentence=span, position=number)


def matches(scores: Mapping[str, float]) -> list[Match]:
    return [
        Match(left=claim(left), right=claim(right), score=score)
        for pair, score in scores.items()
        for left, right in (pair.split(),)
    ]


def clusters(scores: Mapping[str, float], min_score: float = 0.5, crowded: Mapping[str, Set[str]] = {}) -> list[str]:
    found = claim_groups(matches(scores), min_score, crowded)
    return [" ".join(one.id[1:] for one in group.claims) for group in found]


def test_claims_that_all_match_one_another_are_one_cluster() -> None:
    assert clusters({"A0 B0": 0.9, "B0 C0": 0.8, "A0 C0": 0.7}) == ["A0 B0 C0"]


def test_a_chain_of_pairs_is_not_one_cluster() -> None:
    assert clusters({"A0 B0": 0.9, "B0 C0": 0.8, "A0 C0": 0.0}) == ["A0 B0", "B0 C0"]


def test_a_pair_that_was_not_measured_for_want_of_room_does_not_part_a_cluster() -> None:
    scores = {"A0 B0": 0.9, "B0 C0": 0.8}
    assert clusters(scores, crowded={"cA0": {"cB0"}}) == ["A0 B0", "B0 C0"]
    assert clusters(scores, crowded={"cA0": {"cB0"}, "cC0": {"cB0"}}) == ["A0 B0 C0"]


def test_a_crowded_pair_that_was_measured_and_scored_low_parts_a_cluster() -> None:
    scores = {"A0 B0": 0.9, "B0 C0": 0.8}
    assert clusters(scores, crowded={"cA0": {"cB0", "cC0"}, "cC0": {"cA0", "cB0"}}) == ["A0 B0", "B0 C0"]


def test_a_cluster_that_another_one_holds_is_left_out() -> None:
    scores = {"A0 B0": 0.95, "B0 C0": 0.30, "A0 C0": 0.28}
    assert clusters(scores, 0.27) == ["A0 B0 C0"]


def test_a_claim_that_goes_with_the_others_too_little_on_the_whole_stays_out() -> None:
    scores = {"A0 B0": 0.9, "B0 C0": 0.45}
    assert clusters({**scores, "A0 C0": 0.2}, 0.4) == ["A0 B0 C0"]
    assert clusters({**scores, "A0 C0": 0.1}, 0.4) == ["A0 B0", "B0 C0"]


def test_a_sentence_of_two_claims_stands_in_two_clusters() -> None:
    assert clusters({"A0 B0": 0.9, "A0 B1": 0.8}) == ["A0 B0 B1"]
    assert clusters({"A0 B0": 0.9, "A0 C1": 0.8, "B0 C1": 0.01}) == ["A0 B0", "A0 C1"]


def test_what_scores_too_low_stays_alone() -> None:
    assert clusters({"A0 B0": 0.49}) == []


def test_the_cluster_of_most_reports_comes_first() -> None:
    scores = {"A1 B1": 0.99, "A0 B0": 0.7, "B0 C0": 0.7, "A0 C0": 0.7}
    assert clusters(scores) == ["A0 B0 C0", "A1 B1"]


def test_the_representative_is_the_one_closest_to_the_others() -> None:
    (group,) = claim_groups(matches({"A0 B0": 0.9, "B0 C0": 0.9, "A0 C0": 0.6}), 0.5)
    assert group.claims[group.representative].id == "cB0"


def headings(scores: Mapping[str, float]) -> list[str]:
    return [group.claims[group.representative].id for group in claim_groups(matches(scores), 0.5)]


def test_a_sentence_heads_one_cluster_where_another_is_nearly_as_close() -> None:
    assert headings({"A0 B0": 0.9, "A0 C1": 0.8, "B0 C1": 0.01}) == ["cA0", "cC1"]


def test_a_sentence_heads_two_clusters_where_no_other_is_nearly_as_close() -> None:
    first = {"A0 B0": 0.9, "B0 C0": 0.9, "A0 C0": 0.6}
    second = {"B0 A1": 0.9, "B0 C1": 0.9, "A1 C1": 0.3}
    assert headings(first | second) == ["cB0", "cB0"]


SCORES = st.dictionaries(
    st.tuples(st.sampled_from(sorted(PLACES)), st.sampled_from(sorted(PLACES)))
    .filter(lambda pair: pair[0][0] < pair[1][0])
    .map(" ".join),
    st.floats(0, 1),
    max_size=25,
)


@given(SCORES)
def test_every_match_that_scores_enough_stands_in_a_cluster(scores: dict[str, float]) -> None:
    together = [set(cluster.split()) for cluster in clusters(scores)]
    for pair, score in scores.items():
        if score >= 0.5:
            assert any(set(pair.split()) <= cluster for cluster in together), pair


@given(SCORES, st.randoms(use_true_random=False))
def test_the_order_of_the_matches_changes_nothing(scores: dict[str, float], chance: random.Random) -> None:
    shuffled = list(scores.items())
    chance.shuffle(shuffled)
    assert clusters(dict(shuffled)) == clusters(scores)


TOGETHER = {f"A{at} B{at}": 0.9 for at in range(5)}


def opposed(scores: Mapping[str, float], together: Mapping[str, float] = TOGETHER) -> list[str]:
    found = matches({**together, **scores})
    return [" ".join(one.id[1:] for one in pair.claims) for pair in opposed_pairs(found, claim_groups(found, 0.5))]


def test_claims_that_are_each_others_nearest_are_looked_at_for_a_contradiction() -> None:
    assert opposed({"A5 B5": 0.2}) == ["A5 B5"]
    assert opposed({"A5 B5": 0.2, "A5 B0": 0.3}) == []
    assert opposed({"A5 B5": 0.001}) == []


def test_claims_of_reports_with_little_in_common_are_not_looked_at_for_a_contradiction() -> None:
    shared = {"A0 C0": 0.9, "A1 C1": 0.9, "A2 C2": 0.9, "A3 C3": 0.1, "A4 C4": 0.1}
    assert opposed({"A5 C5": 0.2}, {**TOGETHER, **shared}) == ["A5 C5", "A3 C3", "A4 C4"]
    del shared["A2 C2"]
    assert opposed({"A5 C5": 0.2}, {**TOGETHER, **shared, "A2 C2": 0.1}) == []


def test_where_there_are_few_sentences_the_nearest_is_not_looked_at_for_a_contradiction() -> None:
    few = {"A0 B0": 0.9, "A1 B1": 0.9, "A2 B2": 0.9}
    assert opposed({"A3 B3": 0.2}, few) == []
