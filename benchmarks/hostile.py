"""Text that is no news, made to take long: how the time grows with its length.

    python benchmarks/hostile.py

For each kind of text the processor seconds that comparing two reports takes at a length and at twice that length, and
their ratio: 2 where time grows as the text does, 4 where it grows with the square.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Callable

from claimcompare import Report, compare

STORY = (
    "Five cities fell on Monday, the ministry said. President Ada Quill resigned after the army lost the capital.\n\n"
)
LENGTH = 20_000


def _words(characters: int, seed: int) -> str:
    dice = random.Random(seed)
    known = ["".join(dice.choices("abcdefghijklmnopqrstuvwxyz", k=dice.randint(3, 9))) for _ in range(2000)]
    return " ".join(dice.choices(known, k=characters // 7))


def _numbers(characters: int, seed: int) -> str:
    dice = random.Random(seed)
    return " ".join(str(dice.randint(1, 9999)) for _ in range(characters // 5))


def _table(characters: int, seed: int) -> str:
    """Rows of two names and four numbers, without a full stop: a table of results."""
    dice = random.Random(seed)
    names = ("Tarn", "Brask", "Halden", "Osland", "Norvik", "Selby", "Marsh", "Bergen")
    rows = (
        f"{dice.choice(names)} {dice.choice(names)} {dice.randint(10, 97)} {dice.randint(10, 97)} "
        f"{dice.randint(100, 999)} {dice.randint(100, 899) / 100}"
        for _ in range(characters // 26)
    )
    return "\n".join(rows)


def _without_stops(characters: int, seed: int) -> str:
    """One sentence that never ends, with many numbers, shares and months among its words."""
    dice = random.Random(seed)
    names = ("Norvik", "Tarn", "Aldbeck", "Kavara", "Selby", "Dunmore")
    clauses = (
        f"the crop in {dice.choice(names)} was {dice.randint(100, 9999)} tonnes and {dice.choice(names)} would ship "
        f"{dice.randint(10, 990) / 10} pct of it in {dice.choice(('March', 'May', 'June'))}"
        for _ in range(characters // 85)
    )
    return ", ".join(clauses)


MADE: dict[str, Callable[[int, int], str]] = {
    "sentences of three words": lambda characters, _: "Word one two. " * (characters // 14),
    "times of the day": lambda characters, _: "10:00 a.m. " * (characters // 11),
    "another alphabet": lambda characters, _: "مرحبا بالعالم. " * (characters // 15),
    "one number": lambda characters, _: "1 " * (characters // 2),
    "numbers": _numbers,
    "one sentence": _words,
    "a table": _table,
    "numbers without stops": _without_stops,
    "quotations without end": lambda characters, _: "“a " * (characters // 3),
    "a phrase over and over": lambda characters, _: "would have been " * (characters // 16),
}


def reports_of(name: str, characters: int) -> tuple[Report, Report]:
    """Two reports that open with the same story and go on with so many characters of a kind of text."""
    left, right = (Report(id=id_, text=f"{STORY}{MADE[name](characters, seed)}.") for id_, seed in (("a", 1), ("b", 2)))
    return left, right


def seconds(name: str, characters: int) -> float:
    """How long comparing two such reports keeps the processor at work."""
    before = time.process_time()
    compare(reports_of(name, characters))
    return time.process_time() - before


def main() -> None:
    """Print the table."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    compare(reports_of("one number", 100))  # word lists are read when they are first asked for
    for kind in MADE:
        once, twice = seconds(kind, LENGTH), seconds(kind, 2 * LENGTH)
        print(f"{kind:<26} {once:6.2f} s  {twice:6.2f} s  × {twice / once:.1f}")


if __name__ == "__main__":
    main()
