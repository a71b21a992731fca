"""Nothing of a sort here, and so many there: "no branches would shut", "two of its 30 branches will close"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of, value_of
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.apart import verbs_apart
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.same.things import is_one_word
from claimcompare.differences.shared.syntax.modals import FACT, OPEN, verb_group_at
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import counts_none, negators_of
from claimcompare.differences.shared.syntax.phrases import clause_end, object_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.time.days import note_of_two_days
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons.relations import related
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["nones"]
_REACH: int = _SETTINGS["reach"]
_BACK: int = _SETTINGS["back"]
_ALIKE: float = _SETTINGS["alike"]
_RELATED: float = _SETTINGS["related"]
_NONE = "no"
_UP_TO = frozenset({"<", "<="})


@frozen
class _Told:
    """What is counted: where the words begin, the noun, the words before it, and the verb that is told of it."""

    start: int
    noun: int
    before: tuple[int, ...]
    verb: int


def nones(pair: Pair) -> Iterator[Point]:
    """The points on which one version says that there is none of what the other counts."""
    for side in SIDES:
        version, other = pair.versions[side], pair.versions[OTHER[side]]
        denied = [at for at in negators_of(version) if version.forms[at] == _NONE]
        for lacked in filter(None, (_lacked(version, at) for at in denied)):
            for count in counts_of(other):
                told = _counted(other, count)
                if told is not None and _contradict(pair, side, lacked, told):
                    yield point_of_none(pair, side, [lacked.start, lacked.noun], count, "conflict")
                    return


def point_of_none(pair: Pair, side: Side, none: Sequence[int], count: Count, severity: Severity) -> Point:
    """The point with the words for none on one side, by their first and last token, and a number on the other."""
    here = pair.mark(side, pair.span(side, none), "0")
    return point("number", severity, left_first(side, here, pair.mark(OTHER[side], count.span, value_of(count))))


# ---------------------------------------------------------------- what is counted


def _lacked(version: Version, negator: int) -> _Told | None:
    """What there is none of: "no serious injuries"."""
    if not counts_none(version, negator):
        return None
    thing = object_of(version, negator + 1) if negator + 1 < len(version.forms) else None
    if thing is None or not version.features.tokens[thing.head].form.islower() or is_conditional(version, negator):
        return None
    return _told(version, negator, thing.head, thing.before)


def _counted(version: Version, count: Count) -> _Told | None:
    """What a number counts, and is not said to be at most; of "two of its 30 branches" the branches."""
    if not are_some(count) or is_conditional(version, count.words.start):
        return None
    stop = count.words.stop
    ahead = range(stop, min(len(version.forms), stop + _REACH))
    noun = next((at for at in ahead if _is_plural(version, at)), None)
    if noun is None or any(version.gaps[at] not in ("", ",") for at in range(stop, noun + 1)):
        return None
    before = tuple(at for at in range(stop, noun) if version.content[at] and at not in version.numbered)
    return _told(version, count.words.start, noun, before)


def are_some(count: Count) -> bool:
    """Whether a number says that there is one thing or more, and not only that there are not many."""
    quantity = count.quantity
    loose = quantity.approximator in _UP_TO or quantity.low < 1
    return quantity.unit is None and not quantity.ordinal and not loose


def _is_plural(version: Version, at: int) -> bool:
    form = version.forms[at]
    owner = form.endswith("'s") or at in version.named
    return version.content[at] and not owner and at not in version.numbered and singular(form) != form


def _told(version: Version, start: int, noun: int, before: tuple[int, ...]) -> _Told | None:
    """The thing with the verb that is told of it: "no injuries were reported", "there were no injuries"."""
    end = clause_end(version, noun)
    behind = next((at for at in range(noun + 1, end) if is_verb(version, at)), None)
    ahead = _verb_ahead(version, start, alone=behind is None)
    verb = behind if ahead is None else ahead
    return None if verb is None else _Told(start, noun, before, verb)


def _verb_ahead(version: Version, start: int, *, alone: bool) -> int | None:
    """The verb before what is counted, in one clause with it; one of saying only where no other follows, ``alone``."""
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        form = version.forms[at]
        if version.gaps[at + 1] or form in lexicons.words("clause_starts") or (not alone and form in reporting_forms()):
            return None
        if _is_told(version, at):
            return at
    return None


def _is_told(version: Version, at: int) -> bool:
    """Whether it is a verb before what is counted: "found no", "has no", "there were no"."""
    had = version.forms[at] in lexicons.words("having_verbs") - lexicons.words("forms_of_be")
    return had or is_verb(version, at) or _is_there(version, at)


def _is_there(version: Version, at: int) -> bool:
    return version.forms[at] in lexicons.words("forms_of_be") and version.forms[max(0, at - 1)] == "there"


# ---------------------------------------------------------------- contradictions


def _contradict(pair: Pair, side: Side, lacked: _Told, told: _Told) -> bool:
    """Whether all that is said to be lacked is counted by the other version, in the same act."""
    nouns = left_first(side, lacked.noun, told.noun)
    if not is_one_word(pair, *nouns) or note_of_two_days(pair):
        return False
    if not all(any(_is_one(pair, side, at, other) for other in told.before) for at in lacked.before):
        return False
    return _of_one_act(pair, side, lacked, told)


def _is_one(pair: Pair, side: Side, here: int, there: int) -> bool:
    return is_one_word(pair, *left_first(side, here, there))


def _of_one_act(pair: Pair, side: Side, lacked: _Told, told: _Told) -> bool:
    verbs = left_first(side, lacked.verb, told.verb)
    had = lacked.verb < lacked.noun and told.verb < told.noun
    exist = {_is_there(version, at) for version, at in pair.each(*verbs)}
    if not (may_be_one_verb(pair, *verbs) if exist == {False} else pair.likeness >= _ALIKE):
        return False
    between = range(lacked.noun + 1, lacked.verb)
    if len(exist) > 1 or is_qualified(pair, side, between) or verbs_apart(pair, *verbs, subjects=had):
        return False
    return are_both_told_as_done(pair, *verbs)


def may_be_one_verb(pair: Pair, left: int, right: int) -> bool:
    """Whether verbs of none and of some may be of one act."""
    stems = pair.versions[0].stems[left], pair.versions[1].stems[right]
    return corresponds(pair, left, right) or related(*stems) >= _RELATED


def is_qualified(pair: Pair, side: Side, between: range) -> bool:
    """Whether words between what there is none of and its verb make it less: "no pupils were seriously hurt"."""
    return any(pair.content[side][at] and not pair.shares(side, at) for at in between)


def are_both_told_as_done(pair: Pair, left: int, right: int) -> bool:
    """Whether both verbs are told as a fact, or neither is; an infinitive tells neither."""
    kinds = [verb_group_at(version, at).kind for version, at in pair.each(left, right)]
    return OPEN not in kinds and (kinds[0] == FACT) == (kinds[1] == FACT)
