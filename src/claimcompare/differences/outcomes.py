"""What became of a thing, and the opposite: the levee held and gave way, the curfew was lifted and remained in force.

The phrases stand in ``lexicons/outcomes.tsv``, in families of two poles; a negator turns the pole. Two of them contradict
where they are told of one thing (the heads of the phrases before or behind them correspond) and nothing in their clauses
says that they are of another time, part or place (``apart``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.apart import Clause, are_apart, are_told_apart, is_one_thing
from claimcompare.differences.clauses import is_conditional
from claimcompare.differences.modals import groups_of, is_noun
from claimcompare.differences.negators import governed_by, holds_in_part, negators_of, turns_all
from claimcompare.differences.phrases import NounPhrase, agent_of, chain_start, clause_end, is_passive, object_of, subject_of
from claimcompare.differences.versions import KEPT
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair

Role = Literal["subject", "bare", "agent", "object", "about"]
_GAP = "…"
_WIDEST: int = lexicons.parameters("differences")["outcomes"]["widest"]
_LEAST_SHARED: int = lexicons.parameters("differences")["outcomes"]["least_shared"]


@frozen
class _Entry:
    """A phrase of the table."""

    words: tuple[str, ...]
    family: str
    pole: bool
    role: Role
    lasts: bool
    sharing: bool


@frozen
class Outcome:
    """A phrase in a version: its tokens, of what it is told, and whether it says yes or no."""

    indexes: range
    family: str
    holds: bool
    entry: _Entry
    thing: NounPhrase | None
    agent: NounPhrase | None
    kind: str
    rest: range


def outcomes(pair: Pair) -> Iterator[tuple[range, range]]:
    """Words of the two sides of which one says what became of a thing, and the other the opposite."""
    lefts, rights = map(outcomes_of, pair.read)
    for left, right in product(lefts, rights) if lefts and rights else ():
        if left.family == right.family and left.holds != right.holds and _contradict(pair, left, right):
            yield left.indexes, right.indexes


def _contradict(pair: Pair, left: Outcome, right: Outcome) -> bool:
    clauses = _clause(left), _clause(right)
    if "about" in (left.entry.role, right.entry.role):
        alike = left.entry.role == right.entry.role and _share(pair, left, right, _LEAST_SHARED)
        return alike and not are_told_apart(pair, *clauses)
    if not _are_of_one_thing(pair, left, right):
        return False
    lasting = left.entry.lasts, right.entry.lasts
    if left.entry.sharing or right.entry.sharing:
        return _share(pair, left, right, 1) and not are_told_apart(pair, *clauses, lasting)
    return left.kind == right.kind and not are_apart(pair, *clauses, lasting)


def _are_of_one_thing(pair: Pair, left: Outcome, right: Outcome) -> bool:
    """Whether both are told of one thing, and no other one has done it."""
    if left.thing is None or right.thing is None or not is_one_thing(pair, left.thing, right.thing):
        return False
    if left.thing.is_pronoun and not _share(pair, left, right, 1):
        return False
    return left.agent is None or right.agent is None or is_one_thing(pair, left.agent, right.agent)


def _clause(one: Outcome) -> Clause:
    return Clause(one.indexes, one.rest, one.thing)


def _share(pair: Pair, left: Outcome, right: Outcome, least: int) -> bool:
    """Whether so many words of content behind both correspond."""
    behind = {at for at in right.rest if pair.content[1][at]}
    return sum(not behind.isdisjoint(pair.partner(0, at)) for at in left.rest if pair.content[0][at]) >= least


# ---------------------------------------------------------------- of one version


@lru_cache(maxsize=KEPT)
def outcomes_of(version: Version) -> tuple[Outcome, ...]:
    """The outcomes that a version tells, without those of which it tells both: "fell at first and ended higher"."""
    bases = [base(token.stem) for token in version.features.tokens]
    found = [
        _outcome(version, place, entry)
        for at, word in enumerate(bases)
        if word in _entries()
        for place, entry in (_at(version, bases, at) if _is_act(version, at) else ())
    ]
    found = [one for one in found if _is_told(version, one)]
    return tuple(one for one in found if not any(_turns(version, one, other) for other in found))


def _is_told(version: Version, one: Outcome) -> bool:
    """Whether it is told of somebody, and of all of the thing: no "not all agreed", no "did not rise as fast"."""
    if one.entry.role == "agent" and one.thing is None:
        return False
    before = range(min([one.indexes.start, *(end.place.start for end in (one.thing, one.agent) if end)]), one.indexes.stop)
    return not any(turns_all(version, at) for at in before) and not holds_in_part(version, one.indexes[-1])


def _is_act(version: Version, at: int) -> bool:
    """Whether a word may be the verb of a statement: no noun, and nothing that is asked or supposed."""
    led = at and version.forms[at - 1] in lexicons.words("phrase_stops") and version.forms[at - 1] != "to"
    named = is_noun(version, at) or (led and not version.forms[at].endswith("ing"))
    return not named and not is_conditional(version, at)


def _turns(version: Version, one: Outcome, other: Outcome) -> bool:
    """Whether a version says the opposite as well, of the same thing as far as it can be told."""
    if one.entry.role == "about" or one.family != other.family or one.holds == other.holds:
        return False
    tokens = version.features.tokens
    heads = {tokens[end.thing.head].stem for end in (one, other) if end.thing}
    return len(heads) < 2 or None in (one.thing, other.thing)  # noqa: PLR2004 - two things


def _at(version: Version, bases: Sequence[str], at: int) -> Iterator[tuple[range, _Entry]]:
    """The longest phrases that begin at a token, and fit what stands behind them."""
    longest = 0
    for entry in _entries()[bases[at]]:
        if len(entry.words) < longest:
            break
        end = _end(version, bases, at, entry.words)
        if end is None or (entry.role == "bare" and not _is_bare(version, end)):
            continue
        longest = len(entry.words)
        yield range(at, end), entry


def _end(version: Version, bases: Sequence[str], at: int, words: Sequence[str]) -> int | None:
    """Where a phrase ends that begins at a token; small adverbs may stand between its words."""
    place, wide = at + 1, 0
    for word in words[1:]:
        if word == _GAP:
            wide = _WIDEST
            continue
        while place < len(bases) and bases[place] != word and not _parts(version, place):
            if not wide and version.forms[place] not in lexicons.words("small_adverbs"):
                return None
            wide, place = max(0, wide - 1), place + 1
        if place >= len(bases) or bases[place] != word or _parts(version, place):
            return None
        place, wide = place + 1, 0
    return place


def _parts(version: Version, at: int) -> bool:
    """Whether more than a blank or a hyphen stands before a word."""
    return bool(version.gaps[at].strip("-"))


def _is_bare(version: Version, end: int) -> bool:
    """Whether no object stands behind a verb, unless it is an amount."""
    thing = object_of(version, end) if end < len(version.forms) and not version.gaps[end] else None
    if thing is None:
        return True
    counted = {at for one in version.features.quantities for at in version.indexes(one.span)}
    return thing.words[0] in counted


def _outcome(version: Version, place: range, entry: _Entry) -> Outcome:
    passive = is_passive(version, place.start)
    before = subject_of(version, place.start)
    behind = _behind(version, place, entry)
    thing, agent = before, None
    if entry.role == "object":
        thing, agent = (before, agent_of(version, place.stop)) if passive else (behind, before)
    elif entry.role == "agent" and passive:
        thing = agent_of(version, place.stop)
    return Outcome(
        indexes=place,
        family=entry.family,
        holds=entry.pole != _is_negated(version, place, entry),
        entry=entry,
        thing=thing,
        agent=agent,
        kind=_kind(version, place),
        rest=range(place.start, clause_end(version, place.start)),
    )


def _behind(version: Version, place: range, entry: _Entry) -> NounPhrase | None:
    """What stands behind a phrase, or within one that is parted: "called the strike off"."""
    if _GAP not in entry.words or len(place) < len(entry.words):
        return object_of(version, place.stop) if place.stop < len(version.forms) else None
    gap = entry.words.index(_GAP)
    return object_of(version, place.start + gap, place.stop - (len(entry.words) - gap - 1))


def _is_negated(version: Version, place: range, entry: _Entry) -> bool:
    """Whether a negator stands among the auxiliaries or within the phrase, and is none of its own words."""
    bases = [base(token.stem) for token in version.features.tokens[place.start : place.stop]]
    own = {at for at, word in zip(place, bases, strict=True) if word in entry.words}
    start = chain_start(version, place.start)
    return any(
        start <= at < place.stop and at not in own and governed_by(version, at) is not None
        for at in negators_of(version)
    )


def _kind(version: Version, place: range) -> str:
    """How real it is: the class of the modal that leads to the phrase."""
    return next((one.kind for one in groups_of(version) if one.verb in place and one.first < place.start), "fact")


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    """The phrases by the base of their first word, longer ones first."""
    found: dict[str, list[_Entry]] = {}
    for family, pole, role, phrases in lexicons.table("outcomes"):
        for phrase in phrases.split(", "):
            words = tuple(word if word == _GAP else base(stem(word)) for word in phrase.split())
            entry = _Entry(words, family, pole == "yes", role.rstrip("~+"), "~" in role, "+" in role)  # type: ignore[arg-type]
            found.setdefault(words[0], []).append(entry)
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry.words))) for first, entries in found.items()}
