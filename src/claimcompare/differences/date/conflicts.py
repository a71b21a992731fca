"""Whether two dates that cannot be the same day are of one act, so that one of the two is wrong."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.date.actnames import are_one_verb, are_two_events, name_one_act
from claimcompare.differences.date.bounds import is_one_denied
from claimcompare.differences.date.datednouns import date_one_noun
from claimcompare.differences.date.ends import end_one_thing
from claimcompare.differences.date.nominals import date_one_deed
from claimcompare.differences.date.others import are_done_for_others
from claimcompare.differences.date.pairs import (
    are_one_time_misprinted,
    are_set_apart,
    are_years_apart,
    is_lone,
)
from claimcompare.differences.date.plans import are_of_two_phases, date_one_plan
from claimcompare.differences.date.sayings import date_one_saying
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import FACT, are_as_real, verb_group_at
from claimcompare.differences.shared.time.datedverbs import acts_of
from claimcompare.differences.shared.time.times import (
    SEASON,
    are_neighbours,
    grain,
    measured_from,
    names_year,
    scale,
    unit_counted,
    weekday_of,
)
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention

_SETTINGS = lexicons.parameters("differences")["dates"]
_CLOSE: dict[str, float] = _SETTINGS["closeness"]
_COPY: float = _SETTINGS["copy"]
_ALIKE: float = _SETTINGS["alike"]
_NEAR = datetime.timedelta(_SETTINGS["near_days"])
_ACT_REACH: int = _SETTINGS["act_reach"]
_SOON: int = _SETTINGS["soon"]
_WEEKDAYS = (frozenset({"weekday"}), frozenset({"weekday", "day"}))
_MONTHS = frozenset({"month", "year"})
_YEARS = frozenset({"year", "decade"})
_DONE = frozenset({FACT, "reported", "convicted", "apparent"})  # "accused of taking" plans nothing
_ONCE = frozenset({"start", "end"})  # sorts of plan_phases: what begins or ends does so once, and talks are held again
_PARTED = _MONTHS | {"time", SEASON}


def date_one_act(pair: Pair, left: DateMention, right: DateMention, closeness: float) -> bool:
    """Whether both date the same act: the only calendar day of each, or words at the same point of both."""
    if are_one_time_misprinted(pair, left, right):
        return True
    if are_of_two_phases(pair, left, right):
        return False
    one_noun = end_one_thing(pair, left, right) or date_one_noun(pair, left, right)
    if one_noun is None:
        one_plan = not _is_open(left, right) and date_one_plan(pair, left, right)
        one_noun = one_plan or date_one_deed(pair, left, right) or None
    if one_noun is None:
        return _date_one_verb(pair, left, right, closeness)
    return one_noun and _may_be_of_one_day(pair, left, right)


def _date_one_verb(pair: Pair, left: DateMention, right: DateMention, closeness: float) -> bool:
    """Whether both date what is done, by its verb or by the words beside."""
    acts = _acts(pair, left, right)
    denied = acts is not None and is_one_denied(pair, (left, right), acts)
    named = name_one_act(pair, left, right) and (acts is None or are_as_real(pair, *acts))
    other = acts is not None and not named and (_are_other(pair, left, right, acts) or are_two_events(pair, acts))
    apart = are_years_apart(left, right) or are_set_apart(pair, left, right, named=named)
    if denied or other or apart or _is_open(left, right):
        return False
    grains = {grain(left), grain(right)}
    if grains == {"day"} and closeness >= _CLOSE["alone"]:
        return (acts is not None or _share_more(pair)) and _are_of_one_day(pair, left, right, named=named)
    if grains in _WEEKDAYS:
        one = _of_one_verb(pair, left, right, acts, named=named) or _side_by_side(pair, left, right)
        return one and not are_neighbours(left, right)
    if grains == {SEASON} and not _are_near(pair):
        return False  # "the summer" may be that of another year
    if grains == _MONTHS:
        return names_year(left) and names_year(right) and _of_one_verb(pair, left, right, acts, named=named)
    return (
        (len(grains) == 1 or grains == _YEARS)
        and closeness >= _CLOSE["certain"]
        and (named or _of_one_act(pair, left, right))
    )


def _may_be_of_one_day(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether days of one noun are told by reports of near days, and not each of its own day: "Monday's trading"."""
    if are_set_apart(pair, left, right, named=True):  # "Saturday's parade", "will be held before Sunday"
        return False
    return _are_near(pair) and not _each_of_its_day(pair, (left, right))


