"""The whole flow: what a user of the library asks of it."""

from __future__ import annotations

from itertools import islice, product
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from claimcompare import (
    ArgumentError,
    ClaimCompareError,
    Report,
    Settings,
    compare,
    compare_claims,
    compare_stories,
    read_reports,
)
from claimcompare.alignment import align
from claimcompare.features import features_of
from claimcompare.finding import find
from claimcompare.lexicons import parameters
from claimcompare.pipeline import stories_told
from claimcompare.preparation import candidates_of, prepared
from claimcompare.scoring import measured, scored_matches
from claimcompare.scoring.afterwards import AFTERWARDS
from claimcompare.scoring.model import first_model, second_model

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimcompare.records import Claim, Cluster, Features, Link

REPORTS = [
    Report(
        id="morning",
        text="The ferry left Norhaven two hours late after its crew found a crack in the rudder. "
        "Tickets will be refunded, the harbour office said.",
    ),
    Report(
        id="evening",
        text="After the crew discovered a crack in the rudder, the Norhaven ferry left three hours late. "
        "A diver repaired the damage before noon.",
    ),
]


def test_a_claim_of_two_reports_is_one_cluster_and_the_hours_differ() -> None:
    (cluster,) = compare(REPORTS).clusters
    assert cluster.reports == ("evening", "morning")
    sources = {report.id: report.text for report in REPORTS}
    owners = {claim.id: claim.report for claim in cluster.claims}
    words = {
        mention.span.of(sources[owners[mention.claim]]).split()[0]
        for one in cluster.differences
        for reading in one.readings
        for mention in reading.mentions
        if mention.span
    }
    assert {"two", "three"} <= words


def test_of_many_versions_each_has_its_reading() -> None:
    hours = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
    reports = [
        Report(
            id=f"r{at:02}",
            text=f"The ferry left Norhaven {late} hours late after its crew found a crack in the rudder.",
        )
        for at, late in enumerate(hours)
    ]
    (cluster,) = compare(reports).clusters
    (difference,) = (one for one in cluster.differences if one.kind == "date")  # hours late
    told = {mention.claim for reading in difference.readings for mention in reading.mentions}
    assert len(difference.readings) == len(hours)
    assert told == {claim.id for claim in cluster.claims}


def test_however_many_reports_copy_a_text_each_sentence_of_it_is_one_cluster() -> None:
    text = "The ferry Alba ran aground off Port Hallow on Tuesday. Divers will inspect the hull before the tide turns."
    for copies in (2, 50, 60):
        reports = [Report(id=f"{number:02}", text=text) for number in range(copies)]
        clusters = compare(reports, Settings(story_days=None)).clusters
        assert [len(cluster.claims) for cluster in clusters] == [copies, copies]


def test_what_two_sentences_share_is_told_of_the_clause_that_holds_it() -> None:
    track = "Workers cleared the eastern track while engineers checked the damaged signal box at Norhaven."
    signal = "On Friday engineers checked the damaged signal box at Norhaven."
    (cluster,) = compare([Report(id="a", text=track), Report(id="b", text=signal)]).clusters
    assert [claim.text for claim in cluster.claims] == [
        "while engineers checked the damaged signal box at Norhaven",
        signal,
    ]


def test_who_says_it_is_no_part_of_the_clause_that_two_sentences_share() -> None:
    quoted = "“The gate of the old lock had rusted through in many places,” Lena Marsh told reporters in Tarn."
    told = "Lena Marsh wrote that the gate of the old lock had rusted through in many places."
    (cluster,) = compare([Report(id="a", text=quoted), Report(id="b", text=told)]).clusters
    words = "he gate of the old lock had rusted through in many places"
    assert [claim.text[1:] for claim in cluster.claims] == [words, words]


