"""Text → paragraphs: the stretches that a reader takes as one piece.

Blank lines end a paragraph; so does the end of a line, unless the line was only wrapped. Headings, list items and
rows of tables that have lines of their own are paragraphs of their own.
"""

from __future__ import annotations

import re
from itertools import pairwise

from claimcompare.lexicons import parameters
from claimcompare.records import Span

_Stretch = tuple[int, int]

_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BULLET = re.compile(r"[•·▪◦‣⁃●○■□➢➤✓✔*+–—-](?:\s|\d)|[•▪◦‣⁃●○■□➢➤✓✔]")
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5})[.)]{1,2}\s")
_SENTENCE_END = re.compile(r"[.?!…:;][\"'”’)\]»]*\s*$")
_BAR = "|"  # between the cells of a table
_CONTINUES = re.compile(r"[\"'“‘(\[]?[a-z]")


def _trimmed(text: str, start: int, end: int) -> _Stretch:
    stretch = text[start:end]
    words = stretch.strip()
    if len(words) == len(stretch):
        return start, end
    left = start + len(stretch) - len(stretch.lstrip()) if words else start
    return left, left + len(words)


def _lines(text: str) -> list[_Stretch]:
    """The lines of ``text``, trimmed; empty stretches for blank ones."""
    stretches = []
    start = 0
    for end in _LINE_END.finditer(text):
        stretches.append(_trimmed(text, start, end.start()))
        start = end.end()
    stretches.append(_trimmed(text, start, len(text)))
    return stretches


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    return len(line) + 1 + len(following.split(None, 1)[0]) > width


def _wrap_width(lines: list[str]) -> int:
    """The column at which the text was wrapped, 0 where it was not: most line ends have to come of full lines."""
    widest = max((len(line) for line in lines if " " in line and "://" not in line and line[0] != _BAR), default=0)
    bounds = parameters("paragraphs")
    if not bounds["narrowest_wrap"] <= widest <= bounds["widest_wrap"]:
        return 0
    inner = [(line, following) for line, following in pairwise(lines) if line and following]
    full = sum(_is_full(line, following, widest) for line, following in inner)
    return widest if full > 1 and full >= bounds["full_share"] * len(inner) else 0


def _is_wrapped(line: str, following: str, width: int, ends_later: bool) -> bool:
    """Whether the line end between the two is only there because the line was full."""
    if _BULLET.match(following) or _is_row(line, following):
        return False
    if width and _is_full(line, following, width):
        return True
    if _NUMBERED.match(following):
        return False
    return ends_later and not _SENTENCE_END.search(line) and bool(_CONTINUES.match(following))


def _is_row(line: str, following: str) -> bool:
    """Whether one of the two lines is a row of a table, which is never wrapped."""
    return _BAR in (line[0], following[0]) or (_BAR in line and _BAR in following)


def _joined(text: str, run: list[_Stretch], width: int) -> list[_Stretch]:
    """Lines without a blank one between them → paragraphs."""
    if len(run) == 1:
        return run
    lines = [text[start:end] for start, end in run]
    last_end = max((at for at, line in enumerate(lines) if _SENTENCE_END.search(line)), default=-1)
    paragraphs = [run[0]]
    for at in range(1, len(run)):
        if _is_wrapped(lines[at - 1], lines[at], width, at <= last_end):
            paragraphs[-1] = (paragraphs[-1][0], run[at][1])
        else:
            paragraphs.append(run[at])
    return paragraphs


def paragraphs_of(text: str) -> tuple[Span, ...]:
    """The paragraphs of ``text``, without the white space around them; none is empty."""
    lines = _lines(text)
    width = _wrap_width([text[start:end] for start, end in lines])
    paragraphs: list[_Stretch] = []
    run: list[_Stretch] = []
    for line in [*lines, (len(text), len(text))]:
        if line[0] < line[1]:
            run.append(line)
        elif run:
            paragraphs.extend(_joined(text, run, width))
            run = []
    return tuple(Span(start, end) for start, end in paragraphs)
