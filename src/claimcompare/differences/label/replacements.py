"""The places at which each version has words of its own, whatever they are to each other.

They are found three ways: words of one family, words that the alignment holds for related or for alike in nothing but
their place, and stretches without a partner between the same two shared words.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen
from rapidfuzz.distance import DamerauLevenshtein

from claimcompare import lexicons
from claimcompare.differences.shared.families import labelled, no_labels, shared_families
from claimcompare.differences.shared.runs import phrases_of, read_elsewhere, substitutions, unbroken
from claimcompare.differences.shared.same.converses import tell_one_act
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.view import SIDES
from claimcompare.lexicons.relations import relation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimcompare.differences.shared.families import Labelled, SharedFamily
    from claimcompare.differences.shared.runs import Run
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Relation

_LINKED: frozenset[Relation] = frozenset({"related", "antonym", "phrase", "context"})
_SETTINGS = lexicons.parameters("differences")["label"]
_LONGEST: int = _SETTINGS["longest"]
_SPELLING: float = _SETTINGS["spelling"]
_LEAST_BASE: int = _SETTINGS["least_base"]
_LONGEST_ENDING: int = _SETTINGS["longest_ending"]
_FORMS = frozenset({"inflection", "derivation"})


@frozen
class Replacement:
    """The tokens of either version, and the families of which both have a word."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    families: tuple[SharedFamily, ...]

    def side(self, side: Side) -> tuple[int, ...]:
        """The tokens of one side."""
        return self.right if side else self.left


def replacements(pair: Pair) -> list[Replacement]:
    """Each place once, without names, numbers and forms of one word, which are of other rules or of none."""
    found = dict.fromkeys(_every(pair))
    return [one for one in found if _tells(pair, one)]


def _every(pair: Pair) -> Iterator[Replacement]:
    yield from _of_one_family(pair)
    yield from _joined(pair)
    for one in substitutions(pair):
        if one.left and one.right:
            yield from _in_place(pair, _phrases(pair, 0, one.left), _phrases(pair, 1, one.right))


def _phrases(pair: Pair, side: Side, run: Run) -> list[Run]:
    whole = (unbroken(pair, side, phrase) for phrase in phrases_of(pair, side, run))
    return [phrase for phrase in whole if phrase]


def _in_place(pair: Pair, left: Sequence[Run], right: Sequence[Run]) -> Iterator[Replacement]:
    """Phrase for phrase where both versions have as many; a phrase stands for no two."""
    if len(left) == len(right):
        for here, there in zip(left, right, strict=True):
            yield _replacement(pair, here.indexes, there.indexes)


def _replacement(pair: Pair, left: Sequence[int], right: Sequence[int]) -> Replacement:
    return Replacement(tuple(left), tuple(right), shared_families(pair, left, right))


def _of_one_family(pair: Pair) -> Iterator[Replacement]:
    """Words of one family, wherever they are; everyday ones only of other loads."""
    rights: dict[str, list[Labelled]] = {}
    for one in labelled(pair.versions[1]):
        rights.setdefault(one.family, []).append(one)
    for left in labelled(pair.versions[0]):
        everyday, stem = left.family in lexicons.words("everyday_families"), pair.versions[0].stems[left.indexes[0]]
        kept = _in_both(pair, 0, left)
        for right in rights.get(left.family, ()):
            if kept and _in_both(pair, 1, right):
                continue  # "a bomb exploded" in both: neither word is in the place of the other
            if pair.versions[1].stems[right.indexes[0]] != stem and not (everyday and left.load == right.load):
                yield _replacement(pair, left.indexes, right.indexes)


def _in_both(pair: Pair, side: Side, one: Labelled) -> bool:
    """Whether the other version has the very words too."""
    return all(pair.shares(side, at) for at in one.indexes)


def _joined(pair: Pair) -> list[Replacement]:
    """Aligned words that are not the same; those that adjoin on both sides are one phrase, words of a family apart."""
    found: list[Replacement] = []
    for link in sorted(pair.links, key=lambda link: link.left):
        if link.relation not in _LINKED or not (_in_one_piece(link.left) and _in_one_piece(link.right)):
            continue
        left, right = _trimmed(pair, 0, link.left), _trimmed(pair, 1, link.right)
        if not (left and right):
            continue  # the "had" of "the dog had been killed", "the collie was killed"
        one = _replacement(pair, left, right)
        last = found[-1] if found else one
        if not (one.families or last.families) and _adjoin(last.left, one.left) and _adjoin(last.right, one.right):
            found[-1] = _replacement(pair, last.left + one.left, last.right + one.right)
        else:
            found.append(one)
    return found


