"""What one version has in quotation marks, and how the other has it.

Quotations that share words are compared: changed words, words cut away, and words that the other version takes over
without the marks. What a version does not quote at all is no quotation difference.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.quotation.misquoted import apart, is_misquoted, tells_degree
from claimcompare.differences.quotation.unmarked import unmarked
from claimcompare.differences.shared.points import point
from claimcompare.differences.shared.quoted import Quoted, likeness_of, quoted_speech, same_quotations
from claimcompare.differences.shared.runs import in_whole_words
from claimcompare.differences.shared.syntax.negators import ends_state, sort_of
from claimcompare.differences.shared.view import OTHER, SIDES, Mark, Point
from claimcompare.lexicons.relations import opposed
from claimcompare.records import Span
from claimcompare.text.marks import DASHES, QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Severity

_SETTINGS = lexicons.parameters("differences")["quotation"]
_COPY: float = _SETTINGS["copy"]
_CONTEXT: int = _SETTINGS["context"]
_MOST: float = _SETTINGS["quoted_on"]


def quotation(pair: Pair) -> Iterator[Point]:
    """The points on which two versions quote the same words differently."""
    quotations = [quoted_speech(pair, side) for side in SIDES]
    told: list[Quoted] = []
    for left, right in same_quotations(pair, *quotations):
        points = list(_compared(pair, left, right))
        told += [left, right] if points or any(_quoted_on(pair, *own) for own in _own(pair, left, right)) else []
        yield from points
    for side in SIDES:
        others = [one.indexes for one in quotations[OTHER[side]]]
        for one in quotations[side]:
            if one not in told:
                yield from unmarked(pair, side, one.indexes, others)


# ---------------------------------------------------------------- quoted in both


def _compared(pair: Pair, left: Quoted, right: Quoted) -> Iterator[Point]:
    changed = _changes(pair, left, right) or _shortened(pair, left, right)
    if not changed:
        return
    here = [run for run, _ in changed]
    there = [run for _, run in changed]
    severity = _severity(pair, left, right, changed)
    yield point("quotation", severity, (_mark(pair, 0, left, here), _mark(pair, 1, right, there)))


def _changes(pair: Pair, left: Quoted, right: Quoted) -> list[tuple[range, range]]:
    """The runs of both quotations that differ, where one of them has words."""
    found = []
    for slot in pair.slots:
        here, there = _clipped(slot.left, left.indexes), _clipped(slot.right, right.indexes)
        on = _quoted_on(pair, 0, here) if not there else not here and _quoted_on(pair, 1, there)
        if (here or there) and not on and _inside(slot.left, left.indexes) and _inside(slot.right, right.indexes):
            found.append((here, there))
    return sorted([*found, *_other_forms(pair, left, right)], key=lambda runs: (runs[0].start, runs[1].start))


def _own(pair: Pair, left: Quoted, right: Quoted) -> list[tuple[Side, list[int]]]:
    """For each side the words of content of its quotation that correspond to nothing."""
    return [
        (side, [at for at in one.indexes if pair.content[side][at] and not pair.partner(side, at)])
        for side, one in zip(SIDES, (left, right), strict=True)
    ]


def _quoted_on(pair: Pair, side: Side, own: Iterable[int]) -> bool:
    """Whether the other report has most of these words in further sentences, so that it does not cut them away."""
    other = OTHER[side]
    stems = {pair.versions[side].stems[at] for at in own if pair.content[side][at]}
    said = stems & pair.said[other]
    return len(said) > _MOST * len(stems) and not said.issubset(pair.versions[other].stems)


def _shortened(pair: Pair, left: Quoted, right: Quoted) -> list[tuple[range, range]]:
    """Both whole, where one has words at its ends that the other version has nowhere."""
    cut = any(own and not _quoted_on(pair, side, own) for side, own in _own(pair, left, right))
    return [(left.indexes, right.indexes)] if cut else []


def _other_forms(pair: Pair, left: Quoted, right: Quoted) -> Iterator[tuple[range, range]]:
    """Words of both quotations that correspond and are not the same: "who had", "who have"."""
    for link in pair.links:
        here, there = range(link.left[0], link.left[-1] + 1), range(link.right[0], link.right[-1] + 1)
        if here.start not in left.indexes or there.start not in right.indexes:
            continue
        forms = [pair.versions[0].forms[here.start : here.stop], pair.versions[1].forms[there.start : there.stop]]
        begins = here.start == left.indexes.start or there.start == right.indexes.start
        if forms[0] != forms[1] or (not begins and _written_otherwise(pair, here.start, there.start)):
            yield here, there


def _written_otherwise(pair: Pair, left: int, right: int) -> bool:
    """Whether a word has a capital on one side only, or follows the same word with other marks: "best, strongest"."""
    capitals = [pair.tokens(0)[left].form[0].isupper(), pair.tokens(1)[right].form[0].isupper()]
    if capitals[0] != capitals[1]:
        return True
    marks = [_mark_before(pair, 0, left), _mark_before(pair, 1, right)]
    return marks[0] != marks[1] and right - 1 in pair.partner(0, left - 1)


def _mark_before(pair: Pair, side: Side, at: int) -> str:
    """The mark before a word, quotation marks aside; dashes of any length are one."""
    mark = pair.versions[side].gaps[at].strip(QUOTATION_MARKS).strip()
    return "–" if mark in DASHES else mark


def _clipped(run: range, limits: range) -> range:
    return range(max(run.start, limits.start), max(run.start, limits.start, min(run.stop, limits.stop)))


def _inside(run: range, limits: range) -> bool:
    """Whether a run, or the point where it would be, touches the quotation."""
    return run.start <= limits.stop and limits.start <= run.stop


def _severity(pair: Pair, left: Quoted, right: Quoted, changed: Sequence[tuple[range, range]]) -> Severity:
    """A conflict where the same words are made to say the opposite; style where hardly anything changed."""
    if likeness_of(pair, left, right) >= _COPY and any(_opposed(pair, *runs) for runs in apart(changed)):
        return "conflict"
    if is_misquoted(pair, left.indexes, right.indexes, changed):
        return "conflict"
    return "shift" if any(_weighty(pair, here, there) for here, there in changed) else "style"


def _opposed(pair: Pair, here: range, there: range) -> bool:
    """Whether one run negates and the other does not, or has the opposite word."""
    negators = [
        sum(sort_of(pair.versions[side].forms[at]) is not None for at in run)
        for side, run in zip(SIDES, (here, there), strict=True)
    ]
    if negators[0] % 2 != negators[1] % 2:
        return not any(map(_says_more, (pair, pair), SIDES, (here, there)))
    return any(
        opposed(pair.versions[0].stems[one], pair.versions[1].stems[other]) for one, other in product(here, there)
    )


def _says_more(pair: Pair, side: Side, run: range) -> bool:
    """Whether a run has words of content besides the "longer" of "no longer"."""
    version = pair.versions[side]
    return any(pair.content[side][at] and not (at and ends_state(version, at - 1)) for at in run)


def _weighty(pair: Pair, here: range, there: range) -> bool:
    """Whether words changed that say something: no articles, endings and the like, but "will" and "not"."""
    stems = [
        {pair.versions[side].stems[at] for at in run if pair.content[side][at] or _turns(pair.versions[side].forms[at])}
        for side, run in zip(SIDES, (here, there), strict=True)
    ]
    return stems[0] != stems[1]


def _turns(form: str) -> bool:
    """Whether a small word says how certain or how much an act is, or that there is none."""
    return form in lexicons.words("modal_verbs") or sort_of(form) is not None or tells_degree(form)


def _mark(pair: Pair, side: Side, quoted: Quoted, runs: Sequence[range]) -> Mark:
    spans: list[Span] = []
    for run in runs:
        first = max(quoted.indexes.start, run.start - _CONTEXT)
        last = min(quoted.indexes.stop, run.stop + _CONTEXT) - 1
        if last >= first:
            spans.append(pair.span(side, in_whole_words(pair, side, [first, last])))
    merged = _merged(spans) or [pair.span(side, [quoted.indexes[0], quoted.indexes[-1]])]
    return Mark(tuple(merged), tuple(pair.words(side, span) for span in merged))


def _merged(spans: Sequence[Span]) -> list[Span]:
    found: list[Span] = []
    for span in spans:
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(span.end, found[-1].end))
        else:
            found.append(span)
    return found
