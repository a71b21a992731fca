"""What a report says of itself in its own words: title, day, place, author and agency, each with its place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from claimcompare import lexicons
from claimcompare.records import Provenance, Report, Span
from claimcompare.text.dates import date_of, dates_in
from claimcompare.text.pagelines import (
    bounds,
    ends_like_a_sentence,
    front_matter,
    furniture_reason,
    heading_text_start,
    is_title_like,
)
from claimcompare.text.paragraphs import paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = 12  # paragraphs within which a page says who, when and where
_DATED = ("a time stamp", "a byline", "a share or view count")
_PLACE = r"[A-Z][A-Z'’. -]{2,30}[A-Z.](?:,\s(?:[A-Z][\w.'’]*[\s-]?){1,3}?)?"
_PLAIN_PLACE = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?:,\s[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+)?)?"
_DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?)"
_DASH = r"\s?(?:--|[–—―-])\s"
_DATELINE = re.compile(
    rf"""
    (?P<place>{_PLACE})(?:,\s(?P<day>{_DAY}))?\s?(?:\((?P<agency>[^()]{{2,40}})\))?{_DASH}
    | (?P<plain>{_PLAIN_PLACE})(?:,\s(?P<plain_day>{_DAY}))?\s?\((?P<plain_agency>[^()]{{2,40}})\)(?:{_DASH}|\s)
    """,
    re.VERBOSE,
)
_DATE_PREFIX = re.compile(rf"(?P<day>{_DAY})\s?(?::|{_DASH})")
_BYLINE = re.compile(
    r"(?:by|written by|posted by|story by|author:)\s+"
    r"(?P<name>(?:[^\W\d_][\w.'’-]*)(?:[ ](?!(?:and|for|in|at|on|of)\b)[^\W\d_][\w.'’-]*){0,3}"
    r"(?:(?:,|\s+and)\s+[^\W\d_][\w.'’-]*[ ][^\W\d_][\w.'’-]*){0,3})",
    re.IGNORECASE,
)
_FRONT_FIELDS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "author": "author",
    "source": "source",
    "publisher": "source",
    "url": "url",
    "link": "url",
    "place": "place",
}
_FRONT_LINE = re.compile(r"(?P<key>[A-Za-z_]+)\s*[:=]\s*(?P<value>.+)")


@frozen
class _Told:
    """One thing that a report says of itself."""

    field: str
    value: Any
    where: str
    span: Span


@cache
def _agencies() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, re.compile(rf"\b(?:{words})\b")) for name, words in lexicons.table("agencies"))


def agency_in(words: str) -> str | None:
    """The wire service that ``words`` name, in its short form."""
    return next((name for name, pattern in _agencies() if pattern.search(words)), None)


def _front_matter_told(text: str) -> Iterator[_Told]:
    span = front_matter(text)
    if span is None:
        return
    for found in _FRONT_LINE.finditer(text, span.start, span.end):
        field = _FRONT_FIELDS.get(found["key"].lower())
        words = found["value"].strip().strip("\"'[]")
        value = date_of(words) if field == "published" else words
        if field and value:
            yield _Told(field, value, "front matter", Span(*found.span("value")))


def _title_told(text: str, paragraphs: list[Span], reasons: list[str | None]) -> Iterator[_Told]:
    """The first line that is no furniture, where it is no sentence and text follows."""
    kept = [span for span, reason in zip(paragraphs, reasons, strict=True) if not reason]
    if len(kept) < 2 or not any(ends_like_a_sentence(span.of(text)) for span in kept[1:]):  # noqa: PLR2004 - title and text
        return
    line = kept[0].of(text)
    start = heading_text_start(line)
    if is_title_like(line[start:], bounds()["longest_headline"]):
        span = Span(kept[0].start + start, kept[0].end)
        yield _Told("title", span.of(text), "headline", span)


def _day_told(words: str, where: str, offset: int) -> Iterator[_Told]:
    for day, span in dates_in(words)[:1]:
        yield _Told("published", day, where, Span(offset + span.start, offset + span.end))


def _dateline_told(text: str, paragraph: Span) -> Iterator[_Told]:
    if prefix := _DATE_PREFIX.match(text, paragraph.start, paragraph.end):
        yield from _day_told(prefix["day"], "date before the first sentence", prefix.start("day"))
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found is None:
        return
    plain = "plain" if found["plain"] else "place"
    credit = "plain_agency" if found["plain"] else "agency"
    agency = agency_in(found[credit] or "")
    # Mixed case is a dateline only with the agency behind it; without, it is any name before a bracket.
    if found["plain"] and not agency:
        return
    yield _Told("place", found[plain].strip(" ,"), "dateline", Span(*found.span(plain)))
    if agency:
        yield _Told("agency", agency, "dateline", Span(*found.span(credit)))
    day = "plain_day" if found["plain"] else "day"
    if found[day]:
        yield from _day_told(found[day], "dateline", found.start(day))


def _line_told(text: str, span: Span, reason: str) -> Iterator[_Told]:
    """What a line of the page's furniture says."""
    line = span.of(text)
    if reason in _DATED:
        yield from _day_told(line, reason, span.start)
    if reason == "a byline" and (found := _BYLINE.match(line)):
        name = Span(span.start + found.start("name"), span.start + found.end("name"))
        yield _Told("author", name.of(text), reason, name)
    if reason in ("a contributor line", "a credit of an agency", "a byline") and (agency := agency_in(line)):
        yield _Told("agency", agency, reason, span)


def _told(text: str) -> Iterator[_Told]:
    yield from _front_matter_told(text)
    start = front_matter(text)
    paragraphs = [span for span in paragraphs_of(text) if start is None or span.start >= start.end]
    near = paragraphs[:_TOP]
    reasons = [furniture_reason(span.of(text)) for span in near]
    yield from _title_told(text, near, reasons)
    for span in [span for span, reason in zip(near, reasons, strict=True) if not reason][:2]:
        yield from _dateline_told(text, span)
    last = [(span, furniture_reason(span.of(text))) for span in paragraphs[_TOP:][-_TOP:]]
    for span, reason in [*zip(near, reasons, strict=True), *last]:
        if reason:
            yield from _line_told(text, span, reason)


def with_what_it_says(report: Report) -> Report:
    """``report`` with what is not known of it yet filled in from its own text."""
    known = {provenance.field for provenance in report.provenance}
    filled: dict[str, Any] = {}
    provenance: list[Provenance] = []
    for told in _told(report.text):
        if told.field in filled or told.field in known or getattr(report, told.field) is not None:
            continue
        filled[told.field] = told.value
        provenance.append(Provenance(field=told.field, where=told.where, span=told.span))
    return evolve(report, provenance=(*report.provenance, *provenance), **filled) if filled else report


def as_read(report: Report) -> Report:
    """The report as reading it from a file gives it: one that comes from no file with what its own text says."""
    return report if report.path is not None else with_what_it_says(report)
