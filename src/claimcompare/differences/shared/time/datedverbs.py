"""Which verb a date belongs to, as far as the order of the words tells.

A date dates the verb before it in its clause ("declared an emergency in two counties on Tuesday") or, where no verb
comes before it there, the verb after it ("on Tuesday the council met"). An unclear case has no verb: none is better
than the wrong one.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.modals import is_noun
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT
from claimcompare.text.marks import CLAUSE_BARS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import DateMention

_SETTINGS = lexicons.parameters("differences")["datedverbs"]
_BACK: int = _SETTINGS["back"]
_AHEAD: int = _SETTINGS["ahead"]
_ADJACENT: int = _SETTINGS["adjacent"]
_CLEFT = 2  # words: "it was"
_BARS = CLAUSE_BARS | frozenset('“”"')


@lru_cache(maxsize=KEPT)
def acts_of(version: Version) -> dict[DateMention, int]:
    """The verb that each date of a version dates, where that is plain."""
    if not version.dates:
        return {}
    places = [version.indexes(date.span) for date in version.dates]
    found: dict[DateMention, int] = {}
    for number, (date, place) in enumerate(zip(version.dates, places, strict=True)):
        act = _act(version, place)
        if act is None and number and _goes_on(version, places[number - 1], place):
            act = found.get(version.dates[number - 1])
        if act is not None:
            found[date] = act
    return found


def _goes_on(version: Version, before: Sequence[int], place: Sequence[int]) -> bool:
    """Whether a date goes on with the one before it: "shortly after 3 p.m. on Tuesday"."""
    if not before or not place:
        return False
    return 1 <= place[0] - before[-1] <= _ADJACENT and not any(version.gaps[before[-1] + 1 : place[0] + 1])


def _act(version: Version, place: Sequence[int]) -> int | None:
    """The verb that the words of a date belong to."""
    if not place or is_owner(version, place):
        return None
    before = opening_of(version, place[0])
    first = before - (before > 0 and version.form(before - 1) == "not")  # "it was not until Monday that"
    if version.forms[max(0, first - _CLEFT) : first] in _clefts():
        return _act_of_cleft(version, place[-1] + 1)
    last = max(-1, before - 1 - _BACK)
    for at in range(before - 1, last, -1):
        if not _BARS.isdisjoint(version.gaps[at + 1]):
            return _act_ahead(version, place[-1] + 1)
        if _opens_clause(version, at, before):
            break
        if is_verb(version, at):
            return at
    return _act_ahead(version, place[-1] + 1, by_comma=True) if last < 0 or at > last + 1 else None


@cache
def _clefts() -> frozenset[tuple[str, ...]]:
    """The openings "it was" and "it is"."""
    return frozenset(("it", form) for form in lexicons.words("forms_of_be"))


def _act_of_cleft(version: Version, start: int) -> int | None:
    """The verb of what an "it was" dates: "it was on Monday that he resigned", "it was 6 a.m. before he left"."""
    joiners = lexicons.words("cleft_joiners")
    leads = lexicons.words("time_leads") - joiners
    behind = (at for at in range(start, len(version.forms)) if at not in version.dated)
    joiner = next((at for at in behind if version.forms[at] not in leads), None)
    if joiner is None or version.forms[joiner] not in joiners:
        return None
    ahead = range(joiner + 1, min(len(version.forms), joiner + 1 + _AHEAD))
    return next((at for at in ahead if is_verb(version, at)), None)


def _act_ahead(version: Version, start: int, *, by_comma: bool = False) -> int | None:
    """The first verb after a date in its clause; with ``by_comma`` a comma right after the date ends no clause."""
    for at in range(start, min(len(version.forms), start + _AHEAD)):
        barred = not _BARS.isdisjoint(version.gaps[at]) and not (at == start and by_comma)
        joined = at == start and version.forms[at] in lexicons.words("joining_words")
        if barred or joined or version.forms[at] in lexicons.words("clause_starts"):
            return None
        if is_verb(version, at):
            return at if version.form(at - 1) != "to" else None
    return None


def is_owner(version: Version, dated: Sequence[int]) -> bool:
    """Whether the date qualifies a noun: "the Tuesday vote", "Tuesday's vote"."""
    if version.forms[dated[-1]].endswith(("'s", "s'")):
        return True
    behind = dated[-1] + 1
    ends = behind == len(version.forms) or version.gaps[behind] or not version.content[behind]
    return not ends and is_noun(version, dated[0])  # "in the summer" at the end of a clause qualifies nothing


def opening_of(version: Version, first: int) -> int:
    """Where the words of time begin that lead to a date: at the "late on" of "late on Tuesday"."""
    while first and not version.gaps[first] and version.form(first - 1) in lexicons.words("time_leads"):
        first -= 1
    return first


def _opens_clause(version: Version, at: int, before: int) -> bool:
    """Whether a word opens the clause of the words after it; the "and" of "on Monday and Tuesday" does not."""
    joins = at == before - 1 and version.forms[at] in lexicons.words("joining_words") and at - 1 not in version.dated
    return joins or version.forms[at] in lexicons.words("clause_starts")
