"""Claims → sides: what the measures of a pair need of each claim, computed once per claim, not per pair."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cache, cached_property, lru_cache
from operator import attrgetter

from attrs import frozen

from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related_bases
from claimcompare.records import Claim, Features, Span
from claimcompare.text.stemming import stem

_FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@frozen(kw_only=True)
class Side:
    """One claim as the measures see it; weights are in nats of rarity, function words at a discount.

    Attributes:
        stems: of its terms, in order; ``forms`` and ``weights`` likewise.
        vector: each stem's weight, once; ``total`` their sum; ``unit`` the vector scaled to length one.
        who: stems of whom it names, with what they are called before their names, and of who says it.
        told: the sum of the weights of all other stems.
        persons: the last names of the persons whom it names.
        quoted: stems within quotation marks.
        figures: the numbers that it names.
        rarity: the weight of each stem of the story.
        days: the days, months and weekdays that it names, in normal form.
        dated: the stems of each day that it names with its year.
    """

    claim: Claim
    forms: tuple[str, ...]
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    vector: Mapping[str, float]
    unit: Mapping[str, float]
    total: float
    names: frozenset[str]
    who: frozenset[str]
    told: float
    persons: frozenset[str]
    quoted: frozenset[str]
    figures: frozenset[float]
    days: frozenset[str]
    dated: Mapping[str, frozenset[str]]
    content: int
    rarity: Mapping[str, float]

    # Most sides are given up before anyone asks for these, and they are the large ones.
    @cached_property
    def grams(self) -> dict[str, float]:
        """Four-letter runs of the words, with the weight of the rarest word that has them."""
        return _grams(self.forms, self.weights)

    @cached_property
    def grams_norm(self) -> float:
        """Their length as a vector."""
        return _length(self.grams.values())

    @cached_property
    def related(self) -> dict[str, float]:
        """For each stem of the story that is related to one of its own, how much of that one's weight it carries."""
        return _related(self.vector, self.rarity)


def side_of(whole: Features, rarity: Mapping[str, float], persons: Set[str]) -> Side:
    """The side of a whole sentence, with the weight of each stem, and the last names of all persons."""
    stems = tuple(term.stem for term in whole.terms)
    weights = _weights(stems, rarity)
    vector = dict(zip(stems, weights, strict=True))
    names = _stems_in(whole, [name.span for name in whole.names])
    who = (
        names
        | _called(whole)
        | _stems_in(whole, [part for one in whole.attributions for part in (one.source, one.cue)])
    )
    return Side(
        claim=whole.claim,
        forms=tuple(term.form for term in whole.terms),
        stems=stems,
        weights=weights,
        vector=vector,
        unit=_scaled(vector),
        total=math.fsum(vector.values()),
        names=names,
        who=who,
        told=math.fsum([weight for name, weight in vector.items() if name not in who]),
        persons=frozenset(name.words[-1].lower() for name in whole.names) & persons,
        quoted=_stems_in(whole, [quotation.span for quotation in whole.quotations]),
        figures=frozenset(quantity.low for quantity in whole.quantities),
        days=frozenset(date.key for date in whole.dates if date.duration is None),
        dated={date.key: _stems_in(whole, [date.span]) for date in whole.dates if _FULL_DAY.fullmatch(date.key)},
        content=len(stems) - sum(map(_function_stems().__contains__, stems)),
        rarity=rarity,
    )


def _called(whole: Features) -> frozenset[str]:
    """The stems of what somebody is called right before the name: "Interior Minister" Ann Doe."""
    terms, text, start = whole.terms, whole.claim.text, whole.claim.span.start
    first = {name.span.start for name in whole.names}
    found = set()
    for at in (at for at, term in enumerate(terms) if term.start in first):
        for before, after in zip(reversed(terms[:at]), reversed(terms[1 : at + 1]), strict=True):
            if not text[before.end - start : after.start - start].isspace() or not _may_be_title(before.form):
                break
            found.add(before.stem)
    return frozenset(found)


def _may_be_title(form: str) -> bool:
    if form[0].isupper():
        return form.lower() not in words("function_words")
    return form in words("person_nouns", "roles", "titles")


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(map(stem, words("function_words")))


def _weights(stems: Sequence[str], rarity: Mapping[str, float]) -> tuple[float, ...]:
    little, discount = _function_stems(), parameters("scoring")["function_word_discount"]
    return tuple([rarity[name] * discount if name in little else rarity[name] for name in stems])


def _length(values: Iterable[float]) -> float:
    return math.sqrt(math.fsum(value * value for value in values))


def _scaled(vector: Mapping[str, float]) -> dict[str, float]:
    length = _length(vector.values())
    return {name: weight / length for name, weight in vector.items()} if length else {}


def _stems_in(whole: Features, spans: Sequence[Span]) -> frozenset[str]:
    """The stems of the terms that begin in one of the spans."""
    if not spans:
        return frozenset()
    terms = sorted(whole.terms, key=attrgetter("start"))
    starts = [term.start for term in terms]
    within = (terms[bisect_left(starts, span.start) : bisect_left(starts, span.end)] for span in spans)
    return frozenset([term.stem for found in within for term in found])


def _grams(forms: Sequence[str], weights: Sequence[float]) -> dict[str, float]:
    grams: dict[str, float] = {}
    for weight, form in sorted(zip(weights, forms, strict=True)):
        grams.update(dict.fromkeys(_grams_of(form), weight))
    return grams


@lru_cache(maxsize=1 << 14)
def _grams_of(form: str) -> tuple[str, ...]:
    word = f"#{form.lower()}#"
    return tuple(word[at : at + 4] for at in range(len(word) - 3))


def _related(vector: Mapping[str, float], known: Mapping[str, float]) -> dict[str, float]:
    related: dict[str, float] = {}
    for name, weight in vector.items():
        for other, share in related_bases(name).items():
            if other in known:
                related[other] = max(related.get(other, 0.0), share * weight)
    return related
