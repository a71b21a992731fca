"""Whether two noun phrases are of one thing: their heads correspond, and nothing before them tells them apart."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.view import OTHER, SIDES, left_first
from claimcompare.differences.shared.who.nameforms import may_be_one_name, name_words, nature_of
from claimcompare.lexicons.relations import relation

if TYPE_CHECKING:
    from claimcompare.differences.shared.syntax.phrases import NounPhrase
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Name, Relation, Span

_ENOUGH_SHARED: int = lexicons.parameters("differences")["things"]["enough_shared"]
_WHOLE = frozenset({"all", "none"})
_ONE_PART = _WHOLE | {"", "most"}  # of which there are no two
_YEARS_AGO = "year-"
_LOOSE: frozenset[Relation] = frozenset({"number", "phrase"})  # links that may be of two things of one sort


def is_one_thing(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether the heads of two phrases correspond, and not both have a word before them that the other lacks."""
    if not is_one_word(pair, left.head, right.head):
        return False
    if _are_counted_apart(pair, left, right) and not _are_all_and_some(pair, left, right):
        return False
    if _is_part_of(pair, left, right) or _are_two_names(pair, left, right) or are_two_measures(pair, left, right):
        return False
    others = _is_another(pair.versions[0], left) != _is_another(pair.versions[1], right)
    if others or _are_some_and_others(pair, left, right):
        return False
    if _are_of_two_years(pair, left, right):
        return False
    extra = [
        [at for at in phrase.before if not stands_there(pair, side, at)]
        for side, phrase in zip(SIDES, (left, right), strict=True)
    ]
    return not all(extra) and not any(_say_whose(version, words) for version, words in pair.each(*extra))


