"""Some of those whom one thing befell: "six died in Tarn when a roof fell in the storm", "the storm killed 14"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.wholes import is_new, told_of
from claimcompare.differences.number.read.fates import are_of_one_fate
from claimcompare.differences.number.read.nearby import lower_side
from claimcompare.differences.shared.syntax.phrases import clause_end
from claimcompare.differences.shared.time.times import grain
from claimcompare.differences.shared.view import OTHER, left_first

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["fates"]
_REACH: int = _SETTINGS["circumstance_reach"]
_FEW: float = _SETTINGS["few"]
_WHEN = "when"


def are_some_and_all(pair: Pair, left: Count, right: Count) -> bool:
    """Whether only the lower is of a place or of circumstances that the other version lacks, or only one of a year."""
    if not are_of_one_fate(pair, left, right):
        return False
    side = lower_side(left, right)
    part, whole = left_first(side, left, right)
    if _is_narrowed(pair, side, part) and not _is_narrowed(pair, OTHER[side], whole):
        return True
    if _are_few(part, whole) and _is_of_another_act(pair, side, part):
        return True
    return _names_a_year(pair.versions[0]) != _names_a_year(pair.versions[1])


def are_further_ones(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is of further ones or some of them, the other of all: "three more", "two of them", "14"."""
    lower = lower_side(left, right)
    of_them = [_is_of_them(version, one) for version, one in pair.each(left, right)]
    if left.quantity.unit is None and right.quantity.unit is None and of_them[lower] and not of_them[OTHER[lower]]:
        return True
    further = [_is_of_further_ones(version, one) for version, one in pair.each(left, right)]
    return further[0] != further[1]


def _is_of_them(version: Version, count: Count) -> bool:
    """Whether they are some of others that were told of: "two of them", "two of whom"."""
    behind = version.forms[count.words.stop : count.words.stop + 2]
    return behind[:1] == ("of",) and not lexicons.words("them_words").isdisjoint(behind)


def _is_of_further_ones(version: Version, count: Count) -> bool:
    start, stop = count.words.start, count.words.stop
    more_than = version.forms[stop + 1 : stop + 2] == ("than",)
    behind = version.forms[stop : stop + 1] if count.quantity.unit is None and not more_than else ()
    return not lexicons.words("adding_words").isdisjoint((*version.forms[max(0, start - 1) : start], *behind))


def _is_narrowed(pair: Pair, side: Side, count: Count) -> bool:
    """Whether a place is told of which the other version has nothing."""
    version = pair.versions[side]
    told = told_of(pair, side, count)
    end = clause_end(version, count.words.stop)
    dying = lexicons.words("dying_places").intersection(version.forms[count.words.stop : end])
    if dying.difference(pair.versions[OTHER[side]].forms):
        return True
    return bool(told) and all(is_new(pair, side, at) for at in told)


def _are_few(part: Count, whole: Count) -> bool:
    """Whether they are a small share of the others: two reports of one act are seldom that far apart."""
    return part.quantity.high < _FEW * whole.quantity.low


def _is_of_another_act(pair: Pair, side: Side, count: Count) -> bool:
    """Whether a "when" behind a number leads to words that are not in the other version."""
    version = pair.versions[side]
    end = clause_end(version, count.words.stop)
    when = next((at for at in range(count.words.stop, end) if version.forms[at] == _WHEN), end)
    return version.forms[when : when + 1] == (_WHEN,) and _is_new_act(pair, side, when + 1)


def _is_new_act(pair: Pair, side: Side, start: int) -> bool:
    """Whether the first words of a clause are not in the other version: "when a tree fell on their car"."""
    ahead = range(start, min(len(pair.tokens(side)), start + _REACH))
    acts = [at for at in ahead if pair.content[side][at]]
    return bool(acts) and all(is_new(pair, side, at) for at in acts)


def _names_a_year(version: Version) -> bool:
    return any(grain(one) == "year" and one.duration is None for one in version.dates)
