"""Where it was that something happened which happens once: "founded in Cork in 1911", "founded in Dublin in 1911".

And where one is that has one place: "Ostler, a brewer in Cork"; where something is moved to; where who did so much is.
Which acts these are stands in ``once_acts.tsv``. It is one act where the same thing is spoken of, or where one date is
told and what is named in one version may be what the other calls "the company". What else a version says, and whether
the act is told in a clause beside ("Ostler, founded in Dublin in 1911, employs"), does not matter.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.name.apart import are_two, counted_apart
from claimcompare.differences.shared.points import name_mark, point
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.syntax.phrases import NounPhrase, chain_start, clause_start, object_of, subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb, may_be_verb
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.differences.shared.who.nameforms import name_words, nature_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Name

_REACH: int = lexicons.parameters("differences")["sites"]["reach"]
_SHORTEST = 3  # words before a place: "a firm in"
_AT = frozenset({"in", "at"})


@frozen
class _Site:
    """A place, the act that was there, of whom it is told, and whether it takes a date of both to be one."""

    act: str
    name: Name
    place: range
    subject: NounPhrase
    dated: bool = False


def other_sites(pair: Pair) -> Iterator[Point]:
    """The points at which what happens once happened at another place."""
    rights = {one.act: one for one in _lone_sites(pair.versions[1])}
    for left in _lone_sites(pair.versions[0]) if rights else ():
        right = rights.get(left.act)
        if right is not None and _are_two_places(pair, left, right) and _is_one_act(pair, left, right):
            yield point("name", "conflict", (name_mark(pair, 0, left.name), name_mark(pair, 1, right.name)))


# ---------------------------------------------------------------- in one version


@lru_cache(maxsize=KEPT)
def _lone_sites(version: Version) -> tuple[_Site, ...]:
    """The sites of acts of which a version tells one each."""
    names = version.features.names
    tell = (_sites, _seats, _doers, _destinations)
    found = [one for name in names for told in tell for one in told(version, name)]
    acts = [one.act for one in found]
    return tuple(one for one in found if acts.count(one.act) == 1)


def _sites(version: Version, name: Name) -> Iterator[_Site]:
    place = version.indexes(name.span)
    if not place or not place.start or version.form(place.start - 1) not in _AT or version.gaps[place.start]:
        return
    verb = _verb_of_place(version, place.start - 1)
    if verb is None or any(map(sort_of, version.forms[chain_start(version, verb) : verb])):
        return
    subject = _subject(version, verb, place.stop)
    if subject is not None and _is_definite(version, subject):
        yield _Site(lexicons.sorts("once_acts")[version.forms[verb]], name, place, subject)


def _seats(version: Version, name: Name) -> Iterator[_Site]:
    """Where one is who is told with a comma and what it is: "Brask Bio, a small firm in Tarn"."""
    noun = _noun_placed(version, name)
    start = -1 if noun is None else _opening(version, noun)
    if noun is None or start < 1 or version.gaps[start] != "," or start - 1 not in version.named:
        return
    whose = next(one for one in version.features.names if start - 1 in version.indexes(one.span))
    place = version.indexes(whose.span)
    subject = NounPhrase(place, place[-1], tuple(place[:-1]), tuple(place))
    yield _Site("seat of " + " ".join(name_words(whose)), name, version.indexes(name.span), subject)


def _doers(version: Version, name: Name) -> Iterator[_Site]:
    """Where somebody is who did so much: "a clinic in Tarn reported two cases", "a clinic in Tarn, which reported"."""
    noun = _noun_placed(version, name)
    verb = None if noun is None else _verb_behind(version, version.indexes(name.span).stop)
    if noun is None or verb is None:
        return
    counts = (one for one in version.features.quantities if one.counted)
    done = next((one for one in counts if version.indexes(one.span)[:1] == range(verb + 1, verb + 2)), None)
    if done is None:
        return
    start = _opening(version, noun)
    subject = NounPhrase(range(start, noun + 1), noun, (), (noun,))
    act = f"{version.bases[verb]} {done.low:g} {done.counted[0]}"
    yield _Site(act, name, version.indexes(name.span), subject, dated=True)


def _destinations(version: Version, name: Name) -> Iterator[_Site]:
    """Where something is moved to: "output will shift to Tarn", "was moved to a plant in Tarn"."""
    noun, place = _noun_placed(version, name), version.indexes(name.span)
    start = _opening(version, noun) if noun is not None else place.start if place else 0
    verb = start - 2
    if verb < 0 or version.form(start - 1) != "to" or version.forms[verb] not in lexicons.words("moving_verbs"):
        return
    subject = subject_of(version, verb)
    if subject is not None and not any(map(sort_of, version.forms[chain_start(version, verb) : verb])):
        # the mill's staff and its machines may be moved to two places: the head alone says what is
        thing = NounPhrase(subject.place, subject.head, (), (subject.head,), subject.is_pronoun)
        yield _Site("move", name, place, thing)


def _noun_placed(version: Version, name: Name) -> int | None:
    """The noun of which a name says where it is, and that an article makes one of many: "a small firm in Tarn"."""
    place = version.indexes(name.span)
    if not place or place.start < _SHORTEST or version.form(place.start - 1) not in _AT:
        return None
    noun = place.start - 2
    whole = version.content[noun] or version.gaps[noun] == "-"  # "start-up"
    if not whole or noun in version.named or any(version.gaps[noun + 1 : place.start + 1]):
        return None
    opens = version.forms[_opening(version, noun)] in lexicons.words("indefinite_articles")
    return noun if opens else None


def _opening(version: Version, noun: int) -> int:
    """Where the article of a noun stands, or the first word of content before it."""
    at = noun
    while at and not version.gaps[at].strip("-") and version.content[at - 1] and noun - at < _REACH:
        at -= 1
    return at - (at > 0 and not version.gaps[at] and version.form(at - 1) in lexicons.words("indefinite_articles"))


def _verb_behind(version: Version, at: int) -> int | None:
    """The verb right behind a subject, or behind its comma and a "which"."""
    at += at < len(version.forms) and version.forms[at] in lexicons.words("relative_words")
    return at if at < len(version.forms) and is_verb(version, at) else None


def _verb_of_place(version: Version, preposition: int) -> int | None:
    """The verb that a place follows, a date between them aside: "founded in Cork", "born on 3 May in Porto"."""
    for at in range(preposition - 1, max(-1, preposition - 1 - _REACH), -1):
        if version.forms[at] in lexicons.sorts("once_acts"):
            return at
        if version.content[at] and at not in version.dated:
            return None
    return None


def _subject(version: Version, verb: int, behind: int) -> NounPhrase | None:
    """Of whom an act is told: before the verb and its comma ("Ostler, founded in"), or behind the clause it opens."""
    if not verb:  # "Born in Porto, the novelist"
        comma = next((at for at in range(behind, len(version.forms)) if version.gaps[at] == ","), None)
        return None if comma is None else _phrase_before_verb(version, comma)
    if version.gaps[verb] == ",":
        return object_of(version, clause_start(version, verb), verb)
    return subject_of(version, verb)


def _phrase_before_verb(version: Version, start: int) -> NounPhrase | None:
    """The phrase that begins there, up to a verb: Ostler, in "Ostler sells flour"."""
    verb = next((at for at in range(start + 1, len(version.forms)) if may_be_verb(version, at)), None)
    return object_of(version, start, verb)


def _is_definite(version: Version, subject: NounPhrase) -> bool:
    """Whether it is of one that is known: "the company", "Ostler", "she"; not "a man", "two men", "workers"."""
    forms = version.forms[subject.place.start : subject.place.stop]
    if not version.numbered.isdisjoint(subject.place) or not lexicons.words("joining_words").isdisjoint(forms):
        return False
    definite = lexicons.words("definite_words")
    known = any(version.forms[at] in definite for at in subject.place if at < subject.head)
    return subject.is_pronoun or subject.head in version.named or known


# ---------------------------------------------------------------- in both


def _are_two_places(pair: Pair, left: _Site, right: _Site) -> bool:
    """Whether the names are of two places, neither of which the other report names."""
    one_nature = nature_of(left.name) == nature_of(right.name)
    return one_nature and are_two(pair, name_words(left.name), name_words(right.name))


def _is_one_act(pair: Pair, left: _Site, right: _Site) -> bool:
    """Whether the same is spoken of; or one may be the other by name, and both tell one date."""
    if counted_apart(pair) and not _share_date(pair):
        return False
    if any(corresponds(pair, *two) for two in product(left.subject.words, right.subject.words)):
        return not left.dated or _share_date(pair)
    said = [_how_said(pair.versions[0], left), _how_said(pair.versions[1], right)]
    return said[0] != said[1] and _share_date(pair)


def _how_said(version: Version, site: _Site) -> str:
    """The sort of its subject, pronoun, name or noun: two of one sort that do not correspond are two."""
    if site.subject.is_pronoun:
        return "pronoun"
    return "name" if site.subject.head in version.named else "noun"


def _share_date(pair: Pair) -> bool:
    """Whether both tell of one date."""
    here, there = ({one.key for one in version.dates} for version in pair.versions)
    return not here.isdisjoint(there)
