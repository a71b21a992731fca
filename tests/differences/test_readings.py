"""Who has which reading: over all versions of a claim, not only those between which the rules found a point."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from claimcompare import Settings, compare, read_reports
from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.differences.readings.gathering import Found
from claimcompare.differences.readings.grouping import differences_from
from claimcompare.differences.shared.view import Mark, Point
from claimcompare.features import features_of
from claimcompare.records import Claim, Difference, Features, Reading, Report, Span

if TYPE_CHECKING:
    from pathlib import Path


def differences(kind: str, *texts: str, reports: str = "ABCDE") -> list[Difference]:
    """Those of a kind between texts that stand in these reports."""
    versions = [version(*each) for each in zip("ABCDE", reports, texts, strict=False)]
    pairs = combinations(range(len(versions)), 2)
    links = {(i, j): align(versions[i], versions[j]) for i, j in pairs if reports[i] != reports[j]}
    return [one for one in differences_of(versions, links, [None] * len(versions), None) if one.kind == kind]


def version(letter: str, report: str, text: str) -> Features:
    whole = Span(0, len(text))
    claim = Claim(id=letter, report=report, span=whole, text=text, sentence=whole)
    return features_of(Report(id=report, text=text), (claim,))[0]


def readings(kind: str, *texts: str) -> list[dict[str, str]]:
    """For each difference of a kind, the texts that have each reading, by their letters."""
    return [listed(one) for one in differences(kind, *texts)]


def listed(difference: Difference) -> dict[str, str]:
    """The texts that have each reading, by their letters."""
    return {reading.value: "".join(who(reading)) for reading in difference.readings}


def who(reading: Reading) -> list[str]:
    return sorted(mention.claim for mention in reading.mentions)


def contradicting(difference: Difference) -> list[str]:
    """The texts that contradict each other, by their letters."""
    return ["".join(who(difference.readings[index])[0] for index in pair) for pair in difference.contradictions]


def test_of_many_readings_only_those_that_cannot_both_be_true_contradict() -> None:
    (number,) = differences(
        "number",
        "Rebels took five towns on the coast.",
        "Rebels took several towns on the coast.",
        "Rebels took six towns on the coast.",
    )
    assert number.severity == "conflict"
    assert contradicting(number) == ["AC"]
    assert number.severities == ("conflict", "shift", "conflict")


def test_a_report_that_has_both_readings_tells_of_two_things() -> None:
    five, six = ("Rebels took five towns on the coast.", "Rebels took six towns on the coast.")
    (told,) = differences("number", five, six, five, six, reports="ABBC")
    assert (told.severity, told.contradictions, told.severities) == ("shift", (), ("shift", "shift"))
    (told,) = differences("number", five, six, five, six, reports="ABCD")
    assert (told.severity, len(told.contradictions)) == ("conflict", 1)


def test_a_report_that_has_the_other_number_where_it_differs_from_nobody_contradicts_nobody() -> None:
    texts = (
        "Rebels took five towns on the coast.",
        "Rebels took six towns on the coast.",
        "Five towns fell to the rebels.",
    )
    (told,) = differences("number", *texts, reports="ABB")
    assert (told.severity, told.contradictions) == ("shift", ())
    (told,) = differences("number", *texts, reports="ABC")
    assert told.severity == "conflict"


def test_a_report_has_a_number_however_exactly_it_says_so() -> None:
    texts = (
        "The march drew some 40,000 people, organisers said; the police spoke of no more than 15,000.",
        "Some 15,000 people joined the march, police said, while the organisers spoke of 40,000.",
    )
    assert all(one.severity != "conflict" for one in differences("number", *texts))


def test_who_names_the_day_is_complete_also_where_a_version_is_too_far_from_the_one_that_does_not() -> None:
    (told,) = readings(
        "date",
        "The old lock of the harbour will be closed.",
        "The old lock of the harbour will be closed on Aug. 31.",
        "Small boats that pay in advance may pass until August 31, said Olaf Brandt.",
    )
    assert told == {"absent": "A", "--08-31": "BC"}


def test_a_report_does_not_lack_what_it_has_in_a_version_that_agrees() -> None:
    texts = (
        "The board voted on Monday to close the old lock after complaints by local sailors.",
        "The board voted on Monday to close the old lock.",
        "Complaints by local sailors led to the vote, the board said on Monday.",
    )
    complaints = {"complaints by local sailors": "AC", "absent": "B"}
    assert complaints in [listed(one) for one in differences("detail", *texts, reports="ABC")]
    assert complaints.keys() not in [listed(one).keys() for one in differences("detail", *texts, reports="ABB")]


def test_a_report_that_credits_the_source_elsewhere_credits_it() -> None:
    texts = (
        "The old lock will close in May, the Norvik Courier reported.",
        "The old lock will close in May.",
        "The closing was first reported by the Norvik Courier.",
    )
    (told,) = differences("attribution", *texts, reports="ABC")
    assert listed(told) == {"the norvik courier (report)": "AC", "absent": "B"}
    assert differences("attribution", *texts, reports="ABB") == []


def test_who_quotes_another_one_elsewhere_still_gives_these_words_to_somebody_else() -> None:
    (told,) = differences(
        "attribution",
        "“That fan has been loud since spring,” said Lena Ostby, a miner.",
        "“That fan has been loud since spring,” said Karl Brandt, a foreman.",
        "“We want it mended,” said Lena Ostby, a miner.",
        reports="ABB",
    )
    assert (told.severity, len(told.contradictions)) == ("conflict", 1)


def test_a_sum_is_one_whatever_it_is_called() -> None:
    texts = (
        "The bank is selling a $150 million bond on Monday.",
        "The bank is selling a $100 million bond on Monday.",
        "The $150 million deal was led by Tarn.",
    )
    assert [one.severity for one in differences("number", *texts, reports="ABB")] == ["shift"]
    (told,) = differences("number", *texts, reports="ABC")
    assert listed(told) == {"150000000 USD": "AC", "100000000 USD": "B"}
    assert told.severity == "conflict"


def test_a_day_of_another_month_is_a_reading_of_its_own() -> None:
    (told,) = readings(
        "date",
        "The old lock of the harbour will be closed on Aug. 31.",
        "The old lock of the harbour will be closed on Sept. 11.",
        "The harbour will lose its old lock on 31 August.",
    )
    assert told == {"--08-31": "AC", "--09-11": "B"}


def test_no_words_of_a_claim_are_told_twice_as_details_or_labels(seeds: Path) -> None:
    clusters = compare(read_reports(sorted(seeds.glob("*.txt"))), Settings(max_differences=None)).clusters
    told: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
    for cluster in clusters:
        for one in (one for one in cluster.differences if one.kind in ("detail", "label")):
            for mention in (mention for reading in one.readings for mention in reading.mentions):
                told[cluster.id, one.kind, mention.claim].append(mention.span)
    assert told
    for spans in told.values():
        for here, there in combinations(spans, 2):
            assert 2 * here.overlap(there) <= max(len(here), len(there))


def test_the_word_absent_is_a_reading_like_any_other() -> None:
    told = readings(
        "label", *(f"The {word} minister missed the vote on the bill." for word in ("absent", "sick", "ill"))
    )
    assert told == [{"absent": "A", "sick": "B", "ill": "C"}]


def test_the_stretches_of_a_wording_keep_their_words_where_a_report_leaves_words_out_itself() -> None:
    versions = [version("A", "A", "big … lock shut early"), version("B", "B", "wide … gate shut at dawn")]
    left = Mark((Span(0, 10), Span(16, 21)), ("big … lock", "early"))
    right = Mark((Span(0, 11), Span(17, 24)), ("wide … gate", "at dawn"))
    label = Point(
        kind="label",
        severity="style",
        left=Mark((Span(16, 21),), ("early",)),
        right=Mark((Span(17, 24),), ("at dawn",)),
        weight=1.0,
    )
    wording = Point(kind="wording", severity="style", left=left, right=right, weight=1.0)
    found = differences_from([Found(0, 1, label), Found(0, 1, wording)], versions, None)
    assert [[reading.value for reading in one.readings] for one in found if one.kind == "wording"] == [
        ["big … lock", "wide … gate"]
    ]


def test_one_quotation_is_one_reading_however_much_of_it_other_versions_have_otherwise() -> None:
    texts = (
        "“They do have my word to talk about the end of the strike,” Brandt said.",
        "Brandt told them: “They do have my word to talk about the end of the strike.”",
        "“And they are talking about an end of the strike,” Brandt said.",
        "They “have my word to talk about the end of the strike,” said Brandt.",
    )
    for told in (listed(one) for one in differences("quotation", *texts, reports="ABAC")):
        assert [letters for letters in told.values() if {*letters} & {*"AB"}] == ["AB"]


def test_two_ways_to_write_a_quotation_stay_two() -> None:
    (told,) = readings(
        "quotation",
        "“We ran the best, strongest crew on the coast,” Brandt said.",
        "“We ran the best strongest crew on the coast,” Brandt said.",
    )
    assert list(told.values()) == ["A", "B"]


def test_what_a_quotation_has_otherwise_is_not_denied_once_more() -> None:
    texts = (
        "“We looked at every option, and in the end we had no choice,” Ada Quill told the staff.",
        "“We looked at every option, and in the end we had a choice,” Quill told the staff.",
    )
    assert [one.severity for one in differences("quotation", *texts)] == ["conflict"]
    assert differences("negation", *texts) == []
