"""What a number counts that stands behind the verb of its count: "the number of dead was put at 14"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.text.marks import CLAUSE_BARS

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version

_REACH: int = lexicons.parameters("differences")["counts"]["number_of_reach"]
_TOLL = "toll"


def counted_before(version: Version, words: range) -> tuple[int, ...]:
    """The words that say what a number counts, of "the number of dead" or "the death toll" before it; or none.

    Only a number that the count is said to be.
    """
    at = words.start - 1
    if at < 1 or version.forms[at] not in lexicons.words("number_leads"):
        return ()
    for place in range(at, max(0, at - _REACH), -1):
        if place in version.numbered or not CLAUSE_BARS.isdisjoint(version.gaps[place]):
            return ()
        if version.form(place - 1) in lexicons.words("number_nouns"):
            return _named(version, place - 1, at)
    return ()


def _named(version: Version, noun: int, stop: int) -> tuple[int, ...]:
    """The words of content behind the "of" of a count, up to a verb or preposition; of a toll the toll itself."""
    if version.forms[noun] == _TOLL:
        return (noun,)
    if version.forms[noun + 1 : noun + 2] != ("of",):
        return ()
    ends = (at for at in range(noun + 2, stop) if version.forms[at] in lexicons.words("phrase_stops", "forms_of_be"))
    named = [at for at in range(noun + 2, next(ends, stop)) if version.content[at]]
    while len(named) > 1 and is_verb(version, named[-1]):
        named.pop()
    return tuple(named)
