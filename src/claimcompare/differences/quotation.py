"""What one version has in quotation marks, and how the other has it.

Quotations that share words are compared: changed words, words cut away, and words that the other version takes over
without the marks. What a version does not quote at all is no quotation difference.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.emphasis import emphasis
from claimcompare.differences.misquoted import apart, is_misquoted, tells_degree
from claimcompare.differences.negators import sort_of
from claimcompare.differences.unmarked import unmarked
from claimcompare.differences.view import JOINT, OTHER, SIDES, Mark, Point
from claimcompare.lexicons.relations import opposed
from claimcompare.records import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.differences.view import Pair, Side
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["quotation"]
_COPY: float = _SETTINGS["copy"]
_CONTEXT: int = _SETTINGS["context"]
_LEAST_SHARED: int = _SETTINGS["least_shared"]
_SAME_SHARE: float = _SETTINGS["same_share"]
_LONGEST_TITLE: int = _SETTINGS["longest_title"]
_BEFORE_SPEECH = (",", ":", ".", "!", "?")
_MOST: float = _SETTINGS["quoted_on"]
_MARKS = "“”\"„«»‘’'"
_DASHES = frozenset({"-", "--", "–", "—"})


@frozen(eq=False)
class _Quoted:
    """A quotation as far as the claim has it: its token indexes."""

    indexes: range


def quotation(pair: Pair) -> Iterator[Point]:
    """The points on which two versions quote the same words differently."""
    quotations = [_quotations(pair, side) for side in SIDES]
    told: list[_Quoted] = []
    for left, right in _same_quotations(pair, *quotations):
        points = list(_compared(pair, left, right))
        told += [left, right] if points or any(_quoted_on(pair, *own) for own in _own(pair, left, right)) else []
        yield from points
    for side in SIDES:
        others = [one.indexes for one in quotations[OTHER[side]]]
        for one in quotations[side]:
            if one not in told:
                yield from unmarked(pair, side, one.indexes, others)


def quoted_alike(pair: Pair) -> Iterator[tuple[float, range, range]]:
    """Quotations of the two sides that share words: how much they share, 0..1, and their tokens."""
    for left, right in _same_quotations(pair, *(_quotations(pair, side) for side in SIDES)):
        yield _likeness(pair, left, right), left.indexes, right.indexes


def _quotations(pair: Pair, side: Side) -> list[_Quoted]:
    found = (pair.indexes(side, one.span) for one in pair.versions[side].quotations)
    return [_Quoted(indexes) for indexes in found if indexes and not _is_title(pair, side, indexes)]


def _is_title(pair: Pair, side: Side, indexes: range) -> bool:
    """Whether the marks are those of a title or a nickname: a few words with capitals, and not speech."""
    content = [at for at in indexes if pair.content[side][at]]
    capitals = all(pair.tokens(side)[at].form[0].isupper() for at in content)
    speech = not indexes[0] or pair.read[side].gaps[indexes[0]].rstrip(_MARKS).rstrip().endswith(_BEFORE_SPEECH)
    return 0 < len(content) <= _LONGEST_TITLE and capitals and not speech


def _same_quotations(
    pair: Pair, lefts: Sequence[_Quoted], rights: Sequence[_Quoted]
) -> Iterator[tuple[_Quoted, _Quoted]]:
    """Quotations of the two sides that share words, those that share most of theirs first, each once."""
    shared = [(_likeness(pair, left, right), left, right) for left in lefts for right in rights]
    used: list[_Quoted] = []
    for likeness, left, right in sorted(shared, key=lambda one: (-one[0], one[1].indexes[0] + one[2].indexes[0])):
        if likeness and left not in used and right not in used:
            used += [left, right]
            yield left, right


def _likeness(pair: Pair, left: _Quoted, right: _Quoted) -> float:
    """The share of the words of both that correspond; 0 where these are few, or but a word of grammar."""
    common = sorted(pair.reached(0, left.indexes) & set(right.indexes))
    content = [
        sum(pair.content[side][at] for at in one.indexes) for side, one in zip(SIDES, (left, right), strict=True)
    ]
    shared = sum(pair.content[1][at] for at in common)
    if (not shared and len(common) < _LEAST_SHARED) or shared < _SAME_SHARE * min(content):
        return 0.0
    return 2 * len(common) / (len(left.indexes) + len(right.indexes))


# ---------------------------------------------------------------- quoted in both


def _compared(pair: Pair, left: _Quoted, right: _Quoted) -> Iterator[Point]:
    changed = _changes(pair, left, right) or _shortened(pair, left, right)
    if not changed:
        return
    here = [run for run, _ in changed]
    there = [run for _, run in changed]
    severity = _severity(pair, left, right, changed)
    yield Point(
        kind="quotation",
        severity=severity,
        left=_mark(pair, 0, left, here),
        right=_mark(pair, 1, right, there),
        weight=emphasis("quotation", severity),
    )


def _changes(pair: Pair, left: _Quoted, right: _Quoted) -> list[tuple[range, range]]:
    """The runs of both quotations that differ, where one of them has words."""
    found = []
    for slot in pair.slots:
        here, there = _clipped(slot.left, left.indexes), _clipped(slot.right, right.indexes)
        on = _quoted_on(pair, 0, here) if not there else not here and _quoted_on(pair, 1, there)
        if (here or there) and not on and _inside(slot.left, left.indexes) and _inside(slot.right, right.indexes):
            found.append((here, there))
    return sorted([*found, *_other_forms(pair, left, right)], key=lambda runs: (runs[0].start, runs[1].start))


def _own(pair: Pair, left: _Quoted, right: _Quoted) -> list[tuple[Side, list[int]]]:
    """For each side the words of content of its quotation that correspond to nothing."""
    return [
        (side, [at for at in one.indexes if pair.content[side][at] and not pair.partner(side, at)])
        for side, one in zip(SIDES, (left, right), strict=True)
    ]


def _quoted_on(pair: Pair, side: Side, own: Iterable[int]) -> bool:
    """Whether the other report has most of these words in further sentences, so that it does not cut them away."""
    other = OTHER[side]
    stems = {pair.tokens(side)[at].stem for at in own if pair.content[side][at]}
    said = stems & pair.said[other]
    return len(said) > _MOST * len(stems) and not said <= {token.stem for token in pair.tokens(other)}


def _shortened(pair: Pair, left: _Quoted, right: _Quoted) -> list[tuple[range, range]]:
    """Both whole, where one has words at its ends that the other version has nowhere."""
    cut = any(own and not _quoted_on(pair, side, own) for side, own in _own(pair, left, right))
    return [(left.indexes, right.indexes)] if cut else []


def _other_forms(pair: Pair, left: _Quoted, right: _Quoted) -> Iterator[tuple[range, range]]:
    """Words of both quotations that correspond and are not the same: "who had", "who have"."""
    for link in pair.links:
        here, there = range(link.left[0], link.left[-1] + 1), range(link.right[0], link.right[-1] + 1)
        if here.start not in left.indexes or there.start not in right.indexes:
            continue
        forms = [pair.read[side].forms[run.start : run.stop] for side, run in zip(SIDES, (here, there), strict=True)]
        begins = here.start == left.indexes.start or there.start == right.indexes.start
        if forms[0] != forms[1] or (not begins and _written_otherwise(pair, here.start, there.start)):
            yield here, there


def _written_otherwise(pair: Pair, left: int, right: int) -> bool:
    """Whether a word has a capital on one side only, or follows the same word with other marks: "best, strongest"."""
    capitals = [pair.tokens(side)[at].form[0].isupper() for side, at in zip(SIDES, (left, right), strict=True)]
    if capitals[0] != capitals[1]:
        return True
    marks = [_mark_before(pair, side, at) for side, at in zip(SIDES, (left, right), strict=True)]
    return marks[0] != marks[1] and right - 1 in pair.partner(0, left - 1)


def _mark_before(pair: Pair, side: Side, at: int) -> str:
    """The mark before a word, quotation marks aside; dashes of any length are one."""
    mark = pair.read[side].gaps[at].strip(_MARKS).strip()
    return "–" if mark in _DASHES else mark


def _clipped(run: range, limits: range) -> range:
    return range(max(run.start, limits.start), max(run.start, limits.start, min(run.stop, limits.stop)))


def _inside(run: range, limits: range) -> bool:
    """Whether a run, or the point where it would be, touches the quotation."""
    return run.start <= limits.stop and limits.start <= run.stop


def _severity(pair: Pair, left: _Quoted, right: _Quoted, changed: Sequence[tuple[range, range]]) -> Severity:
    """A conflict where the same words are made to say the opposite; style where hardly anything changed."""
    if _likeness(pair, left, right) >= _COPY and any(_opposed(pair, *runs) for runs in apart(changed)):
        return "conflict"
    if is_misquoted(pair, left.indexes, right.indexes, changed):
        return "conflict"
    return "shift" if any(_weighty(pair, here, there) for here, there in changed) else "style"


def _opposed(pair: Pair, here: range, there: range) -> bool:
    """Whether one run negates and the other does not, or has the opposite word."""
    negators = [
        sum(sort_of(pair.read[side].forms[at]) is not None for at in run)
        for side, run in zip(SIDES, (here, there), strict=True)
    ]
    if negators[0] % 2 != negators[1] % 2:
        return not any(pair.content[side][at] for side, run in zip(SIDES, (here, there), strict=True) for at in run)
    return any(opposed(pair.tokens(0)[one].stem, pair.tokens(1)[other].stem) for one, other in product(here, there))


def _weighty(pair: Pair, here: range, there: range) -> bool:
    """Whether words changed that say something: no articles, endings and the like, but "will" and "not"."""
    stems = [
        {pair.tokens(side)[at].stem for at in run if pair.content[side][at] or _turns(pair.read[side].forms[at])}
        for side, run in zip(SIDES, (here, there), strict=True)
    ]
    return stems[0] != stems[1]


def _turns(form: str) -> bool:
    """Whether a small word says how certain or how much an act is, or that there is none."""
    return form in lexicons.words("modal_verbs") or sort_of(form) is not None or tells_degree(form)


def _mark(pair: Pair, side: Side, quoted: _Quoted, runs: Sequence[range]) -> Mark:
    spans: list[Span] = []
    for run in runs:
        first = max(quoted.indexes.start, run.start - _CONTEXT)
        last = min(quoted.indexes.stop, run.stop + _CONTEXT) - 1
        if last >= first:
            spans.append(pair.span(side, [first, last]))
    merged = _merged(spans) or [pair.span(side, [quoted.indexes[0], quoted.indexes[-1]])]
    return Mark(tuple(merged), JOINT.join(pair.words(side, span) for span in merged))


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
