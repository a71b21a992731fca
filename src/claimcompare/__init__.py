"""Compare several reports on one story: which claims they share, and how the wording differs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from claimcompare.errors import ArgumentError, ClaimCompareError, ReadError, RecordError, SettingsError, WorkerError
from claimcompare.records import (
    Block,
    Claim,
    Cluster,
    Comparison,
    Difference,
    Evidence,
    Match,
    Mention,
    Origin,
    Overlap,
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

    __version__: str

__all__ = [
    "ArgumentError",
    "Block",
    "Claim",
    "ClaimCompareError",
    "Cluster",
    "Comparison",
    "Difference",
    "Evidence",
    "Match",
    "Mention",
    "Origin",
    "Overlap",
    "ReadError",
    "Reading",
    "RecordError",
    "Report",
    "Settings",
    "SettingsError",
    "Span",
    "WorkerError",
    "__version__",
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
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - takes a while, and few ask

        return version(__name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
