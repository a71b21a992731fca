"""Whether two numbers that differ contradict each other: exact ones, of the same thing, at the same point of both."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.counterparts import are_lone_scores, counts_times, same_thing
from claimcompare.differences.number.exempt.countedapart import are_of_two_things
from claimcompare.differences.number.exempt.measured import is_change
from claimcompare.differences.number.exempt.ranks import MINUTE, are_of_one_rank
from claimcompare.differences.number.exempt.shares import are_shares_of_two
from claimcompare.differences.number.exempt.wholes import are_explained
from claimcompare.differences.number.read.counts import AGE, ROUTINE, SCORE, Count, counts_of
from claimcompare.differences.number.read.fates import are_lone_of_one_fate
from claimcompare.differences.number.read.formervalues import are_both_former, presents
from claimcompare.differences.number.read.nearby import verb_before
from claimcompare.differences.number.retold.ballots import is_vote
from claimcompare.differences.number.retold.deeds import are_of_one_deed
from claimcompare.differences.number.retold.delays import are_delays
from claimcompare.differences.number.retold.lone import (
    are_just_people,
    are_lone,
    are_one_amount_misprinted,
    lead_to_one_name,
    same_neighbours,
)
from claimcompare.differences.number.retold.stretches import are_of_two_stretches, took_otherwise
from claimcompare.differences.number.units import is_length, is_transposed
from claimcompare.differences.number.values import same_value
from claimcompare.differences.shared.same.apart import verbs_apart
from claimcompare.differences.shared.same.corresponding import corresponds, names_more
from claimcompare.differences.shared.view import SIDES
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["numbers"]
_ACROSS = frozenset({"width", "thickness"})
_VAGUE: float = _SETTINGS["vague"]
_APART: float = _SETTINGS["apart"]
_COPY: float = _SETTINGS["copy"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_ALONE: float = _SETTINGS["alone"]
_LONE: float = _SETTINGS["lone"]
_SURE: float = _SETTINGS["lone_sure"]
_MOMENT_REACH: int = _SETTINGS["moment_reach"]
_LED_REACH: int = _SETTINGS["led_reach"]
_FEWEST_LED: int = _SETTINGS["fewest_led"]
_MATCH_REACH: int = _SETTINGS["match_reach"]
_AFTER_REACH: int = _SETTINGS["after_reach"]


def cannot_both_hold(pair: Pair, left: Count, right: Count, *, alone: bool) -> bool:
    """Whether the numbers cannot both hold: exact, of the same thing, at the same point of both versions.

    ``alone``: all other numbers of the two agree; then they may be at other points of one act.
    """
    if _is_vague(left, right) or are_explained(pair, left, right) or _were_of_two_things(pair, left, right):
        return False
    if pair.likeness < _LEAST_LIKENESS and not are_one_amount_misprinted(pair, left, right):
        return False
    here, there = left.quantity, right.quantity
    if here.unit in (AGE, ROUTINE):  # wherever they are, one person has one age
        return here.unit == AGE or _of_one_routine(pair, left, right)
    if max(here.high, there.high) < 1.0 and here.unit is None:
        return _of_one_whole(pair, left, right)
    return _may_be_of_one_thing(pair, left, right) and (
        _is_plainly_one(pair, left, right) or _of_one_act(pair, left, right, alone=alone)
    )


def _may_be_of_one_thing(pair: Pair, left: Count, right: Count) -> bool:
    if not (are_of_one_rank(pair, left, right) and _from_one_place(pair, left, right)):
        return False
    return not (are_of_two_things(pair, left, right) or are_of_two_stretches(pair, left, right))


def _were_of_two_things(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two former numbers are compared with present ones that may both hold: "to 114 million from 140"."""
    if not are_both_former(pair, left, right) or pair.likeness >= _COPY:
        return False
    now = presents(pair, left, right)
    return now is None or not (same_value(*now) or cannot_both_hold(pair, *now, alone=False))


