"""What a version tells became of a thing: a phrase of ``outcomes.tsv``, its thing, who acts, and how real it is."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.negation.outcometable import GAP, Entry, entries_in, gap_of
from claimcompare.differences.shared.syntax.appositions import names_of_object, names_of_subject
from claimcompare.differences.shared.syntax.modals import (
    FACT,
    OPEN,
    VerbGroup,
    is_noun,
    modal_groups,
    verb_group_at,
)
from claimcompare.differences.shared.syntax.moods import is_conditional
from claimcompare.differences.shared.syntax.negators import (
    governed_by,
    holds_in_part,
    holds_later,
    kept_from,
    negators_of,
    sort_of,
    turns_all,
)
from claimcompare.differences.shared.syntax.phrases import (
    NounPhrase,
    agent_of,
    chain_start,
    clause_end,
    governor_of,
    is_passive,
    object_of,
)
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT, is_gerund

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version

_WIDEST: int = lexicons.parameters("differences")["outcomes"]["widest"]


@frozen
class Outcome:
    """A phrase in a version: its tokens, of what it is told, and whether it says yes or no.

    ``names``: its subject, and what else that is called.
    """

    indexes: range
    family: str
    holds: bool
    entry: Entry
    thing: NounPhrase | None
    agent: NounPhrase | None
    names: tuple[NounPhrase, ...]
    group: VerbGroup
    rest: range
    gap: range
    governor: int | None


@lru_cache(maxsize=KEPT)
def outcomes_of(version: Version) -> tuple[Outcome, ...]:
    """The outcomes that a version tells, without those of which it tells both: "fell at first and ended higher"."""
    found = [_outcome(version, place, entry) for place, entry in entries_in(version) if _is_act(version, place.start)]
    found = [one for one in found if _is_told(version, one)]
    return tuple(one for one in found if not any(_turns(version, one, other) for other in found))


def _is_told(version: Version, one: Outcome) -> bool:
    """Whether it is told of somebody, and of all of the thing: no "not all agreed", no "did not rise as fast"."""
    if one.entry.role in ("agent", "remains") and one.thing is None:
        return False
    if one.entry.role == "object" and one.entry.words[-1] == "to" and _opens_act(version, one.indexes.stop):
        return False
    if one.entry.role == "object" and one.agent is None and not is_passive(version, one.indexes.start):
        return False  # nothing says who does it
    parties = (end.place.start for end in (one.thing, one.agent) if end)
    words = range(min([one.indexes.start, *parties]), one.indexes.stop)
    last = one.indexes[-1]
    if holds_in_part(version, last) or (one.holds != one.entry.pole and holds_later(version, last) is not None):
        return False
    return not any(turns_all(version, at) for at in words)


def _opens_act(version: Version, at: int) -> bool:
    """Whether an infinitive with its object begins there: "agreed to lower its fees" accepts no fees."""
    determiners, ahead = lexicons.words("determiners", "definite_words"), version.forms[at : at + 2]
    return determiners.isdisjoint(ahead[:1]) and not determiners.isdisjoint(ahead[1:])


def _is_act(version: Version, at: int) -> bool:
    """Whether a word may be the verb of a statement: no noun, and nothing that is asked or supposed."""
    lead = version.form(at - 1)
    led = lead in lexicons.words("phrase_stops") and lead != "to"
    named = is_noun(version, at) or _is_named(version, at) or led
    return not (named or is_conditional(version, at) or _is_denied(version, at))


def _is_denied(version: Version, at: int) -> bool:
    """Whether it is what somebody denies: "denied that he had taken"."""
    denials = (one for one in negators_of(version) if one < at and sort_of(version.forms[one]) == "deny")
    return any(not any(version.gaps[one + 1 : at + 1]) for one in denials)


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
    if one.family != other.family or one.holds == other.holds:
        return False
    if one.thing is None or other.thing is None or one.thing.is_pronoun or other.thing.is_pronoun:
        return True
    return version.stems[one.thing.head] == version.stems[other.thing.head]


def _outcome(version: Version, place: range, entry: Entry) -> Outcome:
    passive, governor, gap = is_passive(version, place.start), governor_of(version, place.start), gap_of(place, entry)
    names = names_of_subject(version, place.start if governor is None else governor)
    names += tuple(_speaker_meant(version, names[0])) if names and names[0].is_pronoun else ()
    if entry.role == "remains":
        names = _whose(version, names)
    before = next(iter(names), None)
    thing, agent = before, None
    if entry.role == "object" and not passive:
        thing, agent = behind(version, place, range(0) if _leads_on(entry) else gap), before
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
        names=names,
        group=_group(version, place),
        rest=range(place.start, clause_end(version, place.start)),
        gap=gap,
        governor=governor,
    )


def _speaker_meant(version: Version, pronoun: NounPhrase) -> Iterator[NounPhrase]:
    """Who speaks of himself: the "Ada Quill" of "Ada Quill said she", where nobody is named in between."""
    at = pronoun.head
    for one in version.features.attributions:
        cue, source = version.indexes(one.cue), version.indexes(one.source)
        if version.forms[at] in lexicons.words("own_pronouns") and cue and source and _follows(version, cue, at):
            speaker = object_of(version, source.start, source.stop)
            yield from (speaker,) if speaker and source.stop <= cue.start else ()


def _follows(version: Version, cue: range, at: int) -> bool:
    """Whether nothing but a date and a "that" stands between a cue and a word: "said on Sunday that it"."""
    leads = lexicons.words("phrase_stops", "content_openers")
    return cue[-1] < at and all(one in version.dated or version.forms[one] in leads for one in range(cue.stop, at))


def _whose(version: Version, names: Sequence[NounPhrase]) -> tuple[NounPhrase, ...]:
    """Whose body a subject is: "the body of Ada Quill"; nothing where it is none."""
    if not names or version.forms[names[0].head] not in lexicons.words("remains"):
        return ()
    start = names[0].head + 1
    person = object_of(version, start + 1) if version.forms[start : start + 1] == ("of",) else None
    return names_of_object(version, person) if person else ()


def _leads_on(entry: Entry) -> bool:
    """Whether the thing stands behind a phrase that has a noun of its own: "withdraw … support from"."""
    return entry.words[-2:-1] != (GAP,) and entry.words[-1] in lexicons.words("phrase_stops")


def behind(version: Version, place: range, gap: range) -> NounPhrase | None:
    """What stands within a phrase, or behind it."""
    if gap:
        return object_of(version, gap.start, gap.stop)
    start = next((at for at in range(place.stop, len(version.forms)) if at not in version.dated), None)
    return None if start is None else object_of(version, start)  # "a fall in second-quarter sales"


def _is_of_none(version: Version, *parties: NounPhrase | None) -> bool:
    """Whether it is told of none: "no alarm went off", "none of the crew survived"."""
    return any(version.forms[one.place.start] in lexicons.words("empty_words") for one in parties if one)


def _is_negated(version: Version, place: range, entry: Entry) -> bool:
    """Whether a negator stands among the auxiliaries or within the phrase, and is none of its own words."""
    own = {at for at in place if version.bases[at] in entry.words}
    start = chain_start(version, place.start)
    negators = negators_of(version)
    within = any(start <= at < place.stop and at not in own and governed_by(version, at) is not None for at in negators)
    return within or any(kept_from(version, at) == place.start for at in range(place.start))


def _group(version: Version, place: range) -> VerbGroup:
    """How real it is, by the modal that leads to the phrase; "proposed lifting it" leaves it open."""
    led = next((one for one in modal_groups(version) if one.verb in place and one.first < place.start), None)
    if led is not None:
        return led
    start = chain_start(version, place.start)
    negators = (at for at in negators_of(version) if start <= at < place.start)
    failed = next((at for at in negators if sort_of(version.forms[at]) == "refuse"), None)
    if failed is not None:
        return verb_group_at(version, failed)  # who refused to go refused in fact
    before = version.forms[start : place.start]
    asked = version.forms[start] == "be"  # "asked that it be lifted"
    is_open = asked or "to" in before or (is_gerund(version, place.start) and not before)
    return VerbGroup(place.start, place.start, OPEN if is_open else FACT)
