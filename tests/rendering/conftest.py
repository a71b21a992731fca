"""A small comparison made by hand, about an invented ferry, and one whose every word from outside is hostile."""

from __future__ import annotations

import datetime

import pytest

from claimcompare.records import (
    Block,
    Claim,
    Cluster,
    Comparison,
    Difference,
    Evidence,
    Kind,
    Match,
    Mention,
    Origin,
    Reading,
    Report,
    Severity,
    Span,
)
from claimcompare.settings import Settings

ALBA = """Ferry stranded off Port Hallow

The ferry Alba ran aground on Tuesday with about 200 people on board. Nobody was hurt, the harbour master said.
Divers will inspect the hull, officials added, before the tide turns on Thursday.
Share 12
"""
BRIG = """PORT HALLOW - The ferry Alba ran aground on Wednesday with 240 people on board.
"Nobody is hurt," said Ines Vale.
The company blamed a broken chart.
"""
CREW = """The Alba hit a sandbank with 240 people on board. Divers may inspect the hull before the tide turns.
"""
HOSTILE = (
    '<script>alert(1)</script> "><img src=x onerror=alert(2)> =cmd() \x1b[31mred\x1b[0m \x07 \u202ereversed\u202c '
    "| a | b |\u2028[click](javascript:alert(3)) `code` **bold** {{ 7*7 }} &amp; </textarea></style> \ud800"
)


def claim(number: int, report: Report, words: str, sentence: str | None = None, headline: bool = False) -> Claim:
    """The claim at the first place where ``words`` stand."""
    start = report.text.index(words)
    span = Span(start, start + len(words))
    whole = span
    if sentence:
        whole = Span(report.text.index(sentence), report.text.index(sentence) + len(sentence))
    return Claim(id=f"c{number}", report=report.id, span=span, text=words, sentence=whole, headline=headline)


def mention(of: Claim, words: str) -> Mention:
    """Where ``words`` stand in a claim; an empty span at its start for no words."""
    start = of.span.start + of.text.index(words)
    return Mention(claim=of.id, span=Span(start, start + len(words)))


def difference(kind: Kind, severity: Severity, *readings: tuple[str, tuple[Mention, ...]]) -> Difference:
    return Difference(
        kind=kind,
        severity=severity,
        readings=tuple(Reading(value=value, mentions=mentions) for value, mentions in readings),
    )


def _reports() -> tuple[Report, ...]:
    return (
        Report(id="alba", text=ALBA, title="Ferry stranded off Port Hallow", source="The Tide", path="in/alba.txt"),
        Report(id="brig", text=BRIG, source="Brig & Sons", published=datetime.date(2031, 5, 7), agency="CP"),
        Report(id="crew", text=CREW),
    )


def _match(left: Claim, right: Claim, score: float) -> Match:
    evidence = (
        Evidence(name="shared_weight", value=0.8, weight=1.5, words="the rarest words that both have: Alba, aground"),
        Evidence(name="length", value=0.4, weight=-0.3, words="one is twice as long"),
    )
    first = (Span(left.span.start, left.span.start + 3), Span(right.span.start, right.span.start + 3))
    return Match(left=left, right=right, score=score, evidence=evidence, alignment=(first,))


