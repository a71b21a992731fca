"""What holds of all differences, whatever the texts say."""

from __future__ import annotations

import re
from collections import Counter
from itertools import combinations
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

import claimcompare
from claimcompare import compare_claims
from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.features import features_of
from claimcompare.records import Claim, Difference, Features, Report, Span

WORDS = """
the mayor, Lena Marsh Olaf Brandt Tarn Norvik said claimed that “we will stay” “we may leave” militants terrorists
five six sixth towns more than 4,000 people on Tuesday on Aug. 8 in 1998 did not refused to took left will would
according to a spokesman , . and of the old town withdrawal pullout reportedly $2.5 million 4 percent
"""
PIECES = WORDS.split()
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=25).map(" ".join)
anything = st.text(max_size=60)


def _listed() -> list[str]:
    """The words of all lists, by which the rules go."""
    lists = (Path(claimcompare.__file__).parent / "lexicons").rglob("*.t[xs][tv]")
    lines = (line for path in lists for line in path.read_text(encoding="utf-8").splitlines()[:300])
    return sorted({word for line in lines if not line.startswith("#") for word in re.split(r"[\t, ]+", line) if word})


listed = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from(_listed())), min_size=1, max_size=20).map(" ".join)


def version(number: int, text: str) -> Features:
    whole = Span(0, len(text))
    report = Report(id=f"r{number}", text=text)
    return features_of(report, (Claim(id=f"c{number}", report=report.id, span=whole, text=text, sentence=whole),))[0]


def told(versions: list[Features], limit: int | None = None) -> tuple[Difference, ...]:
    links = {(i, j): align(versions[i], versions[j]) for i, j in combinations(range(len(versions)), 2)}
    return differences_of(versions, links, [None] * len(versions), limit)


def unordered(differences: tuple[Difference, ...]) -> list[object]:
    return [
        (one.kind, one.severity, one.note, {(reading.value, frozenset(reading.mentions)) for reading in one.readings})
        for one in differences
    ]


@given(texts, texts)
def test_swapping_two_versions_changes_only_the_order_of_readings(left: str, right: str) -> None:
    versions = [version(1, left), version(2, right)]
    assert unordered(told(versions)) == unordered(told(versions[::-1]))


@given(listed, listed)
def test_no_words_of_the_lists_stop_a_comparison_and_swapping_changes_nothing(left: str, right: str) -> None:
    there, back = compare_claims(left, right), compare_claims(right, left)
    assert Counter((one.kind, one.severity) for one in there.differences) == Counter(
        (one.kind, one.severity) for one in back.differences
    )


@given(texts)
def test_a_version_does_not_differ_from_itself(text: str) -> None:
    assert not told([version(1, text), version(2, text)])


@given(texts, texts, texts)
def test_every_difference_has_two_readings_at_places_that_exist(one: str, two: str, three: str) -> None:
    versions = [version(number, text) for number, text in enumerate((one, two, three))]
    known = {version.claim.id: version.claim for version in versions}
    for difference in told(versions):
        assert len(difference.readings) > 1
        assert len({reading.value for reading in difference.readings}) == len(difference.readings)
        for reading in difference.readings:
            assert reading.mentions
            for mention in reading.mentions:
                assert known[mention.claim].sentence.covers(mention.span)
                assert (len(mention.span) == 0) == (reading.value == "absent")


@given(texts, texts, texts)
@example("Lena", "the the the", "Lena the Lena Lena")
def test_no_words_of_a_version_stand_in_two_readings(one: str, two: str, three: str) -> None:
    for difference in told([version(number, text) for number, text in enumerate((one, two, three))]):
        readings = [reading.mentions for reading in difference.readings]
        for here, there in combinations(readings, 2):
            assert not any(a.claim == b.claim and a.span.overlap(b.span) for a in here for b in there)


@given(texts, texts)
def test_a_limit_keeps_the_first_and_conflicts_come_first(left: str, right: str) -> None:
    versions = [version(1, left), version(2, right)]
    every = told(versions)
    assert told(versions, 2) == every[:2]
    severities = [one.severity == "conflict" for one in every]
    assert severities == sorted(severities, reverse=True)


@given(anything, anything)
def test_no_text_makes_it_fail(left: str, right: str) -> None:
    told([version(1, left), version(2, right)])
