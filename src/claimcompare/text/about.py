"""What a report says of itself in its own words: title, day, place, author and agency, each with its place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from claimcompare.lexicons import rows
from claimcompare.records import Provenance, Report, Span
from claimcompare.text.agencies import agency_in
from claimcompare.text.datelines import DASH, DAY, dateline_of
from claimcompare.text.dates import date_of, dates_in
from claimcompare.text.pagelines import (
    any_role,
    bounds,
    ends_like_a_sentence,
    front_matter,
    furniture_reason,
    heading_text_start,
    is_title_like,
    mastheads,
)
from claimcompare.text.paragraphs import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_DATED = ("a time stamp", "a byline", "a share or view count")
_DATE_PREFIX = re.compile(rf"(?P<day>{DAY})\s?(?::|{DASH})")
_FRONT_LINE = re.compile(r"(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>.+)")


@cache
def _byline() -> re.Pattern[str]:
    """A byline with the names in it, without what they are: "By Ada Quill, staff writer", "By our correspondent"."""
    role = rf"(?:[\w'’.&-]+\s){{0,4}}{any_role()}s?\b"
    return re.compile(
        rf"(?:by|written by|posted by|story by|author:)\s+(?!(?:our|an?|the|staff|special)\s{role})(?!staff\b)"
        r"(?P<name>(?:[^\W\d_][\w.'’-]*)(?:[ ](?!(?:and|for|in|at|on|of)\b)[^\W\d_][\w.'’-]*){0,3}"
        rf"(?:(?:,|\s+and)\s+(?!{role})[^\W\d_][\w.'’-]*[ ][^\W\d_][\w.'’-]*){{0,3}})",
        re.IGNORECASE,
    )


@frozen
class _Found:
    """One thing that a report says of itself."""

    field: str
    value: Any
    where: str
    span: Span


def _in_front_matter(text: str) -> Iterator[_Found]:
    """What the front matter of a Markdown file says."""
    span = front_matter(text)
    if span is None:
        return
    for found in _FRONT_LINE.finditer(text, span.start, span.end):
        field = rows("front_matter_fields").get(found["key"].lower())
        words = found["value"].strip().strip("\"'[]")
        value = date_of(words) if field == "published" else words
        if field and value:
            yield _Found(field, value, "front matter", Span(*found.span("value")))


def _in_title(text: str, paragraphs: list[Span], reasons: list[str | None]) -> Iterator[_Found]:
    """The first line that is no furniture, where it is no sentence and text follows; nor the name of the outlet."""
    named = mastheads([span.of(text) for span in paragraphs], reasons)
    kept = [span for at, (span, why) in enumerate(zip(paragraphs, reasons, strict=True)) if not why and at not in named]
    if len(kept) < 2 or not any(ends_like_a_sentence(span.of(text)) for span in kept[1:]):  # noqa: PLR2004 - title and text
        return
    line = kept[0].of(text)
    start = heading_text_start(line)
    if is_title_like(line[start:], bounds()["longest_headline"]):
        span = Span(kept[0].start + start, kept[0].end)
        yield _Found("title", span.of(text), "headline", span)


def _first_day(words: str, where: str, offset: int) -> Iterator[_Found]:
    """The first full date in ``words``, which start at ``offset``, as the day of publication."""
    for day, span in dates_in(words)[:1]:
        yield _Found("published", day, where, Span(offset + span.start, offset + span.end))


def _in_dateline(text: str, paragraph: Span) -> Iterator[_Found]:
    """The place, agency and day that a paragraph opens with."""
    if prefix := _DATE_PREFIX.match(text, paragraph.start, paragraph.end):
        yield from _first_day(prefix["day"], "date before the first sentence", prefix.start("day"))
    dateline = dateline_of(text, paragraph)
    if dateline is None:
        return
    yield _Found("place", dateline.place.of(text).strip(" ,"), "dateline", dateline.place)
    if dateline.agency and dateline.credit:
        yield _Found("agency", dateline.agency, "dateline", dateline.credit)
    if dateline.day:
        yield from _first_day(dateline.day.of(text), "dateline", dateline.day.start)


def _in_furniture(text: str, span: Span, reason: str) -> Iterator[_Found]:
    """What a line of the page's furniture says."""
    line = span.of(text)
    if reason in _DATED:
        yield from _first_day(line, reason, span.start)
    if reason == "a byline" and (found := _byline().match(line)):
        name = Span(span.start + found.start("name"), span.start + found.end("name"))
        yield _Found("author", name.of(text), reason, name)
    if reason in ("a contributor line", "a credit of an agency", "a byline") and (agency := agency_in(line)):
        yield _Found("agency", agency, reason, span)


def _found_in(text: str) -> Iterator[_Found]:
    """Everything that a text says of its report, what counts most first: a field is filled by the first that has it."""
    yield from _in_front_matter(text)
    start = front_matter(text)
    paragraphs = [span for span in paragraphs_of(text) if start is None or span.start >= start.end]
    top = bounds()["paragraphs_about"]
    near = paragraphs[:top]
    reasons = [furniture_reason(span.of(text)) for span in near]
    yield from _in_title(text, near, reasons)
    for span in [span for span, reason in zip(near, reasons, strict=True) if not reason][:2]:
        yield from _in_dateline(text, span)
    last = [(span, furniture_reason(span.of(text))) for span in paragraphs[top:][-top:]]
    for span, reason in [*zip(near, reasons, strict=True), *last]:
        if reason:
            yield from _in_furniture(text, span, reason)


def with_what_it_says(report: Report) -> Report:
    """``report`` with what is not known of it yet filled in from its own text."""
    known = {provenance.field for provenance in report.provenance}
    filled: dict[str, Any] = {}
    provenance: list[Provenance] = []
    for found in _found_in(report.text):
        if found.field in filled or found.field in known or getattr(report, found.field) is not None:
            continue
        filled[found.field] = found.value
        provenance.append(Provenance(field=found.field, where=found.where, span=found.span))
    return evolve(report, provenance=(*report.provenance, *provenance), **filled) if filled else report


def as_read(report: Report) -> Report:
    """The report as reading it from a file gives it: one that comes from no file with what its own text says."""
    return report if report.path is not None else with_what_it_says(report)
