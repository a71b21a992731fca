"""The whole flow on one page: reports → comparison.

reading → stories → the first half (``preparation``): cleaning → sentences → claims → features → candidates
→ scoring → origins → clusters → the last part (``contrasting``): alignment → differences, and behind the clusters
claims that are too unlike for one and contradict each other
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Generic, Literal, TypeVar, get_args

from attrs import evolve, frozen

from claimcompare.clusters import (
    LEAST_OPPOSED,
    LEAST_SCORE,
    Group,
    claim_groups,
    opposed_pairs,
    shared_claims,
)
from claimcompare.contrasting import Contrasts, with_contradictions
from claimcompare.differences.readings.forms import OfTwoThings, doubted, reports_of_two_things
from claimcompare.errors import ArgumentError, is_whole, require
from claimcompare.lexicons import parameters
from claimcompare.origins import origin_by_report, origins_of
from claimcompare.preparation import (
    Prepared,
    candidate_of_texts,
    candidates_of,
    cleaned_claims,
    crowded_sentences,
    prepared,
    prepared_texts,
    speaks,
)
from claimcompare.records import (
    Candidate,
    Cluster,
    Comparison,
    Features,
    Match,
    Origin,
    Report,
    Story,
)
from claimcompare.scoring import scored_matches, without_surroundings
from claimcompare.settings import FEWEST_REPORTS, Settings
from claimcompare.stories import stories_of
from claimcompare.text.about import as_read
from claimcompare.workers import batches_of, mapped, usable_cores

Result = TypeVar("Result")
MatchDetail = Literal["nothing", "scores", "differences"]
"""How much detail each match carries: full detail takes most of the time, and few formats show it."""

_DEFAULT = Settings()


def compare(reports: Sequence[Report], settings: Settings = _DEFAULT, *, jobs: int | None = 1) -> Comparison:
    """What ``reports`` say in common, and how their wording differs.

    The order in which the reports are given changes nothing. A corpus is sorted into stories first, which are compared
    each on its own, in as many processes as ``jobs`` says (None: as many as pay); that changes nothing either.

    Raises:
        ArgumentError: something is not of its type, or two reports have the same id.
    """
    return joined(compare_stories(reports, settings, jobs=jobs), settings)


def compare_stories(
    reports: Sequence[Report],
    settings: Settings = _DEFAULT,
    *,
    jobs: int | None = 1,
    of_matches: MatchDetail = "differences",
) -> Iterator[Comparison]:
    """The comparison of each story that ``reports`` tell, one after the other; a few reports are one story.

    ``of_matches`` is what is said of each match: nothing (none are listed), its score with the evidence, or its
    alignment and differences too.

    Raises:
        ArgumentError: something is not of its type, or two reports have the same id.
        WorkerError: a worker process was killed.
    """
    return each_story(Work(of_story=_as_it_is, of_matches=of_matches), reports, settings, jobs=jobs)


@frozen(kw_only=True)
class Work(Generic[Result]):
    """What is to be made of each story, in the process that compares it.

    Attributes:
        of_story: what is made of its comparison, in which so much is said of each match as ``of_matches`` says.
        of_lone: what is made of a report that is a story by itself: it gets the id of the report if there is a sentence
            in it, and nothing otherwise. None: such a report has a comparison too, which takes three times as long.
    """

    of_story: Callable[[Comparison], Result]
    of_matches: MatchDetail
    of_lone: Callable[[frozenset[str]], Result] | None = None


def each_story(
    work: Work[Result], reports: Sequence[Report], settings: Settings = _DEFAULT, *, jobs: int | None = 1
) -> Iterator[Result]:
    """What ``work`` makes of each story that ``reports`` tell."""
    _check(reports, settings, jobs, work.of_matches)
    stories = _stories(reports, settings, settings.stories_from)
    whole = partial(_worked, work, settings)
    batches = batches_of(stories, _characters, parameters("stories")["batch_characters"])
    return mapped(whole, batches, _processes(stories, jobs))


def stories_told(reports: Sequence[Report], settings: Settings = _DEFAULT) -> tuple[Story, ...]:
    """The stories that seem to be told by reports that are compared as one story: several, or none worth a word."""
    sizes = parameters("stories")
    if not sizes["fewest_sorted"] <= len(reports) < settings.stories_from:
        return ()
    told = [one for one in _stories(reports, settings, 2) if len(one.reports) >= sizes["fewest_told"]]
    return tuple(told) if len(told) > 1 else ()


def _stories(reports: Sequence[Report], settings: Settings, corpus_from: int) -> tuple[Story, ...]:
    return stories_of([as_read(report) for report in _distinct(reports)], settings.story_days, corpus_from)


def joined(parts: Iterable[Comparison], settings: Settings = _DEFAULT) -> Comparison:
    """One comparison of the comparisons of several stories, in their order; the reports in that of their ids."""
    stories = tuple(parts)
    if len(stories) == 1:
        return stories[0]
    reports = (report for story in stories for report in story.reports)
    return Comparison(
        settings=settings,
        reports=tuple(sorted(reports, key=lambda report: report.id)),
        blocks=tuple(block for story in stories for block in story.blocks),
        claims=tuple(claim for story in stories for claim in story.claims),
        matches=tuple(match for story in stories for match in story.matches),
        clusters=tuple(cluster for story in stories for cluster in story.clusters),
        origins=tuple(origin for story in stories for origin in story.origins),
    )


def _processes(stories: Sequence[Story], asked: int | None) -> int:
    """How many processes: as many as are asked for, or as pay, since it takes a second or two to start them."""
    if asked is not None or len(stories) == 1:
        return asked if asked and len(stories) > 1 else 1
    large = sum(map(_characters, stories)) >= parameters("stories")["processes_from_characters"]
    return usable_cores() if large else 1


def _worked(work: Work[Result], settings: Settings, story: Story) -> Result:
    if work.of_lone and len(story.reports) == 1:
        return work.of_lone(frozenset(report.id for report in story.reports if speaks(report)))
    return work.of_story(_story_comparison(story, settings, work.of_matches))


def _as_it_is(comparison: Comparison) -> Comparison:
    return comparison


def _characters(story: Story) -> int:
    return sum(len(report.text) for report in story.reports)


def _story_comparison(story: Story, settings: Settings, of_matches: MatchDetail) -> Comparison:
    """The flow itself, for reports that are compared with each other."""
    if len(story.reports) == 1:
        return _lone_comparison(story, settings)
    ready = prepared(story.reports, story.name)
    candidates = candidates_of(ready)
    explained = math.inf if of_matches == "nothing" else settings.kept_score
    matches = scored_matches(ready.sides, candidates, least=LEAST_OPPOSED, explained=explained, thorough=False)
    listed = _listed(ready, candidates, matches, settings.kept_score) if of_matches != "nothing" else ()
    origins = _origins(story, [ready.features[side.claim.id] for side in ready.sides], matches)
    groups = [
        group
        for group in claim_groups(matches, settings.min_score, crowded_sentences(ready, candidates))
        if len({claim.report for claim in group.claims}) >= settings.min_reports
    ]
    origin_of = origin_by_report(origins)
    contrasts = Contrasts(ready, settings.max_differences)
    told = [_cluster(group, ready, contrasts, origin_of) for group in groups]
    of_two = reports_of_two_things(told, [whole for whole, *_ in ready.versions.values()], ready.reports)
    pairs = opposed_pairs(matches, groups) if settings.min_reports <= FEWEST_REPORTS else ()
    unlike = [_cluster(pair, ready, contrasts, origin_of, alike=False) for pair in pairs]
    clusters = with_contradictions(told, unlike, of_two)
    return Comparison(
        settings=settings,
        reports=ready.reports,
        blocks=ready.blocks,
        claims=ready.claims,
        matches=_detailed(listed, contrasts, settings.min_score, of_two) if of_matches == "differences" else listed,
        clusters=tuple(evolve(one, id=f"{story.name}k{number}") for number, one in enumerate(clusters, start=1)),
        origins=origins,
    )


def _lone_comparison(story: Story, settings: Settings) -> Comparison:
    """The comparison of a story of one report: its claims, and nothing that they match."""
    blocks, claims = cleaned_claims(story.reports, story.name)
    return Comparison(
        settings=settings,
        reports=story.reports,
        blocks=blocks,
        claims=claims,
        matches=(),
        clusters=(),
        origins=_origins(story, (), ()),
    )


def _origins(story: Story, features: Sequence[Features], matches: Sequence[Match]) -> tuple[Origin, ...]:
    found = origins_of(story.reports, features, matches)
    return tuple(evolve(origin, id=f"{story.name}{origin.id}") for origin in found)


def _listed(
    ready: Prepared, candidates: Sequence[Candidate], matches: Sequence[Match], least: float
) -> tuple[Match, ...]:
    """The matches from a score on; where that is low, also those of candidates that plainly come to nothing."""
    if least < LEAST_SCORE:
        return scored_matches(ready.sides, candidates, least=least, explained=least)
    return tuple(match for match in matches if match.score >= least)


def _detailed(
    matches: Iterable[Match], contrasts: Contrasts, min_score: float, of_two: OfTwoThings
) -> tuple[Match, ...]:
    """The matches, those that make clusters with their words aligned and their differences."""
    full = (contrasts.aligned(match) if match.score >= min_score else match for match in matches)
    return tuple(
        evolve(match, differences=doubted(match.differences, (match.left, match.right), of_two)) for match in full
    )


def compare_claims(left: str, right: str, settings: Settings = _DEFAULT) -> Match:
    """How two bare texts match; spans are offsets into each of them.

    Raises:
        ArgumentError: something is not of its type.
    """
    for name, text in (("left", left), ("right", right)):
        require(name, text, "a string", holds=isinstance(text, str))
    _check_settings(settings)
    ready = prepared_texts([Report(id="left", text=left), Report(id="right", text=right)])
    (match,) = scored_matches(ready.sides, [candidate_of_texts(ready)])
    return Contrasts(ready, settings.max_differences).aligned(without_surroundings(match))


def _cluster(
    group: Group, ready: Prepared, contrasts: Contrasts, origin_of: Mapping[str, str], *, alike: bool = True
) -> Cluster:
    """A group of sentences as a cluster without a name: the claims in them that are shared, and how these differ."""
    claims = shared_claims(group, ready.versions, ready.weights)
    versions = [ready.features[claim.id] for claim in claims]
    return Cluster(
        id="",
        claims=claims,
        representative=claims[group.representative].id,
        origins=len({origin_of[claim.report] for claim in claims}),
        differences=contrasts.between(versions, group.representative)
        if alike
        else contrasts.conflicts_between(versions),
    )


def _check(reports: Iterable[Report], settings: Settings, jobs: int | None, of_matches: MatchDetail) -> None:
    """Raises ArgumentError for what comes of a slip, such as a path in place of what was read there."""
    many = isinstance(reports, Iterable) and not isinstance(reports, str | bytes | Mapping)
    require("reports", reports, "several of claimcompare.Report, as read_reports() gives", holds=many)
    _check_settings(settings)
    whole = jobs is None or is_whole(jobs, 1)
    require("jobs", jobs, "a whole number from 1 on, or None", holds=whole)
    known = get_args(MatchDetail)
    require("of_matches", of_matches, f"one of {', '.join(map(repr, known))}", holds=of_matches in known)


def _check_settings(settings: Settings) -> None:
    require("settings", settings, "claimcompare.Settings", holds=isinstance(settings, Settings))


def _distinct(reports: Iterable[Report]) -> tuple[Report, ...]:
    """The reports in the order of their ids, so that the order in which they are given changes nothing."""
    seen: set[str] = set()
    reports = tuple(reports)
    for report in reports:
        require("one of the reports", report, "a claimcompare.Report", holds=isinstance(report, Report))
        if report.id in seen:
            raise ArgumentError(f"two reports have the id {report.id!r}; give each an id of its own")
        seen.add(report.id)
    return tuple(sorted(reports, key=lambda report: report.id))
