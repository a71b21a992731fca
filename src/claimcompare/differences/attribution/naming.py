"""Who else is said to call the same thing by the same words: "what aides called 'lost ground'", "we call it that"."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.differences.shared.who.speakers import pronouns
from claimcompare.lexicons import parameters, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_SETTINGS = parameters("differences")["naming"]
_NAMED: int = _SETTINGS["named"]
_REACH: int = _SETTINGS["reach"]


@frozen
class _Naming:
    """Who names, the verb, and the words that follow it, as token indexes."""

    who: int
    verb: int
    named: range


def named_by(pair: Pair) -> Iterator[Point]:
    """The points on which another one is said to call the same thing by the same words."""
    for left, right in product(*map(_namings, pair.versions)):
        common = pair.reached(0, left.named) & set(right.named)
        if sum(pair.content[1][at] for at in common) >= _NAMED and _are_two_speakers(pair, left.who, right.who):
            quoted = bool(pair.quoted[0] & set(left.named) or pair.quoted[1] & set(right.named))
            marks = pair.marks([left.who, left.verb], [right.who, right.verb])
            yield point("attribution", "conflict" if quoted else "shift", marks, "naming", aspect="naming")


@lru_cache(maxsize=KEPT)
def _namings(version: Version) -> tuple[_Naming, ...]:
    return tuple(_each_naming(version))


def _each_naming(version: Version) -> Iterator[_Naming]:
    for at, form in enumerate(version.forms):
        if at and form in words("naming_verbs") and not version.gaps[at] and _calls_by_name(version, at):
            who = at - 1
            while who > 0 and version.forms[who] in words("tense_words") - words("forms_of_be"):
                who -= 1
            if _may_name(version, who):
                yield _Naming(who, at, range(at + 1, min(len(version.forms), at + 1 + _REACH)))


def _may_name(version: Version, at: int) -> bool:
    """Whether a word is the subject: "aides", "Brandt", "we", not the "election" of "who won the election called"."""
    form = version.forms[at]
    somebody = words("person_nouns", "roles", "titles", "speakers", "plural_speakers", "people_words")
    if form in pronouns("speaker") or not somebody.isdisjoint((form, form.removesuffix("s"))):
        return True
    return version.content[at] and (version.features.tokens[at].form[0].isupper() or not _hangs_on(version, at))


def _hangs_on(version: Version, at: int) -> bool:
    """Whether a noun hangs on a preposition or a verb before its article: "ahead of the last election"."""
    first = at
    while first and version.content[first - 1] and not version.gaps[first]:
        first -= 1
    article = first > 1 and version.form(first - 1) in words("determiners") and not version.gaps[first - 1]
    before = first - 1 - article
    if before < 0 or version.gaps[before + 1]:
        return False
    return (article and version.content[before]) or version.forms[before] in words("prepositions_after_nouns")


def _calls_by_name(version: Version, verb: int) -> bool:
    """Whether something is called by a name: not "called off", and not the noun of "the first call came"."""
    after = version.forms[verb + 1 : verb + 2]
    if not words("verb_particles").isdisjoint(after):
        return False
    named = version.features.tokens[verb + 1].form[0].isupper() or version.gaps[verb + 1] if after else ""
    inflected = version.forms[verb].endswith(("ed", "ing"))
    return bool(inflected or named or not words("object_openers").isdisjoint(after))


def _are_two_speakers(pair: Pair, left: int, right: int) -> bool:
    """Whether two words are of two who speak: "aides" and "we", and neither is a pronoun that may be anybody."""
    forms = {pair.versions[0].forms[left], pair.versions[1].forms[right]}
    return (
        len(forms) > 1
        and not forms & pronouns("anybody", "relative")
        and right not in pair.partner(0, left)
        and not forms <= pronouns("speaker")
    )
