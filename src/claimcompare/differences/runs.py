"""The stretches at which two versions part, without what other rules explain: material for label, detail and wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.view import is_content

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.view import Pair, Side


_WHOLE = 10


@frozen
class Run:
    """Adjoining tokens of one side without a partner; grammar words at its ends are left off."""

    indexes: tuple[int, ...]
    content: int

    def __bool__(self) -> bool:
        return bool(self.content)


@frozen
class Substitution:
    """What each version has at the same point; either may be empty."""

    left: Run
    right: Run

    def side(self, side: Side) -> Run:
        """The run of one side."""
        return self.right if side else self.left


def substitutions(pair: Pair) -> Iterator[Substitution]:
    """For each point where the versions part, what either has that has no partner on the other side."""
    for slot in pair.slots:
        left, right = (run_of(pair, side, slot.side(side)) for side in (0, 1))  # type: ignore[arg-type]
        if left or right:
            yield Substitution(left, right)


def run_of(pair: Pair, side: Side, indexes: range) -> Run:
    """The longest stretch of ``indexes`` that has no partner, trimmed to content words."""
    best = Run((), 0)
    current: list[int] = []
    for at in (*indexes, None):
        if at is not None and not _paired(pair, side, at):
            current.append(at)
            continue
        run = _trimmed(pair, side, current)
        if run.content > best.content:
            best = run
        current = []
    return best


def pieces(pair: Pair, side: Side, run: Run) -> list[Run]:
    """A run cut where the text has a comma, a dash or a quotation mark, or a relative clause begins."""
    tokens, claim = pair.tokens(side), pair.versions[side].claim
    cut: list[list[int]] = []
    for at in run.indexes:
        gap = claim.text[tokens[at - 1].end - claim.span.start : tokens[at].start - claim.span.start] if at else ""
        broken = gap.strip(" .'’-&/") or tokens[at].form.lower() in lexicons.words("clause_starts")
        if not cut or broken:
            cut.append([])
        cut[-1].append(at)
    trimmed = (_trimmed(pair, side, piece) for piece in cut)
    return [piece for piece in trimmed if piece]


def heaviest(pair: Pair, side: Side, run: Run) -> Run:
    """The piece of a long run that says most; a short one whole."""
    if run.content <= _WHOLE:
        return run
    return max(pieces(pair, side, run), key=lambda piece: piece.content)


def _paired(pair: Pair, side: Side, at: int) -> bool:
    """Whether a content word has a partner; grammar words never end a run."""
    return is_content(pair.tokens(side)[at]) and bool(pair.partner(side, at))


def _trimmed(pair: Pair, side: Side, indexes: list[int]) -> Run:
    tokens = pair.tokens(side)
    content = [at for at in indexes if is_content(tokens[at])]
    if not content:
        return Run((), 0)
    return Run(tuple(at for at in indexes if content[0] <= at <= content[-1]), len(content))
