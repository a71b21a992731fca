"""The last part of the flow: claims that state the same → how they differ.

alignment (each pair of sentences once) → differences
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from attrs import evolve

from claimcompare.alignment import align, spans_of
from claimcompare.alignment.slices import links_within
from claimcompare.differences import are_copies, conflicts_of, differences_of
from claimcompare.differences.readings.forms import OfTwoThings, doubted
from claimcompare.lexicons import parameters
from claimcompare.preparation import Prepared
from claimcompare.records import (
    Attribution,
    Cluster,
    DateMention,
    Difference,
    Features,
    Link,
    Match,
    Name,
    Quantity,
    Quotation,
)

LITTLE_ALIKE = "the two are little alike, and stand together because they contradict each other"

Found = TypeVar("Found", Quantity, DateMention, Name, Quotation, Attribution)


class Contrasts:
    """How claims of prepared reports differ, at most ``limit`` differences of each match and cluster, None for all.

    Matches and clusters ask for the same sentences, so that the words of each two, once aligned, are kept here.
    """

    def __init__(self, ready: Prepared, limit: int | None) -> None:
        self._ready = ready
        self._limit = limit
        self._links: dict[tuple[str, str], tuple[Link, ...]] = {}  # by the ids of the whole sentences

    def aligned(self, match: Match) -> Match:
        """The match with its words aligned and its differences."""
        features = self._ready.features
        ends = (_compared(features[match.left.id]), _compared(features[match.right.id]))
        links = self._links_between(*ends)
        differences = differences_of(ends, {(0, 1): links}, self._ready.published_of(ends), self._limit)
        return evolve(match, alignment=spans_of(links, *ends), differences=differences)

    def between(self, versions: Sequence[Features], representative: int) -> tuple[Difference, ...]:
        """The differences between the versions of a cluster, the representative one by its index."""
        compared, links = self._linked(versions, representative)
        return differences_of(compared, links, self._ready.published_of(compared), self._limit)

    def conflicts_between(self, versions: Sequence[Features]) -> tuple[Difference, ...]:
        """The conflicts of numbers and dates between two claims that are little alike, with a note that they are.

        How else they differ says nothing: little of the one corresponds to anything of the other.
        """
        if not (all(one.quantities for one in versions) or all(one.dates for one in versions)):
            return ()
        compared, links = self._linked(versions, 0)
        conflicts = conflicts_of(compared, links, self._ready.published_of(compared))
        return tuple(evolve(one, note=one.note or LITTLE_ALIKE) for one in conflicts)

    def _linked(
        self, versions: Sequence[Features], representative: int
    ) -> tuple[list[Features], dict[tuple[int, int], tuple[Link, ...]]]:
        """The versions as far as they are compared, and the links between those that are aligned."""
        versions = [_compared(version) for version in versions]
        links = {
            (one, other): self._links_between(versions[one], versions[other])
            for one, other in _to_align(len(versions), representative)
            if versions[one].claim.report != versions[other].claim.report
            and not are_copies(versions[one], versions[other])
        }
        return versions, links

    def _links_between(self, left: Features, right: Features) -> tuple[Link, ...]:
        """The links between two claims: those between their sentences, as far as they lie within both claims."""
        one, other = (self._ready.versions[end.claim.report, end.claim.sentence][0] for end in (left, right))
        if not (_is_compared_whole(one) and _is_compared_whole(other)):
            return align(left, right)
        pair = (one.claim.id, other.claim.id)
        if pair not in self._links:
            self._links[pair] = align(one, other)
        return links_within(self._links[pair], (one, other), (left, right))


def with_contradictions(
    alike: Iterable[Cluster], unlike: Iterable[Cluster], of_two: OfTwoThings
) -> tuple[Cluster, ...]:
    """The clusters, and behind them those of claims little alike that contradict each other.

    A conflict that is only between reports of two things is a shift, and no reason for claims to stand together.
    """
    contradicting = (evolve(one, differences=_conflicts(_undoubted(one, of_two))) for one in unlike)
    return (
        *(evolve(one, differences=_undoubted(one, of_two)) for one in alike),
        *(one for one in contradicting if one.differences),
    )


def _undoubted(cluster: Cluster, of_two: OfTwoThings) -> tuple[Difference, ...]:
    return doubted(cluster.differences, cluster.claims, of_two)


def _conflicts(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    return tuple(one for one in differences if one.severity == "conflict")


def _to_align(versions: int, representative: int) -> Iterator[tuple[int, int]]:
    """The pairs of versions to align: all, but of many versions each with the next and with the representative."""
    many = versions > parameters("clusters")["most_aligned"]
    for one, other in combinations(range(versions), 2):
        if not many or other == one + 1 or representative in (one, other):
            yield one, other


def _is_compared_whole(claim: Features) -> bool:
    """Whether all words of a claim are compared."""
    return _words_compared(claim) == len(claim.tokens)


def _words_compared(claim: Features) -> int:
    """How many words of a claim are compared: of what is too long for a sentence, or repeats itself, the first."""
    most = parameters("claims")
    tokens = claim.tokens[: most["most_words_compared"]]
    if len(tokens) ** 2 <= most["most_repeats_compared"]:
        return len(tokens)
    seen: Counter[str] = Counter()
    pairs = 0
    for number, token in enumerate(tokens):
        pairs += 2 * seen[token.stem] + 1  # each word with itself and with its like, both ways
        if pairs > most["most_repeats_compared"]:
            return number
        seen[token.stem] += 1
    return len(tokens)


def _compared(claim: Features) -> Features:
    """What is known of the words of a claim that are compared."""
    if _is_compared_whole(claim):
        return claim
    tokens = claim.tokens[: _words_compared(claim)]
    end = tokens[-1].end

    def within(found: Sequence[Found]) -> tuple[Found, ...]:
        return tuple(one for one in found if one.span.end <= end)

    return evolve(
        claim,
        tokens=tokens,
        quantities=within(claim.quantities),
        dates=within(claim.dates),
        names=within(claim.names),
        quotations=within(claim.quotations),
        attributions=within(claim.attributions),
    )
