"""Tokens → attributions: who says it, with what verb, and what is said.

A speaker stands before the verb ("Kirby, a spokesman, said"), behind it after a quotation ("..., said Kirby"), or
behind "according to" and "reported by". A participle ("..., adding that") has the speaker of its sentence and names
none, and "it was reported" names nobody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.sources import (
    follows,
    gap_before,
    has_quotes,
    is_time,
    may_speak,
    noun_phrase_before,
    opens_phrase,
    phrase_before,
    phrase_behind,
    verb_start,
)
from claimcompare.records import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Quotation, Token

_REACH = 8
_AS_WITHIN = 3
_BESIDES = re.compile(r",?\s+(?:who|whose|whom|which)\b.*$|,\s+[a-z]+(?:ing|ed)\b.*$")


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
            found.append(evolve(one, speaker=_speaker(one.source.of(text))))
    return tuple(found)


def _speaker(words: str) -> str:
    """The words that name the speaker, without a clause about them: "Kirby, who said", "Kirby, sitting there"."""
    return _BESIDES.sub("", " ".join(words.split()))


@cache
def _verbs() -> dict[str, tuple[str, str]]:
    return {form: (base, group) for form, base, group in lexicons.table("reporting_verbs")}


# ---------------------------------------------------------------- phrases


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
    source = phrase_behind(tokens, at + len(words), text, appositions=0)
    if source is None:
        return None
    before = Span(sentence.start, cue.start)
    content = before if len(before) > 1 else Span(source.end, sentence.end)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=content)


# ---------------------------------------------------------------- verbs


def _by_verb(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    base, _ = _verbs()[tokens[at].form.lower()]
    head = _governing(tokens, at)
    first = verb_start(tokens, head, text)
    cue = Span(tokens[head].start, tokens[at].end)
    if head == at and _passive(tokens, first, at):
        return _by_agent(tokens, at, text, sentence) or _by_nobody(tokens, first, at, text, sentence)
    if head == at and _doubtful(tokens, at, text):
        return None
    if follows(tokens, at, text) and (source := phrase_behind(tokens, at + 1, text)):
        before = Span(sentence.start, cue.start)
        return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=before)
    participle = head == at == first and tokens[at].form.endswith("ing")
    source = (noun_phrase_before if participle else phrase_before)(tokens, first, text)
    if source is None:
        return _without_speaker(tokens, at, text, sentence)
    if not _can_report(tokens, at, first, source, text):
        return None
    content = _content(tokens, at, text, source, sentence)
    return Attribution(span=Span(source.start, cue.end), source=source, cue=cue, verb=base, content=content)


def _by_agent(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution of a verb in the passive that tells by whom: "was first reported by the Norvik Post"."""
    base, group = _verbs()[tokens[at].form.lower()]
    if not _by_whom(tokens, at) or group not in lexicons.words("telling_sayings"):
        return None
    source = phrase_behind(tokens, at + 2, text)
    if source is None:
        return None
    cue = Span(tokens[at].start, tokens[at + 1].end)
    as_what = "as" in text[source.end : sentence.end].split()[:_AS_WITHIN]  # "described by colleagues today as"
    content = Span(source.end, sentence.end) if as_what else Span(sentence.start, cue.start)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=content)


def _by_whom(tokens: Sequence[Token], at: int) -> bool:
    """Whether "by" and somebody follow: "described by colleagues", and no "reported by Friday"."""
    by = at + 2 < len(tokens) and tokens[at + 1].form == "by"
    return by and not is_time(tokens[at + 2].form) and (opens_phrase(tokens, at + 2) or may_speak(tokens[at + 2].form))


