"""What a reading shows of a quotation has both of its marks or none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.records import Span
from claimcompare.rendering.quotes import in_whole_quotes, shortened

# A text, the words that are cut from it, and how they are shown.
CASES = [
    ("He said the war “has no end”, and left.", "war “has no end", "war “has no end”"),
    ("He would “press for a truce” soon.", "would “press", "would press"),
    ("It is “the only path to peace” there.", "the only path to peace” there", "“the only path to peace” there"),
    ("It is “the only path to peace” there.", "only path to peace” there", "only path to peace there"),
    ("“Stay at home,” the mayor said.", "Stay at home", "Stay at home"),
    ("“Stay at home,” the mayor said.", "“Stay at home", "“Stay at home”"),
    ("“Stay at home,” the mayor said.", "home,” the mayor", "home, the mayor"),
    ('They called it "a bad day" again.', 'it "a bad day', 'it "a bad day"'),
    ('They called it "a bad day" again.', 'a bad day" again', '"a bad day" again'),
    ('They called it "a bad day" again.', 'bad day" again', "bad day again"),
    ("Il a dit «non» hier.", "dit «non", "dit «non»"),
    ("The “gate” and the “lock” held.", "“gate” and the “lock", "“gate” and the “lock”"),
    ("Nobody’s fault, he said.", "Nobody’s fault", "Nobody’s fault"),
]


@pytest.mark.parametrize(("text", "words", "shown"), CASES)
def test_half_a_pair_is_completed_or_left_out(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    assert in_whole_quotes(text, Span(start, start + len(words))) == shown


@given(st.text('ab “”«»".,', max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_nothing_but_marks_is_lost_or_added(text: str, start: int, end: int) -> None:
    span = Span(*sorted((min(start, len(text)), min(end, len(text)))))
    shown = in_whole_quotes(text, span)
    marks = str.maketrans("", "", '“”«»"')
    assert shown.translate(marks) == span.of(text).translate(marks)
    assert shown.count("“") == shown.count("”")
    assert shown.count("«") == shown.count("»")
    assert shown.count('"') % 2 == 0


SHORTENED = [
    ("the port was closed on Monday", "the port was closed on Monday"),
    ("one two three four five six seven", "one two three … six seven"),
    ("“one two” three four five six seven", "“one two” three … six seven"),
    ("“one two three four five six seven”", "“one two three … six seven”"),
    ("one “two three four” five six seven", "one two three … six seven"),
    ("one two three “four five six” seven", "one two three … six seven"),
]


@pytest.mark.parametrize(("words", "shown"), SHORTENED)
def test_a_long_reading_keeps_its_ends_and_whole_pairs_of_marks(words: str, shown: str) -> None:
    assert shortened(words, longest=6, head=3, tail=2) == shown
