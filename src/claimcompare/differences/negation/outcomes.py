"""What became of a thing, and the opposite: the levee held and gave way, the curfew was lifted and remained in force.

The phrases stand in ``outcomes.tsv``, in families of two poles; a negator turns the pole. Two of them
contradict where they are told of one thing (the heads of the phrases before or behind them correspond) and nothing in
their clauses says that they are of another time, part or place (``apart``).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.negation.outcometable import entries_in
from claimcompare.differences.negation.outcometold import Outcome, behind, outcomes_of
from claimcompare.differences.negation.parts import degrees, is_denied_of_a_sort
from claimcompare.differences.shared.families import shared_families
from claimcompare.differences.shared.same.apart import Clause, are_placed_apart, are_told_apart, clauses_apart
from claimcompare.differences.shared.same.things import are_one_party, is_one_thing, is_one_word, may_be_one_thing
from claimcompare.differences.shared.syntax.appositions import names_of_object
from claimcompare.differences.shared.syntax.modals import (
    ABLE,
    FACT,
    FUTURE,
    OBLIGATION,
    POSSIBLE,
    TO_COME,
    are_merely_possible,
    kinds_of,
    set_against,
)
from claimcompare.differences.shared.syntax.negators import negators_of
from claimcompare.differences.shared.syntax.phrases import chain_start
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.time.days import are_of_two_reports
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_KIN: float = lexicons.parameters("differences")["outcomes"]["kin"]
_LEAST_SHARED: int = lexicons.parameters("differences")["outcomes"]["least_shared"]


def outcomes(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one says what became of a thing, and the other the opposite."""
    if not _may_contradict(pair):
        return
    for left, right in product(*map(outcomes_of, pair.versions)):
        if left.family == right.family and left.holds != right.holds and _contradict(pair, left, right):
            yield _with_negator(pair.versions[0], left), _with_negator(pair.versions[1], right)


def are_of_other_things(pair: Pair) -> bool:
    """Whether both tell opposite outcomes, which contradict nowhere: of the northern part, and of the southern."""
    pairs = product(*map(outcomes_of, pair.versions)) if _may_contradict(pair) else ()
    opposed = [(left, right) for left, right in pairs if left.family == right.family and left.holds != right.holds]
    return bool(opposed) and not any(_contradict(pair, *two) for two in opposed)


def _with_negator(version: Version, one: Outcome) -> range:
    """The tokens of an outcome, from what negates it on: "did not want to"."""
    start = chain_start(version, one.indexes.start)
    negators = (at for at in negators_of(version) if start <= at < one.indexes.start)
    return range(next(negators, one.indexes.start), one.indexes.stop)


def _may_contradict(pair: Pair) -> bool:
    """Whether both have phrases of one family, of which one may say yes and the other no: a quick look first."""
    here, there = map(_poles, pair.versions)
    return any((family, not pole) in there for family, pole in here)


@lru_cache(maxsize=KEPT)
def _poles(version: Version) -> frozenset[tuple[str, bool]]:
    """The families of which a version has phrases, each with what it may say: where something is denied yes and no."""
    found = {(entry.family, entry.pole) for _, entry in entries_in(version)}
    if negators_of(version) or not lexicons.words("empty_words").isdisjoint(version.forms):
        found |= {(family, not pole) for family, pole in found}
    return frozenset(found)


def agree_at(pair: Pair, side: Side, denied: int) -> bool:
    """Whether both tell one outcome, and one by denying it at this word: "no alarm went off", "it stayed silent"."""
    if _poles(pair.versions[0]).isdisjoint(_poles(pair.versions[1])):
        return False
    for left, right in product(*map(outcomes_of, pair.versions)):
        if left.family == right.family and left.holds == right.holds and _are_of_one_thing(pair, left, right):
            own = right if side else left
            places = (own.indexes, own.thing.place) if own.thing else (own.indexes,)
            if min(one.start for one in places) <= denied < max(one.stop for one in places):
                return True
    return False


