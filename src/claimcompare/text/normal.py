"""Text in normal form, with a map back to the text as it is.

Reports come through scanners, mail and translation tools. What reads the same should compare the same, and yet every
offset has to point into the text as decoded. So the text is never changed: a stage that wants clean words asks for
the normal form of a stretch, works on that, and maps its spans back.
"""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Piece = tuple[str, int, int]  # what is read, and the start and end of what is there

# The bytes 80 to BF as Windows-1252 shows them: what follows the first byte when UTF-8 was read as Windows-1252.
_FOLLOWERS = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xC0))
_FOLLOWER_CODES = {ord(char): 0x80 + at for at, char in enumerate(_FOLLOWERS)} | {
    0x80 + at: 0x80 + at for at in range(64)
}
_FOLLOWER = f"[{re.escape(_FOLLOWERS)}\x80-\xbf]"
_RULES = rf"""
    (?=[\xa0\xad\xc2-\xc5\xe2\u2000-\u2064\u2066-\u2069\u3000\ufeff\s&\[`"'´„‟«»‚‛‹›❝❞″′＂‐‑−ﬀ-ﬆ-])
    (?: (?P<mojibake>[\xc2-\xc5]{_FOLLOWER}|\xe2{_FOLLOWER}{{2}})
    | (?P<nothing>[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+)
    | (?P<space>[\xa0\u2000-\u200a\u202f\u205f\u3000])
    | (?P<hyphenated>(?<=[^\W\d_])-[ \t]{{0,9}}(?:\r\n|\n|\r)[ \t]{{0,99}}(?=[a-z]))
    | (?P<wrapped>(?<![\s])[ \t]{{0,9}}(?:\r\n|\n|\r)[ \t]{{0,99}}(?=[^\s]))
    | (?P<entity>&(?:\#\d{{1,7}}|\#x[\da-fA-F]{{1,6}}|[a-zA-Z]{{2,8}});)
    | (?P<link>(?<!!)\[[^\[\]\n]{{1,200}}\]\((?:https?:|/|\#|mailto:|\.)[^()\s]{{0,500}}(?:[ ]"[^"\n]{{0,100}}")?\))
    | (?P<sign>``|''|(?<=\w)[`´](?=\w)|(?<=[a-z]n)"(?=t\b)|[„‟«»‚‛‹›❝❞″′＂‐‑−ﬀ-ﬆ])
    )
"""
_REPAIR = re.compile(_RULES, re.VERBOSE)
_REPAIR_AND_COMPOSE = re.compile(rf"(?P<composed>[^\W\d_][\u0300-\u036f]{{1,9}})|{_RULES}", re.VERBOSE)
_COMBINING = re.compile(r"[\u0300-\u036f]")
_IN_ASCII = ("\n", "\r", "&", "](", "``", "''", "`", 'n"t')
_SIGNS = {
    "``": "“", "''": "”", "`": "’", "´": "’", "„": "“", "‟": "“", "«": "“", "»": "”", "‹": "‘", "›": "’", "‚": "‘",
    "‛": "‘", "❝": "“", "❞": "”", "″": '"', "′": "'", "＂": '"', "‐": "-", "‑": "-", "−": "-", '"': "’",
}  # fmt: skip
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+$")
_LETTERS_AFTER = re.compile(r"[^\W\d_]+")
_LONGEST_PART = 40


@frozen(kw_only=True)
class NormalText:
    """A stretch of text in normal form.

    Attributes:
        text: the normal form.
        offset: where the stretch starts in the whole text.
        origins: for each character of ``text``, and one past its end, the offset into the stretch that it came from;
            None where the normal form is the stretch itself.
        ends: for each character of ``text``, where what it came from ends; None as with ``origins``.
        links: of each Markdown link, where it starts and ends, and where its words do.
    """

    text: str
    offset: int = 0
    origins: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None
    links: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> Span:
        """``text[start:end]`` as a span of the whole text as it is."""
        if self.origins is None or self.ends is None:
            return Span(self.offset + start, self.offset + end)
        first = self.origins[start]
        last = max(first, self.ends[end - 1]) if end else first
        if self.links and last > first:
            first, last = self._with_whole_links(first, last)
        return Span(self.offset + first, self.offset + last)

    def _with_whole_links(self, first: int, last: int) -> tuple[int, int]:
        """A stretch that takes in more than a link's words takes the whole link, so that no half of one is shown."""
        at_start = self._link(first, of=2)
        at_end = self._link(last, of=3)
        if at_start and at_start[3] < last:
            first = at_start[0]
        if at_end and first < at_end[2]:
            last = at_end[1]
        return first, last

    def _link(self, place: int, *, of: int) -> tuple[int, int, int, int] | None:
        """The link whose words start (2) or end (3) at ``place``."""
        at = bisect_left(self.links, place, key=lambda link: link[of])
        return self.links[at] if at < len(self.links) and self.links[at][of] == place else None


