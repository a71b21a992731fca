"""Other words for the same actor, act or thing: insurgents and militants, slammed and criticised, jacket and suit.

Each place at which the versions have words of their own (``replacements``) is reported where a reader would likely
note it (``chances``). A change of load within a family (``families``) is a shift; other words of the same load or
meaning are style, and so is a name in the place of an actor's label; words without any relation are a shift where one
of them judges, labels an actor, is the opposite or another sort of place, else style.
Words of which one side is negated are none: that is a negation.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.label.actors import named_instead
from claimcompare.differences.label.added import judged_by_one
from claimcompare.differences.label.denied import denied_in_one
from claimcompare.differences.label.described import described
from claimcompare.differences.label.premises import name_two_sorts, other_premises
from claimcompare.differences.label.replacements import replacements
from claimcompare.differences.label.saidof import said_of
from claimcompare.differences.label.signs import (
    are_opposite,
    cross_classes,
    judges,
    label_signs,
    led_otherwise,
    stand_apart,
)
from claimcompare.differences.shared.chances import chance
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.same.converses import say_the_same
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.label.replacements import Replacement
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["label"]
_LEAST: float = _SETTINGS["least"]
_LEAST_ACROSS: float = _SETTINGS["least_across"]
_LEAST_APART: float = _SETTINGS["least_apart"]
_KIN: float = _SETTINGS["kin"]


def label(pair: Pair) -> Iterator[Point]:
    """The points on which two versions call the same thing by different words."""
    yield from said_of(pair)
    yield from other_premises(pair)
    yield from described(pair)
    yield from named_instead(pair)
    yield from judged_by_one(pair)
    places = (one for one in replacements(pair) if _akin(pair, one) or not led_otherwise(pair, one))
    found = [(chance("label", label_signs(pair, one)), one) for one in places]
    # The likeliest first, since what lies within a point that is reported already is left out.
    for likelihood, one in sorted(found, key=lambda found: (-found[0], found[1].left, found[1].right)):
        if likelihood >= _LEAST and likelihood >= _least(pair, one):
            yield denied_in_one(pair, one) or _point(pair, one, likelihood)


def _least(pair: Pair, one: Replacement) -> float:
    """The chance from which on a place is told: more where little says that both are of one thing."""
    if _akin(pair, one):
        return _LEAST
    if cross_classes(pair, one):
        return _LEAST_ACROSS
    return _LEAST_APART if stand_apart(pair, one) else _LEAST


def _point(pair: Pair, one: Replacement, likelihood: float) -> Point:
    left, right = (in_whole_words(pair, side, one.side(side)) for side in SIDES)
    # Words of no family that have nothing in common are never put beside others: each pair has its own in that place.
    aspect = "" if one.families or _akin(pair, one) else "replaced"
    return point("label", _severity(pair, one), pair.marks(left, right), "chance", chance=likelihood, aspect=aspect)


def _severity(pair: Pair, one: Replacement) -> Severity:
    """A shift where the load is another, or where words without any relation tell more than another word would."""
    if one.families:
        return "shift" if all(found.loaded for found in one.families) else "style"
    if _akin(pair, one):
        return "style"
    return "shift" if judges(pair, one) or are_opposite(pair, one) or name_two_sorts(pair, one) else "style"


def _akin(pair: Pair, one: Replacement) -> bool:
    """Whether a word of one side is related to a word of the other, or two of it say the same."""
    if any(say_the_same(pair, here, there) for here, there in product(one.left, one.right)):
        return True
    left, right = ([pair.versions[side].stems[at] for at in one.side(side)] for side in SIDES)
    return any(related(here, there) >= _KIN for here, there in product(left, right))
