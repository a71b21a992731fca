"""Differences → how much a reader would miss each: the log-odds that an editor notes it (``worth.json``)."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import KINDS, Difference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


@frozen(kw_only=True)
class Weighable:
    """A difference with what it is weighed by.

    Attributes:
        lacking: whether one version has what the others lack, and none has it otherwise.
        emphasis: how much it stands out among those of its kind, as its rule has it.
        versions: how many versions differ on it.
    """

    difference: Difference
    lacking: bool
    emphasis: float
    versions: int


def weighed(differences: Sequence[Weighable]) -> Iterator[tuple[float, Weighable]]:
    """Each with its weight; a second difference of one kind says less than the first of another."""
    more: float = parameters("worth")["more_of_a_kind"]
    ordered = sorted(differences, key=_order)
    for _, own in groupby(ordered, key=lambda one: one.difference.kind):
        for rank, one in enumerate(own):
            yield weight(one) + more * rank, one


def _order(one: Weighable) -> tuple[object, ...]:
    """Kind by kind, the weightiest first."""
    return KINDS.index(one.difference.kind), -weight(one), place(one.difference)


def weight(one: Weighable) -> float:
    """By what it is, how much it stands out, and how many versions differ on it."""
    learned = parameters("worth")
    kind = learned["kinds"][one.difference.kind]
    worth: float = kind["lack" if one.lacking and "lack" in kind else one.difference.severity]
    return worth + float(learned["emphasis"]) * one.emphasis + float(learned["a_version"]) * one.versions


def place(difference: Difference) -> tuple[int, int, list[str]]:
    """By what differences of one weight are put in order: the same whichever version came first."""
    start = min(one.span.start for reading in difference.readings for one in reading.mentions)
    return KINDS.index(difference.kind), start, sorted(reading.value for reading in difference.readings)
