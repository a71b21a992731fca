"""Linked cells → links: one word with one, or a phrase with a phrase; short forms with what they stand for."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from attrs import define

from claimcompare.alignment.words import EXACT_LITTLE
from claimcompare.lexicons import parameters
from claimcompare.records import Link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimcompare.alignment.grid import Cell, Grid
    from claimcompare.alignment.words import Word

Block = tuple[tuple[int, ...], tuple[int, ...]]
_DENSE: float = parameters("alignment_words")["dense"]
_SHORTEST_SHORT_FORM, _LONGEST_SHORT_FORM = 2, 6  # letters


def links_of(grid: Grid, scores: Mapping[Cell, float]) -> tuple[Link, ...]:
    """The links that ``scores``, the log-odds of the linked cells, make; no word is in two of them."""
    spelt = tuple(spelt_out(grid, scores))
    lefts = {i for left, _ in spelt for i in left}
    rights = {j for _, right in spelt for j in right}
    rest = {cell: score for cell, score in scores.items() if cell[0] not in lefts and cell[1] not in rights}
    alone = _alone(rest)
    links = [_link(grid, ((i,), (j,)), rest) for i, j in alone]
    others = {cell: score for cell, score in rest.items() if cell not in alone}
    links += [_link(grid, block, others) for block in dense_blocks(others)]
    links += [Link(left=left, right=right, relation="abbreviation") for left, right in spelt]
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _alone(scores: Mapping[Cell, float]) -> set[Cell]:
    """The cells that share no word with another one, which most do not."""
    lefts, rights = Counter([i for i, _ in scores]), Counter([j for _, j in scores])
    return {(i, j) for i, j in scores if lefts[i] == rights[j] == 1}


def _link(grid: Grid, block: Block, scores: Mapping[Cell, float]) -> Link:
    left, right = block
    if len(left) > 1 or len(right) > 1:
        return Link(left=left, right=right, relation="phrase", similarity=_likely(block, scores))
    pair = grid.pair(left[0], right[0])
    similarity = pair.similarity or _likely(block, scores)
    return Link(left=left, right=right, relation=pair.relation, similarity=similarity)


def _likely(block: Block, scores: Mapping[Cell, float]) -> float:
    own = [scores[i, j] for i in block[0] for j in block[1] if (i, j) in scores]
    return round(1 / (1 + math.exp(-sum(own) / len(own))), 3)


@define
class _Group:
    """Words that hang together by the cells put in so far, and the blocks that they made before they all did."""

    lefts: frozenset[int]
    rights: frozenset[int]
    cells: int
    inner: list[Block]

    def blocks(self) -> list[Block]:
        """One block where it is nearly full, else those that its parts are."""
        if self.cells < _DENSE * len(self.lefts) * len(self.rights):
            return self.inner
        return [(tuple(sorted(self.lefts)), tuple(sorted(self.rights)))]


def dense_blocks(scores: Mapping[Cell, float]) -> list[Block]:
    """The cells as blocks: those that hang together, less the weakest cells until each block is nearly full.

    Worked out from the other end, in one pass: cells are put in from the strongest on (as in single linkage), and what
    hangs together is a block where it is nearly full in the end, or was when it met another.
    """
    of_left: dict[int, _Group] = {}
    of_right: dict[int, _Group] = {}
    for i, j in sorted(scores, key=lambda cell: (scores[cell], cell), reverse=True):
        group = _joined(i, j, of_left.get(i), of_right.get(j))
        if group is not of_left.get(i):
            of_left.update(dict.fromkeys(group.lefts, group))
            of_right.update(dict.fromkeys(group.rights, group))
    groups = {id(group): group for group in of_left.values()}.values()
    return [block for group in groups for block in group.blocks()]


def _joined(i: int, j: int, one: _Group | None, other: _Group | None) -> _Group:
    """The group that the cell of words ``i`` and ``j`` makes of theirs: the same one, or a new one of two."""
    if one and one is other:
        one.cells += 1
        return one
    met = [group for group in (one, other) if group]
    return _Group(
        lefts=frozenset((i,)).union(*(group.lefts for group in met)),
        rights=frozenset((j,)).union(*(group.rights for group in met)),
        cells=1 + sum(group.cells for group in met),
        inner=[block for group in met for block in group.blocks()],
    )


def spelt_out(grid: Grid, scores: Mapping[Cell, float]) -> Iterator[Block]:
    """Short forms of one claim that the other spells out: UN and United Nations, NATO by its initials."""
    fixed = [{cell[side] for cell in scores if grid.pair(*cell).kind <= EXACT_LITTLE} for side in (0, 1)]
    for here, there, (shorts, words) in ((0, 1, (grid.left, grid.right)), (1, 0, (grid.right, grid.left))):
        for short, full in _spelt(shorts, words):
            if short not in fixed[here] and fixed[there].isdisjoint(full):
                fixed[here].add(short)
                fixed[there].update(full)
                yield (full, (short,)) if here else ((short,), full)


def _spelt(shorts: Sequence[Word], words: Sequence[Word]) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The short forms among ``shorts`` that ``words`` spell out, each with the places of its words there."""
    forms = [word.form for word in words]
    for place, short in enumerate(shorts):
        if not (short.full or short.capitals):
            continue
        full = _listed(short, forms) if short.full else _by_initials(short, words)
        if full:
            yield place, full


def _listed(short: Word, forms: Sequence[str]) -> tuple[int, ...]:
    """The places of the words that a short form stands for by the table; none where they are not there."""
    for full in short.full:
        for start in range(len(forms) - len(full) + 1):
            if forms[start] == full[0] and tuple(forms[start : start + len(full)]) == full:
                return tuple(range(start, start + len(full)))
    return ()


def _by_initials(short: Word, words: Sequence[Word]) -> tuple[int, ...]:
    """The places of the words that begin with the letters of a short form; none where there are no such words."""
    letters = short.form.replace(".", "")
    if not _SHORTEST_SHORT_FORM <= len(letters) <= _LONGEST_SHORT_FORM:
        return ()
    for start, word in enumerate(words):
        if word.name and word.form[0] == letters[0]:
            full = _initials_from(letters, words, start)
            if full:
                return full
    return ()


def _initials_from(letters: str, words: Sequence[Word], start: int) -> tuple[int, ...]:
    """The places from ``start`` of words with a capital and these initials; function words may be between."""
    at = start
    for letter in letters:
        while at < len(words) and at > start and words[at].little and words[at].form[0] != letter:
            at += 1
        if at >= len(words) or words[at].form[0] != letter or not _may_be_spelt_out(words[at]):
            return ()
        at += 1
    return tuple(range(start, at))


def _may_be_spelt_out(word: Word) -> bool:
    """Whether a word may be one of those that a short form stands for, and is none itself: no "UN" of "UN Security"."""
    return (word.name or word.little) and not (word.capitals or word.full)