def _are_two_names(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether both are named, and not alike: Leeds United, York United."""
    here, there = _name_of(pair.versions[0], left), _name_of(pair.versions[1], right)
    return here is not None and there is not None and not may_be_one_name(name_words(here), name_words(there))


def _is_another(version: Version, phrase: NounPhrase) -> bool:
    """Whether it is one besides: another bomb, the other guard, the second bomb."""
    before = range(max(0, phrase.place.start - 1), phrase.head)
    if not lexicons.words("other_words").isdisjoint(version.forms[before.start : before.stop]):
        return True
    counted = (one for one in version.features.quantities if one.ordinal and one.low > 1)
    return any(at in before for one in counted for at in version.indexes(one.span))


def _are_of_two_years(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether a word before one says that it was that of an earlier year: last year's race, the race."""
    years = [
        {one.key for one in version.dates if one.key.startswith(_YEARS_AGO) and _says_when(version, one.span, phrase)}
        for version, phrase in pair.each(left, right)
    ]
    return years[0] != years[1]


def _says_when(version: Version, span: Span, phrase: NounPhrase) -> bool:
    """Whether a date stands right before a phrase."""
    return phrase.place.start - 1 in version.indexes(span)


def _lies_in(version: Version, span: Span, phrase: NounPhrase) -> bool:
    return any(at in phrase.place for at in version.indexes(span))


def are_two_measures(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether both are measures, and not of one kind: profits, sales."""
    kinds = [_kind(version, one) for version, one in pair.each(left, right)]
    return None not in kinds and kinds[0] != kinds[1]


def _kind(version: Version, phrase: NounPhrase) -> str | None:
    return measure_kinds().get(version.forms[phrase.head])


@cache
def measure_kinds() -> dict[str, str]:
    """Of what kind each word for a measure is: profits and earnings are of one, sales of another."""
    return {word: kind for kind, words in lexicons.table("measure_kinds") for word in words.split(", ")}


def _name_of(version: Version, phrase: NounPhrase) -> Name | None:
    if phrase.head not in version.named:
        return None
    return next((one for one in version.features.names if phrase.head in version.indexes(one.span)), None)


def may_be_one_thing(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether two phrases are of one thing, or one is a pronoun for it in versions that share several other words."""
    if left.is_pronoun == right.is_pronoun:
        return is_one_thing(pair, left, right)
    if not _may_stand_for(pair, left, right):
        return False
    shared = (at for at in pair.partners[0] if at not in left.place and pair.content[0][at])
    return sum(corresponds(pair, at, other) for at in shared for other in pair.partner(0, at)) >= _ENOUGH_SHARED


def are_one_party(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether two phrases may be of one who acts: the union, the members of the union."""
    if may_be_one_thing(pair, left, right) or _are_as_many_people(pair, left, right):
        return True
    if _is_by(pair, 0, left, right) or _is_by(pair, 1, right, left):
        return True
    acting = [version.forms[one.head] in lexicons.words("member_words") for version, one in pair.each(left, right)]
    if acting[0] == acting[1]:
        return False
    side: Side = 0 if acting[0] else 1
    members, body = left_first(side, left, right)
    return any(is_one_word(pair, *left_first(side, at, body.head)) for at in members.words)


def _is_by(pair: Pair, side: Side, act: NounPhrase, body: NounPhrase) -> bool:
    """Whether one is what the other decided: a ruling by the court, the court; not a ruling by a lower court."""
    if pair.versions[side].forms[act.head] not in lexicons.words("decision_words"):
        return False
    behind = [at for at in act.words if at > act.head]
    named = (body.head, *body.before)
    if len(behind) != len(named):
        return False
    return all(any(is_one_word(pair, *left_first(side, at, one)) for one in named) for at in behind)


def _are_as_many_people(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether both are as many people, and what they are is told of one alone: the three guards, the three men."""
    numbers = [_values_in(version, one) for version, one in pair.each(left, right)]
    nouns = [singular(version.forms[one.head]) for version, one in pair.each(left, right)]
    anybody = [noun in lexicons.words("people_words") for noun in nouns]
    people = lexicons.words("people_words", "person_nouns", "roles")
    return bool(numbers[0]) and numbers[0] == numbers[1] and any(anybody) and people.issuperset(nouns)


def _may_stand_for(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether a pronoun may be the thing or the person that the other version names: it, the ferry."""
    side: Side = 0 if left.is_pronoun else 1
    pronoun, named = left_first(side, left, right)
    form, noun = pair.versions[side].forms[pronoun.head], pair.versions[OTHER[side]].forms[named.head]
    if form == "they":
        return noun.endswith("s")
    name, people = _name_of(pair.versions[OTHER[side]], named), lexicons.words("person_nouns", "roles", "titles")
    if name is not None and noun not in people and not nature_of(name):
        return form in ("he", "she", "it")  # of a firm, a town or somebody
    is_person = noun in people or (name is not None and nature_of(name) == "person")
    return form in ("he", "she") if is_person else form == "it" and noun.removesuffix("s") not in people


def _say_whose(version: Version, words: list[int]) -> bool:
    """Whether a word that the other lacks makes it another post: the mayor, the deputy mayor."""
    return any(version.forms[at] in lexicons.words("former_words") for at in words)


def _is_part_of(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether one is a number of the other, which is not said to be all of them: two of the guards, the guards."""
    parts = [_is_number_of(pair.versions[0], left), _is_number_of(pair.versions[1], right)]
    if parts[0] == parts[1]:
        return False
    version, whole = (pair.versions[1], right) if parts[0] else (pair.versions[0], left)
    forms = version.forms[max(0, whole.place.start - 1) : whole.head]
    return lexicons.words("universal_words", "empty_words").isdisjoint(forms)


def _are_some_and_others(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether one is some of a sort, or most, and the other may be the others: most schools, two schools."""
    here, there = _degree(pair.versions[0], left), _degree(pair.versions[1], right)
    return here not in _ONE_PART if here == there else not {here, there} & _WHOLE


def _degree(version: Version, phrase: NounPhrase) -> str:
    """Whether a phrase begins with a word for all, most, many or some of a sort; nothing where it says nothing."""
    opened = version.forms[max(0, phrase.place.start - 1) : min(phrase.head, phrase.place.start + 1)]
    return next((degree_words()[form] for form in opened if form in degree_words()), "")


@cache
def degree_words() -> dict[str, str]:
    """For each word that says how much of a thing, how often or how surely, the degree."""
    return {row[0]: row[1] for row in lexicons.table("scope_words")}


def _are_all_and_some(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether one is all of as many as the other is a number of: all five guards, two of the five guards."""
    some, every = (0, 1) if _is_number_of(pair.versions[0], left) else (1, 0)
    phrases = left, right
    forms = pair.versions[every].forms[max(0, phrases[every].place.start - 1) : phrases[every].head]
    if lexicons.words("universal_words").isdisjoint(forms) or not _is_number_of(pair.versions[some], phrases[some]):
        return False
    return _values_in(pair.versions[every], phrases[every]) <= _values_in(pair.versions[some], phrases[some])


def _values_in(version: Version, phrase: NounPhrase) -> set[float]:
    return {one.low for one in version.features.quantities if _lies_in(version, one.span, phrase)}


def _is_number_of(version: Version, phrase: NounPhrase) -> bool:
    """Whether a phrase is of a number of some: two of the guards, 40% of voters."""
    place = phrase.place
    return any(at in version.numbered and version.forms[at + 1] == "of" for at in place if at < phrase.head)


def _are_counted_apart(pair: Pair, left: NounPhrase, right: NounPhrase) -> bool:
    """Whether both begin with a number, and with another: one of the nine hostages, two of the nine hostages."""
    values = [
        [(one.low, one.ordinal) for one in version.features.quantities if _begins_in(version, one.span, phrase)][:1]
        for version, phrase in pair.each(left, right)
    ]
    return all(values) and values[0] != values[1]


def _begins_in(version: Version, span: Span, phrase: NounPhrase) -> bool:
    place = version.indexes(span)
    if not place or "not" in version.forms[max(0, place[0] - 2) : place[0]]:
        return False  # "not one of the huts", "not a single hut"
    return phrase.place.start <= place[0] <= phrase.head


def is_one_word(pair: Pair, left: int, right: int) -> bool:
    """Whether two words are one, are forms of one pronoun, or correspond and are not merely of one sort."""
    forms = pair.versions[0].forms[left], pair.versions[1].forms[right]
    if forms[0] == forms[1] or pair.versions[0].stems[left] == pair.versions[1].stems[right]:
        return True
    cases = lexicons.rows("pronoun_cases")
    if cases.get(forms[0], forms[0]) == cases.get(forms[1], forms[1]):
        return True
    return corresponds(pair, left, right) and not _are_merely_alike(pair, left, right)


def _are_merely_alike(pair: Pair, left: int, right: int) -> bool:
    """Whether they are two things of one sort, or two numbers: wheat and maize, tram drivers and conductors."""
    link = pair.partners[0].get(left)
    if link is not None and link.relation in _LOOSE:
        return True
    return relation(pair.versions[0].stems[left], pair.versions[1].stems[right]) in ("similar", "sibling")


def stands_there(pair: Pair, side: Side, at: int) -> bool:
    """Whether a word stands in the other version as well, or says no more than "a"."""
    other = OTHER[side]
    if pair.versions[side].forms[at] in lexicons.words("single_words"):
        return True
    if pair.shares(side, at) or any(is_one_word(pair, *left_first(side, at, one)) for one in pair.partner(side, at)):
        return True
    return pair.versions[side].bases[at] in pair.versions[other].bases
