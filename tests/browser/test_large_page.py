"""A page of fifty reports: small enough to send, quick enough to use. Times are reported, not asserted."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from claimcompare.records import (
    Claim,
    Cluster,
    Comparison,
    Difference,
    Evidence,
    Match,
    Mention,
    Reading,
    Report,
    Span,
)
from claimcompare.rendering.html import as_page
from claimcompare.settings import Settings

REPORTS, SENTENCES, STORIES = 50, 40, 300
PLACES = ("Orvik", "Tarn", "Holm", "Brede", "Lunde", "Skau", "Vik", "Nes")


def _sentence(story: int, report: int) -> str:
    place, other = PLACES[story % 8], PLACES[(story // 8) % 8]
    return (
        f"Officials in {place} said on Tuesday that {100 + story + report % 3} houses near the old harbour of {other}"
        f" were flooded when dam number {story} gave way, and that nobody had been warned of it by the council."
    )


def _report(number: int) -> tuple[Report, tuple[Claim, ...]]:
    """A report that tells every story whose number fits its own."""
    stories = [story for story in range(STORIES) if (story * 7 + number * 11) % STORIES < SENTENCES]
    claims, text = [], ""
    for position, story in enumerate(stories):
        words = _sentence(story, number)
        span = Span(len(text), len(text) + len(words))
        claims.append(
            Claim(
                id=f"s{story}r{number}",
                report=f"report-{number:02}",
                span=span,
                text=words,
                sentence=span,
                position=position,
            )
        )
        text += words + ("\n\n" if position % 3 == 2 else " ")
    report = Report(id=f"report-{number:02}", text=text, title=f"The flood, as seen from {PLACES[number % 8]}")
    return report, tuple(claims)


def _difference(claims: tuple[Claim, ...]) -> Difference:
    """The number of houses, which is one of three."""
    mentions: dict[str, list[Mention]] = {}
    for claim in claims:
        start = claim.span.start + claim.text.index("that ") + 5
        words = claim.text[claim.text.index("that ") + 5 :].split()[0]
        mentions.setdefault(words, []).append(Mention(claim=claim.id, span=Span(start, start + len(words))))
    readings = tuple(Reading(value=value, mentions=tuple(found)) for value, found in sorted(mentions.items()))
    return Difference(kind="number", severity="conflict", readings=readings)


def _cluster(number: int, claims: tuple[Claim, ...]) -> Cluster:
    found = _difference(claims)
    differences = (found,) if len(found.readings) > 1 else ()
    return Cluster(id=f"k{number}", claims=claims, representative=claims[0].id, origins=1, differences=differences)


def comparison_of_fifty() -> Comparison:
    made = [_report(number) for number in range(REPORTS)]
    claims = tuple(claim for _, found in made for claim in found)
    stories: dict[str, list[Claim]] = {}
    for claim in claims:
        stories.setdefault(claim.id.partition("r")[0], []).append(claim)
    shared = [tuple(found) for found in stories.values() if len(found) > 1]
    evidence = tuple(
        Evidence(
            name=f"e{number}", value=0.5, weight=1.0 / (number + 1), words=f"{number} rare words in the same order"
        )
        for number in range(8)
    )
    matches = tuple(
        Match(left=left, right=right, score=0.9, evidence=evidence)
        for found in shared
        for left, right in combinations(found, 2)
    )
    return Comparison(
        settings=Settings(),
        reports=tuple(report for report, _ in made),
        blocks=(),
        claims=claims,
        matches=matches,
        clusters=tuple(_cluster(number, found) for number, found in enumerate(shared)),
    )


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "fifty.html"
    path.write_text(as_page(comparison_of_fifty()), encoding="utf-8")
    return path


def test_fifty_reports_stay_under_five_megabytes(large: Path, record_property: Any) -> None:
    size = large.stat().st_size
    record_property("bytes", size)
    assert 500_000 < size < 5_000_000


def test_fifty_reports_are_quick_to_use(browser: Any, large: Path, record_property: Any, capsys: Any) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(large.as_uri())
    page.wait_for_timeout(500)
    paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0]?.startTime")
    filtering = page.evaluate(
        """() => {
          const box = document.querySelector('#filters input[name=text]'), start = performance.now();
          box.value = 'dam number 7'; box.dispatchEvent(new Event('input', {bubbles: true}));
          document.body.offsetHeight;
          return performance.now() - start;
        }"""
    )
    shown = page.locator(".cluster:visible").count()
    total = page.locator(".cluster").count()
    page.close()
    record_property("first_contentful_paint_ms", paint)
    record_property("filter_ms", filtering)
    with capsys.disabled():
        size = large.stat().st_size / 1e6
        print(f"\nfifty reports, {total} claims, {size:.1f} MB: paint {paint:.0f} ms, filter {filtering:.0f} ms")  # noqa: T201
    assert 0 < shown < total
