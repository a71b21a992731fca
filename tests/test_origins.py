"""Which reports count as one source: cases of our own, and each rule alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from claimcompare.origins import Kinship, kinship, origin_by_report, origins_of, verdict
from claimcompare.pipeline import compare
from claimcompare.records import Claim, Features, Match, Origin, Quotation, Report, Span
from claimcompare.text.verbatim import wording_of

CASES = Path(__file__).parent / "cases" / "origins.txt"
NEEDED = 0.9  # of the cases; what a reader would call one source is not always clear


def sections() -> Iterator[tuple[str, str]]:
    for part in CASES.read_text(encoding="utf-8").split("\n== ")[1:]:
        head, _, body = part.partition("\n")
        yield head, body.strip()


def texts() -> dict[str, Report]:
    told = {}
    for head, body in sections():
        name, *given = head.split()
        if name == "cases":
            continue
        said: dict[str, Any] = dict(item.split("=") for item in given)
        told[name] = Report(id=name, text=body, **said)
    return told


def cases() -> list[tuple[str, str, str]]:
    lines = dict(sections())["cases"].splitlines()
    return [(word, left, right) for word, left, right in map(str.split, lines)]


def found(left: Report, right: Report) -> str:
    return "same" if len(compare((left, right)).origins) == 1 else "apart"


def sentences(report: str, *spoken: str) -> list[Features]:
    """The features of ``spoken``, a report's sentences; words in curly quotes are its quotations."""
    features, at = [], 0
    for position, text in enumerate(spoken):
        span = Span(at, at + len(text))
        claim = Claim(id=f"{report}{position}", report=report, span=span, text=text, sentence=span, position=position)
        opened, closed = text.find("“"), text.find("”")
        quoted = (Quotation(span=Span(at + opened + 1, at + closed)),) if opened >= 0 else ()
        features.append(Features(claim=claim, tokens=(), quotations=quoted))
        at += len(text) + 1
    return features


def matched(left: list[Features], right: list[Features], score: float = 0.9) -> list[Match]:
    return [Match(left=a.claim, right=b.claim, score=score) for a, b in zip(left, right, strict=True)]


FIVE = (
    "The bridge over the Lind was closed on Monday after cracks were found.",
    "Engineers measured a gap of nine millimetres in the second pier.",
    "Buses take a detour of twelve kilometres through the village of Orm.",
    "The mayor expects that repairs will last until the end of March.",
    "Traders in the old town fear for their business before the holidays.",
)
A, B = Report(id="a", text="", published="2030-01-01"), Report(id="b", text="", published="2030-01-03")


def test_there_are_enough_cases_of_both_kinds() -> None:
    wanted = [word for word, *_ in cases()]
    assert len(wanted) >= 20
    assert min(wanted.count("same"), wanted.count("apart")) >= 8


def test_nine_of_ten_cases_are_right() -> None:
    told = texts()
    wrong = [(word, left, right) for word, left, right in cases() if found(told[left], told[right]) != word]
    assert len(wrong) <= (1 - NEEDED) * len(cases()), wrong


def test_all_tellings_of_all_events_together_are_told_apart() -> None:
    """Copies and rewrites join their original and nothing else, whatever else is compared with them."""
    groups = {
        frozenset(origin.reports) for origin in compare(tuple(texts().values())).origins if len(origin.reports) > 1
    }
    events = [{"ferry", "mine", "museum", "water"} & {name.split("-")[0] for name in group} for group in groups]
    assert frozenset({"ferry-wire", "ferry-copy", "ferry-rewrite"}) in groups
    assert frozenset({"water-wire", "water-copy", "water-rewrite"}) in groups
    assert all("own" not in name for group in groups for name in group)
    # Two agencies reported on more than one of the events; apart from them an origin tells of one event.
    assert sum(len(names) > 1 for names in events) <= 2


def test_a_copy_is_one_origin_and_the_evidence_says_why_and_which_is_older() -> None:
    left, right = sentences("a", *FIVE), sentences("b", *FIVE)
    (origin,) = origins_of((A, B), left + right, matched(left, right))
    assert origin.reports == ("a", "b")
    (words,) = origin.evidence
    assert "a copy" in words
    assert "100% of the words" in words
    assert "a is of 2030-01-01, b of 2030-01-03" in words


@pytest.mark.parametrize("days", [("2030-01-01", None), (None, "2030-01-03"), ("2030-01-01", "2030-01-01")])
def test_of_copies_without_two_days_none_is_called_the_older(days: tuple[str | None, str | None]) -> None:
    left, right = sentences("a", *FIVE), sentences("b", *FIVE)
    reports = [Report(id=name, text="", published=day) for name, day in zip("ab", days, strict=True)]
    (origin,) = origins_of(reports, left + right, matched(left, right))
    assert origin.evidence[0].endswith("in the same order")


def test_reports_that_share_no_match_are_not_looked_at() -> None:
    left, right = sentences("a", *FIVE), sentences("b", *FIVE)
    assert [origin.reports for origin in origins_of((A, B), left + right, ())] == [("a",), ("b",)]


def headed(features: list[Features]) -> list[Features]:
    """The same sentences, the first one as a headline."""
    first, *others = features
    return [evolve(first, claim=evolve(first.claim, headline=True)), *others]


