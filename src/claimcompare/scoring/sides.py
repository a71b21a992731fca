"""Claims → sides: what the measures of a pair need of each claim, worked out once a claim and not once a pair."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from attrs import frozen

from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import neighbours
from claimcompare.records import Claim, Features, Token
from claimcompare.stemming import stem


@frozen(kw_only=True)
class Side:
    """One claim as the measures see it; weights are in nats of rarity, function words at a discount.

    Attributes:
        stems: of its tokens, in order; ``weights`` likewise.
        vector: each stem's weight, once; ``total`` their sum; ``unit`` the vector scaled to length one.
        predicate: the part of ``vector`` that is neither a name nor a title nor a reporting word: what is said, and
            not of whom.
        grams: four-letter runs of the words, with the weight of the rarest word that has them.
        phrases: neighbouring stems, two and three at a time, with their mean weight.
        related: for each stem that is related to one of its own, how much of that one's weight it carries.
        clauses: the stems of each clause and their weight, the whole claim first.
        numbers: its figures, as written without thousands separators.
        quoted: stems within quotation marks.
    """

    claim: Claim
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    vector: Mapping[str, float]
    unit: Mapping[str, float]
    total: float
    predicate: Mapping[str, float]
    predicate_norm: float
    grams: Mapping[str, float]
    grams_norm: float
    phrases: Mapping[tuple[str, ...], float]
    related: Mapping[str, float]
    clauses: tuple[tuple[frozenset[str], float], ...]
    numbers: frozenset[str]
    names: frozenset[str]
    quoted: frozenset[str]
    content: int


def side_of(whole: Features, clauses: Iterable[Features], rarity: Mapping[str, float]) -> Side:
    """The side of a whole sentence and its clauses, with the weight of each stem."""
    stems = tuple(token.stem for token in whole.tokens)
    weights = tuple(_weight(name, rarity) for name in stems)
    vector = dict(zip(stems, weights, strict=True))
    names = _name_stems(whole)
    predicate = {s: w for s, w in vector.items() if s not in names and s not in _unsaying()}
    grams = _grams(whole.tokens, weights)
    return Side(
        claim=whole.claim,
        stems=stems,
        weights=weights,
        vector=vector,
        unit=_scaled(vector),
        total=math.fsum(vector.values()),
        predicate=predicate,
        predicate_norm=_length(predicate.values()),
        grams=grams,
        grams_norm=_length(grams.values()),
        phrases=_phrases(stems, weights),
        related=_related(vector),
        clauses=tuple(_weighed(one, vector) for one in (whole, *clauses)),
        numbers=frozenset(
            t.form.replace(",", "") for t in whole.tokens if t.form[-1:].isdigit() or t.form[:1].isdigit()
        ),
        names=names,
        quoted=_quoted_stems(whole),
        content=sum(name not in _function_stems() for name in stems),
    )


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, words("function_words")))


@cache
def _unsaying() -> frozenset[str]:
    """Stems that tell nothing of what is claimed: function words and reporting words."""
    return _function_stems() | frozenset(map(stem, words("reporting_words")))


def _weight(name: str, rarity: Mapping[str, float]) -> float:
    return rarity[name] * (parameters("scoring")["function_word_discount"] if name in _function_stems() else 1.0)


def _length(values: Iterable[float]) -> float:
    return math.sqrt(math.fsum(value * value for value in values))


def _scaled(vector: Mapping[str, float]) -> dict[str, float]:
    length = _length(vector.values())
    return {name: weight / length for name, weight in vector.items()} if length else {}


def _name_stems(whole: Features) -> frozenset[str]:
    spans = [name.span for name in whole.names]
    return frozenset(t.stem for t in whole.tokens if any(s.start <= t.start < s.end for s in spans))


def _quoted_stems(whole: Features) -> frozenset[str]:
    spans = [quotation.span for quotation in whole.quotations]
    return frozenset(t.stem for t in whole.tokens if any(s.start <= t.start < s.end for s in spans))


def _grams(tokens: Sequence[Token], weights: Sequence[float]) -> dict[str, float]:
    grams: dict[str, float] = {}
    for token, weight in zip(tokens, weights, strict=True):
        word = f"#{token.form.lower()}#"
        for at in range(len(word) - 3):
            gram = word[at : at + 4]
            if grams.get(gram, 0.0) < weight:
                grams[gram] = weight
    return grams


def _phrases(stems: Sequence[str], weights: Sequence[float]) -> dict[tuple[str, ...], float]:
    return {
        tuple(stems[at : at + size]): math.fsum(weights[at : at + size]) / size
        for size in (2, 3)
        for at in range(len(stems) - size + 1)
    }


def _weighed(clause: Features, vector: Mapping[str, float]) -> tuple[frozenset[str], float]:
    stems = frozenset(token.stem for token in clause.tokens)
    return stems, math.fsum(vector[name] for name in stems)


def _related(vector: Mapping[str, float]) -> dict[str, float]:
    related: dict[str, float] = {}
    for name, weight in vector.items():
        for other, similarity in neighbours(name).items():
            if related.get(other, 0.0) < similarity * weight:
                related[other] = similarity * weight
    return related
