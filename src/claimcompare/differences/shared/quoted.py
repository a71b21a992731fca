"""What two versions have in quotation marks, and which of it is one quotation."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.pairing import MOST_COMPARED
from claimcompare.differences.shared.view import SIDES
from claimcompare.text.marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["quotation"]
_LEAST_SHARED: int = _SETTINGS["least_shared"]
_SAME_SHARE: float = _SETTINGS["same_share"]
_LONGEST_TITLE: int = _SETTINGS["longest_title"]
_BEFORE_SPEECH = (",", ":", ".", "!", "?")


@frozen(eq=False)
class Quoted:
    """A quotation as far as the claim has it: its token indexes."""

    indexes: range


@lru_cache(maxsize=1)
def quoted_alike(pair: Pair) -> tuple[tuple[float, range, range], ...]:
    """Quotations of the two sides that share words: how much they share, 0..1, and their tokens."""
    found = same_quotations(pair, *(quoted_speech(pair, side) for side in SIDES))
    return tuple((likeness_of(pair, left, right), left.indexes, right.indexes) for left, right in found)


def quoted_speech(pair: Pair, side: Side) -> list[Quoted]:
    """What stands in quotation marks in one version, without titles and nicknames; of very much of it the first."""
    found = (pair.indexes(side, one.span) for one in pair.features[side].quotations[:MOST_COMPARED])
    return [Quoted(indexes) for indexes in found if indexes and not _is_title(pair, side, indexes)]


def _is_title(pair: Pair, side: Side, indexes: range) -> bool:
    """Whether the marks are those of a title or a nickname: a few words with capitals, and not speech."""
    content = [at for at in indexes if pair.content[side][at]]
    capitals = all(pair.tokens(side)[at].form[0].isupper() for at in content)
    before = pair.versions[side].gaps[indexes[0]].rstrip(QUOTATION_MARKS).rstrip()
    speech = not indexes[0] or before.endswith(_BEFORE_SPEECH)
    return 0 < len(content) <= _LONGEST_TITLE and capitals and not speech


def same_quotations(pair: Pair, lefts: Sequence[Quoted], rights: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Quotations of the two sides that share words, those that share most of theirs first, each once."""
    shared = [(likeness_of(pair, left, right), left, right) for left in lefts for right in rights]
    used: list[Quoted] = []
    for likeness, left, right in sorted(shared, key=lambda one: (-one[0], one[1].indexes[0] + one[2].indexes[0])):
        if likeness and left not in used and right not in used:
            used += [left, right]
            yield left, right


def likeness_of(pair: Pair, left: Quoted, right: Quoted) -> float:
    """The share of the words of both that correspond; 0 where these are few, or but a word of grammar."""
    common = sorted(pair.reached(0, left.indexes) & set(right.indexes))
    content = [
        sum(pair.content[side][at] for at in one.indexes) for side, one in zip(SIDES, (left, right), strict=True)
    ]
    shared = sum(pair.content[1][at] for at in common)
    if (not shared and len(common) < _LEAST_SHARED) or shared < _SAME_SHARE * min(content):
        return 0.0
    return 2 * len(common) / (len(left.indexes) + len(right.indexes))
