"""Text → sentences: Punkt with its parameters from our lists, and small rules where news text needs them.

Every stop that could end a sentence is put to the rules of ``RULES`` in turn; the first that has an opinion decides,
and Punkt (Kiss and Strunk 2006) has the last word.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.normal import normal_text
from claimcompare.paragraphs import paragraphs_of
from claimcompare.records import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from nltk.tokenize.punkt import PunktSentenceTokenizer

    from claimcompare.records import Block, Report

_WORD_PART = re.compile(r"\w")
_STOP = re.compile(
    r"""
    (?P<mark>[.?!…]+(?:\s\.)*)            # one stop, or several: ?! ... . . .
    (?P<close>[)\]}"'”’»]*(?:\s[”’»])?)   # what closes with it
    (?P<gap>\s+)
    (?P<open>["'“‘«(\[{<*_—–-]*\s?)(?P<next>\w[\w'’]*(?:\.\w+)*\.?)
    """,
    re.VERBOSE,
)


@frozen
class Stop:
    """A stop that could end a sentence.

    Attributes:
        text: the paragraph.
        start: of the sentence so far.
        word: what stands before the mark, from the last white space on, without opening marks.
        mark: the stop itself; ``closing`` the marks that close with it; ``opening`` those before the next word.
        following: the next word.
        end: where the sentence would end; ``resume`` where the next would start.
    """

    text: str
    start: int
    word: str
    mark: str
    closing: str
    opening: str
    following: str
    end: int
    resume: int


def _is_abbreviation(stop: Stop) -> bool:
    return stop.mark == "." and stop.word.lower() in _abbreviations()


@cache
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("abbreviations")}


def goes_on_in_lower_case(stop: Stop) -> bool | None:
    """A small letter goes on with the sentence."""
    return False if stop.following[0].islower() else None


def belongs_to_the_next_word(stop: Stop) -> bool | None:
    """Titles and ranks stand before a name."""
    if stop.mark == "." and not stop.closing and _abbreviations().get(stop.word.lower()) == "before":
        return False
    return None


def counts_or_numbers(stop: Stop) -> bool | None:
    """No. 5 and p. 12."""
    if stop.mark == "." and not stop.closing and _abbreviations().get(stop.word.lower()) == "number":
        return False if stop.following[0].isdigit() else None
    return None


def is_a_list_number(stop: Stop) -> bool | None:
    """The number at the head of a list item: "1. First"."""
    head = stop.text[stop.start : stop.end].strip("([ ")
    return False if re.fullmatch(r"(?:\d{1,3}|[a-zA-Z]|[ivx]+)[.)]+", head) else None


@cache
def _punkt() -> PunktSentenceTokenizer:
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer  # noqa: PLC0415 - nltk takes 0.3 s to load

    parameters = PunktParameters()
    parameters.abbrev_types = set(_abbreviations())
    parameters.sent_starters = set(lexicons.words("sentence_starters"))
    return PunktSentenceTokenizer(parameters)


def is_the_end_to_punkt(stop: Stop) -> bool | None:
    """Punkt's opinion, from the word before and the word after."""
    return bool(_punkt().text_contains_sentbreak(f"{stop.word}{stop.mark} {stop.following}"))


RULES: tuple[Callable[[Stop], bool | None], ...] = (
    is_a_list_number,
    goes_on_in_lower_case,
    belongs_to_the_next_word,
    counts_or_numbers,
    is_the_end_to_punkt,
)


def _ends_a_sentence(stop: Stop) -> bool:
    opinions = (rule(stop) for rule in RULES)
    return next((opinion for opinion in opinions if opinion is not None), False)


def _word_before(text: str, at: int) -> str:
    start = at
    while start > 0 and not text[start - 1].isspace() and at - start < 40:
        start -= 1
    return text[start:at].lstrip("\"'“‘«([{<")


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of a paragraph."""
    start = 0
    for found in _STOP.finditer(text):
        stop = Stop(
            text=text,
            start=start,
            word=_word_before(text, found.start()),
            mark=found["mark"],
            closing=found["close"],
            opening=found["open"],
            following=found["next"],
            end=found.end("close"),
            resume=found.start("open"),
        )
        if _ends_a_sentence(stop):
            yield start, stop.end
            start = stop.resume
    yield start, len(text)


def _sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    normal = normal_text(text[paragraph.start : paragraph.end], paragraph.start)
    for start, end in _stretches(normal.text):
        stretch = normal.text[start:end]
        if _WORD_PART.search(stretch):
            left = len(stretch) - len(stretch.lstrip())
            yield normal.span(start + left, start + len(stretch.rstrip()))


def split_sentences(text: str) -> tuple[Span, ...]:
    """The sentences of ``text`` as spans of code points, in order; headings and list items count as sentences."""
    return tuple(span for paragraph in paragraphs_of(text) for span in _sentences_in(text, paragraph))


def sentences_of(report: Report, blocks: Iterable[Block]) -> tuple[Sentence, ...]:
    """The sentences of ``report``; ``blocks`` are those of this report, and furniture among them has none."""
    kept = (block for block in blocks if block.role != "furniture")
    spans = ((span, block.role == "headline") for block in kept for span in _sentences_in(report.text, block.span))
    return tuple(
        Sentence(report=report.id, span=span, index=index, headline=headline)
        for index, (span, headline) in enumerate(spans)
    )
