"""Forms of one name: spellings, short forms, initials, and places that stand for each other."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import groupby, product, starmap
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.records import Name

_SETTINGS = lexicons.parameters("differences")["names"]
_SPELLING: float = _SETTINGS["spelling"]
_STEM: int = _SETTINGS["stem"]
_SOUND: float = _SETTINGS["sound"]
_INITIALS: int = _SETTINGS["initials"]
_SHORT: int = _SETTINGS["short"]
_SOFT = frozenset("aeiouhy'’-")
FULL = 2  # words of a full name: a first name and a last


@lru_cache(maxsize=1 << 12)
def name_words(name: Name) -> tuple[str, ...]:
    """In small letters; without the "Jr." or "III" of a full name."""
    found = tuple(word.casefold() for word in name.words)
    return found[:-1] if len(found) > FULL and found[-1] in lexicons.words("name_suffixes") else found


def is_variant(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the words are forms of one name: Zalmay and Zalmai, Bill and William Kristol, NATO in full."""
    if are_initials(here, there) or are_initials(there, here):
        return True
    if are_man_and_woman(here, there):
        return False
    if len(here) != len(there):
        return len(here) > 1 and len(there) > 1 and _alike(here[0], there[0]) and here[-1] == there[-1]
    pairs = list(zip(here, there, strict=True))
    if not all(_alike(one, other) for one, other in pairs):
        return False
    return len(pairs) == 1 or any(one == other for one, other in pairs) or all(starmap(_sound_alike, pairs))


