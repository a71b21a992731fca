"""Reports and their matches → origins: which reports are one source, however many outlets print it.

Contract: reports count as one origin when they credit the same agency, when much of one is word for word in the
other, or when most of its sentences match the other's, in the same order and partly in the same words. Words in
quotation marks are left out of account, since independent reports quote the same statement. Only pairs of reports
that share matches are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Origin
from claimcompare.text.agencies import agency_in
from claimcompare.text.verbatim import verbatim_share, wording_of, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from claimcompare.records import Features, Match, Report
    from claimcompare.text.verbatim import Wording

_Pair = tuple[str, str]
_Places = tuple[int, int]

_NAMED = 5  # more reports than these are counted, not named, in a sentence for a reader


@frozen(kw_only=True)
class Bond:
    """Reports that are one source, and why, in words."""

    reports: tuple[str, ...]
    words: str


@frozen(kw_only=True)
class Kinship:
    """What two reports have in common.

    Attributes:
        verbatim: share of the shorter one's words, quotations left out, that are in the other in the same runs.
        matched: share of the shorter one's sentences that match one of the other's.
        order: share of the matched sentences that are in the same order in both.
        count: how many sentences match.
        words: how many words of the shorter one are verbatim in the other.
    """

    verbatim: float
    matched: float
    order: float
    count: int
    words: int


def origins_of(reports: Sequence[Report], features: Sequence[Features], matches: Iterable[Match]) -> tuple[Origin, ...]:
    """The origins of ``reports``, in their order; a report that is like no other is an origin of its own.

    Args:
        reports: all that are compared.
        features: those of their whole sentences; others are passed over.
        matches: every scored pair of claims, whole sentences or clauses.
    """
    bonds = (*_agency_bonds(reports), *_text_bonds(reports, features, matches))
    return tuple(
        Origin(id=f"o{number}", reports=group, evidence=tuple(b.words for b in bonds if b.reports[0] in group))
        for number, group in enumerate(_groups([report.id for report in reports], bonds), start=1)
    )


def origin_by_report(origins: Iterable[Origin]) -> dict[str, str]:
    """For each report's id, the id of its origin."""
    return {report: origin.id for origin in origins for report in origin.reports}


def kinship(left: Wording, right: Wording, sizes: _Places, places: Mapping[_Places, float]) -> Kinship:
    """What two reports have in common.

    Args:
        left: the words of one report.
        right: those of the other.
        sizes: how many sentences each has.
        places: the score of each pair of matched sentences, by their positions.
    """
    matched = sorted(_one_to_one(places))
    count, verbatim = len(matched), verbatim_share(left, right)
    return Kinship(
        verbatim=verbatim,
        matched=count / max(1, min(sizes)),
        order=_longest_rise([place for _, place in matched]) / count if count else 0.0,
        count=count,
        words=round(verbatim * min(left.count, right.count)),
    )


def verdict(kin: Kinship) -> str | None:
    """In words, why two reports with this in common are one source; None if they are not."""
    limits = parameters("origins")
    enough = kin.count >= limits["min_matched"]
    if kin.verbatim >= limits["copy_verbatim"] and (enough or kin.words >= limits["copy_words"]):
        return "a copy"
    if not enough:
        return None
    is_rewrite = kin.verbatim >= limits["lifted_verbatim"] or (
        kin.count >= limits["rewrite_count"]
        and kin.verbatim >= limits["rewrite_verbatim"]
        and kin.matched >= limits["rewrite_matched"]
        and kin.order >= limits["rewrite_order"]
    )
    return "a rewrite" if is_rewrite else None


def _agency_bonds(reports: Iterable[Report]) -> Iterator[Bond]:
    """The reports that credit one agency, an agency each."""
    credited: dict[str, list[str]] = defaultdict(list)
    for report in reports:
        if agency := _agency(report.agency or ""):
            credited[agency].append(report.id)
    for agency, ids in credited.items():
        if len(ids) > 1:
            yield Bond(reports=tuple(ids), words=f"{_list_of(ids)} credit the same agency: {agency}")


def _agency(credit: str) -> str:
    """The agency's short name if it is a known one, else the words of the credit; empty if there are none."""
    return agency_in(credit, any_case=True) or " ".join(words_of(credit)).title()


def _text_bonds(reports: Sequence[Report], features: Sequence[Features], matches: Iterable[Match]) -> Iterator[Bond]:
    """The pairs of reports of which one is a copy or a rewrite of the other, by their matched sentences."""
    sizes = _sentence_counts(features)
    pairs = _matched_places(matches, sizes)
    wordings = _unquoted_wordings(features, {report for pair in pairs for report in pair})
    by_id = {report.id: report for report in reports}
    for (left, right), places in sorted(pairs.items()):
        kin = kinship(wordings[left], wordings[right], (sizes[left], sizes[right]), places)
        if kind := verdict(kin):
            words = f"{_described(kind, kin, left, right)}{_direction(by_id[left], by_id[right])}"
            yield Bond(reports=(left, right), words=words)


