"""Which of two sides did it: "the rebel delegation walked out", "the government delegation walked out"."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_FEWEST_SHARED: int = lexicons.parameters("differences")["sides"]["fewest_shared"]


@frozen
class _Acting:
    """A side, its words, and the verb behind them."""

    side: str
    words: range
    verb: int


@cache
def _opposed() -> frozenset[tuple[str, str]]:
    """Each two words for sides that meet each other, in either order."""
    return frozenset(two for one, other in lexicons.table("opposed_sides") for two in ((one, other), (other, one)))


@cache
def _side_words() -> frozenset[str]:
    return frozenset(word for two in _opposed() for word in two)


def other_sides(pair: Pair) -> Iterator[Point]:
    """The points at which the other side did what one side does to the other."""
    for left, right in product(_acting(pair.versions[0]), _acting(pair.versions[1])):
        if (left.side, right.side) in _opposed() and _does_the_same(pair, left, right):
            yield point("name", "conflict", pair.marks(left.words, right.words))
            return


@lru_cache(maxsize=KEPT)
def _acting(version: Version) -> tuple[_Acting, ...]:
    return tuple(_each_acting(version))


def _each_acting(version: Version) -> Iterator[_Acting]:
    """Each side that does what one side does, with the noun behind it: "rebels", "the rebel delegation"."""
    for verb in range(1, len(version.forms)):
        if version.forms[verb] not in lexicons.words("one_sided_verbs") or version.gaps[verb]:
            continue
        for at in (verb - 2, verb - 1):
            side = version.forms[at].removesuffix("s") if at >= 0 else ""
            if side in _side_words() and not any(version.gaps[at + 1 : verb]):
                yield _Acting(side, range(at, verb), verb)
                break


def _does_the_same(pair: Pair, left: _Acting, right: _Acting) -> bool:
    """Whether the verb is the same, and enough words beside are."""
    if right.verb not in pair.partner(0, left.verb) or not pair.shares(0, left.verb):
        return False
    return len(pair.common) >= _FEWEST_SHARED
