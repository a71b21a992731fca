"""Who says it: another speaker, said or merely asserted, and with what verb.

The attribution of a version is the one whose content covers most of the claim. A pronoun and a name may be the same
speaker, and so may a person and the office spoken for; only the words that remain are compared.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.view import Mark, Point

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Attribution

_PRONOUNS = frozenset({"he", "she", "it", "they", "i", "we", "who"})
_WORD = re.compile(r"[^\W_]+")
_LOAD = frozenset({"claim", "admit", "warn", "deny", "insist", "reveal"})


def attribution(pair: Pair) -> Iterator[Point]:
    """The point on which two versions attribute the claim differently, if there is one."""
    left, right = _main(pair, 0), _main(pair, 1)
    if left is None and right is None:
        return
    if left is None or right is None:
        if not _mostly_quoted(pair, 0 if left is None else 1):
            yield _one_sided(pair, left, right)
        return
    if _other_speaker(left, right):
        yield _point(pair, left, right, weight=1.8)
    elif _group(left) != _group(right) and {_group(left), _group(right)} & _LOAD:
        yield _point(pair, left, right, weight=1.2)


def _mostly_quoted(pair: Pair, side: Side) -> bool:
    """Whether a version is somebody's words, so that its speaker stands in a sentence nearby."""
    return len(pair.quoted[side]) > _LEAST_QUOTED * len(pair.tokens(side))


def _point(pair: Pair, left: Attribution, right: Attribution, weight: float) -> Point:
    return Point(
        kind="attribution", severity="shift", left=_mark(pair, 0, left), right=_mark(pair, 1, right), weight=weight
    )


def _one_sided(pair: Pair, left: Attribution | None, right: Attribution | None) -> Point:
    here = _mark(pair, 0, left) if left else pair.absent(0)
    there = _mark(pair, 1, right) if right else pair.absent(1)
    return Point(kind="attribution", severity="shift", left=here, right=there, weight=1.5)


def _mark(pair: Pair, side: Side, one: Attribution) -> Mark:
    value = one.speaker.casefold() if one.speaker else pair.words(side, one.cue).casefold()
    return Mark((one.span,), f"{value or one.verb} ({one.verb})" if one.speaker else one.verb)


def _main(pair: Pair, side: Side) -> Attribution | None:
    """The attribution whose content covers most of the claim."""
    version = pair.versions[side]
    covered = [
        (one.content.overlap(version.claim.span), -one.span.start, one)
        for one in version.attributions
        if _group(one) not in _NO_SAYING
    ]
    best = max(covered, key=lambda found: found[:2], default=None)
    return best[2] if best and 2 * best[0] > _LEAST * len(version.claim.span) else None


_LEAST = 0.8
_LEAST_QUOTED = 0.5
_NO_SAYING = frozenset({"believe", "praise", "accuse", "urge", "deny"})


@cache
def _groups() -> dict[str, str]:
    found = {base: group for _, base, group in lexicons.table("reporting_verbs")}
    return found | {base: group for _, base, group, _ in lexicons.table("reporting_phrases")}


def _group(one: Attribution) -> str:
    return _groups().get(one.verb, "say")


def _other_speaker(left: Attribution, right: Attribution) -> bool:
    """Whether the words for the speakers have nothing in common, pronouns aside."""
    here, there = _speaker(left), _speaker(right)
    if not here or not there or here & _PRONOUNS or there & _PRONOUNS:
        return False
    return not here & there


def _speaker(one: Attribution) -> set[str]:
    words = {word.casefold() for word in _WORD.findall(one.speaker)}
    return words - (lexicons.words("grammar_words") - _PRONOUNS)
