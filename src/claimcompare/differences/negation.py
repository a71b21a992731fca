"""One version affirms what the other denies.

A negator counts against the words that it governs: where those are shared and the other version has no negator there,
one of the two says the opposite. An antonym beside it turns that round again ("did not leave" and "stayed").
"""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.modality import reality_of
from claimcompare.differences.runs import substitutions
from claimcompare.differences.speakers import group_of, may_be_one, same_speaker
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import SIDES, Mark, Point
from claimcompare.lexicons.relations import base, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Attribution, Relation, Severity

_NO_LIKENESS: frozenset[Relation] = frozenset({"antonym", "context"})
_REACH = {"not": 3, "refuse": 3, "deny": 4}
_SETTINGS = lexicons.parameters("differences")["negation"]
_COPY: float = _SETTINGS["copy"]
_FEWEST_SAID: int = _SETTINGS["fewest_said"]
_SAID_SHARE: float = _SETTINGS["said_share"]
_FEW = 4
_BEFORE = 5


def negation(pair: Pair) -> Iterator[Point]:
    """The points at which one version negates what the other affirms, or has the opposite word."""
    for left, right in _opposites(pair):
        point = _opposite(pair, left, right)
        if point is not None:
            yield point
    for side in SIDES:
        for negator in _negators(pair.read[side]):
            point = _denied(pair, side, negator)
            if point is not None:
                yield point
    yield from _denied_sayings(pair)


def _denied_sayings(pair: Pair) -> Iterator[Point]:
    """The points at which one who said so here did not say so there: "admitted that", "did not say that"."""
    for side in SIDES:
        other: Side = 0 if side else 1
        for denied, said in product(pair.versions[side].attributions, pair.versions[other].attributions):
            if not _denies(pair, side, denied) or _denies(pair, other, said) or group_of(said) == "deny":
                continue
            if same_speaker(denied, said) and _same_content(pair, side, denied, said):
                marks = [pair.absent(0), pair.absent(1)]
                marks[side], marks[other] = _verb_mark(pair, side, denied), _verb_mark(pair, other, said)
                yield Point(
                    kind="negation",
                    severity="conflict",
                    left=marks[0],
                    right=marks[1],
                    weight=emphasis("negation", "saying"),
                )


def _denies(pair: Pair, side: Side, saying: Attribution) -> bool:
    """Whether it was not said: "did not say that"; "did not say whether" leaves open what is so."""
    version, cue = pair.read[side], pair.indexes(side, saying.cue)
    if not cue or version.forms[cue.stop : cue.stop + 1] not in _openings():
        return False
    if _says_what_it_is(version, saying, cue.stop):
        return False
    verb = range(pair.indexes(side, saying.source).stop, cue.stop)
    negated = any(at in verb for at in _negators(version) if _sort(version.forms[at]) == "not")
    return negated or (group_of(saying) == "deny" and not version.forms[cue.stop - 1].endswith("ing"))


def _says_what_it_is(version: Version, saying: Attribution, after: int) -> bool:
    """Whether it is called something and not denied: "dismissed it as a theory"; "denied he came as a spy" denies."""
    return saying.verb != "deny" and "as" in version.forms[after:]


@cache
def _openings() -> frozenset[tuple[str]]:
    """What follows a verb of reporting where a statement follows, and no thing: "did not disclose the price"."""
    return frozenset((word,) for word in lexicons.words("content_openers"))


def _verb_mark(pair: Pair, side: Side, saying: Attribution) -> Mark:
    """The verb of reporting with the words before it that deny it."""
    cue = pair.indexes(side, saying.cue)
    negators = [at for at in _negators(pair.read[side]) if cue.start - _BEFORE < at < cue.start]
    return pair.mark(side, pair.span(side, [min([*negators, cue.start]), cue.stop - 1]))


def _asked(version: Version, verb: int) -> bool:
    """Whether a question follows the verb: "did not say whether"."""
    after = version.forms[verb + 1 : verb + 2]
    return not lexicons.words("question_words").isdisjoint(after)


def _same_content(pair: Pair, side: Side, one: Attribution, other: Attribution) -> bool:
    """Whether what is said has words of content in common, and enough of them."""
    there: Side = 0 if side else 1
    here = [at for at in pair.indexes(side, one.content) if pair.content[side][at]]
    beyond = [at for at in pair.indexes(there, other.content) if pair.content[there][at]]
    if bool(set(here) & _turned_words(pair, side)) != bool(set(beyond) & _turned_words(pair, there)):
        return False  # "did not say that it is safe" and "said that it is not" agree
    shared = len(pair.reached(side, here) & set(beyond))
    return shared >= _FEWEST_SAID and shared >= _SAID_SHARE * min(len(here), len(beyond))


