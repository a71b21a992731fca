"""The points that the rules tell, with how much each stands out among those of its kind: ``emphases.json``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.shared.view import Point
from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from claimcompare.differences.shared.view import Mark, Pair, Side
    from claimcompare.records import Kind, Name, Severity


def point(  # noqa: PLR0913 - what a point has
    kind: Kind,
    severity: Severity,
    marks: tuple[Mark, Mark],
    found: str = "",
    *,
    chance: float = 1.0,
    note: str | None = None,
    aspect: str = "",
) -> Point:
    """The point of a rule, weighed by what it ``found`` (else by its severity) and by the chance that it is noted."""
    weight = float(parameters("emphases")[kind][found or severity]) * chance
    return Point(kind=kind, severity=severity, left=marks[0], right=marks[1], weight=weight, note=note, aspect=aspect)


def name_mark(pair: Pair, side: Side, name: Name) -> Mark:
    """The mark of a name, by its words alone."""
    return pair.mark(side, name.span, " ".join(name.words))
