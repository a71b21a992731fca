"""Terms: the words by which sentences are compared, however a number and its measure are written."""

from __future__ import annotations

import pytest

from claimcompare import compare_claims
from claimcompare.features.shapes import shape_of
from claimcompare.features.terms import terms_of
from claimcompare.features.tokens import tokens_of

# What is written alike to a reader: all of a row have the same terms.
ALIKE = [
    ["20%", "20 %", "20 percent", "20 per cent", "20 pct"],
    ["£55m", "GBP 55m", "55m pounds", "55 million pounds", "55-million-pound"],
    ["$1.2bn", "$1.2 billion", "$ 1.2 billion", "1.2 billion dollars"],
    ["€60k", "€60,000", "60 thousand euros", "EUR 60,000", "EUR 60k"],
    ["5km", "5 kilometres", "5-kilometer"],
    ["90mph", "90 miles per hour", "90 miles an hour"],
    ["4,000", "4000", "4 thousand"],
    ["5pm", "5 p.m.", "5 PM"],
    ["12 boats", "twelve boats"],
    ["25 boats", "twenty-five boats"],
    ["200 boats", "two hundred boats"],
    ["1 percent", "one percent", "1%"],
]
# What is no number is left as it stands, and so are words without one.
UNLIKE = [
    ("one of them", "1 of them"),
    ("20%", "20"),
    ("£55m", "$55m"),
    ("per cent", "percent"),
    ("5 miles", "5 km"),
]


def terms(text: str) -> list[str]:
    return [term.stem for term in terms_of(shape_of(tokens_of(text), text))]


def test_a_sign_before_the_code_of_a_currency_loses_no_word() -> None:
    assert terms("They paid £ ISK to six firms") == terms("They paid ISK to six firms")


@pytest.mark.parametrize("row", ALIKE, ids=[row[0] for row in ALIKE])
def test_measures_have_one_set_of_terms_however_they_are_written(row: list[str]) -> None:
    assert len({tuple(terms(f"It was {text} then")) for text in row}) == 1


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_what_says_something_else_has_other_terms(one: str, other: str) -> None:
    assert terms(f"It was {one} then") != terms(f"It was {other} then")


@pytest.mark.parametrize(
    "text", ["The ferry left two hours late.", "£5m, 20% or 3 per cent", "", "a 20th-century mill"]
)
def test_terms_stand_in_order_within_their_text(text: str) -> None:
    spans = [(term.start, term.end) for term in terms_of(shape_of(tokens_of(text), text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)


def test_the_score_does_not_hang_on_how_a_share_is_written() -> None:
    score = {
        compare_claims("The mill cut its output by 30%.", f"Output at the mill fell {share}.").score
        for share in ("30%", "30 percent", "30 per cent")
    }
    assert len(score) == 1
