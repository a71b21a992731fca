"""Acts of one verb that were done to or for others, or once more: "approved for adults", "a fourth body was found"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.same.apart import clause_of, has_other_words_beside
from claimcompare.differences.shared.syntax.phrases import chain_start, clause_end, subject_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_FOR = frozenset({"for"})
_AGAIN, _RE = "again", "re"


def are_done_for_others(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether what two verbs of one name tell was done for others, or one is told of somebody besides or once more."""
    told = list(pair.each(*acts))
    more = [_is_of_one_more(version, act) for version, act in told]
    again = [_is_done_again(version, act) for version, act in told]
    if more[0] != more[1] or (again[0] != again[1] and _is_one_verb(pair, acts)) or _are_of_two_ranks(pair, acts):
        return True
    left, right = (clause_of(version, act) for version, act in told)
    return has_other_words_beside(pair, left, right, only=_FOR)


def _is_one_verb(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether one verb tells both, unlike "reopened" and "is open again"."""
    return pair.versions[0].bases[acts[0]] == pair.versions[1].bases[acts[1]]


def _are_of_two_ranks(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether both say which of several it is told of, and not the same: "the first tram", "the last tram"."""
    ranks = [_rank_words(version, act) for version, act in pair.each(*acts)]
    return bool(ranks[0] and ranks[1]) and ranks[0] != ranks[1]


def _rank_words(version: Version, act: int) -> set[str]:
    subject = subject_of(version, act)
    last = lexicons.words("last_words")
    ranks = _ranks(version)
    return {version.forms[at] for at in subject.place if at in ranks or version.forms[at] in last} if subject else set()


def _is_of_one_more(version: Version, act: int) -> bool:
    """Whether it is told of further ones: "a fourth hiker", "two more people"."""
    subject = subject_of(version, act)
    if subject is None:
        return False
    if not lexicons.words("adding_words").isdisjoint(version.forms[at] for at in subject.place):
        return True
    articles, ranks = lexicons.words("indefinite_articles"), _ranks(version)
    return any(at in ranks and version.form(at - 1) in articles for at in subject.place if at)


def _is_done_again(version: Version, act: int) -> bool:
    """Whether it was done once more: "won the cup again", "was re-elected"."""
    if version.forms[act - 1 : act] == (_RE,):
        return True
    clause = range(chain_start(version, act), clause_end(version, act))
    return any(version.forms[at] == _AGAIN for at in clause)


def _ranks(version: Version) -> set[int]:
    return {at for one in version.features.quantities if one.ordinal for at in version.indexes(one.span)}
