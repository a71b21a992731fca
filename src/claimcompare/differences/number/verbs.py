"""The verb that a number stands behind: "sold" of "sold to a farmer for $70"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.acts import is_verb

if TYPE_CHECKING:
    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.view import Pair, Side

_BEFORE: int = lexicons.parameters("differences")["countedapart"]["before"]


def verb_before(pair: Pair, side: Side, count: Count) -> int | None:
    """The verb that a number stands behind in its clause."""
    version = pair.read[side]
    return next((at for at in pair.before(side, count.words, _BEFORE) if is_verb(version, at)), None)
