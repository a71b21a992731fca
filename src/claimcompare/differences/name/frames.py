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
    return _same_before(pair, left.start, right.start)


def are_placed_otherwise(pair: Pair, left: range, right: range) -> bool:
    """Whether two prepositions for a place lead to them: "in Tarn" may well be "near Osland"."""
    here, there = _word_before(pair.versions[0], left.start), _word_before(pair.versions[1], right.start)
    if here is None or there is None or _OPENING in (here, there):
        return False
    return pair.versions[0].forms[here] != pair.versions[1].forms[there] and _are_both_places(pair, here, there)


def _same_before(pair: Pair, left: int, right: int) -> bool:
    here, there = _word_before(pair.versions[0], left), _word_before(pair.versions[1], right)
    if here is None or there is None or _OPENING in (here, there):
        return here == there == _OPENING
    if there in pair.partner(0, here) or pair.versions[0].stems[here] == pair.versions[1].stems[there]:
        return True
    return _are_both_places(pair, here, there) and _same_before(pair, here, there)


def _are_both_places(pair: Pair, left: int, right: int) -> bool:
    """Whether both words are prepositions for a place, which two reports may choose in other ways: "at", "on"."""
    return pair.versions[0].forms[left] in words("where_words") and pair.versions[1].forms[right] in words(
        "where_words"
    )


def _word_before(version: Version, at: int) -> int | None:
    """The word before ``at`` in the same clause, articles left out; -1 where it opens the claim."""
    while at > 0 and not version.gaps[at]:
        at -= 1
        if version.forms[at] not in words("articles"):
            return at
    return _OPENING if at == 0 else None
