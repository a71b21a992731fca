"""Names: another spelling or form of one name, and another name in its place."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.roles import exchanged
from claimcompare.differences.runs import substitutions
from claimcompare.differences.unnamed import unnamed
from claimcompare.differences.view import OTHER, SIDES, Point
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Name, Severity

_SETTINGS = lexicons.parameters("differences")["names"]
_SPELLING: float = _SETTINGS["spelling"]
_COPY: float = _SETTINGS["copy"]
_BESIDE: int = _SETTINGS["beside"]
_STEM = 4
_FULL = 2
_WEIGHTS: dict[Severity, float] = {"conflict": 3.0, "shift": 0.9, "style": 1.3}


def names(pair: Pair) -> Iterator[Point]:
    """The points on which two versions name somebody or something differently."""
    lefts, rights = _lone(pair, 0), _lone(pair, 1)
    used: set[int] = set()
    yield from _forms_of_persons(pair)
    yield from exchanged(pair)
    for side in SIDES:
        yield from unnamed(pair, side)
    for left in lefts:
        for right in rights:
            if id(right) in used:
                continue
            severity = _severity(pair, left, right)
            if severity is not None:
                used.add(id(right))
                yield _point(pair, left, right, severity)
                break


def _point(pair: Pair, left: Name, right: Name, severity: Severity) -> Point:
    return Point(
        kind="name",
        severity=severity,
        left=pair.mark(0, left.span, " ".join(left.words)),
        right=pair.mark(1, right.span, " ".join(right.words)),
        weight=_WEIGHTS[severity],
    )


def _forms_of_persons(pair: Pair) -> Iterator[Point]:
    """The same person by full name in both versions, with another title or role before it."""
    done: set[str] = set()
    for left in pair.versions[0].names:
        last = left.words[-1].casefold()
        right = next((one for one in pair.versions[1].names if one.words[-1].casefold() == last), None)
        if right is None or last in done or len(left.words) < _FULL or len(right.words) < _FULL:
            continue
        done.add(last)
        if left.words[0][0].casefold() == right.words[0][0].casefold() and _rank(left) != _rank(right):
            spans = [_titled(pair, side, one) for side, one in zip(SIDES, (left, right), strict=True)]
            marks = [pair.mark(side, span) for side, span in zip(SIDES, spans, strict=True)]
            yield Point(kind="name", severity="style", left=marks[0], right=marks[1], weight=emphasis("name", "rank"))


def _rank(name: Name) -> str:
    title = (name.title or "").casefold().replace(".", "")
    return {"senator": "sen", "representative": "rep", "general": "gen", "governor": "gov"}.get(title, title)


def _titled(pair: Pair, side: Side, name: Name) -> Span:
    """The name with its title."""
    claim = pair.versions[side].claim
    start = claim.text.rfind(name.title or "", 0, name.span.start - claim.span.start) if name.title else -1
    return Span(claim.span.start + start, name.span.end) if start >= 0 else name.span


def _lone(pair: Pair, side: Side) -> list[Name]:
    """The names of one side that the other has not in the same words, and that stand in no quotation."""
    other = OTHER[side]
    known = {_words(name) for name in pair.versions[other].names} | set(_with_shared_heads(pair.read[other]))
    found = [name for name in pair.versions[side].names if _words(name) not in known and _said(pair, side, name)]
    firsts: dict[tuple[str, ...], Name] = {}
    for name in found:
        firsts.setdefault(_words(name), name)
    return list(firsts.values())


def _with_shared_heads(version: Version) -> Iterator[tuple[str, ...]]:
    """Names whose last word stands with the next name alone: North Korea, in "North and South Korea"."""
    for one, other in pairwise(version.features.names):
        between = version.forms[version.indexes(one.span).stop : version.indexes(other.span).start]
        if len(one.words) == 1 and len(other.words) == _FULL and between in {("and",), ("or",)}:
            yield (*_words(one), _words(other)[-1])


def _said(pair: Pair, side: Side, name: Name) -> bool:
    """Whether the name is of the claim and not of the dateline before it."""
    return any(pair.content[side][at] for at in pair.indexes(side, name.span))


@lru_cache(maxsize=1 << 12)
def _words(name: Name) -> tuple[str, ...]:
    """In small letters; without the "Jr." or "III" of a full name."""
    found = tuple(word.casefold() for word in name.words)
    return found[:-1] if len(found) > _FULL and found[-1] in lexicons.words("name_suffixes") else found


def _severity(pair: Pair, left: Name, right: Name) -> Severity | None:
    """How two names differ; None where they are of different things or one is but the shorter form of the other."""
    here, there = _words(left), _words(right)
    if _one_stem(here, there) or _of_a_place(here, there) or _of_a_place(there, here) or _parts(here, there):
        return None
    if _of_one_place(here, there):
        return "style" if _same_point(pair, left, right) else None
    if _variant(here, there):
        return "style"
    if _within(here, there) or _within(there, here) or (here[-1] == there[-1] and not _two_of_one_name(here, there)):
        return None
    if not _same_point(pair, left, right):
        return None
    return "conflict" if _nothing_else(pair, left, right) else "shift"


# ---------------------------------------------------------------- forms of one name


def _variant(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the words are forms of one name: Zalmay and Zalmai, Bill and William Kristol, NATO in full."""
    if _initials(here, there) or _initials(there, here):
        return True
    if len(here) != len(there):
        return len(here) > 1 and len(there) > 1 and here[0] == there[0] and here[-1] == there[-1]
    same = sum(one == other for one, other in zip(here, there, strict=True))
    alike = sum(_alike(one, other) for one, other in zip(here, there, strict=True))
    return alike == len(here) and (same > 0 or len(here) == 1)


