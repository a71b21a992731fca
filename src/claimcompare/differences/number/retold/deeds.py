"""Amounts of which a noun tells here what a verb tells there: "a two-year ban", "was banned for four years"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.nearby import verb_before
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.phrases import subject_of
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.lexicons.relations import opposed

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_AFTER = "after"


def are_of_one_deed(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the verb before one is of the noun that the other is of: "fell 30 metres", "a fall of 80 metres"."""
    both = (left, right)
    verbs = [[] if (at := verb_before(pair, side, both[side])) is None else [at] for side in SIDES]
    things = [_lasting_thing(pair, side, both[side]) for side in SIDES]
    nouns = [(*both[side].measured, *both[side].counted) for side in SIDES]
    return _is_over(pair, both, verbs) or any(
        _is_one(pair, side, *two)
        for side in SIDES
        for two in product((*nouns[side], *things[side]), verbs[OTHER[side]])
    )


def _is_over(pair: Pair, both: tuple[Count, Count], verbs: list[list[int]]) -> bool:
    """Whether one verb ends what the other says that lasted: "was closed for three years", "reopened after six"."""
    if is_ended_after(pair.versions[0], both[0]) == is_ended_after(pair.versions[1], both[1]):
        return False
    return any(opposed(pair.versions[0].stems[one], pair.versions[1].stems[other]) for one, other in product(*verbs))


def is_ended_after(version: Version, count: Count) -> bool:
    """Whether it is how long something lasted that a verb before it says is over: "reopened after six years"."""
    return bool(count.unit_days) and version.forms[max(0, count.words.start - 1)] == _AFTER


def _lasting_thing(pair: Pair, side: Side, count: Count) -> tuple[int, ...]:
    """The subject of a verb that only says how long something was: the operation that "took eleven hours"."""
    version, start = pair.versions[side], count.words.start
    being = start > 1 and version.form(start - 1) in lexicons.words("forms_of_be")
    verb = start - 1 if being else verb_before(pair, side, count)
    if verb is None:
        return ()
    lasted = being or version.bases[verb] in lexicons.words("length_verbs") or is_ended_after(version, count)
    thing = subject_of(version, verb) if lasted else None
    return () if thing is None else (thing.head,)


def _is_one(pair: Pair, side: Side, noun: int, other: int) -> bool:
    """Whether two words, the first of ``side``, have one stem or correspond."""
    same = pair.versions[side].stems[noun] == pair.versions[OTHER[side]].stems[other]
    return same or corresponds(pair, *left_first(side, noun, other))
