"""What remains where two versions put the same thing in other words, folded into one point."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import in_whole_words, substitutions
from claimcompare.differences.shared.syntax.neighbours import preposition_before
from claimcompare.differences.shared.view import SIDES, Mark, Point

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Span


def wording(pair: Pair) -> Iterator[Point]:
    """One point for all places where each version has words of its own for the same thing."""
    found = [
        (
            pair.span(0, in_whole_words(pair, 0, one.left.indexes)),
            pair.span(1, in_whole_words(pair, 1, one.right.indexes)),
        )
        for one in substitutions(pair)
        if one.left and one.right and _may_say_the_same(pair, one.left.indexes, one.right.indexes)
    ]
    found += [
        (pair.span(0, link.left), pair.span(1, link.right))
        for link in pair.links
        if link.relation == "context"
        and (pair.content[0][link.left[0]] and pair.content[1][link.right[0]])
        and _may_say_the_same(pair, link.left, link.right)
    ]
    if found:
        left, right = (_mark(pair, side, sorted({spans[side] for spans in found})) for side in SIDES)
        yield point("wording", "style", (left, right))


def _may_say_the_same(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether words may stand for one thing: no two numbers, nor words behind two prepositions or behind one alone."""
    leads = {preposition_before(version, words[0]) for version, words in pair.each(left, right)}
    return len(leads) == 1 and not _are_numbers(pair, left, right)


def _are_numbers(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether both sides have a number or a date: two of them are never one thing in other words."""
    return all(not (version.numbered | version.dated).isdisjoint(words) for version, words in pair.each(left, right))


def _mark(pair: Pair, side: Side, spans: Sequence[Span]) -> Mark:
    return Mark(tuple(spans), tuple(pair.words(side, span).casefold() for span in spans))
