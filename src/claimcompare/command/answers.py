"""What is asked of a comparison → chunks of text in the format that is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.command.options import CSV_ROWS, FORMATS, OF_ALL, OF_WHOLE
from claimcompare.finding import find
from claimcompare.lexicons import parameters
from claimcompare.rendering import json as shapes
from claimcompare.rendering import terminal
from claimcompare.rendering.selection import listed, narrowed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcompare.command.options import Options
    from claimcompare.records import Comparison, Match, Report
    from claimcompare.rendering.screen import Screen
    from claimcompare.settings import Settings


def answer(options: Options, comparison: Comparison, screen: Screen) -> Iterable[str]:
    """The comparison itself or the answer to the question that the options ask of it."""
    if options.question:
        return [_question(options, comparison, screen)]
    narrow = narrowed(comparison, severities=options.only, kinds=options.kind)
    if options.chosen_format == "text":
        return [terminal.text(narrow, screen, explain=options.explain, whole=comparison)]
    if options.chosen_format == "csv":
        return [_table(options.csv_rows or "claims", narrow, comparison)]
    module, function = FORMATS[options.chosen_format]
    given = (narrow, comparison) if options.chosen_format in OF_WHOLE else (narrow,)
    rendered: str | Iterable[str] = getattr(import_module(f"claimcompare.rendering.{module}"), function)(*given)
    return [rendered] if isinstance(rendered, str) else rendered


def _table(rows: str, narrow: Comparison, whole: Comparison) -> str:
    from claimcompare.rendering.csv import as_csv  # noqa: PLC0415 - a format is loaded when it is asked for

    return as_csv(whole if rows in OF_ALL else narrow, CSV_ROWS[rows])


@frozen(kw_only=True)
class StoryLines:
    """What JSON Lines say of one story.

    Attributes:
        reports: how many it has; ``speaking`` the ids of those in which there is a sentence.
    """

    lines: tuple[str, ...]
    reports: int
    speaking: frozenset[str]


def story_lines(only: tuple[str, ...], kind: tuple[str, ...], story: Comparison) -> StoryLines:
    """The lines of a story's clusters, with differences of these severities and kinds only; none stands for all."""
    from claimcompare.rendering import jsonl  # noqa: PLC0415 - a format is loaded when it is asked for

    narrow = narrowed(story, severities=only, kinds=kind)
    return StoryLines(
        lines=tuple(jsonl.cluster_lines(narrow)),
        reports=len(story.reports),
        speaking=frozenset(claim.report for claim in story.claims),
    )


def lone_lines(speaking: frozenset[str]) -> StoryLines:
    """What JSON Lines say of a report that is a story by itself: nothing."""
    return StoryLines(lines=(), reports=1, speaking=speaking)


def first_line(reports: Sequence[Report], settings: Settings) -> str:
    """The first of the JSON Lines."""
    from claimcompare.rendering import jsonl  # noqa: PLC0415 - a format is loaded when it is asked for

    return jsonl.head_line(sorted(reports, key=lambda report: report.id), settings)


def pair_answer(options: Options, match: Match, screen: Screen) -> list[str]:
    """How two bare texts match."""
    if options.chosen_format == "json":
        return [shapes.document({"pair": shapes.pair_as_dict(match)})]
    return [terminal.pair_text(match, screen)]


def _question(options: Options, comparison: Comparison, screen: Screen) -> str:
    as_json = options.chosen_format == "json"
    if options.find is not None:
        return _find(comparison, options.find, screen, as_json)
    return _unique(comparison, screen, as_json) if options.unique else _furniture(comparison, screen, as_json)


def _find(comparison: Comparison, sought: str, screen: Screen, as_json: bool) -> str:
    looked_at = find(comparison, sought, parameters("candidates")["story"]["nearest_of_all"])
    found = listed(looked_at, comparison.settings.min_score)
    if as_json:
        return shapes.document({"sought": sought, "found": [shapes.found_as_dict(match) for match in found]})
    return terminal.found_text(comparison, sought, found, screen)


def _unique(comparison: Comparison, screen: Screen, as_json: bool) -> str:
    if as_json:
        return shapes.document({"unique": [shapes.claim_as_dict(claim) for claim in comparison.unique()]})
    return terminal.unique_text(comparison, screen)


def _furniture(comparison: Comparison, screen: Screen, as_json: bool) -> str:
    if as_json:
        return shapes.document({"furniture": shapes.furniture_as_list(comparison)})
    return terminal.furniture_text(comparison, screen)
