"""What has to be told of the five published originals, found by a few of their words."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest
from attrs import frozen

from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.features import features_of
from claimcompare.records import Claim, Difference, Features, Report
from claimcompare.sentences import split_sentences


@frozen
class Told:
    """The differences of a cluster, with the words of their mentions."""

    differences: tuple[Difference, ...]
    texts: dict[str, str]

    def words(self, kind: str, severity: str | None = None) -> list[set[str]]:
        """For each difference of a kind, the words of all its mentions."""
        return [
            {
                mention.span.of(self.texts[mention.claim])
                for reading in one.readings
                for mention in reading.mentions
                if len(mention.span)
            }
            for one in self.differences
            if one.kind == kind and severity in (None, one.severity)
        ]

    def has(self, kind: str, *words: str, severity: str | None = None) -> bool:
        """Whether one difference of the kind has all these words, each in a mention."""
        return any(
            all(any(word in mention for mention in mentions) for word in words)
            for mentions in self.words(kind, severity)
        )


@pytest.fixture
def originals(shared: Path) -> list[str]:
    paths = sorted((shared / "seeds").glob("*.txt"))
    return [path.read_text(encoding="utf-8") for path in paths]


def told(originals: list[str], *places: tuple[int, str], published: tuple[str | None, ...] = ()) -> Told:
    """The differences of a cluster of the sentences that hold these words."""
    versions = [_version(number, originals[report], words) for number, (report, words) in enumerate(places)]
    links = {(i, j): align(versions[i], versions[j]) for i, j in combinations(range(len(versions)), 2)}
    dates = [Report(id="r", text="", published=day).published for day in published or (None,) * len(versions)]
    texts = {f"c{number}": originals[report] for number, (report, _) in enumerate(places)}
    return Told(differences_of(versions, links, dates, None), texts)


def _version(number: int, text: str, words: str) -> Features:
    at = text.index(words)
    span = next(one for one in split_sentences(text) if one.start <= at < one.end)
    report = Report(id=f"r{number}", text=text)
    return features_of(
        report, (Claim(id=f"c{number}", report=report.id, span=span, text=span.of(text), sentence=span),)
    )[0]


def test_five_and_sixth_capital_are_a_number_conflict(originals: list[str]) -> None:
    found = told(originals, (1, "captured five"), (4, "sixth provincial"))
    assert found.has("number", "five", "sixth", severity="conflict")


def test_three_more_and_several_others_are_no_conflict(originals: list[str]) -> None:
    found = told(originals, (1, "control of three more"), (3, "several others"))
    assert not found.words("number", "conflict")


def test_the_end_in_august_and_september_11_are_a_date_conflict_of_different_months(originals: list[str]) -> None:
    places = (
        (1, "withdrawal is August 31"),
        (2, "September 11 of 2021"),
        (3, "will end on Aug. 31"),
        (4, "will end on Aug"),
    )
    found = told(originals, *places, published=("2021-08-10", "2021-05-04", "2021-08-10", "2021-08-10"))
    assert found.has("date", "August 31", "Aug. 31", "September 11 of 2021", severity="conflict")
    notes = [one.note for one in found.differences if one.kind == "date" and one.severity == "conflict"]
    assert any(note and "2021-05-04 and 2021-08-10" in note for note in notes)


def test_two_spellings_of_the_envoy_are_style(originals: list[str]) -> None:
    found = told(originals, (1, "Zalmay Khalilzad, the US envoy, was"), (2, "Zalmai Khalilzad"))
    assert found.has("name", "Zalmay", "Zalmai", severity="style")


def test_fight_and_struggle_are_a_changed_quotation(originals: list[str]) -> None:
    found = told(originals, (1, "This is their fight"), (4, "This is their struggle"))
    assert found.has("quotation", "fight", "struggle", severity="shift")


def test_the_leadership_sentence_is_a_changed_quotation(originals: list[str]) -> None:
    found = told(originals, (1, "When we look back"), (4, "when we look back"))
    assert found.has("quotation", "it will depend on", "it will be about", severity="shift")
    assert not found.words("negation", "conflict")


def test_two_speakers_decline_to_say(originals: list[str]) -> None:
    found = told(originals, (0, "McKenzie declined"), (4, "Kirby declined"))
    assert found.has("attribution", "McKenzie", "Kirby", severity="shift")


def test_was_and_will_be_in_doha_are_a_shift_of_modality(originals: list[str]) -> None:
    found = told(originals, (1, "US envoy, was in Doha"), (3, "traveled to Qatar on"), (4, "will be in Doha"))
    assert found.has("modality", "was", "will be", severity="shift")
    assert found.has("date", "Aug. 8")


def test_insurgents_militants_and_taliban_are_labels(originals: list[str]) -> None:
    found = told(originals, (1, "refusal of the Taliban"), (3, "insurgents have so far"))
    assert found.has("label", "militants", "insurgents") or found.has("label", "Taliban", "insurgents")
    found = told(originals, (1, "Insurgents captured five"), (4, "sixth provincial"))
    assert found.has("label", "Insurgents", "Taliban")


def test_already_95_percent_complete_is_a_detail(originals: list[str]) -> None:
    found = told(originals, (1, "withdrawal is August 31"), (3, "will end on Aug. 31"), (4, "will end on Aug. 31"))
    assert found.has("detail", "already 95% complete", severity="shift")
