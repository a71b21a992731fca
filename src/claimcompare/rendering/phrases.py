"""The phrases that every readable format shares: counts, names of reports, readings in words."""

from __future__ import annotations

import re
from itertools import chain, combinations
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.records import SEVERITIES
from claimcompare.rendering.marks import starts_late
from claimcompare.rendering.quotes import in_whole_quotes, shortened
from claimcompare.rendering.safe import one_line
from claimcompare.settings import FEWEST_FOR_ALL_BUT_ONE, FEWEST_REPORTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from claimcompare.records import Claim, Cluster, Comparison, Difference, Reading, Report, Severity

SEPARATORS = "_-. "
# The signs between readings that cannot both be true, between those on one side of a contradiction, and between others.
AGAINST, TOGETHER, BESIDE = " ≠ ", ", ", " | "
BRIEF = 90  # characters of a heading in a row of a table
LABEL_ROOM = 18  # of a report's label where there is room
NONE_SUCH = "No claim has such a difference."
KIND_WORDS = {
    "number": "a quantity, count, sum or length of time",
    "date": "a day or time",
    "name": "a person, place or organisation",
    "negation": "one affirms what the other denies",
    "modality": "certainty, obligation or tense",
    "attribution": "who says it",
    "quotation": "quoted words",
    "label": "another word for the same thing, with another load",
    "detail": "a fact or qualifier that some leave out",
    "wording": "a plain paraphrase",
}
SEVERITY_WORDS = {"conflict": "they cannot both be true", "shift": "the meaning changes", "style": "the same meaning"}


@frozen
class ReadingWords:
    """A reading as written: its distinct words in the order of the reports, none where it is absent."""

    words: tuple[str, ...]
    reports: tuple[str, ...]

    @property
    def words_and_reports(self) -> str:
        """The words with the reports that have them, or that it is not in these."""
        reports = ", ".join(self.reports)
        return f"{' / '.join(self.words)} ({reports})" if self.words else f"not in {reports}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 report``, ``2 reports``, ``1,200 reports``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """0.834 as ``83 %``, with a space that does not break."""
    return f"{round(100 * share)}\u00a0%"


def found_words(comparison: Comparison) -> str:
    """What was compared and what was found, in one line."""
    origins = f" ({counted(len(comparison.origins), 'origin')})" if comparison.origins else ""
    reports = counted(len(comparison.reports), "report")
    claims = f"{counted(len(comparison.clusters), 'claim')} shared by {comparison.settings.min_reports} reports or more"
    sentences = counted(sum(claim.is_whole for claim in comparison.claims), "sentence")
    alone = f"{len(comparison.unique()):,} of {sentences} are in no shared claim"
    return f"{reports}{origins}: {claims}{_conflict_words(comparison.clusters)}; {alone}."


def shared_words(comparison: Comparison, whole: Comparison) -> str:
    """``26 shared claims``, or ``2 of 26 shared claims`` of a comparison that was narrowed from ``whole``."""
    shown = "" if comparison is whole else f"{len(comparison.clusters):,} of "
    return f"{shown}{counted(len(whole.clusters), 'shared claim')}"


def none_words(whole: Comparison) -> str:
    """Why no claim is shown: there is none, or none with what was asked for."""
    if whole.clusters:
        return NONE_SUCH
    sure, fewest = percent(whole.settings.min_score), whole.settings.min_reports
    fewer = (
        f" Claims of fewer than {fewest} reports are left out; see --min-reports." if fewest > FEWEST_REPORTS else ""
    )
    return f"Nothing is shared. Pairs less than {sure} sure are not joined; see --min-score.{fewer}"


def holder_words(comparison: Comparison) -> str:
    """Who has a sentence that no cluster has: one report, or at most claims that were left out."""
    fewest = comparison.settings.min_reports
    return "only one report" if fewest <= FEWEST_REPORTS else f"no claim of {fewest} reports or more"


def alone_words(comparison: Comparison) -> str:
    """Where a sentence stands that no cluster has: in one report, or at most in claims that were left out."""
    fewest = comparison.settings.min_reports
    return "in one report only" if fewest <= FEWEST_REPORTS else f"in no claim of {fewest} reports or more"


def standing(cluster: Cluster, comparison: Comparison, names: Mapping[str, str] | None = None) -> str:
    """How many of the reports make the claim, which one alone does not, and how many origins stand behind it.

    ``names`` are labels by the reports' ids; without them, the ids are written.
    """
    own, every = set(cluster.reports), len(comparison.reports)
    words = [f"{len(own)} of {counted(every, 'report')}"]
    if every >= FEWEST_FOR_ALL_BUT_ONE and len(own) == every - 1:
        silent = next(report.id for report in comparison.reports if report.id not in own)
        words.append(f"all but {names[silent] if names else one_line(silent)}")
    return ", ".join([*words, counted(cluster.origins, "origin")] if comparison.origins else words)


def heading(cluster: Cluster) -> str:
    """The words over a cluster: those of its representative, with an ellipsis for what is left out."""
    return _headed(cluster.heading)


def contested(cluster: Cluster) -> str:
    """The words of a version that another contradicts, shortened as a heading; without a conflict the heading."""
    conflict = next((one for one in cluster.differences if one.severity == "conflict"), None)
    if conflict is None:
        return heading(cluster)
    _, first = joined_readings(conflict)[0]
    return _headed(next(claim for claim in cluster.claims if claim.id == first.mentions[0].claim))


def _headed(claim: Claim) -> str:
    words = shortened(one_line(claim.text), **parameters("rendering")["heading"])
    return f"… {words}" if starts_late(claim, claim.span.start) else words


def brief(words: str) -> str:
    """A heading for a row of a table."""
    return words if len(words) <= BRIEF else f"{words[:BRIEF].rsplit(' ', 1)[0].rstrip(' …')} …"


def ranked(clusters: Sequence[Cluster]) -> list[Cluster]:
    """The clusters in the order in which a reader wants them: with a conflict first, then those of most reports."""
    return sorted(clusters, key=lambda cluster: (worst(cluster) != "conflict", -len(cluster.reports)))


def by_severity(differences: Iterable[Difference]) -> list[tuple[int, Difference]]:
    """Differences with their numbers, conflicts first, otherwise in their order."""
    return sorted(enumerate(differences), key=lambda numbered: SEVERITIES.index(numbered[1].severity))


def worst(cluster: Cluster) -> Severity | None:
    """The weightiest severity of a cluster's differences."""
    found = {difference.severity for difference in cluster.differences}
    return next((severity for severity in SEVERITIES if severity in found), None)


