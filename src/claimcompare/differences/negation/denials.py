"""An act that is denied by its noun, or of nobody: "left without issuing a single citation", "cited the mine".

The noun stands behind a negator, or behind a verb that is negated and says little but that the noun is done
(``light_verbs.txt``). The other version has the verb that it is of.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.negation.parts import is_denied_of_a_sort
from claimcompare.differences.shared.same.apart import are_told_apart, clause_of, clauses_apart, verbs_apart
from claimcompare.differences.shared.same.things import is_one_thing, may_be_one_thing
from claimcompare.differences.shared.syntax.modals import are_as_real, is_noun, verb_group_at
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import (
    counts_none,
    governed_by,
    holds_in_part,
    is_negated,
    negators_of,
    sort_of,
)
from claimcompare.differences.shared.syntax.phrases import (
    agent_of,
    chain_start,
    clause_end,
    is_passive,
    object_of,
    subject_of,
)
from claimcompare.differences.shared.syntax.verbs import is_verb, may_be_verb
from claimcompare.differences.shared.versions import KEPT, is_gerund
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.lexicons.relations import relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side


_SETTINGS = lexicons.parameters("differences")["denials"]
_SHORTEST_ROOT: int = _SETTINGS["shortest_root"]
_BACK: int = _SETTINGS["back"]


@frozen
class _Denial:
    """A negator, the verb and the noun that it denies, who would have done it, and to whom."""

    negator: int
    verb: int
    noun: int
    agent: NounPhrase | None
    thing: NounPhrase | None


def denials(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one denies by a noun what the other tells by its verb."""
    for side in SIDES:
        yield from _undone(pair, side)
        yield from _unhad(pair, side)
        other = pair.versions[OTHER[side]]
        for denial in _denials(pair.versions[side]):
            for verb in range(len(other.forms)):
                if _is_of(pair, side, denial.noun, verb) and _contradict(pair, side, denial, verb):
                    ends = range(denial.negator, denial.noun + 1), range(verb, verb + 1)
                    yield left_first(side, *ends)


def _undone(pair: Pair, side: Side) -> Iterator[tuple[range, range]]:
    """What none of them did and they did: "none of the crew drowned", "two of the crew drowned"."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    for negator in negators_of(version):
        if not counts_none(version, negator) or is_conditional(version, negator):
            continue
        verb = _first_verb(version, negator)
        subject = None if verb is None else subject_of(version, verb)
        if verb is None or chain_start(version, verb) == negator + 1 or subject is None:
            continue
        if is_passive(version, verb) and any(at < negator for at in subject.words):
            continue  # "a war that has no legitimacy can be ended"
        for there in range(len(other.forms)):
            if is_verb(other, there) and not is_negated(other, there) and _is_done(pair, side, verb, there):
                ends = range(negator, verb + 1), range(there, there + 1)
                yield left_first(side, *ends)


def _first_verb(version: Version, start: int) -> int | None:
    """The first verb behind in the clause; no "shot" of "a single shot"."""
    verbs = (at for at in range(start + 1, clause_end(version, start)) if is_verb(version, at))
    return next((at for at in verbs if version.form(at - 1) not in lexicons.words("single_words")), None)


def _unhad(pair: Pair, side: Side) -> Iterator[tuple[range, range]]:
    """What somebody did not get or see here and did there: "will receive no money", "would get extra cash"."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    for negator, verb, noun in _lacks(version):
        for there in _getting(other):
            one_verb = version.bases[verb] == other.bases[there]
            if one_verb or is_negated(other, there) or not _is_had(pair, side, (verb, noun), there):
                continue
            ends = range(min(negator, verb), noun.head + 1), range(there, there + 1)
            yield left_first(side, *ends)


@lru_cache(maxsize=KEPT)
def _getting(version: Version) -> tuple[int, ...]:
    """The verbs of those who have a thing, get it or notice it."""
    found = []
    for at, stem in enumerate(version.bases):
        gets = stem in lexicons.words("getting_verbs") and not is_noun(version, at)
        given = stem in lexicons.words("light_verbs") and is_passive(version, at)
        leads = at + 1 < len(version.forms) and not is_verb(version, at + 1)
        if (gets or given) and leads and not is_conditional(version, at):
            found.append(at)
    return tuple(found)


