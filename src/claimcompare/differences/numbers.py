"""Numbers that count the same thing and are not the same.

Two quantities are compared where their words are aligned, or where they stand at the same point, or count things of
one name in one unit. A conflict takes exact values that no approximator reconciles; "more than 4,000" beside "4,000" is
a shift, "a dozen" beside "12" style.
"""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.counts import AGE, SCORE, Count, counts_of, value_of
from claimcompare.differences.dates import of_different_days
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.pairing import bounds, closest, compatible
from claimcompare.differences.people import are_one_people
from claimcompare.differences.uncounted import uncounted
from claimcompare.differences.view import SIDES, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.pairing import Bounds
    from claimcompare.differences.view import Mark, Pair, Side
    from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["numbers"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_MEASURE_REACH: int = _SETTINGS["measure_reach"]
_VAGUE: float = _SETTINGS["vague"]
_COPY: float = _SETTINGS["copy"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_ALONE: float = _SETTINGS["alone"]
_RANKS: float = _SETTINGS["ranks"]
_SAME_LENGTH: float = _SETTINGS["same_length"]  # four weeks are no month, twelve months are a year
_SAME_PERCENT: float = _SETTINGS["same_percent"]  # a third is 33 per cent


def numbers(pair: Pair) -> Iterator[Point]:
    """The points on which two versions give different numbers of the same thing."""
    moved_on = of_different_days(pair)
    matched = _matched(pair)
    alone = _differ_alone(pair, matched)
    for side in SIDES:
        yield from uncounted(pair, side, [one[side] for one in matched])
    for left, right, closeness in matched:
        if not _same_value(left, right) and _told_twice(pair, left, right):
            continue
        severity = _severity(left, right, copies=pair.likeness >= _COPY) or _other_form(pair, left, right)
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
        _same_value(count, other) and own.words.stop <= count.words.start <= own.words.stop + 1
        for side, own, other in zip(SIDES, (left, right), (right, left), strict=True)
        for count in counts_of(pair.read[side])
        if "(" in pair.read[side].gaps[count.words.start]
    )


def _mark(pair: Pair, side: Side, count: Count, severity: str) -> Mark:
    return pair.mark(side, count.span, None if severity == "style" else value_of(count))


# ---------------------------------------------------------------- which belong together


def _matched(pair: Pair) -> list[tuple[Count, Count, float]]:
    """Counts of the two sides that count the same thing."""
    lefts, rights = (counts_of(version) for version in pair.read)
    return closest(lefts, rights, partial(_closeness, pair), _CLOSE["enough"])


def _closeness(pair: Pair, left: Count, right: Count) -> float:
    if not _comparable(left.quantity, right.quantity) or _is_part_of(pair, left, right):
        return 0.0
    same_thing = _same_thing(pair, left, right)
    if left.quantity.unit == AGE and not same_thing:
        return 0.0
    same_thing = same_thing or are_one_people(pair, left, right) or _lone_scores(pair, left)
    closeness = _CLOSE["same_thing"] * (same_thing or _of_one_measure(pair, left, right))
    closeness += _CLOSE["same_words"] * bool(pair.reached(0, left.words) & set(right.words))
    closeness += _CLOSE["same_point"] * pair.one_slot(left.words, right.words)
    closeness += _CLOSE["open"] * (_open(left) or _open(right))
    if closeness and left.quantity.unit is not None and left.quantity.unit == right.quantity.unit:
        closeness += _CLOSE["same_unit"]
    return closeness + (_CLOSE["same_value"] if closeness and _same_value(left, right) else 0.0)


def _is_part_of(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is a share in words, and the other a number: "a third of the members", "thirty of the members"."""
    shares = [_is_share(one.quantity) for one in (left, right)]
    if shares[0] == shares[1] or left.quantity.unit != right.quantity.unit:
        return False
    words = pair.words(0, left.span) if shares[0] else pair.words(1, right.span)
    return not any(map(str.isdigit, words))


def _of_one_measure(pair: Pair, left: Count, right: Count) -> bool:
    """Whether what is measured stands before both: "a magnitude of 6.1", "the magnitude 6.4 quake"."""
    if left.counted and right.counted:
        return False
    here, there = (pair.before(side, one.words, _MEASURE_REACH) for side, one in zip(SIDES, (left, right), strict=True))
    return not pair.reached(0, here[:1]).isdisjoint(there[:1])


def _lone_scores(pair: Pair, count: Count) -> bool:
    """Whether it is a score, and each version tells one only."""
    if count.quantity.unit != SCORE:
        return False
    return all(sum(one.quantity.unit == SCORE for one in counts_of(version)) == 1 for version in pair.read)


def _open(count: Count) -> bool:
    """Whether the words do not say what is counted: "three more", "several others"."""
    return not count.stems - {"more", "other", "them"}


def _comparable(left: Quantity, right: Quantity) -> bool:
    """Whether the units allow a comparison: per cent with per cent, dollars with dollars."""
    if left.ordinal != right.ordinal:
        return bool(set(left.counted) & set(right.counted))
    left, right = _in_one_unit(left, right)
    return left.unit == right.unit or {left.unit, right.unit} == {None, "point"}


def _in_one_unit(left: Quantity, right: Quantity) -> tuple[Quantity, Quantity]:
    """Both in per cent where one is and the other is a share: "one in five" and "20 percent"."""
    if {left.unit, right.unit} != {None, "%"}:
        return left, right
    return _in_percent(left), _in_percent(right)


def _in_percent(quantity: Quantity) -> Quantity:
    if not _is_share(quantity):
        return quantity
    return evolve(quantity, low=100 * quantity.low, high=100 * quantity.high, unit="%")


def _is_share(quantity: Quantity) -> bool:
    """Whether it is a part of one: a third, one in five."""
    return quantity.unit is None and 0.0 < quantity.high < 1.0 and not quantity.ordinal


def _same_thing(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the words of what is counted are equal or aligned."""
    return bool(left.stems & right.stems) or bool(pair.reached(0, left.counted) & set(right.counted))


# ---------------------------------------------------------------- how they differ


def _same_value(left: Count, right: Count) -> bool:
    here, there = left.quantity, right.quantity
    if left.unit_days and right.unit_days:
        return math.isclose(here.low, there.low, rel_tol=_SAME_LENGTH) and (
            here.high == there.high or here.high < math.inf > there.high
        )
    return (here.low, here.high) == (there.low, there.high)


def _severity(left: Count, right: Count, *, copies: bool) -> str | None:
    here, there = left.quantity, right.quantity
    if {here.unit, there.unit} == {None, "%"}:
        here, there = _in_one_unit(here, there)
        if abs(here.low - there.low) <= _SAME_PERCENT:
            return None
    if here.ordinal != there.ordinal:
        return _rank_and_number(here, there) if here.ordinal else _rank_and_number(there, here)
    if _same_value(left, right):
        return "shift" if here.approximator != there.approximator else None
    if here.unit == SCORE or (copies and here.approximator and here.approximator == there.approximator):
        return "conflict"  # "over 400" and "over 600" of one thing, in the same words
    if compatible(_bounds(left, right), _bounds(right, left)) or (not copies and _rounded(here, there)):
        return "shift"
    return "conflict"


def _rank_and_number(rank: Quantity, number: Quantity) -> str | None:
    """Of four there is a third, of five there is no sixth; the nineteenth season is that of nineteen seasons."""
    if rank.low == number.low == number.high > 1.0:
        return "style"
    return "conflict" if rank.low > number.high else None


def _other_form(pair: Pair, left: Count, right: Count) -> str | None:
    """Style where the same value is put as a dozen, a share or in decades here, and in figures or years there."""
    if not _same_value(left, right):
        return None
    rounds = [
        not lexicons.words("round_words").isdisjoint(pair.words(side, one.span).lower().split())
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return "style" if rounds[0] != rounds[1] or left.unit_days != right.unit_days else None


def _bounds(one: Count, other: Count) -> Bounds:
    """What the words allow, the approximator considered; a length in a longer unit than the other may be rounded."""
    quantity = one.quantity
    low, high = bounds(quantity.low, quantity.high, quantity.approximator)
    slack = one.unit_days / 2 if one.unit_days > other.unit_days else 0.0
    return low - slack, high + slack


def _rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one value is the other, rounded: 2.46 and 2.5, 4,012 and 4,000."""
    if left.low != left.high or right.low != right.high or left.ordinal:
        return False
    short, long = sorted((left.low, right.low), key=_digits)
    digits = _digits(short)
    return digits < _digits(long) and long > 0 and math.isclose(float(f"{long:.{digits}g}"), short)


def _digits(value: float) -> int:
    """How many digits a value has between its first and its last that is not 0: three in 4,010 and in 0.401."""
    return len(f"{value:e}".partition("e")[0].replace(".", "").rstrip("0")) or 1


def _certain(pair: Pair, left: Count, right: Count, closeness: float, *, alone: bool) -> bool:
    """Whether the numbers cannot both hold: exact, of the same thing, at the same point of both versions.

    ``alone``: all other numbers of the two agree; then they may stand at other points of one act.
    """
    here, there = left.quantity, right.quantity
    vague = any(one.high > _VAGUE * max(one.low, 1.0) for one in (here, there) if one.unit != SCORE)
    if vague or closeness < _CLOSE["enough"] or pair.likeness < _LEAST_LIKENESS:
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
    return _in_one_place(pair, left, right) and (one_act or _same_thing(pair, left, right))


def _differ_alone(pair: Pair, matched: Sequence[tuple[Count, Count, float]]) -> bool:
    """Whether the versions have the same numbers but for one."""
    apart = sum(not _same_value(left, right) for left, right, _ in matched)
    return apart == 1 and all(len(counts_of(version)) == len(matched) for version in pair.read)


def _in_one_place(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the numbers are aligned, or stand between the same shared words."""
    return bool(pair.reached(0, left.words) & set(right.words)) or pair.one_slot(left.words, right.words)


def _same_neighbours(pair: Pair, here: range, there: range) -> bool:
    """Whether a content word next to one number corresponds to one next to the other."""
    if not here or not there:
        return False
    return bool(pair.reached(0, pair.near(0, here, 3)) & set(pair.near(1, there, 3)))
