"""Where the speaker is named: before the verb, after it, or before a relative clause."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.speakerwords import (
    ends_speaker,
    gap_before,
    has_quotes,
    is_role,
    is_time,
    may_speak,
)
from claimcompare.features.tokens import without_possessive
from claimcompare.lexicons.relations import base
from claimcompare.lexicons.reporting import reporting_forms
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Token

_LIMITS = lexicons.parameters("attributions")
_LONGEST: int = _LIMITS["longest_speaker"]
_LONGEST_BEHIND: int = _LIMITS["longest_behind"]
_LONGEST_TIME: int = _LIMITS["longest_time"]
_SHORTEST_ADVERB: int = _LIMITS["shortest_adverb"]
_SHORTEST_ROW = 2  # tokens before the last of several speakers: "Doe and"
_FULL_NAME = 2  # words
_LONGEST_IN_ROW: int = _LIMITS["longest_in_row"]
_BREAK = re.compile(r"[;:()\[\]“”\"«»„]|\s[–—-]{1,2}\s")

# ---------------------------------------------------------------- before the verb


def verb_start(tokens: Sequence[Token], at: int, text: str) -> int:
    """The first token of the verb group that ends at ``at``: auxiliaries, adverbs and when it was said."""
    first = at
    while first and is_skipped(tokens[first - 1].form) and "," not in gap_before(tokens, first, text):
        first -= 1
    return first


def is_skipped(form: str) -> bool:
    """Whether a word may be between a speaker and the verb; with a capital only a day: "Ann Still said"."""
    if form.lower() in _days():
        return True
    adverb = form.endswith("ly") and len(form) >= _SHORTEST_ADVERB and form not in lexicons.words("nouns_in_ly")
    negated = form.endswith(("n't", "n’t"))
    return form in lexicons.words("attribution_skips") or ((adverb or negated) and form[0].islower())


@cache
def _days() -> frozenset[str]:
    """Days and time zones, without those that are words of names: "Pacific Power said"."""
    return lexicons.words("days_and_zones") - lexicons.words("zones_in_names")


def phrase_before(tokens: Sequence[Token], first: int, text: str) -> Span | None:
    """The noun phrase that ends before ``first``; None where there is none."""
    relative = first > 1 and tokens[first - 1].form == "who"
    first -= relative
    last = _before_bracket(tokens, first, text)
    start = _phrase_start(tokens, first, text, relative=relative)
    if start is None:
        return None
    if start > 1 and tokens[start - 1].form == "who":
        return phrase_before(tokens, start, text)  # "a resident who lives nearby said"
    if tokens[last - 1].form.lower() in lexicons.words("lone_speakers") or _after_somebody(tokens, start, last - 1):
        start = last - 1  # "in April 2003 he", "the man police"
    return Span(tokens[_behind_time(tokens, start, last)].start, tokens[last - 1 + relative].end)


def noun_phrase_before(tokens: Sequence[Token], first: int, text: str) -> Span | None:
    """The nearest noun phrase before ``first`` that can say something: "a statement saying"; None without one."""
    if not first or gap_before(tokens, first, text).strip() or not is_role(tokens[first - 1].form):
        return None
    start = first - 1
    while start and not gap_before(tokens, start, text).strip() and not ends_speaker(tokens[start - 1].form):
        start -= 1
        if tokens[start].form.lower() in lexicons.words("determiners"):
            return Span(tokens[start].start, tokens[first - 1].end)
    return tokens[first - 1].span


def _after_somebody(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether the speaker is the last word alone, after the person spoken of: "the man police say is"."""
    before = tokens[at - 1].form
    spoken_of = start < at and before in lexicons.words("person_nouns", "roles")
    return spoken_of and tokens[at].form in lexicons.words("plural_speakers")


