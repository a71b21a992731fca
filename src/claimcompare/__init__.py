"""Compare several reports on one story: which claims they share, and how the wording differs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimcompare.errors import ClaimCompareError
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
from claimcompare.settings import Settings

if TYPE_CHECKING:
    from claimcompare.pipeline import compare, compare_claims, compare_stories
    from claimcompare.reading import read_reports
    from claimcompare.rendering.loading import load_comparison
    from claimcompare.sentences import split_sentences

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
    "compare_stories",
    "load_comparison",
    "read_reports",
    "split_sentences",
]

# The stages take most of a second to import, which claimcompare --help and a reader of records need not wait for.
_HOMES = {
    "compare": "pipeline",
    "compare_claims": "pipeline",
    "compare_stories": "pipeline",
    "load_comparison": "rendering.loading",
    "read_reports": "reading",
    "split_sentences": "sentences",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
