"""One version affirms what the other denies.

A negator counts against the words that it governs: where those are shared and the other version has no negator there, one
of the two says the opposite. An antonym beside it turns that round again ("did not leave" and "stayed").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.view import SIDES, Point, is_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Severity

_REACH = {"not": 3, "refuse": 3, "deny": 4}
_COPY = 0.6


def negation(pair: Pair) -> Iterator[Point]:
    """The points at which one version negates what the other affirms."""
    for side in SIDES:
        for negator in _negators(pair, side):
            point = _denied(pair, side, negator)
            if point is not None:
                yield point


@cache
def _table() -> dict[str, str]:
    return {word: sort for word, sort in lexicons.table("negators")}


def _sort(form: str) -> str | None:
    word = form.lower().replace("’", "'")
    return "not" if word.endswith("n't") else _table().get(word)


def _negators(pair: Pair, side: Side) -> list[int]:
    return [at for at, token in enumerate(pair.tokens(side)) if _sort(token.form)]


def _denied(pair: Pair, side: Side, negator: int) -> Point | None:
    """The point of a negator whose governed word stands in the other version without one."""
    other: Side = 0 if side else 1
    if _answered(pair, side, negator):
        return None
    for governed in _governed(pair, side, negator):
        link = pair.partners[side].get(governed)
        if link is None:
            continue
        if link.relation not in ("same", "stem"):
            return None
        there = pair.partner(side, governed)[0]
        if _negated(pair, other, there) or _turned(pair, side, negator, governed):
            return None
        marks = [pair.mark(0, pair.span(0, [0])), pair.mark(1, pair.span(1, [0]))]
        marks[side] = pair.mark(side, pair.span(side, [negator, governed]))
        marks[other] = pair.mark(other, pair.span(other, [there]))
        severity = _severity(pair, side, negator, governed)
        return Point(kind="negation", severity=severity, left=marks[0], right=marks[1], weight=2.5)
    return None


def _answered(pair: Pair, side: Side, negator: int) -> bool:
    """Whether the other version has a negator for this one."""
    other: Side = 0 if side else 1
    reached = pair.partner(side, negator)
    if any(_sort(pair.tokens(other)[at].form) for at in reached):
        return True
    slots = (slot for slot in pair.slots if negator in slot.side(side))
    return any(_sort(pair.tokens(other)[at].form) for slot in slots for at in slot.side(other))


def _governed(pair: Pair, side: Side, negator: int) -> list[int]:
    """The content word that the negator turns: the next one, with nothing but a blank between."""
    tokens, claim = pair.tokens(side), pair.versions[side].claim
    for at in range(negator + 1, min(len(tokens), negator + 1 + _REACH[_sort(tokens[negator].form) or "not"])):
        gap = claim.text[tokens[at - 1].end - claim.span.start : tokens[at].start - claim.span.start]
        if gap.strip() or tokens[at].form.lower() in ("only", "just", "merely"):
            return []
        if is_content(tokens[at]):
            return [at] if tokens[at].form[0].islower() else []
    return []


def _negated(pair: Pair, side: Side, at: int) -> bool:
    """Whether a negator stands before the word."""
    tokens = pair.tokens(side)
    return any(_sort(token.form) for token in tokens[max(0, at - 5) : at])


def _turned(pair: Pair, side: Side, negator: int, governed: int) -> bool:
    """Whether an antonym of a word nearby turns the sense back."""
    near = range(max(0, negator - 2), min(len(pair.tokens(side)), governed + 4))
    return any((link := pair.partners[side].get(at)) is not None and link.relation == "antonym" for at in near)


def _severity(pair: Pair, side: Side, negator: int, governed: int) -> Severity:
    """A conflict where what stands around is shared too; a shift where the versions have little else in common."""
    tokens = pair.tokens(side)
    around = [at for at in range(max(0, negator - 4), min(len(tokens), governed + 5)) if is_content(tokens[at])]
    shared = [at for at in around if pair.partner(side, at)]
    close = len(shared) >= 3 and len(shared) >= _COPY * len(around)  # noqa: PLR2004 - the word and one on either side
    return "conflict" if close and pair.likeness >= _COPY else "shift"
