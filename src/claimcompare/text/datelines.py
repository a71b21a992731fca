"""Paragraph → its dateline: place, day and agency before the first words of a report: "DETROIT, Sept. 5 (AP) - "."""

from __future__ import annotations

import re

from attrs import frozen

from claimcompare.lexicons.measures import words_with
from claimcompare.records import Span
from claimcompare.text.agencies import agency_in

_PLACE = r"[A-Z][A-Z'’. -]{2,30}[A-Z.](?:,\s(?:[A-Z][\w.'’]*[\s-]?){1,3}?)?"
_PLAIN_PLACE = r"[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+){0,2}(?:,\s[A-Z][\w.'’]+(?:\s[A-Z][\w.'’]+)?)?"
DAY = r"(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}(?:,\s\d{4})?|\d{1,2}\s[A-Z][a-z]{2,8}\.?(?:\s\d{4})?)"
DASH = r"\s?(?:--|[–—―-])\s"
_DATELINE = re.compile(
    rf"""
    (?P<place>{_PLACE})(?:,\s(?P<day>{DAY}))?\s?(?:\((?P<agency>[^()]{{2,40}})\))?{DASH}
    | (?P<plain>{_PLAIN_PLACE})(?:,\s(?P<plain_day>{DAY}))?\s?\((?P<plain_agency>[^()]{{2,40}})\)(?:{DASH}|\s)
    | (?P<dated>{_PLAIN_PLACE})(?:,\s(?P<dated_day>{DAY})|\s?\((?P<bracket_day>{DAY})\)){DASH}
    """,
    re.VERBOSE,
)
_WEEKDAY, _MONTH = "W", "M"  # codes of measures.tsv


@frozen(kw_only=True)
class Dateline:
    """The dateline of a paragraph.

    Attributes:
        end: where the report itself begins.
        credit: what is in brackets; ``agency`` the wire service that it names, in its short form.
    """

    end: int
    place: Span
    day: Span | None
    credit: Span | None
    agency: str | None


def dateline_of(text: str, paragraph: Span) -> Dateline | None:
    """The dateline that the paragraph starts with, if it has one."""
    found = _DATELINE.match(text, paragraph.start, paragraph.end)
    if found is None:
        return None
    if found["dated"] or _is_day(found["agency"] or found["plain_agency"] or ""):
        return _dated(found)
    kind = "plain_" if found["plain"] else ""
    agency = agency_in(found[f"{kind}agency"] or "")
    # Mixed case is a dateline only with the agency after it; without, it is any name before a bracket.
    if found["plain"] and not agency:
        return None
    return Dateline(
        end=found.end(),
        place=Span(*found.span("plain" if found["plain"] else "place")),
        day=_span(found, f"{kind}day"),
        credit=_span(found, f"{kind}agency"),
        agency=agency,
    )


def _dated(found: re.Match[str]) -> Dateline | None:
    """The dateline that a place and a day make without an agency; None where a weekday stands for the place."""
    place = next(name for name in ("dated", "place", "plain") if found[name])
    days = ("dated_day", "bracket_day", "agency", "plain_agency")
    day = next(name for name in days if found[name])
    if not _is_day(found[day]) or not words_with(_WEEKDAY).isdisjoint(re.findall(r"\w+", found[place].lower())):
        return None
    return Dateline(end=found.end(), place=Span(*found.span(place)), day=_span(found, day), credit=None, agency=None)


def _is_day(words: str) -> bool:
    """Whether words are a day of a month: "March 3", "4 Sept. 2021"."""
    return re.fullmatch(DAY, words) is not None and not words_with(_MONTH).isdisjoint(
        re.findall(r"[a-z]+", words.lower())
    )


def _span(found: re.Match[str], group: str) -> Span | None:
    return Span(*found.span(group)) if found[group] else None
