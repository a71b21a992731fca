"""Whether what was loaded holds together: that what is named is there, and that places lie in the text."""

from __future__ import annotations

import reprlib
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, Any

from claimcompare.errors import ReadError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.records import Claim, Comparison, Difference, Span

_Placed = tuple[str, str, "Span"]  # what it is, in words; the report that it is of; where


def check_ids(loaded: Mapping[str, Any]) -> None:
    """Raise ReadError where an id is of two things."""
    for part in ("reports", "claims", "clusters", "origins"):
        if twice := _twice([value["id"] for value in loaded[part]]):
            raise ReadError(f"{part} has the id {twice!r} twice")


def check_references(comparison: Comparison) -> None:
    """Raise ReadError where something names what is not there, or lies outside its text."""
    texts = {report.id: report.text for report in comparison.reports}
    for named in (*(block.report for block in comparison.blocks), *chain(*(one.reports for one in comparison.origins))):
        if named not in texts:
            raise ReadError(f"there is no report {named!r}")
    for what, claims, differences in _told(comparison):
        _check_claims(what, claims)
        for difference in differences:
            _check_difference(what, {claim.id for claim in claims}, difference)
    _check_representatives(comparison)
    for what, report, span in _placed(comparison):
        if span.end > len(texts[report]):
            raise ReadError(f"{what} ends at {reprlib.repr(span.end)}, behind the text")


def _told(comparison: Comparison) -> Iterator[tuple[str, tuple[Claim, ...], Sequence[Difference]]]:
    """Each cluster and match: what it is in words, its claims and its differences."""
    for cluster in comparison.clusters:
        yield f"cluster {cluster.id}", cluster.claims, cluster.differences
    for match in comparison.matches:
        yield f"the match of {match.left.id} and {match.right.id}", (match.left, match.right), match.differences


def _check_claims(what: str, claims: Sequence[Claim]) -> None:
    if twice := _twice([claim.id for claim in claims]):
        raise ReadError(f"{what} has the claim {twice!r} twice")
    if len({claim.report for claim in claims}) == 1:
        raise ReadError(f"{what} has claims of one report alone")


def _check_difference(what: str, ids: set[str], difference: Difference) -> None:
    for mention in chain.from_iterable(reading.mentions for reading in difference.readings):
        if mention.claim not in ids:
            raise ReadError(f"{what} has a mention of claim {mention.claim!r}, which is not in it")
    for pair in difference.contradictions:
        if pair[0] == pair[1] or max(pair) >= len(difference.readings):
            raise ReadError(f"{what} has a contradiction of readings {pair[0]} and {pair[1]}, which are no two there")


def _check_representatives(comparison: Comparison) -> None:
    for cluster in comparison.clusters:
        if cluster.representative not in {claim.id for claim in cluster.claims}:
            raise ReadError(f"cluster {cluster.id} is represented by {cluster.representative!r}, which is not in it")
        if not 1 <= cluster.origins <= len(cluster.reports):
            raise ReadError(f"cluster {cluster.id} of {len(cluster.reports)} reports has {cluster.origins} origins")


def _placed(comparison: Comparison) -> Iterator[_Placed]:
    """Everything that has a place in a text; claims themselves were compared with theirs."""
    report_of = {claim.id: claim.report for claim in comparison.claims}
    for report in comparison.reports:
        yield from (("a provenance", report.id, found.span) for found in report.provenance if found.span is not None)
    for block in comparison.blocks:
        yield f"a block of report {block.report!r}", block.report, block.span
    for claim in comparison.claims:
        yield f"the sentence of claim {claim.id}", claim.report, claim.sentence
    for match in comparison.matches:
        for side, claim in enumerate((match.left, match.right)):
            yield from ((f"an alignment of claim {claim.id}", claim.report, pair[side]) for pair in match.alignment)
    for _, _, differences in _told(comparison):
        for mention in (one for each in differences for reading in each.readings for one in reading.mentions):
            yield f"a mention of claim {mention.claim}", report_of[mention.claim], mention.span


def _twice(names: Sequence[str]) -> str | None:
    """A name that is there twice, if any."""
    return next((name for name, count in Counter(names).items() if count > 1), None)
