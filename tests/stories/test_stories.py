"""A corpus is sorted into stories: what belongs together stays together, and what does not is not compared."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wire.service import Service, reports

from claimcompare import Report, Settings, compare, read_reports
from claimcompare.stories import stories_of
from claimcompare.stories.days import faded
from claimcompare.stories.linkage import linked_groups
from claimcompare.stories.nearest import BILLION, Pairs, indexed_pairs, near_pairs, nearest_of, pairs_from
from claimcompare.stories.vectors import Vectors, report_vectors

WORDS = ["ferry", "harbour", "storm", "crew", "mayor", "strike", "bridge", "ministry", "vote", "budget"]
WEEK = 7.0
CORPUS_FROM = Settings().stories_from
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=25)


@pytest.fixture(scope="module")
def corpus() -> tuple[Report, ...]:
    """A wire service's first days: more reports than are taken for one story."""
    written = [Report(**one.record) for one in reports(Service(), 500)]
    assert len(written) >= CORPUS_FROM
    return tuple(written)


def together(stories: Iterable[Any]) -> set[frozenset[str]]:
    return {frozenset(report.id for report in story.reports) for story in stories}


def test_a_few_reports_are_one_story_whatever_they_tell() -> None:
    few = [Report(id="a", text="The ferry sank."), Report(id="b", text="Potato prices doubled.")]
    (story,) = stories_of(few, WEEK, 3)
    assert story.reports == tuple(few)
    assert story.name == ""
    assert len(stories_of(few, WEEK, 2)) == 2


def test_every_report_is_in_one_story(corpus: tuple[Report, ...]) -> None:
    told = [report.id for story in stories_of(corpus, WEEK) for report in story.reports]
    assert sorted(told) == sorted(report.id for report in corpus)


def test_the_largest_story_comes_first_and_names_are_given_once(corpus: tuple[Report, ...]) -> None:
    stories = stories_of(corpus, WEEK)
    sizes = [len(story.reports) for story in stories]
    assert sizes == sorted(sizes, reverse=True)
    assert len({story.name for story in stories}) == len(stories)
    assert 1 < sizes[0] < len(corpus) / 4


def test_reports_of_one_story_stay_together_among_others(seeds: Path, corpus: tuple[Report, ...]) -> None:
    own = read_reports(seeds)
    stories = stories_of(sorted((*corpus, *own), key=lambda report: report.id), WEEK)
    assert any({report.id for report in own} <= group for group in together(stories))


def test_a_corpus_of_one_story_is_one_story(seeds: Path) -> None:
    own = read_reports(seeds)
    times = CORPUS_FROM // len(own) + 1
    many = [Report(id=f"{report.id}-{time}", text=report.text) for report in own for time in range(times)]
    (story,) = stories_of(many, WEEK)
    assert len(story.reports) == len(many)


FIRMS = ["Almasco", "Berivent", "Cordonex", "Delvaria", "Estimor", "Fenwrick", "Galdessa", "Hortwell"]


def notice(firm: str, number: int) -> Report:
    """A notice of a bond as wires send them: the firm and the sums are its own, all other words those of the form."""
    text = (
        f"{firm} is issuing a {100 + 7 * number} mln dlr eurobond due 1994 paying {5 + number % 4} pct, "
        "the lead manager said. "
        "The non-callable bond is available in denominations of 5,000 dlrs and will be listed in Luxembourg. "
        "The selling concession is 1-1/4 pct while management and underwriting combined pays 5/8 pct. "
        "Payment date is April 15."
    )
    return Report(id=f"notice-{firm}", title=f"{firm.upper()} ISSUES EUROBOND", text=text, published=date(2021, 8, 2))


def rating(firm: str, number: int) -> Report:
    text = f"The {100 + 7 * number} mln dlr eurobond of {firm} was rated A-2. {firm} pays less than a year ago."
    return Report(id=f"rating-{firm}", title=f"{firm.upper()} RATED", text=text, published=date(2021, 8, 3))


def test_reports_of_one_form_are_of_one_story_only_where_they_name_the_same(corpus: tuple[Report, ...]) -> None:
    forms = [report for number, firm in enumerate(FIRMS) for report in (notice(firm, number), rating(firm, number))]
    groups = together(stories_of(sorted((*corpus, *forms), key=lambda report: report.id), WEEK))
    for firm in FIRMS:
        assert frozenset({f"notice-{firm}", f"rating-{firm}"}) in groups


SALE = "The Valdora board of the ferry line approved the sale of two night ferries to the harbour trust of Ostrava Bay."


def sold_on(days: Iterable[date | None], rest: Iterable[Report]) -> list[Report]:
    told = [Report(id=f"sale-{number}", text=SALE, published=day) for number, day in enumerate(days)]
    return [*told, *rest]


@pytest.mark.parametrize(
    ("days", "half_life", "one_story"),
    [
        ((date(2021, 8, 1), date(2021, 8, 2)), 7.0, True),
        ((date(2021, 8, 1), date(2021, 9, 30)), 7.0, False),
        ((date(2021, 8, 1), date(2021, 9, 30)), 90.0, True),
        ((date(2021, 8, 1), date(2021, 9, 30)), None, True),
        ((date(2021, 8, 1), None), 7.0, True),
    ],
)
def test_what_is_said_again_long_after_is_another_story(
    days: tuple[date | None, date | None], half_life: float | None, one_story: bool, corpus: tuple[Report, ...]
) -> None:
    stories = stories_of(sold_on(days, corpus), half_life)
    assert any({"sale-0", "sale-1"} <= group for group in together(stories)) == one_story


