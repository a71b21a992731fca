"""Nobody here, and so many people there: "no one was arrested", "two people were arrested"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.number.retold.nones import (
    are_both_told_as_done,
    are_some,
    is_qualified,
    may_be_one_verb,
    point_of_none,
)
from claimcompare.differences.shared.same.apart import verbs_apart
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.phrases import clause_end, is_passive
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.time.days import note_of_two_days
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["nones"]
_REACH: int = _SETTINGS["reach"]
_BACK: int = _SETTINGS["back"]
_ALIKE: float = _SETTINGS["alike"]
_THERE = "there"


@frozen
class _Act:
    """Words for people, and the verb that is told of them: who does it, to whom it is done, or that there are some."""

    people: range
    verb: int
    is_done: bool
    exists: bool = False


def nobodies(pair: Pair) -> Iterator[Point]:
    """The points on which one version tells of nobody what the other tells of so many."""
    for side in SIDES:
        version, other = pair.versions[side], pair.versions[OTHER[side]]
        lacking = [one for place in _nobody(version) if (one := _act_of(version, place))]
        for count in counts_of(other) if lacking else ():
            told = _people_counted(other, count)
            lacked = next((one for one in lacking if told and _are_one_act(pair, side, one, told)), None)
            if told and lacked:
                alike = _share_all_else(pair, side, lacked, told) and not note_of_two_days(pair)
                yield point_of_none(pair, side, lacked.people, count, "conflict" if alike else "shift")
                return


# ---------------------------------------------------------------- of whom what is told


def _nobody(version: Version) -> Iterator[range]:
    """The words for nobody: "nobody", "no one", and "none" without an "of"."""
    for at, form in enumerate(version.forms):
        behind = version.forms[at + 1 : at + 2]
        if form in lexicons.words("nobody_words") and behind != ("of",):
            yield range(at, at + 1)
        elif form in lexicons.words("none_words") and behind == ("one",):
            yield range(at, at + 2)


def _people_counted(version: Version, count: Count) -> _Act | None:
    """What is told of as many people, or of a bare number right before its verb: "six people died", "six died"."""
    if not are_some(count):
        return None
    stop = count.words.stop
    ahead = range(stop, min(len(version.forms), stop + _REACH))
    head = next((at for at in ahead if _is_people(version, at)), None)
    if head is None or any(version.gaps[at] not in ("", ",") for at in range(stop, head + 1)):
        return _act_of(version, count.words, bare=True)
    return _act_of(version, range(count.words.start, head + 1))


def _is_people(version: Version, at: int) -> bool:
    one = singular(version.forms[at])
    return one != version.forms[at] and one in lexicons.words("people_words", "person_nouns", "roles")


def _act_of(version: Version, people: range, *, bare: bool = False) -> _Act | None:
    """The verb behind people, or else before them; right behind a ``bare`` number."""
    if is_conditional(version, people.start):
        return None
    end = min(clause_end(version, people.stop), people.stop + (2 if bare else len(version.forms)))
    behind = next((at for at in range(people.stop, end) if is_verb(version, at)), None)
    if behind is not None:
        return _Act(people, behind, is_passive(version, behind))
    if (
        not bare
        and people.start > 1
        and version.forms[people.start - 2] == _THERE
        and version.form(people.start - 1) in lexicons.words("forms_of_be")
    ):
        return _Act(people, people.start - 1, is_done=False, exists=True)
    back = range(people.start - 1, max(-1, people.start - 1 - _BACK), -1)
    before = next((at for at in back if is_verb(version, at)), None)
    if bare or before is None or version.forms[before] in reporting_forms():
        return None
    return _Act(people, before, is_done=True)


# ---------------------------------------------------------------- contradictions


def _are_one_act(pair: Pair, side: Side, lacked: _Act, told: _Act) -> bool:
    """Whether one act is told of nobody and of so many, and as real."""
    verbs = left_first(side, lacked.verb, told.verb)
    if (lacked.is_done, lacked.exists) != (told.is_done, told.exists):
        return False
    if not (may_be_one_verb(pair, *verbs) or (told.exists and pair.likeness >= _ALIKE)):
        return False
    ahead = lacked.verb < lacked.people.start or told.verb < told.people.start  # what is behind the verb is they
    if is_qualified(pair, side, range(lacked.people.stop, lacked.verb)) or (
        not ahead and verbs_apart(pair, *verbs, subjects=False)
    ):
        return False
    return are_both_told_as_done(pair, *verbs)


def _share_all_else(pair: Pair, side: Side, lacked: _Act, told: _Act) -> bool:
    """Whether all words of content but for the people and what they did are in both versions."""
    return all(
        pair.shares(at_side, at)
        for at_side, own in ((side, lacked), (OTHER[side], told))
        for at, content in enumerate(pair.content[at_side])
        if content and at not in own.people and at != own.verb
    )
