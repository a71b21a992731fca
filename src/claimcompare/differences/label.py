"""Another word for the same actor or act: insurgents and militants, slammed and criticised, pullout and withdrawal.

Words of one family (``lexicons/labels.tsv``) are compared wherever they stand at the same point or are aligned; a
change of load is a shift, another word of the same load style. Words of no family count where they replace each other.
"""

from __future__ import annotations

from functools import cache, lru_cache, partial
from typing import TYPE_CHECKING

from attrs import evolve, frozen
from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons
from claimcompare.differences.described import described
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.naming import said_of
from claimcompare.differences.runs import read_elsewhere, substitutions
from claimcompare.differences.speakers import group_of, main_attribution, may_be_one
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import SIDES, Point
from claimcompare.lexicons.relations import related, relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.runs import Substitution
    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Link, Name, Severity

_SETTINGS = lexicons.parameters("differences")["label"]
_LONGEST: int = _SETTINGS["longest"]
_LONGEST_NAMED: int = _SETTINGS["longest_named"]
_KIN: float = _SETTINGS["kin"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_NARROW: int = _SETTINGS["narrow"]
_LEAST_LIKENESS_NARROW: float = _SETTINGS["least_likeness_narrow"]
_LEAST_LIKENESS_IN_PLACE: float = _SETTINGS["least_likeness_in_place"]
_SPELLING: float = _SETTINGS["spelling"]
_LEAST_BASE: int = _SETTINGS["least_base"]
_LONGEST_ENDING: int = _SETTINGS["longest_ending"]
_FORMS = frozenset({"inflection", "derivation"})
_LINKED = frozenset({"related", "antonym", "phrase"})


@frozen
class _Labelled:
    """Words of a family in one version."""

    indexes: tuple[int, ...]
    family: str
    load: str


def label(pair: Pair) -> Iterator[Point]:
    """The points on which two versions call the same thing by different words."""
    yield from said_of(pair)
    yield from described(pair)
    yield from _families(pair)
    yield from _verbs_of_saying(pair)
    yield from _named_instead(pair)
    for link in pair.links:
        if link.relation in _LINKED:
            yield from _linked(pair, link)
        elif link.relation == "context":
            yield from _in_one_place(pair, link)
    for one in substitutions(pair):
        if one.left and one.right:
            yield from _replaced(pair, one)


# ---------------------------------------------------------------- words of one family


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
def _labelled(version: Version) -> list[_Labelled]:
    forms, inside = version.forms, _no_labels(version)
    found = []
    for at, form in enumerate(forms):
        for length in range(min(_first_words().get(form, 0), len(forms) - at), 0, -1):
            entries = _words().get(forms[at : at + length])
            if entries and not inside.issuperset(range(at, at + length)):
                found += [_Labelled(tuple(range(at, at + length)), *entry) for entry in entries]
                break
    return found


@lru_cache(maxsize=KEPT)
def _no_labels(version: Version) -> frozenset[int]:
    """The tokens of names of several words, offices and dates: a Secretary of State states nothing by his name."""
    names = (version.indexes(one.span) for one in version.features.names if len(one.words) > 1)
    dates = (version.indexes(one.span) for one in version.features.dates)
    return version.offices | {at for place in (*names, *dates) for at in place}


def _families(pair: Pair) -> Iterator[Point]:
    rights: dict[str, list[_Labelled]] = {}
    for right in _labelled(pair.read[1]):
        rights.setdefault(right.family, []).append(right)
    for left in _labelled(pair.read[0]):
        for right in rights.get(left.family, ()):
            if _differ(pair, left, right) and _meet(pair, left, right):
                severity: Severity = "shift" if left.load != right.load else "style"
                if severity == "style" and left.family in lexicons.words("everyday_families"):
                    break
                yield _point(pair, left.indexes, right.indexes, severity, emphasis("label", severity))
                break


def _differ(pair: Pair, left: _Labelled, right: _Labelled) -> bool:
    """Whether the words are other words, and not forms of one or derived from each other."""
    stems = [[pair.tokens(side)[at].stem for at in one.indexes] for side, one in zip(SIDES, (left, right), strict=True)]
    if stems[0] == stems[1] or _one_word(stems[0][0], stems[1][0]):
        return False
    if _of_two_persons(pair, left.indexes, right.indexes):
        return False
    forms = [
        " ".join(pair.read[side].forms[at] for at in one.indexes)
        for side, one in zip(SIDES, (left, right), strict=True)
    ]
    return DamerauLevenshtein.normalized_similarity(*forms) < _SPELLING


def _one_word(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, or one is derived from the other: threat and threaten."""
    short, long = sorted((one, other), key=len)
    ending = len(short) >= _LEAST_BASE and len(long) - len(short) <= _LONGEST_ENDING and long.startswith(short)
    return ending or relation(one, other) in _FORMS


def _of_two_persons(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
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


def _meet(pair: Pair, left: _Labelled, right: _Labelled) -> bool:
    """Whether the two are aligned, or neither is aligned with something else: one family tells enough then."""
    if set(left.indexes) <= pair.quoted[0] and set(right.indexes) <= pair.quoted[1]:
        return False
    reached = pair.reached(0, left.indexes)
    if reached & set(right.indexes):
        return True
    return not reached and not pair.reached(1, right.indexes)


def _verbs_of_saying(pair: Pair) -> Iterator[Point]:
    """The same speaker said it here, and claimed, admitted or warned there."""
    left, right = (main_attribution(version) for version in pair.read)
    if left is None or right is None or not may_be_one(left, right):
        return
    groups = {group_of(left), group_of(right)}
    if len(groups) > 1 and groups & lexicons.words("loaded_sayings"):
        marks = (pair.mark(0, left.cue), pair.mark(1, right.cue))
        yield Point(kind="label", severity="shift", left=marks[0], right=marks[1], weight=emphasis("label", "saying"))


def _named_instead(pair: Pair) -> Iterator[Point]:
    """The actor has a label here and its name there: "insurgents" and "the Taliban"."""
    for side in SIDES:
        other = _other(side)
        names = [found for one in pair.versions[other].names if (found := pair.indexes(other, one.span))]
        for one in _labelled(pair.read[side]):
            if one.family not in lexicons.words("actor_families"):
                continue
            stems = {pair.tokens(side)[at].stem for at in one.indexes}
            others = [found for found in names if not stems & {pair.tokens(other)[at].stem for at in found}]
            named = next((found for found in others if _in_its_place(pair, side, one.indexes, found)), None)
            if named is not None:
                left, right = (one.indexes, named) if side == 0 else (named, one.indexes)
                yield _point(pair, left, right, "style", emphasis("label", "name"))


def _other(side: Side) -> Side:
    return 0 if side else 1


def _in_its_place(pair: Pair, side: Side, here: Sequence[int], there: Sequence[int]) -> bool:
    """Whether the label is aligned with the name, or neither is aligned and they replace each other."""
    reached = pair.reached(side, here)
    if reached or pair.reached(_other(side), there):
        return bool(reached & set(there))
    return _only_name(pair, _other(side)) or any(
        here[0] in one.side(side).indexes
        and there[0] in one.side(_other(side)).indexes
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


# ---------------------------------------------------------------- other words at the same point


def _linked(pair: Pair, link: Link) -> Iterator[Point]:
    left, right = pair.content
    content = any(left[at] for at in link.left) and any(right[at] for at in link.right)
    if _no_labels(pair.read[0]) & {*link.left} or _no_labels(pair.read[1]) & {*link.right}:
        return
    if _is_named(pair, 0, link.left) != _is_named(pair, 1, link.right):
        return
    if _of_two_persons(pair, link.left, link.right):
        return
    if content and not _both_quoted(pair, link.left, link.right) and not _idle(pair, link.left, link.right):
        yield _point(pair, link.left, link.right, "style", emphasis("label", "linked"))


def _in_one_place(pair: Pair, link: Link) -> Iterator[Point]:
    """Another word, like it in nothing, in the same place of versions that are near copies."""
    if pair.likeness < _LEAST_LIKENESS_IN_PLACE:
        return
    for side, indexes in zip(SIDES, (link.left, link.right), strict=True):
        told = not read_elsewhere(pair.read[side]).isdisjoint(indexes) or _is_named(pair, side, indexes)
        if told or not any(pair.content[side][at] for at in indexes):
            return
    if not _both_quoted(pair, link.left, link.right) and not _idle(pair, link.left, link.right):
        yield evolve(_point(pair, link.left, link.right, "shift", emphasis("label", "replaced")), aspect="replaced")


def _is_named(pair: Pair, side: Side, indexes: Sequence[int]) -> bool:
    """Whether the words are part of a name."""
    return any(not set(indexes).isdisjoint(pair.indexes(side, name.span)) for name in pair.versions[side].names)


def _replaced(pair: Pair, one: Substitution) -> Iterator[Point]:
    if one.left.content + one.right.content > _LONGEST or _is_number(pair, one) or _is_name(pair, one):
        return
    if not _both_quoted(pair, one.left.indexes, one.right.indexes) and not _idle(
        pair, one.left.indexes, one.right.indexes
    ):
        kinship = max(
            related(pair.tokens(0)[left].stem, pair.tokens(1)[right].stem)
            for left in one.left.indexes
            for right in one.right.indexes
        )
        least = _LEAST_LIKENESS if one.width > _NARROW else _LEAST_LIKENESS_NARROW
        if kinship < _KIN and pair.likeness < least:
            return
        told = partial(emphasis, "label")
        weight = told("replaced") + told("replaced_likeness") * pair.likeness + told("replaced_kin") * (kinship >= _KIN)
        severity: Severity = "style" if kinship >= _KIN else "shift"
        # Words of no family are never put beside those of one: each pair of versions has its own words in that place.
        yield evolve(_point(pair, one.left.indexes, one.right.indexes, severity, weight), aspect="replaced")


def _is_name(pair: Pair, one: Substitution) -> bool:
    """Whether one side has a name there, or part of one, which is no label for what the other has."""
    return any(
        not set(one.side(side).indexes).isdisjoint(pair.indexes(side, name.span))
        for side in SIDES
        for name in pair.versions[side].names
    )


def _is_number(pair: Pair, one: Substitution) -> bool:
    """Whether all that one side says there is a number, which is no label."""
    for side in SIDES:
        content = {at for at in one.side(side).indexes if pair.content[side][at]}
        counted = {at for found in pair.versions[side].quantities for at in pair.indexes(side, found.span)}
        if content and content <= counted:
            return True
    return False


def _idle(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether the words are forms or spellings of one word, one more than the other, or everyday ones: said, stated."""
    (left_stems, left_forms), (right_stems, right_forms) = (
        _content_of(pair, side, indexes) for side, indexes in zip(SIDES, (left, right), strict=True)
    )
    if set(left_stems) <= set(right_stems) or set(right_stems) <= set(left_stems):
        return True
    if len(left_stems) == len(right_stems) == 1 and _one_word(left_stems[0], right_stems[0]):
        return True
    if DamerauLevenshtein.normalized_similarity(left_forms, right_forms) >= _SPELLING:
        return True
    known = [
        {(entry.family, entry.load) for entry in _labelled(pair.read[side]) if set(entry.indexes) & set(indexes)}
        for side, indexes in zip(SIDES, (left, right), strict=True)
    ]
    return any(family in lexicons.words("everyday_families") for family, _ in known[0] & known[1])


def _content_of(pair: Pair, side: Side, indexes: Sequence[int]) -> tuple[list[str], str]:
    """The stems and the forms of the words of content, titles left out."""
    titles = lexicons.words("titles")
    content = [at for at in indexes if pair.content[side][at] and pair.read[side].forms[at] not in titles]
    return [pair.tokens(side)[at].stem for at in content], " ".join(pair.read[side].forms[at] for at in content)


def _both_quoted(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    return set(left) <= pair.quoted[0] and set(right) <= pair.quoted[1]


def _point(pair: Pair, left: Sequence[int], right: Sequence[int], severity: Severity, weight: float) -> Point:
    marks = (pair.mark(0, pair.span(0, left)), pair.mark(1, pair.span(1, right)))
    return Point(kind="label", severity=severity, left=marks[0], right=marks[1], weight=weight)