def _lacks(version: Version) -> Iterator[tuple[int, int, NounPhrase]]:
    """The negators of what is not had, the verb and the thing: "received no money", "did not see any lights"."""
    negators = [at for at in negators_of(version) if sort_of(version.forms[at]) == "not"]
    for verb in _getting(version) if negators else ():
        start = chain_start(version, verb)
        negator = next((at for at in negators if start <= at <= verb + 1), None)
        behind = verb + 1 + (version.forms[verb + 1] in lexicons.words("verb_particles"))
        thing = None if negator is None else object_of(version, behind) if behind < len(version.forms) else None
        if negator is not None and thing is not None and (negator < verb or version.forms[negator] == "no"):
            yield negator, verb, thing


def _is_had(pair: Pair, side: Side, lacked: tuple[int, NounPhrase], there: int) -> bool:
    """Whether the other version tells that the same one got, or saw, the same thing."""
    verb, thing = lacked
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    start = there + 1 + (other.forms[there + 1] in lexicons.words("verb_particles"))
    had = object_of(other, start) if start < len(other.forms) else None
    if (
        had is None
        or other.forms[start] in lexicons.words("empty_words")
        or not _are_one(pair, side, thing, had)
        or holds_in_part(version, thing.head)
    ):
        return False
    lacking, having = subject_of(version, verb), subject_of(other, there)
    if lacking is None or having is None or not may_be_one_thing(pair, *left_first(side, lacking, having)):
        return False
    clauses = left_first(side, clause_of(version, verb, lacking), clause_of(other, there, having))
    return are_as_real(pair, *left_first(side, verb, there)) and not clauses_apart(pair, *clauses)