def are_man_and_woman(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether both begin with a first name, one of a man and one of a woman: Paul and Paula Doe."""
    genders = {lexicons.rows("first_name_genders").get(name[0]) for name in (here, there) if len(name) > 1}
    return len(genders) > 1 and None not in genders


def are_two_of_a_family(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the first word tells two of one name apart: Ann and Peter Doe, Tarn and Osland High School."""
    if here[-1] in lexicons.words("name_suffixes"):
        return False  # "Ann Jr." and "Doe Jr." may be one
    alike = _alike(here[0], there[0]) and not are_man_and_woman(here, there)
    return len(here) == len(there) >= FULL and here[1:-1] == there[1:-1] and not alike


def is_one_stem(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the names are forms of one: Russia and Russian, the U.S. and America, the UK Embassy and the British."""
    if here[1:] == there[1:] and _own_names(here[:1]) & _own_names(there[:1]):
        return True
    if len(here) != len(there) or here[:-1] != there[:-1]:
        return bool(_own_names(here) & _own_names(there))
    one, other = here[-1], there[-1]
    start = next((at for at, pair in enumerate(zip(one, other, strict=False)) if len(set(pair)) > 1), _STEM)
    return start >= _STEM and start >= min(len(one), len(other)) - 2


def is_within(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether one is the shorter form of the other, in the plural or not: "Golden Gates" and "Golden Gate Bridge"."""
    return {word.removesuffix("s") for word in here} <= {word.removesuffix("s") for word in there}


def are_parts(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether they overlap as parts of a longer name do: the House Judiciary, the Judiciary Committee."""
    return min(len(here), len(there)) >= FULL and (here[-1] == there[0] or there[-1] == here[0])


def is_of_place(name: tuple[str, ...], place: tuple[str, ...]) -> bool:
    """Whether the name says of which place it is, and the other is that place: "Bank of France", "French"."""
    return "of" in name[1:-1] and is_one_place(name[name.index("of", 1) + 1 :], place)


def are_two_of_a_kind(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether they share but the word for a kind of place, and have names of their own before it: two streets."""
    own = here[:-1], there[:-1]
    if here[-1] != there[-1] or here[-1] not in lexicons.words("site_kinds") or not all(own):
        return False
    alike = any(_alike(one, other) for one, other in product(*own))
    return not alike and not any(lexicons.words("hospital_kinds").issuperset(words) for words in own)


def may_be_one_name(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the words may name the same: forms or parts of one name, or places that stand for each other."""
    if is_one_stem(here, there) or is_of_place(here, there) or is_of_place(there, here) or are_parts(here, there):
        return True
    if is_one_place(here, there) or is_variant(here, there) or is_within(here, there) or is_within(there, here):
        return True
    return here[-1] == there[-1] and not (are_two_of_a_family(here, there) or are_two_of_a_kind(here, there))


def nature_of(name: Name) -> str:
    """What a name is of as far as its words tell: "person", "country" or "body"; nothing where they do not."""
    if name.title or (len(name.words) > 1 and name.words[0].casefold() in lexicons.rows("first_name_genders")):
        return "person"
    if _own_names(name_words(name)):
        return "country"
    return "body" if name.words[-1].casefold() in lexicons.words("common_words", "speakers") else ""


def _alike(one: str, other: str) -> bool:
    if one == other or _short_form(one, other) or _short_form(other, one):
        return True
    if min(len(one), len(other)) < _SHORT:  # one letter makes another name
        return False
    likeness = DamerauLevenshtein.normalized_similarity(one, other)
    return likeness >= _SPELLING or (likeness >= _SOUND and _sound_alike(one, other))


def _sound_alike(one: str, other: str) -> bool:
    """Whether two words have the same consonants, as spellings of a name from another script have."""
    return len(_consonants(one)) > 1 and _consonants(one) == _consonants(other)


@lru_cache(maxsize=1 << 12)
def _consonants(word: str) -> str:
    """The consonants of a word, those for one sound as one letter: gdf for Gadhafi and Gaddafi."""
    for letters, sound in lexicons.table("transliterations"):
        word = word.replace(letters, sound)
    return "".join(letter for letter, _ in groupby(letter for letter in word if letter not in _SOFT))


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    """Each short form with the word that it stands for."""
    words = ((short, word) for word, short in lexicons.table("name_words"))
    return frozenset((*words, *((row[0], row[1]) for row in lexicons.table("first_names"))))


def _short_form(one: str, other: str) -> bool:
    return (one, other) in _short_forms() or (len(one) == 1 and other.startswith(one))


def are_initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether a name of one word is the initials of one of several: UN, HHS, "AMI" of American Medical."""
    if len(short) != 1 or len(long) < FULL:
        return False
    initials = _first_letters(long)
    if len(short[0]) >= _INITIALS and long[1] == "of" and short[0] == _first_letters(long[2:]):
        return True  # HHS, the Department of Health and Human Services
    if short[0] == initials or (len(short[0]) >= _INITIALS and initials.startswith(short[0])):
        return True  # without an "Inc"
    person = long[0] in lexicons.rows("first_name_genders")
    return short[0][:-1] == initials and len(short[0]) >= _INITIALS and not person  # "AMI", American Medical


def _first_letters(words: tuple[str, ...]) -> str:
    return "".join(word[0] for word in words if word not in lexicons.words("grammar_words"))


@cache
def _places() -> dict[str, frozenset[str]]:
    """For each word for a country, its capital, people and government, or for a state: what it may stand for."""
    return _standing_for((*lexicons.table("places"), *lexicons.table("states")), 1)


@cache
def _countries() -> dict[str, frozenset[str]]:
    """For each word for a country or its people, without capitals and states: what it may stand for."""
    return _standing_for(lexicons.table("places"), 2)


def _standing_for(rows: Iterable[tuple[str, ...]], first: int) -> dict[str, frozenset[str]]:
    """For each word of the first cell and of those from ``first`` on, what the rows say that it may stand for."""
    found: dict[str, set[str]] = {}
    for row in rows:
        for word in (row[0], *(one for cell in row[first:] for one in cell.split("|") if one)):
            found.setdefault(word, set()).add(row[0])
    return {word: frozenset(places) for word, places in found.items()}


def _own_names(name: tuple[str, ...]) -> frozenset[str]:
    return _countries().get(" ".join(name), frozenset())


def is_one_place(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether one may stand for the other: Doha and Qatar, Washington and the United States, Fla. and Florida."""
    places = _places()
    return bool(places.get(" ".join(here), frozenset()) & places.get(" ".join(there), frozenset()))


def is_land(name: tuple[str, ...]) -> bool:
    """Whether it is a country or state that is known, in which any other place may be."""
    return " ".join(name) in _places()
