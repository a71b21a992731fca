"""What there is here and is not there: "there was a recount", "there was no recount"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.view import OTHER
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_THERE, _NO = "there", "no"
_REACH: int = lexicons.parameters("differences")["existence"]["reach"]


def are_said_to_be(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> bool:
    """Whether both say of one noun alone that there is such a thing, or none, and neither says more than the other."""
    negator, governed = denied
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    if version.forms[negator] != _NO or governed != negator + 1:
        return False
    if not (_is_told_of(version, negator) and _is_told_of(other, _start(other, there))):
        return False
    own = [_own_words(pair, one, at) for one, at in ((side, governed), (OTHER[side], there))]
    return not all(own)


def has_degree_prefix(version: Version, at: int) -> bool:
    """Whether a word before a hyphen says how far it is so: "under-filled"."""
    return version.gaps[at] in HYPHENS and version.form(at - 1) in lexicons.words("degree_prefixes")


def _is_told_of(version: Version, at: int) -> bool:
    """Whether a "there is" leads to a word."""
    return version.form(at - 2) == _THERE and version.form(at - 1) in lexicons.words("forms_of_be")


def _start(version: Version, noun: int) -> int:
    """Where the phrase of a noun begins, that of "there was a real danger" with its article."""
    return next((at for at in range(noun, max(-1, noun - _REACH), -1) if _is_told_of(version, at)), noun)


def _own_words(pair: Pair, side: Side, but: int) -> Sequence[int]:
    """The words of content that correspond to nothing in the other version."""
    content = enumerate(pair.content[side])
    return [at for at, told in content if told and at != but and not pair.partner(side, at)]
