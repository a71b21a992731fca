"""Count how rare each stem is in news English → src/claimcompare/lexicons/stem_frequencies.tsv.

    python scripts/count_stems.py ../shared/data

Reads Reuters-21578, ECB+, the MRPC training pairs and the PolNeAR articles; each counts as much as the others, so that
the largest does not decide. Written is the share of sentences that hold the stem, in millionths.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from claimcompare.features.tokens import tokens_of

TARGET = Path(__file__).parent.parent / "src/claimcompare/lexicons/stem_frequencies.tsv"
FEWEST_SENTENCES = 4
HEADER = """\
# How often stems stand in news English: stem, and the share of sentences that hold it, in millionths.
# Source: counted by scripts/count_stems.py over Reuters-21578, ECB+, the MRPC training pairs and PolNeAR, each with the
# same weight; stems of fewer than {fewest} sentences are left out. Rebuild: python scripts/count_stems.py DATA
"""


def _rows(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())


def _sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n{2,}", text)


def sources(data: Path) -> dict[str, Iterator[str]]:
    """Sentences by source."""
    texts = {
        "reuters": (str(row["text"]) for row in _rows(data / "scale/reuters.jsonl")),
        "polnear": (str(row["text"]) for row in _rows(data / "differences/attributions.jsonl")),
    }
    split = {name: (s for text in found for s in _sentences(text)) for name, found in texts.items()}
    ecb = (s["text"] for row in _rows(data / "events/docs.jsonl") for s in row["sentences"])  # type: ignore[attr-defined]
    mrpc = (str(row[side]) for row in _rows(data / "pairs/mrpc_train.jsonl") for side in ("s1", "s2"))
    return {**split, "ecb": ecb, "mrpc": mrpc}


def shares(data: Path) -> dict[str, float]:
    """For each stem the mean over the sources of the share of sentences that hold it."""
    total: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    found = sources(data)
    for sentences in found.values():
        counts: Counter[str] = Counter()
        number = 0
        for sentence in sentences:
            number += 1
            counts.update({token.stem for token in tokens_of(sentence) if not token.stem[0].isdigit()})
        seen.update(counts)
        for stem, count in counts.items():
            total[stem] += count / number / len(found)  # type: ignore[assignment]
    return {stem: share for stem, share in total.items() if seen[stem] >= FEWEST_SENTENCES}


def main() -> None:
    """Write the table."""
    rows = sorted(shares(Path(sys.argv[1])).items())
    lines = [f"{stem}\t{max(1, round(share * 1e6))}" for stem, share in rows]
    TARGET.write_text(HEADER.format(fewest=FEWEST_SENTENCES) + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} stems in {TARGET.name}")


if __name__ == "__main__":
    main()
