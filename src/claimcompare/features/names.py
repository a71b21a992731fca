"""Tokens → names: persons, places and organisations, recognised by their capitals.

There is no tagger. A capital counts where it does not start a sentence, or where the report writes the word with
a capital elsewhere too; words that news English writes small ("Seized", "Commitment" of a translation tool) are none.
"""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.features.bodies import is_inside_a_body, is_of_firms
from claimcompare.features.shapes import entry
from claimcompare.features.tokens import is_possessive, without_possessive
from claimcompare.lexicons.measures import words_with
from claimcompare.records import Name, Span
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.records import Token

_OPENERS = "“\"'‘(«„:[—–"
_JOINTS = HYPHENS.union(("", "&", "'", "’"))  # between two words of a name
_LIMITS = lexicons.parameters("names")
_HEADLINE_SHARE: float = _LIMITS["headline_share"]
_HEADLINE_WORDS: int = _LIMITS["headline_words"]
_LONGEST_SYLLABLE: int = _LIMITS["longest_syllable"]


@frozen
class Casing:
    """How a report writes its words: with a capital in mid-sentence, and in lower case."""

    capital: frozenset[str]
    small: frozenset[str]


def casing_of(sentences: Iterable[Sequence[Token]], text: str) -> Casing:
    """The casing of a report's words; headlines in capitals say nothing of it."""
    capital: Counter[str] = Counter()
    small: set[str] = set()
    for tokens in sentences:
        if _is_in_title_case(tokens):
            continue
        for at, token in enumerate(tokens):
            if not token.form[0].isupper():
                small.add(token.form)
            elif not _is_at_start(tokens, at, text):
                capital[without_possessive(token.form)] += 1
    return Casing(frozenset(word for word, times in capital.items() if _is_no_slip(word, times)), frozenset(small))


def _is_no_slip(word: str, times: int) -> bool:
    """Whether a word's capital in mid-sentence is meant: a rare word needs one once, an everyday word twice."""
    return times > 1 or not _is_common(word.lower())


def names_of(tokens: Sequence[Token], text: str, casing: Casing, taken: Sequence[Span] = ()) -> tuple[Name, ...]:
    """The names of a sentence, those inside ``taken`` (its dates) left out; ``text`` is the whole report's."""
    in_headline = _is_in_title_case(tokens)
    capital = [
        token.form[0].isupper() and _may_be_named(tokens, at, text, casing, in_headline=in_headline)
        for at, token in enumerate(tokens)
    ]
    runs = _runs(capital, tokens, text)
    found = (name for first, last in runs for name in _name(tokens, first, last, text))
    return tuple(name for name in found if not any(span.overlap(name.span) for span in taken))


@lru_cache(maxsize=1 << 16)
def _is_common(word: str) -> bool:
    """Whether news English writes the word in lower case."""
    return word in lexicons.words("common_words")


@lru_cache(maxsize=1 << 16)
def _is_grammar_word(word: str) -> bool:
    return word in lexicons.words("grammar_words")


@lru_cache(maxsize=1 << 16)
def _is_calendar_word(form: str) -> bool:
    """Whether it is a weekday or a month, which is a date, or the "I" that is nobody's name."""
    return (form[0] == "I" and form[1:2] in ("", "'", "’")) or entry(form)[0] in _calendar_words()


@cache
def _calendar_words() -> frozenset[str]:
    return words_with("MW") - lexicons.words("ambiguous_months")


def _is_in_title_case(tokens: Sequence[Token]) -> bool:
    """Whether all words but the small ones have capitals, as in a headline."""
    words = small = 0
    enough = (1 - _HEADLINE_SHARE) * len(tokens) + 1  # so many in small letters, and it is no headline whatever follows
    for token in tokens:
        if token.form[0].isalpha() and not _is_grammar_word(token.form.lower()):
            words += 1
            small += not token.form[0].isupper()
            if small > enough:
                return False
    return words > _HEADLINE_WORDS and words - small > _HEADLINE_SHARE * words


