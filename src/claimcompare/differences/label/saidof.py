"""What the same quoted words are said of: "the report was 'a scandal'", "calling the hearing 'a scandal'".

Both cannot be right about what was said.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.quoted import quoted_alike
from claimcompare.differences.shared.view import SIDES, Point
from claimcompare.lexicons import parameters, words
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = parameters("differences")["naming"]
_REACH: int = _SETTINGS["reach"]
_SAME_QUOTATION: float = _SETTINGS["same_quotation"]
_FEWEST: int = _SETTINGS["fewest"]


def said_of(pair: Pair) -> Iterator[Point]:
    """The points on which the same quoted words are said of two things."""
    for likeness, left, right in quoted_alike(pair):
        shared = sum(pair.content[1][at] for at in pair.reached(0, left) & set(right))
        if likeness < _SAME_QUOTATION or shared < _FEWEST or _both_have_own_words(pair, left, right):
            continue
        here, there = _subject(pair, 0, left), _subject(pair, 1, right)
        if here and there and _have_nothing_in_common(pair, here, there):
            yield point("label", "conflict", pair.marks(here, there), "named")


def _both_have_own_words(pair: Pair, left: range, right: range) -> bool:
    """Whether the quotations differ in words of content: "a victory for Norvik", "a defeat for Norvik"."""
    own = zip(SIDES, (left, right), strict=True)
    return all(any(pair.content[side][at] and not pair.shares(side, at) for at in quoted) for side, quoted in own)


def _subject(pair: Pair, side: Side, quoted: range) -> list[int]:
    """The words of content that a quotation is said of: "the report was '...'", "calling the report '...'"."""
    version, last = pair.versions[side], quoted.start - 1
    stated = last > 0 and version.forms[last] in words("forms_of_be")
    before = pair.before(side, [last if stated else quoted.start], _REACH)
    verb = next((place for place, at in enumerate(before) if version.forms[at] in words("naming_verbs")), None)
    if verb is not None:
        return sorted(before[:verb])
    return before[:1] if stated else []


def _have_nothing_in_common(pair: Pair, left: Sequence[int], right: Sequence[int]) -> bool:
    """Whether no word of one is the same as a word of the other, or has to do with it."""
    here, there = {pair.versions[0].stems[at] for at in left}, {pair.versions[1].stems[at] for at in right}
    return here.isdisjoint(there) and not any(related(one, other) for one, other in product(here, there))
