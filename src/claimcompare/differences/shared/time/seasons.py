"""Seasons of the year, with their year, counted from that of the report, or alone: "spring of 2019", "next spring"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare.lexicons.measures import words_with

if TYPE_CHECKING:
    from claimcompare.records import DateMention

_NAMES = "|".join(sorted(words_with("S")))
_SEASON = re.compile(rf"(?P<year>\d{{4}})?:?(?P<name>{_NAMES})(?P<shift>[+-]\d)?")


def is_season(date: DateMention) -> bool:
    """Whether it is a season of no year that is named."""
    found = _SEASON.fullmatch(date.key)
    return found is not None and found["year"] is None


def shift_of_season(date: DateMention) -> int | None:
    """How many years from that of the report: 0 for "this spring"; None for what is not counted from there."""
    found = _SEASON.fullmatch(date.key)
    return int(found["shift"]) if found and found["shift"] else None


def seasons_apart(left: DateMention, right: DateMention) -> bool | None:
    """Whether two seasons cannot be one, as "the summer" may be "this summer"; None where one is no season."""
    here, there = _SEASON.fullmatch(left.key), _SEASON.fullmatch(right.key)
    if here is None or there is None:
        return None
    if here["name"] != there["name"]:
        return True
    return any(None not in (here[of], there[of]) and here[of] != there[of] for of in ("year", "shift"))
