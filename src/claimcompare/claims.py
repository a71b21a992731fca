"""Sentences → claims: each whole sentence, and the clauses of it that state something of their own.

Whole-sentence scores drown a clause that two reports share, so a sentence is also cut where another statement begins:
at a colon, semicolon or dash, around a quotation, behind a reporting verb, and at words that open a clause. There is
no parser; what is cut too finely says little (too few content words) and is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from claimcompare.lexicons import parameters, words
from claimcompare.records import Claim, Report, Sentence, Span
from claimcompare.text.normal import normal_text


def claims_of(reports: Sequence[Report], sentences: Sequence[Sentence], prefix: str = "c") -> tuple[Claim, ...]:
    """Every claim of every sentence, the whole one first; ids are the prefix and a number in the order given."""
    texts = {report.id: report.text for report in reports}
    spans = ((sentence, span) for sentence in sentences for span in _claim_spans(texts[sentence.report], sentence.span))
    return tuple(
        Claim(
            id=f"{prefix}{number}",
            report=sentence.report,
            span=span,
            text=span.of(texts[sentence.report]),
            sentence=sentence.span,
            position=sentence.index,
            headline=sentence.headline,
        )
        for number, (sentence, span) in enumerate(spans, start=1)
    )


def _claim_spans(text: str, sentence: Span) -> Iterator[Span]:
    yield sentence
    clauses = clause_spans(sentence.of(text), sentence.start)
    longest = parameters("claims")["longest_share"] * _length(sentence.of(text))
    if len(clauses) > 1 or any(_length(clause.of(text)) < longest for clause in clauses):
        yield from clauses


def _length(words: str) -> int:
    """In characters without white space: line ends of one character or two change nothing."""
    return sum(map(len, words.split()))


def clause_spans(sentence: str, offset: int = 0) -> tuple[Span, ...]:
    """The clauses of ``sentence`` that hold enough content words to be compared, in order."""
    normal = normal_text(sentence, offset)
    cuts = sorted({0, len(normal.text), *_cuts(normal.text)})
    trimmed = (_trimmed(normal.text, start, end) for start, end in pairwise(cuts))
    fewest = parameters("claims")["fewest_content_words"]
    return tuple(
        normal.span(start, end) for start, end in trimmed if len(_content_words(normal.text[start:end])) >= fewest
    )


def _cuts(text: str) -> Iterator[int]:
    """Where another clause begins, as offsets into ``text``."""
    for found in _boundary().finditer(text):
        yield found.start() if found["word"] else found.end()
    for found in _QUOTED.finditer(text):
        yield from found.span()


_QUOTED = re.compile(r'[“"][^“”"]{15,}(?:[”"]|$)')
_WORD = re.compile(r"[^\W\d_][\w’']*")


@cache
def _boundary() -> re.Pattern[str]:
    openers = "|".join(sorted(words("clause_openers")))
    conjunctions = "|".join(sorted(words("clause_conjunctions")))
    reporting = "|".join(sorted(words("reporting_words")))
    return re.compile(
        rf"""
        [;:]\s | \s[–—-]{{1,2}}\s                      # a break that is written
        | ,["”]?\s+(?=(?:{openers}|[a-z]{{3,}}ing)\b)  # ", noting that", ", and will"
        | \b(?:{reporting})\ (?:that\ )?(?=\S)         # "said that"
        | (?P<word>(?<=\s)(?:{conjunctions})\b(?=\s))  # "as forces finish their pullout"
        | (?<=,)["”]?\s(?=[^,]{{3,60}}\b(?:{reporting})\b[^,]{{0,40}}\.?$)   # ", the department said."
        """,
        re.VERBOSE,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and punctuation around it, closing marks of what is open kept out too."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _content_words(text: str) -> list[str]:
    common = words("function_words")
    return [word for word in _WORD.findall(text) if word.lower() not in common]
