"""How likely a reader notes that two versions word something differently: a logistic model of what speaks for it.

The weights stand in ``lexicons/chances.json``; scripts/fit_chances.py learns them from annotated stories.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.families import shared_families
from claimcompare.differences.replacements import numbered
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import OTHER, SIDES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.differences.replacements import Replacement
    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["chances"]
_REACH: int = _SETTINGS["reach"]
_FEW: int = _SETTINGS["few"]


def chance(pair: Pair, one: Replacement) -> float:
    """How likely it is noted, 0..1."""
    model = lexicons.parameters("chances")
    odds = model["bias"] + sum(model["weights"][name] * value for name, value in signs(pair, one).items())
    return float(1 / (1 + math.exp(-odds)))


def signs(pair: Pair, one: Replacement) -> Mapping[str, float]:
    """What speaks for it: a family, aligned words, the same words around; and against it: what other rules tell."""
    families = shared_families(pair, one.left, one.right)
    near = [pair.near(side, one.side(side)) for side in SIDES]
    reached = pair.reached(0, one.left), pair.reached(1, one.right)
    return {
        "family": float(bool(families)),
        "loaded": float(any(found.loaded for found in families)),
        "everyday": float(any(found.everyday for found in families)),
        "aligned": float(not reached[0].isdisjoint(one.right)),
        "elsewhere": float(not (reached[0].issubset(one.right) and reached[1].issubset(one.left))),
        "one_slot": float(any(one.left[0] in slot.left and one.right[0] in slot.right for slot in pair.slots)),
        "near": float(len(pair.reached(0, near[0]) & set(near[1]))),
        "around": _around(pair, one),
        "quoted": float(any(pair.quoted[side].issuperset(one.side(side)) for side in SIDES)),
        "number": float(any(not numbered(pair.read[side]).isdisjoint(one.side(side)) for side in SIDES)),
        "source": float(any(not _sources(pair.read[side]).isdisjoint(one.side(side)) for side in SIDES)),
    }


def _around(pair: Pair, one: Replacement) -> float:
    """The share of the words of content around, of both sides together, that correspond to each other.

    A few that do not are added: all of two words say less than most of twenty.
    """
    around = [_window(pair, side, one.side(side)) for side in SIDES]
    total = len(around[0]) + len(around[1])
    shared = sum(not around[OTHER[side]].isdisjoint(pair.partner(side, at)) for side in SIDES for at in around[side])
    return shared / (total + _FEW)


def _window(pair: Pair, side: Side, indexes: Sequence[int]) -> set[int]:
    content = pair.content[side]
    before = range(max(0, indexes[0] - _REACH), indexes[0])
    behind = range(indexes[-1] + 1, min(len(content), indexes[-1] + 1 + _REACH))
    return {at for place in (before, behind) for at in place if content[at]}


@lru_cache(maxsize=KEPT)
def _sources(version: Version) -> frozenset[int]:
    """The tokens of those who say it."""
    return frozenset(at for one in version.features.attributions for at in version.indexes(one.source))
