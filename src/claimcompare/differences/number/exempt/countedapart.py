"""Numbers of one name that are of two things: what was asked and what was paid, a whole and its part, now and then."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.estimates import are_two_estimates
from claimcompare.differences.number.exempt.measured import are_of_two_measures
from claimcompare.differences.number.exempt.ofothers import are_of_others
from claimcompare.differences.number.exempt.peaks import are_of_two_sorts
from claimcompare.differences.number.exempt.scopes import are_of_part_and_all
from claimcompare.differences.number.exempt.shares import are_shares_of_two
from claimcompare.differences.number.exempt.someofthem import are_further_ones, are_some_and_all
from claimcompare.differences.number.exempt.wherecounted import are_of_two_places
from claimcompare.differences.number.exempt.wholes import are_whole_and_part
from claimcompare.differences.number.read.fates import are_of_one_fate, are_of_two_fates
from claimcompare.differences.number.read.nearby import is_partitive, lower_side, verb_before
from claimcompare.differences.number.retold.deeds import is_ended_after
from claimcompare.differences.number.retold.lone import are_just_people
from claimcompare.differences.number.retold.people import are_one_people, are_suspects_and_doers
from claimcompare.differences.number.units import as_percent, in_unit_of, is_length
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import FACT, OPEN, is_noun, modal_groups, set_against, verb_group_at
from claimcompare.differences.shared.syntax.negators import is_negated
from claimcompare.differences.shared.syntax.phrases import clause_end, clause_start, is_passive
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.lexicons.relations import opposed, related
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["countedapart"]
_BEFORE: int = _SETTINGS["before"]
_BEHIND: int = _SETTINGS["behind"]
_RELATED: float = _SETTINGS["related"]
_NEAR: int = _SETTINGS["near"]
_MANY_TIMES: float = _SETTINGS["many_times"]
_PERCENT = "%"
_FAR: float = _SETTINGS["far"]
_COPY: float = lexicons.parameters("differences")["numbers"]["copy"]
_FORESEEN = "foreseen"
_ROUNDED = frozenset({None, "~"})


def are_of_two_things(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the words beside two numbers say that they are of two things."""
    return any(tell_apart(pair, left, right) for tell_apart in _TESTS)


# ---------------------------------------------------------------- parts


