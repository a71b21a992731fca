"""What speaks for it that a reader notes words that only one version has as a detail, and what against it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimcompare.differences.shared.chances import around, rarity, source_words
from claimcompare.differences.shared.view import OTHER, SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.differences.shared.runs import Run
    from claimcompare.differences.shared.view import Pair, Side


def detail_signs(pair: Pair, left: Run, right: Run) -> Mapping[str, float]:
    """For it: many words, late in the sentence, in versions much alike; against it: what other rules report.

    One of the runs may be empty.
    """
    told = [(side, run.indexes) for side, run in zip(SIDES, (left, right), strict=True) if run]
    return {
        "words": math.log1p(left.content + right.content),
        "late": sum(indexes[0] / len(pair.tokens(side)) for side, indexes in told) / len(told),
        "lack": float(len(told) == 1),
        "likeness": pair.likeness,
        "around": around(pair, left.indexes, right.indexes),
        "quoted": sum(not pair.quoted[side].isdisjoint(indexes) for side, indexes in told) / len(told),
        "said": sum(_said_there(pair, side, indexes) for side, indexes in told) / len(told),
        "source": sum(not source_words(pair.versions[side]).isdisjoint(indexes) for side, indexes in told) / len(told),
    }


def _said_there(pair: Pair, side: Side, indexes: Sequence[int]) -> float:
    """The share of the words of content, by their rarity, that the other report has in any of its versions."""
    stems = [pair.versions[side].stems[at] for at in indexes if pair.content[side][at]]
    whole = sum(map(rarity, stems))
    return sum(rarity(stem) for stem in stems if stem in pair.said[OTHER[side]]) / whole if whole else 0.0
