"""Whether words of two versions have one frame: the same word before or after them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.lexicons import words

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_OPENING = -1


def is_framed(pair: Pair, left: range, right: range) -> bool:
    """Whether the word before both or after both is the same, or both open their claims.

    "Against Norvik" and "against Osland" are, and so are "killed Ann Doe" and "killing a driver".
    """
    if right.stop in pair.partner(0, left.stop):
        return True
    here, there = _word_before(pair.read[0], left.start), _word_before(pair.read[1], right.start)
    if here is None or there is None or _OPENING in (here, there):
        return here == there == _OPENING
    return there in pair.partner(0, here) or pair.read[0].stems[here] == pair.read[1].stems[there]


def _word_before(version: Version, at: int) -> int | None:
    """The word before ``at`` in the same clause, articles left out; -1 where it opens the claim."""
    while at > 0 and not version.gaps[at]:
        at -= 1
        if version.forms[at] not in words("articles"):
            return at
    return _OPENING if at == 0 else None
