"""Who calls a thing by a name, and what the same quoted words are said of.

"What aides called 'lost ground'" and "we call it lost ground" name two that say so; "the report was 'a scandal'" and
"calling the hearing 'a scandal'" speak of two things in one breath: both cannot be right about what was said.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.differences.shared.emphasis import emphasis
from claimcompare.differences.shared.quoted import quoted_alike
from claimcompare.differences.shared.speakers import pronouns
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = parameters("differences")["naming"]
_NAMED: int = _SETTINGS["named"]
_REACH: int = _SETTINGS["reach"]
_SAME_QUOTATION: float = _SETTINGS["same_quotation"]
_FEWEST: int = _SETTINGS["fewest"]


@frozen
class _Naming:
    """Who names, the verb, and the words that follow it, as token indexes."""

    who: int
    verb: int
    named: range


def named_by(pair: Pair) -> Iterator[Point]:
    """The points on which another one is said to call the same thing by the same words."""
    lefts, rights = (_namings(version) for version in pair.read)
    for left, right in product(lefts, rights):
        common = pair.reached(0, left.named) & set(right.named)
        if sum(pair.content[1][at] for at in common) >= _NAMED and _others(pair, left.who, right.who):
            marks = (
                pair.mark(0, pair.span(0, [left.who, left.verb])),
                pair.mark(1, pair.span(1, [right.who, right.verb])),
            )
            quoted = bool(pair.quoted[0] & set(left.named) or pair.quoted[1] & set(right.named))
            yield Point(
                kind="attribution",
                severity="conflict" if quoted else "shift",
                left=marks[0],
                right=marks[1],
                weight=emphasis("naming", "who"),
                aspect="naming",
            )


@lru_cache(maxsize=KEPT)
def _namings(version: Version) -> tuple[_Naming, ...]:
    return tuple(_each_naming(version))


def _each_naming(version: Version) -> Iterator[_Naming]:
    for at, form in enumerate(version.forms):
        if at and form in words("naming_verbs") and not version.gaps[at] and _names(version, at):
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
    article = first > 1 and version.forms[first - 1] in words("determiners") and not version.gaps[first - 1]
    before = first - 1 - article
    if before < 0 or version.gaps[before + 1]:
        return False
    return (article and version.content[before]) or version.forms[before] in words("prepositions_after_nouns")


def _names(version: Version, verb: int) -> bool:
    """Whether something is called by a name: not "called off", and not the noun of "the first call came"."""
    after = version.forms[verb + 1 : verb + 2]
    if not words("verb_particles").isdisjoint(after):
        return False
    named = version.features.tokens[verb + 1].form[0].isupper() or version.gaps[verb + 1] if after else ""
    inflected = version.forms[verb].endswith(("ed", "ing"))
    return bool(inflected or named or not words("object_openers").isdisjoint(after))


def _others(pair: Pair, left: int, right: int) -> bool:
    """Whether two words name two that speak: "aides" and "we", and neither is a pronoun that may be anybody."""
    forms = {pair.read[0].forms[left], pair.read[1].forms[right]}
    return (
        len(forms) > 1
        and not forms & pronouns("anybody", "relative")
        and right not in pair.partner(0, left)
        and not forms <= pronouns("speaker")
    )


def said_of(pair: Pair) -> Iterator[Point]:
    """The points on which the same quoted words are said of two things."""
    for likeness, left, right in quoted_alike(pair):
        shared = sum(pair.content[1][at] for at in pair.reached(0, left) & set(right))
        if likeness < _SAME_QUOTATION or shared < _FEWEST:
            continue
        here, there = _subject(pair, 0, left), _subject(pair, 1, right)
        if here and there and _unlike(pair, here, there):
            marks = (pair.mark(0, pair.span(0, here)), pair.mark(1, pair.span(1, there)))
            yield Point(
                kind="label", severity="conflict", left=marks[0], right=marks[1], weight=emphasis("naming", "what")
            )


def _subject(pair: Pair, side: Side, quoted: range) -> list[int]:
    """The words of content that a quotation is said of: "the report was '...'", "calling the report '...'"."""
    version, last = pair.read[side], quoted.start - 1
    stated = last > 0 and version.forms[last] in words("forms_of_be")
    before = [at for at in pair.before(side, [last if stated else quoted.start], _REACH) if version.content[at]]
    verbs = [place for place, at in enumerate(before) if version.forms[at] in words("naming_verbs")]
    if stated:
        return sorted(before[:1]) if not verbs else sorted(before[: verbs[0]])
    return sorted(before[: verbs[0]]) if verbs else []


def _unlike(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether no word of one is the same as a word of the other, or has to do with it."""
    stems = [{pair.tokens(side)[at].stem for at in own} for side, own in zip(SIDES, (left, right), strict=True)]
    return not stems[0] & stems[1] and not any(related(one, other) for one, other in product(*stems))
