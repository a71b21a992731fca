"""The whole flow on one page: reports → comparison.

reading → cleaning → sentences → claims → features → candidates → scoring (+ alignment) → clusters → differences
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, groupby

from attrs import evolve

from claimcompare.alignment import align, spans_of
from claimcompare.candidates import candidate_pairs, unit_vector
from claimcompare.claims import claims_of
from claimcompare.cleaning import blocks_of
from claimcompare.clusters import claim_groups
from claimcompare.differences import differences_of
from claimcompare.errors import ClaimCompareError
from claimcompare.features import features_of
from claimcompare.features.rarity import stem_weights
from claimcompare.origins import origin_by_report, origins_of
from claimcompare.records import Claim, Cluster, Comparison, Features, Link, Match, Report
from claimcompare.scoring import scored_matches
from claimcompare.sentences import sentences_of
from claimcompare.settings import Settings


def compare(reports: Sequence[Report], settings: Settings = Settings()) -> Comparison:  # noqa: B008 - frozen
    """Compare ``reports`` with one another.

    Raises:
        ClaimCompareError: two reports have the same id.
    """
    reports = _distinct(reports)
    blocks = blocks_of(reports)
    own_blocks = {report: tuple(found) for report, found in groupby(blocks, key=lambda block: block.report)}
    sentences = [s for report in reports for s in sentences_of(report, own_blocks.get(report.id, ()))]
    claims = claims_of(reports, sentences)
    own_claims = {report: tuple(found) for report, found in groupby(claims, key=lambda claim: claim.report)}
    features = [f for report in reports for f in features_of(report, own_claims.get(report.id, ()))]
    wholes = [f for f in features if f.claim.span == f.claim.sentence]
    weights = stem_weights([token.stem for token in f.tokens] for f in wholes)
    vectors = [unit_vector([token.stem for token in f.tokens], weights) for f in wholes]
    candidates = candidate_pairs(vectors, [f.claim.report for f in wholes])
    matches = scored_matches(wholes, candidates, weights)
    groups = claim_groups(matches, settings.min_score)
    origins = origins_of(reports, wholes, matches)
    origin_of = origin_by_report(origins)
    known = {f.claim.id: f for f in features}
    published = {report.id: report.published for report in reports}
    clusters = []
    for number, group in enumerate(sorted(groups, key=lambda g: -len({c.report for c in g})), start=1):
        versions = [known[c.id] for c in group]
        links = {
            (i, j): align(versions[i], versions[j])
            for i, j in combinations(range(len(versions)), 2)
            if versions[i].claim.report != versions[j].claim.report
        }
        clusters.append(
            Cluster(
                id=f"k{number}",
                claims=group,
                representative=group[0].id,
                origins=len({origin_of[c.report] for c in group}),
                differences=differences_of(versions, links, [published[c.report] for c in group]),
            )
        )
    kept = tuple(m for m in matches if m.score >= settings.kept_score)
    return Comparison(
        settings=settings,
        reports=reports,
        blocks=blocks,
        claims=claims,
        matches=kept,
        clusters=tuple(c for c in clusters if len(c.reports) >= settings.min_reports),
        origins=origins,
    )


def compare_claims(left: str, right: str, settings: Settings = Settings()) -> Match:  # noqa: ARG001, B008
    """How ``left`` and ``right``, two bare texts, match."""
    sides = [_bare(name, text) for name, text in (("left", left), ("right", right))]
    weights = stem_weights([token.stem for token in side.tokens] for side in sides)
    vectors = [unit_vector([token.stem for token in side.tokens], weights) for side in sides]
    candidates = candidate_pairs(vectors, ["left", "right"])
    matches = scored_matches(sides, candidates, weights)
    match = matches[0] if matches else Match(left=sides[0].claim, right=sides[1].claim, score=0.0)
    links: tuple[Link, ...] = align(*sides)
    differences = differences_of(sides, {(0, 1): links}, [None, None])
    return evolve(match, alignment=spans_of(links, *sides), differences=differences)


def _bare(name: str, text: str) -> Features:
    report = Report(id=name, text=text)
    sentence = sentences_of(report, blocks_of([report]))
    del sentence
    from claimcompare.records import Span  # noqa: PLC0415

    whole = Span(0, len(text))
    claim = Claim(id=f"c{1 if name == 'left' else 2}", report=name, span=whole, text=text, sentence=whole)
    return features_of(report, (claim,))[0]


def _distinct(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports in the order of their ids, so that the order in which they are given changes nothing."""
    seen: set[str] = set()
    for report in reports:
        if report.id in seen:
            raise ClaimCompareError(f"two reports have the id {report.id!r}; give each an id of its own")
        seen.add(report.id)
    return tuple(sorted(reports, key=lambda report: report.id))
