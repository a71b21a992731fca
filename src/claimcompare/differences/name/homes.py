"""Where somebody is from: "Ann Doe, 34, of Tarn" and "Ann Doe, a baker from Osland" cannot both be right.

An "of" without an age before it may lead to whom somebody works for, so that two of them are a shift.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.name.apart import are_two
from claimcompare.differences.number.read.counts import AGE, counts_of
from claimcompare.differences.shared.points import name_mark, point
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.differences.shared.who.nameforms import is_land, may_be_one_name, name_words, nature_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Name, Severity

_REACH: int = lexicons.parameters("differences")["homes"]["reach"]
_FROM, _OF = "from", "of"
_OLD = frozenset({"year", "old"})


@frozen
class _Home:
    """A person, a place behind an "of" or "from", and whether that can only be where the person is from."""

    person: Name
    place: Name
    certain: bool


def other_homes(pair: Pair) -> Iterator[Point]:
    """The points at which one person is from two places."""
    for left, right in product(_homes(pair.versions[0]), _homes(pair.versions[1])):
        if may_be_one_name(*map(name_words, (left.person, right.person))) and _are_two_places(pair, left, right):
            severity: Severity = "conflict" if left.certain and right.certain else "shift"
            yield point("name", severity, (name_mark(pair, 0, left.place), name_mark(pair, 1, right.place)))


def _are_two_places(pair: Pair, left: _Home, right: _Home) -> bool:
    """Whether neither place may be within the other, nor stands in the other report."""
    here, there = name_words(left.place), name_words(right.place)
    return is_land(here) == is_land(there) and are_two(pair, here, there)


@lru_cache(maxsize=KEPT)
def _homes(version: Version) -> tuple[_Home, ...]:
    """Where the persons of a version are from, as far as it stands right behind their names."""
    names = [(one, version.indexes(one.span)) for one in version.features.names]
    return tuple(
        _Home(person, place, _is_certain(version, at.start - 1))
        for (person, own), (place, at) in product(names, names)
        if own and at and _leads_home(version, own, at) and nature_of(place) not in {"person", "body"}
    )


def _leads_home(version: Version, person: range, place: range) -> bool:
    """Whether a name leads to "of" or "from" and a place: with an age between them, or, to a "from", "a baker"."""
    lead = place.start - 1
    between = [at for at in range(person.stop, lead) if at not in age_words(version)]
    if not 0 <= lead - person.stop <= _REACH or version.forms[lead] not in {_FROM, _OF} or version.gaps[place.start]:
        return False
    if any(version.gaps[at] not in ("", ",", "-") for at in range(person.stop, lead + 1)):
        return False
    return not between or (version.forms[lead] == _FROM and _describes(version, between))


def _describes(version: Version, words: Sequence[int]) -> bool:
    """Whether words are an article and what somebody is: "a retired baker"."""
    first, *rest = words
    described = bool(rest) and version.forms[first] in lexicons.words("articles")
    return described and all(version.content[at] and not is_verb(version, at) and not version.gaps[at] for at in rest)


def _is_certain(version: Version, at: int) -> bool:
    """Whether it is a "from", or an "of" behind an age: "Ann Doe, 34, of Tarn"."""
    return version.forms[at] == _FROM or at - 1 in age_words(version)


@lru_cache(maxsize=KEPT)
def age_words(version: Version) -> frozenset[int]:
    """The words of ages, with the "aged" before and the "year-old" behind a number."""
    found = {at for one in counts_of(version) if one.quantity.unit == AGE for at in one.words}
    words = lexicons.words("age_openers") | _OLD
    beside = {at for at, form in enumerate(version.forms) if form in words and found & set(range(at - 2, at + 2))}
    return frozenset(found | beside)