def _behind_time(tokens: Sequence[Token], start: int, last: int) -> int:
    """Where the phrase begins after words for a time: "on Tuesday the mayor", "last week officials"."""
    opener = tokens[start].form.lower()
    if opener not in lexicons.words("time_openers") and opener not in _days():
        return start
    times = [at for at in range(start, min(last, start + _LONGEST_TIME)) if _is_when(tokens, at)]
    return times[-1] + 1 if times and times[-1] + 1 < last else start


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word says when: "Tuesday", but not "Eastern" before another word with a capital."""
    zone = tokens[at].form.lower() in lexicons.words("zones_in_names")
    named = zone and at + 1 < len(tokens) and tokens[at + 1].form[0].isupper()
    return is_time(tokens[at].form) and not named


def _before_bracket(tokens: Sequence[Token], first: int, text: str) -> int:
    """Where the speaker ends when a bracket such as "(R-Ky.)" is between it and the verb."""
    gap = gap_before(tokens, first, text)
    if ")" not in gap or "(" in gap:
        return first
    for at in range(first - 1, max(0, first - 6), -1):
        if "(" in gap_before(tokens, at, text):
            return at
    return first


def _phrase_start(tokens: Sequence[Token], first: int, text: str, *, relative: bool) -> int | None:
    """The first token of the noun phrase that ends before ``first``; None where no speaker can end there."""
    outer = _before_bracket(tokens, first, text)
    gap = gap_before(tokens, first, text)
    if outer < first:
        gap = gap.strip(" ).")
    participle = "," in gap and tokens[min(outer, len(tokens) - 1)].form.endswith("ing")
    if outer == 0 or participle or _BREAK.search(gap):
        return None
    apposition = not relative and gap.strip(" .") == ","
    at = outer - 1
    if ends_speaker(tokens[at].form) or tokens[at].form.lower() in lexicons.words("no_source_ends"):
        return None
    if at and tokens[at].form.endswith("ed") and tokens[at - 1].form in lexicons.words("forms_of_be"):
        return None  # "the hospital where he was treated reported"
    while at > 0 and outer - at < _LONGEST:
        gap, word = gap_before(tokens, at, text), tokens[at - 1].form.lower()
        ends = ends_speaker(tokens[at - 1].form) or tokens[at - 1].form in reporting_forms()
        if _BREAK.search(gap) or (not apposition and ends) or (relative and word in _antecedent_ends()):
            break
        if "," in gap:
            if not apposition and not _is_apposition(tokens, at, text) and not _follows_name(tokens, at, text):
                break
            apposition = False
        at -= 1
    if apposition:
        return None
    return at if relative else _row_start(tokens, at, text)


def _row_start(tokens: Sequence[Token], at: int, text: str) -> int:
    """Where a row of speakers begins whose last one begins at ``at``: "both the mayor and the police said"."""
    if at < _SHORTEST_ROW or tokens[at - 1].form != "and" or gap_before(tokens, at, text).strip():
        return at
    first = last = at - 1
    while first and at - first <= _LONGEST_IN_ROW and not ends_speaker(tokens[first - 1].form):
        if gap_before(tokens, first, text).strip(" .'’-"):
            break
        first -= 1
    return first if _may_stand_in_row(tokens[first:last]) else at


def _may_stand_in_row(phrase: Sequence[Token]) -> bool:
    """Whether the words are one who may speak, and state nothing."""
    if not phrase or len(phrase) > _LONGEST_IN_ROW or phrase[0].form.lower() in _clause_openers():
        return False
    return may_speak(phrase[-1].form) and not any(
        _is_verb(token) or token.form in reporting_forms() for token in phrase
    )


@cache
def _clause_openers() -> frozenset[str]:
    """Words that are a subject by themselves, or begin something other than a row of speakers."""
    return frozenset(word for word, _ in lexicons.table("pronouns")) | (
        lexicons.words("no_source_ends") - lexicons.words("articles")
    )


@cache
def _antecedent_ends() -> frozenset[str]:
    """Prepositions before the one that a relative clause is about: "the anger of" may be, "resonated with" is none."""
    return lexicons.words("no_source_ends") - lexicons.words("antecedent_prepositions", "articles")


def _is_apposition(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a bare name after a comma belongs to the role before it: "a spokesman, John Kirby"."""
    return bool(
        tokens[at].form[0].isupper()
        and at > 1
        and not tokens[at - 1].form[0].isupper()
        and any(token.form.lower() in lexicons.words("titles") for token in tokens[max(0, at - 3) : at])
        and "," in gap_before(tokens, at, text)
    )


