"""What became of a thing, and the opposite: the levee held and gave way, the curfew was lifted and remained in force.

The phrases stand in ``outcomes.tsv``, in families of two poles; a negator turns the pole. Two of them
contradict where they are told of one thing (the heads of the phrases before or behind them correspond) and nothing in
their clauses says that they are of another time, part or place (``apart``).
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.negation.outcomephrases import Entry, entries_in, gap_of
from claimcompare.differences.shared.acts import is_verb
from claimcompare.differences.shared.apart import Clause, are_apart, are_told_apart
from claimcompare.differences.shared.clauses import is_conditional
from claimcompare.differences.shared.days import are_of_two_reports
from claimcompare.differences.shared.families import shared_families
from claimcompare.differences.shared.modals import (
    FACT,
    FUTURE,
    OPEN,
    POSSIBLE,
    TO_COME,
    Group,
    group_at,
    groups_of,
    is_noun,
    is_participle,
    set_against,
)
from claimcompare.differences.shared.negators import governed_by, holds_in_part, negators_of, sort_of, turns_all
from claimcompare.differences.shared.phrases import (
    NounPhrase,
    agent_of,
    chain_start,
    clause_end,
    governor_of,
    is_passive,
    object_of,
    subject_of,
)
from claimcompare.differences.shared.things import are_one_party, is_one_thing, is_one_word, may_be_one_thing
from claimcompare.differences.shared.versions import KEPT
from claimcompare.lexicons.relations import base, related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_WIDEST: int = lexicons.parameters("differences")["outcomes"]["widest"]
_KIN: float = lexicons.parameters("differences")["outcomes"]["kin"]
_LEAST_SHARED: int = lexicons.parameters("differences")["outcomes"]["least_shared"]


@frozen
class Outcome:
    """A phrase in a version: its tokens, of what it is told, and whether it says yes or no."""

    indexes: range
    family: str
    holds: bool
    entry: Entry
    thing: NounPhrase | None
    agent: NounPhrase | None
    group: Group
    rest: range
    gap: range
    governor: int | None


def outcomes(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one says what became of a thing, and the other the opposite."""
    if not _may_contradict(pair):
        return
    for left, right in product(*map(outcomes_of, pair.read)):
        if left.family == right.family and left.holds != right.holds and _contradict(pair, left, right):
            yield _with_negator(pair.read[0], left), _with_negator(pair.read[1], right)


def _with_negator(version: Version, one: Outcome) -> range:
    """The tokens of an outcome, from what negates it on: "did not want to"."""
    start = chain_start(version, one.indexes.start)
    negators = (at for at in negators_of(version) if start <= at < one.indexes.start)
    return range(next(negators, one.indexes.start), one.indexes.stop)


def _may_contradict(pair: Pair) -> bool:
    """Whether both have phrases of one family, and of opposite poles if nothing is denied: a quick look first."""
    here, there = ({(entry.family, entry.pole) for _, entry in entries_in(version)} for version in pair.read)
    if any(map(_denies, pair.read)):
        here |= {(family, not pole) for family, pole in here}
    return any((family, not pole) in there for family, pole in here)


def _denies(version: Version) -> bool:
    return bool(negators_of(version)) or not lexicons.words("empty_words").isdisjoint(version.forms)


def agree_at(pair: Pair, side: Side, denied: int) -> bool:
    """Whether both tell one outcome, and one by denying it at this word: "no alarm went off", "it stayed silent"."""
    for left, right in product(*map(outcomes_of, pair.read)):
        if left.family == right.family and left.holds == right.holds and _are_of_one_thing(pair, left, right):
            own = right if side else left
            start = min(own.indexes.start, own.thing.place.start) if own.thing else own.indexes.start
            if start <= denied < own.indexes.stop:
                return True
    return False


def _contradict(pair: Pair, left: Outcome, right: Outcome) -> bool:
    clauses = _clause(left), _clause(right)
    if "about" in (left.entry.role, right.entry.role):
        alike = left.entry.role == right.entry.role and left.entry.pole != right.entry.pole
        return alike and _share(pair, left, right, _LEAST_SHARED) and not are_told_apart(pair, *clauses)
    if not _are_of_one_thing(pair, left, right):
        return False
    if (left.entry.passing or right.entry.passing) and are_of_two_reports(pair, left.rest, right.rest):
        return False
    lasting = left.entry.lasts, right.entry.lasts
    if left.entry.sharing or right.entry.sharing:
        told = _share(pair, left, right, 1) and _lead_to_one_act(pair, left, right)
        return told and not are_told_apart(pair, *clauses, lasting)
    return _are_as_real(pair, left, right) and not are_apart(pair, *clauses, lasting)


