"""One version judges what both name: "the draconian law", where the other has "the law" alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.view import Pair, Side


def judged_by_one(pair: Pair) -> Iterator[Point]:
    """The points at which a word that judges stands before a noun of both, and nothing of the kind in the other."""
    for side in SIDES:
        forms = pair.versions[side].forms
        for at in (at for at, form in enumerate(forms) if form in lexicons.words("evaluative_words")):
            noun = _bare_noun(pair, side, at)
            if noun is not None:
                judged = in_whole_words(pair, side, range(at, at + 2))
                yield point("label", "shift", pair.marks(*left_first(side, judged, range(noun, noun + 1))), "judged")


def _bare_noun(pair: Pair, side: Side, at: int) -> int | None:
    """Where the other version has the noun behind a word of this one's own, with no word before it that says more."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if at in pair.partners[side] or at in version.named or version.stems[at] in other.stems:
        return None
    if not pair.shares(side, at + 1) or not version.content[at + 1] or version.gaps[at + 1]:
        return None
    noun = pair.partner(side, at + 1)[0]
    says_more = noun > 0 and other.content[noun - 1] and not other.gaps[noun]
    return None if says_more else noun
