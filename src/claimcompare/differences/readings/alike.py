"""Versions that have a reading though no pair differs in it: they agree with all that they are compared with.

What a version has by its value (a date, a number of the same things, a name, a speaker) or word for word, it does not
lack, whatever another version of its report was compared with.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from claimcompare.differences.number.read.counts import counts_of, value_of
from claimcompare.differences.shared.runs import whole_words
from claimcompare.differences.shared.time.times import date_value
from claimcompare.differences.shared.versions import version_of
from claimcompare.differences.shared.view import Mark
from claimcompare.differences.shared.who.speakers import same_speaker
from claimcompare.lexicons import parameters
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Attribution, Features, Kind

Place = tuple[int, Mark]
Told = tuple["Version", Mark]
_FEWEST: int = parameters("differences")["alike"]["fewest"]


def alike(kind: Kind, found: Iterable[Place], versions: Sequence[Features]) -> list[Place]:
    """The readings of a difference in versions of which no pair has named any."""
    marks = list(found)
    named = {at for at, mark in marks if kind in _MEASURED or not mark.absent}
    if kind in _OF_THE_SILENT:
        telling = {versions[at].claim.report for at in named}
        named = {at for at, version in enumerate(versions) if version.claim.report in telling}
    if len(named) == len(versions):
        return []
    said = [(version_of(versions[at]), mark) for at, mark in marks if not mark.absent]
    others = ((at, version_of(version)) for at, version in enumerate(versions) if at not in named)
    return [(at, mark) for at, version in others for mark in _LOOKS[kind](version, said)]


def _same_dates(version: Version, said: Sequence[Told]) -> Iterator[Mark]:
    values = {mark.value for _, mark in said}
    return (Mark((one.span,), (value,)) for one in version.dates if (value := date_value(one)) in values)


def _same_numbers(version: Version, said: Sequence[Told]) -> Iterator[Mark]:
    known = [(mark, one) for other, mark in said for one in counts_of(other) if mark.touches(one.span)]
    for one in counts_of(version):
        value = value_of(one)
        if any(mark.value == value and are_of_one(one, own) for mark, own in known):
            yield Mark((one.span,), (value,))


def are_of_one(left: Count, right: Count) -> bool:
    """Whether two equal numbers count one thing: a word for it is the same, or both are a sum.

    A "bond" of $150 million here is the "deal" of so much there. The unit of a sum is the code of its currency.
    """
    return bool(left.stems & right.stems) or (left.quantity.unit or "").isupper()


def _same_names(version: Version, said: Sequence[Told]) -> Iterator[Mark]:
    values = {mark.value for _, mark in said}
    named = ((one.span, " ".join(one.words)) for one in version.features.names)
    same = (Mark((span,), (name,)) for span, name in named if name in values)
    return chain(same, _same_words(version, said))


def _same_speakers(version: Version, said: Sequence[Told]) -> Iterator[Mark]:
    """The sayings with the same verb of one who has a name or role in common with a speaker."""
    for one in version.features.attributions:
        same = (mark.value for other, mark in said for own in _sayings_at(other, mark) if _are_one(one, own))
        value = next(same, None)
        if value is not None:
            yield Mark((one.span,), (value,))


def _sayings_at(version: Version, mark: Mark) -> Iterator[Attribution]:
    return (one for one in version.features.attributions if mark.touches(one.cue))


def _are_one(left: Attribution, right: Attribution) -> bool:
    return left.verb == right.verb and same_speaker(left, right)


def _same_words(version: Version, said: Sequence[Told]) -> Iterator[Mark]:
    """The same words in the same order, where they are enough."""
    for other, mark in said:
        if len(mark.spans) > 1:
            continue
        words = other.indexes(mark.spans[0])
        if sum(other.content[at] for at in words) < _FEWEST:
            continue
        place = _place_of(other.forms[words.start : words.stop], version)
        if place:
            tokens = version.features.tokens
            yield Mark((Span(tokens[place[0]].start, tokens[place[-1]].end),), mark.parts)


def _place_of(words: Sequence[str], version: Version) -> range:
    """Where these words stand in a row, and are no part of a word with hyphens; nowhere is an empty one."""
    forms, length = version.forms, len(words)
    if not set(words).issubset(forms):  # of most readings some word is missing, and this is seen at once
        return range(0)
    starts = (at for at, form in enumerate(forms) if form == words[0] and forms[at : at + length] == words)
    places = (range(at, at + length) for at in starts)
    return next((place for place in places if whole_words(version, place) == place), range(0))


def _nowhere(version: Version, said: Sequence[Told]) -> Iterator[Mark]:  # noqa: ARG001 - a look like the others
    return iter(())


_LOOKS: Mapping[Kind, Callable[[Version, Sequence[Told]], Iterator[Mark]]] = {
    "number": _same_numbers,
    "date": _same_dates,
    "name": _same_names,
    "negation": _nowhere,  # whose deed or fate it is, the words do not say
    "modality": _same_words,
    "attribution": _same_speakers,
    "quotation": _same_words,
    "label": _same_words,
    "detail": _same_words,
    "wording": _nowhere,  # which stretches are put otherwise is seen in a pair alone
}
# What the rule says is lacking may be the same day or number of another act.
_MEASURED: frozenset[Kind] = frozenset({"number", "date"})
# A report that names one here and another one elsewhere speaks of two.
_OF_THE_SILENT: frozenset[Kind] = frozenset({"name", "modality", "attribution"})
