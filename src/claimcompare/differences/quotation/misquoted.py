"""Whether two versions of a quotation, alike but for a word or two, cannot both be what was said.

What may be a translation, a synonym, an inflection or another ending stays open; so do words that are left out. An
unrelated word in the place of another, a negation, and another degree or certainty do not: "an explanation", "an
apology"; "every dollar", "almost every dollar"; "will", "may".
"""

from __future__ import annotations

from functools import cache
from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.families import shared_families
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.same.things import degree_words
from claimcompare.differences.shared.syntax.modals import FACT, is_of_name_or_date, modal_groups
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.view import SIDES
from claimcompare.differences.shared.who.speakers import may_be_one_speaker
from claimcompare.differences.shared.who.twospeakers import are_one_by_office, are_two_people, quoting
from claimcompare.lexicons.relations import related

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcompare.differences.shared.families import SharedFamily
    from claimcompare.differences.shared.view import Pair, Side

Runs = tuple[range, range]
_SETTINGS = lexicons.parameters("differences")["misquoted"]
_LONGEST: int = _SETTINGS["longest"]
_SHORTEST_CUT: int = _SETTINGS["shortest_cut"]
_FEWEST_SHARED: tuple[tuple[int, int], ...] = tuple((content, words) for content, words in _SETTINGS["fewest_shared"])
_FEWEST_OF_NOBODY: int = _SETTINGS["fewest_of_nobody"]
_RELATED: float = _SETTINGS["related"]
_ADVERB = "ly"
_NONE = "none"
_POSSIBLE = "possible"
_SURE = frozenset({FACT, "future", "obligation"})


def is_misquoted(pair: Pair, left: range, right: range, changes: Sequence[Runs]) -> bool:
    """Whether one of these changes alone sets two quotations of one speaker apart, and makes it say another thing."""
    changed = [
        _without_same_ends(pair, runs)
        for runs in apart(changes)
        if _differ(pair, runs) and not _is_cut(pair, (left, right), runs)
    ]
    if len(changed) != 1 or max(map(len, changed[0])) > _LONGEST:
        return False
    tests = _tests(pair, left, [at for at in right if at not in changed[0][1]])
    return any(test(pair, changed[0]) for test in tests) and _are_of_one(pair)


def _tests(pair: Pair, left: range, kept: Sequence[int]) -> tuple[Callable[[Pair, Runs], bool], ...]:
    """What to look for in quotations that share words outside of the change; in a few words no exchange of one."""
    common = pair.reached(0, left) & set(kept)
    shared = sum(pair.content[1][at] for at in common)
    if any(shared >= content and len(common) >= words for content, words in _FEWEST_SHARED):
        return _is_turned, _has_other_degree, _has_other_certainty, _has_other_word
    return (_is_turned, _has_other_degree) if shared else ()


def apart(changes: Sequence[Runs]) -> list[Runs]:
    """The changes, each once: without those that lie within another."""
    found = list(dict.fromkeys(changes))
    return [one for one in found if not any(one != other and _covers(other, one) for other in found)]


def _covers(outer: Runs, inner: Runs) -> bool:
    return all(one.start <= other.start and other.stop <= one.stop for one, other in zip(outer, inner, strict=True))


def _without_same_ends(pair: Pair, runs: Runs) -> Runs:
    """Two runs without the words that both begin or end with: "we acted", "we did not act" differ in "did not"."""
    stems = [pair.versions[side].stems[run.start : run.stop] for side, run in zip(SIDES, runs, strict=True)]
    shortest = min(map(len, runs))
    head = next((at for at in range(shortest) if stems[0][at] != stems[1][at]), shortest)
    most = shortest - head
    tail = next((at for at in range(most) if stems[0][-1 - at] != stems[1][-1 - at]), most)
    left, right = (range(run.start + head, run.stop - tail) for run in runs)
    return left, right


def tells_degree(form: str) -> bool:
    """Whether a word says how much of a thing, how often or how surely: every, almost, perhaps."""
    return form in degree_words()


def _telling(pair: Pair, side: Side, run: Iterable[int]) -> list[int]:
    """The words of a run that say something: those of content, and small ones that negate or bound it."""
    forms = pair.versions[side].forms
    small = lexicons.words("modal_verbs")
    return [
        at
        for at in run
        if pair.content[side][at] or forms[at] in small or sort_of(forms[at]) or tells_degree(forms[at])
    ]


def _differ(pair: Pair, runs: Runs) -> bool:
    stems = [
        sorted(pair.versions[side].stems[at] for at in _telling(pair, side, run))
        for side, run in zip(SIDES, runs, strict=True)
    ]
    return stems[0] != stems[1]


