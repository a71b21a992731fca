"""Reports → blocks: every line and paragraph of a page with its role, so that only the report itself is compared.

A line is furniture by its own form (a share count, a byline), by what is around it (the titles after the last
sentence of the report), or because several reports have it and it is no sentence. Nothing is cut away: a block keeps
its place in the text and says why it was left out.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, takewhile
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.lexicons import ordered
from claimcompare.records import Block, Report, Span
from claimcompare.text.pagelines import (
    bounds,
    ends_like_a_sentence,
    front_matter,
    furniture_reason,
    heading_text_start,
    is_title_like,
    mastheads,
)
from claimcompare.text.paragraphs import paragraphs_of
from claimcompare.text.titles import gap_after_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.records import Role

_NAMES, _CREDITING = "|".join(ordered("shortcodes")), "|".join(ordered("credit_words"))
_SHORTCODE = rf"\[/?(?:[a-z]+_[\w-]+|{_NAMES})(?:\s[^\]\n]*)?\]"
_AT_START = re.compile(rf"(?:{_SHORTCODE}\s*)+(?=\S)", re.IGNORECASE)
_CREDITS = rf"[(\[](?:additional )?(?:{_CREDITING}) by\b[^()\[\]]*[)\]]"
_AT_END = re.compile(rf"(?<=\S)\s*((?:{_SHORTCODE}\s*)+|{_CREDITS})$", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_TABLE_RULE = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?")
_FIGURE = re.compile(r"\d\S*")
_ONE_LINE_END = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")


def _pieces(text: str, span: Span, title: str | None) -> Iterator[Span]:
    """A paragraph, without the title, shortcodes and credits at its ends, which are pieces of their own."""
    start, end = span.start, span.end
    if title and (gap := gap_after_title(text, span, title)):
        yield Span(start, gap.start)
        start = gap.end
    if text[start] == "[" and (found := _AT_START.match(text, start, end)):
        yield Span(start, start + len(found.group().rstrip()))
        start = found.end()
    if text[end - 1] in ")]" and (found := _AT_END.search(text, start, end)):
        yield Span(start, found.start())
        start = found.start(1)
    yield Span(start, end)


def _by_form(report: Report) -> list[Block]:
    """Every piece of a report, as furniture where its form says so and as body otherwise."""
    text = report.text
    blocks = []
    front = front_matter(text)
    if front:
        blocks.append(Block(report=report.id, span=front, role="furniture", reason="front matter"))
    for paragraph in paragraphs_of(text):
        if front and paragraph.start < front.end:
            continue
        for span in _pieces(text, paragraph, report.title):
            reason = furniture_reason(span.of(text))
            role: Role = "furniture" if reason else "body"
            blocks.append(Block(report=report.id, span=span, role=role, reason=reason))
    return blocks


def _without_tables(text: str, blocks: list[Block]) -> list[Block]:
    """Without the rows above and below the rule of a Markdown table; those between bars are known by their own form."""
    rows = {
        row for at in range(len(blocks)) if _is_table_rule(text, blocks[at]) for row in _rows_around(text, blocks, at)
    }
    return [
        _furniture(block, "a row of a table") if at in rows and block.role != "furniture" else block
        for at, block in enumerate(blocks)
    ]


def _is_table_rule(text: str, block: Block) -> bool:
    return block.role == "furniture" and _TABLE_RULE.fullmatch(block.span.of(text)) is not None


def _rows_around(text: str, blocks: list[Block], rule: int) -> Iterator[int]:
    """The line right above a table's rule, and the lines with bars that follow it without a blank one."""
    if rule and _is_row_beside(text, blocks[rule - 1], blocks[rule], blocks[rule - 1]):
        yield rule - 1
    below = range(rule + 1, len(blocks))
    yield from takewhile(lambda at: _is_row_beside(text, blocks[at - 1], blocks[at], blocks[at]), below)


def _is_row_beside(text: str, above: Block, below: Block, row: Block) -> bool:
    gap = text[above.span.end : below.span.start]
    return "|" in row.span.of(text) and _ONE_LINE_END.fullmatch(gap) is not None


