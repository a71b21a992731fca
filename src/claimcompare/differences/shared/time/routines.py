"""How often a thing is done: "once a week", "three times a month", "every two weeks", "daily"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.versions import KEPT
from claimcompare.lexicons.measures import days_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Quantity

_EVERY = "every"
_TIMES = "times"
_LOOSE: float = lexicons.parameters("differences")["routines"]["loose"]


@frozen
class Routine:
    """How many times a day at least and at most, and its words; "daily" may be a few times a day."""

    words: range
    low: float
    high: float


@lru_cache(maxsize=KEPT)
def routines(version: Version) -> tuple[Routine, ...]:
    """Each routine that a version tells of, in the order of its words."""
    if _words().isdisjoint(version.forms):
        return ()
    found: list[Routine] = []
    for at in range(len(version.forms)):
        one = _routine(version, at) if not found or at >= found[-1].words.stop else None
        if one is not None:
            found.append(one)
    return tuple(found)


@cache
def _words() -> frozenset[str]:
    return frozenset(lexicons.rows("routine_words")) | lexicons.rows("routine_counts").keys() | {_EVERY, _TIMES, "each"}


def _routine(version: Version, at: int) -> Routine | None:
    """The routine that begins with a word."""
    form = version.forms[at]
    counts, units = lexicons.rows("routine_counts"), lexicons.rows("routine_words")
    if form in counts:
        return _by(version, at, range(at, at + 1), float(counts[form]))
    if form in (_EVERY, "each"):
        days, stop = _period(version, at + 1)
        loose = _LOOSE if stop == at + 2 else 1.0  # "every day", and not "every ten minutes"
        return Routine(range(at, stop), 1 / days, loose / days) if days else None
    if form in units and _is_own_word(version, at):
        days = days_of(units[form])
        return Routine(range(at, at + 1), 1 / days, _LOOSE / days)
    return _counted(version, at)


def _is_own_word(version: Version, at: int) -> bool:
    """Whether "daily" is no part of a name or of a rate: "the Daily Herald", "$20 daily"."""
    return version.features.tokens[at].form.islower() and at not in version.named | version.numbered


def _counted(version: Version, at: int) -> Routine | None:
    """The routine that a number of times opens: "three times a month"."""
    if at not in version.numbered:
        return None
    for one in version.features.quantities:
        words = version.indexes(one.span)
        if words and words[0] == at and one.unit == _TIMES:
            return _of_quantity(version, one, words)
    return None


def _of_quantity(version: Version, one: Quantity, words: range) -> Routine | None:
    days = days_of(one.per or "")
    if days:
        return Routine(words, one.low / days, one.high / days)
    return _by(version, words[0], words, one.low)


def _by(version: Version, start: int, words: range, times: float) -> Routine | None:
    """So many times by a unit: "once a week", "twice weekly", "once every three weeks"."""
    at = words.stop
    unit = lexicons.rows("routine_words").get(version.forms[at]) if at < len(version.forms) else None
    if unit:
        return Routine(range(start, at + 1), times / days_of(unit), times / days_of(unit))
    if at >= len(version.forms) or version.gaps[at] or version.forms[at] not in lexicons.words("routine_openers"):
        return None
    days, stop = _period(version, at + 1)
    return Routine(range(start, stop), times / days, times / days) if days else None


def _period(version: Version, at: int) -> tuple[float, int]:
    """How many days a period has that begins there, and where it ends; no days where none does: "two weeks"."""
    forms = version.forms
    if at >= len(forms) or version.gaps[at]:
        return 0.0, at
    if days := days_of(forms[at]):
        return days, at + 1
    units = days_of(forms[at + 1]) if at + 1 < len(forms) and not version.gaps[at + 1] else 0.0
    return units * _number(version, at), at + 2


def _number(version: Version, at: int) -> float:
    """The number that a word is: three, 3; "every other week" and "every second week" are every two weeks."""
    if version.forms[at] == "other":
        return 2.0
    span = version.features.tokens[at].span
    return next((one.low for one in version.features.quantities if one.span.overlap(span)), 0.0)


@lru_cache(maxsize=KEPT)
def periods(version: Version) -> frozenset[int]:
    """The units of time by which a number is counted behind its noun: "one capsule a day"."""
    units = {one.per for one in version.features.quantities if one.per}
    openers = lexicons.words("routine_openers") if units else ()
    return frozenset(at for at, form in enumerate(version.forms) if form in units and version.form(at - 1) in openers)
