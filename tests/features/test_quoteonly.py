"""Who says a sentence that is a quotation and nothing else, and how old a speaker is."""

from __future__ import annotations

import pytest

from claimcompare.features import features_of
from claimcompare.records import Claim, Features, Report, Span

SENTENCES = (
    "“The tide took the pier,” said Anna Rohm.",
    "“It took the boats as well.”",
    "Nobody was hurt.",
)


def features(*sentences: str, between: str = " ") -> tuple[Features, ...]:
    """The features of each sentence of a report."""
    text = between.join(sentences)
    claims, start = [], 0
    for number, sentence in enumerate(sentences):
        span = Span(start, start + len(sentence))
        claims.append(Claim(id=f"c{number}", report="r", span=span, text=sentence, sentence=span))
        start = span.end + len(between)
    return features_of(Report(id="r", text=text), claims)


def speaker(one: Features) -> str | None:
    return one.told_beside.speaker if one.told_beside else None


def test_the_speaker_of_the_sentence_before_goes_on() -> None:
    assert [speaker(one) for one in features(*SENTENCES)] == [None, "Anna Rohm", None]


def test_the_one_speaker_of_unquoted_words_goes_on_in_quotation_marks() -> None:
    bare = "“It took the boats as well.”"
    assert speaker(features("Anna Rohm said that the pier was lost.", bare)[1]) == "Anna Rohm"
    assert speaker(features("Anna Rohm said that it was lost, and Olaf Brandt said it was not.", bare)[1]) is None


def test_a_paragraph_ends_what_a_speaker_says() -> None:
    assert [speaker(one) for one in features(*SENTENCES, between="\n\n")] == [None, None, None]


def test_the_sentence_behind_may_tell_who_has_spoken() -> None:
    found = features("“The tide took the pier.”", "With those words Anna Rohm, a baker, left the town.")
    assert [speaker(one) for one in found] == ["Anna Rohm", None]


def test_a_name_in_the_next_sentence_alone_tells_nothing() -> None:
    assert [speaker(one) for one in features("“The tide took the pier.”", "Anna Rohm left the town.")] == [None, None]


def test_a_pronoun_is_the_one_speaker_of_the_sentence_before() -> None:
    before = "The warden, Anna Rohm, said the pier was closed."
    assert [speaker(one) for one in features(before, "“It was rotten,” she said.")] == [None, "The warden, Anna Rohm"]


@pytest.mark.parametrize(
    "before", ["The pier was closed.", "Anna Rohm said it was closed, and Eva Holt said it was open.", "He said so."]
)
def test_a_pronoun_is_nobody_where_the_sentence_before_has_no_speaker_or_two(before: str) -> None:
    assert [speaker(one) for one in features(before, "“It was rotten,” she said.")][1] is None


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("“It is gone,” said Anna Rohm, 52, a baker.", 52),
        ("“It is gone,” said the 19-year-old apprentice.", 19),
        ("“It is gone,” said Anna Rohm, aged 52.", 52),
        ("“It is gone,” said Anna Rohm, a baker for 30 years.", None),
        ("“It is gone,” said Anna Rohm.", None),
    ],
)
def test_the_age_of_a_speaker_stands_within_or_right_behind(text: str, age: int | None) -> None:
    assert [one.age for one in features(text)[0].attributions] == [age]