def test_of_claims_too_long_for_a_sentence_only_the_first_words_are_aligned(monkeypatch: pytest.MonkeyPatch) -> None:
    most = parameters("claims")["most_words_compared"]
    aligned: list[int] = []

    def counting(left: Features, right: Features) -> tuple[Link, ...]:
        aligned.append(max(len(left.tokens), len(right.tokens)))
        return align(left, right)

    monkeypatch.setattr("claimcompare.contrasting.align", counting)
    words = " ".join("".join(letters) for letters in islice(product("bdfgklmnprst", repeat=3), most + 50))
    for text in (words, "The old gate of the lock broke on Monday"):
        assert compare_claims(f"{text} twice", f"{text} again").alignment
    assert aligned == [most, len(["The", "old", "gate", "of", "the", "lock", "broke", "on", "Monday", "twice"])]


def test_a_quotation_cut_at_a_clause_is_told() -> None:
    short = '"We checked every gate of the harbour before the storm," said Lena Marsh, the harbour master.'
    long = '"We checked every gate of the harbour before the storm, and the council paid for none," Marsh told them.'
    around = ("The ferry Alba sank off Norhaven on Monday.", "Tickets will be refunded by the office.")
    (cluster,) = compare(
        [Report(id=at, text=f"{before} {said}") for at, before, said in zip("ab", around, (short, long), strict=True)]
    ).clusters
    assert [one.severity for one in cluster.differences if one.kind == "quotation"] == ["shift"]


ALBA = "The ferry Alba left Norhaven on Monday with 40 cars, said Lena Marsh, the harbour master."
DORA = "The ferry Alba left Norhaven on Tuesday with 60 cars, said Olaf Brandt, the harbour master."
HALL = "The mayor opened the new market hall in Tarn."


def test_of_two_equal_versions_the_fuller_one_is_the_heading() -> None:
    short, full = (
        "The ferry Alba left Norhaven two hours late.",
        "The old ferry Alba left Norhaven two hours late on Monday.",
    )
    (cluster,) = compare([Report(id="a", text=short), Report(id="b", text=full)]).clusters
    assert cluster.heading.text == full


def test_two_reports_of_one_agency_count_as_one_origin_of_a_claim() -> None:
    agencies = {"a": "AP", "b": "Associated Press", "c": None}
    reports = [Report(id=name, text=ALBA, agency=agency) for name, agency in agencies.items()]
    (cluster,) = compare([reports[0], reports[1], evolve(reports[2], text=DORA)]).clusters
    assert (cluster.reports, cluster.origins) == (("a", "b", "c"), 2)


def test_of_many_differences_the_first_are_told_up_to_the_limit() -> None:
    reports = [Report(id="a", text=ALBA), Report(id="b", text=DORA)]
    (every,) = compare(reports, Settings(max_differences=None)).clusters
    (fewer,) = compare(reports, Settings(max_differences=2)).clusters
    assert len(every.differences) > 2
    assert fewer.differences == every.differences[:2]
    (match,) = compare(reports, Settings(max_differences=1)).matches
    assert len(match.differences) == 1


def test_claims_of_fewer_reports_than_asked_for_are_left_out() -> None:
    texts = {"a": f"{ALBA}\n\n{HALL}", "b": DORA, "c": f"{ALBA}\n\n{HALL}"}
    reports = [Report(id=name, text=text) for name, text in texts.items()]
    assert [cluster.reports for cluster in compare(reports).clusters] == [("a", "b", "c"), ("a", "c")]
    assert [cluster.reports for cluster in compare(reports, Settings(min_reports=3)).clusters] == [("a", "b", "c")]