def test_a_shared_headline_is_no_sentence_in_common() -> None:
    left, right = headed(sentences("a", *FIVE)), headed(sentences("b", *FIVE))
    assert len(origins_of((A, B), left + right, matched(left[:3], right[:3]))) == 2
    (origin,) = origins_of((A, B), left + right, matched(left[1:], right[1:]))
    assert "100% of the sentences match" in origin.evidence[0]


def test_the_same_quotations_are_no_copying() -> None:
    spoken = [f"Somebody of the town told us: “{sentence}”" for sentence in FIVE]
    retold = [f"“{sentence}” was heard at the town hall." for sentence in FIVE]
    left, right = sentences("a", *spoken), sentences("b", *retold)
    assert len(origins_of((A, B), left + right, matched(left, right))) == 2


@pytest.mark.parametrize("credited", [("AP", "The Associated Press"), ("reuters", "Reuters."), ("Globus", " globus")])
def test_the_same_agency_is_one_origin_however_it_is_written(credited: tuple[str, str]) -> None:
    reports = [Report(id=str(number), text="", agency=agency) for number, agency in enumerate(credited)]
    (origin,) = origins_of(reports, (), ())
    assert "credit the same agency" in origin.evidence[0]


def test_two_agencies_are_two_origins() -> None:
    reports = [Report(id="a", text="", agency="AP"), Report(id="b", text="", agency="Reuters")]
    assert len(origins_of(reports, (), ())) == 2


def test_an_empty_credit_is_none() -> None:
    reports = [Report(id="a", text="", agency=" "), Report(id="b", text="", agency=" ")]
    assert len(origins_of(reports, (), ())) == 2


def test_copies_of_copies_are_one_origin() -> None:
    c = Report(id="c", text="")
    left, middle, right = (sentences(name, *FIVE) for name in "abc")
    pairs = matched(left, middle) + matched(middle, right)
    (origin,) = origins_of((A, B, c), left + middle + right, pairs)
    assert origin.reports == ("a", "b", "c")
    assert len(origin.evidence) == 2


def test_weak_matches_count_for_nothing() -> None:
    left, right = sentences("a", *FIVE), sentences("b", *FIVE)
    assert len(origins_of((A, B), left + right, matched(left, right, score=0.2))) == 2


def test_order_is_the_longest_rise_of_the_matched_sentences() -> None:
    words = wording_of((), 5)
    kin = kinship(words, words, (4, 8), {(0, 5): 0.9, (1, 2): 0.9, (2, 3): 0.9, (3, 7): 0.9, (3, 3): 0.6})
    assert (kin.count, kin.matched, kin.order) == (4, 1.0, 0.75)


@pytest.mark.parametrize(
    ("kin", "expected"),
    [
        (Kinship(verbatim=0.9, matched=1.0, order=1.0, count=8, words=40), "a copy"),
        (Kinship(verbatim=0.2, matched=0.9, order=1.0, count=8, words=40), "a rewrite"),
        (Kinship(verbatim=0.45, matched=0.2, order=0.4, count=8, words=40), "a rewrite"),
        (Kinship(verbatim=0.2, matched=0.9, order=0.4, count=8, words=40), None),
        (Kinship(verbatim=0.2, matched=0.3, order=1.0, count=8, words=40), None),
        (Kinship(verbatim=0.0, matched=0.9, order=1.0, count=8, words=40), None),
        (Kinship(verbatim=0.9, matched=1.0, order=1.0, count=1, words=8), None),
        (Kinship(verbatim=0.9, matched=1.0, order=1.0, count=1, words=18), "a copy"),
        (Kinship(verbatim=0.5, matched=1.0, order=1.0, count=2, words=18), None),
    ],
)
def test_what_counts_as_a_copy_or_a_rewrite(kin: Kinship, expected: str | None) -> None:
    assert verdict(kin) == expected


def test_every_report_has_its_origin() -> None:
    origins = (Origin(id="o1", reports=("a", "c")), Origin(id="o2", reports=("b",)))
    assert origin_by_report(origins) == {"a": "o1", "c": "o1", "b": "o2"}


def test_many_reports_of_one_agency_are_not_all_named() -> None:
    reports = [Report(id=f"r{number}", text="", agency="AP") for number in range(40)]
    (origin,) = origins_of(reports, (), ())
    assert origin.evidence == ("r0, r1, r2, r3, r4 and 35 more credit the same agency: AP",)


def test_the_published_originals_are_five_origins(shared: Path) -> None:
    """They share a statement and some agency sentences, but none is as a whole a copy of another."""
    reports = [Report(id=path.stem, text=path.read_text("utf-8")) for path in sorted((shared / "seeds").glob("*.txt"))]
    assert len(compare(reports).origins) == 5


@pytest.mark.parametrize("said", [1, 2])
def test_briefs_that_are_word_for_word_the_same_are_one_source(said: int) -> None:
    lines = (
        "The harbour wall of Norvik gave way on Monday night and four cranes fell into the bay, the town said.",
        "Nobody was hurt, and the cranes will be lifted out of the water before the winter storms come.",
    )
    briefs = [Report(id=name, text=" ".join(lines[:said])) for name in "abc"]
    assert len(compare(briefs).origins) == 1
    short = [Report(id=name, text="The harbour wall gave way, the town said.") for name in "ab"]
    assert len(compare(short).origins) == 2  # few words are the same by chance