def _matched_places(matches: Iterable[Match], sizes: Mapping[str, int]) -> dict[_Pair, dict[_Places, float]]:
    """For each pair of reports that share enough matches, the best score of each pair of sentence positions.

    Of a brief all sentences are enough. A pair is named in the order of the ids, so that the order in which reports are
    given changes nothing.
    """
    limits = parameters("origins")
    found: dict[_Pair, dict[_Places, float]] = defaultdict(dict)
    for match in matches:
        if match.score >= limits["min_score"] and not (match.left.headline or match.right.headline):
            left, right = sorted((match.left, match.right), key=lambda claim: claim.report)
            places = found[left.report, right.report]
            at = left.position, right.position
            places[at] = max(match.score, places.get(at, 0.0))
    enough = {pair: min(limits["min_matched"], *(sizes[report] for report in pair)) for pair in found}
    return {pair: places for pair, places in found.items() if len(places) >= enough[pair]}


def _one_to_one(places: Mapping[_Places, float]) -> Iterator[_Places]:
    """The best matches, each sentence in one of them at most."""
    left_taken: set[int] = set()
    right_taken: set[int] = set()
    for left, right in sorted(places, key=lambda at: (-places[at], at)):
        if left not in left_taken and right not in right_taken:
            left_taken.add(left)
            right_taken.add(right)
            yield left, right


def _longest_rise(places: Iterable[int]) -> int:
    """The length of the longest rising subsequence (patience sorting)."""
    piles: list[int] = []
    for place in places:
        at = bisect_left(piles, place)
        piles[at : at + 1] = [place]
    return len(piles)


def _unquoted_wordings(features: Iterable[Features], wanted: set[str]) -> dict[str, Wording]:
    """For each wanted report its words outside of quotation marks."""
    stretches: dict[str, list[str]] = defaultdict(list)
    for feature in features:
        if feature.claim.is_whole and feature.claim.report in wanted:
            stretches[feature.claim.report].extend(_unquoted(feature))
    size = parameters("origins")["run_words"]
    return {report: wording_of(stretches[report], size) for report in wanted}


def _unquoted(feature: Features) -> Iterator[str]:
    """What is between the quotations of a sentence."""
    claim, at = feature.claim, 0
    for quotation in sorted(feature.quotations, key=lambda quotation: quotation.span):
        start, end = quotation.span.start - claim.span.start, quotation.span.end - claim.span.start
        if start >= at:
            yield claim.text[at:start]
        at = max(at, end)
    yield claim.text[at:]


def _sentence_counts(features: Iterable[Features]) -> dict[str, int]:
    """How many sentences each report has, headlines left out."""
    counts: dict[str, int] = defaultdict(int)
    for feature in features:
        counts[feature.claim.report] += feature.claim.is_whole and not feature.claim.headline
    return counts


def _groups(ids: Sequence[str], bonds: Iterable[Bond]) -> list[tuple[str, ...]]:
    """The ids, those that bonds tie together in one group; all in their order."""
    group_of = {id_: [id_] for id_ in ids}
    for bond in bonds:
        for other in bond.reports[1:]:
            smaller, larger = sorted((group_of[bond.reports[0]], group_of[other]), key=len)
            if smaller is not larger:
                larger.extend(smaller)
                group_of.update((id_, larger) for id_ in smaller)
    place = {id_: at for at, id_ in enumerate(ids)}
    groups = {id(group): tuple(sorted(group, key=place.__getitem__)) for group in group_of.values()}
    return sorted(groups.values(), key=lambda group: place[group[0]])


def _described(kind: str, kin: Kinship, left: str, right: str) -> str:
    return (
        f"{left} and {right}: one is {kind} of the other or both are of a third; {kin.verbatim:.0%} of the words "
        f"outside quotations are the same, {kin.matched:.0%} of the sentences match, {kin.order:.0%} of these in the "
        "same order"
    )


def _direction(left: Report, right: Report) -> str:
    if left.published is None or right.published is None or left.published == right.published:
        return ""
    older, newer = sorted((left, right), key=lambda report: str(report.published))
    return f"; {older.id} is of {older.published}, {newer.id} of {newer.published}"


def _list_of(ids: Sequence[str]) -> str:
    named = [*ids[:_NAMED], f"{len(ids) - _NAMED} more"] if len(ids) > _NAMED + 1 else list(ids)
    return f"{', '.join(named[:-1])} and {named[-1]}"
