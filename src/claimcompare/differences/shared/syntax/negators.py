"""Which words of a version negate, and which words they turn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.versions import KEPT, is_gerund
from claimcompare.lexicons.measures import words_with
from claimcompare.lexicons.reporting import reporting_forms

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version

_SETTINGS = lexicons.parameters("differences")["negators"]
_BACK: int = _SETTINGS["back"]
_AHEAD: int = _SETTINGS["ahead"]
_AHEAD_OF_DENIAL: int = _SETTINGS["ahead_of_denial"]
_NONE_REACH: int = _SETTINGS["none_reach"]
_TIMES = "MWSUE"  # in measures.tsv: months, weekdays, seasons, units of time, the end or start of one
_PART_REACH: int = _SETTINGS["part_reach"]
_TOO_REACH: int = _SETTINGS["too_reach"]
_TOO = "too"


def sort_of(form: str) -> str | None:
    """What a word turns: a word, an act or a statement ("not", "refuse", "deny"); None where it turns nothing."""
    return "not" if form.endswith("n't") else lexicons.rows("negators").get(form)


@lru_cache(maxsize=KEPT)
def negators_of(version: Version) -> tuple[int, ...]:
    """The tokens that negate."""
    return tuple(at for at, form in enumerate(version.forms) if _negates(version, at, form))


def _negates(version: Version, at: int, form: str) -> bool:
    if form in lexicons.words("refusals_with_to"):
        return version.forms[at + 1 : at + 2] == ("to",)  # "failure to pay", but "failure of a pump"
    if sort_of(form) is not None or _still_to_come(version, at) or turns_act(version, at):
        return True
    return kept_from(version, at) is not None


def turns_act(version: Version, at: int) -> bool:
    """Whether it is the "against" of "voted against closing", or the "out" of "ruled out going"."""
    verbs = lexicons.rows("act_negators").get(version.forms[at])
    if verbs is None or not 0 < at < len(version.forms) - 1 or version.bases[at - 1] not in verbs.split(", "):
        return False
    return is_gerund(version, at + 1) and not any(version.gaps[at : at + 2])


def kept_from(version: Version, too: int) -> int | None:
    """What a thing is kept from that is too much of something: the "hold" of "too weak to hold", but no saying."""
    forms = version.forms
    if forms[too] != _TOO or not (too == 0 or _is_of_measure(forms[too - 1])):
        return None
    if any(map(sort_of, forms[max(0, too - _BACK) : too])):
        return None
    to = next((at for at in range(too + 2, min(len(forms), too + _TOO_REACH)) if forms[at] == "to"), len(forms))
    verb = next((at for at in range(to + 1, min(len(forms), to + _AHEAD)) if version.content[at]), None)
    if verb is None or any(version.gaps[too + 1 : verb + 1]):
        return None
    said = forms[verb] in reporting_forms() or forms[verb] in lexicons.words("wondering_words")
    return None if said else verb  # "too early to say"


def _is_of_measure(before: str) -> bool:
    """Whether a "too" behind the word says how much: "is too weak", and not "she too wants to leave"."""
    return before in lexicons.words("forms_of_be", "copulas", "verb_chain", "small_adverbs") or before.endswith("ly")


def _still_to_come(version: Version, at: int) -> bool:
    """Whether it is the "yet" of "has yet to leave"."""
    forms = version.forms
    before, behind = forms[max(0, at - 1) : at], forms[at + 1 : at + 2]
    return forms[at] == "yet" and behind == ("to",) and not lexicons.words("tense_words").isdisjoint(before)


def governed_by(version: Version, negator: int) -> int | None:
    """The content word that the negator turns: the next one, with nothing but a blank between; or "all" or "every"."""
    tokens = version.features.tokens
    if turns_all(version, negator):
        return negator + 1
    if version.forms[negator] == _TOO:
        return kept_from(version, negator)
    ahead = _AHEAD_OF_DENIAL if sort_of(version.forms[negator]) == "deny" else _AHEAD
    start = negator + 1 + ends_state(version, negator)
    for at in range(start, min(len(tokens), start + ahead)):
        if version.gaps[at] or version.forms[at] in lexicons.words("restrictors"):
            return None
        if counts_none(version, negator) and version.forms[at] in lexicons.words("single_words"):
            continue  # "not a single house"
        if version.content[at]:
            return at if tokens[at].form[0].islower() else None
    return None


def turns_all(version: Version, negator: int) -> bool:
    """Whether it is the "not" of "not all"."""
    if version.forms[negator] != "not" or negator + 1 == len(version.forms):
        return False
    return version.forms[negator + 1] in lexicons.words("universal_words") and not version.gaps[negator + 1]


def ends_state(version: Version, negator: int) -> bool:
    """Whether it is the "no" of "no longer", which denies what was so before; "no longer than" compares."""
    forms = version.forms
    if forms[negator] != "no" or forms[negator + 1 : negator + 2] != ("longer",) or version.gaps[negator + 1]:
        return False
    return forms[negator + 2 : negator + 3] != ("than",)


def counts_none(version: Version, negator: int) -> bool:
    """Whether it says that there is none who did what follows: "no", "none of", "not one", "not a single"."""
    behind = version.forms[negator + 1 : negator + 3]
    if not lexicons.words("further_words").isdisjoint(behind[:1]):
        return False  # "no other shots", "no fewer than 40"
    if version.forms[negator] != "not":
        return version.forms[negator] in lexicons.words("empty_words")
    single = behind[:1] == ("a",) and not lexicons.words("single_words").isdisjoint(behind[1:])
    return single or behind[:1] == ("one",)


def turned_words(version: Version) -> set[int]:
    """The content words that a negator turns; to deny something turns all of it and no single word."""
    negators = (at for at in negators_of(version) if sort_of(version.forms[at]) != "deny")
    return {governed for negator in negators if (governed := governed_by(version, negator)) is not None}


def is_negated(version: Version, at: int) -> bool:
    """Whether a negator comes shortly before the word."""
    return any(
        kept_from(version, one) == at
        if version.forms[one] == _TOO
        else at - _BACK <= one < at or _is_of_none(version, one, at)
        for one in negators_of(version)
    )


def _is_of_none(version: Version, negator: int, at: int) -> bool:
    """Whether the subject of a word is none of some: "none of the 150 people on board died"."""
    if not negator < at <= negator + _NONE_REACH or version.forms[negator] not in lexicons.words("none_of_words"):
        return False
    return version.forms[negator + 1] == "of" and not any(version.gaps[negator + 1 : at + 1])


def holds_in_part(version: Version, verb: int) -> bool:
    """Whether it holds in part: what was not signed until Monday was signed then, what rose not as fast did rise.

    Who had never won before may have won now.
    """
    behind = version.forms[verb + 1 : verb + 1 + _PART_REACH]
    if "never" in version.forms[max(0, verb - _BACK) : verb] and _ends_with(version, verb + 1, "before"):
        return True
    return "until" in behind or (behind[:1] == ("as",) and "as" in behind[1:])


def holds_later(version: Version, denied: int) -> int | None:
    """The word that leads to when a denied one may hold: the "before" of "not found before June", "for two days"."""
    last = min(len(version.forms), denied + 1 + _PART_REACH)
    return next((at for at in range(denied + 1, last) if _leads_to_end(version, at)), None)


def _leads_to_end(version: Version, at: int) -> bool:
    """Whether a day or a length of time follows, at whose end it may be so: "before June", "for a week"."""
    if version.forms[at] == "before":
        return not words_with(_TIMES).isdisjoint(version.forms[at + 1 : at + 3])
    unit = version.forms[at + 2 : at + 3]
    return version.forms[at] == "for" and bool(unit) and unit[0].removesuffix("s") in lexicons.words("length_units")


def _ends_with(version: Version, start: int, word: str) -> bool:
    """Whether a clause ends with a word a little behind: "never won a title before"."""
    for at in range(start, min(len(version.forms), start + _PART_REACH)):
        if version.forms[at] == word:
            return at + 1 == len(version.forms) or bool(version.gaps[at + 1])
    return False