def _lead_to_one_act(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether the same verb follows two phrases that end in "to", with the same object: "willing to sell the mill"."""
    if not all(one.family == "willing" for one in (left, right)):
        return True
    verbs = [one.indexes.stop for one in (left, right)]
    if any(at >= len(version.forms) for version, at in zip(pair.read, verbs, strict=True)):
        return False
    if not is_one_word(pair, *verbs):
        return False
    things = [_behind(version, range(at, at + 1), range(0)) for version, at in zip(pair.read, verbs, strict=True)]
    return None in things or is_one_thing(pair, *things)  # type: ignore[arg-type]


def _are_as_real(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are done, or both are to come."""
    if _are_settled(pair, left, right) or _is_ruled_out(left, right) or _is_ruled_out(right, left):
        return True
    return not set_against(left.group, right.group, pair.read) and _are_governed_alike(pair, left, right)


def _is_ruled_out(one: Outcome, other: Outcome) -> bool:
    """Whether one will not be, and the other may: "will miss the final", "could play in the final"."""
    return not one.holds and other.holds and one.group.kind == FUTURE and other.group.kind == POSSIBLE


def _are_settled(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are to come, or decided: "decided to keep it", "it is to be sold"."""
    decided = [_is_decided(version, one) for version, one in zip(pair.read, (left, right), strict=True)]
    return all(map(max, decided, (one.group.kind in TO_COME for one in (left, right))))


def _is_decided(version: Version, one: Outcome) -> bool:
    if one.governor is None:
        return False
    return base(version.features.tokens[one.governor].stem) in lexicons.words("deciding_verbs")


def _are_governed_alike(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether infinitives follow verbs that are alike: "urged them to accept", "told them to reject"."""
    if left.governor is None or right.governor is None:
        return left.governor is right.governor
    stems = pair.tokens(0)[left.governor].stem, pair.tokens(1)[right.governor].stem
    return related(*stems) >= _KIN or bool(shared_families(pair, [left.governor], [right.governor]))


def _are_of_one_thing(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are told of one thing, and no other one has done it."""
    if left.thing is None or right.thing is None:
        return False
    if not may_be_one_thing(pair, left.thing, right.thing):
        return False
    if left.thing.is_pronoun and right.thing.is_pronoun and not _share(pair, left, right, 1):
        return False
    return left.agent is None or right.agent is None or are_one_party(pair, left.agent, right.agent)


def _clause(one: Outcome) -> Clause:
    gap = range(one.thing.head + 1, one.gap.stop) if one.thing and one.thing.head in one.gap else range(0)
    return Clause(one.indexes, one.rest, one.thing, gap)


def _share(pair: Pair, left: Outcome, right: Outcome, least: int) -> bool:
    """Whether so many words of content behind both correspond, besides those of the thing."""
    here, there = _behind_thing(pair.read[0], left), _behind_thing(pair.read[1], right)
    return sum(not there.isdisjoint(pair.partner(0, at)) for at in here) >= least


def _behind_thing(version: Version, one: Outcome) -> set[int]:
    thing = one.thing.place if one.thing and one.entry.role != "about" else ()
    return {at for at in range(one.indexes.start, one.rest.stop) if version.content[at] and at not in thing}


# ---------------------------------------------------------------- of one version


@lru_cache(maxsize=KEPT)
def outcomes_of(version: Version) -> tuple[Outcome, ...]:
    """The outcomes that a version tells, without those of which it tells both: "fell at first and ended higher"."""
    found = [_outcome(version, place, entry) for place, entry in entries_in(version) if _is_act(version, place.start)]
    found = [one for one in found if _is_told(version, one)]
    return tuple(one for one in found if not any(_turns(version, one, other) for other in found))


def _is_told(version: Version, one: Outcome) -> bool:
    """Whether it is told of somebody, and of all of the thing: no "not all agreed", no "did not rise as fast"."""
    if one.entry.role == "agent" and one.thing is None:
        return False
    if one.entry.role == "object" and one.agent is None and not is_passive(version, one.indexes.start):
        return False  # nothing says who does it
    if one.entry.role == "object" and one.thing is not None and one.thing.head < one.indexes.start:
        first = version.forms[one.indexes.start]
        if not (is_participle(first) or first in lexicons.words("irregular_pasts")):
            return False  # "it is not clear", unlike "it is not cleared"
    parties = (end.place.start for end in (one.thing, one.agent) if end)
    words = range(min([one.indexes.start, *parties]), one.indexes.stop)
    return not any(turns_all(version, at) for at in words) and not holds_in_part(version, one.indexes[-1])


def _is_act(version: Version, at: int) -> bool:
    """Whether a word may be the verb of a statement: no noun, and nothing that is asked or supposed."""
    lead = version.forms[at - 1] if at else ""
    led = lead in lexicons.words("phrase_stops") and lead != "to"
    done = version.forms[at].endswith("ing") and lead in lexicons.words("gerund_leads")
    named = is_noun(version, at) or _is_named(version, at) or (led and not done)
    return not named and not is_conditional(version, at)


def _is_named(version: Version, at: int) -> bool:
    """Whether a word that may be noun and verb is a noun, behind an article and more words: "a 0.7 percent rise"."""
    if not version.content[at] or is_verb(version, at):
        return False
    for before in range(at - 1, max(-1, at - 1 - _WIDEST), -1):
        if version.forms[before] in lexicons.words("determiners", "definite_words"):
            return not version.forms[at].endswith("s")
        if not version.content[before] or version.gaps[before + 1]:
            return False
    return False


def _turns(version: Version, one: Outcome, other: Outcome) -> bool:
    """Whether a version says the opposite as well, of the same thing as far as it can be told."""
    if one.entry.role == "about" or one.family != other.family or one.holds == other.holds:
        return False
    if one.thing is None or other.thing is None or one.thing.is_pronoun or other.thing.is_pronoun:
        return True
    tokens = version.features.tokens
    return tokens[one.thing.head].stem == tokens[other.thing.head].stem


def _outcome(version: Version, place: range, entry: Entry) -> Outcome:
    passive, governor, gap = is_passive(version, place.start), governor_of(version, place.start), gap_of(place, entry)
    before = subject_of(version, place.start if governor is None else governor)
    thing, agent = before, None
    if entry.role == "object" and not passive:
        thing, agent = _behind(version, place, gap), before
    elif entry.role == "object" or (entry.role == "agent" and passive):
        agent = agent_of(version, place.stop)
        thing, agent = (before, agent) if entry.role == "object" else (agent, None)
    return Outcome(
        indexes=place,
        family=entry.family,
        holds=entry.pole != (_is_negated(version, place, entry) != _is_of_none(version, thing, agent)),
        entry=entry,
        thing=thing,
        agent=agent,
        group=_group(version, place),
        rest=range(place.start, clause_end(version, place.start)),
        gap=gap,
        governor=governor,
    )


def _behind(version: Version, place: range, gap: range) -> NounPhrase | None:
    """What stands within a phrase, or behind it."""
    if gap:
        return object_of(version, gap.start, gap.stop)
    return object_of(version, place.stop) if place.stop < len(version.forms) else None


def _is_of_none(version: Version, *parties: NounPhrase | None) -> bool:
    """Whether it is told of none: "no alarm went off", "none of the crew survived"."""
    return any(version.forms[one.place.start] in lexicons.words("empty_words") for one in parties if one)


def _is_negated(version: Version, place: range, entry: Entry) -> bool:
    """Whether a negator stands among the auxiliaries or within the phrase, and is none of its own words."""
    bases = [base(token.stem) for token in version.features.tokens[place.start : place.stop]]
    own = {at for at, word in zip(place, bases, strict=True) if word in entry.words}
    start = chain_start(version, place.start)
    return any(
        start <= at < place.stop and at not in own and governed_by(version, at) is not None
        for at in negators_of(version)
    )


def _group(version: Version, place: range) -> Group:
    """How real it is, by the modal that leads to the phrase; "proposed lifting it" leaves it open."""
    led = next((one for one in groups_of(version) if one.verb in place and one.first < place.start), None)
    if led is not None:
        return led
    start = chain_start(version, place.start)
    failed = next((at for at in negators_of(version) if start <= at < place.start and _is_refusal(version, at)), None)
    if failed is not None:
        return group_at(version, failed)  # who refused to go refused in fact
    before = version.forms[start : place.start]
    asked = version.forms[start] == "be"  # "asked that it be lifted"
    is_open = asked or "to" in before or (version.forms[place.start].endswith("ing") and not before)
    return Group(place.start, place.start, OPEN if is_open else FACT)


def _is_refusal(version: Version, at: int) -> bool:
    return sort_of(version.forms[at]) == "refuse"