def _is_done(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether the other version tells the same act of the same ones and of the same thing."""
    stems = pair.versions[side].bases[verb], pair.versions[OTHER[side]].bases[there]
    if stems[0] != stems[1] and relation(*stems) != "synonym":
        return False
    left, right = left_first(side, verb, there)
    if is_conditional(pair.versions[OTHER[side]], there):
        return False
    if is_passive(pair.versions[side], verb) and not is_passive(pair.versions[OTHER[side]], there):
        return _is_done_to_it(pair, side, verb, there)
    one, another = subject_of(pair.versions[0], left), subject_of(pair.versions[1], right)
    if one is None or another is None:
        return False
    thing, other_thing = object_of(pair.versions[0], left + 1), object_of(pair.versions[1], right + 1)
    if thing is not None and other_thing is not None and not is_one_thing(pair, thing, other_thing):
        return False
    real = verb_group_at(pair.versions[0], left).kind == verb_group_at(pair.versions[1], right).kind
    denied, version = left_first(side, one, another)[0], pair.versions[side]
    sort = (at for at in (*denied.before, denied.head) if version.content[at] and at not in version.numbered)
    real = real and not is_denied_of_a_sort(pair, side, sort)
    return real and _share_a_word(pair, one, another) and not verbs_apart(pair, left, right, subjects=False)


def _is_done_to_it(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether somebody did it to the same thing: "no live rounds were fired", "officers fired live rounds"."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    thing = subject_of(version, verb)
    done_to = object_of(other, there + 1) if there + 1 < len(other.forms) else None
    if thing is None or done_to is None or not _are_one(pair, side, thing, done_to):
        return False
    clauses = left_first(side, clause_of(version, verb, thing), clause_of(other, there, done_to))
    return are_as_real(pair, *left_first(side, verb, there)) and not clauses_apart(pair, *clauses)


def _share_a_word(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether a word of both phrases is the same, numbers aside: of the volunteers."""
    there = set(right.words)
    return any(not there.isdisjoint(pair.partner(0, at)) for at in left.words)


def _denials(version: Version) -> Iterator[_Denial]:
    """The nouns that a version denies, each with its verb."""
    for negator in negators_of(version):
        if sort_of(version.forms[negator]) not in ("not", "refuse") or is_conditional(version, negator):
            continue
        found = _before_verb(version, negator) if version.forms[negator] == "no" else None
        found = found or _behind_verb(version, negator)
        if found:
            yield found


def _before_verb(version: Version, negator: int) -> _Denial | None:
    """The noun of "no charges were brought", "issued no fines"."""
    thing = object_of(version, negator + 1)
    if thing is None:
        return None
    behind = next((at for at in range(thing.head + 1, clause_end(version, thing.head)) if is_verb(version, at)), None)
    if behind is not None and _is_light(version, behind) and is_passive(version, behind):
        return _Denial(negator, behind, thing.head, agent_of(version, behind + 1), _target(version, behind + 1))
    before = next((at for at in range(negator - 1, max(-1, negator - _BACK), -1) if _is_light(version, at)), None)
    if before is None:
        return None
    return _Denial(negator, before, thing.head, subject_of(version, before), _target(version, thing.head + 1))


def _behind_verb(version: Version, negator: int) -> _Denial | None:
    """The noun of "did not issue a fine", "without issuing a single fine"."""
    verb = governed_by(version, negator)
    if verb is None or not _is_light(version, verb):
        return None
    noun = object_of(version, verb + 1)
    if noun is None:
        return None
    return _Denial(negator, verb, noun.head, subject_of(version, verb), _target(version, noun.head + 1))


def _is_light(version: Version, at: int) -> bool:
    return version.bases[at] in lexicons.words("light_verbs")


def _target(version: Version, start: int) -> NounPhrase | None:
    """To whom it would have been done: "against the guard"."""
    end = clause_end(version, start) if start < len(version.forms) else start
    led = (at for at in range(start, end) if version.forms[at] in lexicons.words("target_prepositions"))
    at = next(led, None)
    return None if at is None else object_of(version, at + 1)


def _is_of(pair: Pair, side: Side, noun: int, verb: int) -> bool:
    """Whether a word of the other version is the verb of a noun, and not negated."""
    other = pair.versions[OTHER[side]]
    stems = pair.versions[side].bases[noun], pair.versions[OTHER[side]].bases[verb]
    alike = _are_of_one_root(*stems) or relation(*stems) in ("derivation", "synonym")
    return alike and may_be_verb(other, verb) and not is_conditional(other, verb)


def _are_of_one_root(noun: str, verb: str) -> bool:
    """Whether one stem is the other with an ending: apolog, apologis."""
    short, long = sorted((noun, verb), key=len)
    return noun == verb or (len(short) >= _SHORTEST_ROOT and long.startswith(short))


def _contradict(pair: Pair, side: Side, denial: _Denial, verb: int) -> bool:
    """Whether the same did it, or it was done to the same, and nothing says that it was another time."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if any(governed_by(other, at) == verb for at in negators_of(other)):
        return False
    if verb_group_at(version, denial.verb).kind != verb_group_at(other, verb).kind and not is_gerund(
        version, denial.verb
    ):
        return False
    subject = subject_of(other, verb)
    passive = is_passive(other, verb)
    agent = agent_of(other, verb + 1) if passive else subject
    thing = subject if passive else object_of(other, verb + 1)
    parties = ((denial.agent, agent), (denial.thing, thing))
    told = [_are_one(pair, side, here, there) for here, there in parties if here and there]
    clauses = clause_of(version, denial.negator), clause_of(other, verb)
    behind = _behind(version, denial.noun + 1), _behind(other, verb + 1)
    if (
        not (denial.thing and thing)
        and all(behind)
        and not any(_is_there(pair, side, at, behind[1]) for at in behind[0])
    ):
        return False  # "issued no fines at the mill", "fined a bakery in Norvik"
    return bool(told) and all(told) and not are_told_apart(pair, *left_first(side, *clauses))


def _behind(version: Version, start: int) -> list[int]:
    """The words of content behind in the clause."""
    end = clause_end(version, start) if start < len(version.forms) else start
    return [at for at in range(start, end) if version.content[at]]


def _is_there(pair: Pair, side: Side, at: int, there: Sequence[int]) -> bool:
    return not set(pair.partner(side, at)).isdisjoint(there)


def _are_one(pair: Pair, side: Side, here: NounPhrase, there: NounPhrase) -> bool:
    return is_one_thing(pair, *left_first(side, here, there))
