"""Whether two speakers are two people: by their names, as woman and man, or by their ages.

An office and a name may be one person ("the mayor", "Lena Marsh"), a body and somebody who speaks for it too.
"""

from __future__ import annotations

from itertools import permutations, product
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.shared.who.nameforms import are_two_of_a_family
from claimcompare.differences.shared.who.speakers import head_of, pronouns, sayings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution

_SAME_AGE: int = lexicons.parameters("differences")["attribution"]["same_age"]


def quoting(pair: Pair, side: Side) -> list[Attribution]:
    """The attributions of a version, "she" by whom she is; of a quotation that names nobody the one beside it."""
    beside = pair.features[side].told_beside
    found = [meant(pair, side, one) for one in sayings(pair, side)]
    return found or ([beside] if beside is not None and not pair.features[side].attributions else [])


def meant(pair: Pair, side: Side, one: Attribution) -> Attribution:
    """An attribution to a "she" or "he" with the name from the sentence before, where that may be of a woman or man."""
    beside = pair.features[side].told_beside
    if beside is None or one.speaker.lower() not in pronouns("anybody") or _gender(one) is None:
        return one
    return one if _two_genders(one, beside) else evolve(one, speaker=beside.speaker, age=beside.age)


def are_two_people(pair: Pair, left: Attribution, right: Attribution) -> bool:
    """Whether it is plain that the speakers are not one person."""
    return _two_named(pair, left, right) or _two_genders(left, right) or _two_ages(left, right)


def _two_ages(left: Attribution, right: Attribution) -> bool:
    """Whether both have an age, and not the same, a birthday aside."""
    return left.age is not None and right.age is not None and abs(left.age - right.age) > _SAME_AGE


def are_one_by_office(left: Attribution, right: Attribution) -> bool:
    """Whether one is named and the other may be the same by office: "Lena Marsh", "the mayor"."""
    offices = lexicons.words("titles", "person_nouns", "roles")
    return any(
        _names(named) and other.speaker.lower().startswith("the ") and not _names(other) and head in offices
        for named, other in permutations((left, right))
        for head in [head_of(other)]
    )


# ---------------------------------------------------------------- names


def _two_named(pair: Pair, left: Attribution, right: Attribution) -> bool:
    """Whether both are named, none by a name that stands in the other version, in whatever part."""
    names = _names(left), _names(right)
    if not all(names):
        return False
    if names[0] & names[1]:
        return any(are_two_of_a_family(*two) for two in product(_full_names(left), _full_names(right)))
    return names[0].isdisjoint(pair.versions[1].forms) and names[1].isdisjoint(pair.versions[0].forms)


def _names(one: Attribution) -> frozenset[str]:
    """The last words of its names: "kirby" of "a spokesman, John Kirby"; of bodies ("the Pentagon") none."""
    return frozenset(part[-1].casefold() for part in _parts(one) if _is_name(part))


def _full_names(one: Attribution) -> list[tuple[str, ...]]:
    """Its names with a first name that is known as one: "ann", "doe"."""
    names = (tuple(word.casefold() for word in part if word[0].isupper()) for part in _parts(one) if _is_name(part))
    return [name for name in names if name and name[0] in lexicons.rows("first_name_genders")]


def _parts(one: Attribution) -> list[list[str]]:
    """The words of the speaker, cut at commas."""
    return [part.split() for part in one.speaker.split(",") if part.strip()]


def _is_name(part: list[str]) -> bool:
    end = part[-1]
    body = end.lower() in lexicons.words("speakers", "titles") or part[0].lower() in lexicons.words("body_openers")
    return end[0].isupper() and not end.isupper() and not body


# ---------------------------------------------------------------- women and men


def _two_genders(left: Attribution, right: Attribution) -> bool:
    """Whether one is a woman and the other a man, as far as pronouns, titles, nouns and first names tell."""
    here, there = _gender(left), _gender(right)
    return here is not None and there is not None and here != there


def _gender(one: Attribution) -> str | None:
    """None where the words do not tell, or tell both: "her husband's lawyer, Ann Doe"."""
    if "'s " in one.speaker.replace("’", "'") or " and " in one.speaker:
        return None
    head = head_of(one)
    is_noun = head in one.speaker.split(",")[0].split() or one.speaker.islower()
    told = {gender for part in _parts(one) if _is_name(part) for gender in _genders_told(part)}
    told |= {lexicons.rows("genders").get(head)} if is_noun else set()
    told -= {None}
    return told.pop() if len(told) == 1 else None


def _genders_told(name: list[str]) -> Iterator[str | None]:
    """By a title before the name, and by the first name where a last one follows: "Mr Doe", "spokesman John Doe"."""
    titles, first_names = lexicons.rows("genders"), lexicons.rows("first_name_genders")
    before = [(form, form.casefold().rstrip(".")) for form in name[:-1]]
    yield from (titles[word] for _, word in before if word in titles)
    first = (first_names[word] for form, word in before if form[0].isupper() and word in first_names)
    yield next(first, None)
