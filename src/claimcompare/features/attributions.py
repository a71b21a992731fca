"""Tokens → attributions: who says it, with what verb, and what is said.

A speaker stands before the verb ("Kirby, a spokesman, said"), behind it after a quotation ("..., said Kirby"), or
behind "according to". A participle ("..., adding that") has the speaker of its sentence and names none.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.shapes import entry
from claimcompare.records import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Quotation, Token

_LONGEST = 24
_QUOTES = '“”"«»„'
_BREAK = re.compile(r"[;:()\[\]“”\"«»„]|\s[–—-]{1,2}\s")


def attributions_of(
    tokens: Sequence[Token], text: str, quotations: Sequence[Quotation], sentence: Span
) -> tuple[Attribution, ...]:
    """The attributions of a sentence, in order; cues inside a quotation are the speaker's own words."""
    verbs, openers = _verbs(), _openers()
    found: list[Attribution] = []
    for at, token in enumerate(tokens):
        word = token.form.lower()
        if word in openers and (phrase := _phrase(tokens, at)):
            one = _by_phrase(tokens, at, phrase, text, sentence)
        elif word in verbs:
            one = _by_verb(tokens, at, text, sentence)
        else:
            continue
        if one and not any(quotation.span.covers(one.cue) for quotation in quotations):
            found.append(evolve(one, speaker=" ".join(one.source.of(text).split())))
    return tuple(found)


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {form: (base, group) for form, base, group in lexicons.table("reporting_verbs")}


@cache
def _phrases() -> dict[tuple[str, ...], tuple[str, str]]:
    return {tuple(words.split()): (base, place) for words, base, _, place in lexicons.table("reporting_phrases")}


@cache
def _openers() -> frozenset[str]:
    return frozenset(words[0] for words in _phrases())


def _phrase(tokens: Sequence[Token], at: int) -> tuple[str, ...] | None:
    for words in _phrases():
        if tuple(token.form.lower() for token in tokens[at : at + len(words)]) == words:
            return words
    return None


def _by_phrase(
    tokens: Sequence[Token], at: int, words: tuple[str, ...], text: str, sentence: Span
) -> Attribution | None:
    base, place = _phrases()[words]
    cue = Span(tokens[at].start, tokens[at + len(words) - 1].end)
    if place == "none":
        rest = Span(cue.end, sentence.end)
        return Attribution(span=cue, source=Span(cue.start, cue.start), cue=cue, verb=base, content=rest)
    source = _behind(tokens, at + len(words), text, appositions=0)
    if source is None:
        return None
    before = Span(sentence.start, cue.start)
    content = before if len(before) > 1 else Span(source.end, sentence.end)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=content)


def _by_verb(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    base, _ = _verbs()[tokens[at].form.lower()]
    head = _governing(tokens, at)
    first = _without_auxiliaries(tokens, head, text)
    cue = Span(tokens[head].start, tokens[at].end)
    if head == at and _passive(tokens, first, at):
        return _by_agent(tokens, at, text, sentence)
    if head == at and _doubtful(tokens, at, text):
        return None
    if _inverted(tokens, at, text) and (source := _behind(tokens, at + 1, text)):
        before = Span(sentence.start, cue.start)
        return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=before)
    start = _subject_start(tokens, first, text)
    if start is None:
        return _without_speaker(tokens, at, text, sentence)
    if tokens[at].form in lexicons.words("reporting_nouns") and not _a_speaker(tokens[first - 1].form):
        return None
    source = Span(tokens[start].start, tokens[_before_bracket(tokens, first, text) - 1].end)
    content = _content(tokens, at, text, source, sentence)
    return Attribution(span=Span(source.start, cue.end), source=source, cue=cue, verb=base, content=content)


