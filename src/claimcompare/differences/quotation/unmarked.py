"""What one version quotes and the other takes over without the marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.view import OTHER, Mark, Point, left_first, longest_chain
from claimcompare.lexicons import parameters, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.view import Pair, Side

_SETTINGS = parameters("differences")["quotation"]
_LEAST_SHARED: int = _SETTINGS["least_shared"]
_LEAST_SHARE: float = _SETTINGS["least_share"]
_WHOLE_SHARE: float = _SETTINGS["whole_share"]
_LEAST_IN_ORDER: float = _SETTINGS["least_in_order"]
_WIDEST_GAP: int = _SETTINGS["widest_gap"]


def unmarked(pair: Pair, side: Side, quoted: range, others: Sequence[range]) -> Iterator[Point]:
    """The point that a side has words in marks, and the other, whose quotations are ``others``, has them outside."""
    other = OTHER[side]
    content = [at for at in quoted if pair.content[side][at]]
    reached = _reached(pair, side, quoted, others)
    if not reached:
        return
    stretch = _stretch(reached)
    if sum(pair.content[other][at] for at in stretch) < min(_LEAST_SHARED, len(content)):
        return
    marks = left_first(side, _mark(pair, side, quoted), _mark(pair, other, stretch))
    if len(reached) == len(content):
        yield point("quotation", "style", marks, "unmarked_whole", aspect="marks")
    else:
        yield point("quotation", "shift", marks, "unmarked", aspect="marks")


def _mark(pair: Pair, side: Side, indexes: Sequence[int]) -> Mark:
    """The mark; its value keeps the quotation marks where the words have them."""
    mark = pair.mark(side, pair.span(side, in_whole_words(pair, side, indexes)))
    return Mark(mark.spans, (f"“{mark.value}”",)) if pair.quoted[side].issuperset(indexes) else mark


def _reached(pair: Pair, side: Side, quoted: range, others: Sequence[range]) -> list[int]:
    """The words of the other version that correspond to a quotation and are not quoted there, if they are enough.

    Names, roles and titles are not: both speak of somebody. Where most of the quotation is there, a part of it in
    marks and a part outside, they are all its words.
    """
    other = OTHER[side]
    marked = {at for one in others for at in one}
    content, telling = sum(pair.content[side][at] for at in quoted), len(_telling(pair, side, quoted))
    everywhere = pair.reached(side, [at for at in quoted if pair.content[side][at]])
    outside = sorted(everywhere - marked)
    if not _in_order(pair, side, quoted, outside):
        return []
    if outside and len(everywhere) > _LEAST_SHARED and len(everywhere) >= _WHOLE_SHARE * content:
        return sorted(everywhere)
    if _are_enough(len(outside), content) and telling and _are_enough(len(_telling(pair, other, outside)), telling):
        return outside
    return []


def _are_enough(taken: int, words: int) -> bool:
    return taken >= max(min(_LEAST_SHARED, words), _LEAST_SHARE * words)


def _telling(pair: Pair, side: Side, indexes: Sequence[int]) -> list[int]:
    """The words of content that are no part of a name, and no role or title: "leader"."""
    version, roles = pair.versions[side], words("roles", "titles")
    own = (at for at in indexes if pair.content[side][at] and at not in version.named)
    return [at for at in own if version.forms[at] not in roles]


def _in_order(pair: Pair, side: Side, quoted: range, there: Sequence[int]) -> bool:
    """Whether most of these words of the other version stand in the order of the quotation, as when taken over."""
    wanted = set(there)
    links = [(at, one) for at in quoted for one in pair.partner(side, at) if one in wanted]
    return len(longest_chain(links)) > _LEAST_IN_ORDER * len(there)


def _stretch(indexes: Sequence[int]) -> list[int]:
    """The longest stretch of ``indexes`` without a wide gap."""
    runs: list[list[int]] = []
    for at in indexes:
        if runs and at - runs[-1][-1] <= _WIDEST_GAP:
            runs[-1].append(at)
        else:
            runs.append([at])
    return max(runs, key=len)
