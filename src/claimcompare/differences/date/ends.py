"""Until when something lasts: "a curfew runs until Friday" and "the curfew ends on Saturday" cannot both be right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.date.pairs import are_set_apart, is_lone
from claimcompare.differences.shared.same.corresponding import names_more
from claimcompare.differences.shared.syntax.phrases import clause_start
from claimcompare.differences.shared.time.datedverbs import opening_of
from claimcompare.differences.shared.view import SIDES

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import DateMention


def end_one_thing(pair: Pair, left: DateMention, right: DateMention) -> bool:
    """Whether each is the only day of its version, until which one thing lasts, and no word says that its end moved."""
    dates = (left, right)
    if are_set_apart(pair, left, right) or not all(
        is_lone(pair, side, date) for side, date in zip(SIDES, dates, strict=True)
    ):
        return False
    told = [_said_to_last(pair.versions[side], date) for side, date in zip(SIDES, dates, strict=True)]
    if told[0] is None or told[1] is None or any(_tells_otherwise(pair, side) for side in SIDES):
        return False
    lasting = [at for at in told[0] if at in pair.common and _is_noun_like(pair.versions[0], at)]
    return not pair.reached(0, lasting).isdisjoint(told[1]) and not all(names_more(pair, side) for side in SIDES)


def _said_to_last(version: Version, date: DateMention) -> range | None:
    """The words of the clause before a day until which something lasts, or on which it ends; None for other days."""
    place = version.indexes(date.span)
    lead = opening_of(version, place.start)
    clause = range(clause_start(version, lead), lead)
    until = not lexicons.words("end_prepositions").isdisjoint(version.forms[lead : place.start])
    ends = version.forms[max(0, lead - 1) : lead]
    return clause if until or not lexicons.words("ending_verbs").isdisjoint(ends) else None


def _is_noun_like(version: Version, at: int) -> bool:
    return version.features.tokens[at].form.islower() and version.forms[at] not in lexicons.words("ending_verbs")


def _tells_otherwise(pair: Pair, side: Side) -> bool:
    """Whether a version says that an end was moved, or that something is not so until then."""
    return not lexicons.words("moving_words").isdisjoint(pair.versions[side].forms)
