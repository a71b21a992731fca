"""What holds of all features, whatever the text says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare import compare_claims
from claimcompare.features import features_of
from claimcompare.records import Claim, Features, Report, Span

WORDS = """
“ ” " ' ( ) , . ; – - % $ £ ISK 5 12 4,000 2.5 1998 8th half one two hundred million dozens several more than at least
Aug. May Tuesday last week of the in for a ago three o'clock half past noon at Lena Brandt U.S. Sen.
said that according to reportedly he declined
"""
PIECES = WORDS.split()
# What looks like a date or a time in figures: 5/1,200/2021, 2021-5-99999999999999999999, 1,200:58:31.
FIGURES = [
    *"/-./-:",
    "5",
    "5.5",
    "58",
    "31",
    "1,200",
    "2021",
    "1998",
    "$5",
    "3D",
    "3000000000",
    "9" * 20,
    "7" * 5000,
    " ",
]
texts = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join),
    st.lists(st.sampled_from(FIGURES), max_size=9).map("".join),
)


def features(text: str, *clauses: Span) -> tuple[Features, ...]:
    whole = Span(0, len(text))
    claims = [
        Claim(id=f"c{at}", report="r", span=span, text=span.of(text), sentence=whole)
        for at, span in enumerate((whole, *clauses))
    ]
    return features_of(Report(id="r", text=text), claims)


@given(texts)
def test_everything_found_lies_in_the_text_and_has_words(text: str) -> None:
    (found,) = features(text)
    for kind in (found.quantities, found.dates, found.names, found.quotations, found.attributions):
        for one in kind:
            assert one.span.of(text).strip()
            assert one.span.end <= len(text)
            assert kind is found.quotations or any(one.span.overlap(token.span) for token in found.tokens)
        starts = [one.span.start for one in kind]
        assert starts == sorted(starts) or kind is found.attributions


@pytest.mark.parametrize("published", [date.min, date.max])
def test_dates_at_both_ends_of_the_calendar_are_no_error(published: date) -> None:
    text = (
        "On Monday, last Friday and next Sunday, yesterday, tomorrow, two weeks ago, 5,000 years ago, a month later, "
        "last week, next month, in the past 20 years, on January 1, on Dec. 31 and in January the gate broke tonight."
    )
    whole = Span(0, len(text))
    claim = Claim(id="c1", report="r", span=whole, text=text, sentence=whole)
    (found,) = features_of(Report(id="r", text=text, published=published), [claim])
    assert len(found.dates) > 10


@pytest.mark.parametrize(
    "text",
    [
        "The harbour closed on 5/1,200/2021.",
        "The harbour closed on 3000000000/5/2021.",
        "The harbour closed on 5.5/6/2021.",
        "The harbour closed on 2021-5-99999999999999999999.",
        "The harbour closed on $5/31/2021 and 3D/5/2021.",
        f"The harbour closed on {'7' * 5000}/5/2021.",
        f"The harbour closed on August {'7' * 5000}th.",
        f"The harbour closed for half {'7' * 5000} million years.",
    ],
)
def test_what_only_looks_like_a_day_in_figures_is_none(text: str) -> None:
    assert not [one for one in features(text)[0].dates if one.earliest == one.latest is not None]


@pytest.mark.parametrize("text", ["closed on 5/31/2021.", "closed on 2021-05-31.", "closed on 31.05.2021."])
def test_a_day_in_figures_is_one(text: str) -> None:
    assert [one.key for one in features(text)[0].dates] == ["2021-05-31"]


@pytest.mark.parametrize("length", ["1,002:58:10", "$2:58:10", "1,5:32.5", "5%:32:10"])
def test_what_only_looks_like_the_time_of_a_race_is_none(length: str) -> None:
    assert all(one.unit != "second" for one in features(f"She won in {length} on the day.")[0].quantities)


@pytest.mark.parametrize(("length", "seconds"), [("2:58:10", 10690), ("14:32.5", 872.5)])
def test_the_time_of_a_race_is_a_length(length: str, seconds: float) -> None:
    assert [one.low for one in features(f"She won in {length} on the day.")[0].quantities] == [seconds]


def test_a_length_beyond_all_numbers_can_be_compared() -> None:
    left = f"The harbour closed for five {'million ' * 60}years."
    assert compare_claims(left, "The harbour closed for six weeks.").differences


@given(texts)
def test_numbers_run_from_low_to_high(text: str) -> None:
    assert all(one.low <= one.high for one in features(text)[0].quantities)


@given(texts)
def test_a_clause_has_the_features_of_its_sentence_that_lie_in_it(text: str) -> None:
    half = Span(0, len(text) // 2)
    whole, clause = features(text, half)
    for kind in ("tokens", "quantities", "dates", "names", "quotations", "attributions"):
        assert set(getattr(clause, kind)) <= set(getattr(whole, kind))
    assert all(token.start < half.end for token in clause.tokens)


@given(texts)
def test_finding_twice_finds_the_same(text: str) -> None:
    assert features(text) == features(text)
