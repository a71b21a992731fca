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
from claimcompare.differences.shared.acts import acts_of, opening_of
from claimcompare.differences.shared.clauses import names_more
from claimcompare.differences.shared.divisions import are_of_two_divisions
from claimcompare.differences.shared.phrases import clause_start, subject_of
from claimcompare.differences.shared.times import scale
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention

_BE, _START, _END, _MOVED, _FORMER = "be", "start", "end", "moved", "former"
_SETTLED = frozenset({"decided", _MOVED})
_UNTIL = frozenset({"until", "till"})
_HAD, _TO = "had", "to"


@frozen
class _Planned:
    """The word for what is planned, a noun or a verb, and what its day says of it: a sort of ``plan_phases``."""

    event: int
    phase: str


def date_one_plan(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether each is the only one of its scale in its version, and both say when one planned event is to be."""
    dates = (left, right)
    if scale(left) != scale(right) or not all(is_lone(pair, side, dates[side]) for side in SIDES):
        return False
    here, there = (_planned(version, date) for version, date in zip(pair.read, dates, strict=True))
    if here is None or there is None or {here.phase, there.phase} != {_BE}:
        return False
    if are_of_two_divisions(pair) or all(names_more(pair, side) for side in SIDES):
        return False
    return mean_one(pair, here.event, there.event)


def are_of_two_phases(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether one says when something is to be, and the other until when, or when it was decided on or moved."""
    here, there = (_planned(version, date) for version, date in zip(pair.read, (left, right), strict=True))
    return here is not None and there is not None and here.phase != there.phase


def _planned(version: Version, date: DateMention) -> _Planned | None:
    """What is planned for a day, as far as the verb before it tells."""
    lead = opening_of(version, version.indexes(date.span).start)
    start = clause_start(version, lead)
    verb = _verb_before(version, date, range(start, lead))
    if verb is None:
        return None
    words = range(start, verb + 1)
    phase = _phase(version, words, until=not _UNTIL.isdisjoint(version.forms[lead : lead + 1]))
    if phase is None:
        return None
    if version.forms[verb] not in lexicons.sorts("plan_phases"):
        return _Planned(verb, phase)
    plan = next((at for at in words if version.forms[at] in lexicons.words("planning_words")), verb)
    subject = subject_of(version, plan)
    return _Planned(subject.head, phase) if subject and not subject.is_pronoun else None


def _verb_before(version: Version, date: DateMention, clause: range) -> int | None:
    """The verb that a day belongs to, or the last one before it that may be in the present: "opens on 4 May"."""
    verb = acts_of(version).get(date)
    if verb is not None:
        return verb if verb in clause else None
    return next((at for at in reversed(clause) if version.forms[at] in lexicons.sorts("plan_phases")), None)


def _phase(version: Version, words: range, *, until: bool) -> str | None:
    """What the words up to a verb say of its day; None where nothing is planned."""
    forms = version.forms[words.start : words.stop]
    told = lexicons.sorts("plan_phases").get(forms[-1])
    if until:
        return _BE if told == _MOVED else _END
    if told in _SETTLED:
        return told
    if not (_TO in forms or forms[-1].endswith("s") or not lexicons.words("planning_words").isdisjoint(forms)):
        return None
    if _HAD in forms:
        return _FORMER
    return _BE if told in {None, _START} else told
