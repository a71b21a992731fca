"""What a notebook shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from claimcompare.records import Comparison


def test_a_comparison_lists_its_claims(comparison: Comparison) -> None:
    html = comparison._repr_html_()
    assert "3 reports (2 origins): 3 claims shared by 2 reports" in html
    assert html.count("<tr>") == 1 + 3
    assert "conflict: number: about 200 (alba) ≠ 240 (brig, crew)<br>shift: date<br>style: wording" in html


def test_of_many_claims_the_first_twenty_are_shown_and_the_others_counted(comparison: Comparison) -> None:
    first = comparison.clusters[0]
    many = evolve(comparison, clusters=tuple(evolve(first, id=f"k{number}") for number in range(1, 24)))
    html = many._repr_html_()
    assert html.count("<tr>") == 1 + 20
    assert "<p>and 3 claims more</p>" in html
    assert "more</p>" not in comparison._repr_html_()


def test_a_cluster_shows_versions_and_readings(comparison: Comparison) -> None:
    html = comparison.clusters[0]._repr_html_()
    assert "title='conflict: number'>about 200</mark>" in html
    assert "not in crew" in html
    # A claim does not know the words around it, so the reading's normal form stands for them.
    assert "the harbour master (alba)" in comparison.clusters[1]._repr_html_()


def test_a_match_says_why(comparison: Comparison) -> None:
    html = comparison.matches[0]._repr_html_()
    assert "93\u00a0%" in html
    assert "<td>+1.50</td><td>the rarest words that both have: Alba, aground</td>" in html


def test_hostile_text_is_only_text(hostile: Comparison) -> None:
    for shown in (hostile, hostile.clusters[0], hostile.matches[0]):
        html = shown._repr_html_()
        assert "<script" not in html
        assert "<img" not in html
        assert "\x1b" not in html
        assert "\u202e" not in html


def test_dollars_are_no_formula(comparison: Comparison) -> None:
    assert "mathjax_ignore" in comparison._repr_html_()
