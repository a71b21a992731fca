"""Points of one kind → those that are one difference: they share words of a version, or a value."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import Factory, define, frozen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.differences.shared.view import Mark, Point
    from claimcompare.records import Kind, Span

VALUED: frozenset[Kind] = frozenset({"number", "date", "name"})
# Who says the claim, and how else it is put, are one question each.
ONE_A_CLUSTER: frozenset[Kind] = frozenset({"attribution", "wording"})
# These do not report again what a rule further up the table has named.
RESIDUAL: frozenset[Kind] = frozenset({"label", "detail", "wording"})


@frozen
class Found:
    """A point with the versions that it is of."""

    left: int
    right: int
    point: Point

    def marks(self) -> tuple[tuple[int, Mark], tuple[int, Mark]]:
        """Each mark with its version."""
        return (self.left, self.point.left), (self.right, self.point.right)


@define(eq=False)
class _Group:
    """Points that are one, with the marks of each version, one for the same words, and their values."""

    members: list[Found] = Factory(list)
    marks: dict[int, dict[tuple[Span, ...], Mark]] = Factory(lambda: defaultdict(dict))
    values: set[str] = Factory(set)


def gathered(found: Sequence[Found]) -> list[list[Found]]:
    """The points of one kind, those of one difference together."""
    groups: dict[str, list[_Group]] = defaultdict(list)  # by aspect
    for one in sorted(found, key=_first_told):
        own = groups[one.point.aspect]
        meeting = [group for group in own if _belongs(one, group)]
        if one.point.kind in RESIDUAL:
            meeting = [group for group in meeting if not _strays(one, group)]
        merged = _merged(one, meeting)
        groups[one.point.aspect] = [group for group in own if not any(group is other for other in meeting)] + [merged]
    return [group.members for own in groups.values() for group in own]


def _first_told(one: Found) -> tuple[float, list[str]]:
    """The weightiest first, whichever version came first."""
    return -one.point.weight, sorted((one.point.left.value, one.point.right.value))


def _belongs(one: Found, group: _Group) -> bool:
    if one.point.kind in ONE_A_CLUSTER:
        return True
    if one.point.kind in VALUED and any(mark.value in group.values for _, mark in _told(one)):
        return True
    return any(mark.meets(other) for version, mark in _told(one) for other in _marks_of(group, version))


def _strays(one: Found, group: _Group) -> bool:
    """Whether a point has other words of a version than its difference already has: then it is another difference."""
    return any(not mark.meets(other) for version, mark in _told(one) for other in _marks_of(group, version))


def _told(one: Found) -> Iterator[tuple[int, Mark]]:
    return (marked for marked in one.marks() if not marked[1].absent)


def _marks_of(group: _Group, version: int) -> Iterable[Mark]:
    return group.marks[version].values() if version in group.marks else ()


def _merged(one: Found, meeting: Sequence[_Group]) -> _Group:
    """The points of all that meet, and one more."""
    whole = _Group()
    for group in meeting:
        whole.members += group.members
        whole.values |= group.values
        for version, marks in group.marks.items():
            whole.marks[version].update(marks)
    whole.members.append(one)
    for version, mark in _told(one):
        whole.marks[version].setdefault(mark.spans, mark)
        whole.values.add(mark.value)
    return whole
