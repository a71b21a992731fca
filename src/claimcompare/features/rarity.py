"""Claims → how much each stem says: rarity among the compared reports, smoothed by what is common in news English."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping

from claimcompare.lexicons import parameters
from claimcompare.lexicons.frequencies import sentence_share


def stem_weights(sentences: Iterable[Iterable[str]]) -> Mapping[str, float]:
    """For each stem of ``sentences`` (the stems of each) its weight in nats: minus the log of the share that holds it.

    The share is counted among the sentences themselves and smoothed towards general news English by a prior worth
    ``prior_sentences`` sentences (Dirichlet smoothing, Zhai and Lafferty 2004): inside one story rare words decide,
    and two short reports are a thin sample.
    """
    counts: Counter[str] = Counter()
    number = 0
    for stems in sentences:
        counts.update(set(stems))
        number += 1
    settings = parameters("rarity")
    prior, unseen = settings["prior_sentences"], settings["unseen_share"]
    return {
        stem: -math.log((count + prior * sentence_share(stem, unseen)) / (number + prior))
        for stem, count in counts.items()
    }
