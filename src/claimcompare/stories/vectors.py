"""Reports → vectors of the weights of their words, in compact rows: a corpus has millions of entries."""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from claimcompare.lexicons import parameters
from claimcompare.lexicons.frequencies import sentence_share
from claimcompare.text.stemming import stem

_WORD = re.compile(r"[^\W_]{2,40}")


@frozen(kw_only=True)
class Vectors:
    """Rows of length one: those of report ``i`` stand at ``starts[i]:starts[i + 1]``.

    Attributes:
        stems: numbers of stems, ascending within a row; ``weights`` likewise, above 0.
        width: how many stems there are.
    """

    stems: array[int]
    weights: array[float]
    starts: array[int]
    width: int

    def __len__(self) -> int:
        return len(self.starts) - 1

    def row(self, number: int) -> Iterator[tuple[int, float]]:
        """The stems of a report with their weights."""
        places = slice(self.starts[number], self.starts[number + 1])
        return zip(self.stems[places], self.weights[places], strict=True)


def report_vectors(texts: Iterable[str], common: int) -> Vectors:
    """The vector of each text: for each stem ``(1 + ln count)`` times a power of its rarity, scaled to length one.

    A stem of more than ``common`` texts weighs nothing. One that a single text has counts for the length alone.
    """
    stems, counts, starts = array("i"), array("i"), array("q", [0])
    numbers = _StemNumbers()
    for text in texts:
        found = Counter(map(numbers.__getitem__, _WORD.findall(text.lower())))
        own = sorted(found)
        stems.extend(own)
        counts.extend(map(found.__getitem__, own))
        starts.append(len(stems))
    return _weighted(stems, counts, starts, _rarity(stems, len(starts) - 1, list(numbers.of_stems), common))


class _StemNumbers(dict[str, int]):
    """For each word the number of its stem; a new stem gets the next one.

    Attributes:
        of_stems: the stems that have a number, in the order of these.
    """

    def __init__(self) -> None:
        self.of_stems: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self.of_stems.setdefault(stem(word), len(self.of_stems))
        return number


def _rarity(stems: Sequence[int], texts: int, names: Sequence[str], common: int) -> list[float]:
    """For each stem a power of its rarity in nats, negative where a single text has it, and 0 where it is common.

    Counted among the texts and smoothed towards general news English (Dirichlet smoothing, Zhai and Lafferty 2004):
    where all reports are of one story, the story's own words are still rare. The power sets names apart from the words
    of a form: all earnings reports have "net" and "shr", and two are of one story when they name one company.
    """
    settings = parameters("stories")
    prior, sentences = settings["prior_reports"], settings["sentences_a_report"]
    holding = [0] * len(names)
    for number in stems:
        holding[number] += 1
    rarity = []
    for name, count in zip(names, holding, strict=True):
        usual = min(1.0, sentences * sentence_share(name, settings["unseen_share"]))
        rare = (-math.log((count + prior * usual) / (texts + prior))) ** settings["rarity_power"]
        rarity.append((rare if count > 1 else -rare) if count <= common else 0.0)
    return rarity


def _weighted(stems: array[int], counts: array[int], starts: array[int], rarity: Sequence[float]) -> Vectors:
    """The rows with their weights, scaled to length one; stems that weigh nothing or less are left out."""
    kept, weights, rows = array("i"), array("d"), array("q", [0])
    tempered: Mapping[int, float] = {count: 1.0 + math.log(count) for count in set(counts)}
    for first, last in pairwise(starts):
        row = [(stems[at], tempered[counts[at]] * rarity[stems[at]]) for at in range(first, last) if rarity[stems[at]]]
        length = math.sqrt(math.fsum(weight * weight for _, weight in row))
        for number, weight in row:
            if weight > 0.0:
                kept.append(number)
                weights.append(weight / length)
        rows.append(len(kept))
    return Vectors(stems=kept, weights=weights, starts=rows, width=len(rarity))
