"""Who has which reading: over all versions of a claim, not only those between which the rules found a point."""

from __future__ import annotations

from itertools import combinations

from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.features import features_of
from claimcompare.records import Claim, Features, Report, Span


def readings(kind: str, *texts: str) -> list[dict[str, str]]:
    """For each difference of a kind, the texts that have each reading, by their letters."""
    versions = [version(letter, text) for letter, text in zip("ABCDE", texts, strict=False)]
    links = {(i, j): align(versions[i], versions[j]) for i, j in combinations(range(len(versions)), 2)}
    return [
        {reading.value: "".join(sorted(mention.claim for mention in reading.mentions)) for reading in one.readings}
        for one in differences_of(versions, links, [None] * len(versions), None)
        if one.kind == kind
    ]


def version(letter: str, text: str) -> Features:
    whole = Span(0, len(text))
    claim = Claim(id=letter, report=letter, span=whole, text=text, sentence=whole)
    return features_of(Report(id=letter, text=text), (claim,))[0]


def test_who_names_the_day_is_complete_also_where_a_version_is_too_far_from_the_one_that_does_not() -> None:
    (told,) = readings(
        "date",
        "The old lock of the harbour will be closed.",
        "The old lock of the harbour will be closed on Aug. 31.",
        "Small boats that pay in advance may pass until August 31, said Olaf Brandt.",
    )
    assert told == {"absent": "A", "--08-31": "BC"}


def test_a_day_of_another_month_is_a_reading_of_its_own() -> None:
    (told,) = readings(
        "date",
        "The old lock of the harbour will be closed on Aug. 31.",
        "The old lock of the harbour will be closed on Sept. 11.",
        "The harbour will lose its old lock on 31 August.",
    )
    assert told == {"--08-31": "AC", "--09-11": "B"}
