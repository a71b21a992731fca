"""What a rule looks at: two versions of a claim, word by word, and where they part.

A rule takes a ``Pair`` and gives ``Point``s. Every token has its partners on the other side; between the words that
both versions share in the same order lie ``Slot``s, where one has words that the other lacks or words differently.
"""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, TypeVar

from attrs import define, frozen

from claimcompare.records import Span
from claimcompare.text.marks import LONG_DASHES

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Features, Kind, Link, Relation, Severity, Token

Side = Literal[0, 1]
ABSENT = "absent"
_JOINT = " … "
_CLAUSE_MARKS = LONG_DASHES | {",", ";", ":"}
SIDES: tuple[Side, Side] = (0, 1)
OTHER: tuple[Side, Side] = (1, 0)  # of each side
Thing = TypeVar("Thing")
_SHARED: frozenset[Relation] = frozenset({"same", "stem", "spelling", "abbreviation", "number"})


def left_first(side: Side, own: Thing, other: Thing) -> tuple[Thing, Thing]:
    """What belongs to ``side`` and what belongs to the other one, the left first."""
    return (other, own) if side else (own, other)


@frozen
class Mark:
    """What one version has at one point.

    Attributes:
        spans: where it is, in one stretch or several.
        parts: in normal form, a part for each stretch, or one for all.
    """

    spans: tuple[Span, ...]
    parts: tuple[str, ...]

    @property
    def value(self) -> str:
        """The normal form of all of it."""
        return _JOINT.join(self.parts)

    @property
    def absent(self) -> bool:
        """Whether the version lacks the point."""
        return not any(self.spans)  # a report may well have the word "absent"

    def touches(self, span: Span) -> bool:
        """Whether some of its words lie in ``span``."""
        return not self.absent and any(one.start < span.end and span.start < one.end for one in self.spans)

    def meets(self, other: Mark) -> bool:
        """Whether both have some words in common."""
        return any(other.touches(span) for span in self.spans)


@frozen(kw_only=True)
class Point:
    """One point on which two versions differ.

    Attributes:
        weight: how much a reader would miss it.
        aspect: points of one kind and of other aspects are never one difference.
    """

    kind: Kind
    severity: Severity
    left: Mark
    right: Mark
    weight: float
    note: str | None = None
    aspect: str = ""


@frozen
class Slot:
    """Token indexes of each side between two shared words; one of them may be empty."""

    left: range
    right: range

    def side(self, side: Side) -> range:
        """The indexes of one side."""
        return self.right if side else self.left


