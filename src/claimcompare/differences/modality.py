"""How certain, bound or real an act is: will, would, may, plans to, has.

The verbs that the versions share, and the points where they part, are compared by the class of the words before the
verb; classes are those of ``lexicons/modals.tsv``. Mere tense (said, says, has said) is no difference.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.speakers import pronouns
from claimcompare.differences.versions import KEPT
from claimcompare.differences.view import OTHER, SIDES, Point
from claimcompare.lexicons.relations import base

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.versions import Version
    from claimcompare.differences.view import Pair, Side

_FACT = "fact"
_REACH = 4
_WIDEST = 7


@frozen
class _Group:
    """A verb with the words before it that say how real it is: token indexes, and their class."""

    first: int
    verb: int
    kind: str


def modality(pair: Pair) -> Iterator[Point]:
    """The points on which an act is a fact here and a plan, duty or possibility there."""
    seen: set[tuple[int, int]] = set()
    for side in SIDES:
        for group in _modal_groups(pair.read[side]):
            there = _counterpart(pair, side, group)
            if there is None or there.kind == group.kind:
                continue
            left, right = (group, there) if side == 0 else (there, group)
            if (left.verb, right.verb) in seen:
                continue
            seen.add((left.verb, right.verb))
            yield _point(pair, left, right)


def _point(pair: Pair, left: _Group, right: _Group) -> Point:
    marks = [
        pair.mark(side, pair.span(side, [group.first, group.verb]))  # type: ignore[arg-type]
        for side, group in ((0, left), (1, right))
    ]
    weight = emphasis("modality", "infinitive" if "infinitive" in (left.kind, right.kind) else "usual")
    return Point(kind="modality", severity="shift", left=marks[0], right=marks[1], weight=weight)


def reality_of(pair: Pair, side: Side, word: int) -> str:
    """How real the act is that a word names: the class of the words before it, "fact" without any."""
    return _group_of(pair, side, word).kind


# ---------------------------------------------------------------- verb groups


@cache
def _modals() -> dict[str, str]:
    return dict(lexicons.table("modals"))  # type: ignore[arg-type]  # rows of two


@cache
def _first_words() -> frozenset[str]:
    return frozenset(words.partition(" ")[0] for words in _modals())


def _modal_at(version: Version, at: int) -> tuple[int, str] | None:
    """Length and class of the modal words that begin at ``at``."""
    forms = version.forms
    word = forms[at]
    if "'" not in word and "n't" not in word and word not in _first_words():
        return None
    if word in lexicons.words("modal_verbs") and (_is_noun(version, at) or _opens_subject(version, at + 1)):
        return None
    if at + 1 < len(forms) and (kind := _modals().get(f"{word} {forms[at + 1]}")):
        return 2, kind
    if "'" in word and (kind := _modals().get(word[word.index("'") :])):
        return 1, kind
    base = word.removesuffix("n't")
    kind = _modals().get({"wo": "will", "ca": "can"}.get(base, base)) if base != word else _modals().get(word)
    return (1, kind) if kind and not (word == "may" and version.features.tokens[at].form[0].isupper()) else None


def _is_noun(version: Version, at: int) -> bool:
    """Whether an article or the like stands before it: "the might of the army"."""
    return at > 0 and not version.gaps[at] and version.forms[at - 1] in lexicons.words("determiners")


def _opens_subject(version: Version, at: int) -> bool:
    """Whether a subject begins there, behind a verb that is turned round: "should the talks fail"."""
    if at >= len(version.forms):
        return False
    start = version.features.tokens[at].start
    named = any(name.span.start == start for name in version.features.names)
    return named or version.forms[at] in lexicons.words("determiners") | pronouns()


@lru_cache(maxsize=KEPT)
def _modal_groups(version: Version) -> tuple[_Group, ...]:
    """Each modal with the verb that it goes with."""
    found = []
    at = 0
    while at < len(version.forms):
        modal = _modal_at(version, at)
        length = modal[0] if modal else 1
        if modal and (verb := _verb_after(version, at + length)) is not None:
            found.append(_Group(at, verb, modal[1]))
        at += length
    return tuple(found)


def _participle(form: str) -> bool:
    """Whether a word that follows "be" or "have" is a participle, by its looks: "be taken", "have gone"."""
    irregular = base(form) != form
    return (irregular or form.endswith(("ed", "en", "ing"))) and form not in lexicons.words("grammar_words")


def _verb_after(version: Version, start: int) -> int | None:
    """The verb that follows a modal: no adverb, and nothing behind a comma or quotation mark."""
    forms = version.forms
    for at in range(start, min(len(forms), start + _REACH)):
        if version.gaps[at].strip("“\"‘'"):
            return None
        ahead = forms[at + 1] if at + 1 < len(forms) else ""
        copula = forms[at] in ("be", "have", "been") and not _participle(ahead)
        if copula or (version.content[at] and not forms[at].endswith("ly")):
            return at
    return None


def _group_of(pair: Pair, side: Side, verb: int) -> _Group:
    """The group that a verb stands in; a bare verb is a fact."""
    for group in _modal_groups(pair.read[side]):
        if group.first <= verb <= group.verb:
            return group
    forms, first = pair.read[side].forms, verb
    while first and forms[first - 1] in lexicons.words("tense_words"):
        first -= 1
    return _Group(first, verb, "infinitive" if forms[first] == "to" else _FACT)


def _counterpart(pair: Pair, side: Side, group: _Group) -> _Group | None:
    """The same act in the other version: the verb's partner, or the verb at the same point."""
    other = OTHER[side]
    partners = _same_verb(pair, side, group) or _verbs_beside(pair, side, group)
    return _group_of(pair, other, partners[0]) if partners else None


def _same_verb(pair: Pair, side: Side, group: _Group) -> tuple[int, ...]:
    """The partner of the verb; a partner of another stem has to look like a verb as well."""
    other = OTHER[side]
    link = pair.partners[side].get(group.verb)
    if link is None:
        return ()
    partners = pair.partner(side, group.verb)
    if link.relation in ("same", "stem", "spelling") or _verbal(pair.read[other].forms[partners[0]]):
        return partners
    modal = {one.verb for one in _modal_groups(pair.read[other])}
    return partners if modal & set(partners) else ()


def _verbs_beside(pair: Pair, side: Side, group: _Group) -> tuple[int, ...]:
    """The verb that the other version has at the same point, where little else stands there."""
    other = OTHER[side]
    slot = next((slot for slot in pair.slots if group.verb in slot.side(side)), None)
    if slot is None or max(len(slot.left), len(slot.right)) > _WIDEST:
        return ()
    modal = [one.verb for one in _modal_groups(pair.read[other]) if one.verb in slot.side(other)]
    verbs = [_main_verb(pair.read[other], at) for at in slot.side(other) if _verbal(pair.read[other].forms[at])]
    return tuple(modal or verbs)[:1]


def _main_verb(version: Version, at: int) -> int:
    """The verb that an auxiliary or "to" goes with, or the word itself: "tilt" of "to tilt", "shut" of "was shut"."""
    forms = version.forms
    while at + 1 < len(forms) and forms[at] in lexicons.words("tense_words") and not version.gaps[at + 1]:
        if not (forms[at + 1] in lexicons.words("tense_words") or forms[at] == "to" or _participle(forms[at + 1])):
            break
        at += 1
    return at


def _verbal(form: str) -> bool:
    """Whether a word has the look of a verb."""
    return form.endswith("ed") or form in lexicons.words("tense_words")