def joined_readings(difference: Difference) -> list[tuple[str, Reading]]:
    """The readings, those that contradict one another first, each with the sign before it."""
    sides = _sides(difference)
    signs = {side[0]: AGAINST for side in sides} | {index: TOGETHER for side in sides for index in side[1:]}
    order = [index for side in sides for index in side]
    order += [index for index in range(len(difference.readings)) if index not in signs]
    told = [(signs.get(index, BESIDE), difference.readings[index]) for index in order]
    return [("" if place == 0 else sign, reading) for place, (sign, reading) in enumerate(told)]


def _sides(difference: Difference) -> list[list[int]]:
    """The readings that contradict others, by their indexes, those together that do not contradict each other."""
    told = [index for index, severity in enumerate(difference.severities) if severity == "conflict"]
    apart = {frozenset(pair) for pair in difference.contradictions or combinations(told, 2)}
    sides: list[list[int]] = []
    for index in sorted(frozenset(chain.from_iterable(apart))):
        if not difference.readings[index].is_told:
            continue
        own = next((side for side in sides if not any(frozenset((index, other)) in apart for other in side)), None)
        if own is None:
            sides.append([index])
        else:
            own.append(index)
    return sides


def reading_words(reading: Reading, texts: Mapping[str, str], report_of: Mapping[str, str]) -> ReadingWords:
    """A reading's words as the reports have them; ``report_of`` gives the report of each claim."""
    told = (mention for mention in reading.mentions if mention.is_told)
    said = (in_whole_quotes(texts[report_of[mention.claim]], mention.span) for mention in told)
    distinct = {words.casefold(): words for words in map(one_line, reversed(list(said)))}
    where = dict.fromkeys(report_of[mention.claim] for mention in reading.mentions)
    return ReadingWords(tuple(reversed(distinct.values())), tuple(where))


def brief_readings(every: Sequence[ReadingWords]) -> list[tuple[str, ...]]:
    """The words of each reading without the middle of a long one, which the versions have, if they still differ."""
    limits = parameters("rendering")["reading"]
    short = [tuple(dict.fromkeys(shortened(words, **limits) for words in one.words)) for one in every]
    return short if len(set(short)) == len({one.words for one in every}) else [one.words for one in every]


def labels(reports: Sequence[Report], room: int) -> dict[str, str]:
    """A label for each report's id, of at most ``room`` characters: the id or its beginning, numbered if need be."""
    ids = {report.id: one_line(report.id) for report in reports}
    if any(len(label) > room for label in ids.values()):
        first = {name: re.split(f"[{re.escape(SEPARATORS)}]", label, maxsplit=1)[0] for name, label in ids.items()}
        if len(set(first.values())) == len(ids) and all(first.values()):  # files are often named 001_title, 002_title …
            ids = first
    short = {name: label if len(label) <= room else _cut(label, room - 1) for name, label in ids.items()}
    if len(set(short.values())) == len(ids):
        return short
    return {name: _cut(f"{number}:{label}", room - 1) for number, (name, label) in enumerate(ids.items(), start=1)}


def _cut(label: str, length: int) -> str:
    """The first part of a label, with an ellipsis unless it ends where a word does."""
    whole = len(label) <= length or label[length] in SEPARATORS
    return label[:length] if whole else f"{label[:length].rstrip(SEPARATORS)}…"


def _conflict_words(clusters: Sequence[Cluster]) -> str:
    conflicts = sum(worst(cluster) == "conflict" for cluster in clusters)
    return f", {conflicts:,} of them with a conflict" if conflicts else ""
