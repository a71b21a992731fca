"""Nothing from outside may steer what stands around it."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.rendering.safe import cell, markdown, one_line, visible

anything = st.text(st.characters(codec=None))


def _steers(character: str) -> bool:
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or character in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069"
    )


@given(anything)
def test_what_is_visible_is_as_long_and_steers_nothing(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any(map(_steers, shown))


@given(anything)
def test_with_lines_only_line_breaks_and_tabs_are_left(text: str) -> None:
    left = {character for character in visible(text, lines=True) if _steers(character)}
    assert left <= {"\n", "\r", "\t"}


def test_a_text_keeps_its_lines_where_that_is_asked_for_and_has_spaces_for_them_otherwise() -> None:
    assert visible("a\n\tb\x1b", lines=True) == "a\n\tb␛"
    assert visible("a\n\tb\x1b") == "a  b␛"


@given(anything)
def test_one_line_is_one_line(text: str) -> None:
    assert len(one_line(text).splitlines()) <= 1


def test_terminal_codes_are_seen_and_not_obeyed() -> None:
    assert visible("\x1b[31mred\x07") == "␛[31mred␇"
    assert one_line("a\r\n\tb\u202ec") == "a b\ufffdc"


@pytest.mark.parametrize(
    "text", ["=cmd()", "+1", "-1", "@SUM(A1)", " =1", "\t=1", '"=1"', "'=1", "＝1", "|calc", "%0A=1", "−1"]
)
def test_no_cell_is_a_formula(text: str) -> None:
    assert cell(text).startswith("'")


def test_what_follows_a_semicolon_is_no_formula_either() -> None:
    assert cell("a;=cmd()") == "a;'=cmd()"


@pytest.mark.parametrize("text", ["five", "“Five” fell", "4 - 3 = 1", "a; b", "(-1)"])
def test_a_plain_cell_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_markdown_is_escaped() -> None:
    assert markdown("a | b <i> [x](y) `c` *d* _e_") == r"a \| b \<i\> \[x\](y) \`c\` \*d\* \_e\_"
    assert markdown("http://x.example www.y.example me@z.example") == r"http\://x.example www\.y.example me\@z.example"
