"""Acts that one version tells with a verb and the other with a noun, or both with another verb before one noun.

"Was stolen" and "the theft took place" are one act, and so are "passed a medical" and "underwent a medical".
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.families import shared_families
from claimcompare.differences.shared.same.corresponding import corresponds, same_subject
from claimcompare.differences.shared.syntax.neighbours import subjects_of
from claimcompare.differences.shared.syntax.phrases import object_of, subject_of
from claimcompare.differences.shared.time.datedverbs import acts_of
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.lexicons.relations import related
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention, Token

_SETTINGS = lexicons.parameters("differences")["actnames"]
_RELATED: float = _SETTINGS["related"]
_SHORTEST: int = _SETTINGS["shortest"]
_FARTHEST: int = _SETTINGS["farthest"]
_REACH: int = _SETTINGS["reach"]
_PLACE = ("place",)


def name_one_act(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether a noun beside one date names the act of the other's verb, or both are said of acts of one name."""
    dates = (left, right)
    if _are_undergone(pair, dates):
        return True
    verbs = [acts_of(pair.versions[side]).get(dates[side]) for side in SIDES]
    light = [verb is not None and _is_light(pair.versions[side], verb) for side, verb in zip(SIDES, verbs, strict=True)]
    if all(light):
        return any(mean_one(pair, *place) for place in product(*(_named_by(pair, side, dates[side]) for side in SIDES)))
    for side in SIDES:
        verb = verbs[OTHER[side]]
        if verb is not None and not light[OTHER[side]]:
            places = product(_named_by(pair, side, dates[side]), [verb])
            if any(mean_one(pair, *(place if side == 0 else place[::-1])) for place in places):
                return True
    return False


def are_one_verb(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs correspond, or are words of one family and load: "broke down", "collapsed"."""
    return corresponds(pair, left, right) or not all(one.loaded for one in shared_families(pair, [left], [right]))


def _are_undergone(pair: Pair, dates: tuple[DateMention, DateMention]) -> bool:
    """Whether the dates are those of one thing that somebody went through, told with two verbs."""
    here, there = (_undergone(pair, side, one) for side, one in zip(SIDES, dates, strict=True))
    if here is None or there is None or not corresponds(pair, here[1], there[1]):
        return False
    two = pair.versions[0].bases[here[0]] != pair.versions[1].bases[there[0]]
    return two and same_subject(pair, here[0], there[0]) is not False


def _undergone(pair: Pair, side: Side, date: DateMention) -> tuple[int, int] | None:
    """The verb and the thing that somebody went through on a date: "underwent a medical in Tarn on Monday"."""
    version, place = pair.versions[side], pair.indexes(side, date.span)
    undergoing = lexicons.words("undergoing_verbs")
    if undergoing.isdisjoint(version.forms[: place.start]):
        return None
    for at in range(place.start - 1, max(-1, place.start - 1 - _FARTHEST), -1):
        if version.gaps[at + 1]:
            return None
        if version.forms[at] in undergoing:
            thing = object_of(version, at + 1, place.start)
            return (at, thing.head) if thing and version.features.tokens[thing.head].form.islower() else None
    return None


def _is_light(version: Version, verb: int) -> bool:
    """Whether a verb says only that something was: "took place", "was made"."""
    return version.forms[verb] in lexicons.words("happening_verbs")


def are_two_events(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether verbs that say only that something was are said of two things: the vote and the funeral took place."""
    if not all(_is_light(version, verb) for version, verb in pair.each(*acts)):
        return False
    behind = [version.forms[verb + 1 : verb + 2] for version, verb in pair.each(*acts)]
    alone = (one == _PLACE or lexicons.words("phrase_stops").issuperset(one) for one in behind)
    return all(alone) and same_subject(pair, *acts) is False


def _named_by(pair: Pair, side: Side, date: DateMention) -> list[int]:
    """The nouns that may name what a date dates: of a verb that says little, what it is said of; else those before."""
    version = pair.versions[side]
    verb = acts_of(version).get(date)
    if verb is None:
        return []
    if _is_light(version, verb):
        return [at for at in _said_of(version, verb) if pair.content[side][at]]
    found = pair.before(side, pair.indexes(side, date.span), _REACH)[:2]
    return [at for at in found if at > verb and version.features.tokens[at].form.islower()]


def _said_of(version: Version, verb: int) -> list[int]:
    """What a verb that says little is said of: the head of its subject, the words before it and the one behind it."""
    subject = subject_of(version, verb)
    heads = [subject.head] if subject else []
    behind = [verb + 1] if verb + 1 < len(version.forms) and version.forms[verb + 1 : verb + 2] != _PLACE else []
    return [*heads, *subjects_of(version, verb), *behind]


def mean_one(pair: Pair, left: int, right: int) -> bool:
    """Whether two words correspond, are related closely ("lent", "loan") or one begins with the other ("walkout")."""
    if corresponds(pair, left, right):
        return True
    stems = [_stem(pair.tokens(0)[left]), _stem(pair.tokens(1)[right])]
    short, long = sorted(stems, key=len)
    return related(short, long) >= _RELATED or (len(short) >= _SHORTEST and long.startswith(short))


def _stem(token: Token) -> str:
    """The stem of a word, or of what it says behind "was made": of "public" that of "released"."""
    said = _complements().get(token.form.lower())
    return stem(said) if said else token.stem


@cache
def _complements() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("complements")}
