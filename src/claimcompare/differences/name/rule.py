"""Names: another spelling or form of one name, and another name in its place."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.name.apart import counted_apart, who_say_it
from claimcompare.differences.name.frames import are_placed_otherwise, is_framed
from claimcompare.differences.name.fuller import fuller
from claimcompare.differences.name.holders import other_holders
from claimcompare.differences.name.homes import other_homes
from claimcompare.differences.name.oddones import are_odd_ones
from claimcompare.differences.name.posts import other_holders_of_posts
from claimcompare.differences.name.rolealone import by_role_alone
from claimcompare.differences.name.roles import exchanged
from claimcompare.differences.name.sides import other_sides
from claimcompare.differences.name.sites import other_sites
from claimcompare.differences.name.strangers import strangers
from claimcompare.differences.name.whereabouts import far_from
from claimcompare.differences.shared.points import name_mark, point
from claimcompare.differences.shared.runs import substitutions
from claimcompare.differences.shared.same.divisions import say_the_opposite
from claimcompare.differences.shared.syntax.verbs import may_be_verb
from claimcompare.differences.shared.view import OTHER, SIDES, Point
from claimcompare.differences.shared.who.nameforms import (
    FULL,
    are_man_and_woman,
    are_parts,
    are_two_of_a_family,
    are_two_of_a_kind,
    is_of_place,
    is_one_place,
    is_one_stem,
    is_variant,
    is_within,
    name_words,
    nature_of,
)
from claimcompare.records import Span
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name, Relation, Severity

_SETTINGS = lexicons.parameters("differences")["names"]
_COPY: float = _SETTINGS["copy"]
_BESIDE: int = _SETTINGS["beside"]
_LOOSE: frozenset[Relation] = frozenset({"related", "antonym", "context"})
_PLACE_AND_COUNTRY = {"", "country"}
_OF_ONE = (
    other_holders,
    other_holders_of_posts,
    far_from,
    other_sides,
    other_sites,
    other_homes,
)  # who or where only one can be


def names(pair: Pair) -> Iterator[Point]:
    """The points on which two versions name somebody or something differently."""
    told = [point for told_by in _OF_ONE for point in told_by(pair)]
    yield from told
    lone = [_lone(pair, side) for side in SIDES]
    alone = all(len(found) == 1 for found in lone)
    lefts, rights = (
        [one for one in found if not _is_told(told, side, one)] for side, found in zip(SIDES, lone, strict=True)
    )
    used: set[int] = set()
    yield from _forms_of_persons(pair)
    yield from _spelt(pair)
    yield from exchanged(pair)
    for side in SIDES:
        yield from by_role_alone(pair, side)
        yield from fuller(pair, side)
        yield from strangers(pair, side)
    for left in lefts:
        for right in rights:
            if id(right) in used:
                continue
            severity = _severity(pair, left, right, alone=alone)
            if severity is not None:
                used.add(id(right))
                yield point("name", severity, (name_mark(pair, 0, left), name_mark(pair, 1, right)))
                break


def _is_told(points: Sequence[Point], side: Side, name: Name) -> bool:
    return any((one.right if side else one.left).touches(name.span) for one in points)


def _forms_of_persons(pair: Pair) -> Iterator[Point]:
    """The same person by full name in both versions, with another title or role before it."""
    done: set[str] = set()
    for left in pair.features[0].names:
        last = left.words[-1].casefold()
        right = next((one for one in pair.features[1].names if one.words[-1].casefold() == last), None)
        if right is None or last in done or len(left.words) < FULL or len(right.words) < FULL:
            continue
        done.add(last)
        same = left.words[0][0].casefold() == right.words[0][0].casefold()
        if same and _rank(left) != _rank(right) and not (_told(pair, 1, left) and _told(pair, 0, right)):
            marks = pair.mark(0, _titled(pair, 0, left)), pair.mark(1, _titled(pair, 1, right))
            yield point("name", "style", marks, "rank")


def _spelt(pair: Pair) -> Iterator[Point]:
    """The same words with a hyphen or a capital here and without it there: "Kim Jong-un" and "Kim Jong Un"."""
    lefts, rights = ({name_words(one): one for one in reversed(version.names)} for version in pair.features)
    for words, left in lefts.items():
        if words not in rights:
            continue
        right = rights[words]
        spellings = pair.words(0, left.span).replace(".", ""), pair.words(1, right.span).replace(".", "")
        if (
            spellings[0] != spellings[1]
            and len(set(map(_plain, spellings))) == 1
            and not any(map(str.isupper, spellings))
        ):
            marks = (pair.mark(0, left.span, spellings[0]), pair.mark(1, right.span, spellings[1]))
            yield point("name", "style", marks, "spelt", aspect="spelt")


def _plain(words: str) -> str:
    """Without what a spelling may add: hyphens, capitals, and marks around the words."""
    return words.replace("-", " ").casefold()


def _rank(name: Name) -> str:
    title = (name.title or "").casefold().replace(".", "")
    return lexicons.rows("title_abbreviations").get(title, title)


def _told(pair: Pair, side: Side, name: Name) -> bool:
    """Whether a version has the title of a name of the other, though elsewhere: "the mayor, Ann Doe"."""
    return set((name.title or "").lower().replace(".", "").split()) <= set(pair.versions[side].forms)


def _titled(pair: Pair, side: Side, name: Name) -> Span:
    """The name with its title."""
    claim = pair.features[side].claim
    start = claim.text.rfind(name.title or "", 0, name.span.start - claim.span.start) if name.title else -1
    return Span(claim.span.start + start, name.span.end) if start >= 0 else name.span


def _lone(pair: Pair, side: Side) -> list[Name]:
    """The names of one side that the other does not have in the same words, outside of datelines."""
    other = OTHER[side]
    known = {name_words(name) for name in pair.features[other].names} | set(_with_shared_heads(pair.versions[other]))
    found = [name for name in pair.features[side].names if name_words(name) not in known and _said(pair, side, name)]
    firsts: dict[tuple[str, ...], Name] = {}
    for name in found:
        firsts.setdefault(name_words(name), name)
    return list(firsts.values())


def _with_shared_heads(version: Version) -> Iterator[tuple[str, ...]]:
    """Names whose last word is written with the next name only: North Korea, in "North and South Korea"."""
    for one, other in pairwise(version.features.names):
        between = " ".join(version.forms[version.indexes(one.span).stop : version.indexes(other.span).start])
        if len(one.words) == 1 and len(other.words) == FULL and between in lexicons.words("joining_words"):
            yield (*name_words(one), name_words(other)[-1])


def _said(pair: Pair, side: Side, name: Name) -> bool:
    """Whether the name is of the claim and not of the dateline before it."""
    return any(pair.content[side][at] for at in pair.indexes(side, name.span))


def _severity(pair: Pair, left: Name, right: Name, *, alone: bool) -> Severity | None:
    """How two names differ; None where they are of different things or one is but the shorter form of the other.

    ``alone``: whether neither version has another name that is not in both.
    """
    here, there = name_words(left), name_words(right)
    if is_one_stem(here, there) or is_of_place(here, there) or is_of_place(there, here) or are_parts(here, there):
        return None
    if is_one_place(here, there):
        return "style" if _same_point(pair, left, right) else None
    if is_variant(here, there):
        return "style"
    if (
        is_within(here, there)
        or is_within(there, here)
        or (here[-1] == there[-1] and not (are_two_of_a_family(here, there) or are_two_of_a_kind(here, there)))
    ):
        return None
    short_form = here[-1] == there[-1] and here[0][0] == there[0][0]  # one may stand for the other: Kit, Karl Doe
    certain = not short_form or are_man_and_woman(here, there)
    return _of_two(pair, left, right, certain=certain, alone=alone)


def _of_two(pair: Pair, left: Name, right: Name, *, certain: bool, alone: bool) -> Severity | None:
    """How two names differ that are of two; ``certain``: whether they surely are."""
    if _tells_origin(pair, 0, left, right) or _tells_origin(pair, 1, right, left):
        return None
    placed = _same_point(pair, left, right)
    certain = certain and not are_placed_otherwise(pair, pair.indexes(0, left.span), pair.indexes(1, right.span))
    if alone and certain and are_odd_ones(pair, left, right, placed=placed):
        return "conflict"
    if not placed:
        return None
    in_it = {nature_of(left), nature_of(right)} == _PLACE_AND_COUNTRY  # the town or the party may be of the country
    certain = certain and not (in_it or say_the_opposite(pair)) and _nothing_else(pair, left, right)
    certain = certain and not all(who_say_it(pair, left, right))
    return "conflict" if certain else "shift"


# ---------------------------------------------------------------- one name in the place of another


def _same_point(pair: Pair, left: Name, right: Name) -> bool:
    """Whether the two are in the same place of both versions."""
    here, there = pair.indexes(0, left.span), pair.indexes(1, right.span)
    if not here or not there:
        return False
    if pair.reached(0, here) & set(there) and (_shared(pair, here, there) or is_framed(pair, here, there)):
        return True
    if _before_one_word(pair, here[-1], there[-1]):
        return True
    if pair.reached(0, here) or pair.reached(1, there) or not is_framed(pair, here, there):
        return False
    return any(
        set(here) <= set(one.left.indexes)
        and set(there) <= set(one.right.indexes)
        and one.left.content <= len(here) + _BESIDE
        and one.right.content <= len(there) + _BESIDE
        for one in substitutions(pair)
    )


def _tells_origin(pair: Pair, side: Side, name: Name, other: Name) -> bool:
    """Whether a name only says where something else is from: "the Irish group", "the Tarn-based firm", "Tarn Steel"."""
    if _is_in_compound(pair, side, name) and not _is_in_compound(pair, OTHER[side], other):
        return True
    if nature_of(name) != "country" or nature_of(other) == "country":
        return False
    place, there = pair.indexes(side, name.span), pair.indexes(OTHER[side], other.span)
    behind = place.stop
    if behind >= len(pair.tokens(side)) or pair.versions[side].gaps[behind] or may_be_verb(pair.versions[side], behind):
        return False
    if not pair.content[side][behind] or pair.tokens(side)[behind].form[0].isupper():
        return False
    return there.stop not in pair.partner(side, behind)


def _is_in_compound(pair: Pair, side: Side, name: Name) -> bool:
    """Whether a hyphen joins a name to the small word behind it: "the Tarn-based firm"."""
    version, behind = pair.versions[side], pair.indexes(side, name.span).stop
    joined = 0 < behind < len(version.forms) and version.gaps[behind] in HYPHENS
    return joined and pair.tokens(side)[behind].form.islower()


def _shared(pair: Pair, here: range, there: range) -> bool:
    """Whether the names have a word in common, in some form."""
    links = (pair.partners[0].get(at) for at in here)
    return any(link and link.relation not in _LOOSE and set(there) & set(link.right) for link in links)


def _before_one_word(pair: Pair, left: int, right: int) -> bool:
    """Whether both come right before words that correspond: "the Harbour affiliate", "the Tarn affiliate"."""
    if pair.partner(0, left) or pair.partner(1, right) or right + 1 not in pair.partner(0, left + 1):
        return False
    apart = pair.versions[0].gaps[left + 1] or pair.versions[1].gaps[right + 1]
    return not apart and pair.content[0][left + 1] and pair.tokens(0)[left + 1].form.islower()


def _nothing_else(pair: Pair, left: Name, right: Name) -> bool:
    """Whether the versions are copies but for the names, so that both cannot be true; with other numbers both can."""
    if pair.likeness < _COPY or counted_apart(pair):
        return False
    here, there = set(pair.indexes(0, left.span)), set(pair.indexes(1, right.span))
    return any(
        slot.left and slot.right and here.issuperset(slot.left) and there.issuperset(slot.right) for slot in pair.slots
    )
