"""Ranks: one who is third and one who is fourth, but a sixth and a seventh round may both be fought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.wholes import told_of
from claimcompare.differences.number.read.counts import Count, counts_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = lexicons.parameters("differences")["numbers"]
_RANKS: float = _SETTINGS["ranks"]
_RANK_REACH: int = _SETTINGS["rank_reach"]
MINUTE = "minute"


def are_of_one_rank(pair: Pair, left: Count, right: Count) -> bool:
    """Whether somebody has the one rank here and the other there; a sixth and a seventh round may both be fought."""
    if not (left.quantity.ordinal and right.quantity.ordinal):
        return True
    if left.quantity.unit == right.quantity.unit == MINUTE:  # when something was: "in the 83rd minute"
        return not any(_tells_of_more(version) for version in pair.versions)
    here, there = told_of(pair, 0, left), told_of(pair, 1, right)
    if here and there and pair.reached(0, here).isdisjoint(there):
        return False  # "third at home", "fourth in Norvik"
    if pair.likeness >= _RANKS:
        return True
    return _is_held(pair.versions[0], left) and _is_held(pair.versions[1], right)


def _tells_of_more(version: Version) -> bool:
    """Whether a version tells of a first or second, or of another: "his first goal", "scored again"."""
    ranks = [one for one in _ranks(version) if not _is_of_times(version, one)]
    return len(ranks) > 1 or not lexicons.words("again_words").isdisjoint(version.forms)


def _is_held(version: Version, rank: Count) -> bool:
    """Whether it is the only rank of a version, and said to be had: "are 18th", "is the third signing", "came 4th"."""
    start = rank.words.start
    before = version.forms[max(0, start - _RANK_REACH) : start]
    held = not lexicons.words("forms_of_be", "standing_verbs").isdisjoint(before)
    won = not lexicons.words("finishing_verbs").isdisjoint(before[-1:])
    return (held or won) and sum(not _is_of_times(version, one) for one in _ranks(version)) == 1


def _is_of_times(version: Version, rank: Count) -> bool:
    """Whether it says how often: "for the first time"."""
    return not lexicons.words("rank_others").isdisjoint(version.forms[rank.words.stop : rank.words.stop + 1])


def _ranks(version: Version) -> list[Count]:
    return [one for one in counts_of(version) if one.quantity.ordinal]
