"""Write the list of words that running news text hardly ever capitalises, which Punkt takes as starts of sentences.

    python scripts/learn_small_words.py REPORTS.jsonl > src/claimcompare/lexicons/words_in_small_letters.txt

REPORTS.jsonl holds one report a line, as an object with ``text``; ten thousand reports in ordinary case are enough.
Only words within a sentence count: after a stop, a quotation mark or a line end a capital says nothing.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

_INNER_WORD = re.compile(r"(?<=[a-z,] )[A-Za-z][a-z]+(?=[ ,])")
_LEAST = 40
_MOST_CAPITALS = 0.01


def small_words(texts: list[str]) -> list[str]:
    """The words that stand within sentences often enough, and hardly ever with a capital."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in texts:
        for word in _INNER_WORD.findall(text):
            (small if word.islower() else capital)[word.lower()] += 1
    return sorted(w for w, n in small.items() if n >= _LEAST and capital[w] <= _MOST_CAPITALS * n)


def main() -> None:
    """Read the reports that are named and print the list."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    print("# Words that news text hardly ever writes with a capital within a sentence: with one after an abbreviation,")
    print(
        "# they start a new sentence. Learned by scripts/learn_small_words.py from newswire (19,000 of Reuters-21578)."
    )
    print("\n".join(small_words([json.loads(line)["text"] for line in lines])))


if __name__ == "__main__":
    main()
