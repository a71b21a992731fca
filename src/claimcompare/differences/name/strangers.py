"""Somebody who is named in one version and whom the other calls a man, a resident, a former employee."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.name.frames import is_framed
from claimcompare.differences.name.homes import age_words
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import OTHER, Point, left_first
from claimcompare.differences.shared.who.nameforms import FULL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name, Severity

_SETTINGS = lexicons.parameters("differences")["names"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_LONGEST: int = _SETTINGS["longest_nameless"]
_PERSONS = ("person_nouns", "roles")


def strangers(pair: Pair, side: Side) -> Iterator[Point]:
    """The persons whom ``side`` names and the other version does not, at the same point."""
    other = OTHER[side]
    unnamed = list(_strangers(pair.versions[other])) if pair.likeness >= _LEAST_LIKENESS else []
    for name in _persons(pair.versions[side]) if unnamed else ():
        there = next((one for one in unnamed if _one_point(pair, side, name, one)), None)
        if there is None or pair.reached(side, name) & pair.versions[other].named:
            continue
        unnamed.remove(there)
        known = pair.versions[other].forms[there.start] == "the"  # and may be named elsewhere in that report
        severity: Severity = "style" if known else "shift"
        yield point("name", severity, pair.marks(*left_first(side, name, there)), "unnamed")


@lru_cache(maxsize=KEPT)
def _persons(version: Version) -> tuple[range, ...]:
    """Where the full names of persons are."""
    places = ((one, version.indexes(one.span)) for one in version.features.names if len(one.words) >= FULL)
    return tuple(place for one, place in places if place and _is_person(version, one, place))


def _is_person(version: Version, name: Name, place: range) -> bool:
    """Whether a title, an age, a first name or a "who" says that it is a person."""
    if name.title or name.words[0].casefold() in lexicons.cells("first_names"):
        return True
    return version.forms[place.stop : place.stop + 1] == ("who",) or place.stop in age_words(version)


@lru_cache(maxsize=KEPT)
def _strangers(version: Version) -> tuple[range, ...]:
    """Where somebody is spoken of without a name: "a former employee", "the witness"."""
    openers = lexicons.words("articles", "indefinite_words")
    opened = (at for at, form in enumerate(version.forms) if form in openers)
    return tuple(range(at, end) for at in opened if (end := _stranger_end(version, at)))


def _stranger_end(version: Version, article: int) -> int | None:
    """Where the words for a person end that an article opens; None where they are of a name, or for something else."""
    last = min(len(version.forms), article + 1 + _LONGEST)
    for at in range(article + 1, last):
        if version.gaps[at].strip("-‐‑") or not version.content[at] or at in version.named:
            return None
        end = at + 1
        persons = lexicons.words(*_PERSONS)
        if version.forms[at] in persons and persons.isdisjoint(version.forms[end : end + 1]):
            return None if end in version.named and not version.gaps[end] else end
    return None


def _one_point(pair: Pair, side: Side, name: range, there: range) -> bool:
    """Whether the same word is before or after both: "killing Ann Doe, 40", "killed a driver who"."""
    name, there = _wide(pair.versions[side], name), _wide(pair.versions[OTHER[side]], there)
    return is_framed(pair, *left_first(side, name, there))


def _wide(version: Version, place: range) -> range:
    """The words with an age or a "who" after them."""
    stop = place.stop
    while stop < len(version.forms) and (stop in age_words(version) or version.forms[stop] == "who"):
        stop += 1
    return range(place.start, stop)