def test_nearness_halves_with_every_half_life() -> None:
    day = date(2021, 8, 1)
    published = [day, day + timedelta(days=7), day - timedelta(days=7), None]
    near = faded(pairs_from({(0, 1): 800, (1, 2): 800, (0, 3): 800}), published, 7.0)
    assert list(near) == [(0, 1, 400), (0, 3, 800), (1, 2, 200)]


def test_a_story_has_the_pairs_inside_a_corpus_that_it_has_alone(seeds: Path, corpus: tuple[Report, ...]) -> None:
    own = read_reports(seeds)
    alone, among = pairs(compare(own), own), pairs(compare((*corpus, *own)), own)
    assert len(alone) > 20
    assert len(alone & among) >= 0.9 * len(alone)


def pairs(comparison: Any, own: Iterable[Report]) -> set[frozenset[tuple[str, Any]]]:
    """The pairs of sentences of these reports that stand in one cluster."""
    ids = {report.id for report in own}
    groups = ({(one.report, one.sentence) for one in cluster.claims} for cluster in comparison.clusters)
    return {
        frozenset(pair)
        for group in groups
        for pair in combinations(group, 2)
        if all(report in ids for report, _ in pair)
    }


def test_the_order_of_the_reports_changes_nothing(corpus: tuple[Report, ...]) -> None:
    assert compare((*corpus[1::2], *reversed(corpus[::2]))) == compare(corpus)


def test_every_claim_and_cluster_of_a_corpus_has_an_id_of_its_own(corpus: tuple[Report, ...]) -> None:
    comparison = compare(corpus)
    for items in (comparison.claims, comparison.clusters, comparison.origins):
        ids = [one.id for one in items]
        assert len(set(ids)) == len(ids)
    assert {report.id for report in comparison.reports} == {claim.report for claim in comparison.claims}
    known = {claim.id for claim in comparison.claims}
    assert all(claim.id in known for cluster in comparison.clusters for claim in cluster.claims)


# ---------------------------------------------------------------- against plain and slow ways


def cosine(vectors: Vectors, one: int, other: int) -> float:
    there = dict(vectors.row(other))
    return math.fsum(weight * there.get(stem, 0.0) for stem, weight in vectors.row(one))


def near_by_looking_at_all(vectors: Vectors, least: float, nearest: int) -> Pairs:
    rows = ([(other, cosine(vectors, one, other)) for other in range(len(vectors))] for one in range(len(vectors)))
    return pairs_from(
        {
            (min(one, other), max(one, other)): near
            for one, row in enumerate(rows)
            for other, near in nearest_of(row, one, least, nearest)
        }
    )


@given(TEXTS, st.integers(1, 4), st.integers(2, 30))
def test_what_is_near_is_what_a_look_at_every_pair_finds(texts: list[str], nearest: int, common: int) -> None:
    vectors = report_vectors(texts, common)
    assert near_pairs(vectors, 0.1, nearest) == near_by_looking_at_all(vectors, 0.1, nearest)


@given(TEXTS, st.integers(1, 4))
def test_the_sparse_product_finds_what_the_index_finds(texts: list[str], nearest: int) -> None:
    product = pytest.importorskip("claimcompare.stories.product", reason="needs the extra named scale")
    vectors = report_vectors(texts, 30)
    assert product.multiplied_pairs(vectors, 0.1, nearest) == indexed_pairs(vectors, 0.1, nearest)


def test_many_equals_are_cut_at_the_same_place_by_both() -> None:
    product = pytest.importorskip("claimcompare.stories.product", reason="needs the extra named scale")
    vectors = report_vectors(["storm ferry crew"] * 40 + ["storm budget vote"] * 40, 100)
    assert product.multiplied_pairs(vectors, 0.1, 3) == indexed_pairs(vectors, 0.1, 3)


@given(TEXTS)
def test_the_weights_of_a_report_are_above_nothing_and_at_most_one_long(texts: list[str]) -> None:
    vectors = report_vectors(texts, 20)
    for number in range(len(vectors)):
        weights = [weight for _, weight in vectors.row(number)]
        assert all(weight > 0 for weight in weights)
        assert math.fsum(weight**2 for weight in weights) < 1 + 1e-9


SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.integers(1, 10).map(lambda tenths: tenths * BILLION // 10),
)


@given(SCORES)
def test_groups_are_those_of_average_linkage(cosines: dict[tuple[int, int], int]) -> None:
    least = 0.25
    groups = linked_groups(8, pairs_from(cosines), least)
    assert sorted(member for group in groups for member in group) == list(range(8))
    for one, other in combinations(groups, 2):
        assert mean(cosines, one, other) < least * BILLION
    for group in groups:
        assert len(group) == 1 or splits(cosines, group, least * BILLION)


def mean(cosines: dict[tuple[int, int], int], one: list[int], other: list[int]) -> float:
    between = [cosines.get((min(a, b), max(a, b)), 0) for a in one for b in other]
    return sum(between) / len(between)


def splits(cosines: dict[tuple[int, int], int], group: list[int], least: float) -> bool:
    """Whether the group can have come from two that are near enough to be joined."""
    halves = (set(half) for size in range(1, len(group)) for half in combinations(group, size))
    return any(mean(cosines, sorted(half), sorted(set(group) - half)) >= least for half in halves)
