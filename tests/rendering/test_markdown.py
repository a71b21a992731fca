"""Markdown as a common renderer reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimcompare.rendering.markdown import as_markdown

if TYPE_CHECKING:
    from claimcompare.records import Comparison

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py, which comes with rich, is not installed")


def _html(text: str) -> str:
    return str(markdown_it.MarkdownIt("commonmark").enable("table").render(text))


def test_tables_are_read_as_tables(comparison: Comparison) -> None:
    html = _html(as_markdown(comparison))
    assert html.count("<table>") == 2 + 2 * len(comparison.clusters) + 1
    assert "<td>1</td>\n<td>●</td>\n<td>●</td>\n<td>●</td>" in html
    assert "<td>brig</td>\n<td>The company blamed a broken chart.</td>" in html
    assert "<h2>1. The ferry Alba ran aground on Wednesday with 240 people on board.</h2>" in html
    assert (
        "<td>The ferry Alba ran aground on <em>Tuesday</em> with <strong>about 200</strong> people on board.</td>"
        in html
    )
    assert "<td>“about 200” (alba) ≠ “240” (brig, crew)</td>" in html
    assert "not in crew" in html


def test_reports_of_one_source_are_named_with_the_reason_and_others_are_not(comparison: Comparison) -> None:
    html = _html(as_markdown(comparison))
    assert "<li>One origin: alba, crew. 41 % of their words stand in both, in order</li>" in html
    assert html.count("One origin") == 1


def test_hostile_text_is_only_text(hostile: Comparison) -> None:
    html = _html(as_markdown(hostile))
    for markup in ("<script", "<img", "<a ", "<code", 'javascript:alert(3)"', "</textarea>"):
        assert markup not in html
    assert "&lt;script&gt;" in html
    assert html.count("<tr>") == 1 + 2 + 1 + 1 + 1 + 2 + 1 + 1  # no bar in a text has opened another cell or row
    assert all(row.count("<td>") in {2, 3, 4} for row in html.split("<tr>")[1:] if "<td>" in row)
