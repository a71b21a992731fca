"""What a line of a page is, taken by itself: furniture, a title, or text."""

from __future__ import annotations

import re
from functools import cache

from claimcompare import lexicons

_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]»\s]*$")
_CLAUSE_END = re.compile(r"[,;:–—-]$")
_WORD = re.compile(r"\w[\w'’.-]*")
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")


def word_count(line: str) -> int:
    """How many words stand in ``line``."""
    return sum(1 for _ in _WORD.finditer(line))


def ends_like_a_sentence(line: str) -> bool:
    """Whether ``line`` closes with a full stop, a question mark or the like."""
    return _SENTENCE_END.search(line, max(0, len(line) - 12)) is not None


@cache
def bounds() -> dict[str, int]:
    """The bounds of furniture.json."""
    return {name: value for name, value in lexicons.parameters("furniture").items() if isinstance(value, int)}


@cache
def _rules() -> tuple[tuple[str, ...], re.Pattern[str], tuple[tuple[str, str, re.Pattern[str]], ...]]:
    """Reasons and one expression for the rules without trigger; reason, trigger and expression of the others."""
    rows = lexicons.table("furniture_lines")
    plain = [(reason, rule) for reason, trigger, rule in rows if trigger == "-"]
    merged = re.compile("|".join(f"({rule})" for _, rule in plain), re.IGNORECASE | re.DOTALL)
    triggered = tuple(
        (reason, trigger, re.compile(rule, re.IGNORECASE | re.DOTALL))
        for reason, trigger, rule in rows
        if trigger != "-"
    )
    return tuple(reason for reason, _ in plain), merged, triggered


def furniture_reason(line: str) -> str | None:
    """Why ``line`` (or a short paragraph) is furniture by its own form, in words; None where it is not."""
    if line.count(" ") >= bounds()["longest_line"]:
        return None
    reasons, merged, triggered = _rules()
    if (found := merged.fullmatch(line)) and found.lastindex:
        return reasons[found.lastindex - 1]
    lowered = line.lower()
    return next(
        (reason for reason, trigger, rule in triggered if trigger in lowered and rule.fullmatch(line)),
        None,
    )


def heading_text_start(line: str) -> int:
    """Where the words of a Markdown heading start; 0 for any other line."""
    mark = _HEADING_MARK.match(line)
    return mark.end() if mark else 0


def is_title_like(line: str, longest: int) -> bool:
    """Whether ``line`` could be a title: some words, not too many, and no end of a sentence or clause."""
    if ends_like_a_sentence(line) or _CLAUSE_END.search(line):
        return False
    return bounds()["shortest_headline"] <= word_count(line) <= longest
