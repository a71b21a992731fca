"""Numbers that count the same thing and are not the same.

Two quantities are compared where their words are aligned, or where they stand at the same point, or count things of
one name in one unit. A conflict takes exact values that no approximator reconciles; "more than 4,000" beside "4,000" is
a shift, "a dozen" beside "12" style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.counterparts import counterparts, same_thing
from claimcompare.differences.counts import AGE, SCORE, Count, counts_of, value_of
from claimcompare.differences.dates import of_different_days
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.uncounted import uncounted
from claimcompare.differences.values import in_other_units, same_value, severity_of
from claimcompare.differences.view import SIDES, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.view import Mark, Pair, Side

_SETTINGS = lexicons.parameters("differences")["numbers"]
_ENOUGH: float = _SETTINGS["closeness"]["enough"]
_VAGUE: float = _SETTINGS["vague"]
_COPY: float = _SETTINGS["copy"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_ALONE: float = _SETTINGS["alone"]
_RANKS: float = _SETTINGS["ranks"]


def numbers(pair: Pair) -> Iterator[Point]:
    """The points on which two versions give different numbers of the same thing."""
    moved_on = of_different_days(pair)
    matched = counterparts(pair)
    alone = _differ_alone(pair, matched)
    for side in SIDES:
        yield from uncounted(pair, side, [one[side] for one in matched])
    for left, right, closeness in matched:
        if not same_value(left, right) and _told_twice(pair, left, right):
            continue
        severity = severity_of(left, right, copies=pair.likeness >= _COPY) or _other_form(pair, left, right)
        if severity == "conflict" and (moved_on or not _certain(pair, left, right, closeness, alone=alone)):
            severity = "shift"
        if severity is not None:
            yield Point(
                kind="number",
                severity=severity,  # type: ignore[arg-type]  # one of the three
                left=_mark(pair, 0, left, severity),
                right=_mark(pair, 1, right, severity),
                weight=emphasis("number", severity),
                note=moved_on,
            )


def _told_twice(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a version has the number of the other in brackets: "40 degrees Celsius (104 Fahrenheit)"."""
    return any(
        same_value(count, other) and own.words.stop <= count.words.start <= own.words.stop + 1
        for side, own, other in zip(SIDES, (left, right), (right, left), strict=True)
        for count in counts_of(pair.read[side])
        if "(" in pair.read[side].gaps[count.words.start]
    )


def _other_form(pair: Pair, left: Count, right: Count) -> str | None:
    """Style where the same value is put as a dozen, a share or in other units here, and in figures or so there."""
    if not same_value(left, right):
        return None
    rounds = [
        not lexicons.words("round_words").isdisjoint(pair.words(side, one.span).lower().split())
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return "style" if rounds[0] != rounds[1] or in_other_units(left, right) else None


def _mark(pair: Pair, side: Side, count: Count, severity: str) -> Mark:
    return pair.mark(side, count.span, None if severity == "style" else value_of(count))


# ---------------------------------------------------------------- whether they contradict


def _certain(pair: Pair, left: Count, right: Count, closeness: float, *, alone: bool) -> bool:
    """Whether the numbers cannot both hold: exact, of the same thing, at the same point of both versions.

    ``alone``: all other numbers of the two agree; then they may stand at other points of one act.
    """
    here, there = left.quantity, right.quantity
    vague = any(one.high > _VAGUE * max(one.low, 1.0) for one in (here, there) if one.unit != SCORE)
    if vague or closeness < _ENOUGH or pair.likeness < _LEAST_LIKENESS:
        return False
    if max(here.high, there.high) < 1.0 and here.unit is None:  # chances of what, only a copy can tell
        return pair.likeness >= _COPY or bool(left.stems & right.stems)
    if here.ordinal and there.ordinal and pair.likeness < _RANKS:  # of two rounds that both were fought
        return False
    if here.unit == AGE:  # wherever they stand, one person has one age
        return not pair.reached(0, left.counted).isdisjoint(right.counted)
    one_act = _same_neighbours(pair, left.words, right.words)
    if alone and one_act and pair.likeness >= _ALONE:
        return True
    return _in_one_place(pair, left, right) and (one_act or same_thing(pair, left, right))


def _differ_alone(pair: Pair, matched: Sequence[tuple[Count, Count, float]]) -> bool:
    """Whether the versions have the same numbers but for one."""
    apart = sum(not same_value(left, right) for left, right, _ in matched)
    return apart == 1 and all(len(counts_of(version)) == len(matched) for version in pair.read)


def _in_one_place(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the numbers are aligned, or stand between the same shared words."""
    return bool(pair.reached(0, left.words) & set(right.words)) or pair.one_slot(left.words, right.words)


def _same_neighbours(pair: Pair, here: range, there: range) -> bool:
    """Whether a content word next to one number corresponds to one next to the other."""
    if not here or not there:
        return False
    return bool(pair.reached(0, pair.near(0, here, 3)) & set(pair.near(1, there, 3)))
