"""Numbers that can both hold: of all and of a part, of a kind, or explained by the other numbers of the versions.

"900 pupils" and "120 with special needs"; "three vehicles" and "two trucks"; "five on Monday and two on Tuesday" and
"seven".
"""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.exempt.lists import is_sum_of_list
from claimcompare.differences.number.read.counts import TIMES, counts_of
from claimcompare.differences.number.read.nearby import lead_of, lower_side, plural_counted, verb_before
from claimcompare.differences.number.units import is_transposed
from claimcompare.differences.shared.syntax.neighbours import is_adverb
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES, left_first

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["wholes"]
_REACH: int = _SETTINGS["reach"]
_KIND: int = _SETTINGS["kind"]


def are_whole_and_member(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is of all among whom the other's are: "three brothers drowned", "among the 41 drowned"."""
    side = lower_side(left, right)
    part, whole = left_first(side, left, right)
    if part.quantity.high >= whole.quantity.low or not _is_of_all(pair.versions[OTHER[side]], whole):
        return False
    head = plural_counted(pair.versions[side], part)
    there = pair.reached(side, () if head is None else (head,))
    return bool(there) and there.isdisjoint((*whole.words, *whole.counted))


def are_whole_and_part(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the lower is of a place or kind that only its version names, or the other of all: both may hold."""
    here, there = left.quantity, right.quantity
    counted = {here.unit, there.unit} <= {None, TIMES} and not here.ordinal
    if here.low == there.low or not counted or is_transposed(here, there):
        return False
    side = lower_side(left, right)
    part, whole = left_first(side, left, right)
    return (
        _is_total(pair, side, part, whole)
        or (is_picked_from(pair.versions[OTHER[side]], whole) and not is_had(pair.versions[side], part))
        or _is_narrower(pair, side, part, whole)
        or _is_of_a_kind(pair, side, part, whole)
        or _is_had_elsewhere(pair, side, part, whole)
        or _is_done_to_some(pair, side, part, whole)
    )


def are_explained(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the other numbers of the versions say how both can hold."""
    return _is_sum(pair, left, right) or _has_each_both(pair, left, right)


def _is_sum(pair: Pair, left: Count, right: Count) -> bool:
    """Whether one is what the other and a further number of its version add up to: "five and two more", "seven"."""
    return any(
        any(
            one is not own
            and _goes_with(own, one)
            and math.isclose(own.quantity.low + one.quantity.low, other.quantity.low)
            for one in counts_of(pair.versions[side])
        )
        or is_sum_of_list(pair.versions[side], own, other)
        for side, own, other in zip(SIDES, (left, right), (right, left), strict=True)
    )


def _has_each_both(pair: Pair, left: Count, right: Count) -> bool:
    """Whether each version has the other's number without its unit: "ten years to seven", "seven years, not ten"."""
    if left.quantity.unit is None or right.quantity.unit is None:
        return False
    return all(
        any(one.quantity.unit is None and math.isclose(one.quantity.low, _figure(other)) for one in counts_of(version))
        for version, other in ((pair.versions[0], right), (pair.versions[1], left))
    )


def _figure(count: Count) -> float:
    """The number as written, of a length of time in its own unit."""
    return count.quantity.low / (count.unit_days or 1.0)


def _goes_with(own: Count, further: Count) -> bool:
    """Whether a further number may be of the same things: it names the same, or none right behind it."""
    if own.quantity.unit != further.quantity.unit or own.quantity.ordinal or further.quantity.ordinal:
        return False
    return not own.stems.isdisjoint(further.stems) or further.words.stop not in further.counted


# ---------------------------------------------------------------- members


def _is_of_all(version: Version, count: Count) -> bool:
    """Whether it says how many there are to whom something belongs: "among the 41", "one of more than 40"."""
    at = lead_of(version, count)
    return is_picked_from(version, count) or (at >= 0 and version.forms[at] in lexicons.words("whole_openers"))


def is_picked_from(version: Version, count: Count) -> bool:
    """Whether so many of them are told of beside: "three of its five carriages"."""
    at = lead_of(version, count)
    return at > 0 and version.forms[at] == "of" and at - 1 in version.numbered


# ---------------------------------------------------------------- parts


def _is_total(pair: Pair, side: Side, part: Count, whole: Count) -> bool:
    """Whether only the higher is said to be of all, and the lower is of some: "in all matches", "league goals"."""
    if not (_kind(pair, side, part) or told_of(pair, side, part)):
        return False
    totals = [
        not lexicons.words("total_words").isdisjoint(_around(pair.versions[at], one))
        for at, one in ((OTHER[side], whole), (side, part))
    ]
    return totals == [True, False]


def _around(version: Version, count: Count) -> tuple[str, ...]:
    return version.forms[max(0, count.words.start - _REACH) : count.words.stop + _REACH]


def _is_narrower(pair: Pair, side: Side, part: Count, whole: Count) -> bool:
    """Whether what the lower counts is a kind of what the higher counts: "two trucks", "three vehicles"."""
    narrow, wide = _counted(pair.versions[side], part), _counted(pair.versions[OTHER[side]], whole)
    return any(not narrow.isdisjoint(_kinds().get(word, ())) for word in wide - narrow)


def _counted(version: Version, count: Count) -> set[str]:
    """The words for what is counted, in the singular; of "a mother of three" those that it stands for."""
    forms = [version.forms[at] for at in count.counted] or count.stems
    return set(map(singular, forms))


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """For each word for things of several kinds the words for some of them."""
    return {word: frozenset(kinds.split(", ")) for word, kinds in lexicons.table("kinds")}


def _is_of_a_kind(pair: Pair, side: Side, part: Count, whole: Count) -> bool:
    """Whether a word before what is counted makes it one kind of many: "44 Test wickets", "61 wickets"."""
    kinds = [_kind(pair, at, one) for at, one in ((side, part), (OTHER[side], whole))]
    return bool(kinds[0]) and kinds[1] == []


def _kind(pair: Pair, side: Side, count: Count) -> list[int] | None:
    """The words of content between a number and what it counts that are not in the other version."""
    version = pair.versions[side]
    head = plural_counted(version, count)
    if head is None:
        return None
    between = range(count.words.stop, head)
    if len(between) > _KIND or any(version.gaps[count.words.stop : head + 1]):
        return None
    told = (at for at in between if version.content[at] and at not in version.numbered)
    return [at for at in told if not is_adverb(version.forms[at]) and is_new(pair, side, at)]


def is_new(pair: Pair, side: Side, at: int) -> bool:
    """Whether a word has nothing like it in the other version."""
    return not pair.partner(side, at) and pair.versions[side].stems[at] not in pair.versions[OTHER[side]].stems


def _is_had_elsewhere(pair: Pair, side: Side, part: Count, whole: Count) -> bool:
    """Whether somebody has so many in one place or of one sort, and so many more where nothing is said of that."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    told = told_of(pair, side, part)
    if not told:
        return False
    of_all = told_of(pair, OTHER[side], whole)
    shared = {at for at in told if not is_new(pair, side, at)}
    if not shared:
        return not of_all and is_had(version, part) and is_had(other, whole)
    # "in Wales, Spain and Portugal", "in Spain"
    return len(shared) == len(told) and len(of_all) > len(told) and pair.reached(side, shared) < set(of_all)


def _is_done_to_some(pair: Pair, side: Side, part: Count, whole: Count) -> bool:
    """Whether somebody has or carries so many, and something is done to some of them: "will cut 400 workers"."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    verb, having = verb_before(pair, side, part), verb_before(pair, OTHER[side], whole)
    if verb is None:
        verb = next((at for at in range(part.words.stop, len(version.forms)) if is_verb(version, at)), None)
    had = having is None or other.forms[having] in lexicons.words("having_verbs")  # "has 1,500", and not "has sold"
    return had and is_had(other, whole) and verb is not None and version.bases[verb] in lexicons.words("part_acts")


def told_of(pair: Pair, side: Side, count: Count) -> list[int]:
    """The words of content that say where or of what sort the counted ones are, up to the end of the clause."""
    version = pair.versions[side]
    counted = plural_counted(version, count)
    start = count.words.stop if counted is None else counted + 1
    ahead = range(start, min(len(version.forms), start + _REACH))
    opener = next((at for at in ahead if version.forms[at] in lexicons.words("part_openers")), None)
    if opener is None or any(version.gaps[start : opener + 1]):
        return []
    found: list[int] = []
    openers = lexicons.words("clause_starts")
    for at in range(opener + 1, len(version.forms)):
        if version.gaps[at] not in ("", ",") or is_verb(version, at) or version.forms[at] in openers:
            break
        if version.content[at] and at not in version.dated and at not in version.numbered:
            found.append(at)
    return found


def is_had(version: Version, count: Count) -> bool:
    """Whether a verb before it says that somebody has so many, or that there are."""
    before = version.forms[max(0, count.words.start - _REACH) : count.words.start]
    return not lexicons.words("having_verbs").isdisjoint(before)
