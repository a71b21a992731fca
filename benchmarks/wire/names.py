"""Made-up names: the n-th surname, town or firm, for every n, and draws among them as in running text.

How often the n-th name is drawn falls as a power of n (Zipf and Mandelbrot), without an end, so that new names keep
turning up and the vocabulary grows as a power of the text's length (Heaps) although nothing is remembered.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

PARTS = Path(__file__).parent / "names.txt"
EXPONENT, SHIFT = 0.7, 800.0  # set so that the vocabulary grows like that of news: about the 0.6th power of the words
_SCATTER = 13  # shares no divisor with the number of beginnings or ends, so that neighbours do not look alike
_MIDDLES = 2  # and then a name is a double one


@cache
def _lines(kind: str) -> tuple[str, ...]:
    """The lines of one kind."""
    _, _, rest = PARTS.read_text(encoding="utf-8").partition(f"\n[{kind}]\n")
    return tuple(line for line in rest.partition("\n[")[0].splitlines() if line)


@cache
def words(kind: str) -> tuple[str, ...]:
    """The names of a kind that has no more of them than are listed."""
    return tuple(_lines(kind)[0].split())


@cache
def _styles(kind: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
    return tuple(tuple(tuple(part.split()) for part in line.split(" / ")) for line in _lines(kind))


def name(kind: str, rank: int) -> str:
    """The made-up name of this rank; the rarer, the longer."""
    styles = _styles(kind)
    rank, style = divmod(rank, len(styles))
    starts, middles, ends = styles[style]
    rank, start = divmod(rank, len(starts))
    rank, end = divmod(rank, len(ends))
    parts = [starts[start * _SCATTER % len(starts)]]
    while rank and len(parts) <= _MIDDLES:
        rank, middle = divmod(rank - 1, len(middles))
        parts.append(middles[middle])
    whole = "".join(parts) + ends[(end * _SCATTER + start) % len(ends)]
    return f"{whole}-{name(kind, rank - 1)}" if rank else whole


def rank(chance: random.Random, exponent: float = EXPONENT, shift: float = SHIFT) -> int:
    """A rank drawn as names are in running text."""
    return int(shift * ((1.0 - chance.random()) ** (-1.0 / exponent) - 1.0))


def drawn(chance: random.Random, kind: str) -> str:
    """A made-up name as often as its rank has it."""
    return name(kind, rank(chance))


def misspelt(word: str) -> str:
    """The name as another desk spells it: Zalmay and Zalmai, Ghani and Gani."""
    for one, other in (("y", "i"), ("kh", "k"), ("ck", "k"), ("ll", "l"), ("ov", "off"), ("ia", "iya"), ("ei", "ey")):
        if one in word[1:]:
            return word[0] + word[1:].replace(one, other, 1)
    return word[0] + word[1:].replace("a", "e", 1)