def test_a_text_says_of_itself_what_it_says_as_a_file(tmp_path: Path) -> None:
    texts = {
        "early": "Aug 10, 2021: The Norhaven ferry left on Tuesday after its crew found a crack in the rudder.",
        "late": "Aug 11, 2021: The Norhaven ferry left on Aug. 10 after a crack was found in the rudder.",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    of_files = compare(read_reports(tmp_path))
    of_texts = compare([Report(id=name, text=text) for name, text in texts.items()])
    assert [report.published is not None for report in of_texts.reports] == [True, True]
    assert of_texts.reports == tuple(evolve(report, path=None) for report in of_files.reports)
    assert of_texts.clusters == of_files.clusters


def test_a_claim_is_found_where_it_is_made_the_surest_first() -> None:
    comparison = compare(REPORTS)
    found = find(comparison, "The crew found a crack in the rudder of the Norhaven ferry.")
    assert {match.right.report for match in found[:2]} == {"morning", "evening"}
    assert [match.score for match in found] == sorted((match.score for match in found), reverse=True)
    assert all("Norhaven ferry" in match.left.text for match in found)


def test_what_is_found_says_how_it_differs_from_what_is_sought() -> None:
    reports = [
        Report(id="a", text="The ferry Alba ran aground off Port Hallow on Tuesday. Divers will inspect the hull."),
        Report(
            id="b", text="Rain fell. Six people were hurt when the ferry Alba ran aground, the harbour master said."
        ),
    ]
    sixth = compare(reports).find("five people were hurt when the ferry Alba ran aground")[0]
    assert sixth.right.report == "b"
    assert sixth.alignment
    # That the harbour master said so is no difference: what is sought does not name a source.
    assert [(one.kind, one.severity) for one in sixth.differences] == [("number", "conflict")]


def test_a_negative_limit_is_refused() -> None:
    with pytest.raises(ClaimCompareError, match="limit is -1, but has to be a whole number from 0 on"):
        compare([Report(id="a", text="Rain fell on the town.")]).find("rain", limit=-1)


def test_claims_sought_one_after_the_other_read_the_reports_once(monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = compare(REPORTS)
    read: list[str] = []

    def counted(report: Report, claims: Sequence[Claim]) -> tuple[Features, ...]:
        read.append(report.id)
        return features_of(report, claims)

    monkeypatch.setattr("claimcompare.preparation.features_of", counted)
    found = [find(comparison, "The ferry ran aground.") for _ in range(2)]
    assert found[0] == found[1]
    assert [read.count(report.id) for report in REPORTS] == [1] * len(REPORTS)


def test_what_nobody_says_is_not_found() -> None:
    assert all(match.score < 0.1 for match in find(compare(REPORTS), "Potato prices doubled in the southern valleys."))


def test_two_reports_of_one_id_are_refused_by_name() -> None:
    with pytest.raises(ArgumentError, match="'morning'"):
        compare([REPORTS[0], REPORTS[0]])


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("min_score", 1.5),
        ("keep_score", -0.1),
        ("min_reports", 1),
        ("max_differences", 0),
        ("stories_from", 1),
        ("stories_from", None),
        ("story_days", 0.5),
        ("story_days", float("nan")),
        ("min_score", "0.5"),
        ("min_score", True),
        ("min_reports", 2.5),
        ("max_differences", 2.5),
    ],
)
def test_a_setting_out_of_range_is_refused_by_name(name: str, value: object) -> None:
    with pytest.raises(ClaimCompareError, match=name):
        Settings(**{name: value})  # type: ignore[arg-type]  # wrong values are the point


def test_a_pair_that_is_given_up_early_scores_too_low_when_it_is_not() -> None:
    ready = prepared(REPORTS)
    candidates = candidates_of(ready)
    every = {(one.left.id, one.right.id): one.score for one in scored_matches(ready.sides, candidates)}
    found = scored_matches(ready.sides, candidates, least=0.1, thorough=False)
    early = {(one.left.id, one.right.id): one.score for one in found}
    assert early == {pair: score for pair, score in every.items() if score >= 0.1}


def test_every_learned_curve_has_its_measure() -> None:
    ready = prepared(REPORTS)
    names = {frozenset(values) for _, values in measured(ready.sides, candidates_of(ready))}
    assert names == {frozenset(curve.name for curve in first_model().curves)}
    (first,) = names
    second = {curve.name for curve in second_model().curves}
    assert second - first == AFTERWARDS.keys()
    assert second <= parameters("scoring")["words"].keys()


def test_what_is_told_of_matches_changes_nothing_else() -> None:
    whole = compare(REPORTS)
    (scored,) = compare_stories(REPORTS, of_matches="scores")
    (bare,) = compare_stories(REPORTS, of_matches="nothing")
    assert whole.matches[0].alignment
    assert whole.matches[0].differences
    assert scored.matches == tuple(evolve(match, alignment=(), differences=()) for match in whole.matches)
    assert not bare.matches
    assert whole.clusters == scored.clusters == bare.clusters


