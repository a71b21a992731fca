"""How far votes are counted: what a partial count gives is not contradicted by the final one."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.shared.versions import KEPT

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_REACH: int = lexicons.parameters("differences")["tallies"]["reach"]
_NOTE = "one of the counts is partial"


def note_of_two_tallies(pair: Pair) -> str | None:
    """A note for versions of which one gives a partial count, and the other none or another one; None for others."""
    return _NOTE if _stage(pair.versions[0]) != _stage(pair.versions[1]) else None


@lru_cache(maxsize=KEPT)
def _stage(version: Version) -> float | None:
    """The share that is counted, 0 for a partial count without any, None for what is no partial count."""
    share = next((one.quantity.low for one in counts_of(version) if is_counted_share(version, one)), None)
    if share is not None:
        return share
    return None if lexicons.words("partial_words").isdisjoint(version.forms) else 0.0


def is_counted_share(version: Version, count: Count) -> bool:
    """Whether it says how much is counted: "with 94% of the votes counted", "had counted 94 percent of the ballots"."""
    if count.quantity.unit != "%":
        return False
    start, stop = count.words.start, count.words.stop
    around = version.forms[max(0, start - 2) : start] + version.forms[stop : stop + _REACH]
    return not lexicons.words("counting_words").isdisjoint(around)
