"""Days that date a noun and no verb: "Saturday's parade", "the Aug. 31 deadline", "the crash on Tuesday killed".

Such a day contradicts the day of the same noun, or of a verb that says of it only that it was or is to come: "a parade
is planned for Sunday". The victims of Friday's fire may well be named on Saturday.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.modals import is_noun
from claimcompare.differences.shared.syntax.phrases import object_of, subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.time.datedverbs import acts_of, is_owner, opening_of
from claimcompare.differences.shared.time.times import scale

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair
    from claimcompare.records import DateMention


def date_one_noun(pair: Pair, left: DateMention, right: DateMention) -> bool | None:
    """Whether the days are those of one noun; None where neither belongs to one by an apostrophe or its place."""
    both = list(pair.each(left, right))
    if {scale(left), scale(right)} != {"day"} or all(_owned(version, date) is None for version, date in both):
        return None
    nouns = [_dated_noun(version, date) for version, date in both]
    return nouns[0] is not None and nouns[1] is not None and corresponds(pair, nouns[0], nouns[1])


def _dated_noun(version: Version, date: DateMention) -> int | None:
    """The noun that a day dates: behind its apostrophe, before its preposition, or of which a verb says that it was."""
    for noun in (_owned, _said_to_be, _before):
        if (found := noun(version, date)) is not None:
            return found
    return None


def _owned(version: Version, date: DateMention) -> int | None:
    """The head of "Saturday's open-top bus parade"; None where no noun follows the day like that."""
    place = version.indexes(date.span)
    if not is_owner(version, place):
        return None
    verb = next((at for at in range(place.stop + 1, len(version.forms)) if is_verb(version, at)), None)
    phrase = object_of(version, place.stop, verb) if place.stop < len(version.forms) else None
    # "the May 4, 2011, vote": the comma behind a year is that of the date
    start = place.stop + (version.gaps[place.stop : place.stop + 1] == version.gaps[place[-1] : place.stop] == (",",))
    return phrase.head if phrase and not any(version.gaps[start : phrase.head + 1]) else None


def _before(version: Version, date: DateMention) -> int | None:
    """The noun right before "on Tuesday", where no verb comes before it: "the crash on Tuesday killed three"."""
    place = version.indexes(date.span)
    at = opening_of(version, place.start) - 1
    if at < 1 or not version.content[at] or is_verb(version, at) or any(version.gaps[at + 1 : place.start + 1]):
        return None
    start = version.stretch_start(at)
    led = any(is_verb(version, one) for one in range(start, at))
    return at if is_noun(version, at) and not led else None


def _said_to_be(version: Version, date: DateMention) -> int | None:
    """The head of the subject of which a verb says only that it was, or is to come: "is planned for", "is Sunday"."""
    verb = acts_of(version).get(date)
    if verb is None or version.forms[verb] not in _saying_that_it_was():
        verb = _copula_before(version, date)
    subject = subject_of(version, verb) if verb is not None else None
    return subject.head if subject else None


def _copula_before(version: Version, date: DateMention) -> int | None:
    """The "is" right before a date: "the deadline is Sunday"."""
    at = opening_of(version, version.indexes(date.span).start) - 1
    return at if at > 0 and version.forms[at] in lexicons.words("forms_of_be") else None


@cache
def _saying_that_it_was() -> frozenset[str]:
    return lexicons.words("happening_verbs", "planning_words", "holding_verbs")
