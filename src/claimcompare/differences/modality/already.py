"""What is done already here and to come there: "has already applied for it", "plans to apply for it next year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.apart import verbs_apart
from claimcompare.differences.shared.clauses import is_conditional, objects_of, same_object
from claimcompare.differences.shared.modals import FACT, TO_COME
from claimcompare.differences.shared.negators import is_negated
from claimcompare.differences.shared.phrases import chain_start, subject_of
from claimcompare.differences.shared.things import may_be_one_thing

if TYPE_CHECKING:
    from claimcompare.differences.shared.modals import VerbGroup
    from claimcompare.differences.shared.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_ALREADY = "already"
_FEWEST_SHARED: int = lexicons.parameters("differences")["modality"]["fewest_shared"]


def is_done_already(pair: Pair, left: VerbGroup, right: VerbGroup) -> bool:
    """Whether one version says that an act is done already which the other foresees, on reports of one day."""
    if not (_is_done(pair.read[0], left) and right.kind in TO_COME) and not (
        _is_done(pair.read[1], right) and left.kind in TO_COME
    ):
        return False
    if is_negated(pair.read[0], left.verb) or is_negated(pair.read[1], right.verb):
        return False
    return _is_one_act(pair, left.verb, right.verb) and not _are_of_two_days(pair)


def _is_done(version: Version, group: VerbGroup) -> bool:
    chain = version.forms[chain_start(version, group.verb) : group.verb]
    return group.kind == FACT and _ALREADY in chain and not is_conditional(version, group.verb)


def _is_one_act(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs are one, with the same object, by one who may be the same, and not told of two places."""
    act, other = pair.read[0].bases[left], pair.read[1].bases[right]
    if act != other or act not in lexicons.words("once_acts"):
        return False
    here, there = objects_of(pair.read[0], left), objects_of(pair.read[1], right)
    if not here or not there or not same_object(pair, left, right):
        return False
    one, another = subject_of(pair.read[0], left), subject_of(pair.read[1], right)
    if one is None or another is None or verbs_apart(pair, left, right, subjects=False):
        return False
    shared = len(pair.reached(0, here) & set(there)) >= _FEWEST_SHARED
    return may_be_one_thing(pair, one, another) or (shared and _is_name_and_noun(pair, one, another))


def _is_name_and_noun(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether one is named, and the other may be the same by another word: Tarnsteel, the company."""
    named = left.head in pair.read[0].named, right.head in pair.read[1].named
    if named[0] == named[1]:
        return False
    version, noun = (pair.read[1], right) if named[0] else (pair.read[0], left)
    return version.forms[noun.place.start] in lexicons.words("body_openers")


def _are_of_two_days(pair: Pair) -> bool:
    """Whether the reports are of two days: what was planned may have been done since."""
    return None not in pair.published and pair.published[0] != pair.published[1]
