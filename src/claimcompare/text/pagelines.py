"""What a line of a page is, taken by itself: furniture, a title, or text."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.records import Span
from claimcompare.text.agencies import any_agency

if TYPE_CHECKING:
    from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]»\s]*$")
_CLAUSE_END = re.compile(r"[,;:–—-]$")
_WORD = re.compile(r"\w[\w'’.-]*")
_ALWAYS = ("-", "case")
_FRONT_MATTER = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\r?\n"
    r"(?:[A-Za-z_][\w -]{0,40}\s*[:=][^\n]{0,500}\r?\n|[ \t-][^\n]{0,500}\r?\n){1,60}"
    r"(?P=fence)[ \t]*(?:\r?\n|$)"
)
_DAY = "a time stamp"
_THE = "The "
_HEADING_MARK = re.compile(r"#{1,6}\s+(?=\S)")


def word_count(line: str) -> int:
    """How many words are in ``line``."""
    return sum(1 for _ in _WORD.finditer(line))


def ends_like_a_sentence(line: str) -> bool:
    """Whether ``line`` closes with a full stop, a question mark or the like."""
    return _SENTENCE_END.search(line, max(0, len(line) - 12)) is not None


@cache
def bounds() -> dict[str, int]:
    """The bounds of furniture.json."""
    return {name: value for name, value in lexicons.parameters("furniture").items() if isinstance(value, int)}


@cache
def _compiled(rule: str) -> re.Pattern[str]:
    return re.compile(rule, re.DOTALL)


@cache
def _rules() -> tuple[tuple[str, str, str], ...]:
    """The reason, when to try and the expression of each rule."""
    rows = lexicons.table("furniture_lines")
    return tuple((reason, when, _filled(rule)) for reason, when, rule in rows)


def _filled(rule: str) -> str:
    return rule.replace("<agency>", any_agency()).replace("<role>", any_role())


@cache
def any_role() -> str:
    """An expression for what somebody is who writes reports."""
    return "(?:{})".format("|".join(lexicons.ordered("byline_roles")))


@cache
def _any_of(when: str) -> re.Pattern[str]:
    """All rules of one kind as one expression, which fails at once for nearly every line.

    Each ends with an empty group, whose number says which rule it was: to try them one by one takes as long as to
    compile them one by one.
    """
    return re.compile("|".join(f"(?:{rule})()" for _, rule in _rules_of(when)), re.DOTALL)


@cache
def _rules_of(when: str) -> tuple[tuple[str, str], ...]:
    """The reason and the expression of each rule of one kind."""
    return tuple((reason, rule) for reason, kind, rule in _rules() if kind == when)


@cache
def _triggered() -> tuple[tuple[str, str, str], ...]:
    return tuple((reason, trigger, rule) for reason, trigger, rule in _rules() if trigger not in _ALWAYS)


def _reason_by(when: str, line: str) -> str | None:
    found = _any_of(when).fullmatch(line)
    return _rules_of(when)[found.lastindex - 1][0] if found and found.lastindex else None


def furniture_reason(line: str) -> str | None:
    """Why ``line`` (or a short paragraph) is furniture by its own form, in words; None where it is not."""
    if len(line) > bounds()["longest_line_signs"] or line.count(" ") >= bounds()["longest_line"]:
        return None
    lowered = line.lower()
    if reason := _reason_by("-", lowered) or _reason_by("case", line):
        return reason
    tried = [(reason, rule) for reason, trigger, rule in _triggered() if trigger in lowered]
    return next((reason for reason, rule in tried if _compiled(rule).fullmatch(lowered)), None)


def front_matter(text: str) -> Span | None:
    """The lines between ``---`` at the head of a Markdown file that say what it is; None where there are none."""
    found = _FRONT_MATTER.match(text)
    return Span(found.start("fence"), found.end()) if found else None


def heading_text_start(line: str) -> int:
    """Where the words of a Markdown heading start; 0 for any other line."""
    mark = _HEADING_MARK.match(line)
    return mark.end() if mark else 0


def is_title_like(line: str, longest: int) -> bool:
    """Whether ``line`` could be a title: some words, not too many, and no end of a sentence or clause."""
    if ends_like_a_sentence(line) or _CLAUSE_END.search(line):
        return False
    return bounds()["shortest_headline"] <= word_count(line) <= longest


def mastheads(lines: Sequence[str], reasons: Sequence[str | None]) -> frozenset[int]:
    """Which of the first lines of a report are only the outlet's name; ``reasons`` are those of ``furniture_reason``.

    Such a line stands above the headline, or between it and the day; a headline always remains.
    """
    kept = [at for at, reason in enumerate(reasons) if not reason][: bounds()["lines_with_masthead"]]
    named = [at for at in kept if _names_outlet(lines[at])]
    titled = any(at not in named and is_title_like(lines[at], bounds()["longest_headline"]) for at in kept)
    if not titled or len(named) != 1:
        return frozenset()
    at = named[0]
    first = at == kept[0] and len(lines[at].removeprefix(_THE).split()) <= bounds()["longest_undated_masthead"]
    return frozenset(named) if first or reasons[at + 1 : at + 2] == [_DAY] else frozenset()


def _names_outlet(line: str) -> bool:
    """Whether a line is a name of a few words, the last of which is one for a newspaper, a station or an agency."""
    words = line.split()
    if not 1 < len(words) <= bounds()["longest_masthead"] or words[-1].lower() not in lexicons.words("outlet_words"):
        return False
    return all(word[0].isupper() or word in lexicons.words("grammar_words") for word in words)
