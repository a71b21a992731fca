"""Numbers that are read again and again: how many are still cut off, where a price stood, who was ahead, and when."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.time.times import cannot_coincide, scale, unit_counted
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_SETTINGS = lexicons.parameters("differences")["levels"]
_REACH: int = _SETTINGS["reach"]
_STATE_REACH: int = _SETTINGS["state_reach"]
_NAME_REACH: int = _SETTINGS["name_reach"]
_READ = frozenset({"%", "point", "cent", "vote"})
_BARS = frozenset(";:–—“”")


def are_of_two_moments(pair: Pair, left: Count, right: Count) -> bool:
    """Whether words beside two numbers say that they were read at two moments, or of two at two times."""
    both = (left, right)
    if left.quantity.ordinal or right.quantity.ordinal:
        return False
    still = {_is_still(version, one) for version, one in pair.each(*both)}
    if len(still) > 1 or _are_of_two_readings(pair, left, right) or _are_of_two_quotes(pair, both):
        return True
    return _are_of_two_todays(pair) or (
        all(version.dates for version in pair.versions) and _are_of_two_dates(pair, both)
    )


def _are_of_two_dates(pair: Pair, both: tuple[Count, Count]) -> bool:
    """Whether versions that each name a date tell how things were at two of them, or of two names on two."""
    states = all(_is_state(version, one) for version, one in pair.each(*both))
    if states and _are_dated_apart(pair):
        return True
    return _are_of_two_names(pair, *both) and not _share_a_day(pair)


# ---------------------------------------------------------------- levels


def _is_still(version: Version, count: Count) -> bool:
    """Whether it is said to be one of several in time: "were still cut off", "so far"."""
    around = f" {' '.join(_around(version, count, _REACH))} "
    return any(f" {words} " in around for words in lexicons.ordered("still_words"))


def _around(version: Version, count: Count, reach: int) -> tuple[str, ...]:
    """The words beside a number, up to the end of a sentence or the like on either side."""
    start, stop = count.words.start, count.words.stop
    first = next((at for at in range(start, max(0, start - reach), -1) if _bars(version, at)), max(0, start - reach))
    last = next((at for at in range(stop, min(len(version.forms), stop + reach)) if _bars(version, at)), stop + reach)
    return version.forms[first:last]


def _bars(version: Version, at: int) -> bool:
    return not _BARS.isdisjoint(version.gaps[at])


def _is_state(version: Version, count: Count) -> bool:
    """Whether a verb beside it says how things were: "were without power", "had no electricity"."""
    return not lexicons.words("state_verbs").isdisjoint(_around(version, count, _STATE_REACH))


def _are_dated_apart(pair: Pair) -> bool:
    """Whether each version has a day or a time of day, and none in common with the other."""
    days = [[one for one in version.dates if scale(one) != "long"] for version in pair.versions]
    return all(days) and all(cannot_coincide(one, other) for one, other in product(*days))


# ---------------------------------------------------------------- readings


def _are_of_two_readings(pair: Pair, left: Count, right: Count) -> bool:
    """Whether only one price or count is told of the first part of a session: "in early trading", "closed higher"."""
    if left.quantity.unit not in _READ or right.quantity.unit not in _READ:
        return False
    around = (_around(version, one, _REACH) for version, one in pair.each(left, right))
    first = [not lexicons.words("first_moments").isdisjoint(words) for words in around]
    return first[0] != first[1]


def _are_of_two_quotes(pair: Pair, both: tuple[Count, Count]) -> bool:
    """Whether prices or rates are quoted on two days, or prices of shares at moments that nobody knows."""
    prices = all(_is_price(pair, side, one) for side, one in zip(SIDES, both, strict=True))
    return prices or _are_quoted_on_two_days(pair, both)


def _are_quoted_on_two_days(pair: Pair, both: tuple[Count, Count]) -> bool:
    """Whether reports of two days each say where a price or a rate stood, and name no day in common."""
    if not _are_published_apart(pair) or _share_a_day(pair) or any(one.quantity.unit is None for one in both):
        return False
    around = (_around(version, one, _REACH) for version, one in pair.each(*both))
    return all(not lexicons.words("quoting_words").isdisjoint(words) for words in around)


def _are_of_two_todays(pair: Pair) -> bool:
    """Whether reports of two days each name a day counted from their own, and none in common."""
    counted = all(any(unit_counted(one) == "day" for one in version.dates) for version in pair.versions)
    return _are_published_apart(pair) and counted and _are_dated_apart(pair)


def _are_published_apart(pair: Pair) -> bool:
    return None not in pair.published and pair.published[0] != pair.published[1]


# ---------------------------------------------------------------- of two


def _are_of_two_names(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a name before each is nowhere in the other version: "Rossi ahead by 300", "Okafor led by 900"."""
    return _is_of_another(pair, 0, left) and _is_of_another(pair, 1, right)


def _is_of_another(pair: Pair, side: Side, count: Count) -> bool:
    version = pair.versions[side]
    names = [version.indexes(one.span) for one in version.features.names]
    before = [place for place in names if place and 0 < count.words.start - place[-1] <= _NAME_REACH]
    if not before:
        return False
    there = pair.versions[OTHER[side]].stems
    return not any(pair.shares(side, at) or version.stems[at] in there for at in before[-1])


def _is_price(pair: Pair, side: Side, count: Count) -> bool:
    """Whether it is a bare number with a fraction, as prices of shares and their changes are: "88-1/2", "3/4"."""
    return count.quantity.unit is None and not count.counted and "/" in pair.words(side, count.span)


def _share_a_day(pair: Pair) -> bool:
    return any(_is_one_day(one, other) for one, other in product(pair.versions[0].dates, pair.versions[1].dates))


def _is_one_day(left: DateMention, right: DateMention) -> bool:
    """Whether two dates are told to be one, or by the days of their reports may be."""
    if left.key.partition("/")[0] == right.key.partition("/")[0]:
        return True
    resolved = left.earliest and right.earliest and left.latest and right.latest
    return bool(resolved) and not cannot_coincide(left, right)
