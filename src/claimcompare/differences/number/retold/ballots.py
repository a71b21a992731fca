"""Votes told as a score here and otherwise there: "voted 5-2", "six of the seven backed it", "a margin of three"."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import SCORE, counts_of
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Mark, Pair, Point, Side
    from claimcompare.records import Quantity

_SETTINGS = lexicons.parameters("differences")["ballots"]
_REACH: int = _SETTINGS["reach"]
_BEFORE: int = _SETTINGS["before"]
_LEAST_SHARED: int = _SETTINGS["least_shared"]
_VOTE = "vote"
_PRO, _CONTRA = "pro", "contra"


@frozen
class _Ballot:
    """How many were on the one side and on the other, and where it stands; ``told`` as a score it has no sides."""

    span: Span
    votes: tuple[float, float]
    told: bool


def ballots(pair: Pair) -> Iterator[Point]:
    """The point on which two versions tell one vote otherwise, one of them by how many were for it or by its margin."""
    told = [_ballot(version) for version in pair.versions]
    if told[0] is not None and told[1] is not None:
        if _contradict(told[0], told[1]):
            yield point("number", "conflict", (_mark(pair, 0, told[0]), _mark(pair, 1, told[1])))
        return
    for side in SIDES:
        ballot, margin = told[side], _margin(pair.versions[OTHER[side]])
        if ballot is not None and margin is not None and _is_not_by(pair, ballot, margin):
            marks = _mark(pair, side, ballot), pair.mark(OTHER[side], margin.span, f"{margin.low:g}")
            yield point("number", "conflict", left_first(side, *marks))


def _contradict(left: _Ballot, right: _Ballot) -> bool:
    """Whether two ballots of as many voters are not one."""
    if (left.told and right.told) or sum(left.votes) != sum(right.votes):
        return False
    sided = not (left.told or right.told)
    return not (left.votes == right.votes or (not sided and left.votes == right.votes[::-1]))


def _is_not_by(pair: Pair, ballot: _Ballot, margin: Quantity) -> bool:
    """Whether a vote was not decided by that margin: "88 votes to 41", "a margin of three votes"."""
    shared = sum(pair.content[0][at] and pair.shares(0, at) for at in range(len(pair.tokens(0))))
    fitting = (*ballot.votes, abs(ballot.votes[0] - ballot.votes[1]))  # "a majority of nine votes" may be of nine
    return margin.low not in fitting and shared >= _LEAST_SHARED


def _mark(pair: Pair, side: Side, ballot: _Ballot) -> Mark:
    return pair.mark(side, ballot.span, "-".join(f"{number:g}" for number in ballot.votes))


@lru_cache(maxsize=KEPT)
def _margin(version: Version) -> Quantity | None:
    """The only number of votes by which a vote was decided: "a margin of three votes", "a three-vote majority"."""
    found = [one for one in version.features.quantities if _is_exact(one) and _is_margin(version, one)]
    return found[0] if len(found) == 1 else None


def _is_margin(version: Version, quantity: Quantity) -> bool:
    place, margins = version.indexes(quantity.span), lexicons.words("margin_words")
    if not place:
        return False
    around = version.forms[place.start : place.stop + 1]
    led = not margins.isdisjoint(version.forms[max(0, place.start - 2) : place.start])
    followed = not margins.isdisjoint(version.forms[place.stop : place.stop + 2])
    return (led or followed) and _VOTE in map(singular, around)


@lru_cache(maxsize=KEPT)
def _ballot(version: Version) -> _Ballot | None:
    """The only vote that a version tells of."""
    scores = [
        _Ballot(one.span, (one.quantity.high, one.quantity.low), told=True)
        for one in counts_of(version)
        if is_vote(version, one)
    ]
    found = [*scores, *_parts(version)]
    return found[0] if len(found) == 1 else None


def is_vote(version: Version, score: Count) -> bool:
    """Whether a score is of a vote: "a 5-4 ruling", "voted 52 to 48"."""
    start, stop = score.words.start, score.words.stop
    around = version.forms[max(0, start - _BEFORE) : stop + 2]
    return score.quantity.unit == SCORE and not lexicons.words("vote_words").isdisjoint(around)


def _parts(version: Version) -> Iterator[_Ballot]:
    """The votes told by how many of the voters were for or against: "one of the seven opposed it"."""
    quantities = version.features.quantities
    for part, whole in pairwise(quantities):
        here, there = version.indexes(part.span), version.indexes(whole.span)
        if not (_is_plain(part) and _is_plain(whole) and here and there) or part.low > whole.low:
            continue
        between = version.forms[here.stop : there.start]
        if between[:1] != ("of",) or lexicons.words("definite_words").isdisjoint(between[1:]):
            continue
        stance = _stance(version, here.start, there.stop)
        rest = whole.low - part.low
        if stance is not None:
            votes = (part.low, rest) if stance == _PRO else (rest, part.low)
            yield _Ballot(Span(part.span.start, whole.span.end), votes, told=False)


def _is_plain(quantity: Quantity) -> bool:
    return _is_exact(quantity) and quantity.unit is None and not quantity.ordinal


def _is_exact(quantity: Quantity) -> bool:
    return quantity.low == quantity.high and quantity.approximator is None


def _stance(version: Version, start: int, stop: int) -> str | None:
    """How the voters at these words voted: "opposed by one of the seven", "six of the nine backed it"; None: untold."""
    before = version.forms[max(0, start - _BEFORE) : start]
    if "by" in before:
        return next((_verbs()[form] for form in before if form in _verbs()), None)
    stances = [_verbs()[form] for form in version.forms[stop : stop + _REACH] if form in _verbs()]
    return None if not stances else _CONTRA if _CONTRA in stances[:2] else _PRO


@cache
def _verbs() -> dict[str, str]:
    return {row[0]: row[1] for row in lexicons.table("ballot_verbs")}
