"""Near pairs → groups, by average linkage (Sokal and Michener 1958): two groups join by the mean of all their pairs.

So groups do not chain: a report that is near one member of a large group and far from the others stays outside.
"""

from __future__ import annotations

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from claimcompare.stories.nearest import BILLION, Pairs


def linked_groups(number: int, pairs: Pairs, least_mean: float) -> list[list[int]]:
    """Groups of the ``number`` members, each ascending, in no order; pairs that are not there count 0.

    The nearest two groups are joined first, of equals the earlier made, until no mean is ``least_mean`` or more.
    """
    least = round(least_mean * BILLION)
    parts = _parts(number, ((one, other) for one, other, cosine in pairs if cosine >= least))
    within = [(one, other, cosine) for one, other, cosine in pairs if parts[one] == parts[other]]
    groups = _Groups(number, within)
    queue: list[tuple[float, int, int]] = [(-cosine, one, other) for one, other, cosine in within if cosine >= least]
    heapify(queue)
    while queue:
        _, one, other = heappop(queue)
        if one in groups.members and other in groups.members:
            joined = groups.join(one, other)
            for near, total in groups.totals[joined].items():
                mean = total / (len(groups.members[joined]) * len(groups.members[near]))
                if mean >= least:
                    heappush(queue, (-mean, near, joined))
    return [sorted(members) for members in groups.members.values()]


def _parts(number: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each member the part it is in: members of two parts never join, as no pair of them is near enough by itself.

    Of the millions of pairs of a corpus few are within a part.
    """
    above = list(range(number))

    def part(member: int) -> int:
        while above[member] != member:
            above[member] = member = above[above[member]]
        return member

    for one, other in pairs:
        above[part(one)] = part(other)
    return [part(member) for member in range(number)]


class _Groups:
    """Groups by number; a joined group gets the next one.

    Attributes:
        members: of each group that is left.
        totals: for each of them, the sum of the cosines with each group near it.
    """

    def __init__(self, number: int, pairs: Iterable[tuple[int, int, int]]) -> None:
        self.members = {at: [at] for at in range(number)}
        self.totals: dict[int, dict[int, int]] = {at: {} for at in range(number)}
        self._next = number
        for one, other, cosine in pairs:
            self.totals[one][other] = self.totals[other][one] = cosine

    def join(self, one: int, other: int) -> int:
        """Makes one group of two, and gives its number."""
        joined, self._next = self._next, self._next + 1
        self.members[joined] = self.members.pop(one) + self.members.pop(other)
        near, further = self.totals.pop(one), self.totals.pop(other)
        for group, total in further.items():
            near[group] = near.get(group, 0) + total
        near.pop(one, None)
        near.pop(other, None)
        self.totals[joined] = near
        for group, total in near.items():
            there = self.totals[group]
            there.pop(one, None)
            there.pop(other, None)
            there[joined] = total
        return joined
