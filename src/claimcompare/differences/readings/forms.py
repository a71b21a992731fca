"""Reports of one form contradict nothing.

Two reports that differ in figure after figure and share few tell of two things in one form, as two companies' results
do, or one market's on two days: what they put differently is no contradiction. Reports of one day that name the same
people and places tell of one thing.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations, product, starmap
from types import MappingProxyType
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from claimcompare.records import Claim, Cluster, Difference, Features

_SETTINGS = parameters("differences")["forms"]
_FEWEST: int = _SETTINGS["fewest_conflicts"]
_TELLING: float = _SETTINGS["telling_above"]
_NOTE = "the reports differ in one number after the other: they may tell of two things"

Figures = frozenset[tuple[float | str, str | None]]
Reports = tuple[str, str]


def figures_of(
    wholes: Iterable[Features], published: Mapping[str, datetime.date | None] = MappingProxyType({})
) -> dict[str, Figures]:
    """For each report what two do not share by accident: exact numbers with their units, and names of several words.

    Names stand with the day of the report, as one market has the same on every day.
    """
    found: dict[str, set[tuple[float | str, str | None]]] = {}
    for whole in wholes:
        exact = (one for one in whole.quantities if one.low == one.high)
        own = found.setdefault(whole.claim.report, set())
        own.update((one.low, one.unit) for one in exact if one.low > _TELLING or one.low % 1)
        day = published.get(whole.claim.report)
        own.update((" ".join(one.words), str(day)) for one in whole.names if len(one.words) > 1)
    return {report: frozenset(own) for report, own in found.items()}


def reports_of_one_form(clusters: Iterable[Cluster], figures: Mapping[str, Figures]) -> frozenset[Reports]:
    """The pairs of reports, in order, with more conflicts of numbers than they have in common, and a few at least."""
    told = {  # one conflict may be told in several clusters
        (pair, frozenset(reading.value for reading in one.readings))
        for cluster in clusters
        for one in cluster.differences
        if one.kind == "number" and one.severity == "conflict"
        for pair in _between(one, cluster.claims)
    }
    conflicts = Counter(pair for pair, _ in told)
    return frozenset(
        pair
        for pair, number in conflicts.items()
        if number >= _FEWEST and number > len(figures[pair[0]] & figures[pair[1]])
    )


def doubted(
    differences: Sequence[Difference], claims: Iterable[Claim], of_form: Set[Reports]
) -> tuple[Difference, ...]:
    """The differences of these claims: a conflict between reports of one form only becomes a shift."""
    if not of_form:
        return tuple(differences)
    report_of = {claim.id: claim.report for claim in claims}
    found = [_less_doubted(one, report_of, of_form) if one.contradictions else one for one in differences]
    return tuple(sorted(found, key=lambda one: one.severity != "conflict"))


def _less_doubted(conflict: Difference, report_of: Mapping[str, str], of_form: Set[Reports]) -> Difference:
    """The conflict without the contradictions that are between reports of one form only; without any it is a shift."""
    readers = _readers(conflict, report_of)
    kept = tuple(pair for pair in conflict.contradictions if not set(_apart(*(readers[at] for at in pair))) <= of_form)
    if kept:
        return evolve(conflict, contradictions=kept)
    return evolve(conflict, severity="shift", note=_NOTE, contradictions=())


def _between(difference: Difference, claims: Iterable[Claim]) -> Iterator[Reports]:
    """The pairs of reports that have different readings; what one lacks is no reading."""
    readers = _readers(difference, {claim.id: claim.report for claim in claims})
    told = [own for own, reading in zip(readers, difference.readings, strict=True) if reading.is_told]
    return chain.from_iterable(starmap(_apart, combinations(told, 2)))


def _readers(difference: Difference, report_of: Mapping[str, str]) -> list[set[str]]:
    """For each reading the reports that have it."""
    return [{report_of[mention.claim] for mention in reading.mentions} for reading in difference.readings]


def _apart(some: Set[str], others: Set[str]) -> Iterator[Reports]:
    return ((min(pair), max(pair)) for pair in product(some, others) if pair[0] != pair[1])
