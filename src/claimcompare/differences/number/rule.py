"""Numbers that count the same thing and are not the same.

Two quantities are compared where their words are aligned, where they are at the same point, or where they count things
of one name in one unit. A conflict takes exact values that no approximator reconciles; "more than 4,000" beside "4,000"
is a shift, "a dozen" beside "12" style.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.certainty import cannot_both_hold, differ_alone
from claimcompare.differences.number.counterparts import counterparts
from claimcompare.differences.number.exempt.peaks import as_peaks
from claimcompare.differences.number.exempt.running import note_of_two_times
from claimcompare.differences.number.exempt.tallies import note_of_two_tallies
from claimcompare.differences.number.read.counts import Count, counts_of, value_of
from claimcompare.differences.number.retold.ballots import ballots
from claimcompare.differences.number.retold.nobodies import nobodies
from claimcompare.differences.number.retold.nones import nones
from claimcompare.differences.number.retold.rates import are_rate_and_sum
from claimcompare.differences.number.retold.uncounted import uncounted
from claimcompare.differences.number.values import in_other_units, same_value, severity_of
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.time.days import note_of_two_days
from claimcompare.differences.shared.view import OTHER, SIDES, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.view import Mark, Pair, Side
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["numbers"]
_COPY: float = _SETTINGS["copy"]


def numbers(pair: Pair) -> Iterator[Point]:
    """The points on which two versions give different numbers of the same thing."""
    moved_on = note_of_two_days(pair) or note_of_two_tallies(pair)
    matched = counterparts(pair)
    alone = differ_alone(pair, matched)
    lacking = [*nones(pair), *nobodies(pair)]
    yield from lacking
    for side in SIDES if not lacking else ():
        yield from uncounted(pair, side, [one[side] for one in matched])
    yield from ballots(pair)
    for left, right, _ in matched:
        severity = severity_of(*as_peaks(pair, left, right), copies=pair.likeness >= _COPY)
        severity = severity or _other_form(pair, left, right)
        note = moved_on or (note_of_two_times(pair, left, right) if severity == "conflict" else None)
        if severity == "conflict" and (note or not cannot_both_hold(pair, left, right, alone=alone)):
            severity = "shift"
        if severity is not None:
            marks = _mark(pair, 0, left, severity), _mark(pair, 1, right, severity)
            yield point("number", severity, marks, note=note, aspect=_aspect(pair, left, right))


def _aspect(pair: Pair, left: Count, right: Count) -> str:
    """What both count, where a number is given for another thing too: "12 dead, 20 hurt", "20 dead, 35 hurt"."""
    elsewhere = any(
        same_value(own, count)
        for side, own, other in zip(SIDES, (left, right), (right, left), strict=True)
        for count in counts_of(pair.versions[OTHER[side]])
        if count is not other
    )
    return min(left.stems & right.stems, default="") if elsewhere and not same_value(left, right) else ""


def _other_form(pair: Pair, left: Count, right: Count) -> Severity | None:
    """Shift where one value is by the day or so; style where it is put as a dozen here, and in figures or so there."""
    if same_value(left, right) and are_rate_and_sum(pair, left, right):
        return "shift"
    if not same_value(left, right) or {left.quantity.unit, right.quantity.unit} == {None, "%"}:
        return None
    rounds = [
        not (
            one.quantity.ordinal or lexicons.words("round_words").isdisjoint(pair.words(side, one.span).lower().split())
        )
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return "style" if rounds[0] != rounds[1] or in_other_units(left, right) else None


def _mark(pair: Pair, side: Side, count: Count, severity: Severity) -> Mark:
    whole = pair.span(side, in_whole_words(pair, side, pair.indexes(side, count.span)))  # "48-year-old"
    return pair.mark(side, whole, None if severity == "style" else value_of(count))
