"""What befell the people who are counted: "14 dead", "killing 14 people", "the toll stood at 14" are of one fate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import Count, counts_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.text.marks import CLAUSE_BARS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = lexicons.parameters("differences")["fates"]
_BEHIND: int = _SETTINGS["behind"]
_BEFORE: int = _SETTINGS["before"]


_CROWD = "crowd"  # of the fates, who came to see something


def are_of_one_fate(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count people of whom nothing is said but what befell them, and that is one."""
    fate = fate_of(pair.versions[0], left)
    return fate is not None and fate == fate_of(pair.versions[1], right)


def are_of_two_fates(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count people of one name, or of whom nothing is said, whom one thing and another befell."""
    fates = fate_of(pair.versions[0], left), fate_of(pair.versions[1], right)
    if None in fates and left.stems & right.stems and left.quantity.unit is None:
        fates = _fate_beside(pair.versions[0], left), _fate_beside(pair.versions[1], right)
    return None not in fates and fates[0] != fates[1]


def are_lone_of_one_fate(pair: Pair, left: Count, right: Count) -> bool:
    """Whether each is, besides, the only number of its version for whom that befell."""
    fate = fate_of(pair.versions[0], left)
    return are_of_one_fate(pair, left, right) and all(
        sum(fate_of(version, one) == fate for one in counts_of(version)) == 1 for version in pair.versions
    )


def fate_of(version: Version, count: Count) -> str | None:
    """What befell those whom a number counts; None where other words say who they are, or nothing does what befell."""
    if count.quantity.unit is not None or count.quantity.ordinal or count.quantity.high < 1.0:
        return None
    counted = [version.forms[at] for at in count.counted]
    named = _first_fate(counted)
    if named or not counted:
        return named
    fate = _fate_beside(version, count)
    known = _are_of(counted, "people_words") or (fate == _CROWD and _are_of(counted, "people_words", "crowd_words"))
    return fate if known else None


def _fate_beside(version: Version, count: Count) -> str | None:
    """What befell them by the words beside a number and what it counts: the verb right before it, or what is behind."""
    start, stop = count.words.start, max((count.words.stop, *(at + 1 for at in count.counted)))
    adjacent = version.forms[max(0, start - 1) : start]
    return _first_fate((*adjacent, *_behind(version, stop))) or _first_fate(_before(version, start))


def _are_of(counted: Iterable[str], *lists: str) -> bool:
    return {singular(form) for form in counted} <= lexicons.words(*lists)


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