@define(kw_only=True, eq=False, slots=False)
class Pair:
    """Two versions and their alignment, seen from both sides.

    Attributes:
        versions: left and right.
        links: which words correspond.
        published: the days of their reports.
        said: for each the stems of all versions that its report has in the cluster.
    """

    versions: tuple[Version, Version]
    links: tuple[Link, ...]
    published: tuple[datetime.date | None, datetime.date | None] = (None, None)
    said: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    # ------------------------------------------------------------ words

    @cached_property
    def features(self) -> tuple[Features, Features]:
        """What is known of left and right."""
        return self.versions[0].features, self.versions[1].features

    def each(self, left: Thing, right: Thing) -> tuple[tuple[Version, Thing], tuple[Version, Thing]]:
        """Both versions, each with what is of it."""
        return (self.versions[0], left), (self.versions[1], right)

    @cached_property
    def content(self) -> tuple[tuple[bool, ...], tuple[bool, ...]]:
        """For each word of each side, whether it says something of its own."""
        return self.versions[0].content, self.versions[1].content

    def tokens(self, side: Side) -> tuple[Token, ...]:
        """The tokens of one version."""
        return self.features[side].tokens

    @cached_property
    def partners(self) -> tuple[dict[int, Link], dict[int, Link]]:
        """For each side, the link of every aligned token."""
        found: tuple[dict[int, Link], dict[int, Link]] = ({}, {})
        for link in self.links:
            found[0].update(dict.fromkeys(link.left, link))
            found[1].update(dict.fromkeys(link.right, link))
        return found

    def partner(self, side: Side, index: int) -> tuple[int, ...]:
        """The tokens of the other side that token ``index`` corresponds to."""
        link = self.partners[side].get(index)
        return () if link is None else link.left if side else link.right

    def shares(self, side: Side, index: int) -> bool:
        """Whether token ``index`` corresponds to the same word, however it is spelt or inflected."""
        link = self.partners[side].get(index)
        return link is not None and link.relation in _SHARED

    def indexes(self, side: Side, span: Span) -> range:
        """The tokens of one version that lie in ``span``."""
        return self.versions[side].indexes(span)

    def reached(self, side: Side, indexes: Iterable[int]) -> set[int]:
        """The tokens of the other side that correspond to any of ``indexes``."""
        return {other for index in indexes for other in self.partner(side, index)}

    def span(self, side: Side, indexes: Sequence[int]) -> Span:
        """From the first to the last of ``indexes``, in the report."""
        tokens = self.tokens(side)
        return Span(tokens[indexes[0]].start, tokens[indexes[-1]].end)

    def words(self, side: Side, span: Span) -> str:
        """The words at ``span``, as far as the claim has them."""
        claim = self.features[side].claim
        start, end = max(span.start, claim.span.start), min(span.end, claim.span.end)
        return " ".join(claim.text[start - claim.span.start : end - claim.span.start].split()) if start < end else ""

    def mark(self, side: Side, span: Span, value: str | None = None) -> Mark:
        """A mark at ``span``; its value is the words unless given."""
        return Mark((span,), (value if value is not None else self.words(side, span).casefold(),))

    def marks(self, left: Sequence[int], right: Sequence[int]) -> tuple[Mark, Mark]:
        """Marks from the first to the last of some words of either version."""
        return self.mark(0, self.span(0, left)), self.mark(1, self.span(1, right))

    def absent(self, side: Side) -> Mark:
        """The mark of a version that lacks something."""
        start = self.features[side].claim.span.start
        return Mark((Span(start, start),), (ABSENT,))

    # ------------------------------------------------------------ where they part

    @cached_property
    def anchors(self) -> tuple[tuple[int, int], ...]:
        """The longest chain of shared words in the same order, as (left, right) indexes."""
        shared = [
            (link.left[0], link.right[0])
            for link in self.links
            if link.relation in _SHARED and len(link.left) == len(link.right) == 1
        ]
        return longest_chain(sorted(shared))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """What lies between the anchors, from the start to the end, empty ones left out."""
        ends = (*self.anchors, (len(self.tokens(0)), len(self.tokens(1))))
        found, left, right = [], 0, 0
        for next_left, next_right in ends:
            if next_left > left or next_right > right:
                found.append(Slot(range(left, next_left), range(right, next_right)))
            left, right = next_left + 1, next_right + 1
        return tuple(found)

    def one_slot(self, left: range, right: range) -> bool:
        """Whether words of both are between the same two shared words."""
        return any(
            slot.left.start < left.stop
            and left.start < slot.left.stop
            and slot.right.start < right.stop
            and right.start < slot.right.stop
            for slot in self.slots
        )

    @cached_property
    def likeness(self) -> float:
        """The share of the content words, of both sides together, that are shared: 1.0 for word-by-word copies."""
        total = shared = 0
        for side in SIDES:
            partners = self.partners[side]
            for index, content in enumerate(self.content[side]):
                if content:
                    total += 1
                    link = partners.get(index)
                    shared += link is not None and (link.relation in _SHARED or self._in_phrase(side, index))
        return shared / total if total else 0.0

    def _in_phrase(self, side: Side, index: int) -> bool:
        """Whether the phrase that a word corresponds to has the word itself: "stopped" in "failed to stop"."""
        own, there = self.versions[side].stems[index], self.versions[OTHER[side]].stems
        return any(there[at] == own for at in self.partner(side, index))

    def near(self, side: Side, indexes: Sequence[int], reach: int = 4, most: int = 2) -> list[int]:
        """The content words next to ``indexes`` in the same clause: at most ``most`` a side, within ``reach`` words."""
        before = range(indexes[0] - 1, max(-1, indexes[0] - 1 - reach), -1)
        after = range(indexes[-1] + 1, min(len(self.tokens(side)), indexes[-1] + 1 + reach))
        return [*self._beside(side, before, 1, most), *self._beside(side, after, 0, most)]

    def before(self, side: Side, indexes: Sequence[int], reach: int) -> list[int]:
        """The content words before ``indexes`` in the same clause, the nearest first, within ``reach`` words."""
        return self._beside(side, range(indexes[0] - 1, max(-1, indexes[0] - 1 - reach), -1), 1, reach)

    def _beside(self, side: Side, ahead: range, gap: int, most: int) -> list[int]:
        """The first content words of ``ahead``, up to the end of a clause; ``gap`` is 1 where the way leads back."""
        content, gaps = self.content[side], self.versions[side].gaps
        found: list[int] = []
        for at in ahead:
            if gaps[at + gap] in _CLAUSE_MARKS or len(found) == most:
                break
            if content[at]:
                found.append(at)
        return found

    def has_all_else(self, side: Side) -> bool:
        """Whether one side has each word of content of the other, so that its own words are all that parts the two."""
        other = OTHER[side]
        return all(self.shares(other, at) for at, content in enumerate(self.content[other]) if content)

    @cached_property
    def common(self) -> tuple[int, ...]:
        """The words of content of the left version that the right one has as well, in some form."""
        return tuple(at for at, content in enumerate(self.content[0]) if content and self.shares(0, at))

    # ------------------------------------------------------------ quotations

    @cached_property
    def quoted(self) -> tuple[frozenset[int], frozenset[int]]:
        """The tokens of each side that are in quotation marks."""
        return self.versions[0].quoted, self.versions[1].quoted


def longest_chain(pairs: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """The longest part of ``pairs``, sorted by their first, that ascends in both."""
    if all(one[0] < other[0] and one[1] < other[1] for one, other in pairwise(pairs)):
        return tuple(pairs)
    best: list[int] = []
    back: list[int] = []
    for at, (left, right) in enumerate(pairs):
        length, before = 1, -1
        for earlier in range(at):
            if pairs[earlier][0] < left and pairs[earlier][1] < right and best[earlier] >= length:
                length, before = best[earlier] + 1, earlier
        best.append(length)
        back.append(before)
    chain: list[tuple[int, int]] = []
    at = best.index(max(best)) if best else -1
    while at >= 0:
        chain.append(pairs[at])
        at = back[at]
    return tuple(reversed(chain))
