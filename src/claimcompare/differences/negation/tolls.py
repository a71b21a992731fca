"""What befell nobody here and somebody there: "there were no casualties", "five people were killed".

Which nouns are denied by which verbs is in ``tolls.tsv``.
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.negation.parts import is_denied_of_a_sort
from claimcompare.differences.shared.same.apart import clause_of, clauses_apart
from claimcompare.differences.shared.syntax.modals import FACT, verb_group_at
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import counts_none, holds_in_part, negators_of
from claimcompare.differences.shared.syntax.phrases import chain_start, object_of
from claimcompare.differences.shared.view import OTHER, SIDES, left_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair


def tolls(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one denies that there were any, and the other tells of some."""
    for side in SIDES:
        version, other = pair.versions[side], pair.versions[OTHER[side]]
        for (negator, thing), there in product(_nones(version), range(len(other.forms))):
            told = other.forms[there] in _verbs()[version.forms[thing.head]] and _is_fact(other, there)
            if not told or is_denied_of_a_sort(pair, side, (*thing.before, *_of_whom(version, thing))):
                continue
            if not clauses_apart(pair, *left_first(side, clause_of(version, thing.head), clause_of(other, there))):
                yield left_first(side, range(negator, thing.head + 1), range(there, there + 1))


def _nones(version: Version) -> Iterator[tuple[int, NounPhrase]]:
    """What there was none of, with its negator: "there were no deaths", "no deaths were reported"."""
    for negator in negators_of(version):
        thing = object_of(version, negator + 1) if counts_none(version, negator) else None
        if thing is None or version.forms[thing.head] not in _verbs() or is_conditional(version, negator):
            continue
        beside = version.forms[max(0, negator - 1) : negator] + version.forms[thing.head + 1 : thing.head + 2]
        if not (lexicons.words("forms_of_be").isdisjoint(beside) or holds_in_part(version, thing.head)):
            yield negator, thing


def _of_whom(version: Version, thing: NounPhrase) -> tuple[int, ...]:
    """The words that say of whom alone it is denied, and not where: "no injuries among the crew"."""
    leads = lexicons.words("phrase_stops") - lexicons.words("where_words", "premises_prepositions")
    led = leads.intersection(version.forms[thing.head + 1 : thing.head + 2])
    phrase = object_of(version, thing.head + 2) if led else None
    return phrase.words if phrase else ()


def _is_fact(version: Version, verb: int) -> bool:
    """Whether an act is told of somebody and as done, and nothing before it is denied: "nobody is said to be hurt"."""
    if verb_group_at(version, verb).kind != FACT or any(at < verb for at in negators_of(version)):
        return False
    chain = version.forms[chain_start(version, verb) : verb]
    return lexicons.words("modal_verbs").isdisjoint(chain) and not is_conditional(version, verb)


@cache
def _verbs() -> dict[str, list[str]]:
    """For each noun that may be denied the forms of the verbs that tell of it."""
    return {noun: verbs.split() for nouns, verbs in lexicons.table("tolls") for noun in nouns.split()}
