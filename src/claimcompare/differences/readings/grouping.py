"""Points of pairs → differences of a cluster: readings gathered over all versions."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.differences.readings.alike import alike
from claimcompare.differences.readings.contradictions import contradictions_of
from claimcompare.differences.readings.gathering import RESIDUAL, Found, gathered
from claimcompare.differences.readings.quoted import told_of_all
from claimcompare.differences.readings.weighing import Weighable, place, weighed
from claimcompare.differences.shared.view import Mark
from claimcompare.lexicons import parameters
from claimcompare.records import KINDS, SEVERITIES, Difference, Mention, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from claimcompare.differences.shared.view import Point
    from claimcompare.records import Features, Kind, Severity, Span

_NAMED_SHARE: float = parameters("differences")["grouping"]["named_share"]


def differences_from(found: Sequence[Found], versions: Sequence[Features], limit: int | None) -> tuple[Difference, ...]:
    """The differences that the points of all pairs come to: conflicts first, then the weightiest."""
    ranked = sorted(
        weighed(weighables_from(found, versions)),
        key=lambda one: (one[1].difference.severity != "conflict", -one[0], place(one[1].difference)),
    )
    return tuple(_each_word_once(one.difference for _, one in ranked))[:limit]


def _each_word_once(ranked: Iterable[Difference]) -> Iterator[Difference]:
    """The differences; labels, details and wordings without words that an earlier one of their kind has reported."""
    told: dict[tuple[Kind, str], list[Span]] = defaultdict(list)
    for one in ranked:
        left = _untold_readings(one, told) if one.kind in RESIDUAL else one
        if left is not None:
            for mention in (mention for reading in left.readings for mention in reading.mentions):
                told[one.kind, mention.claim].append(mention.span)
            yield left


def _untold_readings(difference: Difference, told: Mapping[tuple[Kind, str], Sequence[Span]]) -> Difference | None:
    """What is left of a difference, None if that is no difference any more."""
    kept = []
    for reading in difference.readings:
        mentions = tuple(
            one for one in reading.mentions if not _is_named(one.span, told.get((difference.kind, one.claim), ()))
        )
        kept += [evolve(reading, mentions=mentions)] if mentions else []
    said = any(mention.span for reading in kept for mention in reading.mentions)
    return evolve(difference, readings=tuple(kept)) if said and len(kept) > 1 else None


def _is_named(span: Span, told: Iterable[Span]) -> bool:
    """Whether most of the words are among those reported."""
    return sum(map(span.overlap, told)) > _NAMED_SHARE * len(span)


def weighables_from(found: Sequence[Found], versions: Sequence[Features]) -> list[Weighable]:
    """The differences that the points of all pairs come to, in no order, with what they are weighed by."""
    by_kind = groupby(_unexplained(found), key=lambda one: one.point.kind)  # found is sorted by kind
    groups = (group for _, own in by_kind for group in gathered(told_of_all(list(own), versions)))
    return [
        Weighable(
            difference=difference,
            lacking=all(one.point.left.absent or one.point.right.absent for one in group),
            emphasis=max(one.point.weight for one in group),
            versions=len({version for one in group for version in (one.left, one.right)}),
        )
        for group in groups
        if (difference := _difference(group, versions))
    ]


# ---------------------------------------------------------------- what is reported already


def _unexplained(found: Sequence[Found]) -> list[Found]:
    """Without the labels, details and wordings whose words another rule has named, and what a denial says as well."""
    named: dict[tuple[int, int], list[Found]] = {}
    misquoted = [one for one in found if one.point.kind == "quotation" and one.point.severity == "conflict"]
    kept = []
    for one in sorted(found, key=lambda one: KINDS.index(one.point.kind)):
        before = named.setdefault((one.left, one.right), [])
        left = _remainder(one, before) if one.point.kind == "wording" else one
        if left is None or (one.point.kind in RESIDUAL and any(_covers(other.point, left.point) for other in before)):
            continue
        if one.point.kind == "modality" and _is_denied(one.point, [other.point for other in before]):
            continue
        if one.point.kind == "negation" and any(_is_misquoted(one, other) for other in misquoted):
            continue
        kept.append(left)
        before.append(left)
    return kept


def _is_misquoted(one: Found, quotation: Found) -> bool:
    """Whether it is told of the words that a quotation has otherwise: "we have no choice", "we have a choice"."""
    if (one.left, one.right) != (quotation.left, quotation.right):
        return False
    return one.point.left.meets(quotation.point.left) and one.point.right.meets(quotation.point.right)


def _is_denied(point: Point, told: Sequence[Point]) -> bool:
    """Whether its words are part of a contradiction: "will miss the final", "could play in it" differ in more."""
    denials = [other for other in told if other.kind == "negation"]
    if all(other.severity != "conflict" for other in denials):
        return False
    return any(point.left.meets(one.left) or point.right.meets(one.right) for one in denials)


def _remainder(one: Found, told: Sequence[Found]) -> Found | None:
    """A point of many stretches without those that have been named; None where a side has none left."""
    left = _untold(one.point.left, [other.point.left for other in told])
    right = _untold(one.point.right, [other.point.right for other in told])
    if not left.spans or not right.spans:
        return None
    return evolve(one, point=evolve(one.point, left=left, right=right))


def _untold(mark: Mark, told: Sequence[Mark]) -> Mark:
    """The stretches of a mark that no other mark touches, with their parts."""
    stretches = zip(mark.spans, mark.parts, strict=True)
    kept = [(span, part) for span, part in stretches if not any(other.touches(span) for other in told)]
    return Mark(tuple(span for span, _ in kept), tuple(part for _, part in kept))


def _covers(told: Point, point: Point) -> bool:
    """Whether the words of a point have been named already, on each side where it has some."""
    sides = [(mark, other) for mark, other in ((point.left, told.left), (point.right, told.right)) if not mark.absent]
    if point.kind == "detail":
        within = any(_lies_in(mark, other) for mark, other in sides)
        return within or (told.kind != "quotation" and all(_mostly_in(mark, other) for mark, other in sides))
    # other words for the same thing, in a quotation here and outside of it there, are worth a line of their own
    hidden = point.kind == "wording" or told.kind != "quotation"
    return hidden and all(mark.meets(other) for mark, other in sides)


def _mostly_in(mark: Mark, told: Mark) -> bool:
    """Whether most of what a mark has has been named."""
    named = 0 if told.absent else sum(span.overlap(other) for span in mark.spans for other in told.spans)
    return named > _NAMED_SHARE * sum(map(len, mark.spans))


def _lies_in(mark: Mark, told: Mark) -> bool:
    """Whether all that a mark has is within what has been named: a date is no detail besides."""
    return not told.absent and all(any(other.covers(span) for other in told.spans) for span in mark.spans)


# ---------------------------------------------------------------- their readings


def _difference(group: Sequence[Found], versions: Sequence[Features]) -> Difference | None:
    readings = _readings(group, versions)
    if len(readings) < 2:  # noqa: PLR2004 - one reading is no difference
        return None
    points = [one.point for one in group]
    contradictions = contradictions_of(group, readings, versions)
    return Difference(
        kind=points[0].kind,
        severity=_severity(points, contradicting=bool(contradictions)),
        readings=readings,
        note=min((point.note for point in points if point.note), default=None),
        contradictions=contradictions,
    )


def _severity(points: Sequence[Point], *, contradicting: bool) -> Severity:
    """The weightiest of the points; what looked like a conflict is a shift where no readings contradict each other."""
    worst = min((point.severity for point in points), key=SEVERITIES.index)
    return "shift" if worst == "conflict" and not contradicting else worst


def _readings(group: Sequence[Found], versions: Sequence[Features]) -> tuple[Reading, ...]:
    """Each value with the places that have it, in the order of the versions."""
    found = {(at, mark) for one in group for at, mark in one.marks()}
    marks = sorted([*found, *alike(group[0].point.kind, found, versions)], key=_order)
    values: dict[tuple[bool, str], dict[Mention, None]] = {}
    sharp = {mark for one in group if one.point.severity == "conflict" for _, mark in one.marks()}
    for at, mark in _told_once(marks, [version.claim.report for version in versions], sharp):
        for span in mark.spans:
            values.setdefault((mark.absent, mark.value), {})[Mention(claim=versions[at].claim.id, span=span)] = None
    return tuple(Reading(value=value, mentions=tuple(mentions)) for (_, value), mentions in values.items())


def _told_once(
    marks: Sequence[tuple[int, Mark]], reports: Sequence[str], sharp: Set[Mark]
) -> Iterator[tuple[int, Mark]]:
    """Without what a report is said to lack though a version of it has it, and without marks that meet a wider mark.

    ``reports`` gives the report of each version. Where ``sharp`` marks, those of a conflict, meet others, they are kept
    so that a conflict is shown by "five" and "six" and not by the phrases around.
    """
    kept: dict[int, list[Mark]] = {}
    for at, mark in sorted(marks, key=lambda marked: (marked[1] not in sharp, -_width(marked[1]))):
        own = kept.setdefault(at, [])
        if not mark.absent and not any(mark.meets(other) for other in own):
            own.append(mark)
    having = {reports[at] for at, own in kept.items() if own}
    for at, mark in marks:
        if (mark.absent and reports[at] not in having) or any(mark is one for one in kept[at]):
            yield at, mark


def _width(mark: Mark) -> int:
    return sum(map(len, mark.spans))


def _order(marked: tuple[int, Mark]) -> tuple[int, int, int, str]:
    at, mark = marked
    return at, mark.spans[0].start, mark.spans[0].end, mark.value
