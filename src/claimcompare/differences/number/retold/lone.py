"""The only amounts of one measure in two versions, and what speaks for their being one amount told twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.number.units import are_in_comparable_units, is_transposed
from claimcompare.differences.shared.syntax.plurals import singular

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["lone"]
_FEW: int = _SETTINGS["few"]
_BESIDE: int = _SETTINGS["beside"]
_NAME_REACH: int = _SETTINGS["name_reach"]


def are_lone(pair: Pair, left: Count, right: Count) -> bool:
    """Whether each is the only amount of its version that measures what it does."""
    return _amounts_like(pair.versions[0], left) == 1 and _amounts_like(pair.versions[1], right) == 1


def are_one_amount_misprinted(pair: Pair, left: Count, right: Count) -> bool:
    """Whether digits have changed places, in versions that have hardly another such amount."""
    if left.quantity.unit is None or not is_transposed(left.quantity, right.quantity):
        return False
    numbers = sorted(_amounts_like(version, one) for version, one in pair.each(left, right))
    return numbers[0] == 1 and numbers[1] <= _FEW


def _amounts_like(version: Version, one: Count) -> int:
    """How many amounts of a version measure what one does; 0 for what is no amount."""
    if one.quantity.unit is None:
        return 0
    return sum(are_in_comparable_units(one.quantity, other.quantity) for other in counts_of(version))


def same_neighbours(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a content word next to one number corresponds to one next to the other."""
    return not pair.reached(0, _beside(pair, 0, left)).isdisjoint(_beside(pair, 1, right))


def lead_to_one_name(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the same name stands a little behind both, after the same preposition: "£60,000, came from Ann Doe"."""
    here, there = _name_behind(pair.versions[0], left), _name_behind(pair.versions[1], right)
    if here is None or there is None or pair.versions[0].forms[here[0] - 1] != pair.versions[1].forms[there[0] - 1]:
        return False
    return pair.reached(0, here) == set(there)


def _name_behind(version: Version, count: Count) -> range | None:
    """The first name of several words behind an amount, where a preposition leads to it and no number lies between."""
    ahead = range(count.words.stop, count.words.stop + _NAME_REACH)
    places = (version.indexes(one.span) for one in version.features.names if len(one.words) > 1)
    place = next((one for one in places if one and one[0] in ahead), None)
    if place is None or version.forms[place[0] - 1] not in lexicons.words("place_prepositions", "target_prepositions"):
        return None
    return None if version.numbered.intersection(range(count.words.stop, place[0])) else place


def _beside(pair: Pair, side: Side, count: Count) -> list[int]:
    if not are_just_people(pair, side, count):
        if not count.measured:
            return pair.near(side, count.words, _BESIDE)
        return [*count.measured, *pair.near(side, range(count.measured[0], count.words.stop), _BESIDE, 1)]
    place = range(min(count.words.start, count.counted[0]), max(count.words.stop, count.counted[-1] + 1))
    return [at for at in pair.near(side, place, _BESIDE) if at not in count.counted]


def are_just_people(pair: Pair, side: Side, count: Count) -> bool:
    """Whether people are counted of whom nothing is said: those on board are others than those who died."""
    counted = [singular(pair.versions[side].forms[at]) for at in count.counted]
    return bool(counted) and lexicons.words("people_words").issuperset(counted)
