"""The phrases of ``outcomes.tsv``, and where they stand in a version."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal, get_args

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.phrases import object_of
from claimcompare.differences.shared.versions import KEPT
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version

Role = Literal["subject", "bare", "agent", "object", "remains", "about"]
_ROLES: tuple[Role, ...] = get_args(Role)
GAP = "…"
_NONE, _ON = "-", "on"
_START = 3  # letters
_WIDEST: int = lexicons.parameters("differences")["outcomes"]["widest"]


@frozen(kw_only=True)
class Entry:
    """A phrase of the table; what its role and traits mean stands at the table's head.

    Attributes:
        needs: the words after the first, in no order.
    """

    words: tuple[str, ...]
    needs: frozenset[str]
    family: str
    pole: bool
    role: Role
    lasts: bool
    sharing: bool
    passing: bool
    of_one_party: bool
    for_good: bool
    by_anybody: bool
    of_one: bool


_NO_TRAITS = dict.fromkeys(("lasts", "sharing", "passing", "of_one_party", "for_good", "by_anybody", "of_one"), False)


@lru_cache(maxsize=KEPT)
def entries_in(version: Version) -> tuple[tuple[range, Entry], ...]:
    """Where phrases are in a version, from the left."""
    present = frozenset(version.bases)
    return tuple(
        found
        for at, word in enumerate(version.bases)
        if (entries := _entries_from(word))
        for found in _fitting(version, at, [entry for entry in entries if entry.needs <= present])
    )


def _fitting(version: Version, at: int, entries: Sequence[Entry]) -> Iterator[tuple[range, Entry]]:
    """The longest phrases that begin at a token, of those whose words are there, and fit what stands behind them."""
    longest: dict[str, int] = {}  # by family
    for entry in entries:
        if longest.get(entry.family, 0) > len(entry.words):
            continue
        end = _end(version, at, entry.words)
        if end is None or _leads_to_day(version, end):
            continue
        if entry.role != "bare" or _is_bare(version, end):
            longest[entry.family] = len(entry.words)
            yield range(at, end), entry


def _end(version: Version, at: int, words: Sequence[str]) -> int | None:
    """Where a phrase ends that begins at a token; small adverbs may stand between its words."""
    bases, place, wide = version.bases, at + 1, 0
    for word in words[1:]:
        if word == GAP:
            wide = _WIDEST
            continue
        while place < len(bases) and bases[place] != word and not _parts(version, place):
            if not wide and version.forms[place] not in lexicons.words("small_adverbs"):
                return None
            wide, place = max(0, wide - 1), place + 1
        if place >= len(bases) or bases[place] != word or _parts(version, place):
            return None
        place, wide = place + 1, 0
    return place


def _parts(version: Version, at: int) -> bool:
    """Whether more than a blank or a hyphen stands before a word."""
    return bool(version.gaps[at].strip("-"))


def _leads_to_day(version: Version, end: int) -> bool:
    """Whether the last word is that of a day behind it: "play on Sunday" is no "play on"."""
    return end in version.dated and version.form(end - 1) == _ON


def _is_bare(version: Version, end: int) -> bool:
    """Whether no object stands behind a verb, unless it is an amount."""
    thing = object_of(version, end) if end < len(version.forms) and not version.gaps[end] else None
    return thing is None or thing.words[0] in version.numbered


def gap_of(place: range, entry: Entry) -> range:
    """What stands within a phrase that is parted: "called the strike off"."""
    if GAP not in entry.words or len(place) < len(entry.words):
        return range(0)
    gap = entry.words.index(GAP)
    return range(place.start + gap, place.stop - (len(entry.words) - gap - 1))


@lru_cache(maxsize=1 << 14)
def _entries_from(word: str) -> tuple[Entry, ...]:
    """The phrases whose first word has this base, longer ones first; stemming the words of all takes a while."""
    found = [
        _entry(row, written)
        for row in _rows().get(start_of(word), ())
        if base(stem(row.words[0])) == word
        for written in _written(row)
    ]
    return tuple(sorted(found, key=lambda entry: -len(entry.words)))


def start_of(word: str) -> str:
    """The letters that a word and its base have in common: those of "deny" and "deni" are one."""
    return word[:_START].replace("y", "i")


@frozen
class _Row:
    """A phrase as the table has it."""

    family: str
    pole: str
    role: str
    traits: str
    words: tuple[str, ...]


def _entry(row: _Row, words: tuple[str, ...]) -> Entry:
    bases = tuple(word if word == GAP else base(stem(word)) for word in words)
    role = next(role for role in _ROLES if role == row.role)
    traits = _NO_TRAITS | dict.fromkeys(row.traits.split() if row.traits != _NONE else (), True)
    needs = frozenset(bases[1:]) - {GAP}
    return Entry(words=bases, needs=needs, family=row.family, pole=row.pole == "yes", role=role, **traits)


@cache
def _rows() -> dict[str, list[_Row]]:
    """The phrases of the table, a row each, by the letters that they start with."""
    found: dict[str, list[_Row]] = {}
    for family, pole, role, traits, phrases in lexicons.table("outcomes"):
        for phrase in phrases.split(", "):
            words = tuple(phrase.split())
            found.setdefault(start_of(words[0]), []).append(_Row(family, pole, role, traits, words))
    return found


def _written(row: _Row) -> Iterator[tuple[str, ...]]:
    """A phrase, and where it is a verb and a particle both ways: "turn down", "turn … down"."""
    yield row.words
    verb, *rest = row.words
    if row.role == "object" and len(rest) == 1 and rest[0] in lexicons.words("parted_words"):
        yield verb, GAP, rest[0]
