"""Shares of one whole that two parties have: what the city pays and what the state pays contradict nothing."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.nearby import lead_of
from claimcompare.differences.number.units import is_share
from claimcompare.differences.shared.same.things import is_one_word
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.syntax.phrases import agent_of, is_passive, subject_of
from claimcompare.differences.shared.syntax.verbs import may_be_verb
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.lexicons.relations import related
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["shares"]
_BEFORE: int = _SETTINGS["before"]
_BEHIND: int = _SETTINGS["behind"]
_RELATED: float = _SETTINGS["related"]
_LEAD: int = _SETTINGS["lead"]
_PERCENT = "%"
_WHOLE = 100.0


def are_whole_of_share_and_part(version: Version, whole: Count, part: Count) -> bool:
    """Whether one is the whole that a share in its version is of: the 300 of "half of the 300", beside 150."""
    if part.quantity.high >= whole.quantity.low or whole.quantity.unit != part.quantity.unit:
        return False
    at = lead_of(version, whole)
    if at < 1 or version.forms[at] != "of":
        return False
    return any(_ends_at(at, version.indexes(one.span)) for one in version.features.quantities if _shares(one))


def _shares(quantity: Quantity) -> bool:
    return quantity.unit == _PERCENT or is_share(quantity)


def _ends_at(of: int, words: range) -> bool:
    """Whether a share ends right before an "of", or with it: "half of"."""
    return bool(words) and words.stop in (of, of + 1)


def are_shares_of_two(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both are shares of something, and two who are not one have them, or one has the rest."""
    both = (left, right)
    if _is_the_rest(pair, left, right):
        return True
    if not all(_is_share_of(version, one) for version, one in pair.each(*both)):
        return False
    parties = [_party(pair, side, one) for side, one in zip(SIDES, both, strict=True)]
    if parties[0] is None or parties[1] is None or parties[0].is_pronoun or parties[1].is_pronoun:
        return False
    beside = _named_beside(pair, parties[0], parties[1])
    return beside == 1 or (beside == 0 and not _may_be_one(pair, parties[0], parties[1]))


def _is_the_rest(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both make one whole, and only one is told as a rest: "owns 55 percent", "the 45 percent it does not"."""
    if left.quantity.unit != _PERCENT or right.quantity.unit != _PERCENT:
        return False
    if not math.isclose(left.quantity.low + right.quantity.low, _WHOLE):
        return False
    rests = [_is_told_as_rest(version, one) for version, one in pair.each(left, right)]
    return rests[0] != rests[1]


def _is_told_as_rest(version: Version, share: Count) -> bool:
    """Whether a word for a rest stands before a share, or a negator behind it before a number or the end."""
    forms, start, stop = version.forms, share.words.start, share.words.stop
    end = next((at for at in sorted(version.numbered) if at >= stop), len(forms))
    rest = not lexicons.words("rest_words").isdisjoint(forms[max(0, start - _LEAD) : start])
    return rest or any(sort_of(form) == "not" for form in forms[stop:end])


def _is_share_of(version: Version, count: Count) -> bool:
    """Whether it is so much "of the cost"."""
    return _shares(count.quantity) and "of" in version.forms[count.words.start : count.words.stop + 1]


def _party(pair: Pair, side: Side, share: Count) -> NounPhrase | None:
    """Who has a share: the subject of the verb before it, or whom a "by" behind it names."""
    version = pair.versions[side]
    if version.forms[max(0, share.words.start - 1)] == "by":
        return None  # "was approved by 81 percent of the votes": the share is itself who does it
    verb = _verb_of_share(pair, side, share)
    if verb is not None:
        return subject_of(version, verb)
    ahead = range(share.words.stop, min(len(version.forms), share.words.stop + _BEHIND))
    verb = next((at for at in ahead if may_be_verb(version, at)), None)
    return agent_of(version, verb + 1) if verb is not None and is_passive(version, verb) else None


def _verb_of_share(pair: Pair, side: Side, share: Count) -> int | None:
    """The verb that a share stands behind, and no word of saying; else the word right before it: "women hold"."""
    version = pair.versions[side]
    before = [at for at in pair.before(side, share.words, _BEFORE) if version.forms[at] not in reporting_forms()]
    adjacent = (at for at in before[:1] if at == share.words.start - 1 and pair.tokens(side)[at].form.islower())
    return next((at for at in before if may_be_verb(version, at)), next(adjacent, None))


def _may_be_one(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether the heads are one or related, or one is a name and the other may stand for it: Tarnsteel, the company."""
    if is_one_word(pair, left.head, right.head):
        return True
    named = [phrase.head in version.named for version, phrase in pair.each(left, right)]
    stems = pair.versions[0].stems[left.head], pair.versions[1].stems[right.head]
    return named[0] != named[1] or related(*stems) >= _RELATED


def _named_beside(pair: Pair, left: NounPhrase, right: NounPhrase) -> int:
    """How many of the parties stand in the other version beside its own: "the city, and the state the rest".

    Both do where the verbs are turned round: "Norvik gets it from Osland", "Osland sells it to Norvik".
    """
    if is_one_word(pair, left.head, right.head):
        return 0
    return sum(
        pair.versions[side].stems[own.head] in _others(pair.versions[OTHER[side]], other)
        for side, own, other in ((SIDES[0], left, right), (SIDES[1], right, left))
    )


def _others(version: Version, phrase: NounPhrase) -> set[str]:
    return {stem for at, stem in enumerate(version.stems) if at not in phrase.place}
