"""Reports of two things contradict nothing.

Two reports that differ in figure after figure and share few tell of two things in one form, as two companies' results
do, or one market's on two days: what they put differently is no contradiction. Nor is what reports say that have
hardly a name or figure in common at all, or of which neither has what the other is titled by: none of it, or not one of
the names in it. Nor do figures of a brief and of a report of another day, with more that differ than are the same: they
have moved on. Reports of one day that name the same people and places tell of one thing, and so do reports that quote
the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from functools import cache
from itertools import chain, combinations, product, starmap
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare.differences.readings.tablelines import tables_of_two
from claimcompare.lexicons import parameters, table, words
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

    from claimcompare.records import Claim, Cluster, Difference, Features, Kind, Report

_SETTINGS = parameters("differences")["forms"]
_FEWEST: int = _SETTINGS["fewest_conflicts"]
_TELLING: float = _SETTINGS["telling_above"]
_FEWEST_OWN: int = _SETTINGS["fewest_own"]
_LINKED: int = _SETTINGS["linked"]
_FEWEST_SHARED: int = _SETTINGS["fewest_shared"]
_QUOTED: int = _SETTINGS["quoted"]
_BRIEF: int = _SETTINGS["brief"]
_OWN: frozenset[Kind] = frozenset({"number", "date"})  # what each of two things has of its own
_NOTE = "the reports share few names and figures: they may tell of two things"
_NOTE_OF_TITLES = "neither report has what the other is titled by: they may tell of two things"
_NOTE_OF_DAYS = "the reports are of two days and share few figures: this may be a development"
_WORD = re.compile(r"[^\W\d_]{2,}")

Figure = tuple[float, str | None]
Reports = tuple[str, str]


@frozen
class _Told:
    """What a report tells, on the day that it is of.

    Attributes:
        numbers: exact ones, with their units.
        names: those of several words.
        words: the telling words of all names: of "National Bank of Tarn Ltd" only "tarn".
        quoted: each few words in a row that stand in quotation marks.
    """

    numbers: Set[Figure]
    names: Set[str]
    words: Set[str]
    quoted: Set[tuple[str, ...]]
    day: datetime.date | None

    def __len__(self) -> int:
        return len(self.numbers) + len(self.names) + len(self.words)

    def shared_with(self, other: _Told) -> int:
        """How many of its numbers and names another one has as well."""
        return sum(map(len, (self.numbers & other.numbers, self.names & other.names, self.words & other.words)))

    def shared_on_one_day(self, other: _Told) -> int:
        """The same without words, and without names where the reports are of two days: a market has the same daily."""
        of_two_days = self.day and other.day and self.day != other.day
        return len(self.numbers & other.numbers) + (0 if of_two_days else len(self.names & other.names))


@frozen(kw_only=True)
class OfTwoThings:
    """Pairs of reports, in order, that tell of two things though they conflict.

    Attributes:
        of_one_form: of which no conflict stays one; of the others those of numbers and dates do not.
        with_little_in_common: that have hardly a name or figure in common.
        titled_apart: whose titles name two things.
        of_two_days: one of them brief, of two days.
    """

    of_one_form: frozenset[Reports]
    with_little_in_common: frozenset[Reports]
    titled_apart: frozenset[Reports]
    of_two_days: frozenset[Reports]

    def those_for(self, kind: Kind) -> frozenset[Reports]:
        """The pairs between which differences of a kind are no contradictions."""
        own = self.with_little_in_common | self.titled_apart | self.of_two_days
        return self.of_one_form | own if kind in _OWN else self.of_one_form

    def note_for(self, pairs: Set[Reports]) -> str:
        """Why what these pairs put differently is no contradiction."""
        told = ((self.of_two_days, _NOTE_OF_DAYS), (self.titled_apart, _NOTE_OF_TITLES))
        return next((note for apart, note in told if pairs <= apart), _NOTE)


def reports_of_two_things(
    clusters: Sequence[Cluster], wholes: Sequence[Features], reports: Sequence[Report]
) -> OfTwoThings:
    """Those among the reports of the clusters; ``wholes`` is what is known of each of their sentences."""
    told, pairs, numbers = _told_by(wholes, reports), _with_own_figures(clusters), _numbers_apart(clusters)
    found = {
        "of_one_form": _of_one_form(numbers, told),
        "with_little_in_common": _with_little_in_common(pairs, told),
        "titled_apart": _titled_apart(pairs, told, reports) | tables_of_two(pairs, wholes, reports),
        "of_two_days": _of_two_days(numbers, told),
    }
    return OfTwoThings(
        **{
            name: frozenset(pair for pair in apart if told[pair[0]].quoted.isdisjoint(told[pair[1]].quoted))
            for name, apart in found.items()
        }
    )


def _told_by(wholes: Iterable[Features], reports: Iterable[Report]) -> dict[str, _Told]:
    """For each report what it tells that two do not share by accident."""
    numbers: dict[str, set[Figure]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    parts: dict[str, set[str]] = defaultdict(set)
    quoted: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for whole in wholes:
        quoted[whole.claim.report].update(_quoted_in(whole))
        exact = (one for one in whole.quantities if one.low == one.high)
        numbers[whole.claim.report].update((one.low, one.unit) for one in exact if one.low > _TELLING or one.low % 1)
        names[whole.claim.report].update(" ".join(name.words) for name in whole.names if len(name.words) > 1)
        parts[whole.claim.report].update(word.casefold() for name in whole.names for word in name.words)
    untold = words("common_words") | _shared_by_many()
    return {
        one.id: _Told(numbers[one.id], names[one.id], parts[one.id] - untold, quoted[one.id], one.published)
        for one in reports
    }


def _quoted_in(whole: Features) -> Iterator[tuple[str, ...]]:
    """Each few words in a row that a sentence has in quotation marks."""
    starts = [token.start for token in whole.tokens]
    for one in whole.quotations:
        within = whole.tokens[bisect_left(starts, one.span.start) : bisect_left(starts, one.span.end)]
        forms = [token.form.casefold() for token in within if token.end <= one.span.end]
        yield from (tuple(forms[at : at + _QUOTED]) for at in range(len(forms) - _QUOTED + 1))


@cache
def _shared_by_many() -> frozenset[str]:
    """The words of countries and states, and those of names of every kind: "ltd", "national"."""
    cells = (cell for name in ("places", "states", "name_words") for row in table(name) for cell in row)
    return frozenset(word for cell in cells for word in cell.replace("|", " ").split())


def _with_own_figures(clusters: Iterable[Cluster]) -> frozenset[Reports]:
    """The pairs of reports, in order, with a conflict of what each of two things has of its own."""
    return frozenset(
        pair
        for cluster in clusters
        for one in cluster.differences
        if one.severity == "conflict" and one.kind in _OWN
        for pair in _between(one, cluster.claims)
    )


def _with_little_in_common(pairs: Iterable[Reports], told: Mapping[str, _Told]) -> frozenset[Reports]:
    """The pairs of which each report has several names and figures, and both have few in common, nor with a third."""
    return frozenset(
        (one, other)
        for one, other in pairs
        if min(len(told[one]), len(told[other])) >= _FEWEST_OWN
        and told[one].shared_with(told[other]) < _FEWEST_SHARED
        and not _are_linked(told[one], told[other], told.values())
    )


def _are_linked(one: _Told, other: _Told, told: Iterable[_Told]) -> bool:
    """Whether they have a word of a name in common, and both have much in common with one further report."""
    return bool(one.words & other.words) and any(
        min(one.shared_with(third), other.shared_with(third)) >= _LINKED
        for third in told
        if third is not one and third is not other
    )


def _titled_apart(pairs: Iterable[Reports], told: Mapping[str, _Told], reports: Iterable[Report]) -> frozenset[Reports]:
    """The pairs of which neither has what is telling in the title of the other: a word of it, or a name in it."""
    by_id = {report.id: report for report in reports}
    return frozenset(
        (one, other)
        for one, other in pairs
        if (_lacks_title(by_id[one], by_id[other]) and _lacks_title(by_id[other], by_id[one]))
        or _name_two_things(one, other, told, by_id)
    )


def _lacks_title(report: Report, other: Report) -> bool:
    """Whether a report has none of the telling words in the title of another one, which has some."""
    telling = _words_in(other.title or "") - words("common_words") - _shared_by_many()
    return bool(telling) and telling.isdisjoint(_words_in(_whole_text(report)))


def _name_two_things(one: str, other: str, told: Mapping[str, _Told], by_id: Mapping[str, Report]) -> bool:
    """Whether each title has names that the other report lacks, and no third one has much in common with both."""
    lacking = all(_lacks_names(by_id[own], by_id[more], told[more]) for own, more in ((one, other), (other, one)))
    return lacking and not _are_linked(told[one], told[other], told.values())


def _lacks_names(report: Report, other: Report, told: _Told) -> bool:
    """Whether a report has no word in the title of another one that is of a name there: the "Tarn" of "Tarn Oil"."""
    known = {stem(word) for word in told.words}
    names = {one for word in _words_in(other.title or "") if (one := stem(word)) in known}
    return bool(names) and names.isdisjoint(stem(word) for word in _words_in(_whole_text(report)))


def _whole_text(report: Report) -> str:
    return f"{report.title or ''} {report.text}"


def _words_in(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _numbers_apart(clusters: Iterable[Cluster]) -> Mapping[Reports, int]:
    """How many conflicts of numbers pairs of reports have, in order, those that time explains among them."""
    apart = {  # one may be told in several clusters
        (pair, frozenset(reading.value for reading in one.readings))
        for cluster in clusters
        for one in cluster.differences
        if one.kind == "number" and (one.severity == "conflict" or one.note)
        for pair in _between(one, cluster.claims)
    }
    return Counter(pair for pair, _ in apart)


def _of_one_form(numbers: Mapping[Reports, int], told: Mapping[str, _Told]) -> frozenset[Reports]:
    """The pairs of reports with more conflicts of numbers than they have in common, and a few at least."""
    return frozenset(
        pair
        for pair, number in numbers.items()
        if number >= _FEWEST and number > told[pair[0]].shared_on_one_day(told[pair[1]])
    )


def _of_two_days(numbers: Mapping[Reports, int], told: Mapping[str, _Told]) -> frozenset[Reports]:
    """The pairs with more conflicts of numbers than numbers in common, of two days, and one of them brief."""
    return frozenset(
        pair
        for pair, number in numbers.items()
        if _are_of_two_days(*(told[one] for one in pair)) and number > _shared_numbers(*(told[one] for one in pair))
    )


def _are_of_two_days(one: _Told, other: _Told) -> bool:
    """Whether the days of both are known and not one, and one of them has few names and figures."""
    return None not in (one.day, other.day) and one.day != other.day and min(len(one), len(other)) <= _BRIEF


def _shared_numbers(one: _Told, other: _Told) -> int:
    return len(one.numbers & other.numbers)


def doubted(differences: Sequence[Difference], claims: Iterable[Claim], of_two: OfTwoThings) -> tuple[Difference, ...]:
    """The differences of these claims: a conflict only between reports of two things becomes a shift."""
    report_of = {claim.id: claim.report for claim in claims}
    found = [_less_doubted(one, report_of, of_two) if one.contradictions else one for one in differences]
    return tuple(sorted(found, key=lambda one: one.severity != "conflict"))


def _less_doubted(conflict: Difference, report_of: Mapping[str, str], of_two: OfTwoThings) -> Difference:
    """The conflict without the contradictions that are only between reports apart; without any it is a shift."""
    readers, apart = _readers(conflict, report_of), of_two.those_for(conflict.kind)
    between = {pair: frozenset(_apart(*(readers[at] for at in pair))) for pair in conflict.contradictions}
    kept = tuple(pair for pair, reports in between.items() if not reports <= apart)
    if kept:
        return evolve(conflict, contradictions=kept)
    note = of_two.note_for(frozenset(chain.from_iterable(between.values())))
    return evolve(conflict, severity="shift", note=note, contradictions=())


def _between(difference: Difference, claims: Iterable[Claim]) -> Iterator[Reports]:
    """The pairs of reports that have different readings; what one lacks is no reading."""
    readers = _readers(difference, {claim.id: claim.report for claim in claims})
    told = [own for own, reading in zip(readers, difference.readings, strict=True) if reading.is_told]
    return chain.from_iterable(starmap(_apart, combinations(told, 2)))


def _readers(difference: Difference, report_of: Mapping[str, str]) -> list[set[str]]:
    """For each reading the reports that have it."""
    return [{report_of[mention.claim] for mention in reading.mentions} for reading in difference.readings]


def _apart(some: Set[str], others: Set[str]) -> Iterator[Reports]:
    return ((min(pair), max(pair)) for pair in product(some, others) if pair[0] != pair[1])
