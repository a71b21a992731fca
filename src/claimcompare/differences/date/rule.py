"""Dates of the same act that are not the same.

A conflict takes days or spans that cannot coincide and that date the same thing; a date that one version lacks is
reported as well. Where the reports are of different days, the point says that things may have moved on.
"""

from __future__ import annotations

import datetime
import re
from functools import partial
from typing import TYPE_CHECKING

from claimcompare.differences.date.conflicts import (
    are_beside_one_word,
    are_of_one_verb,
    are_of_two_acts,
    date_one_act,
)
from claimcompare.differences.date.moments import moments
from claimcompare.differences.date.pairs import are_one_time_misprinted, are_other_hours, is_lone
from claimcompare.differences.number.counterparts import counterparts
from claimcompare.differences.number.exempt.running import note_of_two_times
from claimcompare.differences.number.read.counts import is_deadline
from claimcompare.differences.number.values import same_value
from claimcompare.differences.shared.pairing import closest
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.time.clock import are_other_minutes
from claimcompare.differences.shared.time.days import MOVED_ON, is_state_at
from claimcompare.differences.shared.time.times import (
    cannot_coincide,
    date_value,
    grain,
    is_brief,
    may_be_one_date,
    measured_from,
    scale,
)
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons import parameters, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention, Severity

