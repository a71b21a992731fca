"""An actor has a label in one version and its name in the other: "insurgents" and "the Taliban"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.families import labelled
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import substitutions
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.families import Labelled
    from claimcompare.differences.shared.view import Pair, Side

_LONGEST_NAMED: int = lexicons.parameters("differences")["label"]["longest_named"]


def named_instead(pair: Pair) -> Iterator[Point]:
    """The points at which an actor's label and a name take each other's place."""
    actors = lexicons.words("actor_families")
    for side in SIDES:
        for one in labelled(pair.versions[side]):
            name = _name_for(pair, side, one) if one.family in actors else None
            if name is not None:
                yield point("label", "style", pair.marks(*left_first(side, one.indexes, name)), "name")


def _name_for(pair: Pair, side: Side, label: Labelled) -> range | None:
    """The name that the other version has between the same shared words, with little else."""
    other = OTHER[side]
    for one in substitutions(pair):
        if label.indexes[0] in one.side(side).indexes and one.left.content + one.right.content <= _LONGEST_NAMED:
            names = (pair.indexes(other, name.span) for name in pair.features[other].names)
            return next((name for name in names if name and name[0] in one.side(other).indexes), None)
    return None
