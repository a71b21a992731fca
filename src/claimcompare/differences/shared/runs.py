"""The stretches at which two versions part: material for the rules of label, detail and wording."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.time.routines import periods, routines
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.text.marks import HYPHENS

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Quantity, Token

_SETTINGS = lexicons.parameters("differences")["runs"]
_WHOLE: int = _SETTINGS["whole"]
_MOST: int = _SETTINGS["most"]


@frozen
class Run:
    """Adjoining tokens of one side without a partner; grammar words at its ends are left off.

    What other rules look at ends a run and is no part of it: dates, words of reporting, titles.
    """

    indexes: range
    content: int

    def __bool__(self) -> bool:
        return bool(self.content)


NOTHING = Run(range(0), 0)


@frozen
class Substitution:
    """What each version has at the same point; either may be empty.

    Attributes:
        width: how many tokens the wider side has between the words that both share.
    """

    left: Run
    right: Run
    width: int

    def side(self, side: Side) -> Run:
        """The run of one side."""
        return self.right if side else self.left


@lru_cache(maxsize=1)
def substitutions(pair: Pair) -> tuple[Substitution, ...]:
    """For each point where the versions part, what either has that has no partner on the other side."""
    found = (
        Substitution(_run_of(pair, 0, slot.left), _run_of(pair, 1, slot.right), max(len(slot.left), len(slot.right)))
        for slot in pair.slots
    )
    return tuple(one for one in found if one.left or one.right)


def _run_of(pair: Pair, side: Side, indexes: range) -> Run:
    """The longest stretch of ``indexes`` that has no partner, trimmed to content words."""
    content, partners = pair.content[side], pair.partners[side]
    elsewhere = read_elsewhere(pair.versions[side]) | _amounts_of_both(pair)[side]
    best = current = NOTHING
    for at in indexes:
        if not content[at] and at not in elsewhere:
            continue
        if at in partners or at in elsewhere:
            current = NOTHING
            continue
        start = current.indexes[0] if current else at
        current = Run(range(start, at + 1), current.content + 1)
        if current.content > best.content:
            best = current
    return best


def unbroken(pair: Pair, side: Side, run: Run) -> Run:
    """The run without a part of a name or number at its ends whose rest lies outside: the "cent" of "70 cent"."""
    content = [at for at in run.indexes if pair.content[side][at]]
    wholes = _wholes(pair.versions[side])
    while content and _reaches(wholes.get(content[0]), run.indexes.start - 1):
        content.pop(0)
    while content and _reaches(wholes.get(content[-1]), run.indexes.stop):
        content.pop()
    return Run(range(content[0], content[-1] + 1), len(content)) if content else NOTHING


def _reaches(whole: range | None, at: int) -> bool:
    return whole is not None and at in whole


@lru_cache(maxsize=KEPT)
def _wholes(version: Version) -> dict[int, range]:
    """For each token of a name or number of several tokens, all of its tokens."""
    spans = (one.span for part in (version.features.names, version.features.quantities) for one in part)
    places = (version.indexes(span) for span in spans)
    return {at: place for place in places if len(place) > 1 for at in place}


@lru_cache(maxsize=KEPT)
def read_elsewhere(version: Version) -> frozenset[int]:
    """The tokens of dates, routines, words of reporting and titles, that of a Secretary of State whole."""
    features, titles = version.features, lexicons.words("titles")
    spans = [*(one.span for one in features.dates), *(one.cue for one in features.attributions)]
    found = {at for at, form in enumerate(version.forms) if form.rstrip(".") in titles}
    offices = {at + more for at in found & version.offices for more in (0, 1, 2) if at + more in version.offices}
    found.update(at for one in routines(version) for at in one.words)
    found |= periods(version)
    return frozenset((*found, *offices, *(at for span in spans for at in version.indexes(span))))


@lru_cache(maxsize=1)
def _amounts_of_both(pair: Pair) -> tuple[frozenset[int], frozenset[int]]:
    """The tokens of the amounts that both versions have, in whatever writing: "£2m", "2 million pounds"."""
    amounts = [{_amount(one) for one in features.quantities if one.unit} for features in pair.features]
    left, right = (
        frozenset(
            at
            for one in pair.features[side].quantities
            if _amount(one) in amounts[OTHER[side]]
            for at in pair.indexes(side, one.span)
        )
        for side in SIDES
    )
    return left, right


def _amount(quantity: Quantity) -> tuple[float, float, str | None, str | None]:
    return quantity.low, quantity.high, quantity.unit, quantity.per


def _pieces_of(pair: Pair, side: Side, run: Run) -> list[Run]:
    """A run cut where the text has a comma, a dash or a quotation mark, or a clause begins."""
    return _cut(pair, side, run, lexicons.words("clause_starts"))


def phrases_of(pair: Pair, side: Side, run: Run) -> list[Run]:
    """A run cut at these places and before an "and"."""
    return _cut(pair, side, run, lexicons.words("clause_starts", "coordinators"))


def _cut(pair: Pair, side: Side, run: Run, openers: Set[str]) -> list[Run]:
    version, content = pair.versions[side], pair.content[side]
    starts = [at for at in run.indexes if version.gaps[at].strip(".'’-&/") or version.forms[at] in openers]
    cuts = sorted({run.indexes[0], *starts, run.indexes[-1] + 1})
    cut = ([at for at in range(first, last) if content[at]] for first, last in pairwise(cuts))
    return [Run(range(words[0], words[-1] + 1), len(words)) for words in cut if words]


def in_whole_names(pair: Pair, side: Side, indexes: Sequence[int]) -> range:
    """The tokens with those of the names and numbers that they are a part of, and with what a hyphen joins to them."""
    wholes = _wholes(pair.versions[side])
    ends = [wholes.get(at, range(at, at + 1)) for at in (indexes[0], indexes[-1])]
    return in_whole_words(pair, side, range(ends[0].start, ends[1].stop))


def in_whole_words(pair: Pair, side: Side, indexes: Sequence[int]) -> range:
    """The tokens with those that a hyphen joins to them: "inter-island" for "inter"."""
    return whole_words(pair.versions[side], indexes)


def whole_words(version: Version, indexes: Sequence[int]) -> range:
    """The same of a version that is in no pair."""
    tokens, gaps = version.features.tokens, version.gaps
    first, last = indexes[0], indexes[-1]
    while first and _joined(tokens, gaps, first):
        first -= 1
    while last + 1 < len(tokens) and _joined(tokens, gaps, last + 1):
        last += 1
    return range(first, last + 1)


def _joined(tokens: Sequence[Token], gaps: Sequence[str], at: int) -> bool:
    """Whether a hyphen and no blank is between a token and the one before it."""
    return gaps[at] in HYPHENS and tokens[at].start - tokens[at - 1].end == 1


def weighty(pair: Pair, side: Side, run: Run) -> list[Run]:
    """The pieces of a long run that say most, at most two; a short one whole; none of an empty one."""
    if run.content <= _WHOLE:
        return [run] if run else []
    return sorted(_pieces_of(pair, side, run), key=lambda piece: (-piece.content, piece.indexes[0]))[:_MOST]
