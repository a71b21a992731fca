"""Days are found by their form only, and never guessed from a bare number."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.text.dates import date_of, dates_in

DAY = datetime.date(2021, 8, 10)


@pytest.mark.parametrize(
    "words",
    [
        "2021-08-10",
        "2021-08-10T09:15:00+02:00",
        "2021/8/10",
        "August 10, 2021",
        "Aug. 10, 2021",
        "Tuesday August 10th, 2021 14 Views",
        "10 August 2021",
        "10th of August, 2021",
        "10-AUG-2021 09:15:01.79",
        "Published on Aug 10 2021 at 9.15",
        "20210810",
        "20210810T091500Z",
    ],
)
def test_forms_of_a_day(words: str) -> None:
    assert date_of(words) == DAY


@pytest.mark.parametrize(
    "words", ["10", "2021", "5 May", "Tuesday", "12345678", "99/99/2021", "Aug 40, 2021", "3.14", ""]
)
def test_what_names_no_day_gives_none(words: str) -> None:
    assert date_of(words) is None


def test_a_day_that_could_be_two_is_left_open() -> None:
    assert date_of("04/05/2021") is None
    assert date_of("5/5/2021") == datetime.date(2021, 5, 5)
    assert date_of("16/04/2021") == date_of("4/16/2021") == datetime.date(2021, 4, 16)


def test_each_day_has_its_place() -> None:
    text = "From 1 May 2021 to May 9, 2021."
    assert [span.of(text) for _, span in dates_in(text)] == ["1 May 2021", "May 9, 2021"]


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)))
def test_every_day_is_read_back(day: datetime.date) -> None:
    assert date_of(day.isoformat()) == date_of(f"{day:%B} {day.day}, {day.year}") == day


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    assert all(span.end <= len(text) for _, span in dates_in(text))