def _of_one_whole(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two shares are of one thing and of one party; chances of what, only a copy can tell."""
    besides = set(pair.common).difference(left.counted, left.words)  # "a third of voters back it", "a fifth are men"
    of_one = pair.likeness >= _COPY or bool(besides and left.stems & right.stems - _likelihoods())
    return of_one and not are_shares_of_two(pair, left, right)


@cache
def _likelihoods() -> frozenset[str]:
    return frozenset(map(stem, lexicons.words("chance_words")))


def _is_plainly_one(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two numbers are of one thing wherever they stand: misprinted, of one vote, how often."""
    if is_transposed(left.quantity, right.quantity) or _of_one_vote(pair, left, right):
        return True
    return pair.likeness >= _LONE and (counts_times(pair, left, right) or are_lone_of_one_fate(pair, left, right))


def differ_alone(pair: Pair, matched: Sequence[tuple[Count, Count, float]]) -> bool:
    """Whether the versions have the same numbers but for one."""
    apart = sum(not same_value(left, right) for left, right, _ in matched)
    return apart == 1 and all(len(counts_of(version)) == len(matched) for version in pair.versions)


def _is_vague(left: Count, right: Count) -> bool:
    """Whether the words leave one so open that the other is not far from it: "hundreds" are no 12, and may be 150."""
    both = left.quantity, right.quantity
    lows, highs = sorted(one.low for one in both), sorted(one.high for one in both)
    if lows[1] > _APART * highs[0]:
        return False
    return any(one.high > _VAGUE * max(one.low, 1.0) for one in both if one.unit not in (SCORE, ROUTINE))


# ---------------------------------------------------------------- of one thing


def _of_one_vote(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both are the only score of their version, and of a vote; there may be more matches than one."""
    if not are_lone_scores(pair, left):
        return False
    return is_vote(pair.versions[0], left) and is_vote(pair.versions[1], right)


def _of_one_routine(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one act, with nothing else beside it, is done so often here and so often there."""
    verbs = [verb_before(pair, 0, left), verb_before(pair, 1, right)]
    acts = [next(iter(pair.before(0, left.words, 1)), None), next(iter(pair.before(1, right.words, 1)), None)]
    here, there = (verb if verb is not None else act for verb, act in zip(verbs, acts, strict=True))
    if here is None or there is None or verbs_apart(pair, here, there):
        return False
    return corresponds(pair, here, there) and _in_one_place(pair, left, right)


def _from_one_place(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two distances are from one place: "two miles off the coast", and not "five miles from here"."""
    if not is_length(left.quantity):
        return True
    if left.quantity.per is not None:
        return _at_one_moment(pair, left, right)
    dimensions = [_dimension(pair.versions[0], left), _dimension(pair.versions[1], right)]
    if None not in dimensions or not _ACROSS.isdisjoint(dimensions):  # "the 90-metre bridge" says how long it is
        return dimensions[0] == dimensions[1]
    if not (_is_from_a_place(pair.versions[0], left) or _is_from_a_place(pair.versions[1], right)):
        return True
    here, there = _behind(pair, 0, left), _behind(pair, 1, right)
    shared = [at for at in here if pair.shares(0, at)]
    return not (here or there) or not pair.reached(0, shared).isdisjoint(there)


def _at_one_moment(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two speeds may be of one moment: "when it hit the wall" is not "when they saw it"."""
    here, there = _behind(pair, 0, left, _MOMENT_REACH), _behind(pair, 1, right, _MOMENT_REACH)
    return not (here and there) or not pair.reached(0, here).isdisjoint(there)


def _dimension(version: Version, length: Count) -> str | None:
    """In which direction a length is measured: the depth of "900 feet below the surface", "a depth of 900 feet"."""
    stop = length.words.stop
    named = (*version.forms[stop : stop + 1], *(version.forms[at] for at in length.measured))
    return next((known for word, known in lexicons.table("dimensions") if word in named), None)


def _is_from_a_place(version: Version, length: Count) -> bool:
    """Whether the words behind a length say that it is a distance: "two miles off", "five miles from"."""
    behind = version.forms[length.words.stop : length.words.stop + 2]
    return not lexicons.words("distance_openers").isdisjoint(behind)


def _behind(pair: Pair, side: Side, count: Count, reach: int = _AFTER_REACH) -> list[int]:
    return [at for at in pair.near(side, count.words, reach) if at >= count.words.stop]


# ---------------------------------------------------------------- at one point


def _of_one_act(pair: Pair, left: Count, right: Count, *, alone: bool) -> bool:
    one_act = same_neighbours(pair, left, right)
    if alone and one_act and pair.likeness >= _ALONE:
        return True
    one_thing = same_thing(pair, left, right) and not are_just_people(pair, 0, left)
    if _in_one_place(pair, left, right) and (one_act or one_thing):
        return True
    if took_otherwise(pair, left, right) or not are_lone(pair, left, right):
        return took_otherwise(pair, left, right)
    if are_delays(pair, left, right):
        return True
    if pair.likeness >= _SURE or _are_led_to_alike(pair, left, right) or lead_to_one_name(pair, left, right):
        return True
    return pair.likeness >= _LONE and (one_act or _of_one_verb(pair, left, right) or are_of_one_deed(pair, left, right))


def _are_led_to_alike(pair: Pair, left: Count, right: Count) -> bool:
    """Whether they stand in one place behind several words of both, and not each version has a name of its own."""
    if not _in_one_place(pair, left, right):
        return False
    here, there = pair.before(0, left.words, _LED_REACH), pair.before(1, right.words, _LED_REACH)
    led = pair.reached(0, [at for at in here if pair.shares(0, at)]).intersection(there)
    return len(led) >= _FEWEST_LED and not all(names_more(pair, side) for side in SIDES)


def _of_one_verb(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the verbs that the amounts stand behind are one: "sold for $70", "sold to a farmer for $17"."""
    if left.quantity.unit == MINUTE:  # "scored in the 83rd minute", "the goal came in"
        words = [_in_small_letters(pair, 0, left), _in_small_letters(pair, 1, right)]
        return any(corresponds(pair, one, other) for one in words[0] for other in words[1])
    here, there = verb_before(pair, 0, left), verb_before(pair, 1, right)
    if here is None or there is None:
        return False
    by_so_much = is_change(pair.versions[0], left) and is_change(pair.versions[1], right)  # "fell 12%", "lost 4%"
    ways = [lexicons.sorts("changes").get(pair.versions[side].forms[(here, there)[side]]) for side in SIDES]
    return corresponds(pair, here, there) or (by_so_much and ways[0] is not None and ways[0] == ways[1])


def _in_small_letters(pair: Pair, side: Side, count: Count) -> list[int]:
    """The words of content before a number that are no names."""
    before = pair.before(side, count.words, _MATCH_REACH)
    return [at for at in before if pair.tokens(side)[at].form.islower()]


def _in_one_place(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the numbers are aligned, or are between the same shared words."""
    return bool(pair.reached(0, left.words) & set(right.words)) or pair.one_slot(left.words, right.words)
