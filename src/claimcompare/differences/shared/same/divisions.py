"""Versions of two that a word parts: the women's race and the men's, the singles and the doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.negators import negators_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.view import Pair


def are_of_two_divisions(pair: Pair) -> bool:
    """Whether each version has one of two words that part a thing, and not the other."""
    here, there = (set(version.forms) for version in pair.versions)
    return any(
        {one, other} & here == {first} and {one, other} & there == {second}
        for one, other in lexicons.table("divisions")
        for first, second in ((one, other), (other, one))
    )


def say_the_opposite(pair: Pair) -> bool:
    """Whether a word of one is the opposite of one of the other, or denied: won in Tarn, lost in Norvik."""
    if len(negators_of(pair.versions[0])) != len(negators_of(pair.versions[1])):
        return True
    opposed = (link for link in pair.links if link.relation == "antonym")
    return are_of_two_divisions(pair) or any(pair.versions[0].named.isdisjoint(link.left) for link in opposed)
