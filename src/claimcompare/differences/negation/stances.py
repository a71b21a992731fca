"""For here and against there: voted for the bill and against it, supports the plan and is against it."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.neighbours import objects_of
from claimcompare.differences.shared.versions import KEPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = lexicons.parameters("differences")["stances"]
_REACH: int = _SETTINGS["reach"]


@frozen
class _Stance:
    """Words of a version that are for a thing or against it, and the first word of the thing."""

    indexes: range
    stance: str
    thing: int


def stances(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one is for what the other is against, and of the same one."""
    lefts, rights = map(_stances, pair.versions)
    for left, right in product(lefts, rights):
        if left.stance != right.stance and corresponds(pair, left.thing, right.thing) and _of_one(pair, left, right):
            yield left.indexes, right.indexes


@lru_cache(maxsize=KEPT)
def _stances(version: Version) -> tuple[_Stance, ...]:
    """What a version is for or against."""
    found = []
    for at, form in enumerate(version.forms):
        for words, stance in lexicons.phrases("stances").get(form, ()):
            things = objects_of(version, at + len(words) - 1)
            if things and version.forms[at : at + len(words)] == words:
                found.append(_Stance(range(at, at + len(words)), stance, things[0]))
                break
    return tuple(found)


def _of_one(pair: Pair, left: _Stance, right: _Stance) -> bool:
    """Whether a word before both is the same: who votes, or the vote."""
    here, there = pair.before(0, left.indexes, _REACH)[:2], pair.before(1, right.indexes, _REACH)[:2]
    return any(corresponds(pair, one, other) for one, other in product(here, there))