def _turned_words(pair: Pair, side: Side) -> set[int]:
    """The words of content that a negator turns; to deny something turns all of it and no single word."""
    forms = pair.read[side].forms
    negators = (at for at in _negators(pair.read[side]) if _sort(forms[at]) != "deny")
    return {at for negator in negators for at in _governed(pair, side, negator)}


def _opposites(pair: Pair) -> Iterator[tuple[int, int]]:
    """Words of the two sides that are antonyms and stand at the same point, aligned or in place of each other."""
    for link in pair.links:
        left, right = link.left[0], link.right[0]
        content = pair.content[0][left] and pair.content[1][right]
        if content and (link.relation == "antonym" or opposed(pair.tokens(0)[left].stem, pair.tokens(1)[right].stem)):
            yield left, right
    for one in substitutions(pair):
        for left, right in product(one.left.indexes[:_FEW], one.right.indexes[:_FEW]):
            if opposed(pair.tokens(0)[left].stem, pair.tokens(1)[right].stem):
                yield left, right


def _in_names(pair: Pair, left: int, right: int) -> bool:
    """Whether both are written as parts of names: the North and the South are two places and no opposites."""
    return not any(pair.tokens(side)[at].form[0].islower() for side, at in zip(SIDES, (left, right), strict=True))


def _opposite(pair: Pair, left: int, right: int) -> Point | None:
    """The point at which a word is replaced by its antonym, and neither is negated."""
    if _negated(pair, 0, left) != _negated(pair, 1, right) or _of_two_speakers(pair, left, right):
        return None
    if _in_names(pair, left, right):
        return None
    marks = [pair.mark(side, pair.span(side, [at])) for side, at in zip(SIDES, (left, right), strict=True)]
    beside = pair.reached(0, pair.near(0, [left], 3, 1)) & set(pair.near(1, [right], 3, 1))
    as_real = reality_of(pair, 0, left) == reality_of(pair, 1, right)  # "suspends" and "can resume" do not contradict
    severity: Severity = "conflict" if beside and as_real and _likeness_beside(pair) >= _COPY else "shift"
    return Point(
        kind="negation", severity=severity, left=marks[0], right=marks[1], weight=emphasis("negation", "opposed")
    )


def _likeness_beside(pair: Pair) -> float:
    """How like the versions are in what stands beside one word of each."""
    words = sum(map(sum, pair.content))
    return min(1.0, pair.likeness * words / max(1, words - 2))


def _of_two_speakers(pair: Pair, left: int, right: int) -> bool:
    """Whether the words are what two speakers do: "the minister denied", "the mayor admitted"."""
    sayings = (
        next((one for one in pair.versions[side].attributions if at in pair.indexes(side, one.cue)), None)
        for side, at in zip(SIDES, (left, right), strict=True)
    )
    here, there = sayings
    return here is not None and there is not None and not may_be_one(here, there)


@cache
def _table() -> dict[str, str]:
    return dict(lexicons.table("negators"))  # type: ignore[arg-type]  # rows of two


def _sort(form: str) -> str | None:
    return "not" if form.endswith("n't") else _table().get(form)


@lru_cache(maxsize=KEPT)
def _negators(version: Version) -> tuple[int, ...]:
    return tuple(at for at, form in enumerate(version.forms) if _sort(form) or _still_to_come(version, at))


def _still_to_come(version: Version, at: int) -> bool:
    """Whether it is the "yet" of "has yet to leave"."""
    forms = version.forms
    before, behind = forms[max(0, at - 1) : at], forms[at + 1 : at + 2]
    return forms[at] == "yet" and behind == ("to",) and not lexicons.words("tense_words").isdisjoint(before)


def _denied(pair: Pair, side: Side, negator: int) -> Point | None:
    """The point of a negator whose governed word stands in the other version without one."""
    other: Side = 0 if side else 1
    if _answered(pair, side, negator):
        return None
    for governed in _governed(pair, side, negator):
        if governed not in pair.partners[side]:
            continue
        there = _same_word(pair, side, governed)
        if there is None or _asked(pair.read[side], governed) or _only_since(pair.read[side], governed):
            return None
        if _negated(pair, other, there) or _turned(pair, side, negator, governed):
            return None
        marks = [pair.mark(0, pair.span(0, [0])), pair.mark(1, pair.span(1, [0]))]
        marks[side] = pair.mark(side, pair.span(side, [negator, governed]))
        marks[other] = pair.mark(other, pair.span(other, [there]))
        severity = _severity(pair, side, negator, governed)
        return Point(
            kind="negation", severity=severity, left=marks[0], right=marks[1], weight=emphasis("negation", "negated")
        )
    return None


