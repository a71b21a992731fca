"""What single measures say of pairs of invented sentences."""

from __future__ import annotations

import pytest

from claimcompare.features.rarity import stem_weights
from claimcompare.preparation import candidates_of, prepared
from claimcompare.records import Report
from claimcompare.scoring import measured

LEFT = (
    "The harbour bridge will close on Friday, mayor Ilse Brandt said.\n\n"
    "Some 340 lorries cross the harbour bridge each day.\n\n"
    "Brandt blamed the state for the rust.\n\n"
    "“Nobody painted it,” she added."
)
RIGHT = (
    "Mayor Ilse Brandt said the harbour bridge closes on Friday.\n\n"
    "Senator Petra Lindqvist blamed the salt.\n\n"
    "340 lorries use it daily.\n\n"
    "Nobody had painted the rust away, Brandt said."
)


@pytest.fixture(scope="module")
def measures() -> dict[tuple[int, int], dict[str, float]]:
    """The measures of each pair, by the places of the two sentences in their reports."""
    ready = prepared([Report(id="a", text=LEFT), Report(id="b", text=RIGHT)])
    claims = [side.claim for side in ready.sides]
    return {
        (claims[candidate.left].position, claims[candidate.right].position): values
        for candidate, values in measured(ready.sides, candidates_of(ready))
    }


Measures = dict[tuple[int, int], dict[str, float]]


def test_persons_that_only_one_names_are_counted_by_whatever_name(measures: Measures) -> None:
    assert measures[0, 0]["persons_apart"] == 0
    assert measures[2, 1]["persons_apart"] == 2  # Brandt, who has a title elsewhere, and Lindqvist


def test_names_and_days_that_both_have_are_counted(measures: Measures) -> None:
    assert measures[0, 0]["names_shared"] == 2  # Ilse and Brandt
    assert measures[2, 1]["names_shared"] == 0
    assert measures[0, 0]["same_day"] == 1  # Friday
    assert measures[1, 0]["same_day"] == 0


def test_numbers_that_both_name_are_counted(measures: Measures) -> None:
    assert measures[1, 2]["numbers_shared"] == 1
    assert measures[0, 0]["numbers_shared"] == 0


def test_only_a_third_report_can_agree_with_both(measures: Measures) -> None:
    assert {values["agreement"] for values in measures.values()} == {0.0}
    third = Report(id="c", text="The harbour bridge will close on Friday because of the rust.")
    ready = prepared([Report(id="a", text=LEFT), Report(id="b", text=RIGHT), third])
    claims = [side.claim for side in ready.sides]
    agreed = {
        (claims[candidate.left].position, claims[candidate.right].position): values["agreement"]
        for candidate, values in measured(ready.sides, candidates_of(ready))
        if {claims[candidate.left].report, claims[candidate.right].report} == {"a", "b"}
    }
    assert max(agreed, key=agreed.__getitem__) == (0, 0)
    assert agreed[0, 0] > 0.0


def test_a_phrase_counts_where_no_other_sentence_of_either_report_has_it(measures: Measures) -> None:
    # three pairs of words from "mayor" to "said", and "on friday"; "harbour bridge" stands twice in the first report
    assert measures[0, 0]["phrases"] == 4
    assert measures[1, 0]["phrases"] == 0


def test_what_stands_beside_one_and_not_in_it_is_told_beside(measures: Measures) -> None:
    assert measures[3, 3]["told_beside"] > 0.0
    assert measures[0, 0]["told_beside"] == 0.0  # neither lacks anything that the other has


def test_the_openings_of_both_reports_are_near_the_top(measures: Measures) -> None:
    assert measures[0, 0]["near_top"] == 1.0
    assert measures[1, 2]["near_top"] == pytest.approx(1 / 3)


def test_the_rarest_word_in_common_is_rarer_where_fewer_sentences_have_it(measures: Measures) -> None:
    assert measures[1, 2]["rarest_shared"] > measures[1, 0]["rarest_shared"] > 0.0


def test_what_a_person_is_called_in_small_letters_belongs_to_who_is_named() -> None:
    text = "On Friday minister Ann Doe walked over the old bridge."
    side, _ = prepared([Report(id="a", text=text), Report(id="b", text=RIGHT)]).sides[:2]
    assert {"minist", "ann", "doe"} <= side.who
    assert side.who.isdisjoint(("on", "walk", "bridg", "old"))


def test_a_word_counts_once_a_sentence_however_often_it_stands_there() -> None:
    weights = stem_weights([["qaxlo", "qaxlo", "qaxlo", "vebru"], ["zimti"], ["zimti"]])
    assert weights["qaxlo"] == weights["vebru"] > weights["zimti"]
