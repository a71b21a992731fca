"""A denied act that the other version affirms in another word: "did not buy the mill", "acquired the mill".

The other word is the one that corresponds, or the verb between the same subject and object. Which verbs deny of
themselves (who skipped it did not attend it) is in ``denying_verbs.txt``.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.families import shared_families
from claimcompare.differences.shared.same.corresponding import corresponds, same_object, same_subject, turned_round
from claimcompare.differences.shared.syntax.modals import (
    FACT,
    OPEN,
    TO_COME,
    is_noun,
    is_of_name_or_date,
    kinds_of,
    modal_groups,
    set_against,
    verb_group_at,
)
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import kept_from, sort_of, turns_act
from claimcompare.differences.shared.syntax.neighbours import objects_of
from claimcompare.differences.shared.view import OTHER, left_first
from claimcompare.lexicons.relations import base, opposed, related
from claimcompare.lexicons.reporting import reporting_forms, verbs_of_reporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["negation"]
_SURE: float = _SETTINGS["other_word"]
_OBJECTS: int = _SETTINGS["objects"]
_WITHIN_REACH = frozenset({FACT, "future", "possible", "able", "unreal"})  # what one is not kept from


@frozen
class Counterpart:
    """The verb of the other version, and whether it surely affirms the same act of the same subject."""

    at: int
    sure: bool


def counterpart(pair: Pair, side: Side, negator: int, governed: int) -> Counterpart | None:
    """The verb with which the other version affirms what is denied here; None where there is none."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if not _denies_an_act(version, negator, governed) or is_conditional(version, governed):
        return None
    for there in _candidates(pair, side, governed):
        if _is_act(other, there) and not is_conditional(other, there) and _set_against(pair, side, governed, there):
            return _weighed(pair, side, (negator, governed), there)
    return None


def _denies_an_act(version: Version, negator: int, governed: int) -> bool:
    """Whether a verb or what is said of its subject is denied, and not a thing as in "no plan", "without power"."""
    form, between = version.forms[negator], version.forms[negator + 1 : governed]
    chained = form.endswith("n't") or form in lexicons.words("verb_chain", "stand_ins")
    if not chained or not lexicons.words("determiners").isdisjoint(between) or version.forms[governed].startswith("un"):
        return False  # "not unexpected" affirms
    return _is_act(version, governed)


def _is_act(version: Version, at: int) -> bool:
    """Whether a word may be the verb of a clause: not a noun, a name, an adverb or the "plan" of "plan to close"."""
    if not version.content[at] or is_noun(version, at) or is_of_name_or_date(version, at):
        return False
    return not any(group.first <= at < group.verb for group in modal_groups(version))


def _candidates(pair: Pair, side: Side, governed: int) -> Iterator[int]:
    """The word that corresponds, then the first word of content between the same two shared words."""
    yield from pair.partner(side, governed)
    other = OTHER[side]
    slot = next((slot for slot in pair.slots if governed in slot.side(side)), None)
    for at in slot.side(other) if slot else ():
        if pair.content[other][at]:
            yield at
            return


def _set_against(pair: Pair, side: Side, governed: int, there: int) -> bool:
    """Whether the one denied and the other affirmed say opposite things: no antonyms, and neither denies of itself."""
    stems = pair.versions[side].stems[governed], pair.versions[OTHER[side]].stems[there]
    denying = [base(stem) in lexicons.words("denying_verbs") for stem in stems]
    return not opposed(*stems) and denying[0] == denying[1]


def _weighed(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> Counterpart | None:
    """The counterpart where enough is the same: surely, the words being related, their subject and object the same."""
    _, governed = denied
    left, right = left_first(side, governed, there)
    subject, alike = same_subject(pair, left, right), same_object(pair, left, right)
    if not _are_kin(pair, left, right):
        if subject and alike and as_real(pair, side, denied, there) and _is_unsaid(pair, side, denied, there):
            return Counterpart(there, sure=True)
        alike = alike or _object_there(pair, side, governed, there)
        return Counterpart(there, sure=False) if subject and alike else None
    if not as_real(pair, side, denied, there):
        # What has not been done may be planned: that is of modality. What was not to be may have been done.
        after_all = _is_to_come(pair, side, governed) and alike and subject is not False
        return Counterpart(there, sure=False) if after_all else None
    if subject is False:
        return Counterpart(there, sure=False) if turned_round(pair, left, right) else None
    return Counterpart(there, sure=bool(subject and alike)) if subject or alike else None


def _is_to_come(pair: Pair, side: Side, verb: int) -> bool:
    """Whether an act is foreseen: "will not seek", "said that it would not seek"."""
    kind = verb_group_at(pair.versions[side], verb).kind
    return kind in TO_COME or kind == "conditional"


def as_real(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> bool:
    """Whether both are facts or both are plans; who refused to go refused in fact."""
    negator, governed = denied
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if turns_act(version, negator):
        return _is_settled(other, there)
    if kept_from(version, negator) is not None:
        return verb_group_at(other, there).kind in _WITHIN_REACH  # "too weak to hold", "could hold"
    turned = sort_of(version.forms[negator]) == "not" and version.forms[negator] != "without"
    here = verb_group_at(version, governed if turned else negator)
    beyond = verb_group_at(other, there)
    return {here.kind, beyond.kind} == TO_COME or not set_against(*left_first(side, here, beyond), pair.versions)


def _is_settled(version: Version, verb: int) -> bool:
    """Whether an act has been done, will be, or was decided: "voted to close it", unlike "urged it to close"."""
    group = verb_group_at(version, verb)
    if group.kind != OPEN:
        return not kinds_of(version, group).isdisjoint((FACT, *TO_COME))
    return not lexicons.words("deciding_verbs").isdisjoint(version.bases[max(0, group.first - 2) : group.verb])


def _object_there(pair: Pair, side: Side, governed: int, there: int) -> bool:
    """Whether the object of the act comes a little after the other verb: "press the owner for a refund"."""
    first, behind = (
        objects_of(pair.versions[side], governed)[:1],
        objects_of(pair.versions[OTHER[side]], there)[:_OBJECTS],
    )
    return any(corresponds(pair, left, right) for left, right in product(*left_first(side, first, behind)))


def _are_kin(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs name one act: aligned, and related or of one family."""
    if not corresponds(pair, left, right):
        return False
    stems = pair.versions[0].stems[left], pair.versions[1].stems[right]
    return related(*stems) >= _SURE or bool(shared_families(pair, [left], [right]))


def _is_unsaid(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> bool:
    """Whether somebody would not speak of what he speaks of there: who declined to comment on it did not praise it."""
    negator, governed = denied
    forms, other = pair.versions[side].forms, pair.versions[OTHER[side]].forms
    if sort_of(forms[negator]) != "refuse" or forms[governed] not in reporting_forms():
        return False
    return other[there] in _judging_forms()


@cache
def _judging_forms() -> frozenset[str]:
    """The forms of verbs of reporting that say of a thing what is thought of it, and do not merely say something."""
    return frozenset(form for form, (_, group) in verbs_of_reporting().items() if group != "say")
