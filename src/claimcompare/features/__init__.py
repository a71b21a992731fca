"""Claims → features: what is known of a claim before it is compared, one module a kind.

Everything is read once a sentence and sliced for the clauses of it; quotations, which reach over sentences, once a
report.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.features.attributions import attributions_of
from claimcompare.features.dates import dates_of
from claimcompare.features.names import Casing, casing_of, names_of
from claimcompare.features.quantities import quantities_of
from claimcompare.features.quotations import quotations_in, quotations_of
from claimcompare.features.quoteonly import speakers_beside
from claimcompare.features.shapes import shape_of
from claimcompare.features.terms import terms_of
from claimcompare.features.tokens import tokens_of
from claimcompare.records import Features

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Attribution, Claim, Quotation, Report, Span, Token

__all__ = ["features_of"]


def features_of(report: Report, claims: Sequence[Claim]) -> tuple[Features, ...]:
    """The features of one report's claims, in their order."""
    spans = dict.fromkeys(claim.sentence for claim in claims)
    tokens = {span: tokens_of(span.of(report.text), span.start) for span in spans}
    casing = casing_of(tokens.values(), report.text)
    quotations = quotations_of(report.text)
    whole = {claim.sentence: claim for claim in reversed(claims)}
    read = {
        span: _sentence(report, whole[span], found, casing, quotations_in(quotations, span))
        for span, found in tokens.items()
    }
    beside = speakers_beside(read, report.text)
    return tuple(_features(claim, read[claim.sentence], beside.get(claim.sentence)) for claim in claims)


def _sentence(
    report: Report, claim: Claim, tokens: tuple[Token, ...], casing: Casing, quotations: tuple[Quotation, ...]
) -> Features:
    """The features of the sentence that a claim is in."""
    shape = shape_of(tokens, report.text)
    dates = dates_of(shape, report.published)
    dated = [date.span for date in dates]
    quantities = quantities_of(shape, dated)
    measured = [one.span for one in quantities if one.unit is not None]  # the "Swiss" of "Swiss francs" is no name
    return Features(
        claim=claim,
        tokens=tokens,
        terms=terms_of(shape),
        quantities=quantities,
        dates=dates,
        names=names_of(tokens, report.text, casing, [*dated, *measured]),
        quotations=quotations,
        attributions=attributions_of(tokens, report.text, quotations, claim.sentence),
    )


def _features(claim: Claim, sentence: Features, told_beside: Attribution | None) -> Features:
    """What of the features of its sentence a claim has."""
    if claim.is_whole:
        return evolve(sentence, claim=claim, told_beside=told_beside)
    return Features(
        claim=claim,
        tokens=_standing_in(claim, sentence.tokens),
        terms=_standing_in(claim, sentence.terms),
        quantities=tuple(one for one in sentence.quantities if _within(claim.span, one.span)),
        dates=tuple(one for one in sentence.dates if _within(claim.span, one.span)),
        names=tuple(one for one in sentence.names if _within(claim.span, one.span)),
        quotations=tuple(one for one in sentence.quotations if one.span.overlap(claim.span)),
        attributions=tuple(
            one for one in sentence.attributions if one.span.overlap(claim.span) or one.content.overlap(claim.span)
        ),
        told_beside=told_beside,
    )


def _standing_in(claim: Claim, tokens: Sequence[Token]) -> tuple[Token, ...]:
    return tuple(token for token in tokens if claim.span.start <= token.start < claim.span.end)


def _within(claim: Span, span: Span) -> bool:
    """Whether more than half of ``span`` lies in the claim."""
    return 2 * claim.overlap(span) > len(span)
