"""Sentences → claims: each whole sentence, and the clauses of it that state something of their own.

Whole-sentence scores drown a clause that two reports share, so a sentence is also cut where another statement begins:
at a colon, semicolon or dash, around a quotation, after a reporting verb, and at words that open a clause. There is
no parser; what is cut too finely says little (too few content words) and is left out, and so is what lacks what it is
about: a speaker and a verb of saying, or a verb whose object is a quotation. A quotation is one clause, so that what
another report cuts from it is seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise

from claimcompare.claims.predicates import has_predicate, is_finite
from claimcompare.lexicons import parameters, words
from claimcompare.records import Claim, Report, Sentence, Span
from claimcompare.text.normal import normal_text


def claims_of(reports: Sequence[Report], sentences: Sequence[Sentence], prefix: str = "c") -> tuple[Claim, ...]:
    """Every claim of every sentence, the whole one first; ids are the prefix and a number in the order given."""
    texts = {report.id: report.text for report in reports}
    spans = ((sentence, span) for sentence in sentences for span in _claim_spans(texts[sentence.report], sentence.span))
    return _claims(texts, spans, prefix)


def whole_claims(reports: Sequence[Report], sentences: Sequence[Sentence], prefix: str = "c") -> tuple[Claim, ...]:
    """Every sentence as one claim; ids are the prefix and a number in the order given."""
    texts = {report.id: report.text for report in reports}
    return _claims(texts, ((sentence, sentence.span) for sentence in sentences), prefix)


def _claims(texts: Mapping[str, str], spans: Iterable[tuple[Sentence, Span]], prefix: str) -> tuple[Claim, ...]:
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
    quotations = [found.span() for found in _QUOTED.finditer(normal.text)]
    breaks = {at for at in _breaks(normal.text) if not any(start < at < end for start, end in quotations)}
    objects = {start for start, _ in quotations if start not in breaks and _is_beside_a_word(normal.text, start)}
    cuts = sorted({0, len(normal.text), *breaks, *chain.from_iterable(quotations)})
    trimmed = (_trimmed(normal.text, start, end) for start, end in pairwise(cuts) if end not in objects)
    return tuple(normal.span(start, end) for start, end in trimmed if _says_enough(normal.text[start:end]))


def _is_beside_a_word(text: str, at: int) -> bool:
    """Whether a quotation at ``at`` is what a verb before it is about: 'called the plan "a gift"'."""
    return bool(_WORD_END.match(text, max(0, at - 2)))


def _says_enough(clause: str) -> bool:
    """Whether it has content words enough, and is not just somebody and a verb of saying: "the bank said"."""
    found = _WORD.findall(clause)
    common = words("function_words")
    if sum(word.lower() not in common for word in found) < parameters("claims")["fewest_content_words"]:
        return False
    return found[-1] not in words("reporting_words") or has_predicate(found[:-1])


def _breaks(text: str) -> Iterator[int]:
    """Where another clause begins, quotations aside, as offsets into ``text``."""
    for found in _boundary().finditer(text):
        opens = found["word"] or found["comma"]
        if not (opens and _is_inserted(text, found.start(), found.end())):
            yield found.start() if found["word"] else found.end()


def _is_inserted(text: str, start: int, end: int) -> bool:
    """Whether the sentence goes on with its verb after an insertion between commas: "orders, with fines, were sent"."""
    behind = _BEHIND_INSERTION.match(text, end) if "," in text[max(0, start - 2) : end] else None
    return behind is not None and is_finite(behind["verb"])


_QUOTED = re.compile(r'[“"][^“”"]{15,}(?:[”"]|$)')
_WORD_END = re.compile(r"\w\s")
_BEHIND_INSERTION = re.compile(r"(?:[^,;:]|,(?=\d)){1,120},\s(?P<verb>[a-z]+)\b")
_WORD = re.compile(r"[^\W\d_][\w’']*")


@cache
def _boundary() -> re.Pattern[str]:
    """An expression for where a clause begins."""
    openers = "|".join(sorted(words("clause_openers")))
    conjunctions = "|".join(sorted(words("clause_conjunctions")))
    reporting = "|".join(sorted(words("reporting_words")))
    return re.compile(
        rf"""
        [;:]\s | \s[–—-]{{1,2}}\s                      # a break that is written
        | (?P<comma>,)["”]?\s+(?=(?:{openers}|[a-z]{{3,}}ing)\b)  # ", noting that", ", and will"
        | \b(?:{reporting})\ (?:that\ )?(?=\S)         # "said that"
        | (?P<word>(?<=\s)(?:{conjunctions})\b(?=\s))  # "as forces finish their pullout"
        | (?<=,)["”]?\s(?=[^,]{{3,60}}\b(?:{reporting})\b[^,]{{0,40}}\.?$)   # ", the department said."
        """,
        re.VERBOSE,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space and punctuation at its ends, quotation marks and brackets included."""
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end
