"""A comparison → answers about its reports: who makes which claim, what one alone says, how much two share.

Pure functions over a Comparison; its methods of the same names call them.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from claimcompare.lexicons import parameters
from claimcompare.records import Overlap
from claimcompare.settings import FEWEST_FOR_ALL_BUT_ONE
from claimcompare.text.verbatim import verbatim_share, wording_of

if TYPE_CHECKING:
    from claimcompare.records import Claim, Cluster, Comparison, Span
    from claimcompare.text.verbatim import Wording


def matrix(comparison: Comparison) -> dict[str, dict[str, tuple[Claim, ...]]]:
    """Which report makes which claim: by the cluster's id and the report's id, its versions, none if empty."""
    return {cluster.id: _by_report(comparison, cluster) for cluster in comparison.clusters}


def unique(comparison: Comparison) -> tuple[Claim, ...]:
    """The whole sentences of which neither the whole nor a clause is in a cluster."""
    shared = {_sentence(claim) for cluster in comparison.clusters for claim in cluster.claims}
    return tuple(claim for claim in comparison.claims if claim.is_whole and _sentence(claim) not in shared)


def all_but_one(comparison: Comparison) -> tuple[tuple[Cluster, str], ...]:
    """The clusters that all reports but one share, each with the id of that one."""
    every = tuple(report.id for report in comparison.reports)
    if len(every) < FEWEST_FOR_ALL_BUT_ONE:
        return ()
    silent = ((cluster, set(every).difference(cluster.reports)) for cluster in comparison.clusters)
    return tuple((cluster, min(lacking)) for cluster, lacking in silent if len(lacking) == 1)


def overlap(comparison: Comparison) -> tuple[Overlap, ...]:
    """For each pair of reports that share a claim, the share of claims and of words; in the order of the reports."""
    shared = _shared_sentences(comparison)
    totals, wordings = _sentence_counts(comparison), _wordings(comparison, {id_ for pair in shared for id_ in pair})
    return tuple(
        Overlap(
            left=left,
            right=right,
            claims=len(sentences) / (totals[left] + totals[right]),
            verbatim=verbatim_share(wordings[left], wordings[right]),
        )
        for (left, right), sentences in _in_order(comparison, shared)
    )


def _by_report(comparison: Comparison, cluster: Cluster) -> dict[str, tuple[Claim, ...]]:
    made: dict[str, tuple[Claim, ...]] = {report.id: () for report in comparison.reports}
    for claim in cluster.claims:
        made[claim.report] += (claim,)
    return made


def _sentence(claim: Claim) -> tuple[str, Span]:
    return claim.report, claim.sentence


def _shared_sentences(comparison: Comparison) -> dict[tuple[str, str], set[tuple[str, Span]]]:
    """For each pair of reports, the sentences of either that are in a cluster with one of the other."""
    shared: dict[tuple[str, str], set[tuple[str, Span]]] = defaultdict(set)
    for cluster in comparison.clusters:
        own: dict[str, set[tuple[str, Span]]] = defaultdict(set)
        for claim in cluster.claims:
            own[claim.report].add(_sentence(claim))
        for left, right in combinations(own, 2):
            shared[left, right] |= own[left] | own[right]
    return shared


def _in_order(
    comparison: Comparison, shared: dict[tuple[str, str], set[tuple[str, Span]]]
) -> list[tuple[tuple[str, str], set[tuple[str, Span]]]]:
    place = {report.id: at for at, report in enumerate(comparison.reports)}
    return sorted(shared.items(), key=lambda item: (place[item[0][0]], place[item[0][1]]))


def _sentence_counts(comparison: Comparison) -> dict[str, int]:
    sentences = {_sentence(claim) for claim in comparison.claims}
    counts: dict[str, int] = defaultdict(int)
    for report, _ in sentences:
        counts[report] += 1
    return counts


def _wordings(comparison: Comparison, wanted: set[str]) -> dict[str, Wording]:
    stretches: dict[str, list[str]] = defaultdict(list)
    for claim in comparison.claims:
        if claim.is_whole and claim.report in wanted:
            stretches[claim.report].append(claim.text)
    size = parameters("origins")["run_words"]
    return {report: wording_of(stretches[report], size) for report in wanted}