@pytest.fixture
def comparison() -> Comparison:
    alba, brig, crew = _reports()
    first = claim(2, alba, "The ferry Alba ran aground on Tuesday with about 200 people on board.")
    hurt = claim(3, alba, "Nobody was hurt", "Nobody was hurt, the harbour master said.")
    hull = claim(4, alba, "Divers will inspect the hull, officials added, before the tide turns on Thursday.")
    second = claim(5, brig, "The ferry Alba ran aground on Wednesday with 240 people on board.")
    unhurt = claim(6, brig, '"Nobody is hurt," said Ines Vale.')
    chart = claim(7, brig, "The company blamed a broken chart.")
    third = claim(8, crew, "The Alba hit a sandbank with 240 people on board.")
    may = claim(9, crew, "Divers may inspect the hull before the tide turns.")
    headline = claim(1, alba, "Ferry stranded off Port Hallow", headline=True)
    number = difference(
        "number",
        "conflict",
        ("about 200", (mention(first, "about 200"),)),
        ("240", (mention(second, "240"), mention(third, "240"))),
    )
    day = Difference(
        kind="date",
        severity="shift",
        readings=(
            Reading(value="weekday-2", mentions=(mention(first, "Tuesday"),)),
            Reading(value="weekday-3", mentions=(mention(second, "Wednesday"),)),
            Reading(value="absent", mentions=(mention(third, ""),)),
        ),
        note="the reports are of different days",
    )
    wording = difference(
        "wording", "style", ("ran aground", (mention(second, "ran aground"),)), ("hit", (mention(third, "hit"),))
    )
    quoted = Difference(
        kind="attribution",
        severity="shift",
        readings=(
            Reading(
                value="the harbour master",
                mentions=(Mention(claim="c3", span=Span(at := ALBA.index("the harbour master"), at + 18)),),
            ),
            Reading(value="Ines Vale", mentions=(mention(unhurt, "Ines Vale"),)),
        ),
    )
    modal = difference("modality", "shift", ("will", (mention(hull, "will"),)), ("may", (mention(may, "may"),)))
    return Comparison(
        settings=Settings(min_score=0.5),
        reports=(alba, brig, crew),
        blocks=(
            Block(report="alba", span=Span(0, 30), role="headline"),
            Block(report="alba", span=Span(32, ALBA.index("Share")), role="body"),
            Block(report="alba", span=Span(ALBA.index("Share"), len(ALBA) - 1), role="furniture", reason="share count"),
        ),
        claims=(headline, first, hurt, hull, second, unhurt, chart, third, may),
        matches=(
            _match(first, second, 0.93),
            _match(first, third, 0.61),
            _match(second, third, 0.74),
            _match(hurt, unhurt, 0.8),
            _match(hull, may, 0.9),
        ),
        clusters=(
            Cluster(
                id="k1",
                claims=(first, second, third),
                representative="c5",
                origins=2,
                differences=(number, day, wording),
            ),
            Cluster(id="k2", claims=(hurt, unhurt), representative="c3", origins=2, differences=(quoted,)),
            Cluster(id="k3", claims=(hull, may), representative="c4", origins=1, differences=(modal,)),
        ),
        origins=(
            Origin(id="o1", reports=("alba", "crew"), evidence=("41 % of their words stand in both, in order",)),
            Origin(id="o2", reports=("brig",)),
        ),
    )


@pytest.fixture
def hostile() -> Comparison:
    """Two reports whose text, title, source, author, path and id are all HOSTILE."""
    reports = tuple(
        Report(
            id=f"{number}{HOSTILE}",
            text=f"{HOSTILE} seven",
            title=HOSTILE,
            source=HOSTILE,
            author=HOSTILE,
            place=HOSTILE,
            agency=HOSTILE,
            url=f"javascript:alert('{number}')",
            path=f"{number}{HOSTILE}",
        )
        for number in (1, 2)
    )
    left, right = (claim(number, report, report.text) for number, report in enumerate(reports, start=1))
    both = Difference(
        kind="number",
        severity="conflict",
        readings=(
            Reading(value=HOSTILE, mentions=(mention(left, HOSTILE),)),
            Reading(value="7", mentions=(mention(right, "seven"),)),
        ),
        note=HOSTILE,
    )
    evidence = (Evidence(name="words", value=1.0, weight=2.0, words=HOSTILE),)
    return Comparison(
        settings=Settings(),
        reports=reports,
        blocks=(Block(report=reports[0].id, span=Span(0, 10), role="furniture", reason=HOSTILE),),
        claims=(left, right),
        matches=(Match(left=left, right=right, score=0.9, evidence=evidence),),
        clusters=(Cluster(id="k1", claims=(left, right), representative="c1", origins=1, differences=(both,)),),
        origins=(Origin(id="o1", reports=tuple(report.id for report in reports), evidence=(HOSTILE,)),),
    )
