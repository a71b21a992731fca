"""How likely a reader notes that two versions word something differently: a logistic model of what speaks for it.

The weights stand in ``lexicons/chances.json``; scripts/fit_chances.py learns them from annotated stories.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.replacements import numbered
from claimcompare.differences.versions import KEPT

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
    (left, right), (here, there) = pair.read, (one.left, one.right)
    reached, reaching = pair.reached(0, here), pair.reached(1, there)
    return {
        "family": float(bool(one.families)),
        "loaded": float(any(found.loaded for found in one.families)),
        "everyday": float(any(found.everyday for found in one.families)),
        "aligned": float(not reached.isdisjoint(there)),
        "elsewhere": float(not (reached.issubset(there) and reaching.issubset(here))),
        "one_slot": float(any(here[0] in slot.left and there[0] in slot.right for slot in pair.slots)),
        "near": float(len(pair.reached(0, pair.near(0, here)).intersection(pair.near(1, there)))),
        "around": _around(pair, one),
        "quoted": float(left.quoted.issuperset(here) or right.quoted.issuperset(there)),
        "number": float(not (numbered(left).isdisjoint(here) and numbered(right).isdisjoint(there))),
        "source": float(not (_sources(left).isdisjoint(here) and _sources(right).isdisjoint(there))),
    }


def _around(pair: Pair, one: Replacement) -> float:
    """The share of the words of content around, of both sides together, that correspond to each other.

    A few that do not are added: all of two words say less than most of twenty.
    """
    left, right = _window(pair, 0, one.left), _window(pair, 1, one.right)
    shared = len(pair.reached(0, left) & right) + len(pair.reached(1, right) & left)
    return shared / (len(left) + len(right) + _FEW)


def _window(pair: Pair, side: Side, indexes: Sequence[int]) -> set[int]:
    content = pair.content[side]
    before = range(max(0, indexes[0] - _REACH), indexes[0])
    behind = range(indexes[-1] + 1, min(len(content), indexes[-1] + 1 + _REACH))
    return {at for place in (before, behind) for at in place if content[at]}


@lru_cache(maxsize=KEPT)
def _sources(version: Version) -> frozenset[int]:
    """The tokens of those who say it."""
    return frozenset(at for one in version.features.attributions for at in version.indexes(one.source))
