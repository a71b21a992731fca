"""Numbers that count the same thing and are not the same.

Two quantities are compared where their words are aligned, or where they stand at the same point, or count things of
one name in one unit. A conflict takes exact values that no approximator reconciles; "more than 4,000" beside "4,000" is
a shift, "a dozen" beside "12" style.
"""

from __future__ import annotations

import math
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare import lexicons
from claimcompare.differences.dates import of_different_days
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.pairing import bounds, closest, compatible
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import SIDES, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair
    from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["numbers"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_WINDOW = 8
_VAGUE: float = _SETTINGS["vague"]
_COPY: float = _SETTINGS["copy"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_SAME_PERCENT: float = _SETTINGS["same_percent"]  # a third is 33 per cent


def numbers(pair: Pair) -> Iterator[Point]:
    """The points on which two versions give different numbers of the same thing."""
    moved_on = of_different_days(pair)
    for left, right, closeness in _matched(pair):
        severity = _severity(left, right, copies=pair.likeness >= _COPY) or _other_form(pair, left, right)
        if severity == "conflict" and (moved_on or not _certain(pair, left, right, closeness)):
            severity = "shift"
        if severity is not None:
            yield Point(
                kind="number",
                severity=severity,  # type: ignore[arg-type]  # one of the three
                left=pair.mark(0, left.span, None if severity == "style" else value_of(left)),
                right=pair.mark(1, right.span, None if severity == "style" else value_of(right)),
                weight=emphasis("number", severity),
                note=moved_on,
            )


def value_of(quantity: Quantity) -> str:
    """The quantity in normal form, such as ``>4000`` or ``5-10 %`` or ``#6``."""
    low, high = f"{quantity.low:.12g}", f"{quantity.high:.12g}"
    value = low if low == high else f"{low}-{high}" if math.isfinite(quantity.high) else f"{low} or more"
    unit = f" {quantity.unit}" if quantity.unit else ""
    return f"{quantity.approximator or ''}{'#' if quantity.ordinal else ''}{value}{unit}"


# ---------------------------------------------------------------- which belong together


def _matched(pair: Pair) -> list[tuple[Quantity, Quantity, float]]:
    """Quantities of the two sides that count the same thing."""
    lefts, rights = ([one for one in read.features.quantities if not _one_of(read, one)] for read in pair.read)
    return closest(lefts, rights, partial(_closeness, pair), _CLOSE["enough"])


def _closeness(pair: Pair, left: Quantity, right: Quantity) -> float:
    if not _comparable(left, right):
        return 0.0
    here, there = _place(pair.read[0], left), _place(pair.read[1], right)
    closeness = _CLOSE["same_thing"] * _same_thing(pair, here, there)
    closeness += _CLOSE["same_words"] * bool(pair.reached(0, here.words) & set(there.words))
    closeness += _CLOSE["same_point"] * pair.one_slot(here.words, there.words)
    closeness += _CLOSE["open"] * (_open(left) or _open(right))
    if closeness and left.unit is not None and left.unit == right.unit:
        closeness += _CLOSE["same_unit"]
    return closeness + (_CLOSE["same_value"] if closeness and _same_value(left, right) else 0.0)


@frozen
class _Place:
    """Where a quantity stands: its tokens, those behind it that name what it counts, and the stems of these."""

    words: range
    counted: tuple[int, ...]
    stems: frozenset[str]


@lru_cache(maxsize=KEPT)
def _places(version: Version) -> dict[int, _Place]:
    """The places of a version's quantities, by their identity."""
    found = {}
    for one in version.features.quantities:
        words, stems = version.indexes(one.span), frozenset(one.counted)
        tokens = enumerate(version.features.tokens[words.stop : words.stop + _WINDOW], words.stop)
        counted = tuple(at for at, token in tokens if token.stem in stems) if words else ()
        found[id(one)] = _Place(words, counted, stems)
    return found


def _place(version: Version, quantity: Quantity) -> _Place:
    return _places(version)[id(quantity)]


def _one_of(version: Version, quantity: Quantity) -> bool:
    """Whether it only picks one out of others: "one of several members"."""
    after = _place(version, quantity).words.stop
    return quantity.low == quantity.high == 1.0 and not quantity.ordinal and version.forms[after : after + 1] == ("of",)


def _open(quantity: Quantity) -> bool:
    """Whether the words do not say what is counted: "three more", "several others"."""
    return not set(quantity.counted) - {"more", "other", "them"}


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
    share = quantity.unit is None and 0.0 < quantity.high < 1.0 and not quantity.ordinal
    return evolve(quantity, low=100 * quantity.low, high=100 * quantity.high, unit="%") if share else quantity


def _same_thing(pair: Pair, here: _Place, there: _Place) -> bool:
    """Whether the words of what is counted are equal or aligned."""
    return bool(here.stems & there.stems) or bool(pair.reached(0, here.counted) & set(there.counted))


# ---------------------------------------------------------------- how they differ


def _same_value(left: Quantity, right: Quantity) -> bool:
    return (left.low, left.high) == (right.low, right.high)


def _severity(left: Quantity, right: Quantity, *, copies: bool) -> str | None:
    if {left.unit, right.unit} == {None, "%"}:
        left, right = _in_one_unit(left, right)
        if abs(left.low - right.low) <= _SAME_PERCENT:
            return None
    if _same_value(left, right) and left.ordinal == right.ordinal:
        return "shift" if left.approximator != right.approximator else None
    if left.ordinal != right.ordinal:
        rank, count = (left, right) if left.ordinal else (right, left)
        return "conflict" if rank.low > count.high else None  # of four there is a third, of five there is no sixth
    if copies and left.approximator and left.approximator == right.approximator and left.low != right.low:
        return "conflict"  # "over 400" and "over 600" of one thing, in the same words
    if compatible(_bounds(left), _bounds(right)) or (not copies and _rounded(left, right)):
        return "shift"
    return "conflict"


def _other_form(pair: Pair, left: Quantity, right: Quantity) -> str | None:
    """Style where the same value is put as a dozen or a share here, and in figures there."""
    if not _same_value(left, right):
        return None
    rounds = [
        not lexicons.words("round_words").isdisjoint(pair.words(side, one.span).lower().split())
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return "style" if rounds[0] != rounds[1] else None


def _bounds(quantity: Quantity) -> tuple[float, float]:
    """What the words allow, the approximator considered."""
    return bounds(quantity.low, quantity.high, quantity.approximator)


def _rounded(left: Quantity, right: Quantity) -> bool:
    """Whether one value is the other, rounded: 2.46 and 2.5, 4,012 and 4,000."""
    if left.low != left.high or right.low != right.high or left.ordinal:
        return False
    short, long = sorted((left.low, right.low), key=lambda value: len(f"{value:g}".rstrip("0").replace(".", "")))
    digits = len(f"{short:g}".rstrip("0").replace(".", "").lstrip("0"))
    return (
        digits < len(f"{long:g}".rstrip("0").replace(".", ""))
        and long > 0
        and f"{long:.{max(1, digits)}g}" == (f"{short:.{max(1, digits)}g}")
    )


def _certain(pair: Pair, left: Quantity, right: Quantity, closeness: float) -> bool:
    """Whether the numbers cannot both hold: exact, of the same thing, at the same point of both versions."""
    vague = any(one.high > _VAGUE * max(one.low, 1.0) for one in (left, right))
    if vague or closeness < _CLOSE["enough"] or pair.likeness < _LEAST_LIKENESS:
        return False
    here, there = _place(pair.read[0], left), _place(pair.read[1], right)
    if max(left.high, right.high) < 1.0 and left.unit is None:  # chances of what, only a copy can tell
        return pair.likeness >= _COPY or bool(here.stems & there.stems)
    return _same_thing(pair, here, there) or _same_neighbours(pair, here.words, there.words)


def _same_neighbours(pair: Pair, here: range, there: range) -> bool:
    """Whether a content word next to one number corresponds to one next to the other."""
    if not here or not there:
        return False
    return bool(pair.reached(0, pair.near(0, here, 3)) & set(pair.near(1, there, 3)))
