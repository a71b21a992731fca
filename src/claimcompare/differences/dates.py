"""Dates of the same act that are not the same.

A conflict takes days or spans that cannot coincide and that date the same thing; a date that one version lacks is told
as well. Where the reports are of different days, the point says that things may have moved on.
"""

from __future__ import annotations

import datetime
import re
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from claimcompare.differences.counts import is_deadline
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.moments import moments
from claimcompare.differences.pairing import bounds, closest, compatible
from claimcompare.differences.speakers import is_channel, main_attribution, same_speaker
from claimcompare.differences.view import OTHER, SIDES, Point
from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Attribution, DateMention, Severity

_SETTINGS = parameters("differences")["dates"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_COPY: float = _SETTINGS["copy"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_SAME_TIME: int = _SETTINGS["same_time"]  # minutes
_OPENING = 2
_ACT_REACH, _CHANNEL_REACH = 5, 2  # words
_MOVED_ON = "the versions are of different days: this may be a development over time"
_AS_OF = {("as", "of"), ("as", "at")}
_DEVELOPING = datetime.timedelta(14)
_DAY = re.compile(r"(?:(?P<year>\d{4})|-)-(?P<month>\d\d)(?:-(?P<day>\d\d))?")
_UP_TO_NOW = re.compile(r"(?:day|week|month|year|decade)s?(?:-1|\+0\?)")  # the past week, recent weeks
_TIME = re.compile(r"time-(?P<hour>\d\d?):(?P<minute>\d\d)(?P<half>[ap]m)")
_WEEKDAY = re.compile(r"weekday-(?P<weekday>\d)(?:/(?P<time>.*))?")


def dates(pair: Pair) -> Iterator[Point]:
    """The points on which two versions date the same act differently, or one does not date it."""
    matched = _matched(pair)
    for left, right, closeness in matched:
        if left.key != right.key:
            yield _difference(pair, left, right, closeness)
    for side in SIDES:
        paired = [one[side] for one in matched]
        for date in pair.read[side].dates:
            if not any(date is one for one in paired) and _telling(pair, side, date):
                yield _lack(pair, side, date)
    yield from moments(pair)


def _difference(pair: Pair, left: DateMention, right: DateMention, closeness: float) -> Point:
    apart = _apart(left, right)
    moved_on = _state_at(pair, 0, left) and _state_at(pair, 1, right)
    certain = apart and not moved_on and _certain(pair, left, right, closeness)
    severity: Severity = "conflict" if certain else "shift" if apart or not _comparable(left, right) else "style"
    return Point(
        kind="date",
        severity=severity,
        left=pair.mark(0, left.span, left.key),
        right=pair.mark(1, right.span, right.key),
        weight=emphasis("date", severity),
        note=_MOVED_ON if moved_on and apart else _development(pair.published),
    )


def _lack(pair: Pair, side: Side, date: DateMention) -> Point:
    marks = [pair.absent(0), pair.absent(1)]
    marks[side] = pair.mark(side, date.span, date.key)
    return Point(kind="date", severity="shift", left=marks[0], right=marks[1], weight=emphasis("date", "lack"))


def _telling(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether its absence is worth a word: it alone dates what both versions tell, and is no length of time."""
    inside = pair.indexes(side, date.span)
    if date.duration is not None or not inside or len(pair.read[side].dates) > 1 or pair.read[OTHER[side]].dates:
        return False
    if inside.start <= _OPENING:  # "On Monday, ..." dates what follows the comma
        return True
    return pair.likeness >= _LEAST_LIKENESS and bool(pair.reached(side, pair.near(side, inside)))


def of_different_days(pair: Pair) -> str | None:
    """A note for versions that each say how things stood on another day ("as of 3 May"); None for others."""
    stated = [[one for one in pair.read[side].dates if _state_at(pair, side, one)] for side in SIDES]
    apart = any(_apart(left, right) for left, right in product(*stated))
    return _MOVED_ON if apart else None


def _state_at(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether the date says for when a figure holds: "as of 3 May"."""
    before = [token.form.lower() for token in pair.tokens(side) if token.end <= date.span.start][-2:]
    return tuple(before) in _AS_OF


def _development(published: tuple[datetime.date | None, datetime.date | None]) -> str | None:
    left, right = published
    if left is None or right is None or abs(left - right) < _DEVELOPING:
        return None
    early, late = sorted((left, right))
    return f"the reports are of {early} and {late}: this may be a development over time"


# ---------------------------------------------------------------- which belong together


def _matched(pair: Pair) -> list[tuple[DateMention, DateMention, float]]:
    """Dates of the two sides that date the same act."""
    lefts, rights = (version.dates for version in pair.read)
    return closest(lefts, rights, partial(_closeness, pair), _CLOSE["enough"])


def _closeness(pair: Pair, left: DateMention, right: DateMention) -> float:
    if not _one_question(left, right):
        return 0.0
    here, there = pair.indexes(0, left.span), pair.indexes(1, right.span)
    closeness = _CLOSE["same_value"] * (left.key == right.key)
    closeness += _CLOSE["same_words"] * bool(pair.reached(0, here) & set(there))
    closeness += _CLOSE["same_point"] * pair.one_slot(here, there)
    closeness += _CLOSE["same_act"] * _same_act(pair, here, there)
    closeness += _CLOSE["alone"] * (_lone(pair, 0, left) and _lone(pair, 1, right))
    closeness -= _CLOSE["same_grain"] * (_scale(left) != _scale(right))
    return closeness + _CLOSE["same_grain"] * (closeness > 0 and _grain(left) == _grain(right))


def _one_question(left: DateMention, right: DateMention) -> bool:
    """Whether both say when, or both by when; "for a week" and "in recent weeks" both say since when."""
    if left.duration is None and right.duration is None:
        return True
    if left.duration is not None and right.duration is not None:
        return is_deadline(left) and is_deadline(right)  # other lengths are numbers
    stretch, length = (left, right) if left.duration is None else (right, left)
    return _preposition(length) == "for" and _UP_TO_NOW.fullmatch(stretch.key) is not None


def _lone(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether it is the only one of its scale in its version."""
    same = [one for one in pair.read[side].dates if _scale(one) == _scale(date)]
    return len(same) == 1


def _grain(date: DateMention) -> str:
    if date.duration is not None:
        return "duration"
    if date.key[:4].isdigit() and date.key[4:5] in ("", ":", "/"):
        return "years" if "/" in date.key else "year"
    found = _DAY.match(date.key)
    return ("day" if found["day"] else "month") if found else date.key.partition("-")[0].partition("+")[0]


def _scale(date: DateMention) -> str:
    """Whether it speaks of a day or so, or of a longer stretch."""
    return "day" if _grain(date) in ("day", "weekday", "weekend") else "time" if _grain(date) == "time" else "long"


def _same_act(pair: Pair, here: range, there: range) -> bool:
    """Whether a content word next to one date corresponds to a word next to the other."""
    if not here or not there:
        return False
    return bool(pair.reached(0, pair.near(0, here)) & set(pair.near(1, there)))


# ---------------------------------------------------------------- whether both can hold


def _apart(left: DateMention, right: DateMention) -> bool:
    """Whether the two cannot be the same day or span."""
    if left.duration is not None and right.duration is not None:
        lengths = [bounds(one.duration, one.duration, one.approximator) for one in (left, right) if one.duration]
        return not compatible(*lengths) if len(lengths) > 1 else left.duration != right.duration
    if left.earliest and left.latest and right.earliest and right.latest:
        if _grain(left) == _grain(right) == "weekday":
            return _weekday(left) != _weekday(right)
        if _grain(left) == _grain(right) == "years":
            return left.key != right.key  # though one season begins in the year in which another ends
        return left.latest < right.earliest or right.latest < left.earliest
    return _parts_apart(left.key, right.key)


def _comparable(left: DateMention, right: DateMention) -> bool:
    """Whether the words can tell that both may be the same day: no lengths, and no "Tuesday" beside "Aug. 8"."""
    if left.duration is not None or right.duration is not None:
        return False
    resolved = left.earliest is not None and right.earliest is not None
    return resolved or (_WEEKDAY.match(left.key) is None) == (_WEEKDAY.match(right.key) is None)


def _weekday(date: DateMention) -> str:
    found = _WEEKDAY.match(date.key)
    return found["weekday"] if found else ""


def _parts_apart(left: str, right: str) -> bool:
    """The same by year, month, day and weekday, as far as both name them."""
    times = [_minutes(key) for key in (left, right)]
    if times[0] is not None and times[1] is not None:
        return abs(times[0] - times[1]) > _SAME_TIME
    for pattern, names in ((_DAY, ("year", "month", "day")), (_WEEKDAY, ("weekday",))):
        here, there = pattern.match(left), pattern.match(right)
        if here and there:
            return any(here[name] and there[name] and here[name] != there[name] for name in names)
    years = [re.match(r"\d{4}", key) for key in (left, right)]
    return bool(years[0] and years[1] and years[0].group() != years[1].group())


def _minutes(key: str) -> int | None:
    """The time of day that a key names, in minutes after midnight."""
    found = _TIME.fullmatch(key)
    if found is None:
        return None
    return int(found["hour"]) % 12 * 60 + int(found["minute"]) + (12 * 60 if found["half"] == "pm" else 0)


def _certain(pair: Pair, left: DateMention, right: DateMention, closeness: float) -> bool:
    """Whether both date the same act: the only calendar day of each, or words at the same point of both."""
    if "?" in left.key + right.key:
        return False
    if left.duration is not None and _preposition(left) != _preposition(right):
        return False
    grains = {_grain(left), _grain(right)}
    if ":" in left.key + right.key and not grains <= {"year", "month", "time"}:
        return False
    if grains == {"day"} and closeness >= _CLOSE["alone"]:
        return True
    if grains == {"weekday"}:
        alone = _lone(pair, 0, left) and _lone(pair, 1, right)
        copies = pair.likeness >= _COPY
        return alone and (copies or _same_word_before(pair, left, right) or _same_saying(pair, left, right))
    return len(grains) == 1 and closeness >= _CLOSE["certain"]


def _same_word_before(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether the very word before both is the same: weekdays date what they follow, and stories name several.

    A name before it is nobody's act, so the word before the name has to be the same then.
    """
    here, there = (_word_before(pair, side, one) for side, one in zip(SIDES, (left, right), strict=True))
    if here is None or there is None or there not in pair.partner(0, here):
        return False
    return pair.partners[0][here].relation not in ("antonym", "context")


def _word_before(pair: Pair, side: Side, date: DateMention) -> int | None:
    inside = pair.indexes(side, date.span)
    before = pair.before(side, inside, _ACT_REACH) if inside else []
    return next((at for at in before if pair.tokens(side)[at].form[0].islower()), None)


def _same_saying(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether both say when one speaker said it: "said on Monday", "in an interview Tuesday"."""
    sayings = [main_attribution(version) for version in pair.read]
    if sayings[0] is None or sayings[1] is None or not same_speaker(sayings[0], sayings[1]):
        return False
    return all(
        _dates_saying(pair, side, date, one)
        for side, date, one in zip(SIDES, (left, right), sayings, strict=True)
        if one is not None
    )


def _dates_saying(pair: Pair, side: Side, date: DateMention, saying: Attribution) -> bool:
    """Whether a date stands within the words of reporting, right behind them, or behind its channel: "interview"."""
    inside, cue = pair.indexes(side, date.span), pair.indexes(side, saying.span)
    if not inside or not cue:
        return False
    if saying.span.covers(date.span):
        return True
    if inside.start >= cue.stop and not any(pair.content[side][at] for at in range(cue.stop, inside.start)):
        return True
    beside = pair.before(side, inside, _CHANNEL_REACH)
    return bool(beside) and is_channel(pair.read[side].forms[beside[0]])


def _preposition(date: DateMention) -> str:
    """What a length of time is measured from: "in four days" is no "for four days"."""
    return date.key.partition("-")[0]
