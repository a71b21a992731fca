"""Who says it: another speaker, or said here and merely asserted there.

The attribution of a version is the one whose content covers most of the claim. A pronoun and a name may be the same
speaker; a version that is all quotation has its speaker in a sentence nearby, and one that speaks of the speaker itself
does not hide who says it. How it was said (a tweet, a statement) is told as well; another verb of the same speaker is a
matter of label.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.naming import named_by
from claimcompare.differences.quotation import quoted_alike
from claimcompare.differences.speakers import channel_of, main_attribution, may_be_one, pronouns, speaker_words
from claimcompare.differences.view import SIDES, Mark, Point
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Attribution

_SETTINGS = lexicons.parameters("differences")["attribution"]
_LEAST_QUOTED: float = _SETTINGS["least_quoted"]
_SAME_QUOTATION: float = _SETTINGS["same_quotation"]
_FEWEST_QUOTED: int = _SETTINGS["fewest_quoted"]


def attribution(pair: Pair) -> Iterator[Point]:
    """The point on which two versions attribute the claim differently, if there is one."""
    yield from named_by(pair)
    left, right = (main_attribution(version) for version in pair.read)
    if left is not None and right is not None:
        if not may_be_one(left, right):
            point = _point(_mark(pair, 0, left), _mark(pair, 1, right), emphasis("attribution", "speaker"))
            yield evolve(point, severity="conflict") if _same_words(pair) and _two_named(pair, left, right) else point
        else:
            yield from _channels(pair, left, right)
    elif left is not None and _unattributed(pair, 1, left):
        yield _point(_mark(pair, 0, left), pair.absent(1), emphasis("attribution", "unattributed"))
    elif right is not None and _unattributed(pair, 0, right):
        yield _point(pair.absent(0), _mark(pair, 1, right), emphasis("attribution", "unattributed"))


def _channels(pair: Pair, left: Attribution, right: Attribution) -> Iterator[Point]:
    """The same speaker, in a tweet here and in a statement there."""
    here, there = (channel_of(version, one) for version, one in zip(pair.read, (left, right), strict=True))
    named = {channel[0] for channel in (here, there) if channel}
    if len(named) < 2 and not ((here is None) != (there is None) and named & lexicons.words("telling_channels")):  # noqa: PLR2004 - two channels
        return
    marks = [
        pair.mark(side, Span(one.span.start, max(one.span.end, channel[1] if channel else 0)))
        for side, one, channel in zip(SIDES, (left, right), (here, there), strict=True)
    ]
    yield _point(marks[0], marks[1], emphasis("attribution", "channel"))


def _same_words(pair: Pair) -> bool:
    """Whether both quote the same words, and no few."""
    return any(
        likeness >= _SAME_QUOTATION and sum(pair.content[0][at] for at in left) >= _FEWEST_QUOTED
        for likeness, left, _ in quoted_alike(pair)
    )


def _two_named(pair: Pair, left: Attribution, right: Attribution) -> bool:
    """Whether both speakers are named, and neither is a body or stands in the other version in another part."""
    for side, own, other in ((1, left, right), (0, right, left)):
        named = speaker_words(own) - pronouns()
        if not _named(own) or not _named(other) or named & set(pair.read[side].forms):
            return False
    return True


def _named(one: Attribution) -> bool:
    """Whether the speaker has a name: "a spokesman, John Kirby", and no "Pentagon spokesman" or "the Pentagon"."""
    parts = [part.split() for part in one.speaker.split(",")]
    ends = [part[-1] for part in parts if part and part[0].lower() not in ("the", "its")]
    bodies = lexicons.words("speakers") | lexicons.words("titles")
    return any(end[0].isupper() and not end.isupper() and end.lower() not in bodies for end in ends)


def _point(left: Mark, right: Mark, weight: float) -> Point:
    return Point(kind="attribution", severity="shift", left=left, right=right, weight=weight)


def _unattributed(pair: Pair, side: Side, other: Attribution) -> bool:
    """Whether a version asserts what another attributes, and neither quotes it nor speaks of the speaker."""
    if len(pair.quoted[side]) > _LEAST_QUOTED * len(pair.tokens(side)):
        return False
    named = speaker_words(other) - pronouns()
    return bool(named) and named.isdisjoint(pair.read[side].forms)


def _mark(pair: Pair, side: Side, one: Attribution) -> Mark:
    value = one.speaker.casefold()
    return Mark((one.span,), f"{value} ({one.verb})" if value else pair.words(side, one.cue).casefold() or one.verb)
