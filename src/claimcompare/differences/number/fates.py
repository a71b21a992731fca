"""What befell the people who are counted: "14 dead", "killing 14 people", "the toll stood at 14" are of one fate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.counts import Count, counts_of
from claimcompare.differences.shared.plurals import singular
from claimcompare.text.marks import CLAUSE_BARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = lexicons.parameters("differences")["fates"]
_BEHIND: int = _SETTINGS["behind"]
_BEFORE: int = _SETTINGS["before"]


def are_of_one_fate(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count people of whom nothing is said but what befell them, and that is one."""
    fate = fate_of(pair.read[0], left)
    return fate is not None and fate == fate_of(pair.read[1], right)


def are_lone_of_one_fate(pair: Pair, left: Count, right: Count) -> bool:
    """Whether each is, besides, the only number of its version for whom that befell."""
    fate = fate_of(pair.read[0], left)
    return are_of_one_fate(pair, left, right) and all(
        sum(fate_of(version, one) == fate for one in counts_of(version)) == 1 for version in pair.read
    )


def fate_of(version: Version, count: Count) -> str | None:
    """What befell those whom a number counts; None where other words say who they are, or nothing does what befell."""
    if count.quantity.unit is not None or count.quantity.ordinal or count.quantity.high < 1.0:
        return None
    counted = [version.forms[at] for at in count.counted]
    named = _first_fate(counted)
    if named or not counted or not _are_anybody(counted):
        return named
    stop = max(count.words.stop, max(count.counted) + 1)
    return _first_fate(_behind(version, stop)) or _first_fate(_before(version, count.words.start))


def _are_anybody(counted: Iterable[str]) -> bool:
    return {singular(form) for form in counted} <= lexicons.words("people_words")


def _first_fate(forms: Iterable[str]) -> str | None:
    fates = lexicons.sorts("fates")
    return next((fates[form] for form in forms if form in fates), None)


def _behind(version: Version, stop: int) -> Iterable[str]:
    """The words behind a number and what it counts, up to a bar or another number."""
    for at in range(stop, min(len(version.forms), stop + _BEHIND)):
        if at in version.numbered or not CLAUSE_BARS.isdisjoint(version.gaps[at]):
            return
        yield version.forms[at]


def _before(version: Version, start: int) -> Iterable[str]:
    for at in range(start - 1, max(-1, start - 1 - _BEFORE), -1):
        if at in version.numbered or not CLAUSE_BARS.isdisjoint(version.gaps[at + 1]):
            return
        yield version.forms[at]
