"""What a version calls somebody whom both name: "longtime lawyer Ann Doe", "attorney Ann Doe", "Ann Doe, a fixer"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.lexicons import parameters, words
from claimcompare.text.marks import LONG_DASHES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_PERSONS = ("person_nouns", "roles", "titles")
_LONGEST: int = parameters("differences")["described"]["longest"]
_APPOSED = LONG_DASHES | {","}


@frozen
class _Description:
    """Who is described, by the last word of the name in small letters, and the words that say what they are.

    Attributes:
        head: the index of the word for a person among them: "lawyer" of "his longtime lawyer".
    """

    who: str
    indexes: range
    head: int


def described(pair: Pair) -> Iterator[Point]:
    """The points on which two versions call one person by other words; one for each person."""
    rights = {one.who: one for one in reversed(_descriptions(pair.versions[1]))}
    told: set[str] = set()
    for left in _descriptions(pair.versions[0]):
        right = rights.get(left.who)
        if right is not None and left.who not in told and _in_other_words(pair, left, right):
            told.add(left.who)
            here, there = _own_words(pair, 0, left, right), _own_words(pair, 1, right, left)
            yield point("label", "style", pair.marks(here, there), "described")


def _own_words(pair: Pair, side: Side, one: _Description, other: _Description) -> range:
    """The words of a description from the first that the other version does not have elsewhere."""
    start = one.indexes.start
    while start < one.head and pair.partner(side, start) and not set(pair.partner(side, start)) & set(other.indexes):
        start += 1
    return range(start, one.head + 1)


def _in_other_words(pair: Pair, left: _Description, right: _Description) -> bool:
    """Whether the words for the person are two, and not forms of one, nor titles, which are of names."""
    here, there = pair.versions[0].forms[left.head], pair.versions[1].forms[right.head]
    stems = [
        {pair.versions[side].stems[at] for at in one.indexes} for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return not (
        here.startswith(there)
        or there.startswith(here)
        or stems[0] <= stems[1]
        or stems[1] <= stems[0]
        or {here, there} <= words("titles")
    )


@lru_cache(maxsize=KEPT)
def _descriptions(version: Version) -> tuple[_Description, ...]:
    """How a version describes the people whom it names, before the name or after it."""
    found = []
    for name in version.features.names:
        place = version.indexes(name.span)
        for run in (_before(version, place.start), _behind(version, place.stop)) if place else ():
            head = next((at for at in reversed(run) if version.forms[at] in words(*_PERSONS)), None)
            if head is not None:
                found.append(_Description(name.words[-1].casefold(), range(run.start, head + 1), head))
    return tuple(found)


def _before(version: Version, name: int) -> range:
    """The words of content right before a name, back to a stop, a small word or one of reporting.

    Empty where the last of them is no word for a person.
    """
    start = name
    while start > 0 and name - start < _LONGEST and not version.gaps[start] and _describes(version, start - 1):
        start -= 1
    return range(start, name) if start < name and version.form(name - 1) in words(*_PERSONS) else range(0)


def _behind(version: Version, end: int) -> range:
    """The words of content after a name and a comma or dash, up to the first small word."""
    if end >= len(version.forms) or version.gaps[end] not in _APPOSED:
        return range(0)
    start = stop = end if version.content[end] else end + 1
    last = min(len(version.forms), start + _LONGEST)
    while stop < last and _describes(version, stop) and (stop == start or not version.gaps[stop]):
        stop += 1
    return range(start, stop)


def _describes(version: Version, at: int) -> bool:
    return version.content[at] and version.forms[at] not in words("reporting_words")