def _is_at_start(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether the token opens a sentence, a quotation or a bracket."""
    if at == 0:
        return True
    gap = text[tokens[at - 1].end : tokens[at].start]
    return any(mark in gap for mark in _OPENERS) or gap.strip()[-1:] in ("!", "?", ";") or "\n\n" in gap


def _may_be_named(tokens: Sequence[Token], at: int, text: str, casing: Casing, *, in_headline: bool) -> bool:
    """Whether the token, which starts with a capital, can be part of a name."""
    form = tokens[at].form
    if _is_calendar_word(form):
        return False
    word = without_possessive(form)
    small = word.lower()
    known = word in casing.capital
    if len(word) == 1:
        return text[tokens[at].end : tokens[at].end + 1] == "." and at + 1 < len(tokens)
    if _is_grammar_word(small.replace("’", "'")) and not word.isupper():
        return False
    if word.isupper() or not _is_common(small):
        return known or not in_headline or (small not in casing.small and not word.isupper())
    if not in_headline and (small in lexicons.words("titles") or small in lexicons.cells("first_names")):
        return _is_beside_capital(tokens, at)
    starts = _is_at_start(tokens, at, text) and not is_inside_a_body(tokens, at + 1)
    lone = in_headline or starts or not _is_beside_capital(tokens, at)
    return not lone or (known and small not in casing.small)


def _is_beside_capital(tokens: Sequence[Token], at: int) -> bool:
    """Whether a name goes on before or after the token, as in "State Department" and "Department of Defense"."""
    joined = at + 1 < len(tokens) and (tokens[at + 1].form == "of" or is_inside_a_body(tokens, at + 1))
    after = at + 2 if joined else at + 1
    before = at - 2 if at > 1 and tokens[at - 1].form == "of" else at - 1
    near = [tokens[one].form for one in (before, after) if 0 <= one < len(tokens)]
    return any(
        form[0].isupper() and len(form) > 1 and not _is_grammar_word(without_possessive(form).lower()) for form in near
    )


def _runs(capital: list[bool], tokens: Sequence[Token], text: str) -> Iterator[tuple[int, int]]:
    """First and last token of each run of capitals, joined over particles."""
    at = 0
    while at < len(tokens):
        if not capital[at]:
            at += 1
            continue
        last = at
        while (following := _next(last, capital, tokens, text)) is not None:
            last = following
        yield at, last
        at = last + 1


def _next(at: int, capital: list[bool], tokens: Sequence[Token], text: str) -> int | None:
    """The next token of the same name."""
    if is_possessive(tokens[at].form) or not _is_joined(tokens, at, text):
        return None
    if at + 1 < len(tokens) and (capital[at + 1] or _is_joined_by_hyphen(tokens, at, text)):
        return at + 1
    for ahead in (2, 3):
        between = [token.form.lower() for token in tokens[at + 1 : at + ahead]]
        particles = all(form in lexicons.words("name_particles") for form in between)
        particles = particles or (len(between) == 1 and is_inside_a_body(tokens, at + 1))
        if particles and at + ahead < len(tokens) and capital[at + ahead] and _is_joined(tokens, at + ahead - 1, text):
            return at + ahead
    return None


def _is_joined_by_hyphen(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether a hyphen joins a small word of a name that goes on so: "Park Chan-wook", not "Tarn-based"."""
    small = tokens[at + 1].form
    if (
        text[tokens[at].end : tokens[at + 1].start] not in HYPHENS
        or not small.islower()
        or len(small) > _LONGEST_SYLLABLE
    ):
        return False
    named = at > 0 and tokens[at - 1].form[0].isupper()
    return named and (not _is_common(small) or small in lexicons.words("name_endings"))


def _is_joined(tokens: Sequence[Token], at: int, text: str) -> bool:
    """Whether nothing but a blank, a hyphen or an abbreviation's full stop is before the next token."""
    if at + 1 >= len(tokens):
        return False
    gap = text[tokens[at].end : tokens[at + 1].start]
    if gap.strip() == "." and gap != ".":
        return len(tokens[at].form) == 1 or tokens[at].form.lower() in lexicons.words("titles")
    return gap.strip() in _JOINTS


def _name(tokens: Sequence[Token], first: int, last: int, text: str) -> Iterator[Name]:
    """The name from ``first`` to ``last``, its title apart; what is before the title is a name of its own."""
    forms = (without_possessive(token.form).lower() for token in tokens[first : last + 1])
    titles = [at for at, form in enumerate(forms, first) if form in lexicons.words("titles")]
    if titles == [first] and _opens_a_firm(tokens, first, last):
        titles = []
    if not titles:
        yield from _with_place_apart(tokens, first, last, None)
        return
    start, end = titles[0], titles[-1] + 1
    while start > first and tokens[start - 1].form.lower() in lexicons.words("title_openers"):
        start -= 1
    if end + 1 < last and tokens[end].form == "of":
        end += 2
    while end <= last and tokens[end].form.lower() in lexicons.words("title_closers"):
        end += 1
    if start > first:
        yield _named(tokens, first, start - 1, None)
    if end <= last and tokens[end].form[0].isupper():
        yield from _with_place_apart(tokens, end, last, text[tokens[start].start : tokens[end].start].strip(" ."))


def _opens_a_firm(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a word for a rank is the first of a firm's name, before a word that is no name: "General Motors"."""
    small = [token.form.lower() for token in tokens[first : last + 1]]
    return len(small) > 1 and small[0] in lexicons.words("ranks_of_firms") and is_of_firms(small[1])


def _with_place_apart(tokens: Sequence[Token], first: int, last: int, title: str | None) -> Iterator[Name]:
    """The name, and that of the place which a person is said to be of: "Senator Ann Doe of Norvik"."""
    of = next((at for at in range(first + 1, last) if tokens[at].form == "of"), last)
    if of < last and (title or _is_person(tokens, first, of - 1)):
        yield _named(tokens, first, of - 1, title)
        yield _named(tokens, of + 1, last, None)
    else:
        yield _named(tokens, first, last, title)


def _is_person(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether it is a first name and a word that is nothing else: "Ann Doe" and no "Virginia Department"."""
    named = last > first and tokens[first].form.lower() in lexicons.cells("first_names")
    return named and not _is_common(tokens[last].form.lower())


def _named(tokens: Sequence[Token], first: int, last: int, title: str | None) -> Name:
    words = tuple(without_possessive(token.form).replace(".", "") for token in tokens[first : last + 1])
    span = Span(tokens[first].start, tokens[last].start + len(without_possessive(tokens[last].form)))
    return Name(span=span, words=words, title=title)
