"""Who says it: another speaker, or said here and merely asserted there.

An attribution counts where its content holds most of what the two versions share. A pronoun and a name may be the same
speaker, and a version that speaks of the speaker itself does not hide who says it. The same speaker under another
description, in another channel (a tweet, a statement), and a bare quotation beside one with its speaker are style;
another verb of the same speaker is a matter of label.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.attribution.naming import named_by
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.quoted import quoted_alike
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.view import OTHER, SIDES, Mark, Point, left_first
from claimcompare.differences.shared.who.speakers import (
    channel_of,
    head_of,
    may_be_one_speaker,
    pronouns,
    sayings,
    speaker_words,
)
from claimcompare.differences.shared.who.twospeakers import are_one_by_office, are_two_people, meant, quoting
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution, Severity

_SETTINGS = lexicons.parameters("differences")["attribution"]
_LEAST_QUOTED: float = _SETTINGS["least_quoted"]
_SAME_QUOTATION: float = _SETTINGS["same_quotation"]
_FEWEST_QUOTED: int = _SETTINGS["fewest_quoted"]
_FEWEST_COPIED: tuple[tuple[int, int], ...] = tuple((content, words) for content, words in _SETTINGS["fewest_copied"])
_FEWEST_APART: int = _SETTINGS["fewest_apart"]
_FARTHEST: int = _SETTINGS["farthest"]
_LEAST_LIKENESS: float = _SETTINGS["least_likeness"]


def attribution(pair: Pair) -> Iterator[Point]:
    """The point on which two versions attribute the claim differently, if there is one."""
    yield from named_by(pair)
    left, right = (sayings(pair, side) for side in SIDES)
    two = _two_people(pair)
    if two is not None:
        yield two
    elif left and right:
        yield from _of_two(pair, left, right)
    elif left and _unattributed(pair, 1, left[0]):
        yield _lacking(pair, 1, left[0])
    elif right and _unattributed(pair, 0, right[0]):
        yield _lacking(pair, 0, right[0])


def _point(left: Mark, right: Mark, found: str, severity: Severity = "shift") -> Point:
    return point("attribution", severity, (left, right), found)


def _mark(pair: Pair, side: Side, one: Attribution) -> Mark:
    speaker = one.speaker.casefold()
    spans = (one.source, one.cue) if one.speaker and _is_parted(one) else (one.span,)
    said = f"{speaker} ({one.verb})" if speaker else pair.words(side, one.cue).casefold() or one.verb
    return Mark(spans, (said,))


# ---------------------------------------------------------------- said in both


def _two_people(pair: Pair) -> Point | None:
    """The point that two who are plainly not one are quoted with the same words."""
    if not _same_words(pair):
        return None
    left, right = quoting(pair, 0), quoting(pair, 1)
    if not left or not right or not all(are_two_people(pair, *two) for two in product(left, right)):
        return None
    return _point(_mark(pair, 0, left[0]), _mark(pair, 1, right[0]), "speaker", "conflict")


def _of_two(pair: Pair, left: Sequence[Attribution], right: Sequence[Attribution]) -> Iterator[Point]:
    """Another speaker; or the same one in another channel, or by another description."""
    one = next((two for two in product(left, right) if may_be_one_speaker(*two) and not _are_two(pair, *two)), None)
    if one is not None:
        yield from _channels(pair, *one) or _described(pair, *one)
    else:
        marks = _mark(pair, 0, left[0]), _mark(pair, 1, right[0])
        yield _point(*marks, "speaker", "style" if are_one_by_office(left[0], right[0]) else "shift")


def _are_two(pair: Pair, left: Attribution, right: Attribution) -> bool:
    """Whether the speakers are plainly two, a "she" taken for whom the sentence before names."""
    return are_two_people(pair, meant(pair, 0, left), meant(pair, 1, right))


def _channels(pair: Pair, left: Attribution, right: Attribution) -> list[Point]:
    """The same speaker, in a tweet here and in a statement there; style where one of them names no channel."""
    here, there = channel_of(pair.versions[0], left), channel_of(pair.versions[1], right)
    named = {channel[0] for channel in (here, there) if channel}
    if not named or (here and there and len(named) == 1):
        return []
    marks = [
        pair.mark(side, Span(_start(one), max(one.cue.end, one.span.end, channel[1] if channel else 0)))
        for side, one, channel in zip(SIDES, (left, right), (here, there), strict=True)
    ]
    if (here and there) or named & lexicons.words("telling_channels"):
        return [_point(marks[0], marks[1], "channel")]
    return [_point(marks[0], marks[1], "described", "style")]


def _is_parted(one: Attribution) -> bool:
    """Whether other words are between the speaker and the verb: "Kirby rose to speak and said"."""
    first, last = sorted((one.source, one.cue))
    return last.start - first.end > _FARTHEST


def _start(one: Attribution) -> int:
    """Where the words that attribute begin: with the speaker, if that is beside the verb."""
    return one.cue.start if _is_parted(one) else one.span.start


def _described(pair: Pair, left: Attribution, right: Attribution) -> list[Point]:
    """The same speaker, with office and full name here and without them there."""
    here, there = speaker_words(left) - pronouns(), speaker_words(right) - pronouns()
    if not here or not there or len(here ^ there) < _FEWEST_APART:
        return []
    return [_point(_mark(pair, 0, left), _mark(pair, 1, right), "described", "style")]


def _same_words(pair: Pair) -> bool:
    """Whether both quote the same words, and no few; fewer are enough where no word is other, or one quotes on."""
    return any(
        _is_long_enough(pair, left, right) if likeness >= _SAME_QUOTATION else _is_part(pair, left, right)
        for likeness, left, right in quoted_alike(pair)
    )


def _is_part(pair: Pair, left: range, right: range) -> bool:
    """Whether one quotation, and no short one, stands word for word within the other."""
    side: Side = 0 if len(left) <= len(right) else 1
    forms = [pair.versions[at].forms[own.start : own.stop] for at, own in zip(SIDES, (left, right), strict=True)]
    short, long = forms[side], forms[OTHER[side]]
    if sum(pair.content[side][at] for at in (left, right)[side]) < _FEWEST_QUOTED:
        return False
    return any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1))


def _is_long_enough(pair: Pair, left: range, right: range) -> bool:
    content = sum(pair.content[0][at] for at in left)
    if content >= _FEWEST_QUOTED:
        return True
    copied = pair.versions[0].forms[left.start : left.stop] == pair.versions[1].forms[right.start : right.stop]
    return copied and any(content >= least and len(left) >= words for least, words in _FEWEST_COPIED)


# ---------------------------------------------------------------- said in one


def _lacking(pair: Pair, side: Side, one: Attribution) -> Point:
    """The point of a version without a speaker; style where it is a quotation, which has its speaker nearby."""
    own, nobody = _mark(pair, OTHER[side], one), pair.absent(side)
    left, right = left_first(side, nobody, own)
    if _is_quotation(pair, side):
        return _point(left, right, "quoted", "style")
    return _point(left, right, "unattributed")


def _unattributed(pair: Pair, side: Side, other: Attribution) -> bool:
    """Whether a version asserts what another attributes, and does not speak of the speaker in words of its own."""
    there = OTHER[side]
    if _left_unsaid(pair, there, other):
        return False
    if not other.speaker:
        return "it" in pair.words(there, other.cue).casefold().split()  # "it was reported"
    if speaker_words(other) <= pronouns():
        return _is_quotation(pair, side) and pair.likeness >= _LEAST_LIKENESS
    told = set(pair.indexes(there, other.content))
    apart = {form for at, form in enumerate(pair.versions[side].forms) if told.isdisjoint(pair.partner(side, at))}
    return head_of(other) not in apart or (pair.has_all_else(there) and _is_of_itself(pair, there, other))


def _is_of_itself(pair: Pair, side: Side, one: Attribution) -> bool:
    """Whether what is said begins with a pronoun for who says it: "rebels claimed they had shot it down"."""
    forms = (pair.versions[side].forms[at] for at in pair.indexes(side, one.content))
    return next((form for form in forms if form not in pronouns("relative")), "") in pronouns("anybody")


def _is_quotation(pair: Pair, side: Side) -> bool:
    """Whether most of a version is in quotation marks."""
    return len(pair.quoted[side]) > _LEAST_QUOTED * len(pair.tokens(side))


def _left_unsaid(pair: Pair, side: Side, one: Attribution) -> bool:
    """Whether nothing is said: "did not say whether", "declined to say"."""
    forms = (pair.versions[side].forms[at] for at in pair.indexes(side, one.span))
    return one.span.covers(one.cue) and any(sort_of(form) in ("not", "refuse") for form in forms)
