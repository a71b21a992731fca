"""What two dates are beside each other: each the only one of its version, one misprinted, or of opposite acts."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.date.bounds import lies_within_bound
from claimcompare.differences.shared.syntax.verbs import ends_period
from claimcompare.differences.shared.time.clock import are_exchanged, minutes_of
from claimcompare.differences.shared.time.datedverbs import acts_of
from claimcompare.differences.shared.time.days import stretches_of
from claimcompare.differences.shared.time.times import (
    grain,
    hours_of,
    names_year,
    scale,
    weekday_of,
)
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES
from claimcompare.lexicons.relations import base, opposed

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_SETTINGS = lexicons.parameters("differences")["dates"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_ROUND: int = _SETTINGS["round_minutes"]
_PAIRS = lexicons.parameters("differences")["datepairs"]
_ACT_REACH: int = _PAIRS["act_reach"]
_ADJACENT: int = _PAIRS["adjacent"]


def is_lone(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether it is the only one of its scale in its version."""
    return _scales(pair.versions[side])[scale(date)] == 1


@lru_cache(maxsize=KEPT)
def _scales(version: Version) -> Counter[str]:
    """How many dates of each scale a version has."""
    return Counter(map(scale, version.dates))


def are_one_time_misprinted(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether two times of day are taken for one: each the only one, with the digits or the minutes of the other."""
    if minutes_of(left) is None:
        return False
    exchanged = are_exchanged(left, right)
    if not exchanged and (not _is_misprint(left, right) or pair.likeness < _LEAST_LIKENESS):
        return False
    if (
        _are_on_two_days(pair, left, right)
        or _are_in_two_zones(pair, left, right)
        or not (is_lone(pair, 0, left) and is_lone(pair, 1, right))
    ):
        return False
    return exchanged or not _are_plain_acts(pair, left, right)


def _is_misprint(left: DateMention, right: DateMention) -> bool:
    """Whether two times of day have the same minutes and other hours, and not such as many have: 10:15, 11:15."""
    times = [minutes_of(one) for one in (left, right)]
    if times[0] is None or times[1] is None:
        return False
    return times[0] % 60 == times[1] % 60 and times[0] % _ROUND != 0


def are_set_apart(pair: Pair, left: DateMention, right: DateMention, *, named: bool = False) -> bool:
    """Whether the words beside them say that they are of two acts, or of two days; not acts of one name, though."""
    if _are_on_two_days(pair, left, right) or _are_in_two_zones(pair, left, right):
        return True
    if lies_within_bound(pair, left, right) or _ends_stretch(pair.versions[0], left) != _ends_stretch(
        pair.versions[1], right
    ):
        return True
    return not named and _are_of_opposites(pair, left, right)


def are_years_apart(left: DateMention, right: DateMention) -> bool:
    """Whether one has a year written that is no neighbour of the other's: reports write none where it is their own."""
    if names_year(left) == names_year(right) or left.earliest is None or right.earliest is None:
        return False
    return abs(left.earliest.year - right.earliest.year) > 1


def _ends_stretch(version: Version, date: DateMention) -> bool:
    """Whether a stretch that is told from end to end begins or ends with it: "the year ended May 31"."""
    place = version.indexes(date.span)
    ends = place.start > 0 and ends_period(version, place.start - 1)
    return ends or any(date is one for stretch in stretches_of(version) for one in stretch)


def _are_of_opposites(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether words before the dates are opposite or of two steps: "opened at 8 a.m.", "close at 10 p.m."."""
    before = [
        {pair.versions[side].stems[at] for at in pair.before(side, place, _ACT_REACH)}
        for side, place in zip(SIDES, (pair.indexes(0, left.span), pair.indexes(1, right.span)), strict=True)
    ]
    return any(opposed(one, other) or _are_two_steps(base(one), base(other)) for one, other in product(*before))


def _are_two_steps(one: str, other: str) -> bool:
    return any((one in early and other in late) or (one in late and other in early) for early, late in _steps())


@cache
def _steps() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    """Bases of acts that come first, and of those that follow them."""
    return tuple((frozenset(early.split()), frozenset(late.split())) for early, late in lexicons.table("steps"))


def _are_plain_acts(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether each dates a verb of its own that says what was done: "left", "arrived", and not "took place"."""
    acts = [acts_of(pair.versions[0]).get(left), acts_of(pair.versions[1]).get(right)]
    forms = [version.forms[act] if act is not None else "" for version, act in pair.each(*acts)]
    light = [form in lexicons.words("happening_verbs") for form in forms]
    return not any(light) or any(
        form in lexicons.words("later_verbs") for form, one in zip(forms, light, strict=True) if not one
    )


def _are_on_two_days(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether two times of day stand beside days that differ: "at 9 a.m. on Monday", "at 10 a.m. on Tuesday"."""
    if not _are_times(left, right):
        return False
    here, there = _day_beside(pair, 0, left), _day_beside(pair, 1, right)
    return here is not None and there is not None and here != there


def _are_times(left: DateMention, right: DateMention) -> bool:
    return grain(left) == grain(right) == "time"


def _are_in_two_zones(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether two times of day are by two clocks: "1900 GMT", "9 p.m. local time", or only one by that of the world."""
    if not _are_times(left, right):
        return False
    zones = _zone(pair, 0, left), _zone(pair, 1, right)
    named = None not in zones or not lexicons.words("world_clocks").isdisjoint(filter(None, zones))
    return named and zones[0] != zones[1]


def _zone(pair: Pair, side: Side, time: DateMention) -> str | None:
    """The zone that is named right behind a time of day."""
    place = pair.indexes(side, time.span)
    behind = pair.versions[side].forms[place.stop : place.stop + 1]
    return next((form for form in behind if form in lexicons.words("clock_zones")), None)


def _day_beside(pair: Pair, side: Side, time: DateMention) -> int | None:
    """The weekday that stands beside a time of day."""
    place = pair.indexes(side, time.span)
    beside = (
        weekday_of(one)
        for one in pair.versions[side].dates
        if one is not time and _distance(place, pair.indexes(side, one.span)) <= _ADJACENT
    )
    return next((day for day in beside if day is not None), None)


def are_other_hours(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether one day is told with hours that do not meet: "on Tuesday at 9 a.m.", "on Tuesday afternoon"."""
    if weekday_of(left) is None or weekday_of(left) != weekday_of(right):
        return False
    here, there = _hours(pair, 0, left), _hours(pair, 1, right)
    return here[1] <= there[0] or there[1] <= here[0]


def _hours(pair: Pair, side: Side, date: DateMention) -> tuple[float, float]:
    """The hours of its day from which and up to which a date may mean, by a time of day beside it or a part of it."""
    place = pair.indexes(side, date.span)
    for one in pair.versions[side].dates:
        if grain(one) == "time" and _distance(place, pair.indexes(side, one.span)) <= _ADJACENT:
            return hours_of(one)
    return hours_of(date)


def _distance(one: range, other: range) -> int:
    return max(one.start - other.stop + 1, other.start - one.stop + 1)
