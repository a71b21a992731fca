"""How certain, bound or real an act is: will, would, may, plans to, has.

The verbs that the versions share, and the points where they part, are compared by the class of the words before the
verb. Mere tense (said, says, has said) is no difference, nor is the tense of what is reported (will, said it would).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.syntax.modals import (
    ATTEMPT,
    OPEN,
    VerbGroup,
    is_of_name_or_date,
    is_participle,
    modal_groups,
    set_against,
    verb_group_at,
    words_before_object,
)
from claimcompare.differences.shared.syntax.moods import is_question
from claimcompare.differences.shared.syntax.negators import is_negated, sort_of
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_UNDECIDED = "undecided"
_WIDEST: int = lexicons.parameters("differences")["modality"]["widest"]


def modality(pair: Pair) -> Iterator[Point]:
    """The points on which an act is a fact here and a plan, duty or possibility there."""
    seen: set[tuple[int, int]] = set()
    if is_question(pair.versions[0]) != is_question(pair.versions[1]):
        return  # "Will I get it back?" says not how certain it is
    for side in SIDES:
        for group in modal_groups(pair.versions[side]):
            there = _counterpart(pair, side, group)
            if there is None or _is_said_there(pair, side, group, there.verb):
                continue
            left, right = (_with_whether(*one) for one in pair.each(*left_first(side, group, there)))
            if (left.verb, right.verb) in seen or not set_against(left, right, pair.versions):
                continue
            seen.add((left.verb, right.verb))
            yield _point(pair, left, right)


def _with_whether(version: Version, group: VerbGroup) -> VerbGroup:
    """The group with the "whether" that leaves it open: "has not decided whether it will close"."""
    start = version.stretch_start(group.verb)
    openers = lexicons.words("whether_words")
    at = next((at for at in range(start, group.first) if version.forms[at] in openers), None)
    return group if at is None else VerbGroup(at, group.verb, _UNDECIDED)


def _is_said_there(pair: Pair, side: Side, group: VerbGroup, there: int) -> bool:
    """Whether the other version says how real it is with an object between: "guilty of it", "convicted her of it"."""
    other = pair.versions[OTHER[side]]
    said = set(other.forms[other.stretch_start(there) : there])
    return not said.isdisjoint(words_before_object(group.kind))


def _point(pair: Pair, left: VerbGroup, right: VerbGroup) -> Point:
    marks = pair.marks((left.first, left.verb), (right.first, right.verb))
    return point("modality", "shift", marks, "infinitive" if OPEN in (left.kind, right.kind) else "usual")


# ---------------------------------------------------------------- the same act


def _counterpart(pair: Pair, side: Side, group: VerbGroup) -> VerbGroup | None:
    """The same act in the other version: the verb's partner, or the verb at the same point."""
    other = pair.versions[OTHER[side]]
    partners = _same_verb(pair, side, group) or _verbs_beside(pair, side, group)
    if not partners or is_of_name_or_date(other, partners[0]) or is_of_name_or_date(pair.versions[side], group.verb):
        return None
    if partners[0] in other.numbered:  # the "m" of "£48m"
        return None
    return verb_group_at(other, partners[0])


def _same_verb(pair: Pair, side: Side, group: VerbGroup) -> tuple[int, ...]:
    """The partner of the verb; a partner of another stem has to look like a verb as well."""
    other = OTHER[side]
    link = pair.partners[side].get(group.verb)
    if link is None:
        return ()
    partners = pair.partner(side, group.verb)
    own = pair.versions[side].stems[group.verb]
    if link.relation in ("same", "stem", "spelling") or pair.versions[other].stems[partners[0]] == own:
        return partners  # a phrase may have the verb as well: "is closing", "is planning to close"
    auxiliary = pair.versions[other].forms[partners[0]] in lexicons.words("tense_words")
    if auxiliary or _reports_apart(pair, side, group.verb, partners[0]):
        return ()
    if _verbal(pair.versions[other].forms[partners[0]]):
        return partners
    modal = {one.verb for one in modal_groups(pair.versions[other])}
    return partners if modal & set(partners) else ()


def _verbs_beside(pair: Pair, side: Side, group: VerbGroup) -> tuple[int, ...]:
    """The verb that the other version has at the same point, where it has little else there."""
    other = OTHER[side]
    slot = next((slot for slot in pair.slots if group.verb in slot.side(side)), None)
    if slot is None or max(len(slot.left), len(slot.right)) > _WIDEST or group.kind == ATTEMPT:
        return ()  # what was tried is compared with the same act only
    modal = [one.verb for one in modal_groups(pair.versions[other]) if one.verb in slot.side(other)]
    verbs = [_main_verb(pair.versions[other], at) for at in slot.side(other) if _verbal(pair.versions[other].forms[at])]
    verbs = [at for at in verbs if at not in pair.versions[other].numbered]  # "up to 50"
    verbs = [at for at in verbs if is_negated(pair.versions[other], at) == is_negated(pair.versions[side], group.verb)]
    nouns = lexicons.words("determiners", "definite_words")
    verbs = [at for at in verbs if pair.versions[other].forms[at] not in nouns]  # "weaken to a storm"
    return tuple(at for at in modal or verbs if not _reports_apart(pair, side, group.verb, at))[:1]


def _reports_apart(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether one word reports what somebody says and the other is what is done: two acts, not two views of one."""
    forms = (pair.versions[side].forms[verb], pair.versions[OTHER[side]].forms[there])
    return len({form in reporting_forms() for form in forms}) > 1


def _main_verb(version: Version, at: int) -> int:
    """The verb that an auxiliary or "to" goes with, or the word itself: "tilt" of "to tilt", "shut" of "was shut"."""
    forms = version.forms
    while at + 1 < len(forms) and forms[at] in lexicons.words("tense_words") and not version.gaps[at + 1]:
        step = 1 + (at + 2 < len(forms) and sort_of(forms[at + 1]) == "not" and not version.gaps[at + 2])
        ahead = forms[at + step]
        if not (ahead in lexicons.words("tense_words") or forms[at] == "to" or is_participle(ahead)):
            break
        at += step
    return at


def _verbal(form: str) -> bool:
    """Whether a word has the look of a verb."""
    return form.endswith("ed") or form in lexicons.words("tense_words")
