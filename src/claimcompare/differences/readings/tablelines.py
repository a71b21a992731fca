"""Reports that are tables of figures, as those of dividends and results are: what they are of stands in their titles.

"Qtly div 14 cts vs 14 cts prior" has no verb and names nobody. Two such reports whose titles are not the same tell of
two firms, or of a firm's loss and its dividend.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import version_of
from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from claimcompare.records import Features, Report

_LEAST: float = parameters("differences")["tablelines"]["least"]


def tables_of_two(
    pairs: Iterable[tuple[str, str]], wholes: Iterable[Features], reports: Iterable[Report]
) -> frozenset[tuple[str, str]]:
    """The pairs of reports that are both tables, each with a word in its title that the other's title lacks."""
    titles = {one.id: _words_in(one.title) for one in reports}
    apart = [pair for pair in pairs if all(_words_apart(*(titles[one] for one in pair)))]
    tables = _tables(wholes, {one for pair in apart for one in pair})
    return frozenset(pair for pair in apart if set(pair) <= tables)


def _tables(wholes: Iterable[Features], reports: Set[str]) -> Set[str]:
    """Those of the reports of whose sentences most have no verb."""
    lines: dict[str, list[bool]] = defaultdict(list)
    for whole in wholes:
        if whole.claim.report in reports:
            lines[whole.claim.report].append(_is_line(whole))
    return {report for report, own in lines.items() if sum(own) >= _LEAST * len(own)}


def _is_line(whole: Features) -> bool:
    """Whether a sentence has a number or a date, and no verb."""
    version = version_of(whole)
    return bool(whole.quantities or whole.dates) and not any(is_verb(version, at) for at in range(len(version.forms)))


def _words_in(title: str | None) -> Set[str]:
    return set((title or "").casefold().split())


def _words_apart(left: Set[str], right: Set[str]) -> tuple[Set[str], Set[str]]:
    return left - right, right - left
