"""Another word for the same actor or act: insurgents and militants, slammed and criticised, pullout and withdrawal.

Words of one family come first (``families``): a change of load is a shift, another word of the same load style. Words
of no family count where they are aligned or replace each other.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from attrs import evolve
from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons
from claimcompare.differences.described import described
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.families import (
    family_points,
    label_point,
    labelled,
    named_instead,
    no_labels,
    of_two_persons,
    one_word,
)
from claimcompare.differences.naming import said_of
from claimcompare.differences.runs import read_elsewhere, substitutions
from claimcompare.differences.speakers import group_of, main_attribution, may_be_one
from claimcompare.differences.view import SIDES, Point
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.runs import Substitution
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Link, Severity

_SETTINGS = lexicons.parameters("differences")["label"]
_LONGEST: int = _SETTINGS["longest"]
_KIN: float = _SETTINGS["kin"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]
_NARROW: int = _SETTINGS["narrow"]
_LEAST_LIKENESS_NARROW: float = _SETTINGS["least_likeness_narrow"]
_LEAST_LIKENESS_IN_PLACE: float = _SETTINGS["least_likeness_in_place"]
_SPELLING: float = _SETTINGS["spelling"]
_LINKED = frozenset({"related", "antonym", "phrase"})


def label(pair: Pair) -> Iterator[Point]:
    """The points on which two versions call the same thing by different words."""
    yield from said_of(pair)
    yield from described(pair)
    yield from family_points(pair)
    yield from _verbs_of_saying(pair)
    yield from named_instead(pair)
    for link in pair.links:
        if link.relation in _LINKED:
            yield from _linked(pair, link)
        elif link.relation == "context":
            yield from _in_one_place(pair, link)
    for one in substitutions(pair):
        if one.left and one.right:
            yield from _replaced(pair, one)


def _verbs_of_saying(pair: Pair) -> Iterator[Point]:
    """The same speaker said it here, and claimed, admitted or warned there."""
    left, right = (main_attribution(version) for version in pair.read)
    if left is None or right is None or not may_be_one(left, right):
        return
    groups = {group_of(left), group_of(right)}
    if len(groups) > 1 and groups & lexicons.words("loaded_sayings"):
        marks = (pair.mark(0, left.cue), pair.mark(1, right.cue))
        yield Point(kind="label", severity="shift", left=marks[0], right=marks[1], weight=emphasis("label", "saying"))


# ---------------------------------------------------------------- other words at the same point


def _linked(pair: Pair, link: Link) -> Iterator[Point]:
    left, right = pair.content
    content = any(left[at] for at in link.left) and any(right[at] for at in link.right)
    if no_labels(pair.read[0]) & {*link.left} or no_labels(pair.read[1]) & {*link.right}:
        return
    if _is_named(pair, 0, link.left) != _is_named(pair, 1, link.right):
        return
    if of_two_persons(pair, link.left, link.right):
        return
    if content and not _both_quoted(pair, link.left, link.right) and not _idle(pair, link.left, link.right):
        yield label_point(pair, link.left, link.right, "style", emphasis("label", "linked"))


def _in_one_place(pair: Pair, link: Link) -> Iterator[Point]:
    """Another word, like it in nothing, in the same place of versions that are near copies."""
    if pair.likeness < _LEAST_LIKENESS_IN_PLACE:
        return
    for side, indexes in zip(SIDES, (link.left, link.right), strict=True):
        told = not read_elsewhere(pair.read[side]).isdisjoint(indexes) or _is_named(pair, side, indexes)
        if told or not any(pair.content[side][at] for at in indexes):
            return
    if not _both_quoted(pair, link.left, link.right) and not _idle(pair, link.left, link.right):
        point = label_point(pair, link.left, link.right, "shift", emphasis("label", "replaced"))
        yield evolve(point, aspect="replaced")


def _is_named(pair: Pair, side: Side, indexes: Sequence[int]) -> bool:
    """Whether the words are part of a name."""
    return any(not set(indexes).isdisjoint(pair.indexes(side, name.span)) for name in pair.versions[side].names)


def _replaced(pair: Pair, one: Substitution) -> Iterator[Point]:
    if one.left.content + one.right.content > _LONGEST or _is_number(pair, one):
        return
    if any(_is_named(pair, side, one.side(side).indexes) for side in SIDES):
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
        yield evolve(label_point(pair, one.left.indexes, one.right.indexes, severity, weight), aspect="replaced")


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
    if len(left_stems) == len(right_stems) == 1 and one_word(left_stems[0], right_stems[0]):
        return True
    if DamerauLevenshtein.normalized_similarity(left_forms, right_forms) >= _SPELLING:
        return True
    known = [
        {(entry.family, entry.load) for entry in labelled(pair.read[side]) if set(entry.indexes) & set(indexes)}
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
