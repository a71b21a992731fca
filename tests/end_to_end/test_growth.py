"""Text that is no news, made to take long: nothing of it is lost, and only so much of a claim is compared.

How the time grows is for ``benchmarks/hostile.py``.
"""

from __future__ import annotations

import pytest
from hostile import MADE, STORY, reports_of

from claimcompare import Report, compare, compare_claims


@pytest.mark.parametrize("name", MADE)
def test_all_of_a_long_stretch_that_is_no_news_is_listed_and_the_news_is_compared(name: str) -> None:
    reports = reports_of(name, 12_000)
    compared = compare(reports)
    for report in reports:
        claims = [one.text for one in compared.claims if (one.report, one.span) == (report.id, one.sentence)]
        furniture = [one for one in compared.blocks if one.report == report.id and one.role == "furniture"]
        assert {one.reason for one in furniture} <= {"a table of figures"}
        listed = "".join((*claims, *(one.span.of(report.text) for one in furniture)))
        assert len("".join(listed.split())) > 0.95 * len("".join(report.text.split()))
    assert any(cluster.heading.text.startswith("Five cities") for cluster in compared.clusters)


@pytest.mark.parametrize("name", ["one number", "one sentence"])
def test_of_a_text_that_is_far_longer_than_a_claim_the_first_words_are_compared(name: str) -> None:
    text = MADE[name](12_000, 1)
    match = compare_claims(text, f"{text} 5 ships")
    # 600 words are aligned, and these have at most ten letters each, with the space.
    assert 0 < max(span.end for pair in match.alignment for span in pair) <= 600 * 10


def test_a_very_long_text_can_be_sought() -> None:
    compared = compare([Report(id="a", text=STORY), Report(id="b", text=STORY)])
    assert [match.right.report for match in compared.find("five cities fell " * 1_000)][:1] == ["a"]
