"""Numbers of a group or place that only one version names, or of some of those whom the other counts.

"Turnout was 43 percent" and "among voters under 30 turnout was 28 percent"; "cancelled 310 flights" and "cancelled 95
flights at Heathrow"; "the two together have 640 branches" and "Northgate has 230"; "500 cars" and "200 of the cars".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.wholes import is_new, told_of
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.number.read.nearby import is_partitive, lower_side
from claimcompare.differences.number.units import is_share
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, left_first

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["scopes"]
_FEW: float = _SETTINGS["few"]
_LONGEST: int = _SETTINGS["longest"]
_BEHIND: int = _SETTINGS["behind"]
_PERCENT, _ALONE = "%", "alone"


def are_of_part_and_all(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is of a group, of one alone, of some of those known, or without what else is in the other."""
    return (
        _are_of_group_and_all(pair, left, right)
        or _are_of_some_and_all(pair, left, right)
        or _is_one_inclusive(pair, left, right)
    )


def _are_of_group_and_all(pair: Pair, left: Count, right: Count) -> bool:
    """Whether only one version says of which group or place its number is; of counts it has to be far lower."""
    if left.quantity.ordinal or right.quantity.ordinal or left.quantity.unit != right.quantity.unit:
        return False
    named = bool(_group_of(pair, 0, left)), bool(_group_of(pair, 1, right))
    if named[0] == named[1]:
        return False
    of_all = is_share(left.quantity) or left.quantity.unit == _PERCENT
    return of_all or (_are_few(left, right) and named[lower_side(left, right)])


def _are_of_some_and_all(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the lower is told of one alone, or of some of those known, and the other of all together."""
    side = lower_side(left, right)
    part, whole = left_first(side, left, right)
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if left.quantity.ordinal or right.quantity.ordinal or part.quantity.high >= whole.quantity.low:
        return False
    if _is_joint(other, whole) and not _is_joint(version, part):
        return True
    if _is_alone(version, part) and not _is_alone(other, whole):
        return True
    counted = part.quantity.unit is None and _are_few(left, right)
    return counted and _is_of_known(version, part) and not _is_of_known(other, whole)


def _is_one_inclusive(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one says what else is in the amount, or is not: "including bonuses", "plus bonuses", "without"."""
    here, there = (_inclusive(version, one) for version, one in pair.each(left, right))
    return here != there


def _inclusive(version: Version, count: Count) -> frozenset[str]:
    return lexicons.words("inclusive_words").intersection(version.forms[count.words.stop : count.words.stop + _BEHIND])


def _are_few(left: Count, right: Count) -> bool:
    """Whether one is a small share of the other: two reports of one count are seldom that far apart."""
    lower, higher = sorted((left.quantity, right.quantity), key=lambda one: one.high)
    return lower.high < _FEW * higher.low


def _group_of(pair: Pair, side: Side, count: Count) -> list[int]:
    """The words of content of the group or place, none of which the other version has; nothing where it has some."""
    told = _opening_group(pair.versions[side], count)
    # "six houses in Fern Hollow", but not "71 percent effective in adults"
    if not told and count.quantity.unit is None:
        told = told_of(pair, side, count)
    return told if all(is_new(pair, side, at) for at in told) else []


def _opening_group(version: Version, count: Count) -> list[int]:
    """The first word of content of "Among voters under 30", "In Eastfield" at the start of the number's sentence."""
    start = version.stretch_start(count.words.start)
    if start and version.gaps[start] == ",":
        start = version.stretch_start(start - 1)
    if version.form(start) not in lexicons.words("group_openers"):
        return []
    if version.form(start + 1) in lexicons.words("no_groups"):
        return []
    end = next((at for at in range(start + 1, count.words.start) if version.gaps[at] == ","), start + 1 + _LONGEST)
    ahead = range(start + 1, min(end, count.words.start))
    told = [at for at in ahead if version.content[at] and not is_verb(version, at)]
    timed = any(at in version.dated for at in ahead)
    return [] if timed or not told else told[:1]


def _is_joint(version: Version, count: Count) -> bool:
    """Whether it is of several together: "the two banks together have 640 branches", "between them"."""
    return not lexicons.words("joint_words").isdisjoint(_sentence(version, count))


def _is_alone(version: Version, count: Count) -> bool:
    """Whether it is of one of several: "Northgate alone has 230 branches"."""
    return _ALONE in _sentence(version, count)


def _sentence(version: Version, count: Count) -> tuple[str, ...]:
    """The words of the number's clause up to its end, those of a comma before it included."""
    last = next((at for at in range(count.words.stop, len(version.forms)) if version.gaps[at]), len(version.forms))
    return version.forms[version.stretch_start(count.words.start) : last]


def _is_of_known(version: Version, count: Count) -> bool:
    """Whether it is so many of those that are known, of whom no other number is told: "200 of the cars"."""
    alone = all(one.words.start != count.words.stop + 2 for one in counts_of(version))
    return alone and is_partitive(version, count)
