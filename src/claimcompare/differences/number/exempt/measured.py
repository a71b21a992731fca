"""Amounts of two measures: inflation and core inflation or interest, a level and a change, for all and for each."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.shared.same.things import is_one_word, measure_kinds
from claimcompare.differences.shared.syntax.phrases import clause_start, subject_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_BY = "by"


@frozen
class _Measure:
    """A noun that says what is measured, and words before it that say of what sort."""

    head: int
    before: tuple[int, ...]


def are_of_two_measures(pair: Pair, left: Count, right: Count) -> bool:
    """Whether words before two amounts say that they measure two things."""
    if _of_change_and_level(pair, left, right) or _of_one_of_them(pair, left, right):
        return True
    if _of_two_sorts(pair, left, right):
        return True
    if left.quantity.unit is None:
        return False
    if _of_narrower_measure(pair, left, right):
        return True
    here, there = _kinds(pair.versions[0], left), _kinds(pair.versions[1], right)
    return bool(here and there) and here.isdisjoint(there)


def _of_narrower_measure(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a word before what is measured makes it another measure: "core inflation at 4%", "inflation at 6%"."""
    narrow = [_narrowed(version, one) for version, one in pair.each(left, right)]
    kinds = [{version.stems[at] for at in own} for version, own in pair.each(*narrow)]
    return any(
        pair.versions[side].stems[at + 1] in pair.versions[OTHER[side]].stems
        and pair.versions[side].stems[at] not in kinds[OTHER[side]]
        for side in SIDES
        for at in narrow[side]
    )


def _of_change_and_level(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is by how much something changed, the other where it stood: "slid 300", "closed at 1,276"."""
    both = list(pair.each(left, right))
    changes, levels = [is_change(*one) for one in both], [_is_level(*one) for one in both]
    return changes[0] != changes[1] and levels == changes[::-1]


def is_change(version: Version, count: Count) -> bool:
    """Whether a verb of rising or falling stands right before it, or before a "by"."""
    at = count.words.start - 1
    at -= at > 0 and version.forms[at] == _BY
    return at >= 0 and version.forms[at] in lexicons.words("changing_verbs") and not version.gaps[at + 1]


def _is_level(version: Version, count: Count) -> bool:
    """Whether an "at" or a "to" stands right before it."""
    start = count.words.start
    return start > 0 and version.form(start - 1) in lexicons.words("level_openers") and not version.gaps[start]


def _of_one_of_them(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one alone is for each of several, or of several times: "paid $5 million each"."""
    each = [
        not lexicons.words("each_words").isdisjoint(version.forms[one.words.stop : one.words.stop + 1])
        for version, one in pair.each(left, right)
    ]
    return each[0] != each[1]


def _of_two_sorts(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one noun says what both measure, with another word before it in each: "housing prices", "food prices"."""
    here, there = _measure(pair.versions[0], left), _measure(pair.versions[1], right)
    if here is None or there is None or not is_one_word(pair, here.head, there.head):
        return False
    return _has_own(pair, 0, here, there) and _has_own(pair, 1, there, here)


def _measure(version: Version, count: Count) -> _Measure | None:
    """What a number is of, with the words before it that say of what sort: the noun before its "of", or a subject."""
    noun = count.words.start - 2
    if noun >= 0 and version.forms[noun + 1] == "of" and noun not in version.numbered:
        return _Measure(noun, tuple(_compound_before(version, noun)))
    verb = next((at for at in range(count.words.start - 1, 0, -1) if is_verb(version, at)), None)
    phrase = None if verb is None or count.quantity.unit is None else subject_of(version, verb)
    if phrase is None or singular(version.forms[phrase.head]) == version.forms[phrase.head]:
        return None  # "a hefty fine" and "the record fine" may be one, and no two sorts
    at = phrase.head - 1
    told = at in phrase.before and at not in version.named and not version.gaps[phrase.head]
    return _Measure(phrase.head, (at,) if told else ())


def _compound_before(version: Version, noun: int) -> Iterator[int]:
    """The words right before a noun that hyphens join: "the must-buy level"."""
    at = noun - 1
    while at > 0 and version.gaps[at].strip() in HYPHENS:
        yield at
        at -= 1
    if at < noun - 1:
        yield at


def _has_own(pair: Pair, side: Side, measure: _Measure, other: _Measure) -> bool:
    """Whether a word before what is measured is not before that of the other version, nor a name for it."""
    own = (at for at in measure.before if at not in pair.versions[side].named)
    return any(not any(is_one_word(pair, *left_first(side, at, one)) for one in other.before) for at in own)


def _narrowed(version: Version, count: Count) -> list[int]:
    """The words before a number, and behind the one before it, that narrow the next: the core of "core inflation"."""
    before = (one.words.stop for one in counts_of(version) if one.words.stop <= count.words.start)
    narrowing = lexicons.words("narrowing_words")
    ahead = range(max(before, default=0), count.words.start - 1)
    return [at for at in ahead if version.forms[at] in narrowing and not version.gaps[at + 1]]


def _kinds(version: Version, count: Count) -> frozenset[str]:
    """What is measured by the words before a number in its clause."""
    start, stop = clause_start(version, count.words.start), count.words.start
    forms = version.forms[start:stop]
    phrases = {*forms, *map(" ".join, pairwise(forms))}
    return frozenset(measure_kinds()[phrase] for phrase in phrases & measure_kinds().keys())
