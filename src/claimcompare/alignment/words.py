"""Tokens as alignment sees them, and what two words are to each other."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import frozen
from rapidfuzz.distance import Indel

from claimcompare import lexicons
from claimcompare.lexicons import relations

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimcompare.records import Relation

# Kinds of word pairs; the learned weights go by these numbers.
EXACT, EXACT_LITTLE, INFLECTED, INFLECTED_LITTLE, EQUAL, SPELT_ALIKE, SPELT_NEARLY = range(7)
RELATED = 7  # and the next five: how closely
RELATED_LITTLE, RELATED_LITTLE_CLOSELY, OPPOSED, CONTAINED, PHRASED, DERIVED = range(13, 19)
NAMES, NUMBERS, LIKE_ENDINGS, CONTENT, LITTLE, LITTLE_AND_CONTENT, NAME_AND_OTHER, NUMBER_AND_OTHER = range(19, 27)
KINDS = 27

# Groups of kinds, for the weights of context: 0 exact, 1 exact function words, 2 alike, 3 loosely alike, 4 other
# content words, 5 other function words, 6 one of each, 7 two numbers.
GROUP_OF = (0, 1, 2, 2, 2, 2, 3, 3, 3, 3, 2, 2, 2, 3, 3, 3, 3, 2, 2, 4, 7, 4, 4, 5, 6, 4, 6)
GROUPS = 8
ALIKE = 2  # groups up to this one are alike beyond doubt

# Sorts of words; what two words are to each other that have nothing in common depends on them alone.
_NUMBER, _LITTLE, _NAME, PLAIN = range(4)
SORTS = 4
STRANGERS = (
    (NUMBERS, NUMBER_AND_OTHER, NUMBER_AND_OTHER, NUMBER_AND_OTHER),
    (NUMBER_AND_OTHER, LITTLE, LITTLE_AND_CONTENT, LITTLE_AND_CONTENT),
    (NUMBER_AND_OTHER, LITTLE_AND_CONTENT, NAMES, NAME_AND_OTHER),
    (NUMBER_AND_OTHER, LITTLE_AND_CONTENT, NAME_AND_OTHER, CONTENT),
)

_OPENING = 5  # letters of a base; words that have them in common are alike


@frozen(eq=False)
class Word:
    """What is known of a word on its own. One object for each (form, stem), so that it is its own key.

    Attributes:
        base: its stem, or that of the word that it is an irregular form of.
        little: a function word.
        sort: a number, a function word, a name or a plain word.
        key: equal for words that are written differently and are the same: five and 5, Sept. and September.
        full: what it is short for, as words: UN is short for united, nations.
        relatives: the bases that it is related or opposed to.
    """

    form: str
    base: str
    key: str
    sort: int
    little: bool
    number: bool
    name: bool
    capitals: bool
    opening: str
    ending: str
    full: tuple[tuple[str, ...], ...]
    relatives: Mapping[str, relations.Relative]


class WordPair(NamedTuple):
    """What two words are to each other."""

    kind: int
    relation: Relation
    similarity: float


@lru_cache(maxsize=1 << 15)
def word_of(form: str, stem: str) -> Word:
    """The word of a token."""
    lower = form.lower().replace("’", "'")
    plain = _plain(lower)
    base = relations.base(stem)
    little = lower in _function_words() or base in _function_words()
    number = plain[:1].isdigit() or lower in _numerals()
    name = form[:1].isupper()
    return Word(
        form=lower,
        base=base,
        key=lexicons.rows("relations_written").get(lower, plain),
        sort=_NUMBER if number else _LITTLE if little else _NAME if name else PLAIN,
        little=little,
        number=number,
        name=name,
        capitals=form.isupper() and len(form) > 1,
        opening=base[:_OPENING],
        ending=lower[-2:],
        full=_full_forms().get(form.rstrip(".")) or _full_forms().get(lower.rstrip("."), ()),
        relatives=relations.relatives(base),
    )


def _plain(lower: str) -> str:
    if any(c.isdigit() for c in lower):
        return lower.strip("$€£¥%").replace(",", "")
    return lower.replace(".", "").replace("'", "")


@cache
def _function_words() -> frozenset[str]:
    contracted = {row[0] for row in lexicons.table("relations_contracted")}
    return lexicons.words("function_words") | contracted


@cache
def _full_forms() -> dict[str, tuple[tuple[str, ...], ...]]:
    forms: dict[str, tuple[tuple[str, ...], ...]] = {}
    for short, full in lexicons.table("relations_spelt_out"):
        forms[short] = (*forms.get(short, ()), tuple(full.split()))
    return forms


@cache
def _numerals() -> frozenset[str]:
    figures = (word for word, key in lexicons.rows("relations_written").items() if key[:1].isdigit())
    return lexicons.words("relations_number_words").union(figures)


@lru_cache(maxsize=1 << 16)
def word_pair(a: Word, b: Word) -> WordPair:
    """What ``a`` and ``b`` are to each other."""
    little = a.little and b.little
    if a.form == b.form:
        return WordPair(EXACT_LITTLE if little else EXACT, "same", 1.0)
    if a.key == b.key:
        return WordPair(EQUAL, "number" if a.number else "abbreviation", 1.0)
    if a.base == b.base:
        return WordPair(INFLECTED_LITTLE if little else INFLECTED, "stem", 0.95)
    if a.number or b.number:
        return strangers(a, b)
    relative = a.relatives.get(b.base)
    return (_related(a, b, relative) if relative else None) or _spelt(a, b) or strangers(a, b)


PHRASED_PAIR = WordPair(PHRASED, "phrase", lexicons.parameters("alignment_words")["phrased"])


@cache
def _bounds() -> Mapping[str, Any]:
    return lexicons.parameters("alignment_words")


def _related(a: Word, b: Word, relative: relations.Relative) -> WordPair | None:
    """What two words are to each other that the table of related words has; None where it says too little."""
    similarity = relative.similarity
    if relative.name == "antonym":
        return WordPair(OPPOSED, "antonym", 0.5)
    if similarity <= 0.0:
        return None
    if a.little or b.little:
        kind = RELATED_LITTLE_CLOSELY if similarity >= _bounds()["closely"] else RELATED_LITTLE
    elif relative.name == "derivation":
        kind = DERIVED
    else:
        kind = RELATED + sum(similarity >= step for step in _bounds()["steps"])
    return WordPair(kind, "related", similarity)


_SHORT = 4


def _spelt(a: Word, b: Word) -> WordPair | None:
    """What two words are to each other that are spelt alike; None where they are not."""
    if a.little or b.little or min(len(a.form), len(b.form)) < _SHORT:
        return None
    alike = Indel.normalized_similarity(a.form, b.form)
    if alike >= _bounds()["alike"]:
        return WordPair(SPELT_ALIKE, "spelling", alike)
    if alike >= _bounds()["nearly"] and (a.form[0] == b.form[0] or a.name or b.name):
        return WordPair(SPELT_NEARLY, "spelling", alike)
    if a.form in b.form or b.form in a.form or a.opening == b.opening:
        return WordPair(CONTAINED, "spelling", alike)
    return None


_STRANGERS = tuple(WordPair(kind, "context", 0.0) for kind in range(KINDS))


def strangers(a: Word, b: Word) -> WordPair:
    """What two words without any likeness are to each other."""
    kind = STRANGERS[a.sort][b.sort]
    return _STRANGERS[LIKE_ENDINGS if kind == CONTENT and a.ending == b.ending else kind]


def spelling_counts(word: Word) -> bool:
    """Whether it may be taken for another word because it is spelt like it."""
    return word.sort > _LITTLE and len(word.form) >= _SHORT


def least_spelling() -> float:
    """The Indel similarity from which words are spelt alike."""
    return float(min(_bounds()["alike"], _bounds()["nearly"]))
