"""Amounts that two speakers judge: "losses could reach $2 billion", "losses estimated at $3 billion"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.apart import are_of_two_speakers
from claimcompare.differences.shared.syntax.modals import FACT, OPEN, modal_groups

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_REACH: int = lexicons.parameters("differences")["countedapart"]["before"]


def are_two_estimates(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two speakers who are known say how much it may be."""
    if not (_is_estimated(pair, 0, left) and _is_estimated(pair, 1, right)):
        return False
    return are_of_two_speakers(pair, left.words.start, right.words.start)


def _is_estimated(pair: Pair, side: Side, count: Count) -> bool:
    """Whether a word before an amount says that it is judged or still to come: "estimated", "could", "will"."""
    before = pair.before(side, count.words, _REACH)
    return any(_is_of_estimate(pair.versions[side], at) for at in before)


def _is_of_estimate(version: Version, at: int) -> bool:
    if version.forms[at] in lexicons.words("estimating_words"):
        return True
    return any(one.verb == at and one.kind not in {FACT, OPEN} for one in modal_groups(version))
