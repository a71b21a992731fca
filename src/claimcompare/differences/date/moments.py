"""When something was, told by what else was: "hours after the vote", "ahead of her speech", "since he took office".

Before one thing here and after it there is a conflict; during it here and not there a shift. Moments by two other
things may both be true, and are details.
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import is_noun, is_of_name_or_date, is_participle
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import Point
from claimcompare.lexicons import parameters, table
from claimcompare.records import Span
from claimcompare.text.marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Severity

_SETTINGS = parameters("differences")["moments"]
_LONGEST: int = _SETTINGS["longest"]
_REACH: int = _SETTINGS["reach"]
_OPPOSED = frozenset({"before", "after"})


@frozen
class _Moment:
    """Words that place an act by another: their tokens, and whether it was before, after or during that."""

    indexes: range
    relation: str


def moments(pair: Pair) -> Iterator[Point]:
    """The points on which two versions place an act otherwise by the same other act."""
    lefts, rights = (list(_moments(version)) for version in pair.versions)
    for left in lefts:
        right = next((one for one in rights if _by_one_act(pair, left, one)), None)
        if right is None:
            continue
        rights.remove(right)
        if left.relation != right.relation and _of_one_act(pair, left, right):
            severity: Severity = "conflict" if {left.relation, right.relation} == _OPPOSED else "shift"
            yield _point(pair, left, right, severity)


@cache
def _openers() -> dict[tuple[str, ...], str]:
    return {tuple(words.split()): relation for words, relation in table("moments")}


@lru_cache(maxsize=KEPT)
def _moments(version: Version) -> tuple[_Moment, ...]:
    """The moments of a version."""
    first = _first_words()
    return tuple(found for at, form in enumerate(version.forms) if form in first and (found := _moment_at(version, at)))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words[0] for words in _openers())


def _moment_at(version: Version, at: int) -> _Moment | None:
    """The moment that begins at a word; one that names a date is a date."""
    for length in range(max(map(len, _openers())), 0, -1):
        relation = _openers().get(version.forms[at : at + length])
        if relation is not None:
            if any(version.gaps[at + 1 : at + 1 + length]):
                return None  # an adverb with a comma after it: "before, he said"
            told = range(at + length, _end(version, at + length))
            span = Span(version.features.tokens[at].start, version.features.tokens[told.stop - 1].end)
            dated = any(one.span.overlap(span) for one in version.features.dates)
            empty = not any(version.content[place] for place in told)
            return None if dated or empty else _Moment(range(at, told.stop), relation)
    return None


def _end(version: Version, start: int) -> int:
    """Where the clause ends, or the words are many."""
    most = min(len(version.forms), start + _LONGEST)
    return next((at for at in range(start + 1, most) if version.gaps[at].strip(QUOTATION_MARKS + ".")), most)


def _by_one_act(pair: Pair, left: _Moment, right: _Moment) -> bool:
    """Whether both place something by the same other act."""
    common = pair.reached(0, left.indexes[1:]) & set(right.indexes[1:])
    return any(pair.content[1][at] for at in common)


def _of_one_act(pair: Pair, left: _Moment, right: _Moment) -> bool:
    """Whether it is one act that both place: the verbs beside the moments correspond, or words there do."""
    here, there = _beside(pair, 0, left), _beside(pair, 1, right)
    verbs = [
        [at for at in words if _looks_verbal(pair.versions[side], at)][:1] for side, words in ((0, here), (1, there))
    ]
    if all(verbs):
        here, there = verbs
    return any(corresponds(pair, one, other) for one, other in product(here, there))


def _beside(pair: Pair, side: Side, moment: _Moment) -> list[int]:
    """The words of what happened then: those before the moment, nearest first, or else those after it."""
    before = pair.before(side, moment.indexes, _REACH)
    if before:
        return before
    behind = range(moment.indexes.stop, min(len(pair.tokens(side)), moment.indexes.stop + _REACH))
    return [at for at in behind if pair.content[side][at]]


def _looks_verbal(version: Version, at: int) -> bool:
    """Whether a word looks like a verb of a clause."""
    return is_participle(version.forms[at]) and not is_noun(version, at) and not is_of_name_or_date(version, at)


def _point(pair: Pair, left: _Moment, right: _Moment, severity: Severity) -> Point:
    return point("date", severity, pair.marks(left.indexes, right.indexes), f"moment_{severity}", aspect="moment")
