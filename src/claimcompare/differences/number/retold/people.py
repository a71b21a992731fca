"""Counts of people: by different words ("two men", "three suspects"), and of those tried and those who did it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare.differences.number.read.counts import AGE, counts_of
from claimcompare.differences.shared.same.corresponding import corresponds, likeness_beside
from claimcompare.differences.shared.same.divisions import are_of_two_divisions
from claimcompare.differences.shared.syntax.phrases import clause_end, clause_start, subject_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import may_be_verb, verbs_of
from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = parameters("differences")["numbers"]
_RELATED: float = _SETTINGS["related"]
_SURE: float = _SETTINGS["lone_sure"]
_PERSONS = ("people_words", "person_nouns", "roles")


def are_one_people(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both count people by words that may be one, and a word of content beside them corresponds.

    Words may be one that are related (policemen, officers), or of which one is for anybody. Soldiers and civilians are
    two peoples, whatever happened to both.
    """
    heads = _head(pair, 0, left), _head(pair, 1, right)
    if heads[0] is None or heads[1] is None:
        return False
    named = (singular(pair.versions[0].forms[heads[0]]), singular(pair.versions[1].forms[heads[1]]))
    if words("people_words").isdisjoint(named) and related(*map(stem, named)) < _RELATED:
        return False
    return not pair.reached(0, _beside(pair, 0, left, heads[0])).isdisjoint(_beside(pair, 1, right, heads[1]))


def are_ages_of_two(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two ages are of persons whom what they are tells apart: a driver and a passenger, a woman and a girl."""
    here, there = _head(pair, 0, left), _head(pair, 1, right)
    if here is None or there is None or left.stems & right.stems or corresponds(pair, here, there):
        return False
    named = singular(pair.versions[0].forms[here]), singular(pair.versions[1].forms[there])
    unlike = words("people_words").isdisjoint(named) and related(*map(stem, named)) < _RELATED
    return unlike or are_of_two_divisions(pair)


def are_ages_of_one_doer(pair: Pair, left: Count, right: Count) -> bool:
    """Whether "a man" of one age did what somebody named of another did; each age the only one, all else much alike."""
    if not left.quantity.unit == right.quantity.unit == AGE:
        return False
    if any(sum(one.quantity.unit == AGE for one in counts_of(version)) > 1 for version in pair.versions):
        return False
    if [version.named.isdisjoint(one.counted) for version, one in pair.each(left, right)].count(True) != 1:
        return False
    lefts, rights = (_done_by(version, one) for version, one in pair.each(left, right))
    return any(
        corresponds(pair, here, there) and likeness_beside(pair, len(who.words) + len(other.words)) >= _SURE
        for (here, who), (there, other) in product(lefts, rights)
    )


def _done_by(version: Version, age: Count) -> list[tuple[int, NounPhrase]]:
    """The verbs whose subject is the one whose age it is, with that subject."""
    subjects = ((verb, subject_of(version, verb)) for verb in sorted(verbs_of(version)))
    return [(verb, who) for verb, who in subjects if who is not None and who.head in age.counted]


def are_suspects_and_doers(pair: Pair, left: Count, right: Count) -> bool:
    """Whether those who are held or tried for an act are counted, and those who did it: "charged", "took part in"."""
    heads = _head(pair, 0, left), _head(pair, 1, right)
    if heads[0] is None and heads[1] is None:
        return False
    tried = [_are_tried(version, one) for version, one in pair.each(left, right)]
    return tried.count(None) == 0 and tried[0] != tried[1]


def _are_tried(version: Version, count: Count) -> bool | None:
    """Whether the clause of a number has a word for those who are held or tried; None where it has no verb."""
    clause = range(clause_start(version, count.words.start), clause_end(version, count.words.stop))
    if not words("suspect_words").isdisjoint(version.forms[clause.start : clause.stop]):
        return True
    return False if any(may_be_verb(version, at) for at in clause) else None


def _head(pair: Pair, side: Side, count: Count) -> int | None:
    """The word for persons that is counted."""
    forms = pair.versions[side].forms
    return next((at for at in (*count.counted, *count.measured) if singular(forms[at]) in words(*_PERSONS)), None)


def _beside(pair: Pair, side: Side, count: Count, head: int) -> list[int]:
    return pair.near(side, range(min(count.words.start, head), max(count.words.stop, head + 1)))
