"""Which matches stand behind a cluster.

Matches are of whole sentences, and a cluster may show a clause of one: they belong together by the sentence.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimcompare.records import Claim, Cluster, Match, Span

Place = tuple[str, "Span"]


def place_of(claim: Claim) -> Place:
    """The report and the sentence that a claim is in."""
    return claim.report, claim.sentence


def matches_by_places(matches: Iterable[Match]) -> dict[frozenset[Place], Match]:
    """The matches by the places of their two claims."""
    return {frozenset((place_of(match.left), place_of(match.right))): match for match in matches}


def matches_within(cluster: Cluster, matches: Mapping[frozenset[Place], Match]) -> list[Match]:
    """The matches between the sentences of a cluster, surest first."""
    places = dict.fromkeys(map(place_of, cluster.claims))
    pairs = (frozenset(pair) for pair in combinations(places, 2))
    return sorted((matches[pair] for pair in pairs if pair in matches), key=lambda match: -match.score)


def numbers_by_place(clusters: Iterable[Cluster]) -> dict[Place, list[int]]:
    """For each place the numbers, from 1, of the clusters that it is in."""
    found: dict[Place, list[int]] = {}
    for number, cluster in enumerate(clusters, start=1):
        for place in dict.fromkeys(map(place_of, cluster.claims)):
            found.setdefault(place, []).append(number)
    return found
