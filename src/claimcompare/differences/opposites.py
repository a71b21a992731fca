"""Opposite words at the same point of two versions: accepted and rejected, safe and unsafe."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.modality import reality_of
from claimcompare.differences.negators import negated
from claimcompare.differences.runs import substitutions
from claimcompare.differences.speakers import may_be_one
from claimcompare.differences.view import SIDES, Point
from claimcompare.lexicons.relations import opposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair
    from claimcompare.records import Relation, Severity

_SETTINGS = lexicons.parameters("differences")["negation"]
_COPY: float = _SETTINGS["copy"]
_BESIDE_REACH: int = _SETTINGS["beside_reach"]
_BESIDE_MOST: int = _SETTINGS["beside_most"]
_FEW = 4
_ONE_WORD: frozenset[Relation] = frozenset({"same", "stem"})


def opposites(pair: Pair) -> Iterator[Point]:
    """The points at which a word is replaced by its opposite, and neither is negated."""
    for left, right in _opposites(pair):
        alike = negated(pair.read[0], left) == negated(pair.read[1], right)
        apart = _of_two_speakers(pair, left, right) or _in_names(pair, left, right) or _in_dates(pair, left, right)
        if alike and not apart and beside_alike(pair, (left, right)):
            yield _point(pair, left, right)


def beside_alike(pair: Pair, words: tuple[int, int]) -> bool:
    """Whether words of content beside one word of each version correspond, so that both say it of the same thing."""
    left, right = (pair.near(side, [at], _BESIDE_REACH, _BESIDE_MOST) for side, at in zip(SIDES, words, strict=True))
    return not pair.reached(0, left).isdisjoint(right)


def _opposites(pair: Pair) -> Iterator[tuple[int, int]]:
    """Words of the two sides that are antonyms and stand at the same point, aligned or in place of each other."""
    for link in pair.links:
        for left, right in product(link.left, link.right) if link.relation not in _ONE_WORD else ():
            content = pair.content[0][left] and pair.content[1][right]
            if content and (link.relation == "antonym" or _are_opposed(pair, left, right)):
                yield left, right
    for one in substitutions(pair):
        for left, right in product(one.left.indexes[:_FEW], one.right.indexes[:_FEW]):
            if _are_opposed(pair, left, right):
                yield left, right


def _are_opposed(pair: Pair, left: int, right: int) -> bool:
    return opposed(pair.tokens(0)[left].stem, pair.tokens(1)[right].stem)


def _in_names(pair: Pair, left: int, right: int) -> bool:
    """Whether both are written as parts of names: the North and the South are two places and no opposites."""
    return not any(pair.tokens(side)[at].form[0].islower() for side, at in zip(SIDES, (left, right), strict=True))


def _in_dates(pair: Pair, left: int, right: int) -> bool:
    """Whether both are parts of dates, which differ as dates: "early January", "late January"."""
    return all(
        any(one.span.covers(pair.tokens(side)[at].span) for one in pair.read[side].dates)
        for side, at in zip(SIDES, (left, right), strict=True)
    )


def _point(pair: Pair, left: int, right: int) -> Point:
    marks = [pair.mark(side, pair.span(side, [at])) for side, at in zip(SIDES, (left, right), strict=True)]
    beside = pair.reached(0, pair.near(0, [left], 3, 1)) & set(pair.near(1, [right], 3, 1))
    as_real = reality_of(pair, 0, left) == reality_of(pair, 1, right)  # "suspends" and "can resume" do not contradict
    severity: Severity = "conflict" if beside and as_real and _likeness_beside(pair) >= _COPY else "shift"
    return Point(
        kind="negation", severity=severity, left=marks[0], right=marks[1], weight=emphasis("negation", "opposed")
    )


def _likeness_beside(pair: Pair) -> float:
    """How like the versions are in what stands beside one word of each."""
    words = sum(map(sum, pair.content))
    return min(1.0, pair.likeness * words / max(1, words - 2))


def _of_two_speakers(pair: Pair, left: int, right: int) -> bool:
    """Whether the words are what two speakers do: "the minister denied", "the mayor admitted"."""
    sayings = (
        next((one for one in pair.versions[side].attributions if at in pair.indexes(side, one.cue)), None)
        for side, at in zip(SIDES, (left, right), strict=True)
    )
    here, there = sayings
    return here is not None and there is not None and not may_be_one(here, there)
