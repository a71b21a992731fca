"""Signs that two things told are told of another time, part or place, so that both may hold."""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.same.things import are_two_measures, is_one_thing, is_one_word
from claimcompare.differences.shared.syntax.appositions import names_of_subject
from claimcompare.differences.shared.syntax.phrases import (
    agent_of,
    clause_end,
    is_barred,
    is_passive,
    object_of,
    subject_of,
)
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import may_be_verb
from claimcompare.differences.shared.time.days import are_of_two_reports, are_of_two_times
from claimcompare.differences.shared.time.routines import routines
from claimcompare.differences.shared.versions import is_gerund
from claimcompare.differences.shared.view import left_first
from claimcompare.differences.shared.who.speakers import kind_of_saying, may_be_one_speaker

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution


@frozen
class Clause:
    """An act and its clause.

    Attributes:
        act: the words of the verb.
        rest: what stands behind it, up to the end of the clause.
        thing: of what the act is told, where that is known.
        gap: what stands within a verb that is parted: "called the strike off".
    """

    act: range
    rest: range
    thing: NounPhrase | None = None
    gap: range = range(0)


def clauses_apart(pair: Pair, left: Clause, right: Clause, lasting: tuple[bool, bool] = (False, False)) -> bool:
    """Whether what is told in two clauses is of two times, of two speakers, or of other things beside.

    ``lasting``: which of them is a state, which an end contradicts only where it came before.
    """
    return are_told_apart(pair, left, right, lasting) or has_other_words_beside(pair, left, right)


def are_told_apart(pair: Pair, left: Clause, right: Clause, lasting: tuple[bool, bool] = (False, False)) -> bool:
    """Whether two clauses are of two times or of two speakers."""
    return (
        are_of_two_times(pair, left.rest, right.rest, lasting)
        or are_of_two_speakers(pair, left.act.start, right.act.start)
        or _is_of_the_beginning_alone(pair, left, right)
    )


