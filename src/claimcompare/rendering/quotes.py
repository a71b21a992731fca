"""Words cut from a text, without half a pair of quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimcompare.records import Span

_CLOSING = {"“": "”", "«": "»", '"': '"'}  # by the mark that opens
_OPENING = {closing: opening for opening, closing in _CLOSING.items()}
_STOPS = ".,!?…"  # which may stand before the closing mark
_REACH = 3  # signs behind the words
_LEFT_OUT = "…"


def in_whole_quotes(text: str, span: Span) -> str:
    """The words at ``span``; half a pair is completed if its other half is right beside them, or else left out."""
    words = span.of(text)
    unclosed, unopened = _halves(words)
    before = text[max(0, span.start - 1) : span.start]
    after = text[span.end : span.end + _REACH].lstrip(_STOPS)[:1]
    lead = tail = ""
    if unopened and before == _OPENING[words[unopened[0]]]:
        lead = before
        del unopened[0]
    if unclosed and after == _CLOSING[words[unclosed[-1]]]:
        tail = after
        del unclosed[-1]
    elif unclosed and words[unclosed[-1]] == before == '"':  # a straight mark looks the same at both ends
        lead = before
        del unclosed[-1]
    return lead + _without(words, (*unclosed, *unopened)) + tail


def shortened(words: str, longest: int, head: int, tail: int) -> str:
    """Of more than ``longest`` words the first and the last ones with an ellipsis between, and whole pairs of marks."""
    start, middle, end = parted(words, longest, head, tail)
    if not middle:
        return words
    kept = " ".join(filter(None, (start, _LEFT_OUT, end)))
    unclosed, unopened = _halves(kept)
    return _without(kept, (*unclosed, *unopened))


def has_marks(words: str) -> bool:
    """Whether quotation marks stand in the words."""
    return any(sign in words for sign in (*_CLOSING, *_OPENING))


def parted(words: str, longest: int, head: int, tail: int) -> tuple[str, str, str]:
    """Of more than ``longest`` words the first ones, those between, and the last ones; of fewer all as the first."""
    every = words.split()
    if len(every) <= longest:
        return words, "", ""
    last = len(every) - tail
    return " ".join(every[:head]), " ".join(every[head:last]), " ".join(every[last:])


def _without(words: str, places: Collection[int]) -> str:
    return "".join(sign for at, sign in enumerate(words) if at not in places)


def _halves(words: str) -> tuple[list[int], list[int]]:
    """Where marks open that are not closed, and where marks close that were not opened."""
    unclosed: list[int] = []
    unopened: list[int] = []
    for at, sign in enumerate(words):
        if sign in _OPENING and unclosed and _CLOSING[words[unclosed[-1]]] == sign:
            unclosed.pop()
        elif sign in _CLOSING:
            unclosed.append(at)
        elif sign in _OPENING:
            unopened.append(at)
    return unclosed, unopened
