"""What a value was before: "42 cents vs 76 cents", "fell to 114 million from 140 million"."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = lexicons.parameters("differences")["formervalues"]
_REACH: int = _SETTINGS["reach"]
_AHEAD: int = _SETTINGS["ahead"]
_LEAD: int = _SETTINGS["lead"]
_BEFORE, _FROM, _TO = "before", "from", "to"


def are_then_and_now(pair: Pair, left: Count, right: Count) -> bool:
    """Whether only one of two numbers is told as what was before."""
    return _is_former(pair.versions[0], left) != _is_former(pair.versions[1], right)


def are_both_former(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both are told as what was before."""
    return _is_former(pair.versions[0], left) and _is_former(pair.versions[1], right)


def presents(pair: Pair, left: Count, right: Count) -> tuple[Count, Count] | None:
    """The numbers that two former ones are compared with; None where one is compared with none."""
    here, there = _present_of(pair.versions[0], left), _present_of(pair.versions[1], right)
    return None if here is None or there is None else (here, there)


def _is_former(version: Version, count: Count) -> bool:
    return count in _formers(version)


@lru_cache(maxsize=KEPT)
def _formers(version: Version) -> tuple[Count, ...]:
    """The numbers of a version that are told as what was before."""
    return tuple(
        one for one in counts_of(version) if _lead_to(version, one) == _BEFORE or _present_of(version, one) is not None
    )


def _present_of(version: Version, count: Count) -> Count | None:
    """The number that came after one that is told as what was before; None for a number that is not."""
    lead = _lead_to(version, count)
    earlier = [one for one in counts_of(version) if _is_just_before(one, count)] if lead else []
    fitting = [one for one in earlier if _are_of_one_unit(one, count)]
    if fitting and (lead == _BEFORE or not _counts_own(fitting[-1], count)):
        return fitting[-1]
    return _what_follows(version, count) if lead == _FROM else None


def _lead_to(version: Version, count: Count) -> str:
    """What leads to a former number: words for before ("compared with a loss of"), a versus or a from; else nothing."""
    if count.quantity.ordinal:
        return ""
    start = count.words.start
    for at in range(start, max(0, start - _LEAD), -1):
        led = _comparisons().get(version.form(at - 1), ())
        kind = next((kind for words, kind in led if _ends_with(version, at, words)), "")
        if kind and (kind != _FROM or at == start or version.forms[at] in lexicons.words("articles")):
            return kind
        if version.gaps[at] or at - 1 in version.numbered or is_verb(version, at - 1):
            return ""
    return ""


@cache
def _comparisons() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """The words that lead to a former number, with their kind, by the last of them."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, kind in lexicons.table("comparisons"):
        found.setdefault(words.split()[-1], []).append((tuple(words.split()), kind))
    return found


def _ends_with(version: Version, end: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand right before a token."""
    return version.forms[max(0, end - len(words)) : end] == words


def _is_just_before(one: Count, count: Count) -> bool:
    return 0 < count.words.start - one.words.stop <= _REACH


def _are_of_one_unit(one: Count, other: Count) -> bool:
    """Whether two numbers are in one unit, which may be left out with the second: "to $2 billion from 1.8 billion"."""
    here, there = one.quantity, other.quantity
    return here.unit == there.unit or there.unit is None


def _counts_own(one: Count, count: Count) -> bool:
    """Whether it counts things of its own: "four men from 12 villages"."""
    return count.quantity.unit is None and count.words.stop in count.counted and one.stems.isdisjoint(count.stems)


def _what_follows(version: Version, count: Count) -> Count | None:
    """The number behind a "to" that follows: "from 98 million to 90 million"."""
    behind = range(count.words.stop, count.words.stop + _AHEAD)
    return next(
        (
            one
            for one in counts_of(version)
            if one.words.start in behind and version.form(one.words.start - 1) == _TO and _are_of_one_unit(one, count)
        ),
        None,
    )
