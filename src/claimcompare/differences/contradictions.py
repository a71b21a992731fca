"""Which readings of a difference cannot both be true.

Rules say so of two versions. Over all versions it holds only if no report has both readings: one that does tells of
two things.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimcompare.differences.counts import counts_of, value_of
from claimcompare.differences.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.differences.counts import Count
    from claimcompare.differences.gathering import Found
    from claimcompare.differences.view import Mark
    from claimcompare.records import Features, Reading


def contradictions_of(
    group: Sequence[Found], readings: Sequence[Reading], versions: Sequence[Features]
) -> tuple[tuple[int, int], ...]:
    """The pairs of readings that cannot both be true, by their indexes."""
    conflicts = [one.marks() for one in group if one.point.severity == "conflict"]
    pairs = {tuple(sorted(_holders(marks, readings, versions))) for marks in conflicts}
    reports = [_reports(reading, versions) for reading in readings] if conflicts else []
    return tuple(sorted((pair[0], pair[-1]) for pair in pairs if pair and not reports[pair[0]] & reports[pair[-1]]))


def _holders(
    marks: Iterable[tuple[int, Mark]], readings: Sequence[Reading], versions: Sequence[Features]
) -> Iterator[int]:
    """For each mark the index of the reading that has its words, if one has: a wider mark may have taken its place."""
    for at, mark in marks:
        own = (
            index
            for index, reading in enumerate(readings)
            for mention in reading.mentions
            if mention.claim == versions[at].claim.id and (mark.touches(mention.span) or mark.value == reading.value)
        )
        yield from islice(own, 1)


def _reports(reading: Reading, versions: Sequence[Features]) -> set[str]:
    """The reports that have a reading; also those with the same number of the same thing that differ from nobody."""
    claims = {mention.claim for mention in reading.mentions}
    having = {version.claim.report for version in versions if version.claim.id in claims}
    counts = [
        count
        for version in versions
        for count in counts_of(version_of(version))
        if any(mention.claim == version.claim.id and mention.span == count.span for mention in reading.mentions)
    ]
    others = (version for version in versions if any(_has(version, count) for count in counts))
    return having | {version.claim.report for version in others}


def _has(version: Features, count: Count) -> bool:
    return any(
        value_of(other) == value_of(count) and (other.stems & count.stems or other.stems == count.stems)
        for other in counts_of(version_of(version))
    )
