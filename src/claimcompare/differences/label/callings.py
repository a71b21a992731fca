"""Who it was that did once what only one does, by what he is: "was found by a jogger", "a fisherman found".

Which acts these are stands in ``sole_acts.tsv`` and ``verbs_of_coming_upon.txt``, what nobody is two of at a time in
``callings.tsv``. Names are told as names.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.apart import are_told_apart, clause_of
from claimcompare.differences.shared.clauses import is_conditional
from claimcompare.differences.shared.modals import FACT, verb_group_at
from claimcompare.differences.shared.negators import is_negated
from claimcompare.differences.shared.phrases import agent_of, is_passive, object_of, subject_of
from claimcompare.differences.shared.plurals import singular
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.things import is_one_thing
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_COMING_UPON = "coming upon"


@frozen
class _Deed:
    """What was done, what the one is who did it, and to what it was done."""

    verb: int
    act: str
    calling: str
    doer: NounPhrase
    thing: NounPhrase


def other_callings(pair: Pair) -> Iterator[Point]:
    """The points at which the same was done by one who is something else."""
    for left, right in product(*map(_deeds, pair.read)):
        if left.act == right.act and left.calling != right.calling and _is_one_deed(pair, left, right):
            yield point("label", "conflict", pair.marks(left.doer.words, right.doer.words), "callings")


def _is_one_deed(pair: Pair, left: _Deed, right: _Deed) -> bool:
    """Whether it was done to one thing at one time, and neither report speaks of one who is what the other says."""
    if not is_one_thing(pair, left.thing, right.thing):
        return False
    if are_told_apart(pair, clause_of(pair.read[0], left.verb), clause_of(pair.read[1], right.verb)):
        return False
    return _nouns(left.calling).isdisjoint(pair.said[1]) and _nouns(right.calling).isdisjoint(pair.said[0])


# ---------------------------------------------------------------- in one version


@lru_cache(maxsize=KEPT)
def _deeds(version: Version) -> tuple[_Deed, ...]:
    """What one who is of a known sort did in a version, told as a fact, to one thing that is known."""
    verbs = (at for at, form in enumerate(version.forms) if form in _acts())
    return tuple(deed for at in verbs for deed in _deed(version, at))


def _deed(version: Version, verb: int) -> Iterator[_Deed]:
    subject, behind = subject_of(version, verb), verb + 1
    if subject is None or behind >= len(version.forms) or verb_group_at(version, verb).kind != FACT:
        return
    passive = is_passive(version, verb)
    doer, thing = (agent_of(version, behind), subject) if passive else (subject, object_of(version, behind))
    if doer is None or thing is None or is_negated(version, verb) or is_conditional(version, verb):
        return
    calling = lexicons.sorts("callings").get(version.forms[doer.head], "")
    opened = version.forms[max(0, thing.place.start - 1) : thing.head]
    if calling and version.forms[thing.head] == singular(version.forms[thing.head]):
        if thing.head in version.named or not lexicons.words("definite_words").isdisjoint(opened):
            yield _Deed(verb, _acts()[version.forms[verb]], calling, doer, thing)


@cache
def _acts() -> dict[str, str]:
    """For each form of a verb the act that it tells."""
    return {**lexicons.sorts("sole_acts"), **dict.fromkeys(lexicons.words("verbs_of_coming_upon"), _COMING_UPON)}


@cache
def _nouns(calling: str) -> frozenset[str]:
    """The stems of the nouns of a sort."""
    return frozenset(stem(noun) for noun, known in lexicons.sorts("callings").items() if known == calling)
