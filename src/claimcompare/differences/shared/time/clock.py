"""Times of day in minutes after midnight."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from claimcompare.records import DateMention

_LOOSE_TIME: int = parameters("differences")["dates"]["loose_time"]
WHOLE_DAY = 24 * 60
_TIME = re.compile(r"time-(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>[ap]m)")
_OPEN_TIME = re.compile(r"time-(?P<hour>\d\d?):(?P<minute>\d\d)")  # "at 9:15", of either half of the day


def minutes_of(date: DateMention) -> int | None:
    """The time of day that a date is, in minutes after midnight."""
    found = _TIME.fullmatch(date.key)
    if found is None:
        return None
    return int(found["hour"]) % 12 * 60 + int(found["minute"]) + (12 * 60 if found["half"] == "pm" else 0)


def times_of(date: DateMention) -> tuple[int, ...]:
    """The minutes after midnight that a time of day may be: two of one that is of either half."""
    minutes, either = minutes_of(date), _OPEN_TIME.fullmatch(date.key)
    if either is None:
        return () if minutes is None else (minutes,)
    early = int(either["hour"]) % 12 * 60 + int(either["minute"])
    return early, early + WHOLE_DAY // 2


def are_exchanged(left: DateMention, right: DateMention) -> bool:
    """Whether two times of one half of a day have the same digits in another order: 3:47, 4:37."""
    here, there = _TIME.fullmatch(left.key), _TIME.fullmatch(right.key)
    if here is None or there is None or here["half"] != there["half"] or left.key == right.key:
        return False
    return sorted(here["hour"] + here["minute"]) == sorted(there["hour"] + there["minute"])


def are_other_minutes(left: DateMention, right: DateMention) -> bool:
    """Whether two times of day are not one, though near: "at 3:10 a.m.", "at 3:14 a.m."; "about 9:50", "at 10:15"."""
    times = minutes_of(left), minutes_of(right)
    if times[0] is None or times[1] is None:
        return False
    loose = left.approximator or right.approximator
    return abs(times[0] - times[1]) > (_LOOSE_TIME if loose else 0)
