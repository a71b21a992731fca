"""Words of one family, with the load that each carries: insurgents, militants, terrorists.

The families stand in ``lexicons/labels.tsv``. Words of one family are told wherever they stand, if they are aligned or
neither is aligned with something else; an actor's label may also be told beside its name.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen
from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.runs import substitutions
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import OTHER, SIDES, Point
from claimcompare.lexicons.relations import relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Name, Severity

_SETTINGS = lexicons.parameters("differences")["label"]
_LONGEST_NAMED: int = _SETTINGS["longest_named"]
_SPELLING: float = _SETTINGS["spelling"]
_LEAST_BASE: int = _SETTINGS["least_base"]
_LONGEST_ENDING: int = _SETTINGS["longest_ending"]
_FORMS = frozenset({"inflection", "derivation"})


@frozen
class Labelled:
    """Words of a family in one version."""

    indexes: tuple[int, ...]
    family: str
    load: str


@cache
def _words() -> dict[tuple[str, ...], tuple[tuple[str, str], ...]]:
    found: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for family, load, words in lexicons.table("labels"):
        for word in words.split(", "):
            found.setdefault(tuple(word.split()), []).append((family, load))
    return {words: tuple(entries) for words, entries in found.items()}


@cache
def _first_words() -> dict[str, int]:
    """For each first word of an entry, the most words of an entry that begins so."""
    longest: dict[str, int] = {}
    for words in _words():
        longest[words[0]] = max(len(words), longest.get(words[0], 0))
    return longest


@lru_cache(maxsize=KEPT)
def labelled(version: Version) -> list[Labelled]:
    """The words of a version that are of a family, from the left."""
    forms, inside = version.forms, no_labels(version)
    found = []
    for at, form in enumerate(forms):
        for length in range(min(_first_words().get(form, 0), len(forms) - at), 0, -1):
            entries = _words().get(forms[at : at + length])
            if entries and not inside.issuperset(range(at, at + length)):
                found += [Labelled(tuple(range(at, at + length)), *entry) for entry in entries]
                break
    return found


@lru_cache(maxsize=KEPT)
def no_labels(version: Version) -> frozenset[int]:
    """The tokens of names of several words, offices and dates: a Secretary of State states nothing by his name."""
    names = (version.indexes(one.span) for one in version.features.names if len(one.words) > 1)
    dates = (version.indexes(one.span) for one in version.features.dates)
    return version.offices | {at for place in (*names, *dates) for at in place}


def family_points(pair: Pair) -> Iterator[Point]:
    """The points at which two versions have different words of one family."""
    rights: dict[str, list[Labelled]] = {}
    for right in labelled(pair.read[1]):
        rights.setdefault(right.family, []).append(right)
    for left in labelled(pair.read[0]):
        for right in rights.get(left.family, ()):
            if _differ(pair, left, right) and _meet(pair, left, right):
                severity: Severity = "shift" if left.load != right.load else "style"
                if severity == "style" and left.family in lexicons.words("everyday_families"):
                    break
                yield label_point(pair, left.indexes, right.indexes, severity, emphasis("label", severity))
                break


def _differ(pair: Pair, left: Labelled, right: Labelled) -> bool:
    """Whether the words are other words, and not forms of one or derived from each other."""
    stems = [[pair.tokens(side)[at].stem for at in one.indexes] for side, one in zip(SIDES, (left, right), strict=True)]
    if stems[0] == stems[1] or one_word(stems[0][0], stems[1][0]):
        return False
    if of_two_persons(pair, left.indexes, right.indexes):
        return False
    forms = [
        " ".join(pair.read[side].forms[at] for at in one.indexes)
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return DamerauLevenshtein.normalized_similarity(*forms) < _SPELLING


def one_word(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, or one is derived from the other: threat and threaten."""
    short, long = sorted((one, other), key=len)
    ending = len(short) >= _LEAST_BASE and len(long) - len(short) <= _LONGEST_ENDING and long.startswith(short)
    return ending or relation(one, other) in _FORMS


def of_two_persons(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether the words are the titles of two persons: "President Doe" and "Chairman Roe"."""
    here, there = (
        {name.words[-1] for at in indexes if (name := _titled(pair.read[side]).get(at))}
        for side, indexes in zip(SIDES, (left, right), strict=True)
    )
    return bool(here and there and not here & there)


@lru_cache(maxsize=KEPT)
def _titled(version: Version) -> dict[int, Name]:
    """For each token of a title the name that it stands before."""
    found: dict[int, Name] = {}
    for name in version.features.names:
        first = version.indexes(name.span).start
        length = len((name.title or "").split())
        found.update(dict.fromkeys(range(max(0, first - length), first), name))
    return found


def _meet(pair: Pair, left: Labelled, right: Labelled) -> bool:
    """Whether the two are aligned, or neither is aligned with something else: one family tells enough then."""
    if set(left.indexes) <= pair.quoted[0] and set(right.indexes) <= pair.quoted[1]:
        return False
    reached = pair.reached(0, left.indexes)
    if reached & set(right.indexes):
        return True
    return not reached and not pair.reached(1, right.indexes)


def named_instead(pair: Pair) -> Iterator[Point]:
    """The actor has a label here and its name there: "insurgents" and "the Taliban"."""
    for side in SIDES:
        other = OTHER[side]
        names = [found for one in pair.versions[other].names if (found := pair.indexes(other, one.span))]
        for one in labelled(pair.read[side]):
            if one.family not in lexicons.words("actor_families"):
                continue
            stems = {pair.tokens(side)[at].stem for at in one.indexes}
            others = [found for found in names if not stems & {pair.tokens(other)[at].stem for at in found}]
            named = next((found for found in others if _in_its_place(pair, side, one.indexes, found)), None)
            if named is not None:
                left, right = (one.indexes, named) if side == 0 else (named, one.indexes)
                yield label_point(pair, left, right, "style", emphasis("label", "name"))


def _in_its_place(pair: Pair, side: Side, here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether the label is aligned with the name, or neither is aligned and they replace each other."""
    reached = pair.reached(side, here)
    if reached or pair.reached(OTHER[side], there):
        return bool(reached & set(there))
    return _only_name(pair, OTHER[side]) or any(
        here[0] in one.side(side).indexes
        and there[0] in one.side(OTHER[side]).indexes
        and one.left.content + one.right.content <= _LONGEST_NAMED
        for one in substitutions(pair)
    )


def _only_name(pair: Pair, side: Side) -> bool:
    """Whether one name of a version, and no more, has no partner; a country's is nobody's."""
    alone = [one for one in pair.versions[side].names if not pair.reached(side, pair.indexes(side, one.span))]
    return len(alone) == 1 and not any(word.casefold() in _countries() for word in alone[0].words)


@cache
def _countries() -> frozenset[str]:
    rows = lexicons.table("places")
    return frozenset(word for row in rows for cell in row for one in cell.split("|") for word in one.split())


def label_point(pair: Pair, left: Sequence[int], right: Sequence[int], severity: Severity, weight: float) -> Point:
    """The point at these tokens of both versions."""
    marks = (pair.mark(0, pair.span(0, left)), pair.mark(1, pair.span(1, right)))
    return Point(kind="label", severity=severity, left=marks[0], right=marks[1], weight=weight)
