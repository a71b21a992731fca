"""The first half of the flow: reports → what is known of each claim before it is compared.

cleaning → sentences → claims → features (and how rare each stem is) → candidates
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from claimcompare.candidates import candidate_of_two, candidate_pairs, candidates_of_one, crowded_claims
from claimcompare.claims import claims_of, whole_claims
from claimcompare.cleaning import blocks_of
from claimcompare.features import features_of
from claimcompare.features.persons import known_persons
from claimcompare.features.rarity import stem_weights
from claimcompare.records import Block, Candidate, Claim, Features, Report, Sentence, Span
from claimcompare.scoring import Side, side_of
from claimcompare.sentences import has_sentence, sentences_of


@frozen(kw_only=True)
class Prepared:
    """Reports, half way through the flow: all that is known of their claims before any two are compared.

    Attributes:
        features: of every claim, by its id.
        versions: the features of each sentence by its report and span, the whole one first and then its clauses.
        weights: of each term, in nats of rarity.
        sides: the whole sentences, ready to be measured against one another.
        published: the day of each report by its id.
    """

    reports: tuple[Report, ...]
    blocks: tuple[Block, ...]
    claims: tuple[Claim, ...]
    features: Mapping[str, Features]
    versions: Mapping[tuple[str, Span], tuple[Features, ...]]
    weights: Mapping[str, float]
    sides: tuple[Side, ...]
    published: Mapping[str, date | None]

    def published_of(self, versions: Sequence[Features]) -> list[date | None]:
        """The day of the report of each version."""
        return [self.published[version.claim.report] for version in versions]


def prepared(reports: Sequence[Report], name: str = "") -> Prepared:
    """The first half of the flow for reports as they were read; the ids of their claims start with ``name``."""
    blocks, claims = cleaned_claims(reports, name)
    return prepared_features(reports, blocks, known_features(reports, claims))


def cleaned_claims(reports: Sequence[Report], name: str = "") -> tuple[tuple[Block, ...], tuple[Claim, ...]]:
    """The lines of the reports with their roles, and the claims in those that are no furniture."""
    blocks = blocks_of(reports)
    by_report = {report: tuple(own) for report, own in groupby(blocks, key=lambda block: block.report)}
    sentences = [one for report in reports for one in sentences_of(report, by_report.get(report.id, ()))]
    return blocks, claims_of(reports, sentences, prefix=f"{name}c")


def speaks(report: Report) -> bool:
    """Whether a report that is compared with no other has a sentence, and so a claim."""
    return has_sentence(report, blocks_of([report]))


def prepared_texts(reports: Sequence[Report]) -> Prepared:
    """The first half of the flow for bare texts: each is one sentence and one claim, and nothing of it is furniture."""
    sentences = [Sentence(report=report.id, span=Span(0, len(report.text)), index=0) for report in reports]
    return prepared_features(reports, (), known_features(reports, whole_claims(reports, sentences)))


def known_features(reports: Sequence[Report], claims: Sequence[Claim]) -> tuple[Features, ...]:
    """What is known of each claim by its own report, in the order of the reports."""
    by_report = {report: tuple(own) for report, own in groupby(claims, key=lambda claim: claim.report)}
    return tuple(one for report in reports for one in features_of(report, by_report.get(report.id, ())))


def prepared_features(reports: Sequence[Report], blocks: Sequence[Block], features: Sequence[Features]) -> Prepared:
    """What is known of each claim by all reports together, before it is compared."""
    versions = {
        sentence: tuple(own)
        for sentence, own in groupby(features, key=lambda one: (one.claim.report, one.claim.sentence))
    }
    weights = stem_weights([term.stem for term in whole.terms] for whole, *_ in versions.values())
    persons = known_persons(name for whole, *_ in versions.values() for name in whole.names)
    return Prepared(
        reports=tuple(reports),
        blocks=tuple(blocks),
        claims=tuple(one.claim for one in features),
        features={one.claim.id: one for one in features},
        versions=versions,
        weights=weights,
        sides=tuple(side_of(whole, weights, persons) for whole, *_ in versions.values()),
        published={report.id: report.published for report in reports},
    )


def candidates_of(ready: Prepared) -> tuple[Candidate, ...]:
    """The pairs of whole sentences that are worth a look, as indexes into ``ready.sides``."""
    return candidate_pairs([side.unit for side in ready.sides], [side.claim.report for side in ready.sides])


def crowded_sentences(ready: Prepared, candidates: Sequence[Candidate]) -> dict[str, frozenset[str]]:
    """The ids of the sentences with as many candidates as one looks at, each with the ids of these."""
    ids = [side.claim.id for side in ready.sides]
    crowded = crowded_claims(candidates, len(ids))
    return {ids[number]: frozenset(ids[other] for other in others) for number, others in crowded.items()}


def candidates_of_sentence(ready: Prepared, number: int) -> tuple[Candidate, ...]:
    """The pairs worth a look that one sentence is in, by its index into ``ready.sides``."""
    return candidates_of_one(number, [side.unit for side in ready.sides], [side.claim.report for side in ready.sides])


def candidate_of_texts(ready: Prepared) -> Candidate:
    """The two whole sentences of two bare texts as a pair, whether worth a look or not."""
    return candidate_of_two([side.unit for side in ready.sides])
