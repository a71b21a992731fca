"""The tables of the page: a few reports are side by side, and of many those that share claims."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from wire.service import Service, reports

from claimcompare import Report, compare
from claimcompare.rendering.html import as_page
from claimcompare.rendering.page import cluster_views, page_names
from claimcompare.rendering.page_tables import COLUMNS, TableView, table_views

if TYPE_CHECKING:
    from claimcompare.records import Comparison


@pytest.fixture(scope="module")
def corpus() -> Comparison:
    written = [Report(**one.record) for one in reports(Service(), 500)]
    assert len(written) > COLUMNS
    return compare(written)


def tables(comparison: Comparison) -> tuple[TableView, ...]:
    names = page_names(comparison)
    return table_views(comparison, cluster_views(comparison, names), names)


def test_a_few_reports_are_side_by_side_whatever_they_share(comparison: Comparison) -> None:
    (table,) = tables(comparison)
    assert table.reports == tuple(range(len(comparison.reports)))
    assert len(table.clusters) == len(comparison.clusters)
    assert all(row[number] is None for number, row in enumerate(table.overlap))


def test_of_a_corpus_only_the_conflicts_and_the_claims_are_unfolded(corpus: Comparison, comparison: Comparison) -> None:
    page, small = as_page(corpus), as_page(comparison)
    assert '<summary><h3 id="matrix-title">' in page
    assert '<h3 id="matrix-title">' in small
    assert '<details class="fold">' not in small
    sharing = len({report for cluster in corpus.clusters for report in cluster.reports})
    assert f"<summary>{sharing} reports in the claims below</summary>" in page
    assert page.count('type="checkbox" name="report"') == sharing


def test_those_of_a_corpus_are_side_by_side_where_they_share_claims(corpus: Comparison) -> None:
    views = tables(corpus)
    assert 1 < len(views) < len(corpus.reports)
    assert sorted(cluster.number for table in views for cluster in table.clusters) == list(
        range(1, len(corpus.clusters) + 1)
    )
    placed = [report for table in views for report in table.reports]
    assert len(set(placed)) == len(placed)
    for table in views:
        assert list(table.reports) == sorted(table.reports)
        assert set(table.reports) == {report for cluster in table.clusters for report in cluster.cells}


def test_every_two_reports_that_share_claims_meet_in_a_table(corpus: Comparison) -> None:
    ids = [report.id for report in corpus.reports]
    met = {
        (ids[table.reports[one]], ids[table.reports[other]]): table.overlap[one][other]
        for table in tables(corpus)
        for one, other in combinations(range(len(table.reports)), 2)
    }
    shared = {pair: overlap for pair, overlap in met.items() if overlap}
    assert shared == {(pair.left, pair.right): pair for pair in corpus.overlap()}


def test_the_page_of_a_corpus_has_no_cell_for_reports_of_other_stories(corpus: Comparison) -> None:
    cells = as_page(corpus).count("<td></td>")
    assert cells < sum(len(table.reports) * len(table.clusters) for table in tables(corpus))
