"""What is missing or gone without a negator: lost gas, the gas was shut off, without gas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version

_SETTINGS = lexicons.parameters("differences")["privatives"]
_REACH: int = _SETTINGS["reach"]


def is_deprived(version: Version, at: int) -> bool:
    """Whether a word near it in the same clause says that the thing is gone, with no other thing between."""
    return any(_says_so(version, start, "behind") for start in _reached(version, at, -1)) or any(
        _says_so(version, start, "before") for start in _reached(version, at, 1)
    )


def _reached(version: Version, at: int, step: int) -> list[int]:
    """The places next to a word in one direction, up to the end of the clause or the first other word of content."""
    found: list[int] = []
    for place in range(at + step, at + step * (_REACH + 1), step):
        if not 0 <= place < len(version.forms) or version.gaps[place if step > 0 else place + 1]:
            break
        found.append(place)
    return found


def _says_so(version: Version, start: int, where: str) -> bool:
    """Whether a phrase begins here that has what is gone on that side of it."""
    return any(
        version.forms[start : start + len(words)] == words
        for words, side in lexicons.phrases("privatives").get(version.forms[start], ())
        if side in (where, "either")
    )
