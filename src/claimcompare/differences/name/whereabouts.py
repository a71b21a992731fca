"""Where it was: near a place in one version, and many miles from that place in the other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.differences.shared.who.nameforms import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["whereabouts"]
_FAR: float = _SETTINGS["far"]
_REACH: int = _SETTINGS["reach"]
_FEWEST_SHARED: int = _SETTINGS["fewest_shared"]
_NEAR, _WITHIN, _FROM = "near", frozenset({"at", "in"}), frozenset({"of", "from"})


def far_from(pair: Pair) -> Iterator[Point]:
    """The points at which one version has it near a place and the other far from there."""
    for side in SIDES:
        other = OTHER[side]
        near = _near(pair.versions[side])
        for place, far in _far(pair.versions[other]).items() if near else ():
            if place not in near or place in _near(pair.versions[other]) or len(pair.common) < _FEWEST_SHARED:
                continue
            if _is_of_one_act(pair, side, near[place]):
                yield point("name", "conflict", pair.marks(*left_first(side, near[place], far)))
                return


def _is_of_one_act(pair: Pair, side: Side, near: range) -> bool:
    """Whether what is near a place is what both tell: always for "near", by the same word before it for "in"."""
    at = near.start
    return pair.versions[side].forms[at] == _NEAR or bool(
        at and pair.content[side][at - 1] and pair.shares(side, at - 1)
    )


@lru_cache(maxsize=KEPT)
def _near(version: Version) -> dict[tuple[str, ...], range]:
    """The places that something is near, at or in, each with that word."""
    found = {}
    for name in version.features.names:
        own = version.indexes(name.span)
        if own and own.start and version.form(own.start - 1) in _WITHIN | {_NEAR} and not version.gaps[own.start]:
            found[name_words(name)] = range(own.start - 1, own.stop)
    return found


@lru_cache(maxsize=KEPT)
def _far(version: Version) -> dict[tuple[str, ...], range]:
    """The places that something is many miles from, each with the words for the distance."""
    lengths = [one for one in version.features.quantities if one.unit in _SETTINGS["units"] and one.low >= _FAR]
    found = {}
    for name in version.features.names if lengths else ():
        own = version.indexes(name.span)
        if not own or not own.start or version.form(own.start - 1) not in _FROM:
            continue
        for one in lengths:
            start = version.indexes(one.span)
            if start and 0 < own.start - start.stop <= _REACH:
                found[name_words(name)] = range(start.start, own.stop)
    return found
