"""How long one thing took: "the jury deliberated for four days", "the jury took two days to reach a verdict"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.nearby import verb_before
from claimcompare.differences.number.retold.delays import is_delay
from claimcompare.differences.number.retold.lone import are_lone
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.same.things import is_one_thing
from claimcompare.differences.shared.syntax.appositions import names_of_subject
from claimcompare.differences.shared.syntax.modals import are_as_real
from claimcompare.differences.shared.syntax.phrases import clause_end
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side


def took_otherwise(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both are the only lengths of time of their versions, and how long the same took."""
    if not (left.unit_days and right.unit_days and are_lone(pair, left, right)):
        return False
    acts = _act_behind(pair.versions[0], left), _act_behind(pair.versions[1], right)
    if acts[0] and acts[1] and _meet(pair, *acts):
        return True  # "the fire took four hours to put out", "they needed nine hours to put out the fire"
    verbs = [_verb_of_length(pair, side, one) for side, one in zip(SIDES, (left, right), strict=True)]
    if verbs[0] is None or verbs[1] is None:
        return False
    here, there = names_of_subject(pair.versions[0], verbs[0]), names_of_subject(pair.versions[1], verbs[1])
    return any(is_one_thing(pair, *two) for two in product(here, there)) and are_as_real(pair, verbs[0], verbs[1])


def are_of_two_stretches(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is by how much something took longer or what is compared with, or each how long another act took."""
    if not (left.unit_days and right.unit_days):
        return False
    if _is_base(pair.versions[0], left) or _is_base(pair.versions[1], right):
        return True
    compared = [_is_compared(version, one) for version, one in pair.each(left, right)]
    if compared[0] != compared[1]:
        return True
    delays = {is_delay(pair, side, one) for side, one in zip(SIDES, (left, right), strict=True)}
    here, there = (_act_behind(version, one) for version, one in pair.each(left, right))
    return len(delays) > 1 or (bool(here and there) and not _meet(pair, here, there))


def _meet(pair: Pair, left: range, right: range) -> bool:
    """Whether the verb of one act corresponds to a word of the other: "to control", "to bring under control"."""
    return any(
        corresponds(pair, here, there)
        for here, there in product(left, right)
        if here == left.start or there == right.start
    )


def _verb_of_length(pair: Pair, side: Side, count: Count) -> int | None:
    """The verb before a length that says how long something took: "lasted", "deliberated for"."""
    verb = verb_before(pair, side, count)
    return verb if verb is not None and pair.versions[side].bases[verb] in lexicons.words("length_verbs") else None


def _is_compared(version: Version, count: Count) -> bool:
    """Whether it is a difference: "two hours longer"."""
    behind = version.forms[count.words.stop : count.words.stop + 1]
    return not lexicons.words("length_comparers").isdisjoint(behind)


def _is_base(version: Version, count: Count) -> bool:
    """Whether it is how far back lies what something is compared with: "up from a month earlier"."""
    led = version.form(count.words.start - 1) if count.words.start else ""
    behind = version.forms[count.words.stop : count.words.stop + 1]
    return led in lexicons.words("base_openers") and not lexicons.words("base_closers").isdisjoint(behind)


def _act_behind(version: Version, count: Count) -> range:
    """The words of what took so long to do, its verb the first: "to dig the tunnel"; none where nothing did."""
    stop = count.words.stop
    return range(stop + 1, clause_end(version, stop) if version.forms[stop : stop + 1] == ("to",) else stop)
