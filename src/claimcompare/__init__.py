"""Compare several reports on one story: which claims they share, and how the wording differs."""

from claimcompare.errors import ClaimCompareError
from claimcompare.pipeline import compare, compare_claims
from claimcompare.reading import read_reports
from claimcompare.records import (
    Claim,
    Cluster,
    Comparison,
    Difference,
    Evidence,
    Match,
    Mention,
    Reading,
    Report,
    Span,
)
from claimcompare.sentences import split_sentences
from claimcompare.settings import Settings

__all__ = [
    "Claim",
    "ClaimCompareError",
    "Cluster",
    "Comparison",
    "Difference",
    "Evidence",
    "Match",
    "Mention",
    "Reading",
    "Report",
    "Settings",
    "Span",
    "compare",
    "compare_claims",
    "read_reports",
    "split_sentences",
]
