"""News agencies and the ways in which reports credit them: ``lexicons/text/agencies.tsv``."""

from __future__ import annotations

import re
from functools import cache

from claimcompare.lexicons import table


def agency_in(words: str, *, any_case: bool = False) -> str | None:
    """The short name of the first agency of the list that ``words`` credit; None where they credit none."""
    return next((name for name, pattern in _patterns(any_case) if pattern.search(words)), None)


@cache
def _patterns(any_case: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    flags = re.IGNORECASE if any_case else re.NOFLAG
    return tuple((name, re.compile(rf"\b(?:{ways})\b", flags)) for name, ways in table("agencies"))


@cache
def any_agency() -> str:
    """An expression for every way in which any of the agencies is credited."""
    return "|".join(ways for _, ways in table("agencies"))
