"""Verbs that say the same, of which one is denied: "would not seek it", "asked for it". That is no label."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import same_object
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import governed_by, is_negated, negators_of
from claimcompare.differences.shared.syntax.neighbours import objects_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES, Mark, Point
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from claimcompare.differences.label.replacements import Replacement
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SURE: float = lexicons.parameters("differences")["negation"]["other_word"]


def denied_in_one(pair: Pair, one: Replacement) -> Point | None:
    """The point of words that one version negates, where the other has words that it affirms."""
    negators = [_negator(version, one.side(side)) for side, version in zip(SIDES, pair.versions, strict=True)]
    denied: Side | None = next((side for side in SIDES if negators[side] is not None), None)
    if denied is None or not _say_one_thing(pair, one) or _says_no(pair, OTHER[denied], one):
        return None
    left, right = (_mark(pair, side, one, negators[side]) for side in SIDES)
    return point("negation", "shift", (left, right), "replaced")


def _negator(version: Version, words: tuple[int, ...]) -> int | None:
    """The "not", "never" or "nobody" that negates one of the words."""
    return next((at for at in negators_of(version) if governed_by(version, at) in words), None)


def _say_one_thing(pair: Pair, one: Replacement) -> bool:
    """Whether verbs are of one family, or related, have the same object, and none is supposed or asked."""
    ends = _verb(pair.versions[0], one.left), _verb(pair.versions[1], one.right)
    if not same_object(pair, *ends) or any(map(is_conditional, pair.versions, ends)):
        return False
    if not all(is_verb(version, at) and objects_of(version, at) for version, at in pair.each(*ends)):
        return False
    stems = ([pair.versions[side].stems[at] for at in one.side(side)] for side in SIDES)
    return bool(one.families) or any(related(*two) >= _SURE for two in product(*stems))


def _verb(version: Version, words: tuple[int, ...]) -> int:
    """The last verb among words, or the last of them: "asked" of "asked for"."""
    return next((at for at in reversed(words) if is_verb(version, at)), words[-1])


def _says_no(pair: Pair, side: Side, one: Replacement) -> bool:
    """Whether the words are negated too, deny of themselves or are the opposite: "did not attend", "skipped"."""
    words = one.side(side)
    denying = any(pair.versions[side].bases[at] in lexicons.words("denying_verbs") for at in words)
    links = (pair.partners[side].get(at) for at in words)
    opposite = any(link is not None and link.relation == "antonym" for link in links)
    return denying or opposite or any(is_negated(pair.versions[side], at) for at in words)


def _mark(pair: Pair, side: Side, one: Replacement, negator: int | None) -> Mark:
    words = one.side(side)
    return pair.mark(side, pair.span(side, [words[0] if negator is None else min(negator, words[0]), words[-1]]))
