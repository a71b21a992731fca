"""Which readings of a difference cannot both be true.

Rules say so of two versions. Over all versions it holds only if no report has both readings: one that has both tells of
two things.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.number.values import is_rounded, same_value
from claimcompare.differences.readings.alike import are_of_one
from claimcompare.differences.shared.versions import version_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.readings.gathering import Found
    from claimcompare.differences.shared.view import Mark
    from claimcompare.records import Features, Reading


def contradictions_of(
    group: Sequence[Found], readings: Sequence[Reading], versions: Sequence[Features]
) -> tuple[tuple[int, int], ...]:
    """The pairs of readings that cannot both be true, by their indexes."""
    conflicts = [one.marks() for one in group if one.point.severity == "conflict"]
    if not conflicts:
        return ()
    pairs = {tuple(sorted(_holders(marks, readings, versions))) for marks in conflicts}
    reports = [_reports(reading, versions) for reading in readings]
    if group[0].point.kind == "number":
        reports = [own | more for own, more in zip(reports, _with_same_numbers(readings, versions), strict=True)]
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
    claims = {mention.claim for mention in reading.mentions}
    return {version.claim.report for version in versions if version.claim.id in claims}


def _with_same_numbers(readings: Sequence[Reading], versions: Sequence[Features]) -> Iterator[set[str]]:
    """For each reading the reports that have its number of the same thing, also where they differ from nobody in it."""
    counts = [(version.claim, count) for version in versions for count in counts_of(version_of(version))]
    told = {(mention.claim, mention.span) for reading in readings for mention in reading.mentions}
    for reading in readings:
        places = {(mention.claim, mention.span) for mention in reading.mentions}
        own = [count for claim, count in counts if (claim.id, count.span) in places]
        yield {
            claim.report
            for claim, count in counts
            if any(_are_one(count, known, loosely=(claim.id, count.span) not in told) for known in own)
        }


def _are_one(left: Count, right: Count, *, loosely: bool) -> bool:
    """Whether both are one number of one thing, ``loosely`` also rounded: "some 40,000", "39,870"."""
    if left.quantity.ordinal != right.quantity.ordinal:
        return False
    of_one = are_of_one(left, right)
    if loosely and of_one and left.quantity.unit is None and is_rounded(left.quantity, right.quantity):
        return True
    return same_value(left, right) and (of_one or not (left.stems and right.stems))
