"""Plain pairs of sentences, as somebody types them who tries the tool: is a conflict told where both cannot be true?

    python benchmarks/plain.py            # a table
    python benchmarks/plain.py --wrong    # and each pair that it gets wrong

The pairs are in ``plain/``, a file a subject, with C before those that cannot both be true and N before those that can.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from claimcompare import compare_claims

FOLDER = Path(__file__).parent / "plain"


@frozen(kw_only=True)
class Pair:
    """Two sentences, and whether they contradict each other."""

    left: str
    right: str
    contradict: bool

    @property
    def told(self) -> bool:
        """Whether a conflict is told."""
        return any(one.severity == "conflict" for one in compare_claims(self.left, self.right).differences)


def pairs_of(file: Path) -> Iterator[Pair]:
    """The pairs of a file.

    Raises:
        ValueError: a line has not three parts.
    """
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            sort, left, right = line.split("|")
            yield Pair(left=left, right=right, contradict=sort == "C")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--wrong", action="store_true", help="list the pairs that it gets wrong")
    wrong = parser.parse_args().wrong
    print(f"{'':24s}{'contradictions told':>24s}{'told of pairs without':>24s}")
    for file in sorted(FOLDER.glob("*.txt")):
        told = [(pair, pair.told) for pair in pairs_of(file)]
        count = Counter((pair.contradict, found) for pair, found in told)
        right, false = (f"{count[one, True]} of {count[one, True] + count[one, False]}" for one in (True, False))
        print(f"{file.stem:24s}{right:>24s}{false:>24s}")
        for pair, found in told if wrong else ():
            if pair.contradict != found:
                print(f"    {'missed' if pair.contradict else 'false '}  {pair.left} / {pair.right}")


if __name__ == "__main__":
    main()