def are_of_one_thing(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs are told of one thing and by the same, as far as they say so, and not apart."""
    (things, agents), (other_things, other_agents) = _parties(pair.versions[0], left), _parties(pair.versions[1], right)
    if not _is_one_of(pair, things, other_things):
        return False
    if _lacks_agent(pair.versions[0], left, agents) or _lacks_agent(pair.versions[1], right, other_agents):
        return False
    if agents and other_agents and not _is_one_of(pair, agents, other_agents):
        return False
    here, there = _clause_of_subject(pair.versions[0], left), _clause_of_subject(pair.versions[1], right)
    return not (are_of_two_reports(pair, here.rest, there.rest) or clauses_apart(pair, here, there))


def _is_one_of(pair: Pair, left: Sequence[NounPhrase], right: Sequence[NounPhrase]) -> bool:
    return any(is_one_thing(pair, *two) for two in product(left, right))


def _lacks_agent(version: Version, verb: int, agents: Sequence[NounPhrase]) -> bool:
    """Whether a verb is done to something, and it cannot be told who does it."""
    return not agents and not is_passive(version, verb) and object_of(version, verb + 1) is not None


def _parties(version: Version, verb: int) -> tuple[Sequence[NounPhrase], Sequence[NounPhrase]]:
    """What a verb is done to, and who does it, by all their names; without an object it is told of its subject."""
    subject = names_of_subject(version, verb)
    if is_passive(version, verb):
        agent = agent_of(version, verb + 1)
        return subject, (agent,) if agent else ()
    thing = object_of(version, verb + 1)
    return ((thing,), subject) if thing else (subject, ())


def verbs_apart(pair: Pair, left: int, right: int, *, subjects: bool = True) -> bool:
    """Whether what two words tell is apart; of two verbs also where their ``subjects`` are two."""
    here, there = _clause_of_subject(pair.versions[0], left), _clause_of_subject(pair.versions[1], right)
    names = names_of_subject(pair.versions[0], left), names_of_subject(pair.versions[1], right)
    if subjects and all(names) and _are_of_two(pair, *names):
        verbs = may_be_verb(pair.versions[0], left) and may_be_verb(pair.versions[1], right)
        if verbs and is_passive(pair.versions[0], left) == is_passive(pair.versions[1], right):
            return True
    return clauses_apart(pair, here, there)


def are_done_by_two(pair: Pair, left: int, right: int) -> bool:
    """Whether the subjects of two verbs are two."""
    names = names_of_subject(pair.versions[0], left), names_of_subject(pair.versions[1], right)
    return all(names) and _are_of_two(pair, *names)


def are_placed_apart(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether words behind two plurals say which ones, and none in common: residents in the valley, on the hill."""
    if not all(_is_plural(version.forms[one.head]) for version, one in pair.each(left, right)):
        return False
    here, there = ([at for at in one.words if at > one.head] for one in (left, right))
    return bool(here and there) and not any(is_one_word(pair, *two) for two in product(here, there))


def _is_plural(form: str) -> bool:
    return singular(form) != form


def clause_of(version: Version, act: int, thing: NounPhrase | None = None) -> Clause:
    """The act that a word tells with what stands behind it in its clause."""
    return Clause(range(act, act + 1), range(act, clause_end(version, act)), thing)


def _clause_of_subject(version: Version, act: int) -> Clause:
    return clause_of(version, act, subject_of(version, act))


# ---------------------------------------------------------------- beside


def has_other_words_beside(pair: Pair, left: Clause, right: Clause, only: Set[str] | None = None) -> bool:
    """Whether both have words behind the same preposition, and none in common: in Europe, in Asia.

    ``only``: of these prepositions alone.
    """
    here, there = _beside(pair.versions[0], left), _beside(pair.versions[1], right)
    return any(
        not _may_stand_for_each_other(ours, theirs) and _are_of_two(pair, ours, theirs)
        for word in here.keys() & there.keys()
        if only is None or word in only
        if (ours := _unnamed(pair, 0, here[word], right)) and (theirs := _unnamed(pair, 1, there[word], left))
    )


def _may_stand_for_each_other(left: Sequence[NounPhrase], right: Sequence[NounPhrase]) -> bool:
    """Whether one is a pronoun and the other none: "asked for it", "asked for the closing"."""
    return len(left) == len(right) == 1 and left[0].is_pronoun != right[0].is_pronoun


def _unnamed(pair: Pair, side: Side, phrases: Sequence[NounPhrase], other: Clause) -> Sequence[NounPhrase]:
    """The phrases without those that the other has before its thing: "shares in Tarnsteel", "Tarnsteel's shares"."""
    before = other.thing.before if other.thing else ()
    return [one for one in phrases if not any(_are_alike(pair, side, at, before) for at in one.words)]


def _are_alike(pair: Pair, side: Side, at: int, there: Sequence[int]) -> bool:
    return any(is_one_word(pair, *left_first(side, at, other)) for other in there)


def _are_of_two(pair: Pair, left: Sequence[NounPhrase], right: Sequence[NounPhrase]) -> bool:
    """Whether phrases have no word in common, or one word that others set apart: for the first match, the second."""
    ends = list(product(left, right))
    if any(is_one_thing(pair, one, other) for one, other in ends):
        return False
    if any(are_two_measures(pair, one, other) for one, other in ends):
        return True
    heads = any(is_one_word(pair, one.head, other.head) for one, other in ends)
    return heads or not any(
        is_one_word(pair, this, that) and _own_alike(pair, this, that)
        for one, other in ends
        for this, that in product(one.words, other.words)
    )


def _own_alike(pair: Pair, left: int, right: int) -> bool:
    """Whether both words have an apostrophe, or neither: the mayor is not the mayor's son."""
    owners = [version.forms[at].endswith(("'s", "'")) for version, at in pair.each(left, right)]
    return owners[0] == owners[1]


def _beside(version: Version, clause: Clause) -> dict[str, list[NounPhrase]]:
    """For each preposition behind an act and its thing the phrases behind it, without dates and numbers."""
    numbers = (one for one in version.features.quantities if not one.ordinal)
    counted = {at for one in numbers for at in version.indexes(one.span)} | version.dated
    counted |= {at for one in routines(version) for at in one.words}
    thing = clause.thing
    places = [*range(thing.head + 1, max(thing.words) + 1)] if thing else []
    found: dict[str, list[NounPhrase]] = {}
    for at in (*_opening(version, clause), *places, *clause.gap, *range(clause.act.stop, _own_end(version, clause))):
        word = version.forms[at] if version.forms[at] in _prepositions() else ""
        if (not word and at != clause.act.stop) or any(version.gaps[at + 1 : at + 2]):
            continue  # "broke in, according to the guard"
        most = next((end.stop for end in (thing and thing.place, clause.gap) if end and at in end), None)
        phrase = object_of(version, at + 1 if word else at, most)
        if phrase and not word and thing and phrase.head == thing.head:
            continue  # "killed a judge", "the judge survived a bomb"
        if phrase and phrase.head not in counted and not (word and _tells_nothing_apart(version, phrase, counted)):
            found.setdefault(word, []).append(phrase)
    return found


def _opening(version: Version, clause: Clause) -> tuple[int, ...]:
    """The preposition with which a version opens before its comma: the "in" of "In the north, police lifted it"."""
    phrase = object_of(version, 1) if len(version.forms) > 1 and version.forms[0] in _prepositions() else None
    return (0,) if phrase and phrase.place.stop < clause.act.start and is_barred(version, phrase.place.stop) else ()


def _tells_nothing_apart(version: Version, phrase: NounPhrase, counted: set[int]) -> bool:
    """Whether a preposition leads to a number, all there is, or how it was said: "of all charges", "in a call"."""
    if phrase.words[0] in counted or version.forms[phrase.place.start] in lexicons.words("wholly_words"):
        return True
    return version.forms[phrase.head] in lexicons.words("ways_of_saying")


def _own_end(version: Version, clause: Clause) -> int:
    """Where the words behind an act end that are not of another: "by leaving it off the register of interests"."""
    others = (at for at in range(clause.act.stop + 1, clause.rest.stop) if is_gerund(version, at))
    return next((at for at in others if version.form(at - 1) in lexicons.words("phrase_stops")), clause.rest.stop)


@cache
def _prepositions() -> frozenset[str]:
    """Prepositions that say where, of what and to whom; those that say when may open clauses."""
    return lexicons.words("phrase_stops") - lexicons.words("clause_starts", "clause_conjunctions")


def _is_of_the_beginning_alone(pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether one is told of the beginning, the other of another time: "in early trading" may be "in the morning"."""
    early = [_is_early(version, one) for version, one in pair.each(left, right)]
    if early[0] == early[1]:
        return _is_of_the_close_alone(pair, left, right)
    version, other = (pair.versions[1], right) if early[0] else (pair.versions[0], left)
    behind = version.forms[other.act.start : other.rest.stop]
    return lexicons.words("first_parts_of_day").isdisjoint(behind)


def _is_of_the_close_alone(pair: Pair, left: Clause, right: Clause) -> bool:
    """Whether one is told of the end of the day, the other of a part before it: "closed lower", "rose at midday"."""
    both = list(pair.each(left, right))
    closes = [version.bases[one.act.start] in lexicons.words("closing_verbs") for version, one in both]
    before = [
        not lexicons.words("parts_before_close").isdisjoint(version.forms[one.act.start : one.rest.stop])
        for version, one in both
    ]
    return closes[0] != closes[1] and closes == before[::-1]


def _is_early(version: Version, clause: Clause) -> bool:
    """Whether it is told of the beginning, or for a while: "fell in early trading"."""
    start = version.stretch_start(clause.act.start)
    thing = clause.thing.place if clause.thing else ()
    passing = lexicons.words("passing_words")
    return any(version.forms[at] in passing for at in range(start, clause.rest.stop) if at not in thing)


# ---------------------------------------------------------------- speakers


def are_of_two_speakers(pair: Pair, left: int, right: int) -> bool:
    """Whether two say it who are known: what the army says and the rebels deny is told of alike."""
    here, there = saying_at(pair.versions[0], left), saying_at(pair.versions[1], right)
    if _is_claimed(here) != _is_claimed(there):
        return True  # what a suit alleges a court may deny
    if here is None or there is None or may_be_one_speaker(here, there):
        return False
    return not (_is_anybody(here) or _is_anybody(there))


def _is_claimed(one: Attribution | None) -> bool:
    return one is not None and kind_of_saying(one) == "claim"


def saying_at(version: Version, at: int) -> Attribution | None:
    """Who says what a word is of, if somebody is named who does."""
    span = version.features.tokens[at].span
    return next((one for one in version.features.attributions if one.speaker and one.content.covers(span)), None)


def _is_anybody(one: Attribution) -> bool:
    """Whether the speaker is nobody in particular: "an official", "a person familiar with the inquiry"."""
    words = one.speaker.casefold().split()
    return words[0] in lexicons.words("indefinite_articles") or not lexicons.words("nameless_speakers").isdisjoint(
        words
    )
