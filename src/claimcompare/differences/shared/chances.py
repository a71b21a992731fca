"""How likely a reader notes what two versions word differently: logistic models of what speaks for it, one a kind.

The weights are in ``chances.json``; scripts/fit_chances.py learns them from annotated stories. What they
weigh is in ``label.signs`` and ``detail.signs``; here is what both ask.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.versions import KEPT
from claimcompare.lexicons.frequencies import sentence_share

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = lexicons.parameters("differences")["chances"]
_REACH: int = _SETTINGS["reach"]
_FEW: int = _SETTINGS["few"]


def chance(kind: str, signs: Mapping[str, float]) -> float:
    """How likely it is noted, 0..1."""
    model = lexicons.parameters("chances")[kind]
    odds = model["bias"] + sum(model["weights"][name] * value for name, value in signs.items())
    return float(1 / (1 + math.exp(-odds)))


def around(pair: Pair, left: Sequence[int], right: Sequence[int]) -> float:
    """The share of the words of content around, of both sides together, that correspond to each other.

    A few that do not are added: all of two words say less than most of twenty. No words have nothing around them.
    """
    windows = [_window(pair, 0, left), _window(pair, 1, right)]
    shared = len(pair.reached(0, windows[0]) & windows[1]) + len(pair.reached(1, windows[1]) & windows[0])
    return shared / (len(windows[0]) + len(windows[1]) + _FEW)


def _window(pair: Pair, side: Side, indexes: Sequence[int]) -> set[int]:
    if not indexes:
        return set()
    content = pair.content[side]
    before = range(max(0, indexes[0] - _REACH), indexes[0])
    behind = range(indexes[-1] + 1, min(len(content), indexes[-1] + 1 + _REACH))
    return {at for place in (before, behind) for at in place if content[at]}


@lru_cache(maxsize=KEPT)
def source_words(version: Version) -> frozenset[int]:
    """The tokens of those who say it."""
    return frozenset(at for one in version.features.attributions for at in version.indexes(one.source))


@lru_cache(maxsize=1 << 14)
def rarity(stem: str) -> float:
    """How rare a stem is among sentences of general news English, in nats."""
    return -math.log(sentence_share(stem, lexicons.parameters("rarity")["unseen_share"]))
