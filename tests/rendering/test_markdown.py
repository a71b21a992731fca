"""Markdown as a common renderer reads it."""

from __future__ import annotations

import re
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.records import Mention, Reading, Span
from claimcompare.rendering.markdown import as_markdown, marked_words
from claimcompare.rendering.marks import Mark, Piece
from claimcompare.rendering.selection import narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.records import Comparison, Severity

markdown_it = pytest.importorskip("markdown_it", reason="markdown-it-py, which comes with rich, is not installed")


def _html(text: str) -> str:
    return str(markdown_it.MarkdownIt("commonmark").enable("table").render(text))


def test_tables_are_read_as_tables(comparison: Comparison) -> None:
    html = _html(as_markdown(comparison))
    assert html.count("<table>") == 2 + 2 * len(comparison.clusters) + 1
    assert "Wednesday with 240 people on board.</td>\n<td>≠</td>\n<td>≠</td>\n<td>≠</td>" in html
    assert "Nobody was hurt</td>\n<td>~</td>\n<td>~</td>\n<td></td>" in html
    assert "<td>Ferry stranded off Port Hallow, The Tide</td>\n<td>3</td>\n<td>1</td>" in html
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


def test_marks_that_touch_leave_one_space(comparison: Comparison) -> None:
    first, *others = comparison.clusters
    number, day, wording = first.differences
    start = comparison.reports[0].text.index("with about 200")
    near = Reading(value="with", mentions=(Mention(claim="c2", span=Span(start, start + len("with"))),))
    touching = evolve(day, readings=(near, *day.readings[1:]))
    text = as_markdown(evolve(comparison, clusters=(evolve(first, differences=(number, touching, wording)), *others)))
    assert "*with* **about 200** people" in text


_STRETCH = re.compile(r"<(?P<tag>em|strong)>(?P<marked>[^<]*)</(?P=tag)>|(?P<plain>[^<]+|<)")


def _seen(markdown: str) -> list[tuple[str, str]]:
    """The words that a renderer makes of Markdown, each stretch with the mark that it has."""
    html = str(markdown_it.MarkdownIt("commonmark").renderInline(markdown))
    found = _STRETCH.finditer(html)
    return _joined((one["tag"] or "", unescape(one["marked"] or one["plain"] or "")) for one in found)


def _joined(stretches: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Neighbours with one mark as one, without spaces and what is not seen."""
    bare = [(tag, "".join(words.replace("\u2060", "").split())) for tag, words in stretches]
    groups = groupby([(tag, words) for tag, words in bare if words], key=lambda one: one[0])
    return [(tag, "".join(words for _, words in group)) for tag, group in groups]


TAGS = {"conflict": "strong", "shift": "em", "style": ""}
SEVERITY = st.sampled_from([None, "conflict", "shift", "style"])


def _piece(text: str, severity: Severity | None) -> Piece:
    span = Span(0, len(text))
    return Piece(text, span, (Mark(span, "wording", severity, 0, 0),) if severity else ())


@pytest.mark.parametrize(
    "stretches",
    [
        [("</script><svg onload=alert(", "shift"), ("6", "conflict"), (")> mill", None)],
        [("alert(", "shift"), ("6", "conflict"), (")", "shift"), ("x", None)],
        [("mill", None), ("(6)", "conflict"), ("s", None)],
        [("cost ", None), ("€5", "shift"), ("m", None)],
        [("“", None), ("held", "shift"), (",”", "conflict"), (" he", None)],
        [("a*", "conflict"), ("*b", "shift")],
    ],
)
def test_marks_are_read_as_marks_where_they_touch(stretches: list[tuple[str, Severity | None]]) -> None:
    assert _seen(marked_words([_piece(*one) for one in stretches])) == _joined(
        (TAGS.get(severity or "", ""), words) for words, severity in stretches
    )


@given(st.lists(st.tuples(st.text("ab6 (.)\"'“”€≠*_<>&;\\`[]!…é", min_size=1, max_size=4), SEVERITY), max_size=6))
def test_marks_are_read_as_marks_around_any_words(stretches: list[tuple[str, Severity | None]]) -> None:
    """Whatever stands in them, and beside them."""
    assert _seen(marked_words([_piece(*one) for one in stretches])) == _joined(
        (TAGS.get(severity or "", ""), words) for words, severity in stretches
    )


def test_words_that_stand_apart_have_marks_and_nothing_else() -> None:
    assert (
        marked_words([_piece("The ", None), _piece("mill", "shift"), _piece(" burned.", None)]) == "The *mill* burned."
    )


def test_reports_with_long_names_have_labels_that_the_first_table_explains(comparison: Comparison) -> None:
    name = "003-0123456789abcdef0123456789"
    long = evolve(comparison.reports[2], id=name)
    claims = tuple(evolve(one, report=name) if one.report == "crew" else one for one in comparison.claims)
    known = {one.id: one for one in claims}
    clusters = tuple(evolve(one, claims=tuple(known[each.id] for each in one.claims)) for one in comparison.clusters)
    renamed = evolve(
        comparison, reports=(*comparison.reports[:2], long), claims=claims, clusters=clusters, origins=(), matches=()
    )
    html = _html(as_markdown(renamed))
    assert f"<td>003</td>\n<td>The Alba hit a sandbank with 240 people on board. [{name}]</td>" in html
    assert html.count(name) == 1


def test_what_is_left_out_or_missing_is_said(comparison: Comparison) -> None:
    some = as_markdown(narrowed(comparison, severities=["conflict"]), comparison)
    assert some.startswith("# 1 of 3 shared claims\n")
    assert "\nNo claim has such a difference.\n" in as_markdown(narrowed(comparison, kinds=["name"]), comparison)
    assert "\nNothing is shared. Pairs less than 50\u00a0% sure are not joined" in as_markdown(
        evolve(comparison, clusters=())
    )


def test_hostile_text_is_only_text(hostile: Comparison) -> None:
    html = _html(as_markdown(hostile))
    for markup in ("<script", "<img", "<a ", "<code", 'javascript:alert(3)"', "</textarea>"):
        assert markup not in html
    assert "&lt;script&gt;" in html
    assert html.count("<tr>") == 1 + 2 + 1 + 1 + 1 + 2 + 1 + 1  # no bar in a text has opened another cell or row
    assert all(row.count("<td>") in {2, 3, 4} for row in html.split("<tr>")[1:] if "<td>" in row)