_SETTINGS = parameters("differences")["dates"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_OPENING: int = _SETTINGS["opening"]
_DEVELOPING = datetime.timedelta(_SETTINGS["developing_days"])
_UP_TO_NOW = re.compile(r"(?:day|week|month|year|decade)s?(?:-1|\+0\?)")  # the past week, recent weeks


def dates(pair: Pair) -> Iterator[Point]:
    """The points on which two versions date the same act differently, or one does not date it."""
    matched = _matched(pair)
    for left, right, closeness in matched:
        if _are_told_apart(pair, left, right) and _worth_telling(pair, left, right):
            yield _difference(pair, left, right, closeness)
    for side in SIDES:
        paired = [one[side] for one in matched]
        for date in pair.versions[side].dates:
            if any(date is one for one in paired):
                continue
            vague = _vaguely(pair, side, date)
            if vague is not None or _telling(pair, side, date):
                yield _lack(pair, side, date, vague)
    yield from moments(pair)


def _are_told_apart(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether their words name two dates, or one day with other hours beside it."""
    return left.key != right.key or left.approximator != right.approximator or are_other_hours(pair, left, right)


def _worth_telling(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether both may answer one question: a year of founding and "this month" do where they are at the same point."""
    brief = is_brief(left), is_brief(right)
    other_acts = brief[0] != brief[1] and are_of_two_acts(pair, left, right)  # "lost money in May", "sold it on Monday"
    if (any(brief) and not other_acts) or cannot_coincide(left, right) or may_be_one_date(left, right):
        return True
    here, there = pair.indexes(0, left.span), pair.indexes(1, right.span)
    return pair.one_slot(here, there) or bool(pair.reached(0, here) & set(there))


def _difference(pair: Pair, left: DateMention, right: DateMention, closeness: float) -> Point:
    apart = cannot_coincide(left, right) or are_other_hours(pair, left, right)
    moved_on = is_state_at(pair, 0, left) and is_state_at(pair, 1, right)
    certain = apart and not moved_on and date_one_act(pair, left, right, closeness) and not _counts_go_on(pair)
    other = apart or are_other_minutes(left, right) or not may_be_one_date(left, right)
    severity: Severity = "conflict" if certain else "shift" if other else "style"
    marks = pair.mark(0, left.span, date_value(left)), pair.mark(1, right.span, date_value(right))
    return point("date", severity, marks, note=MOVED_ON if moved_on and apart else _development(pair.published))


def _counts_go_on(pair: Pair) -> bool:
    """Whether the numbers of the versions are of two times: then so may be their dates."""
    return any(
        not same_value(one, other) and note_of_two_times(pair, one, other) for one, other, _ in counterparts(pair)
    )


def _lack(pair: Pair, side: Side, date: DateMention, vague: int | None) -> Point:
    """The date that one version has, and in its place nothing or a vague word of the other."""
    other = OTHER[side]
    here = pair.mark(side, date.span, date_value(date))
    there = pair.absent(other) if vague is None else pair.mark(other, pair.span(other, [vague]))
    return point("date", "shift", left_first(side, here, there), "lack")


def _vaguely(pair: Pair, side: Side, date: DateMention) -> int | None:
    """The "recently" or "soon" that the other version, which has no date, says of the same act."""
    other, inside = OTHER[side], pair.indexes(side, date.span)
    if date.duration is not None or pair.versions[other].dates:
        return None
    acts = pair.reached(side, pair.near(side, inside))
    vague = (at for at, form in enumerate(pair.versions[other].forms) if form in words("vague_times"))
    return next((at for at in vague if acts & set(pair.near(other, [at])) or _one_slot(pair, side, inside, at)), None)


def _one_slot(pair: Pair, side: Side, inside: range, at: int) -> bool:
    return pair.one_slot(*left_first(side, inside, range(at, at + 1)))


def _telling(pair: Pair, side: Side, date: DateMention) -> bool:
    """Whether its absence is worth reporting: it alone dates what both versions say, and is no length of time."""
    inside = pair.indexes(side, date.span)
    if date.duration is not None or len(pair.versions[side].dates) > 1 or pair.versions[OTHER[side]].dates:
        return False
    if inside.start <= _OPENING:  # "On Monday, ..." dates what follows the comma
        return True
    return pair.likeness >= _LEAST_LIKENESS and bool(pair.reached(side, pair.near(side, inside)))


def _development(published: tuple[datetime.date | None, datetime.date | None]) -> str | None:
    left, right = published
    if left is None or right is None or abs(left - right) < _DEVELOPING:
        return None
    early, late = sorted((left, right))
    return f"the reports are of {early} and {late}: this may be a development over time"


# ---------------------------------------------------------------- which belong together


def _matched(pair: Pair) -> list[tuple[DateMention, DateMention, float]]:
    """Dates of the two sides that date the same act."""
    lefts, rights = (version.dates for version in pair.versions)
    return closest(lefts, rights, partial(_closeness, pair), _CLOSE["enough"])


def _closeness(pair: Pair, left: DateMention, right: DateMention) -> float:
    if not _one_question(left, right):
        return 0.0
    other_acts = are_of_two_acts(pair, left, right)
    hours = grain(left) == grain(right) == "time"
    if hours and other_acts and cannot_coincide(left, right) and not are_one_time_misprinted(pair, left, right):
        return 0.0
    here, there = pair.indexes(0, left.span), pair.indexes(1, right.span)
    closeness = _CLOSE["same_value"] * (left.key == right.key)
    closeness += _CLOSE["same_words"] * bool(pair.reached(0, here) & set(there))
    closeness += _CLOSE["same_point"] * pair.one_slot(here, there)
    closeness += _CLOSE["same_act"] * are_beside_one_word(pair, here, there)
    closeness += _CLOSE["alone"] * (is_lone(pair, 0, left) and is_lone(pair, 1, right))
    closeness += _CLOSE["same_verb"] * are_of_one_verb(pair, left, right)
    closeness -= _CLOSE["same_grain"] * (scale(left) != scale(right))
    closeness *= _CLOSE["other_acts"] if other_acts and left.key == right.key else 1.0
    return closeness + _CLOSE["same_grain"] * (closeness > 0 and grain(left) == grain(right))


def _one_question(left: DateMention, right: DateMention) -> bool:
    """Whether both say when, or both by when; "for a week" and "in recent weeks" both say since when.

    A time of day and a year ("fell at 3 a.m.", "built in 2011") say when of other things.
    """
    if {grain(left), grain(right)} == {"time", "year"}:
        return False
    if left.duration is None and right.duration is None:
        return True
    if left.duration is not None and right.duration is not None:
        return is_deadline(left) and is_deadline(right)  # other lengths are numbers
    stretch, length = (left, right) if left.duration is None else (right, left)
    return measured_from(length) == "for" and _UP_TO_NOW.fullmatch(stretch.key) is not None