def _without_figures(text: str, blocks: list[Block]) -> list[Block]:
    """Without lines and paragraphs that are a table, however it is drawn: many figures, and few words among them."""
    figures = [len(_FIGURE.findall(text, block.span.start, block.span.end)) for block in blocks]
    most = [_is_mostly(count, block.span.of(text)) for count, block in zip(figures, blocks, strict=True)]
    runs = (list(run) for mostly, run in groupby(range(len(blocks)), key=most.__getitem__) if mostly)
    rows = {at for run in runs if sum(figures[row] for row in run) >= bounds()["figures_of_table"] for at in run}
    return [
        _furniture(block, "a table of figures") if at in rows and block.role != "furniture" else block
        for at, block in enumerate(blocks)
    ]


def _is_mostly(figures: int, line: str) -> bool:
    """Whether the figures are a large share of the words of a line."""
    return figures > 0 and 100 * figures >= bounds()["figures_in_hundred_words"] * len(line.split())


def _without_masthead(text: str, blocks: list[Block]) -> list[Block]:
    """Without the line at the top that only names the outlet."""
    top = blocks[: bounds()["blocks_with_masthead"]]
    named = mastheads([block.span.of(text) for block in top], [block.reason for block in top])
    return [_furniture(block, "the name of the outlet") if at in named else block for at, block in enumerate(blocks)]


def _key(text: str, block: Block) -> str:
    return _SPACES.sub(" ", block.span.of(text)).casefold()


def _is_short(text: str, block: Block) -> bool:
    """Whether a block could be a line of the page that other reports have as well: short, and not a sentence."""
    line = block.span.of(text)
    return line.count(" ") < bounds()["longest_shared_line"] and not ends_like_a_sentence(line)


def _shared_lines(reports: Sequence[Report], blocks: Sequence[list[Block]]) -> frozenset[str]:
    """Short lines that two reports or more have."""
    seen: Counter[str] = Counter()
    for report, of_report in zip(reports, blocks, strict=True):
        seen.update({_key(report.text, block) for block in of_report if _is_short(report.text, block)})
    return frozenset(line for line, count in seen.items() if count > 1)


def _furniture(block: Block, reason: str) -> Block:
    return evolve(block, role="furniture", reason=reason)


def _without_shared(text: str, blocks: list[Block], shared: frozenset[str]) -> list[Block]:
    return [
        _furniture(block, "a line that several reports have and that is no sentence")
        if block.role != "furniture" and _is_short(text, block) and _key(text, block) in shared
        else block
        for block in blocks
    ]


def _is_title(text: str, block: Block, longest: int) -> bool:
    line = block.span.of(text)
    return block.role != "furniture" and is_title_like(line[heading_text_start(line) :], longest)


def _without_related(text: str, blocks: list[Block]) -> list[Block]:
    """After the last sentence of the report, titles are those of other stories."""
    longest = bounds()["longest_related_headline"]
    tail = list(takewhile(lambda b: b.role == "furniture" or _is_title(text, b, longest), reversed(blocks)))
    titles = [block for block in tail if block.role != "furniture"]
    if len(tail) == len(blocks) or len(titles) < bounds()["shortest_related_list"]:
        return blocks
    body = blocks[: len(blocks) - len(tail)]
    listed = (b if b.role == "furniture" else _furniture(b, "a list of other stories") for b in reversed(tail))
    return [*body, *listed]


def _as_headline(text: str, block: Block) -> Block:
    """The block as a headline, from its first word on."""
    start = block.span.start + heading_text_start(block.span.of(text))
    return evolve(block, role="headline", span=Span(start, block.span.end))


def _with_headlines(text: str, blocks: list[Block]) -> list[Block]:
    """The title at the top of the report and headings within it, known as such."""
    kept = [at for at, block in enumerate(blocks) if block.role == "body"]
    found = list(blocks)
    for rank, at in enumerate(kept[:-1]):
        longest = bounds()["longest_subheading" if rank else "longest_headline"]
        if _is_title(text, blocks[at], longest):
            found[at] = _as_headline(text, blocks[at])
    return found


def _blocks(report: Report, blocks: list[Block], shared: frozenset[str]) -> list[Block]:
    untabled = _without_figures(report.text, _without_tables(report.text, blocks))
    own = _without_masthead(report.text, untabled)
    alone = _without_shared(report.text, own, shared)
    return _with_headlines(report.text, _without_related(report.text, alone))


def blocks_of(reports: Sequence[Report]) -> tuple[Block, ...]:
    """Every line and paragraph of ``reports``, in their order, with its role; furniture says why."""
    by_form = [_by_form(report) for report in reports]
    shared = _shared_lines(reports, by_form)
    return tuple(
        block for report, blocks in zip(reports, by_form, strict=True) for block in _blocks(report, blocks, shared)
    )
