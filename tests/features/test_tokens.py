"""Tokens of text that is written close together."""

import pytest

from claimcompare.features.tokens import tokens_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("862km away", ["862", "km", "away"]),
        ("1.7billion", ["1.7", "billion"]),
        ("the 5th, in the 90s", ["the", "5th", "in", "the", "90s"]),
        ("$4,000 or 3.5%", ["$4,000", "or", "3.5%"]),
        ("a 19th-century dam", ["a", "19th", "century", "dam"]),
    ],
)
def test_a_number_stays_whole_and_apart_from_its_unit(text: str, expected: list[str]) -> None:
    assert [token.form for token in tokens_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The nego\xadtiation failed.", ["The", "nego\xadtiation", "failed"]),
        ("â€œIt brokeâ€\x9d on Monday", ["It", "broke", "on", "Monday"]),
        ("``It broke,'' he said", ["It", "broke", "he", "said"]),
    ],
)
def test_a_word_of_a_text_that_was_repaired_is_found_where_it_stands(text: str, words: list[str]) -> None:
    assert [text[token.start : token.end] for token in tokens_of(text)] == words


@pytest.mark.parametrize(
    ("capitals", "small"),
    [
        ("THE MAN AND THE DOG WERE HIT BY A CAR", "The man and the dog were hit by a car"),
        ("FIVE MEN DIE IN OLD MINE, FBI SAYS", "Five men die in old mine, FBI says"),
        ("US AND UN TROOPS LEAVE THE DAM", "US and UN troops leave the dam"),
        ("U.S. TROOPS LEAVE AT 5 A.M.", "U.S. troops leave at 5 a.m."),
    ],
)
def test_a_line_in_capitals_has_the_stems_of_the_same_line_in_small_letters(capitals: str, small: str) -> None:
    assert [token.stem for token in tokens_of(capitals)] == [token.stem for token in tokens_of(small)]


@pytest.mark.parametrize("text", ["US, UK, UN, EU, WHO", "The WHO and the ACT party met the MAN of the year", "WHO"])
def test_short_words_in_capitals_are_abbreviations_in_other_lines(text: str) -> None:
    assert all(token.stem.endswith(".") for token in tokens_of(text) if token.form.isupper())
