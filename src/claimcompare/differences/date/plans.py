"""When what is planned is to be: "a parade will be held on Saturday", "the parade is planned for Sunday".

An event has a day on which it is to be or to start, one until which it is to last, and one on which it was decided on.
Only days of one sort contradict each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.date.actnames import mean_one
from claimcompare.differences.date.pairs import is_lone
from claimcompare.differences.shared.same.corresponding import names_more
from claimcompare.differences.shared.same.divisions import are_of_two_divisions
from claimcompare.differences.shared.syntax.phrases import clause_start, subject_of
from claimcompare.differences.shared.time.datedverbs import acts_of, opening_of
from claimcompare.differences.shared.time.times import scale
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention

_BE, _START, _END, _MOVED, _FORMER = "be", "start", "end", "moved", "former"
_SETTLED = frozenset({"decided", _MOVED})
_HAD, _TO, _NOT = "had", "to", "not"


@frozen
class _Planned:
    """The word for what is planned, a noun or a verb, and what its day says of it: a sort of ``plan_phases``."""

    event: int
    phase: str
    is_noun: bool = True


def date_one_plan(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether each is the only one of its scale in its version, and both say when one event is to be, or until when."""
    dates = (left, right)
    if left.duration is not None or right.duration is not None:
        return False
    if scale(left) != scale(right) or not all(is_lone(pair, side, dates[side]) for side in SIDES):
        return False
    here, there = _both_planned(pair, dates)
    if here is None or there is None or here.phase != there.phase or here.phase not in {_BE, _END}:
        return False
    if are_of_two_divisions(pair) or all(names_more(pair, side) for side in SIDES):
        return False
    return _are_one_event(pair, here, there)


def are_of_two_phases(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether one says when an event is to be, and the other until when, or when it was decided on or moved."""
    here, there = _both_planned(pair, (left, right))
    return here is not None and there is not None and here.phase != there.phase and _are_one_event(pair, here, there)


def _both_planned(pair: Pair, dates: tuple[DateMention, DateMention]) -> list[_Planned | None]:
    return [_planned(version, date) for version, date in pair.each(*dates)]


def _are_one_event(pair: Pair, left: _Planned, right: _Planned) -> bool:
    """Whether both name one event, by a noun or one of them by a verb: "the vote", "will vote"."""
    return (left.is_noun or right.is_noun) and mean_one(pair, left.event, right.event)


def _planned(version: Version, date: DateMention) -> _Planned | None:
    """What is planned for a day, as far as the verb before it tells."""
    lead = opening_of(version, version.indexes(date.span).start)
    verb = _verb_of_day(version, date, range(clause_start(version, lead), lead))
    if verb is None:
        return None
    first = _group_start(version, verb)
    until = not lexicons.words("end_prepositions").isdisjoint(version.forms[lead : lead + 1])
    phase = _phase(version.forms[first : verb + 1], until=until)
    if phase is None:
        return None
    if version.forms[verb] not in lexicons.sorts("plan_phases"):
        return _Planned(verb, phase, is_noun=False)
    subject = subject_of(version, first)
    return _Planned(subject.head, phase) if subject and not subject.is_pronoun else None


def _verb_of_day(version: Version, date: DateMention, clause: range) -> int | None:
    """The verb that a day belongs to, or the last one before it that may be in the present: "opens on 4 May"."""
    verb = acts_of(version).get(date)
    if verb is not None:
        return verb if verb in clause else None
    return next((at for at in reversed(clause) if version.forms[at] in lexicons.sorts("plan_phases")), None)


def _group_start(version: Version, verb: int) -> int:
    """Where the words begin that lead to a verb and say that it is to come: "is due to be held"."""
    leads = lexicons.words("planning_words", "forms_of_be", "verb_chain", "small_adverbs")
    at = verb
    while at and not version.gaps[at] and (version.form(at - 1) in leads or version.form(at - 1) == _TO):
        at -= 1
    return at


def _phase(forms: Sequence[str], *, until: bool) -> str | None:
    """What the words of a verb say of its day; None where nothing is planned."""
    told = lexicons.sorts("plan_phases").get(forms[-1])
    denied = _NOT in forms
    if until:  # "was put off until", "will not open until"
        return _BE if told == _MOVED or denied else _END
    if denied:
        return None
    if told in _SETTLED:
        return told
    if not (_TO in forms or forms[-1].endswith("s") or not lexicons.words("planning_words").isdisjoint(forms)):
        return None
    if _HAD in forms:
        return _FORMER
    return _BE if told in {None, _START} else told
