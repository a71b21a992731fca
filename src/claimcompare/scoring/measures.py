"""Two sides → what speaks for their stating the same thing, each measure a number by itself.

The measures of one pair alone; what stands around it is in ``surroundings``. Every measure is symmetric.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from functools import cached_property

from attrs import frozen
from rapidfuzz.distance import LCSseq

from claimcompare.lexicons import parameters
from claimcompare.scoring.sides import Side


@frozen(kw_only=True)
class Pair:
    """Two sides, and what several measures need of both."""

    left: Side
    right: Side
    cosine: float

    @cached_property
    def shared(self) -> dict[str, float]:
        """The weight of each stem that both have."""
        left, right = sorted((self.left.vector, self.right.vector), key=len)
        return {stem: weight for stem, weight in left.items() if stem in right}

    @cached_property
    def shared_weight(self) -> float:
        """The sum of these weights, in nats."""
        return math.fsum(self.shared.values())

    @cached_property
    def related_weight(self) -> float:
        """What the related words of both are worth, in nats."""
        return (_related_weight(self.left, self.right) + _related_weight(self.right, self.left)) / 2


def _related_weight(here: Side, there: Side) -> float:
    """What the stems of ``there`` that ``here`` lacks are worth as relatives of the stems of ``here``."""
    return math.fsum(
        min(weight, here.related.get(stem, 0.0)) for stem, weight in there.vector.items() if stem not in here.vector
    )


def cosine(pair: Pair) -> float:
    """Cosine of the weighted stems (Salton and Buckley 1988)."""
    return pair.cosine


def predicate_cosine(pair: Pair) -> float:
    """The same for the predicate alone: names, titles and reporting words left out."""
    return _cosine(pair.left.predicate, pair.right.predicate, pair.left.predicate_norm * pair.right.predicate_norm)


def letters(pair: Pair) -> float:
    """Cosine of four-letter runs, which sees through spelling variants and inflection."""
    return _cosine(pair.left.grams, pair.right.grams, pair.left.grams_norm * pair.right.grams_norm)


def shared_weight(pair: Pair) -> float:
    """How much rare vocabulary both have, in log nats."""
    return math.log1p(pair.shared_weight)


def coverage_of_shorter(pair: Pair) -> float:
    """The share of the side with less to say that the other has too."""
    return pair.shared_weight / (min(pair.left.total, pair.right.total) or 1.0)


def coverage_of_longer(pair: Pair) -> float:
    """The share of the side with more to say that the other has too."""
    return pair.shared_weight / (max(pair.left.total, pair.right.total) or 1.0)


def related(pair: Pair) -> float:
    """How much more of both is covered by related words (criticism and slammed), in log nats."""
    return math.log1p(pair.related_weight)


def related_coverage(pair: Pair) -> float:
    """The share of the shorter side that is covered once related words count."""
    return (pair.shared_weight + pair.related_weight) / (min(pair.left.total, pair.right.total) or 1.0)


def phrases(pair: Pair) -> float:
    """Shared runs of two and three words, in log nats."""
    left, right = sorted((pair.left.phrases, pair.right.phrases), key=len)
    return math.log1p(math.fsum(weight for phrase, weight in left.items() if phrase in right))


def same_order(pair: Pair) -> float:
    """The weight of the best local alignment of shared words (Smith and Waterman 1981), gaps costing, in log nats."""
    return math.log1p(_best_chain(pair))


def common_sequence(pair: Pair) -> float:
    """The share of the shorter side's words that stand in the other in the same order (longest common subsequence)."""
    fewer = min(len(pair.left.stems), len(pair.right.stems)) or 1
    return float(LCSseq.similarity(pair.left.stems, pair.right.stems)) / fewer


def clause(pair: Pair) -> float:
    """The best pair of clauses: twice what they share over what they hold, small clauses held back."""
    held_back = parameters("scoring")["clause_prior"]
    shared = frozenset(pair.shared)
    mine = [(stems & shared, total + held_back) for stems, total in pair.left.clauses]
    its = [(stems & shared, total) for stems, total in pair.right.clauses]
    best: float = max(
        2 * math.fsum(map(pair.shared.__getitem__, here & there)) / (size + other)
        for here, size in mine
        for there, other in its
    )
    return best


def names_shared(pair: Pair) -> float:
    """How many stems of names both have, at most four."""
    return min(len(pair.left.names & pair.right.names), 4)


def numbers_shared(pair: Pair) -> float:
    """How many figures both have, at most two."""
    return min(len(pair.left.numbers & pair.right.numbers), 2)


def numbers_apart(pair: Pair) -> float:
    """How many figures only one of them has, where both have some; at most three."""
    if not (pair.left.numbers and pair.right.numbers):
        return 0.0
    return min(len(pair.left.numbers ^ pair.right.numbers), 3)


def quoted(pair: Pair) -> float:
    """How many quoted stems both have, in dozens, at most one."""
    return min(len(pair.left.quoted & pair.right.quoted), 12) / 12


def least_content(pair: Pair) -> float:
    """The content words of the shorter one, in logs: a short sentence needs more."""
    return math.log1p(min(pair.left.content, pair.right.content))


def length_ratio(pair: Pair) -> float:
    """How much longer one is than the other, in logs."""
    return abs(math.log((1 + pair.left.content) / (1 + pair.right.content)))


MEASURES: dict[str, Callable[[Pair], float]] = {
    function.__name__: function
    for function in (
        cosine,
        predicate_cosine,
        letters,
        shared_weight,
        coverage_of_shorter,
        coverage_of_longer,
        related,
        related_coverage,
        phrases,
        same_order,
        common_sequence,
        clause,
        names_shared,
        numbers_shared,
        numbers_apart,
        quoted,
        least_content,
        length_ratio,
    )
}


def _cosine(left: Mapping[str, float], right: Mapping[str, float], norms: float) -> float:
    fewer, more = sorted((left, right), key=len)
    return math.fsum(weight * more[key] for key, weight in fewer.items() if key in more) / norms if norms else 0.0


def _best_chain(pair: Pair) -> float:
    """The best chain of shared words that runs forward in both, each word between two links costing ``gap``."""
    gap = parameters("scoring")["gap"]
    places: dict[str, list[int]] = {}
    for at, stem in enumerate(pair.right.stems):
        if stem in pair.shared:
            places.setdefault(stem, []).append(at)
    links = [(i, j, pair.left.weights[i]) for i, stem in enumerate(pair.left.stems) for j in places.get(stem, ())]
    best: list[float] = []
    for number, (i, j, weight) in enumerate(links):
        so_far = 0.0
        for k in range(number):
            x, y, _ = links[k]
            if x < i and y < j:
                so_far = max(so_far, best[k] - gap * (max(i - x, j - y) - 1))
        best.append(weight + so_far)
    return max(best, default=0.0)
