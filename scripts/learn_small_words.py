"""List words that news text hardly ever capitalises → src/claimcompare/lexicons/words_in_small_letters.txt.

    python scripts/learn_small_words.py ../shared/data/scale/reuters.jsonl

The file holds one report a line, as an object with ``text``; ten thousand reports in ordinary case are enough. Only
words within a sentence count: after a stop, a quotation mark or a line end a capital says nothing.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path

TARGET = Path(__file__).parents[1] / "src/claimcompare/lexicons/words_in_small_letters.txt"
HEAD = """\
# Words that news text hardly ever writes with a capital within a sentence: with one after an abbreviation,
# they start a new sentence. Learned by scripts/learn_small_words.py from newswire (19,000 of Reuters-21578).
"""
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
    """Count, and write the list."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path)
    lines = parser.parse_args().reports.read_text(encoding="utf-8").splitlines()
    words = small_words([json.loads(line)["text"] for line in lines])
    TARGET.write_text(HEAD + "".join(f"{word}\n" for word in words), encoding="utf-8")
    print(f"{len(words)} words in {TARGET.name}")


if __name__ == "__main__":
    main()
