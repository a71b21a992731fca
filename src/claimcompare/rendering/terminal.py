"""A comparison → text to be read, on a terminal or in a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare.lexicons import parameters
from claimcompare.rendering import lines, phrases
from claimcompare.rendering.evidence import matches_by_places, matches_within, numbers_by_place, place_of
from claimcompare.rendering.lines import Cell, Columns, Line, line
from claimcompare.rendering.marks import Piece, claim_pieces, marks_by_claim, merged_by_severity
from claimcompare.rendering.safe import one_line, visible
from claimcompare.rendering.screen import Screen
from claimcompare.rendering.summary import summary_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.records import Claim, Cluster, Comparison, Difference, Match
    from claimcompare.rendering.marks import Mark
    from claimcompare.rendering.phrases import ReadingWords

FILE = Screen()
INDENT = 4
LABEL_SHARE, LABEL_MOST = 4, 12  # a label takes a quarter of the width, and 12 cells at most
SEVERITY_SIGNS = {"conflict": "!", "shift": "~", "style": "="}
EXPLAINED = 6  # pairs of a cluster; the weightiest pieces of evidence of each
LEGEND = "Words that differ: **conflict**, *shift of meaning*, _style_."


@frozen(kw_only=True)
class _View:
    """What every part of the text looks up.

    Attributes:
        whole: readings are written in full, however long.
    """

    texts: Mapping[str, str]
    report_of: Mapping[str, str]
    labels: Mapping[str, str]
    whole: bool = False

    @property
    def room(self) -> int:
        return max(map(len, self.labels.values()), default=0)


def text(
    comparison: Comparison, screen: Screen = FILE, *, explain: bool = False, whole: Comparison | None = None
) -> str:
    """What was compared and found, then each cluster with its versions and differences, then a table of the reports.

    ``whole`` is what ``comparison`` was narrowed from; the first line and the table are about that.
    """
    whole = whole or comparison
    view = evolve(_view(comparison, screen), whole=explain)
    found: list[Line | Columns] = [line((phrases.found_words(whole), "heading"))]
    if comparison.clusters and not screen.styles and any(cluster.differences for cluster in comparison.clusters):
        found.append(line(LEGEND))
    if not comparison.clusters:
        found += [line(), line(phrases.none_words(whole))]
    matches = matches_by_places(comparison.matches) if explain else {}
    for number, cluster in enumerate(phrases.ranked(comparison.clusters), start=1):
        found += [line(), *_cluster_lines(view, f"{number}.", cluster, phrases.standing(cluster, whole, view.labels))]
        found += _explanation(view, matches_within(cluster, matches)) if explain else ()
    return drawn([*found, line(), *summary_lines(whole, view.labels)], screen)


def unique_text(comparison: Comparison, screen: Screen = FILE) -> str:
    """What only one report says, report by report."""
    view = _view(comparison, screen)
    single: dict[str, list[Claim]] = {report.id: [] for report in comparison.reports}
    for claim in comparison.unique():
        single[claim.report].append(claim)
    total = sum(map(len, single.values()))
    found = [line((f"{phrases.counted(total, 'sentence')} that {phrases.holder_words(comparison)} has.", "heading"))]
    for report, claims in single.items():
        heading = f"{view.labels[report]}: {phrases.counted(len(claims), 'sentence')}"
        found += [line(), line((heading, "report"))]
        found += [line(" " * INDENT, one_line(claim.text), hang=INDENT) for claim in claims]
    return drawn(found, screen)


def furniture_text(comparison: Comparison, screen: Screen = FILE) -> str:
    """What was left out of the comparison, each with the reason."""
    view = _view(comparison, screen)
    blocks = comparison.furniture()
    found = [
        line((f"{phrases.counted(len(blocks), 'line or paragraph', 'lines and paragraphs')} left out.", "heading"))
    ]
    for block in blocks:
        words = one_line(block.span.of(view.texts[block.report])) or "(nothing that is seen)"
        label = view.labels[block.report].ljust(view.room)
        reason = f"  [{one_line(block.reason or 'furniture')}]"
        found.append(line((label, "report"), "  ", words, (reason, "quiet"), hang=view.room + 2))
    return drawn(found, screen)


def found_text(comparison: Comparison, sought: str, found: Sequence[Match], screen: Screen = FILE) -> str:
    """Where a claim is made: the matches of ``sought``, the left side of each, surest first; below, what comes near."""
    view = _view(comparison, screen)
    sure = sorted((match for match in found if match.score >= comparison.settings.min_score), key=_says_otherwise)
    least = parameters("rendering")["near_score"]
    near = [match for match in found if least <= match.score < comparison.settings.min_score]
    out = [line((_where_made(sought, sure, len(comparison.reports)), "heading"))]
    standing = numbers_by_place(phrases.ranked(comparison.clusters))
    for match in sure:
        out += _found_lines(view, match, standing.get(place_of(match.right), ()))
    out += [line(), line(("Less sure", "heading"))] if near else []
    for match in near:
        out += _found_lines(view, match, standing.get(place_of(match.right), ()))
    return drawn(out, screen)


def _where_made(sought: str, sure: Sequence[Match], reports: int) -> str:
    """In how many reports a claim is made, and how many contradict it and nowhere make it.

    A claim looks only so far: where all that it looked at is sure, there may be more.
    """
    made, words = {match.right.report for match in sure if not _says_otherwise(match)}, f"“{one_line(sought)}”"
    otherwise = len({match.right.report for match in sure} - made)
    least = "at least " if len(sure) >= parameters("candidates")["story"]["nearest_of_all"] else ""
    heading = f"{words} is made in {least}{len(made)} of {phrases.counted(reports, 'report')}"
    told = f"; {otherwise} {'says' if otherwise == 1 else 'say'} otherwise" if otherwise else ""
    return f"{heading if made else f'No report makes the claim {words}'}{told}."


def _says_otherwise(match: Match) -> bool:
    """Whether what was found contradicts what was sought."""
    return any(one.severity == "conflict" for one in match.differences)


def pair_text(match: Match, screen: Screen = FILE) -> str:
    """Two bare texts side by side, how sure it is that they state the same, why, and how they differ."""
    view = _pair_view(match)
    marks = marks_by_claim(match.differences)
    sides = tuple(_cell(view, claim, marks.get(claim.id, ())) for claim in (match.left, match.right))
    found: list[Line | Columns] = [
        line((f"The same claim with a probability of {phrases.percent(match.score)}.", "heading")),
        line(),
        Columns(sides, INDENT),
        *_difference_lines(view, match.differences),
        line(),
        *_evidence_lines(match),
    ]
    return drawn(found, screen)


def drawn(found: Sequence[Line | Columns], screen: Screen) -> str:
    """Lines as text for a screen."""
    if screen.width is None:
        return lines.plain(found)
    return lines.wrapped(found, screen.width, styles=screen.styles, colour=screen.colour)


def _view(comparison: Comparison, screen: Screen) -> _View:
    room = LABEL_MOST if screen.width is None else max(6, min(LABEL_MOST, screen.width // LABEL_SHARE))
    return _View(
        texts={report.id: report.text for report in comparison.reports},
        report_of={claim.id: claim.report for claim in comparison.claims},
        labels=phrases.labels(comparison.reports, room),
    )


def _cluster_lines(view: _View, number: str, cluster: Cluster, standing: str) -> Iterator[Line | Columns]:
    heading = f"{number.ljust(INDENT)}{phrases.heading(cluster)}"
    yield line((heading, "heading"), (f"  [{standing}]", "quiet"), hang=INDENT)
    marks = marks_by_claim(cluster.differences)
    yield Columns(tuple(_cell(view, claim, marks.get(claim.id, ())) for claim in cluster.claims), INDENT)
    yield from _difference_lines(view, cluster.differences)


def _cell(view: _View, claim: Claim, marks: Sequence[Mark]) -> Cell:
    words = map(_part, merged_by_severity(claim_pieces(view.texts[claim.report], claim, marks)))
    return Cell((view.labels[claim.report], "report"), tuple(words))


def _part(piece: Piece) -> tuple[str, str]:
    shown = visible(piece.text)
    spaced = " ".join(shown.split())
    before, after = " " * shown[:1].isspace(), " " * shown[-1:].isspace()
    return (f"{before}{spaced}{after}" if spaced else " " * bool(shown)), piece.severity or (
        "quiet" if piece.span is None else ""
    )


def _found_lines(view: _View, match: Match, numbers: Sequence[int]) -> Iterator[Line]:
    label = view.labels[match.right.report].ljust(view.room)
    sure = f"{phrases.percent(match.score):>5}  "
    where = (f"  [claim {', '.join(map(str, numbers))}]" if numbers else "", "quiet")
    yield line(sure, (label, "report"), "  ", one_line(match.right.text), where, hang=view.room + len(sure) + 2)
    yield from _difference_lines(_pair_view(match, view), match.differences)


def _difference_lines(view: _View, differences: Sequence[Difference]) -> Iterator[Line]:
    return (_difference_line(difference, view) for _, difference in phrases.by_severity(differences))


def _difference_line(difference: Difference, view: _View) -> Line:
    start = f"{SEVERITY_SIGNS[difference.severity]} {difference.severity:<8} {difference.kind:<11} "
    told = phrases.joined_readings(difference)
    every = [phrases.reading_words(reading, view.texts, view.report_of) for _, reading in told]
    readings: list[str | tuple[str, str]] = []
    for (sign, _), words, said in zip(told, every, _said(every, view), strict=True):
        reports = ", ".join(view.labels[report] for report in words.reports)
        readings.append((sign, "quiet"))
        readings += [said, (f" ({reports})", "report")] if said else [f"not in {reports}"]
    note = (f"  [{one_line(difference.note)}]", "quiet") if difference.note else ""
    style = f"severity {difference.severity}"
    return line(" " * INDENT, (start, style), *readings, note, hang=INDENT + len(start))


def _said(every: Sequence[ReadingWords], view: _View) -> list[str]:
    """What each reading says; the middle of a long one is left out unless all is asked for."""
    said = [one.words for one in every] if view.whole else phrases.brief_readings(every)
    return [" / ".join(words) for words in said]


def _explanation(view: _View, inside: Sequence[Match]) -> Iterator[Line]:
    for match in inside[:EXPLAINED]:
        left, right = view.labels[match.left.report], view.labels[match.right.report]
        yield line(" " * INDENT, f"why {left} and {right}: ", f"{phrases.percent(match.score)} sure", hang=INDENT + 2)
        yield from _evidence_lines(match)


def _evidence_lines(match: Match) -> Iterator[Line]:
    weightiest = sorted(match.evidence, key=lambda piece: -abs(piece.weight))[:EXPLAINED]
    for piece in weightiest:
        yield line(" " * (INDENT + 2), f"{piece.weight:+5.2f}  ", one_line(piece.words), hang=INDENT + 9)


def _pair_view(match: Match, view: _View | None = None) -> _View:
    """What is looked up for two bare texts, whose claims start at 0 of a text that is theirs alone."""
    sides = (match.left, match.right)
    known = view.texts if view else {}
    labels = {claim.report: view.labels.get(claim.report, "sought") if view else claim.report for claim in sides}
    return _View(
        texts={claim.report: known.get(claim.report, claim.text) for claim in sides},
        report_of={claim.id: claim.report for claim in sides},
        labels=labels,
    )
