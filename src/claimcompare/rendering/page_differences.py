"""The differences of a cluster as plain values for the page: readings with the versions that have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.rendering import phrases
from claimcompare.rendering.quotes import has_marks, parted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.records import Cluster, Difference, Severity
    from claimcompare.rendering.page import Names

_SIGNS = {phrases.AGAINST: "≠", phrases.TOGETHER: "and"}


@frozen
class Words:
    """What a reading says; the ``middle`` of a long one is folded."""

    start: str
    middle: str
    end: str


@frozen
class ReadingView:
    """A reading and the versions that have it, each as label and anchor; without words it is absent from them.

    Attributes:
        sign: what stands before it in a conflict: that of a contradiction, or a word if it is on the side of the last.
    """

    words: tuple[Words, ...]
    sign: str
    severity: Severity
    versions: tuple[tuple[str, str], ...]

    @property
    def bare(self) -> bool:
        """Whether the words have quotation marks of their own, so that they need no other."""
        return any(has_marks(f"{words.start} {words.middle} {words.end}") for words in self.words)


@frozen
class DifferenceView:
    """A difference with its readings."""

    anchor: str
    kind: str
    severity: str
    readings: tuple[ReadingView, ...]
    note: str

    @property
    def sides(self) -> tuple[ReadingView, ...]:
        """The readings that cannot all be true, where it is a conflict."""
        return tuple(reading for reading in self.readings if reading.severity == "conflict")


def difference_views(
    cluster: Cluster, anchor: str, texts: Mapping[str, str], names: Names
) -> tuple[DifferenceView, ...]:
    """The differences, conflicts first; ``anchor`` is that of the cluster."""
    return tuple(
        DifferenceView(
            anchor=f"{anchor}d{number}",
            kind=difference.kind,
            severity=difference.severity,
            readings=_readings(difference, cluster, anchor, texts, names),
            note=difference.note or "",
        )
        for number, difference in phrases.by_severity(cluster.differences)
    )


def _readings(
    difference: Difference, cluster: Cluster, anchor: str, texts: Mapping[str, str], names: Names
) -> tuple[ReadingView, ...]:
    report_of = {claim.id: claim.report for claim in cluster.claims}
    place = {claim.id: number for number, claim in enumerate(cluster.claims)}
    severity_of = dict(zip(map(id, difference.readings), difference.severities, strict=True))
    told = phrases.joined_readings(difference)
    every = [phrases.reading_words(reading, texts, report_of) for _, reading in told]
    views = []
    for (sign, reading), said, brief in zip(told, every, phrases.brief_readings(every), strict=True):
        first = {report_of[mention.claim]: place[mention.claim] for mention in reversed(reading.mentions)}
        versions = tuple((names.labels[report], f"{anchor}v{first[report]}") for report in said.reports)
        words = _whole(said.words) if brief == said.words else _parted(said.words)
        views.append(ReadingView(words, _SIGNS.get(sign, ""), severity_of[id(reading)], versions))
    return tuple(views)


def _whole(every: Sequence[str]) -> tuple[Words, ...]:
    return tuple(Words(words, "", "") for words in every)


def _parted(every: Sequence[str]) -> tuple[Words, ...]:
    limits = parameters("rendering")["reading"]
    return tuple(Words(*parted(words, **limits)) for words in every)
