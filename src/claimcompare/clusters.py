"""Matches → clusters: sets of claims in which everything is about the same claim, never a chain of pairs.

Matches are taken strongest first. A claim joins a cluster when it goes with its members on the whole and contradicts
none of them; where it does not, the match starts a cluster of its own. So a sentence that makes two claims is in
two clusters, and two clusters never grow together over it.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import combinations
from types import MappingProxyType

from attrs import evolve, frozen

from claimcompare.lexicons import parameters
from claimcompare.records import Claim, Features, Match, Span

Place = tuple[str, Span]  # a report, and a sentence of it

# Scores below this count as none, so that pairs below it need not be handed in.
LEAST_SCORE: float = parameters("clusters")["least_score"]

_OPPOSED = parameters("clusters")["opposed"]
LEAST_OPPOSED: float = _OPPOSED["least_score"]
_GROUPS_IN_COMMON: int = _OPPOSED["groups_in_common"]
_FEWEST_SENTENCES: int = _OPPOSED["fewest_sentences"]


@frozen(kw_only=True)
class Group:
    """Whole sentences of two or more reports that state the same thing, in the order of the reports.

    Attributes:
        representative: the index of the one closest to the others.
        strength: the mean score of its pairs, 0..1.
    """

    claims: tuple[Claim, ...]
    representative: int
    strength: float


class Scores:
    """The scores of the pairs that match; of others 0, or nothing if both claims are crowded and were not paired."""

    def __init__(self, matches: Sequence[Match], crowded: Mapping[str, Set[str]]) -> None:
        self._scores = {frozenset((match.left.id, match.right.id)): match.score for match in matches}
        self._crowded = crowded

    def between(self, claim: Claim, others: Sequence[Claim]) -> list[float]:
        """The scores of ``claim`` with those of ``others`` that another report makes, as far as they are known."""
        found = (self._score(claim.id, other.id) for other in others if other.report != claim.report)
        return [score for score in found if score is not None]

    def _score(self, one: str, other: str) -> float | None:
        unknown = one in self._crowded and other in self._crowded and other not in self._crowded[one]
        return self._scores.get(frozenset((one, other)), None if unknown else 0.0)


def claim_groups(
    matches: Sequence[Match], min_score: float, crowded: Mapping[str, Set[str]] = MappingProxyType({})
) -> tuple[Group, ...]:
    """The groups that the matches of at least ``min_score`` make; most reports first, then the strongest.

    ``crowded`` are the ids of claims with more near ones than were looked at, each with those that were: two of them
    that were not paired may be the same all the same.
    """
    scores = Scores(matches, crowded)
    found: list[list[Claim]] = []
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for match in sorted(matches, key=_strongest_first):
        if match.score < min_score:
            break
        if not holding[match.left.id] & holding[match.right.id]:
            _place(match, found, holding, scores)
    groups = (_group(claims, scores) for number, claims in enumerate(found) if not _is_told(number, found, holding))
    return tuple(_headed(sorted(groups, key=_order), scores))


def opposed_pairs(matches: Sequence[Match], groups: Sequence[Group]) -> tuple[Group, ...]:
    """Pairs of claims too unlike for a group that are about one thing if they contradict each other; likeliest first.

    Who contradicts somebody uses other words, and other numbers count against a match. So two claims that are each
    other's nearest are looked at all the same, if their reports have groups enough in common to be of one story,
    and so many sentences that the nearest of them is telling.
    """
    holding = _holding_groups(groups)
    common = Counter(pair for group in groups for pair in combinations(sorted({one.report for one in group.claims}), 2))
    nearest = _nearest_scores(matches)
    sentences = Counter(
        report for report, _ in {(end.report, end.span) for one in matches for end in (one.left, one.right)}
    )
    return tuple(
        _group([match.left, match.right], Scores([match], {}))
        for match in sorted(matches, key=_strongest_first)
        if match.score >= LEAST_OPPOSED
        and common[_reports(match)] >= _GROUPS_IN_COMMON
        and min(sentences[report] for report in _reports(match)) >= _FEWEST_SENTENCES
        and not holding[match.left.id] & holding[match.right.id]
        and match.score == nearest[match.left.id, match.right.report] == nearest[match.right.id, match.left.report]
    )


def _holding_groups(groups: Sequence[Group]) -> defaultdict[str, set[int]]:
    """For each claim the groups that hold it, by their place."""
    holding: defaultdict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for claim in group.claims:
            holding[claim.id].add(number)
    return holding


def _nearest_scores(matches: Sequence[Match]) -> dict[tuple[str, str], float]:
    """The best score of each claim with those of each other report, by the id of the claim and that of the report."""
    nearest: dict[tuple[str, str], float] = {}
    for match in matches:
        for own, other in ((match.left, match.right), (match.right, match.left)):
            key = own.id, other.report
            nearest[key] = max(match.score, nearest.get(key, 0.0))
    return nearest


def _reports(match: Match) -> tuple[str, str]:
    one, other = sorted((match.left.report, match.right.report))
    return one, other


def _headed(groups: Sequence[Group], scores: Scores) -> Iterator[Group]:
    """The groups, each under a sentence that heads none before it, where one is nearly as close to the others."""
    heading_share = parameters("clusters")["heading_share"]
    told: set[str] = set()
    for group in groups:
        headed = group
        if group.claims[group.representative].text in told:
            means = _means(group.claims, scores)
            own = [
                at
                for at in _ranked(group.claims, means)
                if means[at] >= heading_share * means[group.representative] and group.claims[at].text not in told
            ]
            headed = evolve(group, representative=own[0]) if own else group
        told.add(headed.claims[headed.representative].text)
        yield headed


def _is_told(number: int, found: Sequence[Sequence[Claim]], holding: Mapping[str, set[int]]) -> bool:
    """Whether all the claims of a group stand together in another one, so that it says nothing of its own."""
    own = found[number]
    others = set.intersection(*(holding[claim.id] for claim in own)) - {number}
    return any(len(found[other]) > len(own) or other < number for other in others)


def _place(match: Match, found: list[list[Claim]], holding: Mapping[str, set[int]], scores: Scores) -> None:
    """Puts the match into the cluster that has one of its claims and welcomes the other most, or else into a new one.

    ``holding`` says which clusters, by their place in ``found``, hold a claim.
    """
    offers = [
        (welcome, -number, claim)
        for claim, other in ((match.left, match.right), (match.right, match.left))
        for number in holding[other.id]
        for welcome in (_welcome(claim, found[number], scores),)
        if welcome is not None
    ]
    if offers:
        _, negative, claim = max(offers, key=lambda offer: offer[:2])
        joined, claims = -negative, [claim]
    else:
        found.append([])
        joined, claims = len(found) - 1, [match.left, match.right]
    found[joined] += claims
    for claim in claims:
        holding[claim.id].add(joined)


def _welcome(claim: Claim, members: Sequence[Claim], scores: Scores) -> float | None:
    """The mean score of ``claim`` with the members, None where it may not join them."""
    least_mean = parameters("clusters")["least_mean"]
    between = scores.between(claim, members)
    if not between or min(between) < LEAST_SCORE:
        return None
    mean = math.fsum(between) / len(between)
    return mean if mean >= least_mean else None


def _group(claims: Sequence[Claim], scores: Scores) -> Group:
    ordered = tuple(sorted(claims, key=lambda claim: (claim.report, claim.span)))
    means = _means(ordered, scores)
    return Group(claims=ordered, representative=_ranked(ordered, means)[0], strength=_mean(means))


def _means(claims: Sequence[Claim], scores: Scores) -> list[float]:
    """The mean score of each claim with those of other reports."""
    return [_mean(scores.between(claim, claims)) for claim in claims]


def _ranked(claims: Sequence[Claim], means: Sequence[float]) -> list[int]:
    """The places of the claims, the closest to the others first; of equals the fuller version is the better heading."""
    return sorted(range(len(claims)), key=lambda at: (-round(means[at], 2), -len(claims[at].span), at))


def _strongest_first(match: Match) -> tuple[object, ...]:
    return (-match.score, match.left.report, match.left.span, match.right.span)


def _order(group: Group) -> tuple[object, ...]:
    places = tuple((claim.report, claim.span) for claim in group.claims)
    return (-len({claim.report for claim in group.claims}), -group.strength, places)


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values) if values else 0.0


def shared_claims(
    group: Group, versions: Mapping[Place, Sequence[Features]], weights: Mapping[str, float]
) -> tuple[Claim, ...]:
    """For each sentence of the group the claim in it that the others share: a clause that holds it all, or the whole.

    ``versions`` gives the features of each sentence, the whole one first and then its clauses.
    """
    wholes = [versions[claim.report, claim.sentence][0] for claim in group.claims]
    return tuple(
        _shared_claim(versions[whole.claim.report, whole.claim.sentence], _support(whole, wholes, weights))
        for whole in wholes
    )


def _shared_claim(versions: Sequence[Features], support: Mapping[str, float]) -> Claim:
    needed = parameters("clusters")["span_share"] * math.fsum(support.values())
    return min(_holding(versions, support, needed), key=lambda claim: (len(claim.span), claim.span))


def _holding(versions: Sequence[Features], support: Mapping[str, float], needed: float) -> Iterator[Claim]:
    """The whole sentence, and the clauses of it that hold enough of what is shared."""
    yield versions[0].claim
    for clause in versions[1:]:
        if math.fsum(support.get(stem, 0.0) for stem in {term.stem for term in clause.terms}) >= needed > 0.0:
            yield clause.claim


def _support(whole: Features, wholes: Sequence[Features], weights: Mapping[str, float]) -> dict[str, float]:
    """For each stem of the sentence its weight, times the share of the others that have it too; names count little.

    Who is spoken of is not what is said: the frame of a quotation shares its speaker, and the claim is in the words.
    """
    others = [{term.stem for term in one.terms} for one in wholes if one.claim.report != whole.claim.report]
    names = _name_stems(whole)
    name_share = parameters("clusters")["name_share"]
    return {
        stem: (name_share if stem in names else 1.0)
        * weights[stem]
        * sum(stem in other for other in others)
        / len(others)
        for stem in {term.stem for term in whole.terms}
    }


def _name_stems(whole: Features) -> frozenset[str]:
    spans = [name.span for name in whole.names]
    return frozenset(t.stem for t in whole.terms if any(span.start <= t.start < span.end for span in spans))
