"""How certain, bound or real an act is: will, would, may, plans to, has.

The verbs that the versions share, and the points where they part, are compared by the class of the words before the verb;
classes are those of ``lexicons/modals.tsv``. Mere tense (said, says, has said) is no difference.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.view import SIDES, Point, is_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side

_FACT = "fact"
_REACH = 4


@frozen
class _Group:
    """A verb with the words before it that say how real it is: token indexes, and their class."""

    first: int
    verb: int
    kind: str


def modality(pair: Pair) -> Iterator[Point]:
    """The points on which an act is a fact here and a plan, duty or possibility there."""
    seen: set[tuple[int, int]] = set()
    for side in SIDES:
        for group in _modal_groups(pair, side):
            there = _counterpart(pair, side, group)
            if there is None or there.kind == group.kind:
                continue
            left, right = (group, there) if side == 0 else (there, group)
            if (left.verb, right.verb) in seen:
                continue
            seen.add((left.verb, right.verb))
            yield _point(pair, left, right)


def _point(pair: Pair, left: _Group, right: _Group) -> Point:
    marks = [
        pair.mark(side, pair.span(side, [group.first, group.verb]))  # type: ignore[arg-type]
        for side, group in ((0, left), (1, right))
    ]
    return Point(kind="modality", severity="shift", left=marks[0], right=marks[1], weight=2.2)


# ---------------------------------------------------------------- verb groups


@cache
def _modals() -> dict[str, str]:
    return {words: kind for words, kind in lexicons.table("modals")}


def _modal_at(pair: Pair, side: Side, at: int) -> tuple[int, str] | None:
    """Length and class of the modal words that begin at ``at``."""
    tokens = pair.tokens(side)
    word = tokens[at].form.lower().replace("’", "'")
    if at + 1 < len(tokens) and (kind := _modals().get(f"{word} {tokens[at + 1].form.lower()}")):
        return 2, kind
    if "'" in word and (kind := _modals().get(word[word.index("'") :])):
        return 1, kind
    base = word.removesuffix("n't")
    kind = _modals().get({"wo": "will", "ca": "can"}.get(base, base)) if base != word else _modals().get(word)
    return (1, kind) if kind and not (word == "may" and tokens[at].form[0].isupper() and at) else None


def _modal_groups(pair: Pair, side: Side) -> Iterator[_Group]:
    """Each modal with the verb that it goes with."""
    tokens = pair.tokens(side)
    at = 0
    while at < len(tokens):
        found = _modal_at(pair, side, at)
        if found is None:
            at += 1
            continue
        after = range(at + found[0], min(len(tokens), at + found[0] + _REACH))
        verb = next((one for one in after if is_content(tokens[one]) and not tokens[one].form.endswith("ly")), None)
        if verb is None:
            verb = next(iter(after), None)
        if verb is not None:
            yield _Group(at, verb, found[1])
        at += found[0]


def _group_of(pair: Pair, side: Side, verb: int) -> _Group:
    """The group that a verb stands in; a bare verb is a fact."""
    for group in _modal_groups(pair, side):
        if group.first <= verb <= group.verb:
            return group
    first = verb
    while first and pair.tokens(side)[first - 1].form.lower() in (
        "has",
        "have",
        "had",
        "is",
        "are",
        "was",
        "were",
        "to",
    ):
        first -= 1
    return _Group(first, verb, "infinitive" if pair.tokens(side)[first].form.lower() == "to" else _FACT)


def _counterpart(pair: Pair, side: Side, group: _Group) -> _Group | None:
    """The same act in the other version: the verb's partner, or the verb at the same point."""
    other: Side = 0 if side else 1
    partners = pair.partner(side, group.verb)
    if not partners:
        slot = next((slot for slot in pair.slots if group.verb in slot.side(side)), None)
        if slot is None:
            return None
        tokens = pair.tokens(other)
        partners = tuple(at for at in slot.side(other) if is_content(tokens[at]) and _verbal(tokens[at].form))[:1]
    if not partners:
        return None
    return _group_of(pair, other, partners[0])


def _verbal(form: str) -> bool:
    """Whether a word has the look of a verb."""
    return form[0].islower() and form.endswith(("ed", "ing", "s"))
