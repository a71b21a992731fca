"""Whether two names that are told alike are of two, and whether their versions can be of one thing at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.who.nameforms import may_be_one_name
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import Name


def are_two(pair: Pair, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the words of two names are of two, of which neither stands in the other report's versions."""
    return not may_be_one_name(left, right) and is_unsaid(left, pair.said[1]) and is_unsaid(right, pair.said[0])


def is_unsaid(words: Sequence[str], said: Set[str]) -> bool:
    """Whether the words of a name that are its own stand nowhere in the other report, or one of it at all does not."""
    own = {stem(word) for word in words if word not in lexicons.words("common_words")}
    return said.isdisjoint(own) if own else not {stem(word) for word in words} <= said


def counted_apart(pair: Pair) -> bool:
    """Whether both have numbers, or dates, and none in common."""
    numbers = [{(one.low, one.high) for one in version.quantities} for version in pair.features]
    days = [{one.key for one in version.dates} for version in pair.versions]
    return any(all(two) and two[0].isdisjoint(two[1]) for two in (numbers, days))


def who_say_it(pair: Pair, left: Name, right: Name) -> tuple[bool, bool]:
    """Which of two names are of who says it: two may say the same, which is told as an attribution."""
    here, there = (
        any(attributed.source.covers(name.span) for attributed in version.attributions)
        for version, name in zip(pair.features, (left, right), strict=True)
    )
    return here, there
