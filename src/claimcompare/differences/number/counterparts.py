"""Which numbers of two versions count the same thing: aligned, at one point, or of things of one name in one unit."""

from __future__ import annotations

from functools import partial
from itertools import product
from typing import TYPE_CHECKING

from claimcompare.differences.number.exempt.shares import are_whole_of_share_and_part
from claimcompare.differences.number.exempt.tallies import is_counted_share
from claimcompare.differences.number.exempt.wholes import are_whole_and_member, is_had, is_picked_from
from claimcompare.differences.number.read.counts import AGE, SCORE, TIMES, Count, counts_of
from claimcompare.differences.number.read.fates import are_of_one_fate
from claimcompare.differences.number.read.formervalues import are_then_and_now
from claimcompare.differences.number.retold.delays import are_delays, is_told_as_late
from claimcompare.differences.number.retold.lone import are_lone, are_one_amount_misprinted, same_neighbours
from claimcompare.differences.number.retold.people import are_ages_of_one_doer, are_ages_of_two, are_one_people
from claimcompare.differences.number.units import are_in_comparable_units, is_share, is_transposed
from claimcompare.differences.number.values import same_value
from claimcompare.differences.shared.pairing import closest
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = parameters("differences")["numbers"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_MEASURE_REACH: int = _SETTINGS["measure_reach"]
_ACT_REACH: int = _SETTINGS["act_reach"]
_RELATED: float = _SETTINGS["related_act"]


def counterparts(pair: Pair) -> list[tuple[Count, Count, float]]:
    """Counts of the two sides that count the same thing, with their closeness."""
    lefts, rights = (counts_of(version) for version in pair.versions)
    return closest(lefts, rights, partial(_closeness, pair), _CLOSE["enough"])


def _closeness(pair: Pair, left: Count, right: Count) -> float:
    """What speaks for two counts being of one thing, added up; nothing where they cannot be."""
    of_one_act = counts_times(pair, left, right)
    if not (of_one_act or _comparable(left, right)) or _is_part_of(pair, left, right):
        return 0.0
    one_thing = of_one_act or same_thing(pair, left, right)
    if _cannot_be_one(pair, left, right, one_thing=one_thing):
        return 0.0
    closeness = _likely(pair, left, right, one_thing=one_thing)
    if not closeness:
        return 0.0
    if left.quantity.unit is not None and left.quantity.unit == right.quantity.unit:
        closeness += _CLOSE["same_unit"]
    return closeness + _CLOSE["same_value"] * same_value(left, right)


def _likely(pair: Pair, left: Count, right: Count, *, one_thing: bool) -> float:
    """What their place and the words beside them say for it."""
    one_thing = (
        one_thing or are_one_people(pair, left, right) or are_lone_scores(pair, left) or are_delays(pair, left, right)
    )
    likely = _CLOSE["same_thing"] * (one_thing or _of_one_measure(pair, left, right))
    likely += _CLOSE["same_words"] * bool(pair.reached(0, left.words) & set(right.words))
    likely += _CLOSE["same_point"] * pair.one_slot(left.words, right.words)
    likely += _CLOSE["open"] * (_open(left) or _open(right))
    if are_one_amount_misprinted(pair, left, right):
        return likely + _CLOSE["misprint"]
    lone = likely < _CLOSE["enough"] and are_lone(pair, left, right) and same_neighbours(pair, left, right)
    return _CLOSE["enough"] if lone else likely


def _cannot_be_one(pair: Pair, left: Count, right: Count, *, one_thing: bool) -> bool:
    """Whether their words say that they are of two things."""
    if is_counted_share(pair.versions[0], left) != is_counted_share(pair.versions[1], right):
        return True
    if are_whole_and_member(pair, left, right) or _are_never_one(pair, left, right):
        return True
    if left.quantity.unit == AGE and (not one_thing or are_ages_of_two(pair, left, right)):
        return True
    return not one_thing and _exchanged(pair, left, right)


def _are_never_one(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is the whole of which the other version gives a part, or what was before of what is now."""
    if are_whole_of_share_and_part(pair.versions[0], left, right) or are_whole_of_share_and_part(
        pair.versions[1], right, left
    ):
        return True
    if any(_is_whole_beside(pair, side, left, right) for side in SIDES):
        return True
    if any(is_told_as_late(version, one) for version, one in pair.each(left, right)):
        return not are_delays(pair, left, right)
    misprinted = is_transposed(left.quantity, right.quantity)  # "down from 240,000 at the peak", "420,000 at worst"
    return are_then_and_now(pair, left, right) and not (misprinted or same_value(left, right))


def _is_whole_beside(pair: Pair, side: Side, left: Count, right: Count) -> bool:
    """Whether one alone is all of those whom its version gives a part of: "13 of the 120 seats", "took 31 seats"."""
    if left.quantity.unit is not None or same_value(left, right) or not left.stems & right.stems:
        return False
    whole, part = left_first(side, left, right)
    version = pair.versions[OTHER[side]]
    return is_picked_from(pair.versions[side], whole) and not (is_picked_from(version, part) or is_had(version, part))


def _comparable(left: Count, right: Count) -> bool:
    """Whether the units allow a comparison; a rank goes with a number of the same things."""
    here, there = left.quantity, right.quantity
    if here.ordinal != there.ordinal:
        return bool(set(here.counted) & set(there.counted))
    return are_in_comparable_units(here, there)


def counts_times(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one says how often a thing was done, and the other how many such things, or which one it was.

    "raised rates 11 times", "the twelfth increase"; "was vaccinated twice", "had three vaccinations".
    """
    here, there = left.quantity.unit, right.quantity.unit
    if not ((here == TIMES and there is None) or (here is None and there == TIMES)):
        return False
    side: Side = 0 if here == TIMES else 1
    times, other = left_first(side, left, right)
    done = pair.before(side, times.words, _ACT_REACH)
    return not pair.reached(side, done).isdisjoint(other.counted) or _are_related(pair, side, done, other)


def _are_related(pair: Pair, side: Side, done: Sequence[int], things: Count) -> bool:
    """Whether a verb is of the meaning of what is counted: "raised rates", "the twelfth increase"."""
    acts = [pair.versions[side].stems[at] for at in done]
    return any(related(act, counted) >= _RELATED for act, counted in product(acts, things.quantity.counted[:2]))


def _exchanged(pair: Pair, left: Count, right: Count) -> bool:
    """Whether numbers of two things are no pair: each thing is counted elsewhere, or each number is given elsewhere.

    "19 goals in 24 games" and "24 goals in 19 games" differ in both; "nine times ... three goals" and "nine caps,
    scoring three times" in neither.
    """
    lefts, rights = (counts_of(version) for version in pair.versions)
    if same_value(left, right):
        return any(same_thing(pair, left, one) for one in rights) and any(same_thing(pair, one, right) for one in lefts)
    return any(same_value(left, one) for one in rights) and any(same_value(one, right) for one in lefts)


def _is_part_of(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is a share in words, and the other a number: "a third of the members", "thirty of the members"."""
    shares = [is_share(one.quantity) for one in (left, right)]
    if shares[0] == shares[1] or left.quantity.unit != right.quantity.unit:
        return False
    words = pair.words(0, left.span) if shares[0] else pair.words(1, right.span)
    return not any(map(str.isdigit, words))


def _of_one_measure(pair: Pair, left: Count, right: Count) -> bool:
    """Whether what is measured comes before both: "a magnitude of 6.1", "the magnitude 6.4 quake"."""
    if left.counted and right.counted:
        return False
    here, there = pair.before(0, left.words, _MEASURE_REACH), pair.before(1, right.words, _MEASURE_REACH)
    return not pair.reached(0, here[:1]).isdisjoint(there[:1])


def are_lone_scores(pair: Pair, count: Count) -> bool:
    """Whether it is a score, and the only one of each version."""
    if count.quantity.unit != SCORE:
        return False
    return all(sum(one.quantity.unit == SCORE for one in counts_of(version)) == 1 for version in pair.versions)


def _open(count: Count) -> bool:
    """Whether the words do not say what is counted: "three more", "several others"."""
    return not count.stems - words("open_counts")


def same_thing(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the words of what is counted are equal or aligned, or tell what befell whom in one way or two."""
    if are_of_one_fate(pair, left, right) or are_ages_of_one_doer(pair, left, right):
        return True
    if left.stems & right.stems or pair.reached(0, left.counted) & set(right.counted):
        return True
    return not pair.reached(0, (*left.measured, *left.counted)).isdisjoint((*right.measured, *right.counted))
