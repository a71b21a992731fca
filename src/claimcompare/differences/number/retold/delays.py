"""By how much something was late: "was delayed by two hours", "took off six hours late", "a 40-minute delay"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.nearby import verb_before
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_LATE = "late"


def is_told_as_late(version: Version, count: Count) -> bool:
    """Whether a "late" stands behind a length of time; the date rule compares two of those."""
    return any(version.forms[at] == _LATE for at in count.counted)


def are_delays(pair: Pair, left: Count, right: Count) -> bool:
    """Whether both say by how much one thing was late, and at least one in words of another sort than "late"."""
    both = (left, right)
    if all(is_told_as_late(version, one) for version, one in pair.each(*both)):
        return False
    before = product(range(left.words.start), range(right.words.start))
    delays = all(is_delay(pair, side, one) for side, one in zip(SIDES, both, strict=True))
    return delays and any(corresponds(pair, *two) for two in before if pair.content[0][two[0]])


def is_delay(pair: Pair, side: Side, count: Count) -> bool:
    """Whether a word beside a length of time says that it is by how much something was late."""
    verb = verb_before(pair, side, count)
    beside = (*count.measured, *count.counted, *(() if verb is None else (verb,)))
    return any(pair.versions[side].forms[at] in lexicons.words("delay_words") for at in beside)