def _is_cut(pair: Pair, quoted: Runs, runs: Runs) -> bool:
    """Whether one quotation goes on before or behind the other, by more than a word or two."""
    for side, run in zip(SIDES, runs, strict=True):
        other = runs[1 - side]
        if not _telling(pair, SIDES[1 - side], other) and len(run) >= _SHORTEST_CUT:
            return run.start == quoted[side].start or run.stop == quoted[side].stop
    return False


def _are_of_one(pair: Pair) -> bool:
    """Whether the speakers may be one; where nobody is named, whether the versions share enough beside."""
    here, there = (quoting(pair, side) for side in SIDES)
    if not here or not there:
        return sum(pair.content[1][at] for at in pair.reached(0, range(len(pair.tokens(0))))) >= _FEWEST_OF_NOBODY
    return any(
        (may_be_one_speaker(*two) or are_one_by_office(*two)) and not are_two_people(pair, *two)
        for two in product(here, there)
    )


# ---------------------------------------------------------------- what changes what is said


def _is_turned(pair: Pair, runs: Runs) -> bool:
    """Whether one is negated and the other is not, and no other word is exchanged."""
    negators = [
        sum(sort_of(pair.versions[side].forms[at]) is not None for at in run)
        for side, run in zip(SIDES, runs, strict=True)
    ]
    return negators[0] % 2 != negators[1] % 2 and not any(map(_own_words, (pair, pair), SIDES, runs))


def _own_words(pair: Pair, side: Side, run: range) -> list[int]:
    """The words of content that are no part of "is going to" and the like, and say nothing of degree."""
    modal = {at for group in modal_groups(pair.versions[side]) for at in range(group.first, group.verb)}
    forms = pair.versions[side].forms
    return [
        at
        for at in run
        if pair.content[side][at] and not (at in modal or sort_of(forms[at]) or tells_degree(forms[at]))
    ]


@cache
def _limits() -> frozenset[str]:
    """The words of degree that take away from what is said when they are added to it: "almost"."""
    return frozenset(row[0] for row in lexicons.table("scope_words") if row[2:])


def _has_other_degree(pair: Pair, runs: Runs) -> bool:
    """Whether it is another degree: "all", "most"; or one where there is none: "every", "almost every"."""
    if any(map(_own_words, (pair, pair), SIDES, runs)):
        return False
    words = [
        {pair.versions[side].forms[at] for at in run} & set(degree_words())
        for side, run in zip(SIDES, runs, strict=True)
    ]
    degrees = [
        {degree_words()[word] for word in own} | {_NONE for at in run if sort_of(pair.versions[side].forms[at])}
        for side, own, run in zip(SIDES, words, runs, strict=True)
    ]
    if degrees[0] and degrees[1]:
        return degrees[0].isdisjoint(degrees[1])
    return bool((words[0] | words[1]) & _limits())


def _has_other_certainty(pair: Pair, runs: Runs) -> bool:
    """Whether an act that is certain or bound in one is only possible in the other: "will", "may"."""
    if any(map(_own_words, (pair, pair), SIDES, runs)):
        return False
    kinds = {_certainty(pair, side, run) for side, run in zip(SIDES, runs, strict=True)}
    return _POSSIBLE in kinds and bool(kinds & _SURE)


def _certainty(pair: Pair, side: Side, run: range) -> str:
    found = (group.kind for group in modal_groups(pair.versions[side]) if group.first in run)
    return next(found, FACT)


def _has_other_word(pair: Pair, runs: Runs) -> bool:
    """Whether a word has another one in its place that has nothing to do with it."""
    telling = [_telling(pair, side, run) for side, run in zip(SIDES, runs, strict=True)]
    if [len(own) for own in telling] != [1, 1] or abs(len(runs[0]) - len(runs[1])) > 1:
        return False
    left, right = telling[0][0], telling[1][0]
    if not (_is_plain(pair, 0, left) and _is_plain(pair, 1, right)):
        return False
    stems = pair.versions[0].stems[left], pair.versions[1].stems[right]
    if corresponds(pair, left, right) or stems[0] in pair.said[1] or stems[1] in pair.said[0]:
        return False  # a translation may have either, and a report may quote both
    return related(*stems) < _RELATED and not any(map(_may_translate, shared_families(pair, [left], [right])))


def _may_translate(family: SharedFamily) -> bool:
    """Whether words of a family may be two translations of one: of one load, or for an actor (rebels, terrorists)."""
    return not family.loaded or family.everyday or family.family in lexicons.words("actor_families")


def _is_plain(pair: Pair, side: Side, at: int) -> bool:
    """Whether a word is one of content, and no adverb, nor a part of a name, a date or a number."""
    version, form = pair.versions[side], pair.tokens(side)[at].form
    told = pair.content[side][at] and form.islower() and not form.endswith(_ADVERB) and not tells_degree(form)
    return told and not is_of_name_or_date(version, at) and at not in version.numbered
