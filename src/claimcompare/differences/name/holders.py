"""Who has a place that only one can have: "its owner, Tarn Steel" and "the mine belongs to Norvik Coal".

Which words give a name such a place stands in ``holder_frames.tsv``. Two names contradict each other where
each version has one of them in a place of that sort, neither report has the other's, and not everything else is named
differently.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.name.apart import counted_apart, is_unsaid
from claimcompare.differences.name.deeds import Holder, deed_of, is_beside_noun
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import NO_LIKENESS
from claimcompare.differences.shared.same.divisions import are_of_two_divisions
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.differences.shared.who.nameforms import may_be_one_name, name_words, nature_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name

_SETTINGS = lexicons.parameters("differences")["holders"]
_FEWEST_SHARED: int = _SETTINGS["fewest_shared"]
_LONGEST_HOUSE: int = _SETTINGS["longest_house"]
_ADJECTIVE_REACH: int = _SETTINGS["adjective_reach"]
_HOSPITAL, _POST = "hospital", "post"
_PERSON_AND_BODY = {"person", "body"}


def other_holders(pair: Pair) -> Iterator[Point]:
    """The points at which another one has a place that only one can have."""
    rights = {one.sort: one for one in _lone_holders(pair.versions[1])}
    for left in _lone_holders(pair.versions[0]) if rights else ():
        right = rights.get(left.sort)
        if right is None or are_of_two_divisions(pair):
            continue
        if _are_two(pair, left, right) and _is_one_thing(pair, left, right):
            yield point("name", "conflict", pair.marks(left.place, right.place))
            return


# ---------------------------------------------------------------- in one version


@lru_cache(maxsize=KEPT)
def _lone_holders(version: Version) -> tuple[Holder, ...]:
    """The names that alone have a place of their sort in a version."""
    found = [one for name in version.features.names for one in _holdings(version, name)]
    sorts = [one.sort for one in found]
    return tuple(one for one in found if sorts.count(one.sort) == 1)


@cache
def _frames(place: str) -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The sort and the words of each frame, by the word that stands nearest to the name."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for sort, where, phrase in lexicons.table("holder_frames"):
        if where == place:
            words = tuple(phrase.split())
            found.setdefault(words[-1] if place == "before" else words[0], []).append((sort, words))
    return found


def _holdings(version: Version, name: Name) -> Iterator[Holder]:
    """The places that the words before a name, or behind it, give it; none where it is one of a row of names."""
    own = version.indexes(name.span)
    if not own or _is_led_by_joining(version, own.start) or _is_joined(version, own.stop):
        return
    start, house = _start(version, name, own), _house(version, own)
    yield from deed_of(version, name, own, start)
    for sort, words in _frames("before").get(version.form(start - 1), ()) if start else ():
        place = house if sort == _HOSPITAL else own
        if version.forms[max(0, start - len(words)) : start] == words and place and not is_beside_noun(version, place):
            yield Holder(sort, name, place, range(start - len(words), place.stop))
    for sort, words in _frames("behind").get(version.forms[own.stop], ()) if own.stop < len(version.forms) else ():
        if version.forms[own.stop : own.stop + len(words)] == words and version.gaps[own.stop] in ("", ","):
            yield Holder(sort, name, own, range(own.start, own.stop + len(words)))


def _is_led_by_joining(version: Version, at: int) -> bool:
    return at > 0 and version.form(at - 1) in lexicons.words("joining_words")


def _is_joined(version: Version, at: int) -> bool:
    """Whether an "and" at ``at`` joins one more name to a row, and no statement to what is said."""
    if at >= len(version.forms) or version.forms[at] not in lexicons.words("joining_words"):
        return False
    return not version.gaps[at] or version.features.tokens[min(at + 1, len(version.forms) - 1)].form[0].isupper()


def _house(version: Version, own: range) -> range:
    """The whole name of a hospital that a name begins: "Kingsway" of "Kingsway General Hospital".

    Empty where it is none, and where several people may each have been taken to another.
    """
    houses, tokens = lexicons.words("hospitals"), version.features.tokens
    for at in range(own.start, min(len(tokens), own.start + _LONGEST_HOUSE)):
        if (at > own.start and version.gaps[at]) or not tokens[at].form[0].isupper():
            break
        if version.forms[at] in houses:
            return range(own.start, at + 1) if lexicons.words("several_words").isdisjoint(version.forms) else range(0)
    return range(0)


def _start(version: Version, name: Name, own: range) -> int:
    """Where the words before a name end: before its title and an article."""
    start = own.start - len((name.title or "").split())
    while start > 0 and version.gaps[start] in ("", ",") and version.form(start - 1) in lexicons.words("articles"):
        start -= 1
    return start if start > 0 and version.gaps[start] in ("", ",") else 0


# ---------------------------------------------------------------- in both


def _are_two(pair: Pair, left: Holder, right: Holder) -> bool:
    """Whether the names are of two, and neither stands in the other report's versions; a firm may be its owner's.

    A report that says who alone did it may speak of the other, who then did not.
    """
    here, there = _telling_words(pair.versions[0], left), _telling_words(pair.versions[1], right)
    if (
        not here
        or not there
        or may_be_one_name(here, there)
        or {nature_of(left.name), nature_of(right.name)} == _PERSON_AND_BODY
    ):
        return False
    beside = [_stems_beside(pair, 0, left), _stems_beside(pair, 1, right)]
    unsaid = is_unsaid(here, pair.said[1] - beside[1]), is_unsaid(there, pair.said[0] - beside[0])
    return (unsaid[0] or right.alone) and (unsaid[1] or left.alone)


def _stems_beside(pair: Pair, side: Side, one: Holder) -> frozenset[str]:
    """The stems of the words that give a name its place, which are no word of a name: "funded", not "the Fund"."""
    own = pair.indexes(side, one.name.span)
    return frozenset(pair.versions[side].stems[at] for at in one.whole if at not in own)


def _telling_words(version: Version, one: Holder) -> tuple[str, ...]:
    """The words of a name, of a hospital those that are of that one alone."""
    if one.sort != _HOSPITAL:
        return name_words(one.name)
    general = lexicons.words("hospitals", "hospital_kinds")
    forms = version.forms[one.place.start : one.place.stop]
    return tuple(form.removesuffix("'s") for form in forms if form not in general)


def _is_one_thing(pair: Pair, left: Holder, right: Holder) -> bool:
    """Whether both speak of one thing: they share words beside, of a post all of it, and one names nothing else."""
    shared = [at for at in pair.common if at not in left.whole and pair.partner(0, at)[0] not in right.whole]
    if (
        not _is_one_deed(pair, left, right)
        or len(shared) < _FEWEST_SHARED
        or all(_other_names(pair, side, (left, right)[side]) for side in SIDES)
    ):
        return False
    return left.sort != _POST or any(_is_one_post(pair, at, pair.partner(0, at)[0]) for at in shared)


def _is_one_deed(pair: Pair, left: Holder, right: Holder) -> bool:
    """Whether an act, where it is one, is done to one thing, of which neither version says which one in other words."""
    if (left.thing or right.thing) and counted_apart(pair):
        return False
    if not all(map(_has_core, (pair, pair), SIDES, (left, right))):
        return False
    return not all(
        any(at in pair.versions[side].numbered or not pair.partner(side, at) for at in one.thing)
        for side, one in zip(SIDES, (left, right), strict=True)
    )


def _has_core(pair: Pair, side: Side, one: Holder) -> bool:
    """Whether the other version has the word for what an act is done to, as far as it is known."""
    link = pair.partners[side].get(one.core) if one.core is not None else None
    return one.core is None or (link is not None and link.relation not in NO_LIKENESS)


def _other_names(pair: Pair, side: Side, holder: Holder) -> bool:
    """Whether a version names somebody or something besides that the other does not."""
    known = {name_words(one) for one in pair.features[1 - side].names}
    own = range(max(0, holder.place.start - _ADJECTIVE_REACH), holder.place.stop)  # "the Danish rider Olaf Brandt"
    beside = (one for one in pair.features[side].names if not _is_of_it(pair, side, one, holder, own))
    return any(name_words(one) not in known for one in beside)


def _is_of_it(pair: Pair, side: Side, name: Name, holder: Holder, near: range) -> bool:
    """Whether a name is a part of the holder's, or says right before it of which country one is."""
    place = pair.indexes(side, name.span)
    if not set(place).isdisjoint(holder.place):
        return True
    return (
        nature_of(name) == "country"
        and bool(place)
        and place.start in near
        and not any(pair.versions[side].gaps[place.start + 1 : holder.place.start + 1])
    )


def _is_one_post(pair: Pair, left: int, right: int) -> bool:
    """Whether a word is one for a post, and the word before it is the same as well: "finance minister"."""
    if pair.versions[0].forms[left] not in lexicons.words("titles", "roles", "person_nouns"):
        return False
    before = left and pair.content[0][left - 1], right and pair.content[1][right - 1]
    same = pair.shares(0, left - 1) and right - 1 in pair.partner(0, left - 1)
    return same if all(before) else not any(before)
