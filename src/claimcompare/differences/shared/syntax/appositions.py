"""What else a subject or an object is called: the name or noun between commas behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.phrases import chain_start, is_barred, object_of, phrase_at, subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb

if TYPE_CHECKING:
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version


def names_of_subject(version: Version, verb: int) -> tuple[NounPhrase, ...]:
    """The subject of a verb, and what else it is called: "the currency, the korun, rose"; nothing where it has none."""
    subject, other_name = subject_of(version, verb), _apposition_of(version, verb)
    return tuple(one for one in (subject, other_name) if one) if subject else ()


def _apposition_of(version: Version, verb: int) -> NounPhrase | None:
    """A name or noun between commas right before a verb and its auxiliaries."""
    end = chain_start(version, verb)
    start = next((at for at in range(end - 1, 0, -1) if is_barred(version, at)), 0)
    if not start or version.gaps[start].strip() != "," or version.gaps[end].strip() != ",":
        return None
    inner = range(start, end)
    article = version.forms[start] in lexicons.words("determiners", "definite_words", "titles")
    opened = article or not version.named.isdisjoint((start, end - 1))
    return phrase_at(version, inner, subject=True) if opened and not any(is_verb(version, at) for at in inner) else None


def names_of_object(version: Version, thing: NounPhrase) -> tuple[NounPhrase, ...]:
    """A noun phrase, and the name between commas behind it: "sacked its manager, Olaf Brandt, on Sunday"."""
    start = thing.place.stop
    if start >= len(version.forms) or version.gaps[start].strip() != "," or start not in version.named:
        return (thing,)
    name = object_of(version, start)
    return (thing, name) if name else (thing,)
