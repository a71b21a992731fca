"""Sentences → claims: where another statement begins inside a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.claims import claims_of, clause_spans, whole_claims
from claimcompare.records import Report, Sentence, Span

# A sentence, and what in it states something of its own; the bars show where one clause ends and the next begins.
CLAUSES = {
    "reported content": (
        "The harbour master said the ferry had left two hours late.",
        ["the ferry had left two hours late"],
    ),
    "reported content behind that": (
        "Officials confirmed that the northern bridge will stay closed until Friday.",
        ["the northern bridge will stay closed until Friday"],
    ),
    "the frame at the end": (
        "The northern bridge will stay closed until Friday, the harbour office said.",
        ["The northern bridge will stay closed until Friday"],
    ),
    "noting that": (
        "The mayor opened the new market hall, noting that its roof had cost nine million crowns.",
        ["The mayor opened the new market hall", "its roof had cost nine million crowns"],
    ),
    "while": (
        "Workers cleared the eastern track while engineers checked the damaged signal box.",
        ["Workers cleared the eastern track", "while engineers checked the damaged signal box"],
    ),
    "a semicolon": (
        "The northern ferry was cancelled; trains to the coast ran every hour.",
        ["The northern ferry was cancelled", "trains to the coast ran every hour"],
    ),
    "an insertion before the verb": (
        "Sailing permits for the upper lake, with its forty small islands, were not renewed.",
        ["Sailing permits for the upper lake, with its forty small islands, were not renewed"],
    ),
    "a relative clause before the verb": (
        "Harbour master Karl Adler, who saw the gate break, said the basin ran dry within an hour.",
        ["Harbour master Karl Adler, who saw the gate break, said", "the basin ran dry within an hour"],
    ),
    "a quotation inside its frame": (
        "The minister called the plan “a gift to the fishing towns of the west” during a debate in parliament.",
        ["a gift to the fishing towns of the west"],
    ),
}


@pytest.mark.parametrize(("sentence", "expected"), CLAUSES.values(), ids=CLAUSES)
def test_a_clause_that_states_something_of_its_own_is_a_claim(sentence: str, expected: list[str]) -> None:
    found = [span.of(sentence) for span in clause_spans(sentence)]
    assert [clause for clause in expected if clause not in found] == []


@pytest.mark.parametrize("quoted", ["“%s”", '"%s"'])
def test_a_quotation_is_one_clause_however_many_it_has(quoted: str) -> None:
    words = "We mended every gate before the storm, and the council paid for none of them,"
    found = [span.of(text) for text in [f"{quoted % words} Kerr said."] for span in clause_spans(text)]
    assert found == [words.rstrip(",")]
    bare = f"{words.rstrip(',')}."
    assert len(clause_spans(bare)) == 2


# A sentence, and what in it is only somebody with a verb of saying, or a verb without its object.
STUBS = {
    "a speaker": ("The Harbour Office said it had no plans to leave.", "The Harbour Office said"),
    "a speaker with ranks": (
        "Coast guard spokesman Captain Paul Kerr told the council that the gate broke at dawn.",
        "Coast guard spokesman Captain Paul Kerr told",
    ),
    "a speaker between quotations": (
        '"We will mend the gate before the winter storms," the retired captain said, "and nobody will pay for it."',
        "the retired captain said",
    ),
    "a verb without its object": (
        'Ida Marsh, the member for Port Harrow, called the levy "a tax, not a toll."',
        "Ida Marsh, the member for Port Harrow, called the levy",
    ),
}


@pytest.mark.parametrize(("sentence", "stub"), STUBS.values(), ids=STUBS)
def test_what_lacks_what_it_is_about_is_no_claim(sentence: str, stub: str) -> None:
    assert stub in sentence
    assert [span.of(sentence) for span in clause_spans(sentence) if span.of(sentence) in stub] == []


@pytest.mark.parametrize("sentence", ["It rained.", "The bridge fell.", "", "…", "He said so."])
def test_what_says_too_little_is_no_clause(sentence: str) -> None:
    assert clause_spans(sentence) == ()


def test_the_whole_sentence_comes_first_and_ids_count_on() -> None:
    text = "The ferry left late. Workers cleared the eastern track while engineers checked the damaged signal box."
    sentences = [
        Sentence(report="a", span=Span(0, 20), index=0),
        Sentence(report="a", span=Span(21, len(text)), index=1),
    ]
    claims = claims_of([Report(id="a", text=text)], sentences)
    assert [claim.id for claim in claims] == [f"c{number}" for number in range(1, len(claims) + 1)]
    assert claims[0].text == "The ferry left late."
    assert claims[1].span == claims[1].sentence == sentences[1].span
    assert {claim.text for claim in claims[2:]} == {
        "Workers cleared the eastern track",
        "while engineers checked the damaged signal box",
    }


def test_whole_claims_are_the_sentences_without_their_clauses() -> None:
    text = "The ferry left late. Workers cleared the eastern track while engineers checked the damaged signal box."
    sentences = [
        Sentence(report="a", span=Span(0, 20), index=0),
        Sentence(report="a", span=Span(21, len(text)), index=1, headline=True),
    ]
    claims = whole_claims([Report(id="a", text=text)], sentences)
    assert [(claim.id, claim.span, claim.headline) for claim in claims] == [
        ("c1", Span(0, 20), False),
        ("c2", Span(21, len(text)), True),
    ]
    assert all(claim.is_whole and claim.text == claim.span.of(text) for claim in claims)


def test_every_claim_of_a_headline_is_one_of_a_headline() -> None:
    text = "Workers clear the eastern track while engineers check the damaged signal box"
    sentences = [Sentence(report="a", span=Span(0, len(text)), index=0, headline=True)]
    claims = claims_of([Report(id="a", text=text)], sentences)
    assert len(claims) == 3
    assert all(claim.headline for claim in claims)


@given(st.text(max_size=300), st.integers(min_value=0, max_value=50))
def test_clauses_lie_in_order_within_their_sentence(sentence: str, offset: int) -> None:
    spans = clause_spans(sentence, offset)
    edges = [edge for span in spans for edge in (span.start, span.end)]
    assert edges == sorted(edges)
    assert all(offset <= edge <= offset + len(sentence) for edge in edges)
