"""Count how rare each stem is in news English → src/claimcompare/lexicons/stem_frequencies.tsv.

    python scripts/count_stems.py ../shared/data

Reads Reuters-21578, ECB+, the MRPC training pairs and the PolNeAR articles; each counts as much as the others, so that
the largest does not decide. Written is the share of sentences that hold the stem, in millionths.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from claimcompare.features.tokens import tokens_of

TARGET = Path(__file__).parents[1] / "src/claimcompare/lexicons/stem_frequencies.tsv"
FEWEST_SENTENCES = 4
HEAD = """\
# How often stems occur in news English: stem, and the share of sentences that hold it, in millionths.
# Source: counted by scripts/count_stems.py over Reuters-21578, ECB+, the MRPC training pairs and PolNeAR, each with the
# same weight; stems of fewer than 4 sentences are left out. Rebuild: python scripts/count_stems.py DATA
"""


def _rows(path: Path) -> Iterator[dict[str, Any]]:
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
    ecb = (s["text"] for row in _rows(data / "events/docs.jsonl") for s in row["sentences"])
    mrpc = (str(row[side]) for row in _rows(data / "pairs/mrpc_train.jsonl") for side in ("s1", "s2"))
    return {**split, "ecb": ecb, "mrpc": mrpc}


def shares(data: Path) -> dict[str, float]:
    """For each stem the mean over the sources of the share of sentences that hold it."""
    total: defaultdict[str, float] = defaultdict(float)
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
            total[stem] += count / number / len(found)
    return {stem: share for stem, share in total.items() if seen[stem] >= FEWEST_SENTENCES}


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    found = shares(parser.parse_args().data)
    rows = (f"{stem}\t{max(1, round(share * 1e6))}\n" for stem, share in sorted(found.items()))
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(found)} stems in {TARGET.name}")


if __name__ == "__main__":
    main()
