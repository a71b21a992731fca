"""Where it was that something happened once, by sorts of places: "was arrested at home", "was detained at the airport".

What happens once stands in ``once_acts.tsv``; what begins (``beginning_verbs.txt``) does so in one place as well. Which
nouns name places of which none lies within another is in ``premises.tsv``; which name rooms, in ``rooms.tsv``. So it is
with who did what only one does (``sole_acts.tsv``, ``verbs_of_coming_upon.txt``), by what nobody is two of
(``callings.tsv``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.things import is_one_thing
from claimcompare.differences.shared.syntax.appositions import names_of_subject
from claimcompare.differences.shared.syntax.modals import FACT, verb_group_at
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import is_negated
from claimcompare.differences.shared.syntax.phrases import agent_of, clause_end, is_passive, object_of, subject_of
from claimcompare.differences.shared.time.days import are_of_two_times
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.label.replacements import Replacement
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_BEGINNING, _FINDER = "beginning", "finder"


@frozen
class _Premises:
    """A sort of place or of person, its noun phrase, the act with the rest of its clause, and of whom it is told."""

    act: str
    sort: str
    place: NounPhrase
    rest: range
    subjects: Sequence[NounPhrase]


def other_premises(pair: Pair) -> Iterator[Point]:
    """The points at which what happens once happened in another sort of place."""
    for left, right in product(*map(_premises, pair.versions)):
        rooms = [one.sort in _rooms() for one in (left, right)]  # a room lies within a house
        if left.act != right.act or left.sort == right.sort or rooms[0] != rooms[1]:
            continue
        if not _are_of_one_act(pair, left, right):
            continue
        here, there = ((one.place.words[0], one.place.head) for one in (left, right))
        yield point("label", "conflict", pair.marks(here, there), "premises")


def _are_of_one_act(pair: Pair, left: _Premises, right: _Premises) -> bool:
    """Whether it is told of the same, on days that may be one, and neither report speaks of the place of the other."""
    if not any(is_one_thing(pair, one, other) for one, other in product(left.subjects, right.subjects)):
        return False
    if are_of_two_times(pair, left.rest, right.rest):
        return False
    return _nouns(left.sort).isdisjoint(pair.said[1]) and _nouns(right.sort).isdisjoint(pair.said[0])


def name_two_sorts(pair: Pair, one: Replacement) -> bool:
    """Whether words name places or callings of two sorts: "house", "airport"."""
    sorts = [
        {_sorts()[form] for at in words if (form := version.forms[at].removesuffix("s")) in _sorts()}
        for version, words in pair.each(one.left, one.right)
    ]
    return all(sorts) and sorts[0].isdisjoint(sorts[1])


# ---------------------------------------------------------------- in one version


@lru_cache(maxsize=KEPT)
def _premises(version: Version) -> tuple[_Premises, ...]:
    """Where a version tells that acts were which it tells as facts, of those who are known."""
    found = []
    for verb, form in enumerate(version.forms):
        act = _act(version, verb) if form in _acts() else ""
        parties = [(act, _place_behind(version, verb))] if act else []
        parties += [(_deeds()[form], _doer(version, verb))] if form in _deeds() else []
        if not parties or is_negated(version, verb) or is_conditional(version, verb):
            continue
        subjects = _of_whom(version, verb)
        if subjects and _are_known(version, subjects) and verb_group_at(version, verb).kind == FACT:
            rest = range(verb, clause_end(version, verb))
            found += [_Premises(act, _sort(version, one), one, rest, subjects) for act, one in parties if one]
    return tuple(found)


@cache
def _deeds() -> dict[str, str]:
    """For each form of a verb for what only one does what such a one is called."""
    return {**lexicons.sorts("sole_acts"), **dict.fromkeys(lexicons.words("verbs_of_coming_upon"), _FINDER)}


def _doer(version: Version, verb: int) -> NounPhrase | None:
    """Who does what a verb tells, where it is said of what sort he is: "found by a jogger", "a jogger found"."""
    doer = agent_of(version, verb + 1) if is_passive(version, verb) else subject_of(version, verb)
    return doer if doer and version.forms[doer.head] in lexicons.sorts("callings") else None


def _of_whom(version: Version, verb: int) -> Sequence[NounPhrase]:
    """Of whom an act is told: whom it is done to, or its subject, by all its names."""
    done_to = None if is_passive(version, verb) or verb + 1 == len(version.forms) else object_of(version, verb + 1)
    return (done_to,) if done_to else names_of_subject(version, verb)


@cache
def _acts() -> dict[str, str]:
    """For each form of a verb the act that it tells."""
    return {**lexicons.sorts("once_acts"), **dict.fromkeys(lexicons.words("beginning_verbs"), _BEGINNING)}


def _act(version: Version, verb: int) -> str:
    """The act that a verb tells; "set" alone begins nothing, unlike "set out"."""
    parted = version.forms[verb] in lexicons.words("parted_beginnings")
    if parted and lexicons.words("leaving_particles").isdisjoint(version.forms[verb + 1 : verb + 2]):
        return ""
    return _acts()[version.forms[verb]]


def _place_behind(version: Version, verb: int) -> NounPhrase | None:
    """The first phrase of a sort of place behind a verb in its clause: "at her home", "outside the university"."""
    for at in range(verb + 1, clause_end(version, verb) - 1):
        if version.forms[at] in lexicons.words("premises_prepositions"):
            place = object_of(version, at + 1)
            if place is not None and _sort(version, place):
                return place
    return None


def _sort(version: Version, place: NounPhrase) -> str:
    """The sort of place that a phrase is of, by its head: the hospital of "the prison hospital"; nothing for others."""
    return _sorts().get(version.forms[place.head].removesuffix("s"), "")


@cache
def _sorts() -> dict[str, str]:
    return {**lexicons.sorts("premises"), **lexicons.sorts("rooms"), **lexicons.sorts("callings")}


@cache
def _rooms() -> frozenset[str]:
    return frozenset(lexicons.sorts("rooms").values())


@cache
def _nouns(sort: str) -> frozenset[str]:
    """The stems of the nouns of a sort."""
    return frozenset(stem(noun) for noun, known in _sorts().items() if known == sort)


def _are_known(version: Version, subjects: Sequence[NounPhrase]) -> bool:
    """Whether a subject is of one that is known: "Ada Quill", "the march"; not "two men", "marchers"."""
    return any(
        one.head in version.named or any(_makes_known(version.forms[at]) for at in range(one.place.start, one.head))
        for one in subjects
        if version.numbered.isdisjoint(one.place) and not one.is_pronoun
    )


def _makes_known(form: str) -> bool:
    return form in lexicons.words("definite_words") or form.endswith("'s")
