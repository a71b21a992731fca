"""Text in normal form, with a map back to the text as it stands.

Reports come through scanners, mail and translation tools. What reads the same should compare the same, and yet every
offset has to point into the text as decoded. So the text is never changed: a stage that wants clean words asks for
the normal form of a stretch, works on that, and maps its spans back.
"""

from __future__ import annotations

import re

from attrs import frozen

from claimcompare.records import Span

_REPAIRS = {
    "â€œ": "“",
    "â€\x9d": "”",
    "â€™": "’",
    "â€˜": "‘",
    "â€“": "–",
    "â€”": "—",
    "\u00ad": "",
    "\u200b": "",
    "\u200c": "",
    "\u200d": "",
    "\u2060": "",
    "\ufeff": "",
    "\u00a0": " ",
    "\u202f": " ",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬀ": "ff",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "``": "“",
    "''": "”",
}
_REPAIR = re.compile("|".join(map(re.escape, _REPAIRS)))


@frozen(kw_only=True)
class NormalText:
    """A stretch of text in normal form.

    Attributes:
        text: the normal form.
        offset: where the stretch starts in the whole text.
        origins: for each character of ``text``, and one past its end, the offset into the stretch that it came from;
            None where the normal form is the stretch itself.
    """

    text: str
    offset: int = 0
    origins: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """``text[start:end]`` as a span of the whole text as it stands."""
        if self.origins is None:
            return Span(self.offset + start, self.offset + end)
        last = self.origins[end - 1] + 1 if end > start else self.origins[start]
        return Span(self.offset + self.origins[start], self.offset + max(last, self.origins[start]))


def normal_text(text: str, offset: int = 0) -> NormalText:
    """The normal form of ``text``, a stretch that starts at ``offset`` of some longer text."""
    if not _REPAIR.search(text):
        return NormalText(text=text, offset=offset)
    pieces: list[str] = []
    origins: list[int] = []
    at = 0
    for found in _REPAIR.finditer(text):
        pieces.append(text[at : found.start()])
        origins.extend(range(at, found.start()))
        repaired = _REPAIRS[found.group()]
        pieces.append(repaired)
        origins.extend([found.start()] * len(repaired))
        at = found.end()
    pieces.append(text[at:])
    origins.extend(range(at, len(text) + 1))
    return NormalText(text="".join(pieces), offset=offset, origins=tuple(origins))
