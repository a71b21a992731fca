"""List words that news English writes in lower case → src/claimcompare/lexicons/common_words.txt.

    python scripts/common_words.py ../shared/data

Reads Reuters-21578, MRPC, PolNeAR and Wikipedia revisions as JSON Lines, and texts of reports.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/claimcompare/lexicons/common_words.txt"
HEAD = """\
# Words that news English writes in lower case: a capital at the start of a sentence makes no name of them.
# Seen three times or more, two thirds of them in lower case; counted in mid-sentence over Reuters-21578, MRPC, PolNeAR,
# Wikipedia revisions and NewsWCL50. scripts/common_words.py rebuilds it from those sets.
"""
# In mid-sentence: behind a word in lower case or a comma.
_WORD = re.compile(r"(?<=[a-z,] )([A-Za-z][a-z]+)(?![\w'’])")
_SEEN, _LOWER = 3, 2 / 3


def texts(data: Path) -> Iterator[tuple[str, int]]:
    """Every text, and how much it counts: PolNeAR is small, and the news of today."""
    for name, weight in (("scale/reuters", 1), ("differences/attributions", 3)):
        for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"], weight
    for name in ("differences/wikipedia_revisions", "pairs/mrpc_train"):
        for line in (data / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            yield row["s1"], 1
            if name.startswith("pairs"):
                yield row["s2"], 1
    for path in sorted((data / "five_reports").glob("*/*.txt")):
        yield path.read_text(encoding="utf-8"), 1


def common_words(data: Path) -> list[str]:
    """The words, in the order of the alphabet."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text, weight in texts(data):
        for word in _WORD.findall(text):
            (capital if word[0].isupper() else lower)[word.lower()] += weight
    return sorted(w for w, n in lower.items() if n >= _SEEN and n >= _LOWER * (n + capital[w]))


def main() -> None:
    """Count, and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    words = common_words(parser.parse_args().data)
    TARGET.write_text(HEAD + "".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{len(words)} words in {TARGET.name}")


if __name__ == "__main__":
    main()
