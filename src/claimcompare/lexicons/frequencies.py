"""How common stems are in general news English: ``stem_frequencies.tsv``, built by scripts/count_stems.py."""

from __future__ import annotations

from claimcompare.lexicons import rows


def sentence_share(stem: str, unseen: float) -> float:
    """The share of sentences that have a stem, 0..1; ``unseen`` for one that none had."""
    millionths = rows("stem_frequencies").get(stem)
    return unseen if millionths is None else int(millionths) / 1e6
