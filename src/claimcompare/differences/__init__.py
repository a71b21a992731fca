"""Versions of a claim → the differences between them, by the rules of ``rules``, each in a folder of its own.

A rule looks at two versions and their alignment and gives the points on which they differ; ``readings`` gathers the
points of all pairs into differences with their readings. Rules further down report only what those above have left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.differences.readings.gathering import Found
from claimcompare.differences.readings.grouping import differences_from
from claimcompare.differences.readings.subjects import points_of_one_subject
from claimcompare.differences.rules import OF_FIGURES, RULES
from claimcompare.differences.shared.versions import version_of
from claimcompare.differences.shared.view import Pair

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.differences.rules import Rules
    from claimcompare.records import Difference, Features, Link

__all__ = ["RULES", "are_copies", "conflicts_of", "differences_of", "pairs_of", "points_found"]


def differences_of(
    versions: Sequence[Features],
    links: Mapping[tuple[int, int], tuple[Link, ...]],
    published: Sequence[datetime.date | None],
    limit: int | None,
) -> tuple[Difference, ...]:
    """The points on which the versions differ, conflicts first, then the weightiest; at most ``limit``, None for all.

    ``links[i, j]``, i < j, is the alignment of versions i and j; pairs that are not in it are not compared.
    """
    return differences_from(points_found(versions, links, published), versions, limit)


def conflicts_of(
    versions: Sequence[Features],
    links: Mapping[tuple[int, int], tuple[Link, ...]],
    published: Sequence[datetime.date | None],
) -> tuple[Difference, ...]:
    """The conflicts of numbers and dates between versions that are little alike."""
    found = points_found(versions, links, published, OF_FIGURES)
    if not any(one.point.severity == "conflict" for one in found):
        return ()
    return tuple(one for one in differences_from(found, versions, None) if one.severity == "conflict")


def points_found(
    versions: Sequence[Features],
    links: Mapping[tuple[int, int], tuple[Link, ...]],
    published: Sequence[datetime.date | None],
    rules: Rules = RULES,
) -> list[Found]:
    """What the rules find in each pair of versions."""
    found: list[Found] = []
    for first, second, pair in pairs_of(versions, links, published):
        points = points_of_one_subject(pair, [point for _, rule in rules for point in rule(pair)])
        found += (Found(first, second, point) for point in points)
    return found


def pairs_of(
    versions: Sequence[Features],
    links: Mapping[tuple[int, int], tuple[Link, ...]],
    published: Sequence[datetime.date | None],
) -> Iterator[tuple[int, int, Pair]]:
    """The pairs of versions that are not the same word for word, with the indexes of both, in either order."""
    read = [version_of(version) for version in versions]
    said = _said(versions)
    for (left, right), aligned in sorted(links.items()):
        if are_copies(versions[left], versions[right]):
            continue
        turned = _key(versions[left]) > _key(versions[right])
        first, second = (right, left) if turned else (left, right)
        pair = Pair(
            versions=(read[first], read[second]),
            links=tuple(map(_turned, aligned)) if turned else aligned,
            published=(published[first], published[second]),
            said=(said[first], said[second]),
        )
        yield first, second, pair


def are_copies(left: Features, right: Features) -> bool:
    """Whether two versions say the same word for word, and the same speakers: then nothing differs."""
    return _key(left) == _key(right)


def _said(versions: Sequence[Features]) -> list[frozenset[str]]:
    """For each version the stems of all versions of its report."""
    stems: dict[str, set[str]] = {}
    for version in versions:
        stems.setdefault(version.claim.report, set()).update(token.stem for token in version.tokens)
    return [frozenset(stems[version.claim.report]) for version in versions]


def _key(version: Features) -> tuple[str, ...]:
    """By what two versions are put in order, so that results do not depend on which came first."""
    return (version.claim.text, *(one.speaker for one in version.attributions))


def _turned(link: Link) -> Link:
    """The link seen from the other side."""
    return evolve(link, left=link.right, right=link.left)
