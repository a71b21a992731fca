"""Tokens → attributions: who says it, with what verb, and what is said.

A speaker comes before the verb ("Kirby, a spokesman, said"), after it if a quotation precedes ("..., said Kirby"), or
after "according to" and "reported by". A participle ("..., adding that") has the speaker of its sentence and names
none, and "it was reported" names nobody.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.features.reporting import (
    by_whom,
    can_report,
    has_object,
    is_doubtful,
    opens_content,
    subject_is_no_speaker,
)
from claimcompare.features.speakerphrases import (
    noun_phrase_before,
    phrase_before,
    phrase_behind,
    speaker_follows,
    verb_start,
)
from claimcompare.features.speakerwords import gap_before, has_quotes, is_body, may_speak
from claimcompare.lexicons.reporting import phrases_of_reporting, verbs_of_reporting
from claimcompare.records import Attribution, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Quotation, Token

_LIMITS = lexicons.parameters("attributions")
_QUOTED_AS: int = _LIMITS["quoted_as"]
_AS_WITHIN: int = _LIMITS["as_within"]
_LONGEST_HEAD: int = _LIMITS["longest_head"]
_AGE_WITHIN = re.compile(r"\b(\d{1,2})[- ]year[- ]old\b")
_AGE_BEHIND = re.compile(r",\s+(?:aged\s+|a\s+)?(\d\d)(?:[- ]year[- ]old\b|(?=[,.]))")
_CLOSING_MARKS = ("”", '"', "''", "’’", "»")
_BESIDES = re.compile(r",?\s+(?:who|whose|whom|which)\b.*$|,\s+[a-z]+(?:ing|ed)\b.*$")


def attributions_of(
    tokens: Sequence[Token], text: str, quotations: Sequence[Quotation], sentence: Span
) -> tuple[Attribution, ...]:
    """The attributions of a sentence, in order; cues inside a quotation are the speaker's own words."""
    verbs, openers = verbs_of_reporting(), _phrases_by_opener()
    found = [_spoken(headed, text)] if (headed := _by_colon(tokens, text, sentence)) else []
    for at, token in enumerate(tokens):
        word = token.form.lower()
        if word in openers and (phrase := _phrase(tokens, at, word)):
            one = _by_phrase(tokens, at, phrase, text, sentence)
        elif word in verbs:
            one = _by_verb(tokens, at, text, sentence)
        else:
            continue
        if one and not any(quotation.span.covers(one.cue) for quotation in quotations):
            found.append(_spoken(one, text))
    return tuple(found)


def _spoken(one: Attribution, text: str) -> Attribution:
    """With the words that name the speaker, without a clause about them: "Kirby, who said", "Kirby, sitting there"."""
    source, words = one.source, one.source.of(text)
    clause = _BESIDES.search(words)
    if clause and not words.endswith("who"):
        source = Span(source.start, source.start + clause.start())
    speaker = " ".join(words[: clause.start() if clause else None].split())
    return evolve(one, source=source, speaker=speaker, age=age_of(source, text))


def age_of(source: Span, text: str) -> int | None:
    """The age of a speaker: "the 29-year-old", "Ann Doe, 34,"."""
    found = _AGE_WITHIN.search(source.of(text)) or _AGE_BEHIND.match(text, source.end)
    return int(found.group(1)) if found else None


# ---------------------------------------------------------------- phrases


@cache
def _phrases_by_opener() -> dict[str, list[tuple[str, ...]]]:
    """By its first word, in the order of the file."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in phrases_of_reporting():
        found.setdefault(words[0], []).append(words)
    return found


def _phrase(tokens: Sequence[Token], at: int, opener: str) -> tuple[str, ...] | None:
    for words in _phrases_by_opener()[opener]:
        if tuple([token.form.lower() for token in tokens[at : at + len(words)]]) == words:
            return words
    return None


def _by_phrase(
    tokens: Sequence[Token], at: int, words: tuple[str, ...], text: str, sentence: Span
) -> Attribution | None:
    """The attribution that a phrase such as "according to" makes at ``at``; None where nobody follows it."""
    base, place = phrases_of_reporting()[words]
    cue = Span(tokens[at].start, tokens[at + len(words) - 1].end)
    if place == "none":
        rest = Span(cue.end, sentence.end)
        return Attribution(span=cue, source=Span(cue.start, cue.start), cue=cue, verb=base, content=rest)
    before = Span(sentence.start, cue.start)
    source = phrase_behind(tokens, at + len(words), text, appositions=0, several=len(before) <= 1)
    if source is None:
        return None
    content = before if len(before) > 1 else Span(source.end, sentence.end)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=content)


def _by_colon(tokens: Sequence[Token], text: str, sentence: Span) -> Attribution | None:
    """The speaker before the colon of a headline: "Police: driver fled"; a name only where a quotation follows."""
    after = next((at for at in range(1, min(len(tokens), _LONGEST_HEAD)) if gap_before(tokens, at, text).strip()), 0)
    gap = gap_before(tokens, after, text)
    if not gap.startswith(":"):
        return None
    last = tokens[after - 1].form
    if not (may_speak(last) if has_quotes(gap) else is_body(last)):
        return None
    source, cue = Span(tokens[0].start, tokens[after - 1].end), Span(tokens[after - 1].end, tokens[after - 1].end + 1)
    rest = Span(cue.end, sentence.end)
    return Attribution(span=Span(source.start, cue.end), source=source, cue=cue, verb="say", content=rest)


# ---------------------------------------------------------------- verbs


def _by_verb(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution that a verb of saying makes at ``at``; None where it reports nothing."""
    base, _ = verbs_of_reporting()[tokens[at].form.lower()]
    head = _governing(tokens, at)
    first = verb_start(tokens, head, text)
    cue = Span(tokens[head].start, tokens[at].end)
    if head == at and subject_is_no_speaker(tokens, first, at):
        return _by_agent(tokens, at, text, sentence) or _by_nobody(tokens, first, at, text, sentence)
    if is_doubtful(tokens, at, text) if head == at else has_object(tokens, at):
        return None
    if speaker_follows(tokens, at, text) and (source := phrase_behind(tokens, at + 1, text)):
        before = Span(sentence.start, cue.start)
        return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=before)
    participle = head == at == first and tokens[at].form.endswith("ing")
    source = (noun_phrase_before if participle else phrase_before)(tokens, first, text)
    if source is None:
        return _without_speaker(tokens, at, text, sentence)
    if not can_report(tokens, at, first, source, text) or _describes(tokens, at, source, text):
        return None
    content = _content(tokens, at, text, source, sentence)
    return Attribution(span=Span(source.start, cue.end), source=source, cue=cue, verb=base, content=content)


