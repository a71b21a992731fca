"""Which words of a cluster's claims differ, cut into pieces that a format can draw.

A mention may be outside its claim, in the sentence around it (who says a clause often does), so what is shown of a
claim is the claim and, after an ellipsis, such words.
"""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.records import SEVERITIES, Claim, Difference, Kind, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LONGEST_MARK = 2  # characters: a quotation mark, with a blank or another mark


@frozen
class Mark:
    """Words that have one reading of a difference; ``difference`` and ``reading`` count from 0."""

    span: Span
    kind: Kind
    severity: Severity
    difference: int
    reading: int


@frozen
class Piece:
    """Words with the same marks, weightiest first. A piece without a span is an ellipsis."""

    text: str
    span: Span | None = None
    marks: tuple[Mark, ...] = ()

    @property
    def severity(self) -> Severity | None:
        """That of the weightiest mark."""
        return self.marks[0].severity if self.marks else None


def marks_by_claim(differences: Iterable[Difference]) -> dict[str, tuple[Mark, ...]]:
    """For each claim that a difference mentions, its marks; a reading without words has none."""
    found: dict[str, list[Mark]] = {}
    for number, difference in enumerate(differences):
        for version, (reading, severity) in enumerate(zip(difference.readings, difference.severities, strict=True)):
            for mention in reading.mentions:
                if mention.is_told:
                    mark = Mark(mention.span, difference.kind, severity, number, version)
                    found.setdefault(mention.claim, []).append(mark)
    return {claim: tuple(sorted(marks, key=_weight)) for claim, marks in found.items()}


def pieces_of(text: str, span: Span, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """``text`` at ``span``, cut wherever a mark starts or ends."""
    inside = [mark for mark in marks if mark.span.overlap(span)]
    edges = {span.start, span.end}
    for mark in inside:
        edges |= {max(mark.span.start, span.start), min(mark.span.end, span.end)}
    cuts = sorted(edges)
    return tuple(
        Piece(text[start:end], Span(start, end), tuple(mark for mark in inside if mark.span.overlap(Span(start, end))))
        for start, end in pairwise(cuts)
    )


def claim_pieces(text: str, claim: Claim, marks: Sequence[Mark]) -> tuple[Piece, ...]:
    """What is shown of a claim: its words and those marked in its sentence, with an ellipsis for what is left out."""
    shown = _merged([claim.span, *(mark.span for mark in marks if claim.sentence.covers(mark.span))])
    pieces: list[Piece] = []
    if starts_late(claim, shown[0].start):
        pieces.append(Piece("… "))
    for number, span in enumerate(shown):
        pieces += [Piece(" … ")] if number else []
        pieces += pieces_of(text, span, marks)
    if shown[-1].end < claim.sentence.end and text[shown[-1].end : claim.sentence.end].strip(" .,;:!?\"'”’"):
        pieces.append(Piece(" …"))
    return tuple(pieces)


def starts_late(claim: Claim, start: int) -> bool:
    """Whether words of its sentence are left out where a claim is shown from ``start`` on, and not a mark alone."""
    return start - claim.sentence.start > _LONGEST_MARK


def merged_by_severity(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with neighbours of the same severity as one, where only that is shown."""
    groups = (list(group) for _, group in groupby(pieces, key=lambda piece: (piece.severity, piece.span is None)))
    return tuple(
        Piece("".join(piece.text for piece in group), group[0].span, group[0].marks) if len(group) > 1 else group[0]
        for group in groups
    )


def _weight(mark: Mark) -> tuple[int, int, int]:
    return SEVERITIES.index(mark.severity), mark.difference, mark.span.start


def _merged(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end + 1:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged
