"""Golden examples of differences, one file a kind, half of them with none; a reader can check each at a glance."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcompare.alignment import align
from claimcompare.differences import differences_of
from claimcompare.features import features_of
from claimcompare.records import KINDS, Claim, Difference, Features, Report, Span

GOLDEN = Path(__file__).parent / "golden"
Example = tuple[str, str, list[str]]


def examples(kind: str) -> list[Example]:
    """Two lines of text, and indented below them what is told."""
    found: list[Example] = []
    for block in (GOLDEN / f"{kind}.txt").read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line.strip() and not line.startswith("#")]
        if lines:
            found.append((lines[0], lines[1], [line.strip() for line in lines[2:]]))
    return found


def version(number: int, text: str) -> Features:
    whole = Span(0, len(text))
    report = Report(id=f"r{number}", text=text)
    return features_of(report, (Claim(id=f"c{number}", report=report.id, span=whole, text=text, sentence=whole),))[0]


def told(left: str, right: str, kind: str) -> list[str]:
    """The differences of one kind as a golden file has them."""
    versions = [version(1, left), version(2, right)]
    found = differences_of(versions, {(0, 1): align(*versions)}, [None, None], None)
    texts = {"c1": left, "c2": right}
    return [_shown(one, texts) for one in found if one.kind == kind]


def _shown(difference: Difference, texts: dict[str, str]) -> str:
    sides: dict[str, list[str]] = {claim: [] for claim in texts}
    for reading in difference.readings:
        for one in reading.mentions:
            sides[one.claim].append(one.span.of(texts[one.claim]) or "(absent)")
    return f"{difference.severity}: " + " | ".join(" … ".join(words) for words in sides.values())


CASES = [(kind, *example) for kind in KINDS for example in examples(kind)]


@pytest.mark.parametrize(("kind", "left", "right", "expected"), CASES, ids=[f"{c[0]}: {c[1][:30]}" for c in CASES])
def test_golden(kind: str, left: str, right: str, expected: list[str]) -> None:
    assert told(left, right, kind) == expected


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "wording"])
def test_there_are_twelve_examples_and_half_of_them_have_none(kind: str) -> None:
    found = examples(kind)
    assert len(found) >= 12
    assert 2 * sum(not expected for _, _, expected in found) >= len(found) - 1