def _by_nobody(tokens: Sequence[Token], first: int, at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution of "it was reported that", which names nobody."""
    base, group = _verbs()[tokens[at].form.lower()]
    if not first or tokens[first - 1].form.lower() != "it" or group not in lexicons.words("telling_sayings"):
        return None
    cue = Span(tokens[first - 1].start, tokens[at].end)
    nobody = Span(cue.start, cue.start)
    content = _content(tokens, at, text, nobody, sentence)
    return Attribution(span=cue, source=nobody, cue=cue, verb=base, content=content)


def _without_speaker(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """A verb that shares the speaker of its sentence: "..., adding that", "... and stressed that"."""
    form = tokens[at].form.lower()
    coordinated = at > 0 and tokens[at - 1].form in ("and", "but", "also")
    plain = form in lexicons.words("plain_sayings")
    if not (form.endswith("ing") or coordinated) or not (plain or _opens_content(tokens, at, text)):
        return None
    cue = tokens[at].span
    rest = Span(cue.end, sentence.end)
    nobody = Span(cue.start, cue.start)
    return Attribution(span=cue, source=nobody, cue=cue, verb=_verbs()[form][0], content=rest)


def _governing(tokens: Sequence[Token], at: int) -> int:
    """The verb that it hangs on, as in "declined to say" and "was quoted as saying"; itself where it stands alone."""
    if at > 1 and tokens[at - 1].form == "to" and tokens[at - 2].form in lexicons.words("speech_openers"):
        return at - 2
    if at > 1 and tokens[at].form == "saying" and tokens[at - 1].form == "as":
        quoted = (one for one in range(at - 2, max(-1, at - _REACH), -1) if tokens[one].form in ("quoted", "cited"))
        return next(quoted, at)
    return at


def _content(tokens: Sequence[Token], at: int, text: str, source: Span, sentence: Span) -> Span:
    """What is said: behind the verb, or before the speaker where the sentence ends with the verb."""
    behind = text[tokens[at].end : sentence.end]
    ahead = text[sentence.start : source.start].rstrip()
    if ahead.endswith((",", "”", '"', "''", "’’", "?", "!", "»")) and len(ahead) > len(behind.split(",")[0]):
        return Span(sentence.start, sentence.start + len(ahead))
    return Span(tokens[at].end, sentence.end)


# ---------------------------------------------------------------- whether it reports


def _doubtful(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the word is more likely no verb of saying: "the report of", "the United States", "his proposed ban"."""
    form = tokens[at].form
    if gap_before(tokens, at, text) == "-":
        return True  # "widely-reported"
    if at and (tokens[at - 1].form in lexicons.words("determiners") or tokens[at - 1].form.endswith(("'s", "’s"))):
        return True
    return form[0].isupper() or _has_object(tokens, at)


@cache
def _objects() -> dict[str, frozenset[str]]:
    return {base: frozenset(words.split()) for base, words in lexicons.table("reporting_objects")}


def _has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows makes another verb of it: "agreed to sell", "added a wing", "called off"."""
    base, _ = _verbs()[tokens[at].form.lower()]
    return at + 1 < len(tokens) and tokens[at + 1].form.lower() in _objects().get(base, frozenset())


def _can_report(tokens: Sequence[Token], at: int, first: int, source: Span, text: str) -> bool:
    """Whether such a speaker says such a thing: papers find and show, courts hear."""
    form = tokens[at].form.lower()
    base, _ = _verbs()[form]
    if base == "hear":
        return _names_one_of("hearing_bodies", tokens, source)
    if form not in lexicons.words("reporting_nouns"):
        return True
    if base in lexicons.words("findings") and _names_one_of("documents", tokens, source):
        return True
    return _opens_content(tokens, at, text) and may_speak(tokens[first - 1].form)


def _names_one_of(name: str, tokens: Sequence[Token], source: Span) -> bool:
    """Whether a speaker is one of a list, in the singular or the plural."""
    known = lexicons.words(name)
    forms = (token.form.lower() for token in tokens if source.covers(token.span))
    return any(form in known or form.removesuffix("s") in known for form in forms)


def _passive(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the subject is not the speaker: "was first blamed", "to maintain"; ``first`` is where the verb begins."""
    if tokens[at].form.endswith("ing") or at == 0:
        return False
    before = {token.form.lower() for token in tokens[first:at]}
    if before & lexicons.words("forms_of_be") or (tokens[at].form.endswith("ed") and _by_whom(tokens, at)):
        return True
    return tokens[at - 1].form.lower() in lexicons.words("passive_openers")


def _opens_content(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether what is said follows: "that", a quotation or a colon."""
    if at + 1 >= len(tokens):
        return False
    gap = gap_before(tokens, at + 1, text)
    return tokens[at + 1].form in lexicons.words("content_starts") or has_quotes(gap) or any(m in gap for m in ":,")