def _of_part(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one amount is a part of what the other may be: "$12,000 of the loan"."""
    if left.quantity.unit in (None, _PERCENT) or is_length(left.quantity):
        return False
    return is_partitive(pair.versions[0], left) != is_partitive(pair.versions[1], right)


def _of_two_parts(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two parts of one whole do two things: "seven of the nine voted", "two of the nine were women"."""
    if not (is_partitive(pair.versions[0], left) and is_partitive(pair.versions[1], right)):
        return False
    verbs = [_verb_behind(pair.versions[0], left), _verb_behind(pair.versions[1], right)]
    return verbs[0] is not None and verbs[1] is not None and not _may_be_one(pair, verbs[0], verbs[1])


def _verb_behind(version: Version, count: Count) -> int | None:
    ahead = range(count.words.stop, min(len(version.forms), count.words.stop + _BEHIND))
    forms = lexicons.words("forms_of_be")
    return next((at for at in ahead if version.forms[at] in forms or is_verb(version, at)), None)


def _may_be_one(pair: Pair, left: int, right: int) -> bool:
    if corresponds(pair, left, right):
        return True
    return related(pair.versions[0].stems[left], pair.versions[1].stems[right]) >= _RELATED


# ---------------------------------------------------------------- stages and tenses


def _of_two_stages(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one was asked for, offered or foreseen, and the other not, or otherwise."""
    found = [_stage(pair, 0, left), _stage(pair, 1, right)]
    stages = [
        None if at is None else _stages()[pair.versions[side].forms[at]] for side, at in zip(SIDES, found, strict=True)
    ]
    if stages[0] == stages[1]:
        return False
    if None not in stages:
        return True
    told: Side = 0 if stages[0] else 1
    other = pair.versions[OTHER[told]]
    if stages[told] == _FORESEEN and not lexicons.words("planning_words").isdisjoint(other.forms):
        return False  # "is expected to last", "will last"
    return all(_stages().get(form) != stages[told] for form in other.forms)


def _stage(pair: Pair, side: Side, count: Count) -> int | None:
    """The verb beside a number that says that it was asked for, offered or foreseen."""
    version, stop = pair.versions[side], count.words.stop
    behind = range(stop + 1, min(len(version.forms), stop + 1 + _NEAR))  # "winds of 90 mph are expected"
    passive = (at for at in behind if version.form(at - 1) in lexicons.words("forms_of_be"))
    told = (at for at in (*pair.before(side, count.words, _BEFORE), *passive) if version.forms[at] in _stages())
    lasting = lexicons.words("length_verbs") if count.unit_days else frozenset()  # "needed nine hours to dig it"
    return next((at for at in told if not is_noun(version, at) and version.bases[at] not in lasting), None)


@cache
def _stages() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("stages")}


def _of_two_tenses(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the verb before one corresponds to one that is not as real: "owns 12", "will own 100"."""
    for side, one in zip(SIDES, (left, right), strict=True):
        verbs = {group.verb for group in modal_groups(pair.versions[side])}
        verb = next((at for at in pair.before(side, one.words, _BEFORE) if at in verbs), None)
        other = None if verb is None else next(iter(sorted(pair.partner(side, verb))), None)
        if verb is None or other is None:
            continue
        here, there = (verb, other) if side == 0 else (other, verb)
        groups = verb_group_at(pair.versions[0], here), verb_group_at(pair.versions[1], there)
        kinds = {group.kind for group in groups}
        if FACT in kinds and OPEN not in kinds and set_against(*groups, pair.versions):
            return True
    return False


# ---------------------------------------------------------------- sums


def _of_two_sums(pair: Pair, left: Count, right: Count) -> bool:
    """Whether nouns say that they are of two things: "a profit of $4 million", "a loss of $6 million"."""
    stems = [
        {pair.versions[side].stems[at] for at in (*one.measured, *one.counted)}
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    if any(opposed(one, other) for one in stems[0] for other in stems[1]):
        return True
    named = [
        [at for at in one.measured if version.forms[at] not in lexicons.words("amount_nouns")]
        for version, one in pair.each(left, right)
    ]
    return all(named) and not any(_may_be_one(pair, one, other) for one in named[0] for other in named[1])


def _of_two_nouns(pair: Pair, left: Count, right: Count) -> bool:
    """Whether what is counted has nothing in common but its place: "five dead", "40 huts"."""
    if left.quantity.unit is not None or right.quantity.unit is not None or left.stems & right.stems:
        return False
    if not (left.stems and right.stems) or are_one_people(pair, left, right) or are_of_one_fate(pair, left, right):
        return False
    return not any(_may_be_one(pair, one, other) for one in left.counted for other in right.counted)


def _of_other_stuff(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is so much of what the other version names elsewhere: "weighs 9 tons", "carried 6 tons of coal"."""
    if left.quantity.unit in (None, _PERCENT) or is_length(left.quantity):
        return False
    for side, one, other in zip(SIDES, (left, right), (right, left), strict=True):
        stuff = one.counted[:1] if pair.versions[side].forms[one.words.stop : one.words.stop + 1] == ("of",) else ()
        there = pair.reached(side, stuff)
        near = pair.near(OTHER[side], other.words, _NEAR)
        if there and there.isdisjoint((*other.counted, *other.measured, *near)):
            return True
    return False


def _are_of_two_sizes(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one number of people is many times the other: all of them, and those of one place."""
    if not (are_just_people(pair, 0, left) and are_just_people(pair, 1, right)):
        return False
    low, high = sorted((left.quantity.high, right.quantity.high))
    return high > _MANY_TIMES * low


def _are_far_apart(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one exact number is many times the other, in versions that are no copies, and has other digits."""
    here, there = as_percent(in_unit_of(left.quantity, right.quantity), right.quantity)
    if left.unit_days or pair.likeness >= _COPY or not {here.approximator, there.approximator} <= _ROUNDED:
        return False
    if here.low != here.high or there.low != there.high:
        return False
    low, high = sorted((abs(here.low), abs(there.low)))
    return high > _FAR * low > 0 and _digits(low) != _digits(high)


def _digits(value: float) -> str:
    """The digits of a value, without the noughts at its ends."""
    return f"{value:e}".partition("e")[0]


def _of_some_and_all(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the lower is some of known ones, and another act is told of the other: "11 of the ships", "12 ships"."""
    if left.quantity.unit is not None or right.quantity.unit is not None:
        return False
    lower = lower_side(left, right)
    partitive = [is_partitive(version, one) for version, one in pair.each(left, right)]
    if not partitive[lower] or partitive[OTHER[lower]]:
        return False
    here, there = _verbs_beside(pair.versions[0], left), _verbs_beside(pair.versions[1], right)
    return bool(here and there) and not any(_may_be_one(pair, one, other) for one in here for other in there)


def _of_all_one_has(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is of all whom somebody has, and of the other another act is told: "its 20 guards", "40 fled"."""
    if left.quantity.unit is not None or right.quantity.unit is not None or left.stems & right.stems:
        return False
    owned = [_is_had_by_one(version, one) for version, one in pair.each(left, right)]
    if owned[0] == owned[1]:
        return False
    here, there = _verbs_beside(pair.versions[0], left), _verbs_beside(pair.versions[1], right)
    return not any(_may_be_one(pair, one, other) for one in here for other in there)


def _is_had_by_one(version: Version, count: Count) -> bool:
    """Whether a word before a number says whose the counted ones are: "its 620 workers", "the firm's 620 workers"."""
    before = version.form(count.words.start - 1) if count.words.start else ""
    return before.endswith(("'s", "s'")) or before in lexicons.words("owners")


def _verbs_beside(version: Version, count: Count) -> list[int]:
    """The verbs before and behind a number in its clause."""
    start, stop, known = count.words.start, count.words.stop, lexicons.words("having_verbs", "forms_of_be")
    clause = range(max(clause_start(version, start), start - _BEFORE), min(clause_end(version, stop), stop + _BEHIND))
    verbs = [at for at in clause if is_verb(version, at) or version.forms[at] in known]
    return [at for at in verbs if at not in count.counted and version.forms[at] not in reporting_forms()]


def _of_opposite_verbs(pair: Pair, left: Count, right: Count) -> bool:
    """Whether opposite verbs stand before them: "profits rose 8 percent", "debt fell 5 percent"."""
    here, there = verb_before(pair, 0, left), verb_before(pair, 1, right)
    if here is None or there is None:
        return False
    if any(is_ended_after(version, one) for version, one in pair.each(left, right)):
        return False  # "was closed for three years", "reopened after six years"
    turned = is_passive(pair.versions[0], here) != is_passive(
        pair.versions[1], there
    )  # "lost by two", "was beaten by two"
    return not turned and opposed(pair.versions[0].stems[here], pair.versions[1].stems[there])


def _is_one_denied(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one tells how many did it, and the other how many did not: "12 ferries sailed", "two did not sail"."""
    verbs = [_verb_of_clause(version, one) for version, one in pair.each(left, right)]
    if verbs[0] is None or verbs[1] is None or not _may_be_one(pair, verbs[0], verbs[1]):
        return False
    return is_negated(pair.versions[0], verbs[0]) != is_negated(pair.versions[1], verbs[1])


def _verb_of_clause(version: Version, count: Count) -> int | None:
    """The verb behind a number in its clause, which reports nothing, or before its "by": "signed by 25 of them"."""
    start = count.words.stop
    end = clause_end(version, start) if start < len(version.forms) else start
    verbs = (at for at in range(start, end) if is_verb(version, at))
    behind = next((at for at in verbs if version.forms[at] not in reporting_forms()), None)
    by = count.words.start - 1
    return by - 1 if behind is None and by > 0 and version.forms[by] == "by" and is_verb(version, by - 1) else behind


# Each of them by itself says that two numbers are of two things.
_TESTS = (
    _of_part,
    _of_two_stages,
    _of_two_sums,
    _of_two_parts,
    _of_two_tenses,
    are_of_others,
    are_of_two_fates,
    _of_two_nouns,
    _of_opposite_verbs,
    _is_one_denied,
    _of_other_stuff,
    are_of_two_sorts,
    _are_of_two_sizes,
    _are_far_apart,
    _of_some_and_all,
    _of_all_one_has,
    are_of_two_measures,
    are_of_two_places,
    are_two_estimates,
    are_suspects_and_doers,
    are_shares_of_two,
    are_whole_and_part,
    are_some_and_all,
    are_further_ones,
    are_of_part_and_all,
)
