"""Acts of one verb that were done to or for others: "approved for adults", "the body of a fourth hiker was found"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.apart import clause_of, has_other_words_beside
from claimcompare.differences.shared.phrases import subject_of

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

_FOR = frozenset({"for"})


def are_done_for_others(pair: Pair, acts: tuple[int, int]) -> bool:
    """Whether what two verbs of one name tell was done for others, or one is told of somebody besides."""
    more = [_is_of_one_more(version, act) for version, act in zip(pair.read, acts, strict=True)]
    if more[0] != more[1]:
        return True
    left, right = (clause_of(version, act) for version, act in zip(pair.read, acts, strict=True))
    return has_other_words_beside(pair, left, right, only=_FOR)


def _is_of_one_more(version: Version, act: int) -> bool:
    """Whether it is told of a further one: "a fourth hiker"."""
    subject = subject_of(version, act)
    if subject is None:
        return False
    articles, ranks = lexicons.words("indefinite_articles"), _ranks(version)
    return any(at in ranks and version.forms[at - 1] in articles for at in subject.place if at)


def _ranks(version: Version) -> set[int]:
    return {at for one in version.features.quantities if one.ordinal for at in version.indexes(one.span)}
