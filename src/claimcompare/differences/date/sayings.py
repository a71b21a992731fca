"""Days on which somebody said something: "said on Monday", "in an interview Tuesday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.time.datedverbs import acts_of
from claimcompare.differences.shared.view import SIDES
from claimcompare.differences.shared.who.speakers import is_channel, main_attribution, same_speaker

if TYPE_CHECKING:
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution, DateMention

_CHANNEL_REACH: int = lexicons.parameters("differences")["dates"]["channel_reach"]


def date_one_saying(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether both say when one speaker said it: "said on Monday", "in an interview Tuesday"."""
    sayings = [main_attribution(version) for version in pair.versions]
    if sayings[0] is None or sayings[1] is None or not same_speaker(sayings[0], sayings[1]):
        return False
    return all(
        _dates_saying(pair, side, date, one)
        for side, date, one in zip(SIDES, (left, right), sayings, strict=True)
        if one is not None
    )


def _dates_saying(pair: Pair, side: Side, date: DateMention, saying: Attribution) -> bool:
    """Whether a date is within the words of reporting, right after them, or after its channel: "interview"."""
    inside, cue = pair.indexes(side, date.span), pair.indexes(side, saying.span)
    if not cue:
        return False
    if saying.span.covers(date.span) or acts_of(pair.versions[side]).get(date) in cue:
        return True
    if inside.start >= cue.stop and not any(pair.content[side][at] for at in range(cue.stop, inside.start)):
        return True
    beside = pair.before(side, inside, _CHANNEL_REACH)
    return bool(beside) and is_channel(pair.versions[side].forms[beside[0]])