def _mojibake(found: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252 and is read aright now; no report is meant to have a control character."""
    codes = [ord(char) for char in found.group()]
    data = bytes([codes[0], *(_FOLLOWER_CODES[code] for code in codes[1:])])
    decoded = data.decode("utf-8", "replace")
    if "\N{REPLACEMENT CHARACTER}" in decoded:
        return found.group()
    readings = {"Cc": found.group(), "Cf": "", "Zs": " "}  # control characters, soft hyphens and the like, spaces
    return readings.get(unicodedata.category(decoded), decoded)


def _hyphenated(found: re.Match[str]) -> str:
    """The hyphen stays between two words ("well-known") and goes where it only divides one ("nego-tiation")."""
    text = found.string
    before = _LETTERS_BEFORE.search(text[max(0, found.start() - _LONGEST_PART) : found.start()])
    after = _LETTERS_AFTER.match(text, found.end())
    if not before or not after or before.group()[0].isupper():
        return "-"
    known = lexicons.words("words_in_small_letters", "sentence_starters")
    return "-" if {before.group(), after.group()} <= known else ""


def _entity(found: re.Match[str]) -> str:
    unescaped = html.unescape(found.group())
    return " " if unescaped == "\xa0" else unescaped


def _sign(found: re.Match[str]) -> str:
    return _SIGNS.get(found.group()) or unicodedata.normalize("NFKC", found.group())


_READINGS: dict[str, Callable[[re.Match[str]], str]] = {
    "mojibake": _mojibake,
    "nothing": lambda _: "",
    "space": lambda _: " ",
    "hyphenated": _hyphenated,
    "wrapped": lambda _: " ",
    "entity": _entity,
    "sign": _sign,
    "composed": lambda found: unicodedata.normalize("NFC", found.group()),
}


def _pieces_of(found: re.Match[str]) -> Iterator[Piece]:
    """What is read instead of what was found; of a link, its words one by one."""
    if found.lastgroup == "link":
        words = found.group()[1:].split("](", 1)[0]
        yield from ((char, at, at + 1) for at, char in enumerate(words, found.start() + 1))
    elif reading := _READINGS[found.lastgroup or ""](found):
        yield reading, found.start(), found.end()


def _repair_for(text: str) -> re.Pattern[str] | None:
    """What could find something to repair in ``text``; None for plain text, which most is."""
    if text.isascii() and not any(sign in text for sign in _IN_ASCII):
        return None
    return _REPAIR_AND_COMPOSE if _COMBINING.search(text) else _REPAIR


def normal_text(text: str, offset: int = 0) -> NormalText:
    """The normal form of ``text``, a stretch that starts at ``offset`` of some longer text."""
    repair = _repair_for(text)
    if repair is None or not repair.search(text):
        return NormalText(text=text, offset=offset)
    words: list[str] = []
    links: list[tuple[int, int, int, int]] = []
    origins: list[int] = []
    ends: list[int] = []
    at = 0
    for found in repair.finditer(text):
        words.append(text[at : found.start()])
        origins.extend(range(at, found.start()))
        ends.extend(range(at + 1, found.start() + 1))
        for reading, start, end in _pieces_of(found):
            words.append(reading)
            origins.extend([start] * len(reading))
            ends.extend([end] * len(reading))
        if found.lastgroup == "link":
            links.append((found.start(), found.end(), found.start() + 1, found.start() + found.group().index("](")))
        at = found.end()
    words.append(text[at:])
    origins.extend(range(at, len(text) + 1))
    ends.extend(range(at + 1, len(text) + 1))
    return NormalText(text="".join(words), offset=offset, origins=tuple(origins), ends=tuple(ends), links=tuple(links))
