"""What the stories are made of: the word lists and patterns of stories.txt and common.txt, read once."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from pathlib import Path

from attrs import field, frozen

HERE = Path(__file__).parent
_TOKEN = re.compile(r"[{}|]|<[^>]+>|[^{}|<]+")
_SLOT = re.compile(r"<(?P<article>an? )?(?P<own>\*)?(?P<sign>[#=$%@])?(?P<key>[\w.]+)(?::(?P<low>\d+)-(?P<high>\d+))?>")


@frozen
class Slot:
    """A place to fill.

    Attributes:
        sign: of a figure, what it counts; empty for words.
        own: whether the fact has a filling of its own, and not that of the story.
    """

    key: str
    sign: str = ""
    low: int = 0
    high: int = 0
    own: bool = False
    article: bool = False
    capital: bool = False


@frozen
class Choice:
    """Ways to say the same, of which one is taken."""

    ways: tuple[Pattern, ...]


Pattern = tuple[str | Slot | Choice, ...]
Quote = tuple[Pattern, Pattern]  # in quotation marks, and as reported speech


@frozen
class Kind:
    """A kind of story, or what is common to all: its lists and patterns.

    Attributes:
        lists: by key, the items, each with the words for it.
    """

    lists: dict[str, tuple[tuple[str, ...], ...]] = field(factory=dict)
    patterns: dict[str, tuple[Pattern, ...]] = field(factory=dict)
    quotes: tuple[Quote, ...] = ()
    titles: tuple[str, ...] = ()


def pattern(line: str) -> Pattern:
    """The pattern that a line describes."""
    tokens = [found for found in _TOKEN.findall(line) if found]
    made, rest = _sequence(tokens, 0)
    if rest != len(tokens):
        raise ValueError(f"{line!r}: a bracket closes that was not opened")
    return made


def _sequence(tokens: list[str], at: int) -> tuple[Pattern, int]:
    parts: list[str | Slot | Choice] = []
    while at < len(tokens) and tokens[at] not in {"|", "}"}:
        token = tokens[at]
        if token == "{":  # noqa: S105 - a bracket, not a password
            choice, at = _choice(tokens, at + 1)
            parts.append(choice)
        else:
            parts.append(_slot(token) if token.startswith("<") else token)
            at += 1
    return tuple(parts), at


def _choice(tokens: list[str], at: int) -> tuple[Choice, int]:
    ways = []
    while True:
        way, at = _sequence(tokens, at)
        ways.append(way)
        if tokens[at] == "}":
            return Choice(tuple(ways)), at + 1
        at += 1


def _slot(token: str) -> Slot:
    found = _SLOT.fullmatch(token)
    if found is None:
        raise ValueError(f"{token}: not of the form <key>, <*key>, <a key> or <#key:1-9>")
    key = found["key"]
    return Slot(
        key=key[0].lower() + key[1:],
        sign=found["sign"] or "",
        low=int(found["low"] or 0),
        high=int(found["high"] or 0),
        own=bool(found["own"]),
        article=bool(found["article"]),
        capital=key[0].isupper(),
    )


def _kind(lines: list[str]) -> Kind:
    lists: dict[str, tuple[tuple[str, ...], ...]] = {}
    patterns: defaultdict[str, list[Pattern]] = defaultdict(list)
    quotes: list[Quote] = []
    for line in lines:
        if found := re.match(r"([\w.]+) = (.+)", line):
            lists[found[1]] = tuple(tuple(item.strip().split(" ~ ")) for item in found[2].split(" | "))
            continue
        what, _, text = line.partition(": ")
        if what == "quote":
            direct, _, reported = text.partition(" ~ ")
            quotes.append((pattern(direct), pattern(reported)))
        else:
            patterns[what].append(pattern(text))
    titles = tuple(key.removeprefix("title.") for key in lists if key.startswith("title."))
    return Kind(lists, {what: tuple(found) for what, found in patterns.items()}, tuple(quotes), titles)


@cache
def kinds(name: str) -> tuple[Kind, ...]:
    """The kinds of one file, in its order."""
    found: list[list[str]] = []
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            found.append([])
        elif line and not line.startswith("#"):
            found[-1].append(line)
    return tuple(_kind(lines) for lines in found)
