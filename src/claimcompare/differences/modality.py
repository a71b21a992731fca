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
_WIDEST = 7


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
    weight = 1.5 if "infinitive" in (left.kind, right.kind) else 2.1
    return Point(kind="modality", severity="shift", left=marks[0], right=marks[1], weight=weight)


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
        verb = _verb_after(pair, side, at + found[0])
        if verb is not None:
            yield _Group(at, verb, found[1])
        at += found[0]


def _verb_after(pair: Pair, side: Side, start: int) -> int | None:
    """The verb that follows a modal: no adverb, and nothing behind a comma or quotation mark."""
    tokens, claim = pair.tokens(side), pair.versions[side].claim
    for at in range(start, min(len(tokens), start + _REACH)):
        gap = claim.text[tokens[at - 1].end - claim.span.start : tokens[at].start - claim.span.start] if at else ""
        if gap.strip(" “\"‘'"):
            return None
        form = tokens[at].form.lower()
        ahead = tokens[at + 1].form if at + 1 < len(tokens) else ""
        copula = form in ("be", "have", "been") and not ahead.endswith(("ed", "en", "ing", "n"))
        if copula or (is_content(tokens[at]) and not form.endswith("ly")):
            return at
    return None


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
    partners = pair.partner(side, group.verb) or _verbs_beside(pair, side, group)
    return _group_of(pair, other, partners[0]) if partners else None


def _verbs_beside(pair: Pair, side: Side, group: _Group) -> tuple[int, ...]:
    """The verb that the other version has at the same point, where little else stands there."""
    other: Side = 0 if side else 1
    slot = next((slot for slot in pair.slots if group.verb in slot.side(side)), None)
    if slot is None or max(len(slot.left), len(slot.right)) > _WIDEST:
        return ()
    modal = [one.verb for one in _modal_groups(pair, other) if one.verb in slot.side(other)]
    verbs = [at for at in slot.side(other) if _verbal(pair.tokens(other)[at].form)]
    return tuple(modal or verbs)[:1]


def _verbal(form: str) -> bool:
    """Whether a word has the look of a verb."""
    return form[0].islower() and form.endswith("ed")