def _by_agent(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution of a verb in the passive that tells by whom: "was first reported by the Norvik Post"."""
    base, group = _verbs()[tokens[at].form.lower()]
    by = at + 1 < len(tokens) and tokens[at + 1].form == "by"
    if not by or group not in lexicons.words("telling_sayings") or not _nominal(tokens, at + 2):
        return None
    source = _behind(tokens, at + 2, text)
    if source is None:
        return None
    cue = Span(tokens[at].start, tokens[at + 1].end)
    before = Span(sentence.start, cue.start)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=before)


def _governing(tokens: Sequence[Token], at: int) -> int:
    """The verb that "to say" hangs on, as in "declined to say"; the verb itself where it stands alone."""
    governed = at > 1 and tokens[at - 1].form == "to" and tokens[at - 2].form in lexicons.words("speech_openers")
    return at - 2 if governed else at


def _content(tokens: Sequence[Token], at: int, text: str, source: Span, sentence: Span) -> Span:
    """What is said: behind the verb, or before the speaker where the sentence ends with the verb."""
    behind = text[tokens[at].end : sentence.end]
    ahead = text[sentence.start : source.start].rstrip()
    if ahead.endswith((",", "”", '"', "?", "!", "»")) and len(ahead) > len(behind.split(",")[0]):
        return Span(sentence.start, sentence.start + len(ahead))
    return Span(tokens[at].end, sentence.end)


def _doubtful(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the word is more likely a noun than a verb of saying: "the report of", "the United States"."""
    form = tokens[at].form
    if _gap(tokens, at, text) == "-":
        return True  # "widely-reported"
    return form[0].isupper() or (form in lexicons.words("reporting_nouns") and not _opens_content(tokens, at, text))


def _a_speaker(form: str) -> bool:
    """Whether the word before a verb that may be a noun can be who says it: "Kirby reports", no "similar warning"."""
    named = form[0].isupper() and not form.endswith(("'s", "’s")) and not entry(form)[1]
    word = form.lower()
    return named or word in lexicons.words("titles") or word.removesuffix("s") in lexicons.words("speakers")


def _without_speaker(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """A verb that shares the speaker of its sentence: "..., adding that", "... and stressed that"."""
    form = tokens[at].form.lower()
    coordinated = at > 0 and tokens[at - 1].form in ("and", "but", "also")
    if not (form.endswith("ing") or coordinated) or not _opens_content(tokens, at, text):
        return None
    cue = tokens[at].span
    rest = Span(cue.end, sentence.end)
    nobody = Span(cue.start, cue.start)
    return Attribution(span=cue, source=nobody, cue=cue, verb=_verbs()[form][0], content=rest)


# ---------------------------------------------------------------- where the speaker stands


def _gap(tokens: Sequence[Token], at: int, text: str) -> str:
    """What stands before the token."""
    return text[tokens[at - 1].end : tokens[at].start] if at else ""


def _without_auxiliaries(tokens: Sequence[Token], at: int, text: str) -> int:
    """The first token of the verb group that ends at ``at``."""
    first = at
    while first and _skipped(tokens[first - 1].form) and "," not in _gap(tokens, first, text):
        first -= 1
    return first


def _skipped(form: str) -> bool:
    """Whether a word may stand between a speaker and the verb; with a capital only a day: "Ann Still said"."""
    return form in lexicons.words("attribution_skips") or form.lower() in lexicons.words("days_and_zones")


def _passive(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the subject is not the speaker: "was first blamed", "to maintain"; ``first`` is where the verb begins."""
    if tokens[at].form.endswith("ing") or at == 0:
        return False
    before = {token.form.lower() for token in tokens[first:at]}
    return bool(before & lexicons.words("forms_of_be")) or tokens[at - 1].form.lower() in lexicons.words(
        "passive_openers"
    )


def _inverted(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the speaker follows: '..."', said Kirby'. A bare comma may also close an apposition of the speaker."""
    gap = _gap(tokens, at, text)
    if tokens[at].form.endswith("ing") or not _nominal(tokens, at + 1):
        return False
    if any(mark in gap for mark in _QUOTES) or "''" in gap:
        return True
    return gap.strip() == "," and "," not in text[tokens[0].start : tokens[at - 1].end]


def _nominal(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may begin at ``at``."""
    return at < len(tokens) and (tokens[at].form[0].isupper() or tokens[at].form in ("the", "a", "an", "one"))


def _opens_content(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether what is said follows: "that", a quotation or a colon."""
    if at + 1 >= len(tokens):
        return False
    gap = _gap(tokens, at + 1, text)
    return tokens[at + 1].form in lexicons.words("content_starts") or "''" in gap or any(mark in gap for mark in ':,“"')


def _behind(tokens: Sequence[Token], at: int, text: str, appositions: int = 1) -> Span | None:
    """The noun phrase that begins at ``at``, to the next break; an apposition of a name goes with it."""
    if at >= len(tokens) or (_gap(tokens, at, text).strip() and at):
        return None
    last = at
    commas = 0
    while last + 1 < len(tokens) and last - at < _LONGEST:
        gap = _gap(tokens, last + 1, text)
        following = tokens[last + 1].form
        commas += "," in gap
        if _BREAK.search(gap) or commas > appositions or following.lower() in _stops():
            break
        if "," in gap and not (following in ("a", "an", "the") or following[0].isupper()):
            break
        last += 1
    while last > at and _skipped(tokens[last].form):
        last -= 1  # "the company on Monday"
    return Span(tokens[at].start, tokens[last].start + len(_unpossessed(tokens[last].form)))


def _unpossessed(form: str) -> str:
    return form[:-2] if form.endswith(("'s", "’s")) else form


@cache
def _stops() -> frozenset[str]:
    return frozenset(lexicons.words("source_ends"))


def _before_bracket(tokens: Sequence[Token], first: int, text: str) -> int:
    """Where the speaker ends when a bracket such as "(R-Ky.)" stands between it and the verb."""
    gap = _gap(tokens, first, text)
    if ")" not in gap or "(" in gap:
        return first
    for at in range(first - 1, max(0, first - 6), -1):
        if "(" in _gap(tokens, at, text):
            return at
    return first


def _subject_start(tokens: Sequence[Token], first: int, text: str) -> int | None:
    """Where the speaker that ends before ``first`` begins; None where no noun phrase stands there."""
    outer = _before_bracket(tokens, first, text)
    gap = _gap(tokens, first, text).strip(" ).") if outer < first else _gap(tokens, first, text)
    first = outer
    participle = "," in gap and tokens[min(first, len(tokens) - 1)].form.endswith("ing")
    if first == 0 or participle or _BREAK.search(gap):
        return None
    apposition = gap.strip(" .") == ","
    at = first - 1
    if tokens[at].form.lower() in _stops() or tokens[at].form.lower() in lexicons.words("no_source_ends"):
        return None
    while at > 0 and first - at < _LONGEST:
        gap, word = _gap(tokens, at, text), tokens[at - 1].form.lower()
        if _BREAK.search(gap) or (not apposition and (word in _stops() or tokens[at - 1].form in _verbs())):
            break
        if "," in gap:
            if not apposition and not _is_apposition(tokens, at, text):
                break
            apposition = False
        at -= 1
    return at if not apposition else None


def _is_apposition(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a bare name behind a comma belongs to the role before it: "a spokesman, John Kirby"."""
    return bool(
        tokens[at].form[0].isupper()
        and at > 1
        and not tokens[at - 1].form[0].isupper()
        and any(token.form.lower() in lexicons.words("titles") for token in tokens[max(0, at - 3) : at])
        and "," in _gap(tokens, at, text)
    )