def _same_word(pair: Pair, side: Side, at: int) -> int | None:
    """The form of the same word that a token corresponds to, also within a phrase: "failed to stop", "stopped"."""
    other: Side = 0 if side else 1
    stem = base(pair.tokens(side)[at].stem)
    return next((one for one in pair.partner(side, at) if base(pair.tokens(other)[one].stem) == stem), None)


def _only_since(version: Version, verb: int) -> bool:
    """Whether an "until" follows: what was not signed until Monday was signed then."""
    return "until" in version.forms[verb + 1 : verb + 1 + _FEW]


def _said_otherwise(pair: Pair, side: Side, negator: int) -> bool:
    """Whether the other version has another verb in the place of the one that denies: "rejected", "turned down"."""
    other: Side = 0 if side else 1
    slots = (slot for slot in pair.slots if negator in slot.side(side))
    content = [at for slot in slots for at in slot.side(other) if pair.content[other][at]]
    links = (pair.partners[other].get(at) for at in content)
    return any(link is None or link.relation in _NO_LIKENESS for link in links)


def _answered(pair: Pair, side: Side, negator: int) -> bool:
    """Whether the other version has a negator for this one, or other words that say as much: "turned down"."""
    other: Side = 0 if side else 1
    if _says_as_much(pair, side, negator):
        return True
    negators = set(_negators(pair.read[other]))
    slots = (slot for slot in pair.slots if negator in slot.side(side))
    return any(at in slot.side(other) for slot in slots for at in negators) or _denied_alike(pair, side, negator)


def _says_as_much(pair: Pair, side: Side, negator: int) -> bool:
    """Whether words like it stand there: "turned down" for "rejected", but no "stopped" for "failed to stop"."""
    link = pair.partners[side].get(negator)
    if link is None or link.relation in _NO_LIKENESS:
        return False
    return set(link.right if side else link.left).isdisjoint(_governed(pair, side, negator))


def _denied_alike(pair: Pair, side: Side, negator: int) -> bool:
    """Whether what is denied here is negated there: "denied that it had met him", "had not met him"."""
    if _sort(pair.read[side].forms[negator]) != "deny":
        return False
    other: Side = 0 if side else 1
    clause = range(negator + 1, _clause_end(pair.read[side], negator + 1))
    return not _turned_words(pair, other).isdisjoint(pair.reached(side, clause))


def _clause_end(version: Version, start: int) -> int:
    """The first token from ``start`` on that stands behind a comma, a quotation mark or the like."""
    return next((at for at in range(start + 1, len(version.gaps)) if version.gaps[at]), len(version.gaps))


def _governed(pair: Pair, side: Side, negator: int) -> list[int]:
    """The content word that the negator turns: the next one, with nothing but a blank between."""
    version, tokens = pair.read[side], pair.tokens(side)
    reach = _REACH[_sort(version.forms[negator]) or "not"]
    for at in range(negator + 1, min(len(tokens), negator + 1 + reach)):
        if version.gaps[at] or version.forms[at] in ("only", "just", "merely"):
            return []
        if version.content[at]:
            return [at] if tokens[at].form[0].islower() else []
    return []


def _negated(pair: Pair, side: Side, at: int) -> bool:
    """Whether a negator stands before the word."""
    return any(at - _BEFORE <= negator < at for negator in _negators(pair.read[side]))


def _turned(pair: Pair, side: Side, negator: int, governed: int) -> bool:
    """Whether an antonym of a word nearby turns the sense back."""
    near = range(max(0, negator - 2), min(len(pair.tokens(side)), governed + 4))
    return any((link := pair.partners[side].get(at)) is not None and link.relation == "antonym" for at in near)


def _severity(pair: Pair, side: Side, negator: int, governed: int) -> Severity:
    """A conflict where what stands around is shared too; a shift where the versions have little else in common."""
    content = pair.content[side]
    around = [at for at in range(max(0, negator - 4), min(len(content), governed + 5)) if content[at]]
    shared = [at for at in around if pair.partner(side, at)]
    close = len(shared) >= 3 and len(shared) >= _COPY * len(around)  # noqa: PLR2004 - the word and one on either side
    if _sort(pair.read[side].forms[negator]) == "deny" and _said_otherwise(pair, side, negator):
        return "shift"
    both_deny = len(_negators(pair.read[0])) == len(_negators(pair.read[1]))  # "never said it is", "said it is not"
    return "conflict" if close and not both_deny and pair.likeness >= _COPY else "shift"
