"""Who does it, and to whom: two names that have changed places."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_COPY: float = lexicons.parameters("differences")["names"]["copy"]
_Statement = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def exchanged(pair: Pair) -> Iterator[Point]:
    """The points at which two names have changed places: "Osland beat Norvik" and "Norvik beat Osland"."""
    if pair.likeness < _COPY or any(_goes_both_ways(version) for version in pair.read):
        return
    lefts, rights = (_statements(version) for version in pair.read)
    found = [
        (here, rights[other, between, one])
        for (one, between, other), here in lefts.items()
        if (other, between, one) in rights
        and (other, between, one) not in lefts
        and (one, between, other) not in rights
    ]
    for here, there in found:
        yield point("name", "conflict", pair.marks(here, there))


def _statements(version: Version) -> dict[_Statement, range]:
    """For each two names and the words between them, which may say what one does to the other, their tokens."""
    places = [place for one in version.features.names if (place := version.indexes(one.span))]
    found = {}
    for one, other in combinations(places, 2):
        between = range(one.stop, other.start)
        words = version.forms[between.start : between.stop]
        if words and lexicons.words("mutual_words").isdisjoint(words) and not any(version.gaps[one.stop : other.stop]):
            found[_forms(version, one), words, _forms(version, other)] = range(one.start, other.stop)
    return found


def _goes_both_ways(version: Version) -> bool:
    """Whether a version tells of a way back, or of what leads both ways: "the return flight", "the road from Tarn"."""
    ways = lexicons.words("ways")
    leads = any(one in ways and other == "from" for one, other in pairwise(version.forms))
    return leads or not lexicons.words("return_words").isdisjoint(version.forms)


def _forms(version: Version, place: range) -> tuple[str, ...]:
    return version.forms[place.start : place.stop]
