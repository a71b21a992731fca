"""Text → sentences: every stop that could end a sentence (``stops``) is put to the ``rules``."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.errors import require
from claimcompare.records import Sentence, Span
from claimcompare.sentences.rules import ends_a_sentence
from claimcompare.sentences.stops import Stop
from claimcompare.text.agencies import any_agency
from claimcompare.text.datelines import dateline_of
from claimcompare.text.normal import normal_text
from claimcompare.text.paragraphs import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcompare.records import Block, Report

_STOP = re.compile(
    r"""
    (?P<mark>(?<![.?!…])[.?!…]++(?:\s\.){0,9})                  # one stop, or several: ?! ... . . .
    (?P<close>[)\]}"'”’»]{0,9}(?:\s[”’»](?=\s|$))?) # what closes with it
    (?:(?P<gap>\s++)|(?=["'“‘(]?[A-Z]))
    (?=(?P<open>["'“‘«(\[{<*_—–-]{0,9}\s?)(?P<next>[$€£¥#@+]?\w[\w'’]{0,40}(?:\.\w{1,20}){0,4}\.?))
    """,
    re.VERBOSE,
)
_ITEM = re.compile(r"(?:(?<=\s)|^)(?:\(?(?P<number>\d{1,2})[.)]{1,2}|\(?(?P<letter>[a-h])[.)])\s+(?=[A-Z\"“‘])")
_DATE = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s)?[A-Z][a-z]{2,8}\.?\s\d{1,2},\s\d{4}"
_DATE_AT_END = re.compile(rf"(?<=[^\W\d_]\s){_DATE}$")  # a title and its date
_DATE_AT_START = re.compile(rf"{_DATE}\s(?=[A-Z][a-z]*\s)")  # a date and the report
_PLACE = r"[A-Z][A-Z'’.-]{3,20}(?:\s[A-Z][A-Z'’.-]{1,20}){0,2}(?:,\s(?:[A-Z][\w.]{0,20}\s?){1,3})?"
_INLINE_BULLET = re.compile(r"(?:(?<=\s)|^)[•⁃▪◦‣●](?=\s?\w)")
_HAS_ITEMS = re.compile(r"1[.)]|a[.)]|[•⁃▪◦‣●]")
_LEFT_BEHIND = re.compile(r"(?<=[.?!…])\s+[\"“”'’]\s?[.?!…]+\s*$")  # … in the valley. “.
_BREAK = re.compile(r"\W")
_WORD_PART = re.compile(r"[^\W_]")
_LONGEST_WORD = 40
_OPENING = "\"'“‘«([{<"


def _item_rank(found: re.Match[str]) -> int:
    return int(found["number"]) if found["number"] else ord(found["letter"]) - ord("a") + 1


def _numbered_items(text: str) -> list[int]:
    """Where the items of a list inside one paragraph start: 1., 2., 3. or a., b., c., in this order."""
    starts: list[int] = []
    for found in _ITEM.finditer(text):
        if _item_rank(found) == len(starts) + 1:
            starts.append(found.start())
    return starts if len(starts) > 1 else []


def _items(text: str) -> list[int]:
    """Where a paragraph has to be cut because it holds several list items."""
    if not _HAS_ITEMS.search(text):
        return []
    bullets = [found.start() for found in _INLINE_BULLET.finditer(text)]
    return bullets if len(bullets) > 1 else _numbered_items(text)


def _can_stand_before_a_dateline(word: str) -> bool:
    return not word.isupper() and (word[0].isupper() or not word[-1].isalnum())


@cache
def _dateline() -> re.Pattern[str]:
    credit = rf"(?:\((?:{any_agency()})\)\s?)?"
    return re.compile(rf"(?<=\S\s)(?={_PLACE}\s?{credit}(?:--|–|—)\s?[\"“]?[A-Z])")


@cache
def _listed_or_credited() -> re.Pattern[str]:
    """What a new line opens: an item of a list after a colon and a dash, or the credit of a picture."""
    pictures = "|".join(lexicons.ordered("picture_words"))
    return re.compile(rf"(?<=:\s)(?=--\s\S)|(?<=[^.?!:;,]\s)(?=(?:{pictures})s?(?:\scredit)?:\s[A-Z])")


def _datelines(text: str) -> list[int]:
    """Where a dateline ("LONDON — ") follows a title or another report in the same paragraph."""
    if not any(dash in text for dash in ("--", "–", "—")):
        return []
    starts = (found.start() for found in _dateline().finditer(text))
    return [
        at for at in starts if _can_stand_before_a_dateline(text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1])
    ]


def _glued(text: str) -> list[int]:
    """Where a paragraph has to be cut since a line end was lost between two lines of the page."""
    cuts = _datelines(text)
    if text[-1:].isdigit() and (found := _DATE_AT_END.search(text)):
        cuts.append(found.start())
    if found := _DATE_AT_START.match(text):
        cuts.append(found.end())
    if ": " in text:
        cuts.extend(found.end() for found in _listed_or_credited().finditer(text))
    return cuts


def _word_before(text: str, start: int, at: int) -> str:
    """The word of the sentence from ``start`` that ends at ``at``, without the marks that open before it."""
    if at <= start or text[at - 1].isspace():
        return ""
    return text[max(start, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1].lstrip(_OPENING)


def _stop(text: str, start: int, found: re.Match[str], *, in_quotation: bool) -> Stop:
    """The stop that was found; a straight mark with white space on both sides closes where a quotation is open."""
    closes = in_quotation and found["open"] == '" '
    return Stop(
        text=text,
        start=start,
        word=_word_before(text, start, found.start()),
        mark=found["mark"],
        closing=found["close"] + ('"' if closes else ""),
        gap=found["gap"] or "",
        opening="" if closes else found["open"],
        following=found["next"],
        end=found.start("open") + 1 if closes else found.end("close"),
        resume=found.start("next") if closes else found.start("open"),
    )


def _stretches(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence in ``text[first:last]``, a paragraph or a list item of it."""
    start = counted = first
    marks = 0
    for found in _STOP.finditer(text, first, last):
        if found.end() >= last:
            break
        marks += text.count('"', counted, found.end())
        counted = found.end()
        stop = _stop(text, start, found, in_quotation=marks % 2 == 1)
        if ends_a_sentence(stop):
            yield start, stop.end
            start = stop.resume
    yield start, last


def _bounded(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, in pieces where it is too long for a sentence; none is cut inside a word."""
    longest = lexicons.parameters("sentences")["longest"]
    while end - start > longest and (found := _BREAK.search(text, start + longest, end)):
        yield start, found.end()
        start = found.end()
    yield start, end


def _sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """The sentences of a paragraph, as spans of ``text``."""
    normal = normal_text(text[paragraph.start : paragraph.end], paragraph.start)
    cuts = sorted({0, *_items(normal.text), *_glued(normal.text), len(normal.text)})
    stretches = (stretch for first, last in pairwise(cuts) for stretch in _stretches(normal.text, first, last))
    for whole in stretches:
        for start, end in _bounded(normal.text, *whole):
            stretch = normal.text[start:end]
            if _WORD_PART.search(stretch):
                left = len(stretch) - len(stretch.lstrip())
                behind = _LEFT_BEHIND.search(stretch)
                yield normal.span(start + left, start + (behind.start() if behind else len(stretch.rstrip())))


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` as spans of code points, in order; headings and list items count as sentences.

    Raises:
        ArgumentError: ``text`` is not a string.
    """
    require("text", text, "a string", holds=isinstance(text, str))
    return tuple(span for paragraph in paragraphs_of(text) for span in _sentences_in(text, paragraph))


def sentences_of(report: Report, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of ``report``; ``blocks`` are those of this report, and furniture among them has none.

    A report's first sentence begins after its dateline, which says where and when it was written.
    """
    kept = [block for block in blocks if block.role != "furniture"]
    datelines = _ends_of_datelines(report.text, kept)
    return tuple(
        Sentence(report=report.id, span=_behind(datelines.get(span.start), span), index=index, headline=headline)
        for index, (span, headline) in enumerate(_spans(report.text, kept))
    )


def has_sentence(report: Report, blocks: Iterable[Block]) -> bool:
    """Whether ``sentences_of`` finds any, without looking further than the first."""
    return any(True for _ in _spans(report.text, [block for block in blocks if block.role != "furniture"]))


def _spans(text: str, blocks: Iterable[Block]) -> Iterator[tuple[Span, bool]]:
    """The sentences in these blocks, and whether each is of a headline."""
    return ((span, block.role == "headline") for block in blocks for span in _sentences_in(text, block.span))


def _ends_of_datelines(text: str, blocks: Iterable[Block]) -> dict[int, int]:
    """Where the datelines of the first paragraphs end, by where they start."""
    first = [block.span for block in blocks if block.role != "headline"][: lexicons.parameters("sentences")["dated"]]
    datelines = ((span.start, dateline_of(text, span)) for span in first)
    return {start: found.end for start, found in datelines if found}


def _behind(start: int | None, sentence: Span) -> Span:
    """The sentence from ``start`` on, or as it is where it ends before."""
    return sentence if start is None or start >= sentence.end else Span(start, sentence.end)
