"""Places that one version names more fully: "in Tarn, South Osland", and "in South Osland" alone."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import OTHER, Point, left_first
from claimcompare.differences.shared.who.nameforms import name_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name


def fuller(pair: Pair, side: Side) -> Iterator[Point]:
    """The places that ``side`` names with the country or region round them, and the other version by that alone."""
    other = OTHER[side]
    placed = _places_in(pair.versions[side])
    known = {name_words(one) for one in pair.features[other].names} if placed else set()
    for place, region in placed:
        here = range(pair.indexes(side, place.span).start, pair.indexes(side, region.span).stop)
        there = _alone(pair, other, region, pair.reached(side, here))
        if there is None or name_words(place) in known:
            continue
        marks = left_first(side, pair.mark(side, pair.span(side, here)), pair.mark(other, there.span))
        yield point("name", "style", marks, "fuller", aspect="fuller")


def _alone(pair: Pair, side: Side, region: Name, reached: set[int]) -> Name | None:
    """The same region in the other version, where it is aligned and follows no place of its own."""
    behind = {id(one) for _, one in _places_in(pair.versions[side])}
    found = (
        one for one in pair.features[side].names if name_words(one) == name_words(region) and id(one) not in behind
    )
    return next((one for one in found if reached & set(pair.indexes(side, one.span))), None)


@lru_cache(maxsize=KEPT)
def _places_in(version: Version) -> tuple[tuple[Name, Name], ...]:
    """Each place with the region after it and a comma between: "in Tarn, South Osland, ..."; no row of names is one."""
    return tuple(two for two in pairwise(version.features.names) if _is_in(version, *two))


def _is_in(version: Version, place: Name, region: Name) -> bool:
    here, there = version.indexes(place.span), version.indexes(region.span)
    if not here or not there or here.stop != there.start or version.gaps[there.start] != ",":
        return False
    before = version.forms[max(0, here.start - 1) : here.start]
    if before == ("of",) and _names_person(version, here.start - 2):
        return False  # "the mayor of Tarn, Ann Doe,"
    closed = there.stop == len(version.forms) or bool(version.gaps[there.stop])
    named = any(version.indexes(one.span).start == there.stop for one in version.features.names)
    return closed and not named and not lexicons.words("place_prepositions").isdisjoint(before)


def _names_person(version: Version, at: int) -> bool:
    return at >= 0 and version.forms[at] in lexicons.words("roles", "titles", "person_nouns")
