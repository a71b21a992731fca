"""Days of what one version tells with a noun before its verb: "the arrest of Ada Quill on Monday led to protests".

Such a day contradicts that of the verb for the same deed, of the same person or thing: "Ada Quill was arrested on
Tuesday". A day behind a subject may belong to the verb as well ("the council on Tuesday voted"), so the other version's
verb has to be one of the noun's meaning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.date.actnames import mean_one
from claimcompare.differences.date.pairs import is_lone
from claimcompare.differences.shared.syntax.modals import FACT, verb_group_at
from claimcompare.differences.shared.syntax.phrases import agent_of, object_of, subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.time.datedverbs import acts_of, opening_of
from claimcompare.differences.shared.time.times import are_neighbours, scale
from claimcompare.differences.shared.view import OTHER, SIDES, left_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_LEAST_SHARED: int = lexicons.parameters("differences")["nominals"]["least_shared"]
_OF = "of"


@frozen
class _Nominal:
    """A noun that tells a deed, and the words that say whose or of what."""

    noun: int
    parties: tuple[int, ...]


def date_one_deed(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether one day is that of a noun that tells what the verb of the other day tells, of one person or thing."""
    if {scale(left), scale(right)} != {"day"} or not (is_lone(pair, 0, left) and is_lone(pair, 1, right)):
        return False
    if are_neighbours(left, right):
        return False
    dates = (left, right)
    return any(_is_told_by_verb(pair, side, dates) for side in SIDES)


def _is_told_by_verb(pair: Pair, side: Side, dates: tuple[DateMention, DateMention]) -> bool:
    """Whether the verb of the other side's day tells the deed of a noun before the day of this side."""
    nominal = _nominal(pair.versions[side], dates[side])
    verb = acts_of(pair.versions[OTHER[side]]).get(dates[OTHER[side]])
    if (
        nominal is None
        or verb is None
        or not _is_done(pair, OTHER[side], verb)
        or _acts(pair.versions[side], nominal.noun)
    ):
        return False
    if not mean_one(pair, *left_first(side, nominal.noun, verb)):
        return False
    if nominal.parties:
        return not pair.reached(side, nominal.parties).isdisjoint(_parties_of(pair.versions[OTHER[side]], verb))
    besides = (at for at, is_told in enumerate(pair.content[side]) if is_told and at != nominal.noun)
    return sum(pair.shares(side, at) for at in besides) >= _LEAST_SHARED


def _is_done(pair: Pair, side: Side, verb: int) -> bool:
    """Whether a verb states what was done, and does not say it: "Norvik reported" is no deed of "the report"."""
    says = any(verb in pair.indexes(side, one.cue) for one in pair.features[side].attributions)
    return not says and verb_group_at(pair.versions[side], verb).kind == FACT


def _acts(version: Version, noun: int) -> bool:
    """Whether a noun is of somebody who acts, and of no act: "the court on Tuesday ruled"."""
    return version.forms[noun].removesuffix("s") in lexicons.words("speakers")


def _parties_of(version: Version, verb: int) -> set[int]:
    """The words that say who does what a verb tells, and to whom."""
    phrases = (subject_of(version, verb), object_of(version, verb + 1), agent_of(version, verb + 1))
    return {at for phrase in phrases if phrase for at in phrase.words}


def _nominal(version: Version, date: DateMention) -> _Nominal | None:
    """The noun before a day that no verb comes before, with the words of whom: "the arrest of Ada Quill on Monday"."""
    place = version.indexes(date.span)
    end = _without_age(version, opening_of(version, place.start))
    if not end or not version.content[end - 1]:
        return None
    start = version.stretch_start(end - 1)
    if any(is_verb(version, at) for at in range(start, end)):
        return None
    of = next((at for at in range(start + 1, end - 1) if version.forms[at] == _OF), None)
    if of is None:
        return _Nominal(end - 1, tuple(_owners(version, range(start, end - 1))))
    told = object_of(version, of + 1, end)
    return _Nominal(of - 1, told.words) if told and version.content[of - 1] else None


def _without_age(version: Version, end: int) -> int:
    """Where the words before a day end, an age between commas left out: "of Ada Quill, 15, on Saturday"."""
    if end > 1 and end - 1 in version.numbered and version.gaps[end : end + 1] == version.gaps[end - 1 : end] == (",",):
        return end - 1
    return end if end < len(version.gaps) and not version.gaps[end] else 0


def _owners(version: Version, before: range) -> Iterable[int]:
    """The words of names before a noun: "Ada Quill's death", "the Norvik crash"."""
    return (at for at in before if at in version.named)
