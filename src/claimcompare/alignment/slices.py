"""Links between two sentences → those between two clauses of them, so that a sentence is aligned once."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter
from typing import TYPE_CHECKING

from claimcompare.records import Link

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Features


def links_within(
    links: Sequence[Link], wholes: tuple[Features, Features], parts: tuple[Features, Features]
) -> tuple[Link, ...]:
    """The links between two sentences that lie within a claim of each, as places in the claims' own tokens."""
    if all(part is whole for whole, part in zip(wholes, parts, strict=True)):
        return tuple(links)
    left, right = (_place(whole, part) for whole, part in zip(wholes, parts, strict=True))
    return tuple(
        Link(
            left=tuple(at - left.start for at in link.left),
            right=tuple(at - right.start for at in link.right),
            relation=link.relation,
            similarity=link.similarity,
        )
        for link in links
        if all(at in left for at in link.left) and all(at in right for at in link.right)
    )


def _place(whole: Features, part: Features) -> range:
    """Where the tokens of ``part`` are among those of its sentence."""
    before = bisect_left(whole.tokens, part.claim.span.start, key=attrgetter("start"))
    return range(before, before + len(part.tokens))