def _follows_name(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a full name opens the clause before the comma: "Ann Doe, the head of the firm, Tarnsteel, said"."""
    first = at
    while (
        first
        and tokens[first - 1].form[0].isupper()
        and (first == at or not gap_before(tokens, first, text).strip(" ."))
    ):
        first -= 1
    opens = first == 0 or bool(_BREAK.search(gap_before(tokens, first, text)))
    named = at - first >= _FULL_NAME and tokens[first].form.lower() not in lexicons.words("no_source_ends")
    return opens and named and tokens[at].form in lexicons.words("articles")


# ---------------------------------------------------------------- after the verb


def speaker_follows(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the speaker follows the verb ``at``: '..."', said Kirby'; "..., said prison spokesman Al Quintero"."""
    gap = gap_before(tokens, at, text)
    if tokens[at].form.endswith("ing") or at + 1 >= len(tokens) or tokens[at].form in lexicons.words("whom_verbs"):
        return False
    if has_quotes(gap):
        return opens_phrase(tokens, at + 1) or _is_somebody(tokens, at + 1, text)
    if gap.strip(" .") != ",":
        return False  # a bare comma may also close an apposition of the speaker: "Kirby, a spokesman, said the"
    first = "," not in text[tokens[0].start : tokens[at - 1].end]
    plain = tokens[at].form in lexicons.words("plain_sayings")
    return (first and opens_phrase(tokens, at + 1)) or (plain and _is_somebody(tokens, at + 1, text))


def opens_phrase(tokens: Sequence[Token], at: int) -> bool:
    """Whether a noun phrase may begin at ``at``."""
    return at < len(tokens) and (tokens[at].form[0].isupper() or tokens[at].form in lexicons.words("phrase_openers"))


def _is_somebody(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether what follows, up to a comma, names somebody and states nothing: no "in a statement"."""
    openers = lexicons.words("no_source_ends") - lexicons.words("determiners")
    if tokens[at].form in openers | lexicons.words("time_openers"):
        return False
    last = at
    while last + 1 < len(tokens) and not gap_before(tokens, last + 1, text).strip(" .-'’"):
        last += 1
    phrase = tokens[at : last + 1]
    if len(phrase) > _LONGEST_BEHIND or any(map(_is_verb, phrase)):
        return False
    return any(may_speak(token.form) and not is_time(token.form) for token in phrase)


def _is_verb(token: Token) -> bool:
    """Whether a word has the look of a finite verb or opens a statement."""
    form = token.form
    if form in lexicons.words("tense_words") or form in lexicons.words("modal_verbs") or form == "that":
        return True
    return form[0].islower() and (form.endswith("ed") or base(token.stem) != token.stem)


def phrase_behind(
    tokens: Sequence[Token], at: int, text: str, appositions: int = 1, *, several: bool = False
) -> Span | None:
    """The noun phrase that begins at ``at``, to the next break; an apposition of a name goes with it.

    ``several``: whether an "and" joins another speaker, as it does before a comma ("according to A and B, ...").
    """
    if at >= len(tokens) or (gap_before(tokens, at, text).strip() and at):
        return None
    last = at
    commas = 0
    while last + 1 < len(tokens) and last - at < _LONGEST:
        gap = gap_before(tokens, last + 1, text)
        following = tokens[last + 1].form
        commas += "," in gap
        joined = following == "and" and (several or _row_goes_on(tokens, last + 2, text))
        if _BREAK.search(gap) or commas > appositions or (ends_speaker(following) and not joined):
            break
        if "," in gap and not (following in lexicons.words("articles") or following[0].isupper()):
            break
        last += 1
    while last > at and is_skipped(tokens[last].form):
        last -= 1  # "the company on Monday"
    while last > at and tokens[last].form in lexicons.words("time_openers", "determiners"):
        last -= 1  # "colleagues this morning"
    return Span(tokens[at].start, tokens[last].start + len(without_possessive(tokens[last].form)))


def _row_goes_on(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether one more speaker, and nothing else, follows an "and" at ``at``: '...", said Doe and Roe'."""
    last = at
    while last + 1 < len(tokens) and not gap_before(tokens, last + 1, text).strip(" -'’"):
        last += 1
    return _may_stand_in_row(tokens[at : last + 1])
