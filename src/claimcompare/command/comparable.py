"""Whether what was read can be compared, and what is to be said of it beforehand."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from claimcompare.command import console
from claimcompare.errors import ClaimCompareError
from claimcompare.settings import FEWEST_REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from claimcompare.command.options import Options
    from claimcompare.records import ReadResult, Report


def require_reports(options: Options, result: ReadResult) -> None:
    """Raises an error where too few reports were read; says if those that were seem to tell several stories."""
    if not result.reports:
        raise ClaimCompareError("nothing to compare: no report could be read")
    if options.show_furniture:
        return
    if len(result.reports) < FEWEST_REPORTS:
        name = result.reports[0].path or result.reports[0].id
        raise ClaimCompareError(f"nothing to compare: {name} is the only report, and a comparison takes two")
    if options.stories_from is None:
        _say_if_of_several(options, result.reports)


def _say_if_of_several(options: Options, reports: Sequence[Report]) -> None:
    from claimcompare.pipeline import stories_told  # noqa: PLC0415 - not needed to name a wrong option

    several = stories_told(reports, options.settings)
    if several:
        console.say(
            f"these {len(reports)} reports seem to tell {len(several)} stories, and are compared as one; "
            f"--stories-from {FEWEST_REPORTS} compares each story on its own"
        )


def require_speech(options: Options, reports: Iterable[Report], speaking: AbstractSet[str]) -> None:
    """Names the reports without a sentence; raises an error where fewer than two are left."""
    held = Counter(report.path for report in reports)
    for report in sorted(reports, key=lambda report: report.id):
        if report.id not in speaking:
            many = report.path and held[report.path] > 1
            name = f"{report.path}: {report.id}" if many else report.path or report.id
            console.say(f"{name}: no sentence was found in it")
    if len(speaking) < FEWEST_REPORTS and not options.show_furniture:
        raise ClaimCompareError("nothing to compare: fewer than two of the reports have a sentence")
