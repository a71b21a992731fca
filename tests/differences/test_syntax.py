"""How a version is read without a parser: the first word is a word like any other, and none stands before it."""

from __future__ import annotations

import pytest

from claimcompare import Report, compare_claims
from claimcompare.differences.shared.syntax.negators import negators_of
from claimcompare.differences.shared.versions import Version, version_of
from claimcompare.preparation import prepared_texts


def read(text: str) -> Version:
    (known,) = prepared_texts([Report(id="a", text=text)]).features.values()
    return version_of(known)


def test_no_word_stands_before_the_first_or_behind_the_last() -> None:
    version = read("Ferries sailed on Sunday")
    assert [version.form(at) for at in (-1, 0, 3, 4)] == ["", "ferries", "sunday", ""]


@pytest.mark.parametrize("last", ["yesterday", "quickly", "again"])
def test_a_too_that_opens_a_sentence_negates_whatever_the_last_word_is(last: str) -> None:
    version = read(f"Too weak to hold the water, the levee broke {last}.")
    assert [version.forms[at] for at in negators_of(version)] == ["too"]


@pytest.mark.parametrize("opened", ["The talks", "Talks"])
def test_what_a_day_dates_may_be_the_first_word(opened: str) -> None:
    match = compare_claims(f"{opened} are planned for Sunday in Norvik.", "Saturday's talks in Norvik drew a crowd.")
    assert [one.severity for one in match.differences if one.kind == "date"] == ["conflict"]
