"""One quotation that several versions have is one: what is told of it in one of them is told of it in all.

Rules mark only those words of a quotation that another version has otherwise. Of the same words another pair may mark
more, and a third none; without this they would be readings apart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare.differences.readings.gathering import Found
from claimcompare.differences.shared.versions import version_of
from claimcompare.differences.shared.view import Mark
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Features


@frozen
class _Quotation:
    """The words of a quotation: its version, by number too, and its first token."""

    at: int
    version: Version
    first: int
    words: tuple[str, ...]

    def has(self, mark: Mark) -> bool:
        """Whether all words of a mark lie in it."""
        tokens = [at for span in mark.spans for at in self.version.indexes(span)]
        return bool(tokens) and self.first <= min(tokens) and max(tokens) < self.first + len(self.words)

    def copied(self, mark: Mark, other: _Quotation) -> Mark:
        """A mark in it at the same words of another one that has the same."""
        found = (self.version.indexes(span) for span in mark.spans)
        moved = ((words[0] - self.first + other.first, words[-1] - self.first + other.first) for words in found)
        tokens = other.version.features.tokens
        return Mark(tuple(Span(tokens[first].start, tokens[last].end) for first, last in moved), mark.parts)


def told_of_all(found: Sequence[Found], versions: Sequence[Features]) -> list[Found]:
    """The points of one kind, those of a quotation once more for each version that has the same quotation."""
    if not found or found[0].point.kind != "quotation":
        return list(found)
    quotations = [list(_quotations(at, version_of(version))) for at, version in enumerate(versions)]
    same: dict[tuple[str, ...], list[_Quotation]] = defaultdict(list)
    for one in (one for own in quotations for one in own):
        same[one.words].append(one)
    return list(dict.fromkeys(more for one in found for more in _told_again(one, quotations, same)))


def _quotations(at: int, version: Version) -> Iterator[_Quotation]:
    for one in version.features.quotations:
        words = version.indexes(one.span)
        if words:
            yield _Quotation(at, version, words.start, version.forms[words.start : words.stop])


def _told_again(
    found: Found, quotations: Sequence[Sequence[_Quotation]], same: Mapping[tuple[str, ...], Sequence[_Quotation]]
) -> Iterator[Found]:
    """The point, and the same with another version in the place of either."""
    yield found
    point = found.point
    left, right = (next((one for one in quotations[at] if one.has(mark)), None) for at, mark in found.marks())
    if left and right and left.words == right.words:
        return  # it is of how one quotation is written here and there
    for at, mark in _copies(left, point.left, same):
        yield Found(at, found.right, evolve(point, left=mark))
    for at, mark in _copies(right, point.right, same):
        yield Found(found.left, at, evolve(point, right=mark))


def _copies(
    quotation: _Quotation | None, mark: Mark, same: Mapping[tuple[str, ...], Sequence[_Quotation]]
) -> Iterator[tuple[int, Mark]]:
    """The mark in each version that has its quotation, none where it is in no quotation."""
    if quotation is not None:
        yield from ((other.at, quotation.copied(mark, other)) for other in same[quotation.words])
