"""The whole flow on one page: reports → comparison.

reading → cleaning → sentences → claims → features → candidates → scoring (+ alignment) → clusters → differences
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations, groupby

from attrs import evolve, field, frozen

from claimcompare.alignment import align, spans_of
from claimcompare.alignment.slices import links_within
from claimcompare.candidates import candidate_pairs
from claimcompare.claims import claims_of
from claimcompare.cleaning import blocks_of
from claimcompare.clusters import LEAST_SCORE, Group, claim_groups, shared_claims
from claimcompare.differences import differences_of
from claimcompare.errors import ClaimCompareError
from claimcompare.features import features_of
from claimcompare.features.rarity import stem_weights
from claimcompare.origins import origin_by_report, origins_of
from claimcompare.records import (
    Block,
    Candidate,
    Claim,
    Cluster,
    Comparison,
    Difference,
    Features,
    Link,
    Match,
    Report,
    Sentence,
    Span,
)
from claimcompare.scoring import Side, scored_matches, side_of
from claimcompare.sentences import sentences_of
from claimcompare.settings import Settings

_DEFAULT = Settings()


@frozen(kw_only=True)
class Prepared:
    """Reports on their way, up to where claims are compared.

    Attributes:
        features: of every claim, by its id.
        versions: the features of each sentence by its report and span, the whole one first and then its clauses.
        weights: of each stem, in nats of rarity.
        sides: the whole sentences, ready to be measured against one another.
        links: the words of sentences that were aligned so far, by the ids of their claims; matches and clusters ask
            for the same ones.
    """

    reports: tuple[Report, ...]
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    features: Mapping[str, Features]
    versions: Mapping[tuple[str, Span], tuple[Features, ...]]
    weights: Mapping[str, float]
    sides: tuple[Side, ...]
    links: dict[tuple[str, str], tuple[Link, ...]] = field(factory=dict)


def compare(reports: Sequence[Report], settings: Settings = _DEFAULT) -> Comparison:
    """What ``reports`` say in common, and how their wording differs.

    The order in which the reports are given changes nothing.

    Raises:
        ClaimCompareError: two reports have the same id.
    """
    ready = prepared(reports)
    matches = scored_matches(ready.sides, candidates_of(ready), least=min(settings.kept_score, LEAST_SCORE))
    origins = origins_of(ready.reports, [ready.features[side.claim.id] for side in ready.sides], matches)
    groups = [
        group
        for group in claim_groups(matches, settings.min_score)
        if len({claim.report for claim in group.claims}) >= settings.min_reports
    ]
    origin_of = origin_by_report(origins)
    return Comparison(
        settings=settings,
        reports=ready.reports,
        blocks=ready.blocks,
        claims=ready.claims,
        matches=tuple(
            _aligned(match, ready, settings) if match.score >= settings.min_score else match
            for match in matches
            if match.score >= settings.kept_score
        ),
        clusters=tuple(
            _cluster(f"k{number}", group, ready, origin_of, settings) for number, group in enumerate(groups, start=1)
        ),
        origins=origins,
    )


def compare_claims(left: str, right: str, settings: Settings = _DEFAULT) -> Match:
    """How two bare texts match; spans are offsets into each of them."""
    ready = prepared_whole([Report(id="left", text=left), Report(id="right", text=right)])
    candidates = candidates_of(ready) or (Candidate(0, 1, 0.0),)
    match = scored_matches(ready.sides, candidates)[0]
    return _aligned(match, ready, settings)


def find(comparison: Comparison, text: str, limit: int = 10) -> tuple[Match, ...]:
    """Where the claim ``text`` is made: the claims of the comparison most like it, the surest first.

    In each match ``left`` is the claim sought and ``right`` the claim found.
    """
    sought = Report(id=_unused_id(comparison.reports), text=text)
    sentence = Sentence(report=sought.id, span=Span(0, len(text)), index=0)
    ready = prepared_claims(
        (*comparison.reports, sought), (), (*comparison.claims, *claims_of([sought], [sentence], prefix=sought.id))
    )
    at = next(number for number, side in enumerate(ready.sides) if side.claim.report == sought.id)
    candidates = [one for one in candidates_of(ready) if at in (one.left, one.right)]
    scored = scored_matches(ready.sides, candidates)
    matches = (match if match.left.report == sought.id else _turned(match) for match in scored)
    return tuple(sorted(matches, key=lambda match: (-match.score, match.right.report, match.right.span))[:limit])


def prepared(reports: Sequence[Report]) -> Prepared:
    """The first half of the flow."""
    reports = _distinct(reports)
    blocks = blocks_of(reports)
    by_report = {report: tuple(own) for report, own in groupby(blocks, key=lambda block: block.report)}
    sentences = [one for report in reports for one in sentences_of(report, by_report.get(report.id, ()))]
    return prepared_claims(reports, blocks, claims_of(reports, sentences))


def prepared_whole(reports: Sequence[Report]) -> Prepared:
    """The same for bare texts, each one sentence whatever it holds, without cleaning."""
    sentences = [Sentence(report=report.id, span=Span(0, len(report.text)), index=0) for report in reports]
    return prepared_claims(reports, (), claims_of(reports, sentences))


def prepared_claims(reports: Sequence[Report], blocks: Sequence[Block], claims: Sequence[Claim]) -> Prepared:
    """What is known of each claim before it is compared."""
    by_report = {report: tuple(own) for report, own in groupby(claims, key=lambda claim: claim.report)}
    features = [one for report in reports for one in features_of(report, by_report.get(report.id, ()))]
    versions = {
        sentence: tuple(own)
        for sentence, own in groupby(features, key=lambda one: (one.claim.report, one.claim.sentence))
    }
    weights = stem_weights([token.stem for token in whole.tokens] for whole, *_ in versions.values())
    return Prepared(
        reports=tuple(reports),
        blocks=tuple(blocks),
        claims=tuple(claims),
        features={one.claim.id: one for one in features},
        versions=versions,
        weights=weights,
        sides=tuple(side_of(whole, weights) for whole, *_ in versions.values()),
    )


def candidates_of(ready: Prepared) -> tuple[Candidate, ...]:
    """The pairs of whole sentences that are worth a look, as indexes into ``ready.sides``."""
    return candidate_pairs([side.unit for side in ready.sides], [side.claim.report for side in ready.sides])


def _cluster(name: str, group: Group, ready: Prepared, origin_of: Mapping[str, str], settings: Settings) -> Cluster:
    claims = shared_claims(group, ready.versions, ready.weights)
    versions = [ready.features[claim.id] for claim in claims]
    return Cluster(
        id=name,
        claims=claims,
        representative=claims[group.representative].id,
        origins=len({origin_of[claim.report] for claim in claims}),
        differences=_differences(versions, ready, settings),
    )


def _differences(versions: Sequence[Features], ready: Prepared, settings: Settings) -> tuple[Difference, ...]:
    published = {report.id: report.published for report in ready.reports}
    links = {
        (one, other): _links(versions[one], versions[other], ready)
        for one, other in combinations(range(len(versions)), 2)
        if versions[one].claim.report != versions[other].claim.report
    }
    dates = [published[version.claim.report] for version in versions]
    return differences_of(versions, links, dates, settings.max_differences)


def _aligned(match: Match, ready: Prepared, settings: Settings) -> Match:
    """The match with its words aligned and its differences."""
    ends = (ready.features[match.left.id], ready.features[match.right.id])
    links = _links(*ends, ready)
    published = {report.id: report.published for report in ready.reports}
    dates = [published[end.claim.report] for end in ends]
    return evolve(
        match,
        alignment=spans_of(links, *ends),
        differences=differences_of(ends, {(0, 1): links}, dates, settings.max_differences),
    )


def _links(left: Features, right: Features, ready: Prepared) -> tuple[Link, ...]:
    """The links between two claims: those between their sentences, as far as they lie within both claims."""
    one, other = (ready.versions[end.claim.report, end.claim.sentence][0] for end in (left, right))
    pair = (one.claim.id, other.claim.id)
    if pair not in ready.links:
        ready.links[pair] = align(one, other)
    return links_within(ready.links[pair], (one, other), (left, right))


def _turned(match: Match) -> Match:
    return evolve(match, left=match.right, right=match.left)


def _unused_id(reports: Sequence[Report]) -> str:
    """An id for what is sought that no report has; it sorts nowhere, since it is never printed."""
    taken = {report.id for report in reports}
    return next(name for name in ("sought" + "'" * number for number in range(len(taken) + 1)) if name not in taken)


def _distinct(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports in the order of their ids, so that the order in which they are given changes nothing."""
    seen: set[str] = set()
    for report in reports:
        if report.id in seen:
            raise ClaimCompareError(f"two reports have the id {report.id!r}; give each an id of its own")
        seen.add(report.id)
    return tuple(sorted(reports, key=lambda report: report.id))
