"""Counts that go on: a toll of noon and one of the evening, this year's and last year's, contradict nothing."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.levels import are_of_two_moments
from claimcompare.differences.number.read.spans import are_of_two_spans
from claimcompare.differences.number.units import in_unit_of, is_same_figure
from claimcompare.differences.shared.time.days import stretches_of
from claimcompare.differences.shared.time.times import cannot_coincide, is_past, scale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention

_SETTINGS = lexicons.parameters("differences")["running"]
_BESIDE: int = _SETTINGS["beside"]
_RISE_REACH: int = _SETTINGS["rise_reach"]
_BOUND_REACH: int = _SETTINGS["bound_reach"]
_PERIOD_REACH: int = _SETTINGS["period_reach"]
_SINCE = "since"
_BEFORE = "before"
_NOTE = "the versions may count up to two times: this may be a development"


def note_of_two_times(pair: Pair, left: Count, right: Count) -> str | None:
    """A note for numbers that words beside them give for two times, or that rise from one to the other; or None."""
    told = (
        _has_risen(pair, left, right)
        or _has_lasted_on(pair, left, right)
        or _are_of_two_periods(pair, left, right)
        or are_of_two_spans(pair, left, right)
    )
    return _NOTE if told or are_of_two_moments(pair, left, right) else None


def _has_risen(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count what is counted again and again, and the words say that the lower was the earlier."""
    here, there = in_unit_of(left.quantity, right.quantity), right.quantity
    if left.unit_days or is_same_figure(left.quantity, right.quantity):  # 52,000 acres and hectares are mixed up
        return False
    if not (_is_running(pair.versions[0], left) and _is_running(pair.versions[1], right)):
        return False
    sides = (0, 1) if here.low <= there.low else (1, 0)
    low, high = ((pair.versions[side], (left, right)[side]) for side in sides)
    bound = _is_bound(low[0])
    rises = _rises_to(*low) < _rises_to(*high)
    return rises or (bound is not None and bound != _is_bound(high[0]))


def _has_lasted_on(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the later report gives the longer time, by no more than the days between the reports."""
    if not (left.unit_days and right.unit_days) or None in pair.published:
        return False
    days = (pair.published[1] - pair.published[0]).days if pair.published[0] and pair.published[1] else 0
    longer = right.quantity.low - left.quantity.low
    return longer * days > 0 and abs(longer) <= abs(days)


def _is_running(version: Version, count: Count) -> bool:
    start, stop = count.words.start, count.words.stop
    around = version.forms[max(0, start - _BESIDE) : stop + _BESIDE]
    return not lexicons.words("running_counts").isdisjoint(around)


def _rises_to(version: Version, count: Count) -> bool:
    """Whether it is what a count rose to: "the toll rose to eight"."""
    before = version.forms[max(0, count.words.start - _RISE_REACH) : count.words.start]
    return not lexicons.words("rising_words", "raising_words").isdisjoint(before)


def _is_bound(version: Version) -> str | None:
    """By when a version counts: the "noon" of "by noon", the "match" of "before the match"; None where it says none."""
    bounds, forms = lexicons.words("time_bounds"), version.forms
    behind = (
        forms[at]
        for opener, word in enumerate(forms)
        if word in bounds
        for at in range(opener + 1, min(len(forms), opener + 1 + _BOUND_REACH))
        if at in version.dated or word == _BEFORE
    )
    return next(behind, None)


# ---------------------------------------------------------------- periods


def _are_of_two_periods(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is of a month or year that is not the other's, or of a past one and the other of none."""
    here, there = (
        [one for one in version.dates if one.duration is None and scale(one) == "long"] for version in pair.versions
    )
    if _are_of_two_runs_of_days(*pair.versions):
        return True
    if here and there:
        return all(cannot_coincide(one, other) for one in here for other in there) or _ranked_since(pair, left, right)
    return _is_of_past(here or there) or _ranked_since(pair, left, right)


def _are_of_two_runs_of_days(left: Version, right: Version) -> bool:
    """Whether a version tells of days from end to end, and the other names days of which it may mean none."""
    if not (stretches_of(left) or stretches_of(right)):
        return False
    days = [[one for one in version.dates if scale(one) == "day"] for version in (left, right)]
    return all(days) and all(cannot_coincide(one, other) for one, other in product(*days))


def _is_of_past(dates: Sequence[DateMention]) -> bool:
    return any(is_past(one) for one in dates)


def _ranked_since(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two ranks are counted from two points: "the third this year", "the fifth since the war"."""
    if not (left.quantity.ordinal and right.quantity.ordinal):
        return False
    periods = [_period(pair.versions[0], left), _period(pair.versions[1], right)]
    return periods[0] != periods[1]


def _period(version: Version, rank: Count) -> frozenset[str]:
    """The keys of the dates behind a rank, and a "since"."""
    behind = range(rank.words.stop, min(len(version.forms), rank.words.stop + _PERIOD_REACH))
    since = {_SINCE} if _SINCE in version.forms[behind.start : behind.stop] else set()
    dates = {one.key for one in version.dates if scale(one) == "long" and set(version.indexes(one.span)) & set(behind)}
    return frozenset(since | dates)
