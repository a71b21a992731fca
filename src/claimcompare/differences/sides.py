"""Which of two sides did it: "the rebel delegation walked out", "the government delegation walked out"."""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.view import Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair

_FEWEST_SHARED: int = lexicons.parameters("differences")["sides"]["fewest_shared"]


@cache
def _opposed() -> frozenset[tuple[str, str]]:
    """Each two words for sides that meet each other, in either order."""
    return frozenset(two for row in lexicons.table("opposed_sides") for two in permutations((row[0], row[1])))


@cache
def _side_words() -> frozenset[str]:
    return frozenset(word for two in _opposed() for word in two)


def other_sides(pair: Pair) -> Iterator[Point]:
    """The points at which the other side did what one side does to the other."""
    for left in _acting(pair.read[0]):
        for right in _acting(pair.read[1]):
            two = (pair.read[0].forms[left], pair.read[1].forms[right])
            if two in _opposed() and _does_the_same(pair, left, right):
                marks = pair.mark(0, pair.span(0, [left, left + 1])), pair.mark(1, pair.span(1, [right, right + 1]))
                weight = emphasis("name", "conflict")
                yield Point(kind="name", severity="conflict", left=marks[0], right=marks[1], weight=weight)
                return


def _acting(version: Version) -> list[int]:
    """Where a side stands before what it is the side of, and a verb that only one side does behind it."""
    forms = version.forms
    return [
        at
        for at in range(1, len(forms) - 2)
        if forms[at] in _side_words()
        and forms[at + 2] in lexicons.words("one_sided_verbs")
        and forms[at - 1] in lexicons.words("articles")
        and not any(version.gaps[at : at + 3])
    ]


def _does_the_same(pair: Pair, left: int, right: int) -> bool:
    """Whether the same is the side, the verb is the same, and other words beside are."""
    if not all(right + more in pair.partner(0, left + more) for more in (1, 2)):
        return False
    shared = sum(pair.content[0][at] and pair.shares(0, at) for at in range(len(pair.tokens(0))))
    return shared >= _FEWEST_SHARED
