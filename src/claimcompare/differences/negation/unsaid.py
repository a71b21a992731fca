"""What somebody said in one version and did not say in the other: "admitted that", "did not say that"."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.negation.existence import has_degree_prefix
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.same.corresponding import corresponds
from claimcompare.differences.shared.syntax.negators import negators_of, sort_of, turned_words
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import OTHER, SIDES, Mark, Point, left_first
from claimcompare.differences.shared.who.speakers import kind_of_saying, same_speaker

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution

_SETTINGS = lexicons.parameters("differences")["negation"]
_FEWEST_SAID: int = _SETTINGS["fewest_said"]
_SAID_SHARE: float = _SETTINGS["said_share"]
_SAYING_REACH: int = _SETTINGS["saying_reach"]


def unsaid(pair: Pair) -> Iterator[Point]:
    """The points at which one who said so here did not say so there."""
    for side in SIDES:
        other = OTHER[side]
        for denied, said in product(pair.features[side].attributions, pair.features[other].attributions):
            if not _denies(pair, side, denied) or _denies(pair, other, said) or kind_of_saying(said) == "deny":
                continue
            if same_speaker(denied, said) and _same_content(pair, side, denied, said):
                marks = left_first(side, _verb_mark(pair, side, denied), _verb_mark(pair, other, said))
                yield point("negation", "conflict", marks, "saying")


def _denies(pair: Pair, side: Side, saying: Attribution) -> bool:
    """Whether it was not said: "did not say that"; "did not say whether" leaves open what is so."""
    version, cue = pair.versions[side], pair.indexes(side, saying.cue)
    if not cue or lexicons.words("content_openers").isdisjoint(version.forms[cue.stop : cue.stop + 1]):
        return False
    if _says_what_it_is(version, saying, cue.stop):
        return False
    verb = range(pair.indexes(side, saying.source).stop, cue.stop)
    negated = any(at in verb for at in negators_of(version) if sort_of(version.forms[at]) == "not")
    return negated != (kind_of_saying(saying) == "deny" and not version.form(cue.stop - 1).endswith("ing"))


def _says_what_it_is(version: Version, saying: Attribution, after: int) -> bool:
    """Whether it is called something and not denied: "dismissed it as a theory"; "denied he came as a spy" denies."""
    return saying.verb != "deny" and "as" in version.forms[after:]


def _verb_mark(pair: Pair, side: Side, saying: Attribution) -> Mark:
    """The verb of reporting with the words before it that deny it."""
    cue = pair.indexes(side, saying.cue)
    negators = [at for at in negators_of(pair.versions[side]) if cue.start - _SAYING_REACH < at < cue.start]
    return pair.mark(side, pair.span(side, [min([*negators, cue.start]), cue.stop - 1]))


def _same_content(pair: Pair, side: Side, one: Attribution, other: Attribution) -> bool:
    """Whether what is said has words of content in common, and enough of them, and the verb of what is denied."""
    there = OTHER[side]
    here = [at for at in pair.indexes(side, one.content) if pair.content[side][at]]
    beyond = [at for at in pair.indexes(there, other.content) if pair.content[there][at]]
    if bool(set(here) & turned_words(pair.versions[side])) != bool(set(beyond) & turned_words(pair.versions[there])):
        return False  # "did not say that it is safe" and "said that it is not" agree
    shared = {at for at in here if _is_said_there(pair, side, at, beyond)}
    told = next((at for at in here if is_verb(pair.versions[side], at)), None)
    if told is not None and told not in shared:
        return False  # "denied that it had been sold", "said it was safe"
    return len(shared) >= _FEWEST_SAID and len(shared) >= _SAID_SHARE * min(len(here), len(beyond))


def _is_said_there(pair: Pair, side: Side, at: int, beyond: Sequence[int]) -> bool:
    """Whether a word corresponds to one of those said there, and not by its place alone; no "over-producing"."""
    partners = set(pair.partner(side, at)) & set(beyond)
    prefixed = has_degree_prefix(pair.versions[side], at)
    return any(
        corresponds(pair, *left_first(side, at, one)) and prefixed == has_degree_prefix(pair.versions[OTHER[side]], one)
        for one in partners
    )
