"""Amounts that two judge: "losses could reach $2 billion", "losses estimated at $3 billion"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.apart import are_of_two_speakers, saying_at
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import FACT, OPEN, modal_groups
from claimcompare.differences.shared.syntax.phrases import subject_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_REACH: int = lexicons.parameters("differences")["countedapart"]["before"]


def are_two_estimates(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two who are known say how much it may be."""
    judges = [_judge(version, count) for version, count in pair.each(left, right)]
    if all(judges):
        return not any(corresponds(pair, one, other) for one, other in product(*judges))
    if not (judges[0] or _is_estimated(pair, 0, left)) or not (judges[1] or _is_estimated(pair, 1, right)):
        return False
    return are_of_two_speakers(pair, left.words.start, right.words.start)


def _judge(version: Version, count: Count) -> Sequence[int]:
    """Who judges an amount, by a verb before it or as the one who says it: "Denning put the bill at $45 million"."""
    start = version.stretch_start(count.words.start)
    verbs = [at for at in range(start, count.words.start) if version.forms[at] in _judging()]
    subject = subject_of(version, verbs[0]) if verbs else None
    if subject is not None:
        return () if subject.is_pronoun else subject.words
    said = saying_at(version, count.words.start)
    return version.indexes(said.source) if said and said.source and _tells_what_is_to_come(version, count) else ()


def _judging() -> frozenset[str]:
    """Verbs of which the subject judges an amount behind them."""
    return lexicons.words("estimating_words", "opinion_verbs")


def _tells_what_is_to_come(version: Version, count: Count) -> bool:
    return any(one.kind not in {FACT, OPEN} for one in modal_groups(version) if one.first < count.words.start + _REACH)


def _is_estimated(pair: Pair, side: Side, count: Count) -> bool:
    """Whether a word before an amount says that it is judged or still to come: "estimated", "could", "will"."""
    before = pair.before(side, count.words, _REACH)
    return any(_is_of_estimate(pair.versions[side], at) for at in before)


def _is_of_estimate(version: Version, at: int) -> bool:
    if version.forms[at] in lexicons.words("estimating_words"):
        return True
    return any(one.verb == at and one.kind not in {FACT, OPEN} for one in modal_groups(version))
