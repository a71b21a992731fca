"""Words from outside, made harmless: nothing in a report may steer the terminal, page or table around it."""

from __future__ import annotations

import re

# The characters above U+0020 that steer a terminal, turn the line around, break it or cannot be written as UTF-8.
STEERING = "\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff"
_STEERING = re.compile(f"[\x00-\x1f{STEERING}]")
_STEERING_IN_LINES = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{STEERING}]")  # tabs and line ends stay
_SPACES = frozenset("\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f\x85\u2028\u2029")
_SPACE, _DELETE = 0x20, 0x7F
_PICTURES, _DELETE_PICTURE, _UNKNOWN = 0x2400, "\u2421", "\ufffd"
_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>|~&$#])|(?<=[A-Za-z])(:)(?=//)|(?<=\bwww)(\.)|(?<=\w)(@)(?=\w)", re.IGNORECASE)
# Where a spreadsheet splits at semicolons, what follows one starts a cell as well.
_SPLIT = re.compile(r"(;[\s'\"]*)([=+\-@\uff1d\uff0b\uff0d\uff20\u2212])")
_FORMULA = re.compile(r"^[\s'\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212|%]")


def visible(text: str, *, lines: bool = False) -> str:
    """``text`` with every character that steers replaced by one that is seen; of the same length.

    Control characters become their pictures (ESC is ␛), marks that turn the writing direction and halves of surrogate
    pairs become U+FFFD, line breaks and tabs a space; with ``lines`` they stay.
    """
    return (_STEERING_IN_LINES if lines else _STEERING).sub(_seen, text)


def one_line(text: str) -> str:
    """``text`` as ``visible`` makes it, in one line with single spaces."""
    return " ".join(visible(text).split())


def markdown(text: str) -> str:
    """``text`` in one line with everything escaped that Markdown or its HTML would read as markup."""
    return _MARKDOWN.sub(lambda found: "\\" + found.group(), one_line(text))


def cell(text: str) -> str:
    """``text`` in one line for a cell of a table that a spreadsheet may open: never a formula."""
    line = one_line(text)
    line = _SPLIT.sub(r"\1'\2", line)
    return f"'{line}" if _FORMULA.match(line) else line


def _seen(found: re.Match[str]) -> str:
    character = found.group()
    if character in _SPACES:
        return " "
    code = ord(character)
    if code < _SPACE:
        return chr(_PICTURES + code)
    return _DELETE_PICTURE if code == _DELETE else _UNKNOWN
