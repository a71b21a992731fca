"""Days that are only a bound of an act: what is to open "not before May", or "after 4 May", may open in June."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.negators import is_negated, negators_of, sort_of
from claimcompare.differences.shared.time.times import comes_before
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention

_EARLIER, _LATER = "earlier", "later"


def lies_within_bound(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether one is a bound, and the other lies on the side of it on which the act may be, or may lie there."""
    dates = (left, right)
    return any(_may_lie(pair.versions[side], dates[side], dates[OTHER[side]]) for side in SIDES)


def is_one_denied(pair: Pair, dates: tuple[DateMention, DateMention], acts: tuple[int, int]) -> bool:
    """Whether only one act is denied for its date: "did not meet on Monday", but not "did not open until Monday"."""
    denied = [
        is_negated(version, act) and not _open_side(version, date)
        for version, act, date in zip(pair.versions, acts, dates, strict=True)
    ]
    return denied[0] != denied[1]


def _may_lie(version: Version, bound: DateMention, other: DateMention) -> bool:
    sides = _open_side(version, bound)
    order = {_EARLIER: comes_before(other, bound), _LATER: comes_before(bound, other)}
    return sides in order and (order[sides] or not any(order.values()))  # weekdays come again


def _open_side(version: Version, date: DateMention) -> str:
    """On which side of a date its act may be; nothing for a date that is no bound."""
    place = version.indexes(date.span)
    at = place.start - 1
    while at > 0 and version.forms[at] in lexicons.words("definite_words"):
        at -= 1
    if at < 0 or any(version.gaps[at + 1 : place.start + 1]):
        return ""
    pair, word = " ".join(version.forms[max(0, at - 1) : at + 1]), version.forms[at]
    plain, denied = _bounds().get(pair) or _bounds().get(word) or ("", "")
    return denied if _is_denied(version, at) else plain


@cache
def _bounds() -> dict[str, tuple[str, str]]:
    return {words: (plain, denied) for words, plain, denied in lexicons.table("date_bounds")}


def _is_denied(version: Version, at: int) -> bool:
    """Whether a negator stands before it in the clause: "will not open before May", "no earlier than May"."""
    return any(
        one < at and sort_of(version.forms[one]) != "deny" and not any(version.gaps[one + 1 : at + 1])
        for one in negators_of(version)
    )
