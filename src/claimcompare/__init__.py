"""Compare several reports on one story: which claims they share, and how the wording differs."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcompare.errors import (
        ArgumentError,
        ClaimCompareError,
        ReadError,
        RecordError,
        SettingsError,
        WorkerError,
    )
    from claimcompare.pipeline import compare, compare_claims, compare_stories
    from claimcompare.reading import read_reports
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
    from claimcompare.rendering.loading import load_comparison
    from claimcompare.sentences import split_sentences
    from claimcompare.settings import Settings

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

# Nothing is imported before it is asked for: the stages take most of a second, the records a tenth, and Ctrl-C in
# that time has to find the command ready for it.
_HOMES = {
    **dict.fromkeys(["compare", "compare_claims", "compare_stories"], "pipeline"),
    **dict.fromkeys([name for name in __all__ if name.endswith("Error")], "errors"),
    "load_comparison": "rendering.loading",
    "read_reports": "reading",
    "split_sentences": "sentences",
    "Settings": "settings",
}


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - takes a while, and few ask

        return version(__name__)
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES.get(name, 'records')}"), name)


def __dir__() -> list[str]:
    return list(__all__)
