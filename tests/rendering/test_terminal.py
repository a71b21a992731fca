"""The text that is made to be read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from rich.cells import cell_len

from claimcompare import compare
from claimcompare.records import Claim, Difference, Evidence, Match, Mention, Reading, Report, Span
from claimcompare.rendering.lines import line, plain
from claimcompare.rendering.phrases import heading, labels
from claimcompare.rendering.screen import Screen
from claimcompare.rendering.selection import narrowed
from claimcompare.rendering.summary import summary_lines
from claimcompare.rendering.terminal import found_text, furniture_text, pair_text, text, unique_text

if TYPE_CHECKING:
    from claimcompare.records import Comparison

GOLDEN = Path(__file__).parent / "golden"
ESCAPES = re.compile(r"\x1b\[[\d;]*m")
SCREENS = {
    "file": Screen(),
    "40_columns": Screen(width=40),
    "80_columns": Screen(width=80),
    "130_columns": Screen(width=130),
}


@pytest.mark.parametrize("name", SCREENS)
def test_golden(name: str, comparison: Comparison) -> None:
    expected = (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")
    written = "".join(f"{line.rstrip()}\n" for line in text(comparison, SCREENS[name], explain=True).splitlines())
    assert written == expected


@pytest.mark.parametrize("width", [20, 40, 80, 100, 200])
@pytest.mark.parametrize("fixture", ["comparison", "hostile"])
def test_no_line_is_wider_than_the_screen(width: int, fixture: str, request: pytest.FixtureRequest) -> None:
    compared: Comparison = request.getfixturevalue(fixture)
    screen = Screen(width=width, styles=True, colour=True)
    written = [text(compared, screen, explain=True), unique_text(compared, screen), furniture_text(compared, screen)]
    for shown in ESCAPES.sub("", "".join(written)).splitlines():
        assert cell_len(shown.rstrip()) <= width


def test_the_numbers_of_reports_stand_under_their_headings(comparison: Comparison) -> None:
    head, *rows = text(comparison).split("\nReports ")[1].splitlines()[:4]
    for heading_ in ("shared", "alone"):
        end = len("Reports ") + head.index(heading_) + len(heading_)
        assert all(re.fullmatch(r"\S+ .*\d", row[:end]) and row[end] == " " for row in rows)


def test_a_pipe_gets_no_codes_and_one_line_for_each_claim(comparison: Comparison) -> None:
    lines = text(comparison).splitlines()
    assert "\x1b" not in "".join(lines)
    assert "    alba  The ferry Alba ran aground on *Tuesday* with **about 200** people on board." in lines


def test_without_colours_weight_and_underline_are_left(comparison: Comparison) -> None:
    written = text(comparison, Screen(width=80, styles=True, colour=False))
    assert "\x1b[1;4mabout 200\x1b[0m" in written
    assert "31m" not in written
    assert "33m" not in written
    assert "**" not in written


def test_colours_mark_what_differs(comparison: Comparison) -> None:
    assert "\x1b[1;4;31mabout 200\x1b[0m" in text(comparison, Screen(width=80, styles=True, colour=True))


def test_words_outside_the_claim_are_shown_behind_an_ellipsis(comparison: Comparison) -> None:
    assert "alba  Nobody was hurt … *the harbour master* …" in text(comparison)


def test_marks_that_touch_can_be_told_apart() -> None:
    touching = line(("five", "conflict"), (", perhaps more,", "shift"), (" ", "shift"), ("fell", "style"))
    assert plain([touching]) == "**five**, *perhaps more*, _fell_\n"


def test_conflicts_come_first(comparison: Comparison) -> None:
    first = comparison.clusters[0]
    turned = evolve(comparison, clusters=(evolve(first, differences=first.differences[::-1]),))
    severities = re.findall(r"^    [!~=] (\w+)", text(turned), re.MULTILINE)
    assert severities == ["conflict", "shift", "style"]


def test_claims_of_most_reports_come_first(comparison: Comparison) -> None:
    turned = evolve(comparison, clusters=comparison.clusters[::-1])
    assert re.findall(r"\[(\d) of 3", text(turned)) == ["3", "2", "2"]


def test_only_what_is_asked_for(comparison: Comparison) -> None:
    conflicts = narrowed(comparison, severities=("conflict",))
    written = text(conflicts, whole=comparison)
    assert written.startswith(
        "3 reports (2 origins): 3 claims shared by 2 reports or more, 1 of them with a conflict; 2 of 8"
    )
    assert "! conflict number" in written
    assert "shift  " not in written
    assert "Nobody was hurt" not in written
    assert [cluster.id for cluster in narrowed(comparison, kinds=("modality", "number")).clusters] == ["k1", "k3"]
    assert narrowed(comparison) is comparison


def test_where_nothing_is_of_the_kind_asked_for_it_says_so(comparison: Comparison) -> None:
    none = narrowed(comparison, kinds=["negation"])
    assert "\nNo claim has such a difference.\n" in text(none, whole=comparison)
    assert "No claim has" not in text(narrowed(comparison, kinds=["number"]), whole=comparison)


def test_where_nothing_is_shared_it_says_why(comparison: Comparison) -> None:
    assert "\nNothing is shared. Pairs less than 50\u00a0% sure are not joined" in text(evolve(comparison, clusters=()))


def test_a_heading_has_an_ellipsis_for_what_is_left_out(comparison: Comparison) -> None:
    cluster = comparison.clusters[0]
    claim = cluster.heading
    clause = evolve(claim, span=Span(claim.span.start + 4, claim.span.end), text=claim.text[4:])
    long = evolve(claim, text=("a " * 40)[: len(claim.text)])
    shown = [heading(evolve(cluster, claims=(one,), representative=one.id)) for one in (claim, clause, long)]
    assert shown == [claim.text, f"… {claim.text[4:]}", " ".join(["a"] * 26 + ["…"])]


def test_a_clause_is_explained_by_the_match_of_its_sentence(comparison: Comparison) -> None:
    (match, *_), cluster = comparison.matches, comparison.clusters[0]
    cut = {claim.id: _first_words(claim) for claim in cluster.claims}
    clauses = evolve(cluster, claims=tuple(cut.values()), representative=cut[cluster.representative].id, differences=())
    of_clauses = evolve(comparison, clusters=(clauses,), claims=(*comparison.claims, *cut.values()))
    assert text(of_clauses, explain=True).count("    why ") == len(cluster.claims) == 3
    assert "[claim 1]" in found_text(of_clauses, "the Alba ran aground", [match])


def _first_words(claim: Claim) -> Claim:
    """A clause of the claim."""
    span = Span(claim.span.start, claim.span.end - 4)
    return evolve(claim, id=f"{claim.id}-clause", span=span, text=claim.text[:-4])


def test_what_one_report_says_alone(comparison: Comparison) -> None:
    written = unique_text(comparison)
    assert written.startswith("2 sentences that only one report has.")
    assert "brig: 1 sentence\n    The company blamed a broken chart.\n" in written


def test_furniture_is_listed_with_the_reason(comparison: Comparison) -> None:
    assert furniture_text(comparison) == "1 line or paragraph left out.\nalba  Share 12  [share count]\n"


def test_where_a_claim_is_made(comparison: Comparison) -> None:
    match = comparison.matches[0]
    written = found_text(comparison, "the Alba ran aground", [match])
    assert written.startswith("“the Alba ran aground” is made in 1 of 3 reports.\n")
    assert "  brig  The ferry Alba ran aground on Wednesday with 240 people on board.  [claim 1]" in written
    assert "Less sure" not in written
    doubtful = [evolve(match, score=score) for score in (0.3, 0.01)]
    assert found_text(comparison, "x", doubtful).splitlines()[:3] == ["No report makes the claim “x”.", "", "Less sure"]
    assert found_text(comparison, "x", doubtful).count("brig") == 1
    assert found_text(comparison, "nothing", []) == "No report makes the claim “nothing”.\n"


def test_a_report_that_contradicts_a_claim_does_not_make_it(comparison: Comparison) -> None:
    made = evolve(comparison.matches[0], differences=())
    denied = evolve(made, score=0.99, differences=(Difference(kind="negation", severity="conflict", readings=()),))
    only = found_text(comparison, "x", [denied]).splitlines()[0]
    assert only == "No report makes the claim “x”; 1 says otherwise."
    elsewhere = evolve(denied, right=evolve(denied.right, report="crew"))
    first, second, *_ = found_text(comparison, "x", [elsewhere, made]).splitlines()
    assert first == "“x” is made in 1 of 3 reports; 1 says otherwise."
    assert "brig" in second


def test_a_pair_of_bare_texts() -> None:
    left, right = (
        Claim(id=f"c{number}", report=side, span=(whole := Span(0, len(words))), text=words, sentence=whole)
        for number, (side, words) in enumerate((("left", "Five died."), ("right", "Six died.")), start=1)
    )
    readings = tuple(
        Reading(value=value, mentions=(Mention(claim=claim.id, span=Span(0, end)),))
        for value, claim, end in (("5", left, 4), ("6", right, 3))
    )
    evidence = (Evidence(name="shared", value=0.5, weight=1.25, words="both have: died"),)
    conflict = Difference(kind="number", severity="conflict", readings=readings)
    match = Match(left=left, right=right, score=0.7, evidence=evidence, differences=(conflict,))
    assert pair_text(match).splitlines() == [
        "The same claim with a probability of 70\u00a0%.",
        "",
        "    left   **Five** died.",
        "    right  **Six** died.",
        "    ! conflict number      Five (left) ≠ Six (right)",
        "",
        "      +1.25  both have: died",
    ]


def test_readings_that_agree_stand_on_one_side_of_a_contradiction(comparison: Comparison) -> None:
    cluster = comparison.clusters[0]
    alba, brig, crew = cluster.claims
    points = ((alba, "about 200"), (brig, "240"), (crew, "with"))
    readings = tuple(
        Reading(value=words, mentions=(Mention(claim=claim.id, span=_span_of(words, claim)),))
        for claim, words in points
    )
    number = Difference(kind="number", severity="conflict", readings=readings)
    for contradictions, shown in (
        (((0, 1),), "about 200 (alba) ≠ 240 (brig) | with (crew)"),
        (((0, 1), (1, 2)), "about 200 (alba), with (crew) ≠ 240 (brig)"),
        (((0, 1), (0, 2), (1, 2)), "about 200 (alba) ≠ 240 (brig) ≠ with (crew)"),
    ):
        told = evolve(number, contradictions=contradictions)
        assert shown in text(evolve(comparison, clusters=(evolve(cluster, differences=(told,)),)))


def _span_of(words: str, claim: Claim) -> Span:
    start = claim.span.start + claim.text.index(words)
    return Span(start, start + len(words))


START, END = "the ferry left the port of Alba", "the last of the crew"
FIRST, SECOND = (f"{START} {between} with {END}" for between in ("at dawn on the first of May", "late on a cold night"))


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        (f"{FIRST} aboard", SECOND, "the ferry left the port of … of the crew aboard (left) | the ferry"),
        (FIRST, SECOND, f"{FIRST} (left) | {SECOND} (right)"),
    ],
    ids=["ends differ", "middles differ"],
)
def test_the_middle_of_a_long_reading_is_left_out_where_the_ends_differ(left: str, right: str, shown: str) -> None:
    claims = tuple(
        Claim(id=side, report=side, span=Span(0, len(words)), text=words, sentence=Span(0, len(words)))
        for side, words in (("left", left), ("right", right))
    )
    readings = tuple(
        Reading(value=claim.text, mentions=(Mention(claim=claim.id, span=claim.span),)) for claim in claims
    )
    detail = Difference(kind="detail", severity="shift", readings=readings)
    match = Match(left=claims[0], right=claims[1], score=0.9, evidence=(), differences=(detail,))
    assert shown in pair_text(match)


def test_an_explained_reading_is_written_in_full(comparison: Comparison) -> None:
    cluster = comparison.clusters[0]
    readings = tuple(
        Reading(value=claim.text, mentions=(Mention(claim=claim.id, span=claim.span),)) for claim in cluster.claims[:2]
    )
    detail = Difference(kind="detail", severity="shift", readings=readings)
    whole = evolve(comparison, clusters=(evolve(cluster, differences=(detail,)),))
    line_of_detail = next(each for each in text(whole, explain=True).splitlines() if "shift    detail" in each)
    assert "…" not in line_of_detail


@pytest.mark.parametrize("control", ["\x1b", "\x07", "\x9b", "\u202e", "\u2066", "\r"])
def test_hostile_text_steers_nothing(hostile: Comparison, control: str) -> None:
    shown = [text(hostile, explain=True), furniture_text(hostile), unique_text(hostile)]
    assert control not in "".join(shown)
    styled = text(hostile, Screen(width=80, styles=True, colour=True), explain=True)
    assert control not in ESCAPES.sub("", styled)


def test_long_ids_are_cut_where_they_still_differ() -> None:
    reports = [Report(id=f"00{number}_0123456789abcdef", text="") for number in range(3)]
    assert list(labels(reports, 12).values()) == ["000", "001", "002"]
    reports = [Report(id=f"a{number}bcdefghijklmnop", text="") for number in range(3)]
    assert list(labels(reports, 12).values()) == ["a0bcdefghij…", "a1bcdefghij…", "a2bcdefghij…"]
    papers = [Report(id=name, text="") for name in ("business", "national-radio-of-the-north", "free")]
    assert list(labels(papers, 12).values()) == ["business", "national", "free"]
    alike = [Report(id=f"a-very-long-name-that-ends-in-{number}", text="") for number in range(3)]
    assert len(set(labels(alike, 12).values())) == 3
    assert max(map(len, labels(alike, 12).values())) <= 12


@pytest.mark.parametrize(("title", "told"), [("Dam fails in Norvik on Monday night", ""), ("Storm", "  [{name}]")])
def test_an_id_that_its_label_cuts_short_is_told_unless_the_title_starts_with_it(title: str, told: str) -> None:
    name = "Dam fails in Norvik"
    comparison = compare([Report(id=name, text="The dam fails.", title=title), Report(id="b", text="Rain fell.")])
    first = plain(summary_lines(comparison, {name: "Dam fails", "b": "b"})).splitlines()[1]
    assert first.endswith(f"  {title}{told.format(name=name)}")
