"""The words beside a verb: the one before it and its auxiliaries, and those behind.

A quick look, for rules that ask only whether some word corresponds; ``phrases`` tells whole noun phrases.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.who.speakers import pronouns

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version

_SETTINGS = lexicons.parameters("differences")["neighbours"]
_PHRASE: int = _SETTINGS["phrase"]
_OBJECT_REACH: int = _SETTINGS["object_reach"]


def subjects_of(version: Version, verb: int) -> list[int]:
    """The word before the verb and its auxiliaries, of content or a pronoun, and the one that it may belong to.

    Of "the head of the bank will not go" that is the bank and its head; nothing where the clause has no subject there.
    """
    at = auxiliaries_start(version, verb)
    if not at or version.gaps[at]:
        return []
    form = version.form(at - 1)
    if form in lexicons.words("stand_ins") or not (version.content[at - 1] or form in pronouns()):
        return []
    head = _head_before(version, at - 1)
    return [at - 1] if head is None else [at - 1, head]


def _head_before(version: Version, word: int) -> int | None:
    """The word of content before the preposition that a word follows: the head in "head of the bank"."""
    for at in range(word - 1, max(0, word - 1 - _PHRASE), -1):
        if version.gaps[at + 1]:
            return None
        if version.forms[at] in lexicons.words("place_prepositions", "prepositions_after_nouns"):
            return at - 1 if at and version.content[at - 1] and not version.gaps[at] else None
    return None


def auxiliaries_start(version: Version, verb: int) -> int:
    """Where the words begin that stand between a verb and its subject."""
    at = verb
    while at and not version.gaps[at] and in_chain(version.form(at - 1)):
        at -= 1
    return at


def in_chain(form: str) -> bool:
    """Whether a word may stand between a subject and its verb."""
    return is_adverb(form) or form.endswith("n't") or form in lexicons.words("verb_chain", "ceasing_words")


def is_adverb(form: str) -> bool:
    """Whether a word is an adverb by its end, as "badly" is and "family" is not."""
    return form.endswith("ly") and form not in lexicons.words("nouns_in_ly")


def objects_of(version: Version, verb: int) -> list[int]:
    """The words of content after a verb in the same clause, within a few words."""
    found: list[int] = []
    for at in range(verb + 1, min(len(version.forms), verb + 1 + _OBJECT_REACH)):
        if version.gaps[at]:
            break
        if version.content[at]:
            found.append(at)
    return found


def preposition_before(version: Version, at: int) -> str:
    """The preposition that leads to a word: "on" of "on suspicion", "among" of "among them a guard"; nothing without.

    An adverb has none, nor does a verb: "go on indefinitely", "has to give".
    """
    if is_adverb(version.forms[at]):
        return ""
    while at and not version.gaps[at] and version.form(at - 1) in lexicons.words("determiners", "them_words"):
        at -= 1
    form = version.form(at - 1) if at and not version.gaps[at] else ""
    return form if form in lexicons.words("phrase_stops") - {"to"} else ""
