"""A part of a thing that is denied here and told there: "no share of the rent", "a fifth of the rent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.apart import Clause, are_told_apart
from claimcompare.differences.shared.phrases import clause_end, object_of, subject_of
from claimcompare.differences.shared.things import is_one_thing
from claimcompare.differences.shared.view import OTHER, left_first

if TYPE_CHECKING:
    from claimcompare.differences.shared.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side

_BY_REACH: int = lexicons.parameters("differences")["negation"]["by_reach"]


def is_denied_a_part(pair: Pair, side: Side, verb: int, there: int) -> bool:
    """Whether a version denies any part of a thing, and the other tells of a part of it, of the same ones."""
    version, other = pair.read[side], pair.read[OTHER[side]]
    denied, told = _whole(version, verb, counted=False), _whole(other, there, counted=True)
    here, beyond = subject_of(version, verb), subject_of(other, there)
    if denied is None or told is None or here is None or beyond is None:
        return False
    things, subjects = left_first(side, denied, told), left_first(side, here, beyond)
    if not (is_one_thing(pair, *things) and is_one_thing(pair, *subjects)):
        return False
    return not are_told_apart(pair, *left_first(side, _clause(version, verb), _clause(other, there)))


def is_by_a_part(version: Version, verb: int) -> bool:
    """Whether only a number of some did it: "backed by only 40% of voters"."""
    behind = range(verb + 1, min(len(version.forms) - 1, verb + 1 + _BY_REACH))
    number = max((at for at in behind if at in version.numbered), default=None)
    return number is not None and version.forms[verb + 1] == "by" and version.forms[number + 1] == "of"


def _whole(version: Version, verb: int, *, counted: bool) -> NounPhrase | None:
    """What the object of a verb is a part of; a ``counted`` part may be a number."""
    for at in range(verb + 1, clause_end(version, verb)):
        if version.forms[at] == "of":
            part = version.forms[at - 1] in lexicons.words("part_nouns") or (counted and at - 1 in version.numbered)
            return object_of(version, at + 1) if part and at + 1 < len(version.forms) else None
    return None


def _clause(version: Version, verb: int) -> Clause:
    return Clause(range(verb, verb + 1), range(verb, clause_end(version, verb)))
