"""How common stems are in general news English: ``stem_frequencies.tsv``, built by scripts/count_stems.py."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcompare.lexicons import table


@cache
def sentence_shares() -> Mapping[str, float]:
    """For each stem the share of sentences that have it, 0..1."""
    return {stem: int(millionths) / 1e6 for stem, millionths in table("stem_frequencies")}
