"""Words that belong to a number: the verb that it stands behind, and the noun in the plural that it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_BEFORE: int = lexicons.parameters("differences")["countedapart"]["before"]


def verb_before(pair: Pair, side: Side, count: Count) -> int | None:
    """The verb that a number stands behind in its clause: "sold" of "sold to a farmer for $70"."""
    version = pair.versions[side]
    return next((at for at in pair.before(side, count.words, _BEFORE) if is_verb(version, at)), None)


def plural_counted(version: Version, count: Count) -> int | None:
    """The noun in the plural that is counted."""
    return next((at for at in count.counted if singular(version.forms[at]) != version.forms[at]), None)


def lead_of(version: Version, count: Count) -> int:
    """The word before a number and its article: the "of" of "three of its five carriages"; -1 for none."""
    at = count.words.start - 1
    while at > 0 and version.forms[at] in lexicons.words("definite_words"):
        at -= 1
    return at


def is_partitive(version: Version, count: Count) -> bool:
    """Whether it is so many of what is known: "of the loan", "of its members"."""
    behind = version.forms[count.words.stop : count.words.stop + 2]
    return behind[:1] == ("of",) and not lexicons.words("definite_words").isdisjoint(behind[1:])


def lower_side(left: Count, right: Count) -> Side:
    """The side of the lower of two numbers; the right one of numbers that may be equal."""
    return 0 if left.quantity.high < right.quantity.low else 1
