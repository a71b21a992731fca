"""Noun phrases around a verb, told by the order of the words: whose subject and object, with what heads.

There is no parser. A subject reaches from the start of its clause to the verb and its auxiliaries; its head is the
last word of content before the first preposition, relative pronoun or participle: the levee in "the levee on the east
side of town gave way".
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.modals import modal_groups
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.syntax.neighbours import in_chain
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import is_gerund
from claimcompare.differences.shared.who.speakers import pronouns
from claimcompare.lexicons.reporting import reporting_forms
from claimcompare.text.marks import CLAUSE_BARS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version


@frozen
class NounPhrase:
    """Token indexes: where it stands, its words of content, its head, and the words of content before the head."""

    place: range
    head: int
    before: tuple[int, ...]
    words: tuple[int, ...]
    is_pronoun: bool = False


def subject_of(version: Version, verb: int) -> NounPhrase | None:
    """What stands before a verb and its auxiliaries in the clause; None where nothing does.

    A verb behind an "and" that has no subject of its own has that of the verb before it; so has "without issuing".
    """
    end = chain_start(version, verb)
    if end and is_gerund(version, verb) and _leads(version, end - 1):
        before = next((at for at in range(end - 2, -1, -1) if is_verb(version, at)), None)
        return None if before is None else subject_of(version, before)
    if end and is_barred(version, end):
        # "the dam, built in 1960, burst"
        start = next((at for at in range(end - 1, 0, -1) if is_barred(version, at)), 0)
        listed = _listed_before(version, range(start, end))
        if listed is not None:
            return subject_of(version, listed)
        end = start
    elif end and version.form(end - 1) in lexicons.words("relative_words"):
        end -= 1
    start = clause_start(version, end)
    if start == end and end and version.form(end - 1) in lexicons.words("coordinators"):
        before = _first_verb(version, end - 1)
        return None if before is None else subject_of(version, before)
    return phrase_at(version, range(start, end), subject=True)


def _listed_before(version: Version, place: range) -> int | None:
    """The verb before a comma that has the subject of the next one: "it tipped over, caught fire and sank"."""
    if not place or version.forms[place.start] in _leading() | lexicons.words("articles"):
        return None  # "the gang, a group based in Tarn, fled"
    verb = next((at for at in place if is_verb(version, at)), None)
    return verb if verb is not None and chain_start(version, verb) > place.start else None


def _leads(version: Version, at: int) -> bool:
    return version.forms[at] in lexicons.words("phrase_stops") or sort_of(version.forms[at]) is not None


def _first_verb(version: Version, end: int) -> int | None:
    """The first verb of the clause that ends there, which may be "was" alone."""
    return next((at for at in range(clause_start(version, end), end) if _is_any_verb(version, at)), None)


def _is_any_verb(version: Version, at: int) -> bool:
    return is_verb(version, at) or version.forms[at] in lexicons.words("forms_of_be")


def object_of(version: Version, start: int, most: int | None = None) -> NounPhrase | None:
    """The noun phrase that begins at ``start``, and ends by ``most``; None where none does."""
    end = _phrase_end(version, start)
    return phrase_at(version, range(start, end if most is None else min(end, most)), subject=False)


def agent_of(version: Version, start: int) -> NounPhrase | None:
    """Who does what a passive tells, behind its "by"; None where it does not say."""
    by = next((at for at in range(start, clause_end(version, start)) if version.forms[at] == "by"), None)
    return None if by is None else object_of(version, by + 1)


def chain_start(version: Version, verb: int) -> int:
    """Where the auxiliaries of a verb begin, and what negates it or says how real it is: "was unable to reach"."""
    led = [one.first for one in modal_groups(version) if one.first < verb and one.verb == verb]
    at = min([verb, *led])
    while at and not version.gaps[at] and _is_in_chain(version.form(at - 1)):
        at -= 1
    return at


def _is_in_chain(form: str) -> bool:
    return in_chain(form) or (sort_of(form) is not None and form not in lexicons.words("phrase_stops"))


def governor_of(version: Version, verb: int) -> int | None:
    """The verb before the "to" of an infinitive, where no modal leads to it: "urged" of "urged them to accept"."""
    start = chain_start(version, verb)
    if "to" not in version.forms[start:verb] or any(one.verb == verb for one in modal_groups(version)):
        return None
    return next((at for at in range(start - 1, clause_start(version, start) - 1, -1) if is_verb(version, at)), None)


def is_passive(version: Version, verb: int) -> bool:
    """Whether a verb is told of what it is done to: "was lifted"."""
    chain = version.forms[chain_start(version, verb) : verb]
    if "to" in chain:  # "is to close it", unlike "is to be closed"
        chain = chain[len(chain) - chain[::-1].index("to") :]
    return not lexicons.words("forms_of_be").isdisjoint(chain) and not is_gerund(version, verb)


def clause_start(version: Version, end: int) -> int:
    """Where the clause begins in which the words before ``end`` stand."""
    at = end
    while at and not (at < end and is_barred(version, at)) and not _opens_clause(version, at - 1, end):
        at -= 1
    return at


def clause_end(version: Version, start: int) -> int:
    """Where the clause ends in which the words from ``start`` on stand."""
    for at in range(start, len(version.forms)):
        if (at > start and is_barred(version, at)) or _leads_on(version, at):
            return at
    return len(version.forms)


def _phrase_end(version: Version, start: int) -> int:
    """Where a noun phrase ends that begins at ``start``."""
    for at in range(start, len(version.forms)):
        if (at > start and is_barred(version, at)) or _ends_phrase(version, at) or _counts_on(version, start, at):
            return at
    return len(version.forms)


def _counts_on(version: Version, start: int, at: int) -> bool:
    """Whether a number begins behind words of the phrase: "applied the brake several seconds before"."""
    begins = version.features.tokens[at].start
    led = any(version.content[start:at]) or version.forms[start] in _pronouns()
    owned = at > start and version.form(at - 1).endswith(("'s", "s'"))  # "turned down the firm's $5 million offer"
    return at > start and led and not owned and any(one.span.start == begins for one in version.features.quantities)


def is_barred(version: Version, at: int) -> bool:
    """Whether a comma or another mark that parts clauses stands before a word."""
    return at < len(version.gaps) and not CLAUSE_BARS.isdisjoint(version.gaps[at])


def _opens_clause(version: Version, at: int, end: int) -> bool:
    """Whether the word opens the clause that ends at ``end``: "and", a conjunction, the "that" of what is said."""
    form = version.forms[at]
    if form in lexicons.words("coordinators"):
        return _has_verb(version, at)
    if form in lexicons.words("relative_words"):
        return form == "that" and at > 0 and _opens_content(version, at)
    if at + 1 < end and (_says_on(version, at) or _leads_to_subject(version, at)):
        return True  # "the guard said the door was shut", "before it was opened"
    if form in lexicons.words("phrase_stops"):  # "after the council met", but "since Sunday"
        return any(is_verb(version, one) for one in range(at + 1, end))
    return form in lexicons.words("clause_starts") and at + 1 < end


def _opens_content(version: Version, that: int) -> bool:
    """Whether a "that" has a subject behind it: "said that it", "told the council that the gate was shut"."""
    if version.form(that - 1) in reporting_forms() or is_verb(version, that - 1):
        return True
    return not lexicons.words("determiners", "definite_words").isdisjoint(version.forms[that + 1 : that + 2])


def _says_on(version: Version, at: int) -> bool:
    """Whether what is said begins right behind a verb of reporting, without a "that"."""
    if version.forms[at] not in reporting_forms() or not is_verb(version, at) or version.gaps[at + 1]:
        return False
    behind = version.forms[at + 1]
    return behind in pronouns("anybody") or behind in lexicons.words("determiners", "definite_words")


def _leads_to_subject(version: Version, at: int) -> bool:
    """Whether a conjunction opens a clause; one that may be a preposition only before a pronoun."""
    if version.forms[at] not in _leading_words():
        return False
    if version.forms[at] not in lexicons.words("clause_prepositions"):
        return True
    return version.forms[at + 1] in pronouns("anybody") and not version.gaps[at + 1]


@cache
def _leading_words() -> frozenset[str]:
    return lexicons.words("clause_starts", "clause_conjunctions")


def _has_verb(version: Version, end: int) -> bool:
    """Whether a verb stands before ``end`` in the clause, so that an "and" joins clauses and not two things."""
    for at in range(end - 1, -1, -1):
        if _is_any_verb(version, at):
            return True
        if is_barred(version, at):
            return False
    return False


def _leads_on(version: Version, at: int) -> bool:
    """Whether a clause of its own begins with the word."""
    form = version.forms[at]
    if form in lexicons.words("coordinators"):
        return any(is_verb(version, one) for one in range(at + 1, min(len(version.forms), at + 4)))
    return form in _leading()


@cache
def _leading() -> frozenset[str]:
    return lexicons.words("clause_starts", "clause_conjunctions") - lexicons.words("phrase_stops") | lexicons.words(
        "relative_words"
    )


def _ends_phrase(version: Version, at: int) -> bool:
    form = version.forms[at]
    stops = form in lexicons.words(
        "phrase_stops", "clause_starts", "tense_words", "modal_verbs"
    ) or form in lexicons.words("coordinators")
    return stops or form.endswith("ly") or form in lexicons.words("closing_adverbs") or at in version.dated


def phrase_at(version: Version, place: range, *, subject: bool) -> NounPhrase | None:
    """The noun phrase of the words at a place, read as a subject or an object; None where none says anything."""
    words = [at for at in place if version.content[at] and at not in version.dated]
    lone = [at for at in place if version.forms[at] in _pronouns()]
    if lone and (not words or (subject and lone[-1] == place.stop - 1)):  # "in the evening it landed"
        return NounPhrase(place, lone[-1], (), (lone[-1],), is_pronoun=True)
    if not words:
        return None
    head = next(_heads(version, place), words[-1]) if subject else words[-1]
    before = [at for at in words if at < head and not any(stop < head for stop in _stops(version, range(at, head)))]
    return NounPhrase(place, head, tuple(before), tuple(words))


def _heads(version: Version, place: range) -> Iterator[int]:
    """The words that prepositions and relative pronouns follow, without participles behind them."""
    for stop in _stops(version, place):
        at = stop - 1
        if at not in place or not version.content[at] or at in version.dated or at in version.numbered:
            continue  # "two of the guards"
        if is_verb(version, at) and at - 1 in place and version.content[at - 1]:
            at -= 1  # "the curfew imposed on Sunday"
        yield at


def _stops(version: Version, place: range) -> Iterator[int]:
    stops = lexicons.words("phrase_stops") | lexicons.words("relative_words")
    return (at for at in place if version.forms[at] in stops)


@cache
def _pronouns() -> frozenset[str]:
    cases = {form for row in lexicons.table("pronoun_cases") for form in row}
    return frozenset(pronouns("anybody") | cases) - lexicons.words("relative_words")
