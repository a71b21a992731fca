"""Versions that open with different names speak of two: their numbers and days contradict nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.view import Mark, Pair, Point, Side

_SETTINGS = parameters("differences")["subjects"]
_OPENING: int = _SETTINGS["opening"]
_MANY: int = _SETTINGS["many"]
_MEASURED = frozenset({"number", "date"})


def points_of_one_subject(pair: Pair, points: Sequence[Point]) -> tuple[Point, ...]:
    """The points; what two subjects measure, or forms filled in with other numbers throughout, is no conflict."""
    if not any(map(_contradicts, points)):
        return tuple(points)
    other = any(point.kind == "name" and point.severity != "style" and _opens(pair, point) for point in points)
    if not other and not _all_other(pair, points):
        return tuple(points)
    return tuple(evolve(point, severity="shift") if _contradicts(point) else point for point in points)


def _contradicts(point: Point) -> bool:
    return point.kind in _MEASURED and point.severity == "conflict"


def _opens(pair: Pair, point: Point) -> bool:
    """Whether both versions begin with what the point names."""
    return _at_opening(pair, 0, point.left) and _at_opening(pair, 1, point.right)


def _at_opening(pair: Pair, side: Side, mark: Mark) -> bool:
    content = [at for at, telling in enumerate(pair.content[side]) if telling][:_OPENING]
    return bool(set(pair.indexes(side, mark.spans[0])) & set(content))


def _all_other(pair: Pair, points: Sequence[Point]) -> bool:
    """Whether many numbers contradict and none agrees: two reports of one form, not two of one thing."""
    apart = sum(_contradicts(point) for point in points if point.kind == "number")
    values = [{(one.low, one.high) for one in version.quantities} for version in pair.features]
    return apart >= _MANY and not values[0] & values[1]