def _contradict(pair: Pair, left: Outcome, right: Outcome) -> bool:
    clauses = _clause(left), _clause(right)
    if any(map(_is_denied_of_a_sort, (pair, pair), SIDES, (left, right))):
        return False
    if "about" in (left.entry.role, right.entry.role):
        alike = left.entry.role == right.entry.role and left.entry.pole != right.entry.pole
        return alike and _share(pair, left, right, _LEAST_SHARED) and not are_told_apart(pair, *clauses)
    if not _are_of_one_thing(pair, left, right) or _are_of_two_numbers(pair, left, right):
        return False
    if (left.entry.passing or right.entry.passing) and are_of_two_reports(pair, left.rest, right.rest):
        return False
    lasting = left.entry.lasts, right.entry.lasts
    if left.entry.sharing or right.entry.sharing:
        told = _share(pair, left, right, 1) and _lead_to_one_act(pair, left, right)
        return told and not are_told_apart(pair, *clauses, lasting)
    return _are_as_real(pair, left, right) and not clauses_apart(pair, *clauses, lasting)


def _is_denied_of_a_sort(pair: Pair, side: Side, one: Outcome) -> bool:
    """Whether an outcome is denied in a way alone which the other lacks: "not seriously hurt", "slightly hurt"."""
    denied = _with_negator(pair.versions[side], one)
    return is_denied_of_a_sort(pair, side, degrees(pair.versions[side], denied.start + 1, one.indexes.start))


