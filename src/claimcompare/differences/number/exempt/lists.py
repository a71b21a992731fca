"""Numbers in a row that another adds up: "25 jets and 15 planes" are 40, "three men and a fourth" four."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import counts_of
from claimcompare.differences.shared.syntax.verbs import is_verb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version

_SETTINGS = lexicons.parameters("differences")["sums"]
_REACH: int = _SETTINGS["reach"]
_LEAST: float = _SETTINGS["least"]


def is_sum_of_list(version: Version, own: Count, total: Count) -> bool:
    """Whether a number and its neighbours in a list add up to another, or one more is told with its rank."""
    value = total.quantity.low
    if total.quantity.ordinal or own.quantity.ordinal or value != total.quantity.high:
        return False
    if value >= _LEAST and any(
        math.isclose(value, sum(one.quantity.low for one in run)) for run in _runs(version, own)
    ):
        return True
    return value > own.quantity.low and value == _last_rank(version, own)


def _runs(version: Version, own: Count) -> Iterator[Sequence[Count]]:
    """The stretches of several neighbouring numbers that a number is in, of one unit and joined by commas and "and"."""
    numbers = [one for one in counts_of(version) if not one.quantity.ordinal]
    breaks = [at for at, (one, other) in enumerate(pairwise(numbers), 1) if not _are_joined(version, one, other)]
    place = numbers.index(own)
    first = max((at for at in breaks if at <= place), default=0)
    last = min((at for at in breaks if at > place), default=len(numbers))
    yield from (
        numbers[start:stop]
        for start in range(first, place + 1)
        for stop in range(place + 1, last + 1)
        if stop - start > 1
    )


def _are_joined(version: Version, one: Count, other: Count) -> bool:
    """Whether a comma or an "and" and no verb is between two numbers that are near, and of one unit."""
    between = range(one.words.stop, other.words.start)
    if one.quantity.unit != other.quantity.unit or not 0 < len(between) <= _REACH:
        return False
    joined = any(version.forms[at] == "and" for at in between) or any(
        version.gaps[at] == "," for at in (*between, other.words.start)
    )
    return joined and not any(is_verb(version, at) for at in between)


def _last_rank(version: Version, own: Count) -> float:
    """The rank of the last that is added one by one: of "three men, a fourth and a fifth" five; else nothing."""
    value = own.quantity.low
    for one in counts_of(version):
        led = version.form(one.words.start - 1) in lexicons.words("articles")
        if one.quantity.ordinal and led and one.quantity.low == value + 1 and one.words.start > own.words.start:
            value += 1
    return value if value > own.quantity.low else 0.0
