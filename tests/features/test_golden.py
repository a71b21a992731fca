"""Golden examples of what is found in a text, one file a kind of feature; a reader can check each at a glance."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from claimcompare.features import features_of
from claimcompare.records import Claim, Features, Report, Span

GOLDEN = Path(__file__).parent / "golden"
PUBLISHED = datetime.date(2021, 8, 10)


def features(text: str, published: datetime.date | None = None) -> Features:
    """The features of one text, taken as one claim."""
    whole = Span(0, len(text))
    claim = Claim(id="c1", report="r", span=whole, text=text, sentence=whole)
    return features_of(Report(id="r", text=text, published=published), (claim,))[0]


def examples(name: str) -> list[tuple[str, list[str]]]:
    """The examples of a golden file: a line of text, and indented below it what is found there."""
    found: list[tuple[str, list[str]]] = []
    for line in (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("    "):
            found[-1][1].append(line.strip())
        elif line.strip() and not line.startswith("#"):
            found.append((line, []))
    return found


def quantities(found: Features) -> Iterator[str]:
    for one in found.quantities:
        low, high = f"{one.low:.12g}", f"{one.high:.12g}"
        value = f"{'#' if one.ordinal else ''}{one.approximator or ''}{low if low == high else f'{low}..{high}'}"
        measure = "/".join(part for part in (one.unit or "", one.per) if part is not None)
        unit = f" [{measure}]" if measure else ""
        counted = f" ({' '.join(one.counted)})" if one.counted else ""
        yield f"{one.span.of(found.claim.text)} = {value}{unit}{counted}"


def dates(found: Features) -> Iterator[str]:
    for one in found.dates:
        days = f", {one.earliest} to {one.latest}" if one.earliest else ""
        length = f", {one.duration:g} days long" if one.duration is not None else ""
        yield f"{one.span.of(found.claim.text)} = {one.key}{days}{length}"


def names(found: Features) -> Iterator[str]:
    for one in found.names:
        yield f"{one.title}: {' '.join(one.words)}" if one.title else " ".join(one.words)


def quotations(found: Features) -> Iterator[str]:
    for one in found.quotations:
        yield f"{'' if one.closed else '~ '}{one.span.of(found.claim.text)}"


def attributions(found: Features) -> Iterator[str]:
    text = found.claim.text
    for one in found.attributions:
        yield f"{one.speaker} | {one.cue.of(text)} | {one.verb} | {one.content.of(text).strip()}".strip()


SHOWN: dict[str, Callable[[Features], Iterator[str]]] = {
    show.__name__: show for show in (quantities, dates, names, quotations, attributions)
}
CASES = [(kind, text, expected) for kind in SHOWN for text, expected in examples(kind)]


@pytest.mark.parametrize(("kind", "text", "expected"), CASES, ids=[f"{kind}: {text[:40]}" for kind, text, _ in CASES])
def test_golden(kind: str, text: str, expected: list[str]) -> None:
    assert list(SHOWN[kind](features(text, PUBLISHED))) == expected
