"""Text → quotations: the words in quotation marks, also where a mark was lost or turned round."""

from __future__ import annotations

import bisect
import re
from typing import TYPE_CHECKING

from claimcompare.records import Quotation, Span
from claimcompare.text.normal import normal_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# A paragraph ends a quotation: news style opens each paragraph of a long one anew and leaves the others open. One that
# opens with no mark and closes what the one before it left open goes on with it.
_PARAGRAPH = re.compile(r"[^\n\r]+")
_WORD = re.compile(r"\S")
_MARK = re.compile(r"[“”„«»\"]|(?<![\w’'‘])‘(?=\w)|(?<=[\w.,!?…])’(?![\w])")
_DOUBLE = re.compile(r"[“”„«»\"‘]|``|''")
# Straight single marks are apostrophes too: they quote only in pairs, around words, where there are no other marks.
_SINGLE = re.compile(r"(?<![\w'])'(?P<words>\w(?:[^'\n]|(?<=\w)'(?=\w)){1,300}?[\w.,!?])'(?!\w)")
_SENTENCE_END = re.compile(r"[.!?](?=\s+[A-Z“\"])")
_CLOSED = re.compile(r"[\"”»]")
_OPENING, _CLOSING = "“„«", "”»"


def quotations_of(text: str) -> tuple[Quotation, ...]:
    """Every quotation of a report, in order, the marks left out."""
    found: list[Quotation] = []
    unclosed = False
    for paragraph in _PARAGRAPH.finditer(text):
        if "'" in paragraph.group() and not _DOUBLE.search(paragraph.group()):
            found += [
                Quotation(span=Span(*_shifted(one.span("words"), paragraph.start())))
                for one in _SINGLE.finditer(paragraph.group())
            ]
        elif _MARK.search(paragraph.group()) or "``" in paragraph.group() or "''" in paragraph.group():
            normal = normal_text(paragraph.group(), paragraph.start())
            quoted = list(_quoted(normal.text, unclosed))
            unclosed = bool(quoted) and not quoted[-1][2] and quoted[-1][1] == len(normal.text.rstrip())
            found += [
                Quotation(span=normal.span(start, end), closed=closed) for start, end, closed in quoted if end > start
            ]
    return tuple(found)


def _shifted(span: tuple[int, int], by: int) -> tuple[int, int]:
    return span[0] + by, span[1] + by


def quotations_in(quotations: Sequence[Quotation], span: Span) -> tuple[Quotation, ...]:
    """The quotations that reach into ``span``, each in full."""
    first = bisect.bisect_right(quotations, span.start, key=lambda one: one.span.end)
    last = bisect.bisect_left(quotations, span.end, key=lambda one: one.span.start)
    return tuple(quotations[first:last])


def _quoted(paragraph: str, unclosed: bool) -> Iterator[tuple[int, int, bool]]:
    """Start, end and closedness of each quotation; single marks inside double ones are part of it.

    ``unclosed`` says that the paragraph before this one ends in a quotation, which its first mark may close.
    """
    opened: tuple[int, str] | None = None
    for found in _MARK.finditer(paragraph):
        mark, at = found.group(), found.start()
        if unclosed and mark not in "‘’":
            unclosed = False
            if mark not in _OPENING and not _opens(paragraph, at):
                opened = (len(paragraph) - len(paragraph.lstrip()), mark)
        if opened is None:
            if mark != "’" and (mark in _OPENING or mark == "‘" or _opens(paragraph, at) or _may_open(paragraph, at)):
                opened = (_first_word(paragraph, found.end()), mark)
            continue
        if mark in "‘’" and opened[1] != "‘":
            continue
        if (opened[1] == "‘") != (mark == "’"):
            if opened[1] == "‘" and mark != "’":
                opened = (found.end(), mark) if _opens(paragraph, at) else None
            continue
        if _opens(paragraph, at) and mark not in _CLOSING and mark != "’":
            yield opened[0], _lost_end(paragraph, opened[0], at), False
            opened = (found.end(), mark)
        else:
            yield opened[0], _last_word_end(paragraph, at), True
            opened = None
    if opened is not None and opened[1] != "‘":
        yield opened[0], len(paragraph.rstrip()), False


def _opens(paragraph: str, at: int) -> bool:
    """Whether the mark at ``at`` comes before a word and not after one, as an opening mark does."""
    before = paragraph[at - 1 : at]
    after = paragraph[at + 1 : at + 2]
    return (
        (not before or before.isspace() or before in "([—–-")
        and bool(after)
        and not after.isspace()
        and after not in ".,;"
    )


def _may_open(paragraph: str, at: int) -> bool:
    """Whether a straight mark that stands apart from the words on both sides can open: another one has to close it."""
    apart = not paragraph[at - 1 : at].strip() and paragraph[at + 1 : at + 2].isspace()
    return paragraph[at] == '"' and apart and (at == 0 or _CLOSED.search(paragraph, at + 1) is not None)


def _first_word(paragraph: str, start: int) -> int:
    found = _WORD.search(paragraph, start)
    return found.start() if found else len(paragraph)


def _last_word_end(paragraph: str, end: int) -> int:
    while end and paragraph[end - 1].isspace():
        end -= 1
    return end


def _lost_end(paragraph: str, start: int, limit: int) -> int:
    """Where a quotation that was never closed most likely ended: with its sentence."""
    found = _SENTENCE_END.search(paragraph, start, limit)
    return found.end() if found else start + len(paragraph[start:limit].rstrip())
