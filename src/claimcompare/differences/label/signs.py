"""What speaks for it that a reader notes other words for the same as a label, and what against it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare.differences.shared.chances import around, rarity, source_words
from claimcompare.differences.shared.families import judging_words
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.neighbours import preposition_before
from claimcompare.differences.shared.syntax.verbs import is_verb, may_be_verb
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.lexicons import words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcompare.differences.label.replacements import Replacement
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side


def label_signs(pair: Pair, one: Replacement) -> Mapping[str, float]:
    """For it: a family, aligned words, rare ones, the same words around; against it: what other rules report."""
    (left, right), (here, there) = pair.versions, (one.left, one.right)
    reached, reaching = pair.reached(0, here), pair.reached(1, there)
    return {
        "family": float(bool(one.families)),
        "loaded": float(any(found.loaded for found in one.families)),
        "everyday": float(any(found.everyday for found in one.families)),
        "aligned": float(not reached.isdisjoint(there)),
        "elsewhere": float(not (reached.issubset(there) and reaching.issubset(here))),
        "in_both": float(_in_both(pair, 0, one) != _in_both(pair, 1, one)),
        "one_slot": float(any(here[0] in slot.left and there[0] in slot.right for slot in pair.slots)),
        "near": float(len(pair.reached(0, pair.near(0, here)).intersection(pair.near(1, there)))),
        "around": around(pair, here, there),
        "beside": float(_same_beside(pair, one)),
        "rarest": max(rarity(pair.versions[side].stems[at]) for side in SIDES for at in one.side(side)),
        "capital": float(_capital(pair, 0, one) != _capital(pair, 1, one)),
        "quoted": float(left.quoted.issuperset(here) or right.quoted.issuperset(there)),
        "number": float(not (left.numbered.isdisjoint(here) and right.numbered.isdisjoint(there))),
        "source": float(not (source_words(left).isdisjoint(here) and source_words(right).isdisjoint(there))),
    }


def _in_both(pair: Pair, side: Side, one: Replacement) -> bool:
    """Whether all its words of content correspond to the same words elsewhere in the other version."""
    content = [at for at in one.side(side) if pair.content[side][at]]
    there = frozenset(one.side(OTHER[side]))
    return bool(content) and all(pair.shares(side, at) and there.isdisjoint(pair.partner(side, at)) for at in content)


def _same_beside(pair: Pair, one: Replacement) -> int:
    """How many of the words right before and after are the same, the ends of the claim among them."""
    edged = [("", *version.forms, "") for version in pair.versions]
    before = edged[0][one.left[0]] == edged[1][one.right[0]]
    behind = edged[0][one.left[-1] + 2] == edged[1][one.right[-1] + 2]
    return before + behind


def stand_apart(pair: Pair, one: Replacement) -> bool:
    """Whether words of no family have different neighbours, and their phrase goes on in words that are not the same.

    Nothing then says that they are at the same point: "the currency weakened" and "the dollar was at 1.10".
    """
    return not one.families and not _same_beside(pair, one) and (_goes_on(pair, 0, one) or _goes_on(pair, 1, one))


def _goes_on(pair: Pair, side: Side, one: Replacement) -> bool:
    """Whether a word of content adjoins, with no stop between, that does not correspond to the one beside the other."""
    own, other, version = one.side(side), one.side(OTHER[side]), pair.versions[side]
    ends = ((own[0] - 1, own[0], other[0] - 1), (own[-1] + 1, own[-1] + 1, other[-1] + 1))
    return any(
        0 <= at < len(version.forms)
        and version.content[at]
        and not version.gaps[gap]
        and there not in pair.partner(side, at)
        for at, gap, there in ends
    )


def cross_classes(pair: Pair, one: Replacement) -> bool:
    """Whether one side has a verb and the other none, and nothing but their place says that they are of one thing."""
    verbs = [
        any(_is_told_verb(version, at) for at in one.side(side))
        for side, version in zip(SIDES, pair.versions, strict=True)
    ]
    if one.families or verbs[0] == verbs[1]:
        return False
    return not any(corresponds(pair, *two) for two in product(one.left, one.right))


def led_otherwise(pair: Pair, one: Replacement) -> bool:
    """Whether words of no family hang on two prepositions: "on suspicion of theft", "among them a guard".

    Words before one noun say something of it, whatever leads to it: "on weak demand", "amid slumping demand".
    """
    if one.right[-1] + 1 in pair.partner(0, one.left[-1] + 1):
        return False
    leads = {preposition_before(version, words[0]) for version, words in pair.each(one.left, one.right)}
    return not one.families and len(leads) > 1 and "" not in leads


def _is_told_verb(version: Version, at: int) -> bool:
    """Whether a word is a verb by its form, or one in the present with its object: "takes the"."""
    behind = version.forms[at + 1 : at + 2]
    return is_verb(version, at) or (behind != () and behind[0] in words("determiners") and may_be_verb(version, at))


def _capital(pair: Pair, side: Side, one: Replacement) -> bool:
    """Whether a word has a capital that is not that of a first word."""
    return any(at and pair.tokens(side)[at].form[0].isupper() for at in one.side(side))


# ---------------------------------------------------------------- words without any relation


def judges(pair: Pair, one: Replacement) -> bool:
    """Whether a word judges what it is said of, or calls an actor by what he is to others: "draconian", "rebels"."""
    return any(not judging_words(version).isdisjoint(words) for version, words in pair.each(one.left, one.right))


def are_opposite(pair: Pair, one: Replacement) -> bool:
    """Whether a word of one side is the opposite of one of the other: harmless, dangerous."""
    links = (pair.partners[0].get(at) for at in one.left)
    return any(link is not None and link.relation == "antonym" and set(link.right) & set(one.right) for link in links)
