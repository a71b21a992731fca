"""The one name that two versions do not share, of those that say nearly the same: one of the two is wrong.

It may stand anywhere in either. Both have to be surely of two (two persons, two bodies, two countries), or to stand at
one point; neither may stand in the other report, or say it. Reports of one form tell of two things by other numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.name.apart import are_two, counted_apart, who_say_it
from claimcompare.differences.name.deeds import is_beside_noun
from claimcompare.differences.shared.same.corresponding import likeness_beside
from claimcompare.differences.shared.same.divisions import say_the_opposite
from claimcompare.differences.shared.view import SIDES
from claimcompare.differences.shared.who.nameforms import name_words, nature_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name

_SETTINGS = lexicons.parameters("differences")["oddones"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_ALIKE: float = _SETTINGS["alike"]


def are_odd_ones(pair: Pair, left: Name, right: Name, *, placed: bool) -> bool:
    """Whether all else is the same, so that one of the names is wrong; ``placed``: whether they stand at one point."""
    if pair.likeness < _LEAST_LIKENESS:
        return False
    natures = nature_of(left), nature_of(right)
    same = natures[0] == natures[1] and (natures[0] or placed)
    if not same and not (placed and "" in natures and "country" not in natures and _begin_apart(left, right)):
        return False
    if not are_two(pair, name_words(left), name_words(right)) or any(who_say_it(pair, left, right)):
        return False
    return not counted_apart(pair) and _is_all(pair, left, right)


def _begin_apart(left: Name, right: Name) -> bool:
    """Whether names begin with other letters, so that neither is a form of the other: Josh, Joshua Lee."""
    return left.words[0][0].casefold() != right.words[0][0].casefold()


def _is_all(pair: Pair, left: Name, right: Name) -> bool:
    """Whether the versions are much alike but for the names, and one of them says nothing else of its own."""
    places = pair.indexes(0, left.span), pair.indexes(1, right.span)
    if all(_says_more(pair, side, places[side]) for side in SIDES):
        return False
    if any(_says_which(version, place) for version, place in pair.each(*places)):
        return False
    return likeness_beside(pair, sum(map(len, places))) >= _ALIKE and not say_the_opposite(pair)


def _says_more(pair: Pair, side: Side, name: range) -> bool:
    """Whether a version has words of content beside a name that correspond to nothing."""
    content = pair.content[side]
    return any(content[at] and at not in name and not pair.partner(side, at) for at in range(len(content)))


def _says_which(version: Version, place: range) -> bool:
    """Whether a name only says which one of several it is: "the Norvik branch", "some were taken to Tarn"."""
    several = lexicons.words("several_words") - lexicons.words("forms_of_be")
    if not place or not several.isdisjoint(version.forms):
        return True
    led = version.forms[max(0, place.start - 1) : place.start]
    return not lexicons.words("articles").isdisjoint(led) and is_beside_noun(version, place)
