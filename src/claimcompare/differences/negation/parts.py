"""A part of a thing that is denied here and told there: "no share of the rent", "a fifth of the rent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.apart import are_told_apart, clause_of
from claimcompare.differences.shared.same.things import is_one_thing, is_one_word, stands_there
from claimcompare.differences.shared.syntax.neighbours import is_adverb
from claimcompare.differences.shared.syntax.phrases import clause_end, object_of, subject_of
from claimcompare.differences.shared.view import OTHER, left_first
from claimcompare.lexicons.measures import words_with

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_VAGUE = "v"  # in measures.tsv: vague numbers
_BY_REACH: int = lexicons.parameters("differences")["negation"]["by_reach"]


def is_denied_a_part(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether a version denies any part of a thing, and the other tells of a part of it, of the same ones."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    denied, told = _whole(version, verb, counted=False), _whole(other, there, counted=True)
    here, beyond = subject_of(version, verb), subject_of(other, there)
    if denied is None or told is None or here is None or beyond is None:
        return False
    things, subjects = left_first(side, denied, told), left_first(side, here, beyond)
    if not (is_one_thing(pair, *things) and is_one_thing(pair, *subjects)):
        return False
    return not are_told_apart(pair, *left_first(side, clause_of(version, verb), clause_of(other, there)))


def is_denied_of_some(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether a version denies of some what the other tells of all: "two schools never opened", "all 40 opened"."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    some, every = subject_of(version, verb), subject_of(other, there)
    if some is None or every is None or not _is_of_all(other, every) or _is_of_all(version, some):
        return False
    if not is_one_word(pair, *left_first(side, some.head, every.head)):
        return False
    if any(version.forms[at] in lexicons.words("former_words") for at in some.before):
        return False
    if all(_says_more(pair, one, phrase) for one, phrase in ((side, some), (OTHER[side], every))):
        return False  # "two schools in Tarn", "all schools in Norvik"
    return not are_told_apart(pair, *left_first(side, clause_of(version, verb), clause_of(other, there)))


def is_denied_of_a_sort(pair: Pair, side: Side, words: Iterable[int]) -> bool:
    """Whether words that say what alone is denied are not in the other version: "no serious injuries", "injuries"."""
    return any(not stands_there(pair, side, at) for at in words)


def degrees(version: Version, start: int, end: int) -> Iterator[int]:
    """The words that say how, or of how many, something is denied: "not badly hurt", "not many people"."""
    for at in range(start, end):
        if is_adverb(version.forms[at]) or version.forms[at] in words_with(_VAGUE):
            yield at


def _is_of_all(version: Version, phrase: NounPhrase) -> bool:
    """Whether a phrase is of all there are: "all 40 schools", "every school"."""
    opened = version.forms[max(0, phrase.place.start - 1) : phrase.head]
    return not lexicons.words("universal_words").isdisjoint(opened)


def _says_more(pair: Pair, side: Side, phrase: NounPhrase) -> bool:
    """Whether it has words of content, numbers aside, that the other version has not."""
    words = (at for at in phrase.words if at not in pair.versions[side].numbered)
    return any(not pair.partner(side, at) for at in words)


def is_by_a_part(version: Version, verb: int) -> bool:
    """Whether only a number of some did it: "backed by only 40% of voters"."""
    behind = range(verb + 1, min(len(version.forms) - 1, verb + 1 + _BY_REACH))
    if verb + 1 >= len(version.forms) or version.forms[verb + 1] != "by":
        return False
    return any(at in version.numbered and version.forms[at + 1] == "of" for at in behind)


def _whole(version: Version, verb: int, *, counted: bool) -> NounPhrase | None:
    """What the object of a verb is a part of; a ``counted`` part may be a number."""
    for at in range(verb + 1, clause_end(version, verb)):
        if version.forms[at] == "of":
            part = version.form(at - 1) in lexicons.words("part_nouns") or (counted and at - 1 in version.numbered)
            return object_of(version, at + 1) if part and at + 1 < len(version.forms) else None
    return None
