"""Two claims → which of their words correspond.

Alike words are linked first where their neighbours fit, then words without any likeness between linked ones, then
phrases; each pass weighs its pairs with a logistic model over what the pass before it linked. The idea of neighbours as
evidence follows Sultan, Bethard and Sumner (2014), "Back to Basics for Monolingual Alignment".
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from claimcompare.alignment.grid import Grid
from claimcompare.alignment.linking import linked_cells, swapped
from claimcompare.alignment.model import model
from claimcompare.alignment.phrases import links_of
from claimcompare.records import Link, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Features

__all__ = ["align", "spans_of"]


def align(left: Features, right: Features) -> tuple[Link, ...]:
    """The links between the words of two claims, by their places in ``left``; no word is in two links.

    Aligning ``right`` with ``left`` gives the same links with their sides swapped.
    """
    if swapped(left.tokens, right.tokens):
        links = (_turned(link) for link in align(right, left))
        return tuple(sorted(links, key=lambda link: (link.left, link.right)))
    if [token.form for token in left.tokens] == [token.form for token in right.tokens]:
        return tuple(Link(left=(place,), right=(place,), relation="same") for place in range(len(left.tokens)))
    grid = Grid(left.tokens, right.tokens)
    return links_of(grid, linked_cells(grid, model()))


def _turned(link: Link) -> Link:
    return Link(left=link.right, right=link.left, relation=link.relation, similarity=link.similarity)


def spans_of(links: Sequence[Link], left: Features, right: Features) -> tuple[tuple[Span, Span], ...]:
    """Each link as spans of the two reports; adjacent words of a phrase as one span."""
    return tuple((a, b) for link in links for a in _runs(link.left, left) for b in _runs(link.right, right))


def _runs(places: Sequence[int], features: Features) -> list[Span]:
    tokens = features.tokens
    runs = (list(run) for _, run in groupby(enumerate(places), key=lambda item: item[1] - item[0]))
    return [Span(tokens[run[0][1]].start, tokens[run[-1][1]].end) for run in runs]