def _trimmed(pair: Pair, side: Side, indexes: Sequence[int]) -> Sequence[int]:
    """The words without grammar words at their ends; nothing where there are no others."""
    content = [at for at in indexes if pair.content[side][at]]
    return [at for at in indexes if content[0] <= at <= content[-1]] if content else ()


def _adjoin(one: Sequence[int], other: Sequence[int]) -> bool:
    return one[-1] + 1 == other[0]


def _in_one_piece(indexes: Sequence[int]) -> bool:
    return indexes[-1] - indexes[0] < len(indexes)


# ---------------------------------------------------------------- which are left out


def _tells(pair: Pair, one: Replacement) -> bool:
    """Whether both have a few words of content, which no other rule looks at, and not the same ones."""
    words = _telling(pair.versions[0]), _telling(pair.versions[1])
    telling = [[at for at in one.side(side) if at in words[side]] for side in SIDES]
    if not all(telling) or max(map(len, telling)) > _LONGEST:
        return False
    barred = no_labels if one.families else _barred
    if any(not barred(pair.versions[side]).isdisjoint(one.side(side)) for side in SIDES):
        return False
    if not any(pair.versions[side].named.isdisjoint(one.side(side)) for side in SIDES) or _is_title(pair, one):
        return False
    if all(pair.quoted[side].issuperset(one.side(side)) for side in SIDES):
        return False
    if any(tell_one_act(pair, left, right) for left, right in product(*telling)):
        return False  # "beat Tarn", "lost to Norvik"
    return not _is_idle(one) and not _one_word(pair, telling)


@lru_cache(maxsize=KEPT)
def _telling(version: Version) -> frozenset[int]:
    """The words of content without numbers and words for anybody or anything: nobody, something."""
    words = lexicons.words("stand_ins")
    content = (at for at, content in enumerate(version.content) if content and version.forms[at] not in words)
    return frozenset(content) - version.numbered


@lru_cache(maxsize=KEPT)
def _barred(version: Version) -> frozenset[int]:
    """The tokens of offices, dates, longer names, titles and words of reporting."""
    return no_labels(version) | read_elsewhere(version)


def _is_title(pair: Pair, one: Replacement) -> bool:
    """Whether a side is the title of somebody whom the other side does not speak of: "President Doe" and "leaders"."""
    titled = [_titled(version) for version in pair.versions]
    here, there = ({titled[side][at] for at in one.side(side) if at in titled[side]} for side in SIDES)
    return bool(here or there) and not here & there


@lru_cache(maxsize=KEPT)
def _titled(version: Version) -> dict[int, str]:
    """For each token of a title the last word of the name after it."""
    found: dict[int, str] = {}
    for name in version.features.names:
        first = version.indexes(name.span).start
        length = len((name.title or "").split())
        found.update(dict.fromkeys(range(max(0, first - length), first), name.words[-1]))
    return found


def _is_idle(one: Replacement) -> bool:
    """Whether the words are everyday ones of one load: said, stated."""
    return bool(one.families) and all(found.everyday and not found.loaded for found in one.families)


def _one_word(pair: Pair, telling: Sequence[Sequence[int]]) -> bool:
    """Whether the words are forms or spellings of one word, or one side has those of the other and more."""
    stems = [[pair.versions[side].stems[at] for at in telling[side]] for side in SIDES]
    if set(stems[0]) <= set(stems[1]) or set(stems[1]) <= set(stems[0]):
        return True
    if len(stems[0]) == len(stems[1]) == 1 and _derived(stems[0][0], stems[1][0]):
        return True
    forms = [" ".join(pair.versions[side].forms[at] for at in telling[side]) for side in SIDES]
    return DamerauLevenshtein.normalized_similarity(*forms) >= _SPELLING


def _derived(one: str, other: str) -> bool:
    """Whether two stems are forms of one word, or one is derived from the other: threat and threaten."""
    short, long = sorted((one, other), key=len)
    ending = len(short) >= _LEAST_BASE and len(long) - len(short) <= _LONGEST_ENDING and long.startswith(short)
    return ending or relation(one, other) in _FORMS
