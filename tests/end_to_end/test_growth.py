"""Text that is no news, made to take long: time grows as the text does, and nothing of it is lost."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

import pytest

from claimcompare import Report, compare, compare_claims

if TYPE_CHECKING:
    from collections.abc import Callable

STORY = (
    "Five cities fell on Monday, the ministry said. President Ada Quill resigned after the army lost the capital.\n\n"
)


def _words(characters: int, seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311 - no secret
    known = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9))) for _ in range(2000)]
    return " ".join(dice.choices(known, k=characters // 7))


def _numbers(characters: int, seed: int) -> str:
    dice = random.Random(seed)  # noqa: S311 - as above
    return " ".join(str(dice.randint(1, 9999)) for _ in range(characters // 5))


# What is repeated, and how many characters of it a report has.
MADE: dict[str, tuple[Callable[[int, int], str], int]] = {
    "sentences of three words": (lambda characters, _: "Word one two. " * (characters // 14), 120_000),
    "times of the day": (lambda characters, _: "10:00 a.m. " * (characters // 11), 120_000),
    "another alphabet": (lambda characters, _: "مرحبا بالعالم. " * (characters // 15), 120_000),
    "one number": (lambda characters, _: "1 " * (characters // 2), 40_000),
    "numbers": (_numbers, 20_000),
    "one sentence": (_words, 40_000),
}


def _seconds(call: Callable[[], object]) -> float:
    """How long a call keeps the processor at work: a busy machine is slower, and no fault of ours."""
    before = time.process_time()
    call()
    return time.process_time() - before


@pytest.mark.parametrize("name", MADE)
def test_reports_with_a_long_stretch_that_is_no_news(name: str) -> None:
    make, characters = MADE[name]
    left, right = (Report(id=id_, text=STORY + make(characters, seed) + ".") for id_, seed in (("a", 1), ("b", 2)))
    compared = []
    # The square of the length took minutes.
    assert _seconds(lambda: compared.append(compare([left, right]))) < 20
    for report in (left, right):
        whole = [one.text for one in compared[0].claims if (one.report, one.span) == (report.id, one.sentence)]
        assert len("".join("".join(whole).split())) > 0.95 * len("".join(report.text.split()))
    assert any(cluster.heading.text.startswith("Five cities") for cluster in compared[0].clusters)


@pytest.mark.parametrize("name", ["one number", "numbers", "one sentence"])
def test_texts_that_are_far_longer_than_a_claim(name: str) -> None:
    left, right = (MADE[name][0](6_000, seed) for seed in (1, 2))
    assert _seconds(lambda: compare_claims(left, f"{right} 5 ships")) < 15
    compared = compare([Report(id="a", text=STORY), Report(id="b", text=STORY)])
    assert _seconds(lambda: compared.find(left)) < 15
    assert _seconds(lambda: compared.find("five cities fell " * 3_000)) < 15
