"""Whether words of two versions, and what stands beside them, correspond."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.neighbours import objects_of, subjects_of
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Relation

_SETTINGS = lexicons.parameters("differences")["corresponding"]
_REACH: int = _SETTINGS["beside_reach"]
_MOST: int = _SETTINGS["beside_most"]
_FEWEST_ALIKE: int = _SETTINGS["fewest_alike"]
_ALIKE: float = _SETTINGS["alike"]
# Of words that are alike in nothing but their place.
NO_LIKENESS: frozenset[Relation] = frozenset({"antonym", "context"})


def same_subject(pair: Pair, left: int, right: int) -> bool | None:
    """Whether two verbs have one subject; None where that cannot be told, as one is a pronoun or is not there."""
    here, there = subjects_of(pair.versions[0], left), subjects_of(pair.versions[1], right)
    if any(corresponds(pair, one, other) for one, other in product(here, there)):
        return True
    told = all(any(pair.content[side][at] for at in words) for side, words in zip(SIDES, (here, there), strict=True))
    return False if told else None


def same_object(pair: Pair, left: int, right: int) -> bool:
    """Whether the same word follows both verbs, or none follows either."""
    behind = [version.forms[at + 1 : at + 2] == ("that",) for version, at in pair.each(left, right)]
    if behind[0] != behind[1]:
        return False  # a clause follows the one and a thing the other
    here, there = objects_of(pair.versions[0], left)[:1], objects_of(pair.versions[1], right)[:1]
    return corresponds(pair, here[0], there[0]) if here and there else here == there


def turned_round(pair: Pair, left: int, right: int) -> bool:
    """Whether what follows the one verb is the subject of the other: "did not hold him", "he was held"."""
    subjects, objects = (
        [found(pair.versions[side], at) for side, at in zip(SIDES, (left, right), strict=True)]
        for found in (subjects_of, objects_of)
    )
    forward = product(objects[0][:1], subjects[1])
    backward = product(subjects[0], objects[1][:1])
    return any(corresponds(pair, one, other) for one, other in (*forward, *backward))


def said_alike(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether nearly all that is beside words of either version is the same: of whom, of what, and when."""
    here, there = set(pair.near(0, left, _REACH, _MOST)), set(pair.near(1, right, _REACH, _MOST))
    if _counted_apart(pair, here, there):
        return False
    both = sum(any(corresponds(pair, one, other) for other in there) for one in here)
    return both >= _FEWEST_ALIKE and both >= _ALIKE * max(len(here), len(there))


def _counted_apart(pair: Pair, here: Set[int], there: Set[int]) -> bool:
    """Whether both have numbers and none in common: one may have sold, and another bought, as many as they did."""
    values = [
        {(one.low, one.high) for one in version.quantities if not words.isdisjoint(pair.indexes(side, one.span))}
        for side, version, words in zip(SIDES, pair.features, (here, there), strict=True)
    ]
    return all(values) and values[0].isdisjoint(values[1])


def likeness_beside(pair: Pair, words: int = 2) -> float:
    """How like the versions are in what is beside some words of content of both, which are not alike."""
    content = sum(map(sum, pair.content))
    return min(1.0, pair.likeness * content / max(1, content - words))


def corresponds(pair: Pair, left: int, right: int) -> bool:
    """Whether two words correspond, and not by their place alone."""
    link = pair.partners[0].get(left)
    return link is not None and right in link.right and link.relation not in NO_LIKENESS


def names_more(pair: Pair, side: Side) -> bool:
    """Whether a version has a name of which no word corresponds to one of the other."""
    return any(not pair.reached(side, pair.indexes(side, one.span)) for one in pair.features[side].names)
