"""Who says a sentence that is a quotation and nothing else: it is told in the sentence before it, or behind.

A paragraph that begins "'...,' said Ann Doe." goes on with her; one that begins with a bare quotation may tell in its
next sentence whose it is: "With those words Ann Doe, a nurse, ...". So is whom the "she" of '"...," she said' means.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.attributions import age_of
from claimcompare.features.speakerphrases import phrase_behind
from claimcompare.records import Attribution, Span
from claimcompare.text.marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.records import Features, Quotation, Token

_MARKS = f" \t`–—-{QUOTATION_MARKS}"


def speakers_beside(read: Mapping[Span, Features], text: str) -> dict[Span, Attribution]:
    """Who says a sentence that is a quotation and names nobody, or a pronoun alone, where one beside it tells.

    ``read`` has the features of each sentence of a report by its span.
    """
    spans = sorted(read, key=lambda span: span.start)
    found: dict[Span, Attribution] = {}
    for before, span, behind in zip((None, *spans), spans, (*spans[1:], None), strict=False):
        last = before if before is not None and _in_one_paragraph(before, span, text) else None
        following = behind if behind is not None and _in_one_paragraph(span, behind, text) else None
        known = (found[last],) if last in found else read[last].attributions if last else ()
        own = read[span]
        told = None
        if _said_by_pronoun(own.attributions):
            told = _meant_by_pronoun(own.attributions, known)
        elif not own.attributions and _is_quotation_only(span, own.quotations, text):
            told = _told_before(span, known, read[last].quotations) if last else None
            told = told or (_told_behind(span, read[following].tokens, text) if following else None)
        if told is not None:
            found[span] = told
    return found


def _is_quotation_only(sentence: Span, quotations: Sequence[Quotation], text: str) -> bool:
    """Whether nothing of a sentence stands outside of one quotation."""
    for one in quotations:
        if one.span.overlap(sentence):
            rest = text[sentence.start : one.span.start] + text[min(one.span.end, sentence.end) : sentence.end]
            return not rest.strip(_MARKS)
    return False


def _in_one_paragraph(first: Span, second: Span, text: str) -> bool:
    """Whether a sentence follows another with no line between."""
    return "\n" not in text[first.end : second.start]


def _told_before(
    quoted: Span, attributions: Sequence[Attribution], quotations: Sequence[Quotation]
) -> Attribution | None:
    """The attribution of the sentence before, whose speaker goes on, where that one is quoted too or the only one."""
    told = [one for one in attributions if one.speaker]
    if not told or not (
        any(one.span.overlap(told[-1].content) for one in quotations) or len({one.speaker for one in told}) == 1
    ):
        return None
    return evolve(told[-1], content=quoted)


def _said_by_pronoun(attributions: Sequence[Attribution]) -> bool:
    """Whether those who say what is in a sentence are one pronoun: "she said"."""
    speakers = {one.speaker.lower() for one in attributions if one.speaker}
    return len(speakers) == 1 and speakers <= _pronouns()


def _meant_by_pronoun(said: Sequence[Attribution], before: Sequence[Attribution]) -> Attribution | None:
    """The attribution of the sentence before, of the one speaker there, whom the pronoun of this one means."""
    named = {one.speaker: one for one in before if one.speaker and one.speaker.lower() not in _pronouns()}
    if len(named) != 1:
        return None
    return evolve(next(iter(named.values())), content=said[0].content)


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(word for word, _ in lexicons.table("pronouns"))


def _told_behind(quoted: Span, tokens: Sequence[Token], text: str) -> Attribution | None:
    """The attribution in the words that open the next sentence, of these tokens: "With those words Ann Doe"."""
    forms = tuple(token.form.lower() for token in tokens[: _longest()])
    for words in _leads():
        source = phrase_behind(tokens, len(words), text, appositions=0) if forms[: len(words)] == words else None
        if source is not None:
            cue = Span(tokens[0].start, tokens[len(words) - 1].end)
            speaker = " ".join(source.of(text).split())
            span = Span(cue.start, source.end)
            age = age_of(source, text)
            return Attribution(span=span, source=source, cue=cue, verb="say", content=quoted, speaker=speaker, age=age)
    return None


@cache
def _leads() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(line.split()) for line in lexicons.ordered("speaker_leads"))


@cache
def _longest() -> int:
    return max(map(len, _leads()))