def _two_of_one_name(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the first names tell two of a family apart: Ann and Peter Doe."""
    if here[-1] in lexicons.words("name_suffixes"):
        return False  # "Ann Jr." and "Doe Jr." may be one
    return len(here) == len(there) == _FULL and not _alike(here[0], there[0]) and here[0][0] != there[0][0]


def _one_stem(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether the names are forms of one word: Russia and Russian, Democrats and Democratic."""
    start = next((at for at, (one, other) in enumerate(zip(here[0], there[0], strict=False)) if one != other), _STEM)
    return len(here) == len(there) == 1 and start >= _STEM and start >= min(len(here[0]), len(there[0])) - 2


def _within(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether one is the shorter form of the other, in the plural or not: "Golden Gates" and "Golden Gate Bridge"."""
    return {word.removesuffix("s") for word in here} <= {word.removesuffix("s") for word in there}


def _parts(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    """Whether they overlap as parts of a longer name do: the House Judiciary, the Judiciary Committee."""
    return min(len(here), len(there)) >= _FULL and (here[-1] == there[0] or there[-1] == here[0])


def _of_a_place(name: tuple[str, ...], place: tuple[str, ...]) -> bool:
    """Whether the name says of which place it is, and the other is that place: "Bank of France", "French"."""
    return "of" in name[1:-1] and _of_one_place(name[name.index("of", 1) + 1 :], place)


def _alike(one: str, other: str) -> bool:
    if one == other or _short_form(one, other) or _short_form(other, one):
        return True
    if min(len(one), len(other)) < 4:  # noqa: PLR2004 - in short names one letter makes another name
        return False
    return DamerauLevenshtein.normalized_similarity(one, other) >= _SPELLING


@cache
def _short_forms() -> frozenset[tuple[str, str]]:
    return frozenset((row[0], row[1]) for row in lexicons.table("first_names"))


def _short_form(one: str, other: str) -> bool:
    return (one, other) in _short_forms() or (len(one) == 1 and other.startswith(one))


def _initials(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return len(short) == 1 and len(long) > 1 and short[0] == "".join(word[0] for word in long if word != "of")


@cache
def _places() -> dict[str, frozenset[str]]:
    """For each word for a country, its capital, people and government, or for a state: what it may stand for."""
    found: dict[str, set[str]] = {}
    for place, *others in (*lexicons.table("places"), *lexicons.table("states")):
        for word in (place, *(one for cell in others for one in cell.split("|") if one)):
            found.setdefault(word, set()).add(place)
    return {word: frozenset(places) for word, places in found.items()}


def _of_one_place(here: tuple[str, ...], there: tuple[str, ...]) -> bool:
    places = _places()
    return bool(places.get(" ".join(here), frozenset()) & places.get(" ".join(there), frozenset()))


# ---------------------------------------------------------------- one name in the place of another


def _same_point(pair: Pair, left: Name, right: Name) -> bool:
    """Whether the two stand in the same place of both versions."""
    here, there = set(pair.indexes(0, left.span)), set(pair.indexes(1, right.span))
    if pair.reached(0, here) & there:
        return True
    if here and there and _before_one_word(pair, max(here), max(there)):
        return True
    if pair.reached(0, here) or pair.reached(1, there):
        return False
    return any(
        here <= set(one.left.indexes)
        and there <= set(one.right.indexes)
        and one.left.content <= len(here) + _BESIDE
        and one.right.content <= len(there) + _BESIDE
        for one in substitutions(pair)
    )


def _before_one_word(pair: Pair, left: int, right: int) -> bool:
    """Whether both stand right before words that correspond: "the Harbour affiliate", "the Tarn affiliate"."""
    if pair.partner(0, left) or pair.partner(1, right) or right + 1 not in pair.partner(0, left + 1):
        return False
    apart = pair.read[0].gaps[left + 1] or pair.read[1].gaps[right + 1]
    return not apart and pair.content[0][left + 1] and pair.tokens(0)[left + 1].form.islower()


def _nothing_else(pair: Pair, left: Name, right: Name) -> bool:
    """Whether the versions are copies but for the names, so that both cannot be true."""
    if pair.likeness < _COPY:
        return False
    here, there = set(pair.indexes(0, left.span)), set(pair.indexes(1, right.span))
    return any(
        slot.left and slot.right and here.issuperset(slot.left) and there.issuperset(slot.right) for slot in pair.slots
    )
