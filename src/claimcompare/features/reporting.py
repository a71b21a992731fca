"""Whether a word reports what somebody says, or is a noun, a passive or another verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.speakerphrases import opens_phrase
from claimcompare.features.speakerwords import gap_before, has_quotes, is_time, may_speak
from claimcompare.features.tokens import is_possessive
from claimcompare.lexicons.reporting import verbs_of_reporting

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.records import Span, Token

_TITLE: dict[str, float] = lexicons.parameters("attributions")["title"]


def is_doubtful(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the word is more likely no verb of saying: "the report of", "the United States", "his proposed ban"."""
    form = tokens[at].form
    if gap_before(tokens, at, text) == "-":
        return True  # "widely-reported"
    if at and (tokens[at - 1].form in lexicons.words("determiners") or is_possessive(tokens[at - 1].form)):
        return True
    if form[0].isupper() and not _has_mostly_capitals(tokens):
        return True
    return has_object(tokens, at) or _calls_back(tokens, at, text)


def _calls_back(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a thing follows a "recall", which takes it back: "recalls 40,000 cars", and not "recalled seeing it"."""
    if tokens[at].form.lower() not in lexicons.words("recalling_verbs") or at + 1 >= len(tokens):
        return False
    ends = gap_before(tokens, at + 1, text).strip()
    return not (ends or opens_content(tokens, at, text) or tokens[at + 1].form.endswith("ing"))


def _has_mostly_capitals(tokens: Sequence[Token]) -> bool:
    """Whether most words have capitals, so that a verb may have one too: "Dam Holds, Mayor Says of the Flood".

    Less is enough than for a headline in ``names``, where every capital of such a line is doubted.
    """
    words = [token.form for token in tokens if len(token.form) >= _TITLE["letters"]]
    return len(words) >= _TITLE["fewest"] and sum(word[0].isupper() for word in words) >= _TITLE["share"] * len(words)


@cache
def _objects() -> dict[str, frozenset[str]]:
    return {base: frozenset(words.split()) for base, words in lexicons.table("reporting_objects")}


def has_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows makes another verb of it: "agreed to sell", "conceded on Sunday", "heard 9 witnesses"."""
    objects = _objects().get(verbs_of_reporting()[tokens[at].form.lower()][0])
    if objects is None:
        return False
    behind = range(_behind_when(tokens, at + 1), len(tokens))
    after = next((one for one in behind if not (is_time(tokens[one].form) or tokens[one].form.isdigit())), at)
    return after > at and tokens[after].form.lower() in objects  # "vowed Tuesday to look"


def _behind_when(tokens: Sequence[Token], at: int) -> int:
    """The place after a word that opens a time, if there is one at ``at``: after the "on" of "on Sunday night"."""
    when = at + 1 < len(tokens) and tokens[at].form in lexicons.words("time_openers") and is_time(tokens[at + 1].form)
    return at + when


def can_report(tokens: Sequence[Token], at: int, first: int, source: Span, text: str) -> bool:
    """Whether such a speaker says such a thing: papers find and show, courts hear."""
    form = tokens[at].form.lower()
    base, _ = verbs_of_reporting()[form]
    if base == "hear":
        return _names_one_of("hearing_bodies", tokens, source)
    if form not in lexicons.words("reporting_nouns"):
        return True
    if base in lexicons.words("findings") and _names_one_of("documents", tokens, source):
        return True
    return opens_content(tokens, at, text) and may_speak(tokens[first - 1].form)


def _names_one_of(name: str, tokens: Sequence[Token], source: Span) -> bool:
    """Whether a speaker is one of a list, in the singular or the plural."""
    known = lexicons.words(name)
    forms = (token.form.lower() for token in tokens if source.covers(token.span))
    return any(form in known or form.removesuffix("s") in known for form in forms)


def subject_is_no_speaker(tokens: Sequence[Token], first: int, at: int) -> bool:
    """Whether the subject is not the speaker: "was first blamed", "to maintain"; ``first`` is where the verb begins."""
    if tokens[at].form.endswith("ing") or at == 0:
        return False
    if _is_hearsay(tokens, at) or _is_told_of(tokens, at):
        return True
    before = {token.form.lower() for token in tokens[first:at]}
    if tokens[at].form in lexicons.words("reporting_participles") and not before & lexicons.words("tense_words"):
        return True
    if before & lexicons.words("forms_of_be") or (tokens[at].form.endswith("ed") and by_whom(tokens, at)):
        return True
    openers = {tokens[one - 1].form.lower() for one in (at, first) if one}
    plain = tokens[at].form == verbs_of_reporting()[tokens[at].form.lower()][0]  # not "the man she spoke to said"
    return not openers.isdisjoint(lexicons.words("passive_openers")) and (plain or "to" not in openers)


def _is_hearsay(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody is said to have done something: "a man reported to have fled"."""
    if tokens[at].form not in lexicons.words("hearsay_participles"):
        return False
    following = [token.form for token in tokens[at + 1 : at + 3]]
    return following[:1] == ["to"] and following[1:] in (["have"], ["be"])


def _is_told_of(tokens: Sequence[Token], at: int) -> bool:
    """Whether a participle says of what it was announced, and when: "the rules announced on Thursday would allow"."""
    after = start = _behind_when(tokens, at + 1)
    while after < len(tokens) and is_time(tokens[after].form):
        after += 1
    if after == start or after == len(tokens) or not tokens[at].form.endswith("ed"):
        return False
    return tokens[after].form in lexicons.words("modal_verbs", "forms_of_be", "finite_verbs")


def opens_content(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether what is said follows: "that", a quotation or a colon."""
    if at + 1 >= len(tokens):
        return False
    gap = gap_before(tokens, at + 1, text)
    return tokens[at + 1].form in lexicons.words("content_starts") or has_quotes(gap) or any(m in gap for m in ":,")


def by_whom(tokens: Sequence[Token], at: int) -> bool:
    """Whether "by" and somebody follow: "described by colleagues", not "reported by Friday"."""
    by = at + 2 < len(tokens) and tokens[at + 1].form == "by"
    return by and not is_time(tokens[at + 2].form) and (opens_phrase(tokens, at + 2) or may_speak(tokens[at + 2].form))