def _is_open(left: DateMention, right: DateMention) -> bool:
    """Whether the words leave open which day or span is meant, or say it of two things: "for" and "in" four days."""
    if _is_loose(left) or _is_loose(right):
        return True
    if left.duration is not None and measured_from(left) != measured_from(right):
        return True
    return ":" in left.key + right.key and not {grain(left), grain(right)} <= _PARTED


def _is_loose(date: DateMention) -> bool:
    """Whether it is counted in days, weeks or months from a day that is not known: "this week" may be two."""
    return date.earliest is None and unit_counted(date) not in (None, "year")


def are_beside_one_word(pair: Pair, here: range, there: range) -> bool:
    """Whether a content word next to one date corresponds to a word next to the other."""
    return bool(pair.reached(0, pair.near(0, here)) & set(pair.near(1, there)))


# ---------------------------------------------------------------- by the verb that each belongs to


def _acts(pair: Pair, left: DateMention, right: DateMention) -> tuple[int, int] | None:
    """The verbs that the dates belong to, where both are plain."""
    here, there = acts_of(pair.versions[0]).get(left), acts_of(pair.versions[1]).get(right)
    return None if here is None or there is None else (here, there)


def _are_told_by_one(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether two verbs are aligned, by their place alone as well, or of one family."""
    return acts[1] in pair.partner(0, acts[0]) or are_one_verb(pair, *acts)


def are_of_one_verb(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether both date the verb that the versions share, and it is not a verb of reporting."""
    acts = _acts(pair, left, right)
    if acts is None or not (_are_told_by_one(pair, acts) or name_one_act(pair, left, right)):
        return False
    return not any(_is_saying(pair, side, acts[side]) for side in SIDES)


def are_of_two_acts(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether it is plain that each dates another act: "left at 7 p.m.", "was warned at 5 p.m."."""
    acts = _acts(pair, left, right)
    if acts is None or _are_told_by_one(pair, acts):
        return False
    return not (date_one_saying(pair, left, right) or name_one_act(pair, left, right))


def _are_other(pair: Pair, left: DateMention, right: DateMention, acts: tuple[int, int]) -> bool:
    """Whether two verbs are not one, or what they name lasts, or was planned for a day before it was done."""
    if date_one_saying(pair, left, right):
        return False
    if not are_one_verb(pair, *acts):
        return not _are_both_plans(pair, acts)  # "will end on", "are to leave by": one plan in other words
    if _goes_on(pair, acts[0]) or are_done_for_others(pair, acts):
        return True
    return not are_as_real(pair, *acts) and not _is_planned_later(pair, left, right, acts)


def _are_both_plans(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether neither act has been done."""
    return all(_is_plan(version, act) for version, act in pair.each(*acts))


def _is_plan(version: Version, act: int) -> bool:
    """Whether an act has not been done, or a verb says that one is planned."""
    return verb_group_at(version, act).kind not in _DONE or version.forms[act] in lexicons.words("planning_words")


def _is_planned_later(pair: Pair, left: DateMention, right: DateMention, acts: tuple[int, int]) -> bool:
    """Whether what was done by one day is still to come on a later one: "began on Monday", "due to begin Tuesday"."""
    kinds = [verb_group_at(version, act).kind for version, act in pair.each(*acts)]
    days = [weekday_of(one) for one in (left, right)]
    if kinds.count(FACT) != 1 or days[0] is None or days[1] is None:
        return False
    done = kinds.index(FACT)
    if lexicons.sorts("plan_phases").get(pair.versions[1 - done].forms[acts[1 - done]]) not in _ONCE:
        return False
    return 0 < ((days[1 - done] or 0) - (days[done] or 0)) % 7 <= _SOON


def _of_one_verb(
    pair: Pair, left: DateMention, right: DateMention, acts: tuple[int, int] | None, *, named: bool
) -> bool:
    """Whether each is the one date of an act that both tell of the same person or thing, in reports of near days."""
    if acts is None or not are_as_real(pair, *acts) or any(_is_saying(pair, side, acts[side]) for side in SIDES):
        return False
    if not _are_near(pair) or _each_of_its_day(pair, (left, right)):
        return False
    sole = all(_is_sole(pair, side, date, acts[side]) for side, date in zip(SIDES, (left, right), strict=True))
    return sole and (named or _are_told_by_one(pair, acts))


def _share_more(pair: Pair) -> bool:
    """Whether the versions have a word of content in common besides dates and numbers."""
    version = pair.versions[0]
    return any(version.content[at] and at not in version.dated | version.numbered for at in pair.common)


def _are_near(pair: Pair) -> bool:
    left, right = pair.published
    return left is None or right is None or abs(left - right) <= _NEAR


def _goes_on(pair: Pair, act: int) -> bool:
    """Whether what is done lasts, and may be reported for one day and for another: "the talks continued"."""
    if pair.versions[0].bases[act] not in lexicons.words("lasting_verbs"):
        return False
    return lexicons.words("ending_particles").isdisjoint(pair.versions[0].forms[act + 1 : act + 2])


def _are_of_one_day(pair: Pair, left: DateMention, right: DateMention, *, named: bool) -> bool:
    """Whether the only days of both are of one act; "today" and "tomorrow" take a sign of it besides."""
    if _each_of_its_day(pair, (left, right)):
        return False
    counted = any(unit_counted(one) for one in (left, right))
    return not counted or named or _of_one_act(pair, left, right)


def _each_of_its_day(pair: Pair, dates: tuple[DateMention, DateMention]) -> bool:
    """Whether reports of two days speak of theirs: prices fell on Monday and Tuesday; met today, and yesterday."""
    published = pair.published
    if published[0] == published[1]:
        return False
    return all(day is not None and _is_near(one, day) for one, day in zip(dates, published, strict=True))


def _is_near(date: DateMention, day: datetime.date) -> bool:
    """Whether it is the day of the report, or counted in days from it."""
    return weekday_of(date) == day.weekday() or unit_counted(date) == "day"


def _is_saying(pair: Pair, side: Side, act: int) -> bool:
    """Whether a verb reports what somebody said, and does nothing: "declared a strike" does."""
    forms = pair.versions[side].forms
    does = forms[act] not in lexicons.words("plain_sayings") and _has_object(forms[act + 1 : act + 2])
    return not does and any(act in pair.indexes(side, one.cue) for one in pair.features[side].attributions)


def _has_object(behind: tuple[str, ...]) -> bool:
    """Whether the word after a verb opens its object."""
    return not lexicons.words("determiners", "definite_words").isdisjoint(behind)


def _is_sole(pair: Pair, side: Side, date: DateMention, act: int) -> bool:
    """Whether no other day is named for the act."""
    acts = acts_of(pair.versions[side])
    others = (one for one in pair.versions[side].dates if one is not date and scale(one) == scale(date))
    return all(acts.get(one, act) != act for one in others)


# ---------------------------------------------------------------- by the words beside them


def _side_by_side(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether each is the only day of its version, and what is before it or all else is the same."""
    alone = is_lone(pair, 0, left) and is_lone(pair, 1, right)
    copies = pair.likeness >= _COPY
    return alone and (copies or _same_word_before(pair, left, right) or date_one_saying(pair, left, right))


def _of_one_act(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether a word before the one date in its clause is before the other, or the versions are much the same."""
    here, there = pair.indexes(0, left.span), pair.indexes(1, right.span)
    if pair.likeness >= _ALIKE or are_beside_one_word(pair, here, there):
        return True
    stems = [
        {pair.versions[side].stems[at] for at in pair.before(side, place, _ACT_REACH)}
        for side, place in zip(SIDES, (here, there), strict=True)
    ]
    return bool(stems[0] & stems[1])


def _same_word_before(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether the very word before both is the same: weekdays date what they follow, and stories name several.

    A name before it is nobody's act, so the word before the name has to be the same then.
    """
    here, there = _word_before(pair, 0, left), _word_before(pair, 1, right)
    return here is not None and there is not None and corresponds(pair, here, there)


def _word_before(pair: Pair, side: Side, date: DateMention) -> int | None:
    before = pair.before(side, pair.indexes(side, date.span), _ACT_REACH)
    return next((at for at in before if pair.tokens(side)[at].form[0].islower()), None)
