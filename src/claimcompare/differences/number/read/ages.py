"""Which numbers are ages, and whose: "a 34-year-old driver", "a driver aged 34", "Ann Doe, 34", "who is 34"."""

from __future__ import annotations

import itertools
from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.phrases import subject_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.versions import KEPT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Quantity

_DEAD = "dead"  # of the fates
_MARKS_BEHIND = frozenset({",", ";", ".", ")", ",”"})


def age_owner(version: Version, quantity: Quantity, words: range) -> tuple[int, ...] | None:
    """The words that say whose age a quantity is, none where nothing says it; None where it is no age."""
    forms, start, stop = version.forms, words.start, words.stop
    if quantity.unit == "year" and forms[stop : stop + 1] == ("old",):
        return _owner_of_years(version, start, stop)
    if quantity.unit is not None:
        return None
    if quantity.ordinal:  # "her 75th birthday"
        celebrated = not lexicons.words("age_nouns").isdisjoint(forms[stop : stop + 1])
        return (_person_before(version, start) or None) if celebrated else None
    if _is_bound(forms, stop):
        return ()
    if start and forms[start - 1] in lexicons.words("age_openers"):
        return _one_before(version, start - 1) or _person_before(version, start - 1, dying=True)
    return _bare_owner(version, quantity, start) if len(words) == 1 else None


def _owner_of_years(version: Version, start: int, stop: int) -> tuple[int, ...]:
    """Whose age it is that is told in years: "a 34-year-old driver", "is a 34-year-old", "is 34 years old"."""
    described = _described(version, stop + 1)
    if described and start > 1 and version.forms[start - 2] in lexicons.words("forms_of_be"):
        return (*_person_before(version, start), *described)
    named = _apposed(version, start) if described else _before_comma(version, start)
    found = (*named, *described, *(_stated_of(version, start, of_things=True) or ()))
    nobody = not found and version.form(start - 1) in lexicons.words("determiners")
    return (stop,) if nobody else found  # "the 23-year-old won"


def _bare_owner(version: Version, quantity: Quantity, at: int) -> tuple[int, ...] | None:
    """Whose age a bare number is, which only a comma or what is before makes one: "Ann Doe, 34,", "who is 34"."""
    closed = _is_closed(version, at)
    if closed and _is_apposed(version, at):
        return (at - 1,)
    stated = _stated_of(version, at) if closed or _is_auxiliary(version, at + 1) else None
    then = not lexicons.words("clause_starts").isdisjoint(version.forms[at + 1 : at + 2])  # "was 80 when he retired"
    if stated is not None or quantity.counted or then:
        return stated
    before = version.forms[max(0, at - 2) : at]
    if before[1:] == ("of",) and before[0] in lexicons.words("age_openers"):
        return _person_before(version, at, dying=True) or None
    reached = not lexicons.words("forms_of_be", "ageing_verbs").isdisjoint(before[-1:])  # "is 34", "turned 70"
    return (_person_before(version, at) or None) if reached else None


def _person_before(version: Version, at: int, *, dying: bool = False) -> tuple[int, ...]:
    """The person who is the subject of the last verb before a word; ``dying``: who died "at the age of 81"."""
    being = lexicons.words("forms_of_be")
    verb = next((one for one in range(at - 1, 0, -1) if is_verb(version, one) or version.forms[one] in being), None)
    if verb is None or (dying and lexicons.sorts("fates").get(version.forms[verb]) != _DEAD):
        return ()
    who = subject_of(version, verb)
    return (who.head,) if who is not None and _is_person(version, who.head) else ()


def _described(version: Version, at: int) -> tuple[int, ...]:
    """The words behind "34-year-old", up to the end of the clause."""
    ahead = range(at, min(len(version.forms), at + 2))
    told = itertools.takewhile(lambda one: version.content[one] and not is_verb(version, one), ahead)
    return tuple(one for one in told if not any(version.gaps[at : one + 1]))


def _is_bound(forms: Sequence[str], at: int) -> bool:
    """Whether words behind a number make it the age from or up to which somebody is: "50 and older"."""
    joined, ending = forms[at : at + 1], forms[at + 1 : at + 2]
    return joined in (("and",), ("or",)) and not lexicons.words("age_endings").isdisjoint(ending)


def _apposed(version: Version, at: int) -> tuple[int, ...]:
    """The last word of the name before an age: "Ann Doe, a 34-year-old driver"; none where there is none."""
    before = at - 1
    opens = before > 0 and version.forms[before] in lexicons.words("articles") and version.gaps[before] == ","
    return (before - 1,) if opens and before - 1 in _last_of_names(version) else ()


def _before_comma(version: Version, at: int) -> tuple[int, ...]:
    """The noun that an age stands behind: "the church, 104 years old, burned down"."""
    return (at - 1,) if at and version.gaps[at] == "," and version.content[at - 1] else ()


def _is_closed(version: Version, at: int) -> bool:
    """Whether a comma, a full stop or the like follows a number, or nothing."""
    return at + 1 == len(version.gaps) or version.gaps[at + 1] in _MARKS_BEHIND


def _is_apposed(version: Version, at: int) -> bool:
    """Whether a number follows a name or a word for a person and a comma: "Ann Doe, 34"."""
    return at > 0 and version.gaps[at] == "," and _is_person(version, at - 1)


def _is_person(version: Version, at: int) -> bool:
    """Whether a word ends a name, or is a noun for one person."""
    return at in _last_of_names(version) or version.forms[at] in lexicons.words(
        "person_nouns", "roles", "people_words", "titles"
    )


def _one_before(version: Version, at: int) -> tuple[int, ...]:
    """The noun or name before the "aged" of "a driver aged 34", where it is of one."""
    before = at - 1
    if before < 0 or version.gaps[at] not in ("", ",") or not version.content[before]:
        return ()
    one = before in _last_of_names(version) or singular(version.forms[before]) == version.forms[before]
    return (before,) if one and not is_verb(version, before) else ()


def _stated_of(version: Version, at: int, *, of_things: bool = False) -> tuple[int, ...] | None:
    """Of whom (or what) a verb or an "of" says the age: "Ann Doe, who is 34", "the driver is 34", "a driver of 34"."""
    form, before = version.form(at - 1), at - 2
    relative = before >= 1 and version.forms[before] in lexicons.words("relative_words")
    if relative and (of_things or version.forms[before] == "who") and form in lexicons.words("forms_of_be"):
        return (before - 1,)
    stated = form == "of" or form in lexicons.words("forms_of_be")
    whole = before >= 0 and not any(version.gaps[before + 1 : at + 1])
    named = stated and whole and ((of_things and version.content[before]) or _is_person(version, before))
    return (before,) if named else None


def _is_auxiliary(version: Version, at: int) -> bool:
    """Whether a verb goes on behind an age: "a driver who is 34 was held"."""
    return version.forms[at] in lexicons.words("forms_of_be", "tense_words", "modal_verbs") or is_verb(version, at)


@lru_cache(maxsize=KEPT)
def _last_of_names(version: Version) -> frozenset[int]:
    names = (version.indexes(one.span) for one in version.features.names)
    return frozenset(place[-1] for place in names if place)
