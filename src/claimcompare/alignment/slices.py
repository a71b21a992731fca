"""Links between two sentences → those between two clauses of them, so that a sentence is aligned once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Features, Link


def links_within(
    links: Sequence[Link], wholes: tuple[Features, Features], parts: tuple[Features, Features]
) -> tuple[Link, ...]:
    """The links between two sentences that lie within a claim of each, as places in the claims' own tokens."""
    left, right = (_place(whole, part) for whole, part in zip(wholes, parts, strict=True))
    return tuple(
        evolve(
            link, left=tuple(at - left.start for at in link.left), right=tuple(at - right.start for at in link.right)
        )
        for link in links
        if all(at in left for at in link.left) and all(at in right for at in link.right)
    )


def _place(whole: Features, part: Features) -> range:
    """Where the tokens of ``part`` stand among those of its sentence."""
    before = sum(token.start < part.claim.span.start for token in whole.tokens)
    return range(before, before + len(part.tokens))
