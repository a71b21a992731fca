"""Reports → stories: in a corpus most reports have nothing to do with each other, and are not compared.

Reports are near each other by the rare words that they share, and less so with the days between them; groups of near
reports are stories. Each story is then compared as if it were alone, so that a word is as rare as it is among the
reports that could say the same.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcompare.lexicons import parameters
from claimcompare.records import Report, Story
from claimcompare.stories.days import faded
from claimcompare.stories.linkage import linked_groups
from claimcompare.stories.nearest import near_pairs
from claimcompare.stories.vectors import report_vectors

__all__ = ["stories_of"]


def stories_of(reports: Sequence[Report], half_life: float | None, corpus_from: int = 2) -> tuple[Story, ...]:
    """The stories that ``reports`` tell, most reports first; a report that is like no other is a story of its own.

    Fewer than ``corpus_from`` are one story, whatever they tell: whoever names them wants them compared. The nearness
    of two reports halves with every ``half_life`` days between them; None: it does not matter when they were published.
    """
    settings = parameters("stories")
    if len(reports) < corpus_from:
        return (Story(name="", reports=tuple(reports)),)
    vectors = report_vectors((f"{report.title or ''}\n{report.text}" for report in reports), settings["common"])
    near = near_pairs(vectors, settings["least_cosine"], settings["nearest"])
    pairs = faded(near, [report.published for report in reports], half_life)
    groups = linked_groups(len(reports), pairs, settings["least_mean"])
    groups = sorted(groups, key=lambda group: (-len(group), group))
    return tuple(
        Story(name=f"s{number}", reports=tuple(reports[at] for at in group))
        for number, group in enumerate(groups, start=1)
    )