def _describes(tokens: Sequence[Token], at: int, source: Span, text: str) -> bool:
    """Whether it is the adjective of what a verb before it is about: "is investigating alleged fraud"."""
    before = tokens[at - 1]
    gerund = before.span == source and before.form.islower() and before.form.endswith("ing")
    return gerund and tokens[at].form in lexicons.words("hearsay_participles") and not opens_content(tokens, at, text)


def _by_agent(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution of a verb in the passive that says by whom: "was first reported by the Norvik Post"."""
    base, group = verbs_of_reporting()[tokens[at].form.lower()]
    told = group in lexicons.words("telling_sayings") and base not in lexicons.words("verbs_with_things")
    if not told or not by_whom(tokens, at):
        return None
    source = phrase_behind(tokens, at + 2, text)
    if source is None:
        return None
    cue = Span(tokens[at].start, tokens[at + 1].end)
    as_what = "as" in text[source.end : sentence.end].split()[:_AS_WITHIN]  # "described by colleagues today as"
    content = Span(source.end, sentence.end) if as_what else Span(sentence.start, cue.start)
    return Attribution(span=Span(cue.start, source.end), source=source, cue=cue, verb=base, content=content)


def _by_nobody(tokens: Sequence[Token], first: int, at: int, text: str, sentence: Span) -> Attribution | None:
    """The attribution of "it was reported that", which names nobody."""
    base, group = verbs_of_reporting()[tokens[at].form.lower()]
    if not first or tokens[first - 1].form.lower() != "it" or group not in lexicons.words("telling_sayings"):
        return None
    cue = Span(tokens[first - 1].start, tokens[at].end)
    nobody = Span(cue.start, cue.start)
    content = _content(tokens, at, text, nobody, sentence)
    return Attribution(span=cue, source=nobody, cue=cue, verb=base, content=content)


def _without_speaker(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> Attribution | None:
    """A verb that shares the speaker of its sentence: "..., adding that", "... and stressed that"."""
    form = tokens[at].form.lower()
    coordinated = at > 0 and tokens[at - 1].form in lexicons.words("saying_joiners")
    plain = form in lexicons.words("plain_sayings")
    if not (form.endswith("ing") or coordinated) or not (plain or opens_content(tokens, at, text)):
        return None
    cue = tokens[at].span
    rest = Span(cue.end, sentence.end)
    nobody = Span(cue.start, cue.start)
    return Attribution(span=cue, source=nobody, cue=cue, verb=verbs_of_reporting()[form][0], content=rest)


def _governing(tokens: Sequence[Token], at: int) -> int:
    """The verb that it hangs on, as in "declined to say" and "was quoted as saying"; itself where it stands alone."""
    if at > 1 and tokens[at - 1].form == "to" and tokens[at - 2].form in lexicons.words("speech_openers"):
        return at - 2
    if at > 1 and tokens[at].form == "saying" and tokens[at - 1].form == "as":
        before, quoting = range(at - 2, max(-1, at - _QUOTED_AS), -1), lexicons.words("quoting_verbs")
        return next((one for one in before if tokens[one].form in quoting), at)
    return at


def _content(tokens: Sequence[Token], at: int, text: str, source: Span, sentence: Span) -> Span:
    """What is said: behind the verb, or before the speaker where a quotation or most of the sentence stands."""
    behind = text[tokens[at].end : sentence.end]
    ahead = text[sentence.start : source.start].rstrip()
    quoted = ahead.endswith(_CLOSING_MARKS) and not has_quotes(behind) and not opens_content(tokens, at, text)
    if quoted or (ahead.endswith((",", "?", "!", *_CLOSING_MARKS)) and len(ahead) > len(behind.split(",")[0])):
        return Span(sentence.start, sentence.start + len(ahead))
    return Span(tokens[at].end, sentence.end if has_quotes(behind) else _end_of_said(tokens, at, text, sentence))


def _end_of_said(tokens: Sequence[Token], at: int, text: str, sentence: Span) -> int:
    """Where the sentence ends, or a semicolon behind which another one says something: "... said it; Brandt denied"."""
    stop = text.find(";", tokens[at].end, sentence.end)
    behind = (token.form.lower() for token in tokens[at + 1 :] if token.start > stop)
    return stop if stop >= 0 and any(form in verbs_of_reporting() for form in behind) else sentence.end
