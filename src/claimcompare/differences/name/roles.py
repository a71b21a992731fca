"""Who does it, and to whom: two names that have changed places."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.emphasis import emphasis
from claimcompare.differences.shared.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_COPY: float = lexicons.parameters("differences")["names"]["copy"]
_Statement = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]


def exchanged(pair: Pair) -> Iterator[Point]:
    """The points at which two names have changed places: "Osland beat Norvik" and "Norvik beat Osland"."""
    if pair.likeness < _COPY:
        return
    lefts, rights = (_statements(version) for version in pair.read)
    for (one, between, other), here in lefts.items():
        there = rights.get((other, between, one))
        if there is not None and (one, between, other) not in rights:
            yield Point(
                kind="name",
                severity="conflict",
                left=pair.mark(0, pair.span(0, here)),
                right=pair.mark(1, pair.span(1, there)),
                weight=emphasis("name", "exchanged"),
            )


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


def _forms(version: Version, place: range) -> tuple[str, ...]:
    return version.forms[place.start : place.stop]
