"""States that hold until a time at which the other version has their opposite: closed until Monday, open on Monday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.negators import ends_state
from claimcompare.differences.shared.syntax.phrases import chain_start
from claimcompare.differences.shared.syntax.verbs import has_past_form
from claimcompare.differences.shared.time.times import grain, names_year
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_REACH: int = lexicons.parameters("differences")["negation"]["until_reach"]
_STILL = "still"
_YEAR = "year"


def is_ended(pair: Pair, words: Sequence[Sequence[int]]) -> bool:
    """Whether what is told on one side holds until a time, and what is dated on the other does not, or no longer."""
    if any(may_have_been(pair, side, at, words[OTHER[side]][-1]) for side in SIDES for at in words[side]):
        return True
    if _has_turned(pair, words):
        return True
    until = [_holds_until(version, own[-1]) for version, own in pair.each(*words)]
    return any(until[side] and not until[OTHER[side]] and pair.versions[OTHER[side]].dates for side in SIDES)


def _has_turned(pair: Pair, words: Sequence[Sequence[int]]) -> bool:
    """Whether one is so now and the other was before: "was shut", "is now open"; "opened in 1931", "is shut"."""
    starts = [chain_start(version, own[0]) for version, own in pair.each(*words)]
    chains = [pair.versions[side].forms[starts[side] : words[side][-1] + 1] for side in SIDES]
    past = [not lexicons.words("past_auxiliaries").isdisjoint(chain) or has_past_form(chain[0]) for chain in chains]
    if past[0] == past[1]:
        return False
    now: Side = 0 if past[1] else 1
    dated = any(grain(one) == _YEAR and names_year(one) for one in pair.versions[OTHER[now]].dates)
    around = pair.versions[now].forms[max(0, starts[now] - 1) : words[now][-1] + 2]
    return not lexicons.words("now_words").isdisjoint(around) or (dated and not pair.versions[now].dates)


def _holds_until(version: Version, at: int) -> bool:
    """Whether "until" and a date stand behind a word in its clause."""
    for place in range(at + 1, min(len(version.forms) - 1, at + 1 + _REACH)):
        if version.gaps[place]:
            return False
        if version.forms[place] in lexicons.words("until_words"):
            return not version.dated.isdisjoint((place + 1, place + 2))
    return False


def may_have_been(pair: Pair, side: Side, at: int, there: int) -> bool:
    """Whether what is no longer so here is told of the past there, and not as what still is: "owned", "had owned".

    ``at``: the "no", or a word right behind "no longer".
    """
    version = pair.versions[side]
    if not any(ends_state(version, one) for one in (at, at - 2) if one >= 0):
        return False
    other = pair.versions[OTHER[side]]
    chain = other.forms[chain_start(other, there) : there + 1]
    past = has_past_form(chain[-1]) or not lexicons.words("past_auxiliaries").isdisjoint(chain)
    return past and _STILL not in chain