BRIDGE = [
    "The new bridge over the Tarn was opened to traffic in Carrow on Monday by the mayor, Ann Sole.",
    "It cost 40 million euros and took three years to build, the city council said.",
    "Its two towers were designed by engineers from Lorne.",
    "Polls closed at 8pm and the first results came in less than an hour later.",
    "The old ferry will stop running in June, after more than a century.",
    "Cyclists may use the bridge free of charge.",
    "Lorries of more than 40 tonnes are banned from it.",
]
TOWERS = [
    "The mayor of Carrow, Ann Sole, opened the new bridge over the Tarn on Monday.",
    "According to the city council the bridge, three years in the making, cost 40 million euros.",
    "Engineers from Lorne designed the two towers.",
    "Voting ended at 10pm local time, after which the count began at once.",
    "In June the ferry, which has been running for more than a century, will stop.",
    "For cyclists the bridge is free of charge.",
    "No lorry of more than 40 tonnes may use it.",
]


def _clusters_of(left: Sequence[str], right: Sequence[str], settings: Settings | None = None) -> tuple[Cluster, ...]:
    reports = [Report(id="left", text="\n".join(left)), Report(id="right", text="\n".join(right))]
    return compare(reports, settings or Settings()).clusters


def test_claims_too_unlike_for_a_cluster_stand_in_one_behind_the_others_if_they_contradict_each_other() -> None:
    *alike, unlike = _clusters_of(BRIDGE, TOWERS)
    assert [one.id for one in (*alike, unlike)] == [f"k{number}" for number in range(1, len(alike) + 2)]
    assert {claim.text.split()[0] for claim in unlike.claims} == {"Polls", "Voting"}
    (conflict,) = unlike.differences
    assert (conflict.kind, conflict.severity) == ("date", "conflict")
    assert "little alike" in (conflict.note or "")


def test_claims_too_unlike_for_a_cluster_that_agree_stand_in_none() -> None:
    found = _clusters_of(BRIDGE, [line.replace("10pm", "last") for line in TOWERS])
    assert not [one for cluster in found for one in cluster.claims if one.text.split()[0] in ("Polls", "Voting")]


def test_which_clusters_there_are_does_not_hang_on_which_pairs_are_listed() -> None:
    assert _clusters_of(BRIDGE, TOWERS, Settings(keep_score=0.0)) == _clusters_of(BRIDGE, TOWERS)


SALE = [
    "The brewery Hollin & Sons was sold to the Danish group Fjordal for 90 million pounds on Friday.",
    "Danish brewer Fjordal bought Hollin & Sons, a brewery founded in 1790, for 90 million pounds.",
    "Hollin & Sons, the brewery, goes to Fjordal of Denmark; the price is 90 million pounds.",
]
STORM = [
    "Storm Edda cut off the island of Scarva, where winds tore roofs from the fishing harbour's sheds.",
    "On the island of Scarva storm Edda tore roofs from sheds in the fishing harbour.",
    "Roofs were torn from sheds in Scarva's fishing harbour as storm Edda reached the island.",
]


def test_a_folder_of_two_stories_is_seen_and_can_be_sorted() -> None:
    told = {"sale": SALE, "storm": STORM}
    reports = [Report(id=f"{name}{at}", text=text) for name, texts in told.items() for at, text in enumerate(texts)]
    assert [{report.id[:-1] for report in story.reports} for story in stories_told(reports)] == [{"sale"}, {"storm"}]
    sorted_ones = compare(reports, Settings(stories_from=2))
    assert sorted_ones.clusters
    assert all(len({claim.report[:-1] for claim in cluster.claims}) == 1 for cluster in sorted_ones.clusters)


def test_reports_of_one_story_are_not_said_to_tell_several() -> None:
    reports = [Report(id=f"{at}", text=text) for at, text in enumerate((*SALE, *SALE))]
    assert stories_told(reports) == ()
    assert stories_told(reports[:2]) == ()