def _are_of_two_numbers(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both have a number within, and another: who lost five seats may have kept 12."""
    values = [
        {
            number.low
            for number in version.features.quantities
            if number.unit is None and _lies_in(version.indexes(number.span), one.indexes)
        }
        for version, one in pair.each(left, right)
    ]
    return all(values) and values[0].isdisjoint(values[1])


def _lies_in(place: range, outer: range) -> bool:
    return bool(place) and outer.start <= place.start < outer.stop


def _lead_to_one_act(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether the same verb follows two phrases that end in "to", with the same object: "willing to sell the mill"."""
    if not all(one.family == "willing" for one in (left, right)):
        return True
    verbs = [one.indexes.stop for one in (left, right)]
    if any(at >= len(version.forms) for version, at in pair.each(*verbs)):
        return False
    if not is_one_word(pair, *verbs):
        return False
    here, there = (behind(version, range(at, at + 1), range(0)) for version, at in pair.each(*verbs))
    return here is None or there is None or is_one_thing(pair, here, there)


def _are_as_real(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are done, or both are to come, and not both merely possible, of which neither is denied."""
    if are_merely_possible(left.group, right.group) and all(one.holds == one.entry.pole for one in (left, right)):
        return False
    if _are_settled(pair, left, right) or _is_ruled_out(left, right) or _is_ruled_out(right, left):
        return True
    if _is_to_go_on(pair, 0, left, right) or _is_to_go_on(pair, 1, right, left):
        return not are_of_two_reports(pair, left.rest, right.rest)
    return not set_against(left.group, right.group, pair.versions) and _are_governed_alike(pair, left, right)


def _is_ruled_out(one: Outcome, other: Outcome) -> bool:
    """Whether one will not be, and the other may, or what must be need not: "must leave", "may stay"."""
    if one.group.kind == OBLIGATION and other.group.kind == ABLE:
        return True
    return other.holds and one.group.kind in (FUTURE, OBLIGATION) and other.group.kind == POSSIBLE


def _is_to_go_on(pair: Pair, side: Side, one: Outcome, other: Outcome) -> bool:
    """Whether one is to go on and the other has ended: "will remain in force", "was lifted"."""
    if not (one.holds and one.entry.for_good) or other.group.kind != FACT:
        return False
    version = pair.versions[side]
    to_come = not TO_COME.isdisjoint(kinds_of(version, one.group)) or _is_decided(version, one)
    return to_come and (one.entry.lasts or other.entry.for_good)


def _are_settled(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are to come, or decided: "decided to keep it", "it is to be sold"."""
    return all(one.group.kind in TO_COME or _is_decided(version, one) for version, one in pair.each(left, right))


def _is_decided(version: Version, one: Outcome) -> bool:
    if one.governor is None:
        return False
    return version.bases[one.governor] in lexicons.words("deciding_verbs")


def _are_governed_alike(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether infinitives follow verbs that are alike: "urged them to accept", "told them to reject"."""
    if left.governor is None or right.governor is None:
        return left.governor is right.governor
    stems = pair.versions[0].stems[left.governor], pair.versions[1].stems[right.governor]
    return related(*stems) >= _KIN or bool(shared_families(pair, [left.governor], [right.governor]))


def _are_of_one_thing(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are told of one thing, and no other one has done it."""
    if left.thing is None or right.thing is None:
        return False
    names = product(_called(pair.versions[0], left, left.thing), _called(pair.versions[1], right, right.thing))
    if not any(may_be_one_thing(pair, *two) for two in names):
        return False
    if left.thing.is_pronoun and right.thing.is_pronoun and not _share(pair, left, right, 1):
        return False
    things = left.thing, right.thing
    if (left.entry.of_one or right.entry.of_one) and not _are_of_one_alone(pair, things):
        return False
    return _are_done_by_one(pair, left, right) and not are_placed_apart(pair, *things)


def _are_done_by_one(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether one party did both, as far as it is told and matters."""
    if left.entry.by_anybody or right.entry.by_anybody:
        return True
    if left.agent is None or right.agent is None:
        return not (left.entry.of_one_party or right.entry.of_one_party)
    here, there = _called(pair.versions[0], left, left.agent), _called(pair.versions[1], right, right.agent)
    return any(are_one_party(pair, *two) for two in product(here, there))


def _are_of_one_alone(pair: Pair, things: tuple[NounPhrase, NounPhrase]) -> bool:
    """Whether both are told of one, which one of the two versions takes for known: the gunman, a gunman."""
    return all(map(_is_one, (pair, pair), SIDES, things)) and not all(map(_is_any, (pair, pair), SIDES, things))


def _is_one(pair: Pair, side: Side, thing: NounPhrase) -> bool:
    """Whether a thing is one alone: the gunman, she; no "gunmen"."""
    version, form = pair.versions[side], pair.versions[side].forms[thing.head]
    several = form in lexicons.rows("pronoun_cases") and lexicons.rows("pronoun_cases")[form] == "they"
    return not several and (thing.head in version.named or singular(form) == form)


def _is_any(pair: Pair, side: Side, thing: NounPhrase) -> bool:
    """Whether a thing may be any of its sort: a gunman."""
    forms = pair.versions[side].forms[max(0, thing.place.start - 1) : thing.head]
    return not lexicons.words("indefinite_articles").isdisjoint(forms)


def _called(version: Version, one: Outcome, party: NounPhrase) -> tuple[NounPhrase, ...]:
    """A phrase, and what else it is called."""
    return one.names if party in one.names else names_of_object(version, party)


def _clause(one: Outcome) -> Clause:
    gap = range(one.thing.head + 1, one.gap.stop) if one.thing and one.thing.head in one.gap else range(0)
    return Clause(one.indexes, one.rest, one.thing, gap)


def _share(pair: Pair, left: Outcome, right: Outcome, least: int) -> bool:
    """Whether so many words of content behind both correspond, besides those of the thing."""
    here, there = _behind_thing(pair.versions[0], left), _behind_thing(pair.versions[1], right)
    return sum(not there.isdisjoint(pair.partner(0, at)) for at in here) >= least


def _behind_thing(version: Version, one: Outcome) -> set[int]:
    thing = one.thing.place if one.thing and one.entry.role != "about" else ()
    return {at for at in range(one.indexes.start, one.rest.stop) if version.content[at] and at not in thing}
