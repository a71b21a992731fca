"""Two sides → what speaks for their stating the same thing, each measure a number by itself.

The measures of one pair alone; what is around it is in ``surroundings``. Every measure is symmetric.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from rapidfuzz.distance import LCSseq

from claimcompare.lexicons import parameters
from claimcompare.scoring.pairs import Pair
from claimcompare.scoring.sides import Side

Shared = tuple[int, int, float]  # where a stem that both have is in the left and in the right side, and its weight


def _related_weight(here: Side, there: Side) -> float:
    """What the stems of ``there`` that ``here`` lacks are worth as relatives of the stems of ``here``."""
    wanted, found = there.vector, here.related
    return math.fsum([min(wanted[stem], found[stem]) for stem in wanted.keys() & found.keys() - here.vector.keys()])


def letters(pair: Pair) -> float:
    """Cosine of four-letter runs, which sees through spelling variants and inflection."""
    return _cosine(pair.left.grams, pair.right.grams, pair.left.grams_norm * pair.right.grams_norm)


def shared_weight(pair: Pair) -> float:
    """How much rare vocabulary both have, in log nats."""
    return math.log1p(pair.shared_weight)


def rarest_shared(pair: Pair) -> float:
    """The rarity of the rarest word that both have, in nats."""
    return max(map(pair.left.vector.__getitem__, pair.shared), default=0.0)


def coverage_besides_names(pair: Pair) -> float:
    """The share of what the longer one says, besides whom it names and who says it, that the other has too.

    Two sentences about one minister have his name, his office and a "said" in common, which is much of a short one.
    """
    left, right = pair.left, pair.right
    told = math.fsum([left.vector[stem] for stem in pair.shared - left.who - right.who])
    return told / (max(left.told, right.told) or 1.0)


def related(pair: Pair) -> float:
    """How much more of both is covered by related words (criticism and slammed), in log nats."""
    return math.log1p((_related_weight(pair.left, pair.right) + _related_weight(pair.right, pair.left)) / 2)


def same_order(pair: Pair) -> float:
    """The weight of the best local alignment of shared words (Smith and Waterman 1981), gaps costing, in log nats."""
    settings = parameters("scoring")
    links = list(_links(pair, _reach(pair, settings["most_links"])))
    return math.log1p(best_chain(links, settings["gap"]))


def common_sequence(pair: Pair) -> float:
    """The share of the shorter side's words that are in the other in the same order (longest common subsequence)."""
    fewer = min(len(pair.left.stems), len(pair.right.stems)) or 1
    return float(LCSseq.similarity(pair.left.stems, pair.right.stems)) / fewer


def names_shared(pair: Pair) -> float:
    """How many stems of names both have, at most four."""
    return min(len(pair.left.names & pair.right.names), 4)


def persons_apart(pair: Pair) -> float:
    """How many persons only one of both names, at most four."""
    return min(len(pair.left.persons ^ pair.right.persons), 4)


def numbers_shared(pair: Pair) -> float:
    """How many numbers both name, at most four."""
    return min(len(pair.left.figures & pair.right.figures), 4)


def quoted(pair: Pair) -> float:
    """How many quoted stems both have, in dozens, at most one."""
    return min(len(pair.left.quoted & pair.right.quoted), 12) / 12


def same_day(pair: Pair) -> float:
    """How many days both name, at most two, however they are written."""
    days = pair.left.days, pair.right.days
    if not all(days):
        return 0
    return min(_known(*days), _known(*reversed(days)), 2)


def _known(days: Iterable[str], others: Iterable[str]) -> int:
    """How many of these days are among the others."""
    return sum(any(_may_be_one(day, other) for other in others) for day in days)


def _may_be_one(here: str, there: str) -> bool:
    """``--08-31`` is ``2021-08-31``, since many reports leave out the year; 2001 is not 2021."""
    return here == there or ("--" in {here[:2], there[:2]} and here[-6:] == there[-6:])


def least_content(pair: Pair) -> float:
    """The content words of the shorter one, in logs: a short sentence needs more."""
    return math.log1p(min(pair.left.content, pair.right.content))


MEASURES: dict[str, Callable[[Pair], float]] = {
    function.__name__: function
    for function in (
        letters,
        shared_weight,
        rarest_shared,
        coverage_besides_names,
        related,
        same_order,
        common_sequence,
        names_shared,
        persons_apart,
        numbers_shared,
        quoted,
        same_day,
        least_content,
    )
}


def _cosine(left: Mapping[str, float], right: Mapping[str, float], norms: float) -> float:
    return math.fsum([left[key] * right[key] for key in left.keys() & right.keys()]) / norms if norms else 0.0


def _reach(pair: Pair, most: int) -> int:
    """How many words of each side are linked: all, or where that is more than ``most`` links, fewer from the start."""
    left, right = pair.left.stems, pair.right.stems
    reach = max(len(left), len(right))
    while min(reach, len(left)) * min(reach, len(right)) > most:
        there = Counter(stem for stem in right[:reach] if stem in pair.shared)
        if sum(there[stem] for stem in left[:reach]) <= most:
            break
        reach //= 2
    return reach


def _links(pair: Pair, reach: int) -> Iterator[Shared]:
    """Where each shared word is in both, with its weight; in the order of the left side and then of the right."""
    places: dict[str, list[int]] = {}
    for at, stem in enumerate(pair.right.stems[:reach]):
        if stem in pair.shared:
            places.setdefault(stem, []).append(at)
    for at, stem in enumerate(pair.left.stems[:reach]):
        if stem in places:
            yield from ((at, other, pair.left.weights[at]) for other in places[stem])


def best_chain(links: Sequence[Shared], gap: float) -> float:
    """The heaviest chain of links that runs forward in both, each word between two links costing ``gap``."""
    best: list[float] = []
    highest = 0.0
    for number, (i, j, weight) in enumerate(links):
        so_far = 0.0
        for k in range(number - 1, -1, -1):
            x, y, _ = links[k]
            along, across = i - x, j - y
            if highest - gap * (along - 1) <= so_far:
                break  # and the ones before are still farther away
            if along > 0 and across > 0:
                so_far = max(so_far, best[k] - gap * (max(along, across) - 1))
        best.append(weight + so_far)
        highest = max(highest, best[-1])
    return highest
