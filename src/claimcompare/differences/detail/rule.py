"""A fact or qualifier that one version has and the other lacks."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claimcompare.differences.detail.signs import detail_signs
from claimcompare.differences.shared.chances import chance, source_words
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.runs import NOTHING, in_whole_names, substitutions, weighty
from claimcompare.differences.shared.syntax.verbs import is_verb
from claimcompare.differences.shared.view import SIDES, Point, left_first
from claimcompare.lexicons import parameters, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.runs import Run
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Mark, Pair, Side

_SETTINGS = parameters("differences")["detail"]
_FEWEST: int = _SETTINGS["fewest"]
_FEWEST_NAMED: int = _SETTINGS["fewest_named"]
_SUBSTITUTED: int = _SETTINGS["substituted"]
_LEAST: float = _SETTINGS["least"]
_NOUN_BEHIND: int = _SETTINGS["noun_behind"]
_NOUN_LONGEST: int = _SETTINGS["noun_longest"]


def detail(pair: Pair) -> Iterator[Point]:
    """The points at which one version says something that the other does not, or says something else.

    Each is reported where a reader would likely note it (``chances``).
    """
    for left, right in own_runs(pair):
        likelihood = chance("detail", detail_signs(pair, left, right))
        if likelihood >= _LEAST:
            yield point("detail", "shift", (_mark(pair, 0, left), _mark(pair, 1, right)), "chance", chance=likelihood)


def own_runs(pair: Pair) -> Iterator[tuple[Run, Run]]:
    """What either version has of its own at one point, of both where both have: left and right, one of them empty."""
    for one in substitutions(pair):
        runs = [_without_sources(pair, side, one.side(side)) for side in SIDES]
        if all(runs):
            if sum(run.content for run in runs) >= _SUBSTITUTED:
                yield weighty(pair, 0, runs[0])[0], weighty(pair, 1, runs[1])[0]
            continue
        for side in SIDES:
            for run in weighty(pair, side, runs[side]):
                if _telling(pair, side, run):
                    yield left_first(side, run, NOTHING)


def _without_sources(pair: Pair, side: Side, run: Run) -> Run:
    """The run; nothing where it but names who says it, as "report says" does: that is a matter of attribution."""
    return NOTHING if source_words(pair.versions[side]).issuperset(run.indexes) else run


def _telling(pair: Pair, side: Side, run: Run) -> bool:
    """Whether it says enough to be missed: several words, or two with a number or name or with all else shared."""
    if run.content >= _FEWEST_NAMED and (_named(pair, side, run) or pair.has_all_else(side)):
        return True
    return run.content >= _FEWEST


def _named(pair: Pair, side: Side, run: Run) -> bool:
    version, span = pair.features[side], pair.span(side, run.indexes)
    spans = [*(one.span for one in version.quantities), *(one.span for one in version.names)]
    return any(one.overlap(span) for one in spans)


def _mark(pair: Pair, side: Side, run: Run) -> Mark:
    if not run:
        return pair.absent(side)
    return pair.mark(side, pair.span(side, in_whole_names(pair, side, _to_noun(pair.versions[side], run.indexes))))


def _to_noun(version: Version, run: range) -> range:
    """The run with the noun that it ends before, though both versions have that: "a local" with its "hospital"."""
    if words("determiners").isdisjoint(version.forms[max(0, run.stop - _NOUN_BEHIND) : run.stop]):
        return run
    following = range(run.stop, min(len(version.forms), run.stop + _NOUN_LONGEST))
    stop = run.stop + len([*takewhile(lambda at: _may_be_noun(version, at), following)])
    return run if _has_object(version, stop) else range(run.start, stop)


def _may_be_noun(version: Version, at: int) -> bool:
    return version.content[at] and not version.gaps[at] and not is_verb(version, at)


def _has_object(version: Version, at: int) -> bool:
    """Whether more of a noun phrase follows, so that the word before may be a verb: "captures one after the other"."""
    goes_on = at < len(version.forms) and not version.gaps[at]
    return goes_on and (version.forms[at] in words("determiners", "indefinite_words") or _may_be_noun(version, at))
