"""Numbers of two places or uses: "six inches fell in Tarn" and "ten inches fell in Osland" contradict nothing."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.things import is_one_word
from claimcompare.differences.shared.syntax.phrases import clause_end, clause_start, object_of
from claimcompare.differences.shared.who.nameforms import is_land, may_be_one_name, name_words, nature_of
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Name


def are_of_two_places(pair: Pair, left: Count, right: Count) -> bool:
    """Whether each is told of a use of its own, or of a named place that the other version does not name."""
    if _are_of_two_uses(pair, left, right):
        return True
    here, there = set(_places_of(pair.versions[0], left)), set(_places_of(pair.versions[1], right))
    if not (here and there) or _are_named(pair.versions[1], here) or _are_named(pair.versions[0], there):
        return False
    return any(map(is_land, here)) == any(map(is_land, there))


def _are_of_two_uses(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one preposition leads behind both to things that are not one: "$3 billion on roads", "$5 on schools"."""
    here, there = _use_of(pair.versions[0], left), _use_of(pair.versions[1], right)
    if here is None or there is None or is_one_word(pair, here.head, there.head):
        return False
    led = (version.form(one.place.start - 1) for version, one in pair.each(here, there))
    return len(set(led)) == 1 and related(pair.versions[0].stems[here.head], pair.versions[1].stems[there.head]) == 0


def _use_of(version: Version, count: Count) -> NounPhrase | None:
    """What an amount is for or done with, by the preposition right behind it and what it counts."""
    at = max(count.words.stop - 1, *count.counted, 0) + 1
    led = not lexicons.words("use_openers").isdisjoint(version.forms[at : at + 1])
    thing = object_of(version, at + 1) if led else None
    return None if thing is None or thing.is_pronoun or thing.head in version.named | version.numbered else thing


def _are_named(version: Version, places: set[tuple[str, ...]]) -> bool:
    """Whether a version names one of the places, in whatever form."""
    named = map(name_words, version.features.names)
    return any(may_be_one_name(*two) for two in product(places, named))


def _places_of(version: Version, count: Count) -> Iterator[tuple[str, ...]]:
    """The names of places in the clause of a number."""
    clause = range(clause_start(version, count.words.start), clause_end(version, count.words.stop))
    return (name_words(one) for one in version.features.names if _is_place(version, one, clause))


def _is_place(version: Version, name: Name, clause: range) -> bool:
    """Whether a name follows a preposition for a place, with an article between them or not, and is no person's."""
    words = version.indexes(name.span)
    if not words or words.start not in clause or nature_of(name) == "person":
        return False
    at = words.start - 1
    at -= at >= 0 and version.forms[at] in lexicons.words("articles")
    return at >= 0 and version.forms[at] in lexicons.words("where_words") and not any(version.gaps[at + 1 : words.stop])
