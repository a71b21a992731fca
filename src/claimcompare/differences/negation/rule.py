"""One version affirms what the other denies.

A negator counts against the words that it governs: where those are shared and the other version has no negator there,
one of the two says the opposite. An antonym beside it turns that round again ("did not leave" and "stayed").
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.negation.ended import may_have_been
from claimcompare.differences.negation.existence import are_said_to_be, has_degree_prefix
from claimcompare.differences.negation.opposites import beside_alike, opposites
from claimcompare.differences.negation.otherwise import as_real, counterpart
from claimcompare.differences.negation.outcomes import agree_at
from claimcompare.differences.negation.parts import (
    degrees,
    is_by_a_part,
    is_denied_a_part,
    is_denied_of_a_sort,
    is_denied_of_some,
)
from claimcompare.differences.negation.privatives import is_deprived
from claimcompare.differences.negation.stances import stances
from claimcompare.differences.negation.unsaid import unsaid
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.apart import are_of_one_thing, saying_at, verbs_apart
from claimcompare.differences.shared.same.corresponding import NO_LIKENESS, likeness_beside, said_alike, same_subject
from claimcompare.differences.shared.syntax.modals import (
    are_as_real,
)
from claimcompare.differences.shared.syntax.moods import is_conditional, is_question
from claimcompare.differences.shared.syntax.negators import (
    governed_by,
    holds_in_part,
    holds_later,
    is_negated,
    negators_of,
    sort_of,
    turned_words,
    turns_act,
    turns_all,
)
from claimcompare.differences.shared.syntax.phrases import subject_of
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES, Point, left_first
from claimcompare.lexicons.reporting import reporting_forms, verbs_of_reporting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["negation"]
_COPY: float = _SETTINGS["copy"]
_FEWEST_CLOSE: int = _SETTINGS["fewest_close"]


def negation(pair: Pair) -> Iterator[Point]:
    """The points at which one version negates what the other affirms, or has the opposite word."""
    yield from opposites(pair)
    if is_question(pair.versions[0]) != is_question(pair.versions[1]):
        return  # "Was it not tested?" denies nothing
    for side in SIDES:
        for negator in negators_of(pair.versions[side]):
            if (found := _denied(pair, side, negator)) is not None:
                yield found
    yield from unsaid(pair)


def _denied(pair: Pair, side: Side, negator: int) -> Point | None:
    """The point of a negator whose governed word the other version has without one."""
    version = pair.versions[side]
    governed = governed_by(version, negator)
    if governed is None or _is_denied(version, negator) or _answered(pair, side, negator, governed):
        return None
    if (
        _asked(version, governed)
        or _may_hold_too(pair, side, negator, governed)
        or _is_since_then(pair, side, governed)
    ):
        return None
    there = _same_word(pair, side, governed)
    if there is None:
        return _denied_otherwise(pair, side, negator, governed)
    if has_degree_prefix(version, governed) != has_degree_prefix(pair.versions[OTHER[side]], there):
        return None  # "not filled to the brim", "under-filled"
    return _denied_again(pair, side, (negator, governed), there)


def _may_hold_too(pair: Pair, side: Side, negator: int, denied: int) -> bool:
    """Whether what is denied holds in part, or later than the other says; not where both say "before winter"."""
    version, later = pair.versions[side], holds_later(pair.versions[side], denied)
    if is_denied_of_a_sort(pair, side, degrees(version, negator + 1, denied)):
        return True
    return holds_in_part(version, denied) or (later is not None and not pair.shares(side, later))


def _is_since_then(pair: Pair, side: Side, governed: int) -> bool:
    """Whether it is denied since a day of the other version: "has not erupted since 1984", "last erupted in 1984"."""
    version = pair.versions[side]
    days = {one.key for one in pair.versions[OTHER[side]].dates}
    return any(
        one.key in days and version.form(place.start - 1) == "since"
        for one in version.dates
        if (place := version.indexes(one.span)) and place.start > governed
    )


def _denied_again(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> Point | None:
    """The point of a denied word that the other version has without a negator."""
    negator, governed = denied
    other = pair.versions[OTHER[side]]
    words = left_first(side, governed, there)
    of_one = beside_alike(pair, words) or same_subject(pair, *words) or are_of_one_thing(pair, *words)
    of_one = of_one or are_said_to_be(pair, side, denied, there)
    if not (of_one or is_denied_of_some(pair, side, governed, there)) or is_by_a_part(other, there):
        return None
    if is_negated(other, there) or is_deprived(other, there) or _turned(pair, side, negator, governed):
        return None
    return _point(pair, side, denied, there, _severity(pair, side, denied, there))


def _denied_otherwise(pair: Pair, side: Side, negator: int, governed: int) -> Point | None:
    """The point of a denied act for which the other version has another word."""
    found = counterpart(pair, side, negator, governed)
    if found is None or is_negated(pair.versions[OTHER[side]], found.at) or _turned(pair, side, negator, governed):
        return None
    words = left_first(side, [governed], [found.at])
    alike = likeness_beside(pair, 2 + pair.content[side][negator]) >= _COPY
    sure = found.sure and (alike or said_alike(pair, *words) or are_of_one_thing(pair, words[0][0], words[1][0]))
    return _point(pair, side, (negator, governed), found.at, "conflict" if sure else "shift")


def _point(pair: Pair, side: Side, denied: tuple[int, int], there: int, severity: Severity) -> Point:
    """The point with a negator and its word on one side and a word on the other."""
    here = (_denying(pair.versions[side], denied[0]), denied[1])
    return point("negation", severity, pair.marks(*left_first(side, here, (there, there))), "negated")


def _is_denied(version: Version, negator: int) -> bool:
    """Whether a negator is denied itself: "will not refuse", "did not rule out"."""
    return any(governed_by(version, at) == _denying(version, negator) for at in negators_of(version) if at < negator)


def _denying(version: Version, negator: int) -> int:
    """The negator, or the verb that it belongs to: "ruled" of "ruled out going"."""
    return negator - turns_act(version, negator)


def _same_word(pair: Pair, side: Side, at: int) -> int | None:
    """The form of the same word that a token corresponds to, also within a phrase: "failed to stop", "stopped".

    Where the verb corresponds to nothing, the only form of it there: what one did, another refused to do, in its place.
    """
    other = OTHER[side]
    stem = pair.versions[side].bases[at]
    partners = pair.partner(side, at) or _lone_form(pair, side, at)
    return next((one for one in partners if pair.versions[other].bases[one] == stem), None)


def _lone_form(pair: Pair, side: Side, at: int) -> tuple[int, ...]:
    """The only word of the other version that is a verb of the same base, where it corresponds to nothing."""
    other = pair.versions[OTHER[side]]
    found = tuple(one for one, base in enumerate(other.bases) if base == pair.versions[side].bases[at])
    alone = len(found) == 1 and not pair.partner(OTHER[side], found[0])
    return found if alone and is_verb(other, found[0]) else ()


def _asked(version: Version, verb: int) -> bool:
    """Whether a question follows the verb: "did not say whether", unlike "was not hurt when"."""
    after = version.forms[verb + 1 : verb + 2]
    if not after or after[0] not in lexicons.words("question_words"):
        return False
    return after[0] not in lexicons.words("clause_question_words") or version.forms[verb] in _asking()


@cache
def _asking() -> frozenset[str]:
    """Verbs of reporting and words like "know", after which a question may follow."""
    return reporting_forms() | lexicons.words("wondering_words")


def _answered(pair: Pair, side: Side, negator: int, governed: int) -> bool:
    """Whether the other version has a negator for this one, or other words that say as much: "turned down"."""
    other = OTHER[side]
    if _says_as_much(pair, side, negator, governed) or agree_at(pair, side, governed):
        return True
    negators = set(negators_of(pair.versions[other]))
    if any(turns_all(pair.versions[other], at) for at in negators):
        return True  # "not all agreed", "some did not agree"
    slots = (slot for slot in pair.slots if negator in slot.side(side))
    return any(at in slot.side(other) for slot in slots for at in negators) or _denied_alike(pair, side, negator)


def _says_as_much(pair: Pair, side: Side, negator: int, governed: int) -> bool:
    """Whether the other version has words like it: "turned down" for "rejected", not "stopped" for "failed to stop"."""
    link = pair.partners[side].get(negator)
    if link is None or link.relation in NO_LIKENESS or sort_of(pair.versions[side].forms[negator]) == "not":
        return False  # what "nobody" corresponds to is somebody, unless it is a negator itself
    there = link.left if side else link.right
    return governed not in (link.right if side else link.left) and any(pair.content[OTHER[side]][at] for at in there)


def _denied_alike(pair: Pair, side: Side, negator: int) -> bool:
    """Whether what is denied here is negated there: "denied that it had met him", "had not met him"."""
    if sort_of(pair.versions[side].forms[negator]) != "deny":
        return False
    other = OTHER[side]
    beside = (pair.versions[other].forms[at] for at in pair.partner(side, negator))
    if any(form in verbs_of_reporting() and verbs_of_reporting()[form][1] == "deny" for form in beside):
        return True  # "disputed that he had met him"
    clause = range(negator + 1, _clause_end(pair.versions[side], negator + 1))
    return not turned_words(pair.versions[other]).isdisjoint(pair.reached(side, clause))


def _clause_end(version: Version, start: int) -> int:
    """The first token from ``start`` on that follows a comma, a quotation mark or the like."""
    return next((at for at in range(start + 1, len(version.gaps)) if version.gaps[at]), len(version.gaps))


def _turned(pair: Pair, side: Side, negator: int, governed: int) -> bool:
    """Whether an antonym of a word nearby turns the sense back, or words for and against do."""
    near = range(max(0, negator - 2), min(len(pair.tokens(side)), governed + 4))
    if any((link := pair.partners[side].get(at)) is not None and link.relation == "antonym" for at in near):
        return True
    return any(found[side][0] in near for found in stances(pair))


def _severity(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> Severity:
    """A conflict where the words around are shared too; a shift where the versions have little else in common."""
    negator, governed = denied
    if _may_both_hold(pair, side, denied, there):
        return "shift"
    words = left_first(side, [governed], [there])
    refused = sort_of(pair.versions[side].forms[negator]) == "refuse"  # then the act itself is denied, and no thing
    acts = [at[0] if refused else _act_of(version, at[0]) for version, at in pair.each(*words)]
    of_thing = pair.versions[side].forms[negator] == "no"
    if not (are_as_real(pair, *acts) if of_thing else as_real(pair, side, denied, there)):
        return "shift"  # "has not met", "will meet"; "heard no owl", "heard an owl"
    if is_denied_a_part(pair, side, governed, there) or is_denied_of_some(pair, side, governed, there):
        return "conflict"
    if verbs_apart(pair, *acts):
        return "shift"
    alike = (
        _is_close(pair, side, denied) or said_alike(pair, *words) or are_of_one_thing(pair, words[0][0], words[1][0])
    )
    return "conflict" if alike or are_said_to_be(pair, side, denied, there) else "shift"


def _may_both_hold(pair: Pair, side: Side, denied: tuple[int, int], there: int) -> bool:
    """Whether both versions deny something, or one only supposes it, or it is of the past and no longer so."""
    negator, governed = denied
    if len(negators_of(pair.versions[0])) == len(negators_of(pair.versions[1])):
        return True  # "never said", "said it is not"
    if is_conditional(pair.versions[side], governed) or is_conditional(pair.versions[OTHER[side]], there):
        return True  # "not needed", "if it is needed"
    if sort_of(pair.versions[side].forms[negator]) == "deny" and _is_said_by_another(pair, side, negator, there):
        return True  # "he denied taking it", "a witness said that he took it"
    return may_have_been(pair, side, negator, there)


def _is_said_by_another(pair: Pair, side: Side, denial: int, there: int) -> bool:
    """Whether somebody says it in the other version who is not the one that denies it here."""
    said, subject = saying_at(pair.versions[OTHER[side]], there), subject_of(pair.versions[side], denial)
    if said is None or subject is None or subject.is_pronoun:
        return False
    source = pair.indexes(OTHER[side], said.source)
    return pair.reached(side, subject.words).isdisjoint(source)


def _act_of(version: Version, at: int) -> int:
    """The verb that a denied thing is the object of: of "heard no owl"; or the word itself."""
    for one in range(at, -1, -1):
        thing = one and version.form(one - 1) in lexicons.words("empty_words")  # "has no running water"
        if (is_verb(version, one) and not thing) or version.forms[one] in lexicons.words("forms_of_be"):
            return one
        if version.gaps[one]:
            break
    return at


def _is_close(pair: Pair, side: Side, denied: tuple[int, int]) -> bool:
    """Whether the versions are much the same, and so are the words around a denied one."""
    negator, governed = denied
    content = pair.content[side]
    around = [at for at in range(max(0, negator - 4), min(len(content), governed + 5)) if content[at]]
    links = (pair.partners[side].get(at) for at in around)
    shared = sum(link is not None and link.relation not in NO_LIKENESS for link in links)
    return shared >= _FEWEST_CLOSE and pair.likeness >= _COPY
