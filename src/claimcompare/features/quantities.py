"""Shape → quantities: numbers with what they count."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.clocktimes import is_length_in_figures
from claimcompare.features.nonumbers import counts_nothing, is_in_turn
from claimcompare.features.numerals import bounds_of, ends_of_range, number_in
from claimcompare.features.shapes import CURRENCY_SIGNS, Shape, entry
from claimcompare.features.twounits import REST, with_rest
from claimcompare.features.units import rate_of, unit_of
from claimcompare.records import Quantity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimcompare.records import Token

# A number wherever it stands, with its decimals, scales and halves; a bare "a" is none, and a dozen is ("a dozen").
_NUMERAL = (
    r"(?:[ndy](?:·[ndy])?-?s*|(?:a_?)?s(?!_s)(?:&aH(?![qas]))?|(?:a-?)?H(?:q?a|-)?s+"
    r"|w(?:-?[ws])*(?:&(?:w(?:-?[ws])*))*(?:-?&-?a-?H-?s*)?)"
)
_FRACTION = r"(?P<mixed>\$?(?:[ndy]-)?[nd]/[nd](?!/))"
_QUANTITY = re.compile(
    rf"""
    (?P<timed>[nd]:[nd](?::[nd])?)
    | {_FRACTION}
    | (?P<share>(?:w-?[HO]|a[HO](?=q(?!as))|(?<![oO])(?:a-?)?H(?=q(?!as)|a(?!s)|t|-?[kx]|C)) | a?-?[wd]-?p-?[wdn])
    | (?P<change>(?<=[p_])(?:aO|a?H)(?![-_oOHxkfUsCSGq]|a|t))
    | (?P<range>(?:(?P<between>B)|p)?\$?(?P<from>{_NUMERAL})%?
        (?:(?(between)&|(?:-?>-?|(?<=[nd%])-(?=\$?[nd]))))\$?(?P<upto>{_NUMERAL}))
    | (?P<vague>a?v(?:qv)*(?:q?s)?)
    | (?P<ordinal>[oO])
    | (?P<single>a(?=-?[Ux]{REST}))
    | (?P<plain>\$?{_NUMERAL})
    """,
    re.VERBOSE,
)
_MIXED = re.compile(_FRACTION)
_PLAIN = re.compile(rf"(?P<plain>\$?{_NUMERAL})")
_SCORE = re.compile(r"(?P<score>[nd](?:-[nd](?:-[nd])?|-?>-?[nd]))(?![-·sC%])")
_VOTES = re.compile(r"(?P<score>[nd]x>[nd])(?![-·sC%])")
_MINUS = re.compile(rf"(?:\A|[^\w.,%)\]-])(?P<sign>[-−])[{CURRENCY_SIGNS}]?\Z")
_SIGNS = 3  # signs before a number: a blank, a minus, a currency
_LONGEST_APPROXIMATOR = 4  # words
_BY, _PLUS = "by", "plus"
_NUMBERS = frozenset("andywv$")
_LIMITS = lexicons.parameters("quantities")
_FARTHEST: int = _LIMITS["farthest"]
_WINDOW: int = _LIMITS["window"]
_WIDEST: float = _LIMITS["widest"]
_SCORE_DIGITS: int = _LIMITS["score_digits"]
_NAMED_UNITS = {"score": "score", "timed": "second"}  # of what is one whatever stands behind it
_VOTE, _FROM, _IN = "vote", "from", "in"
_LISTED = frozenset({None, "score"})  # "5, 6 and 9 guards"; "45-7-2, 36 knockouts"
_BEFORE_SCORE: int = _LIMITS["before_score"]


def quantities_of(shape: Shape, taken: Sequence[Span] = ()) -> tuple[Quantity, ...]:
    """The numbers of a sentence, those inside ``taken`` (its dates) left out."""
    if shape.plain:
        return ()
    found = [one for match in _matches(shape) if (one := _quantity(shape, match))]
    # The "some" of "some 40 people" is an approximator and no number of its own, and "2 hours 5 minutes" is one.
    beside = zip([None, *found], found, [*found[1:], None], strict=False)
    numbers = [one for before, one, after in beside if not (_covers(before, one) or _covers(after, one))]
    inside = {at for span in taken for at in range(span.start, span.end)}
    return tuple(one for one in numbers if inside.isdisjoint(range(one.span.start, one.span.end)))


def _covers(other: Quantity | None, one: Quantity) -> bool:
    return other is not None and other.span.covers(one.span)


def _end(shape: Shape, start: int, end: int) -> int:
    """Where the words of the quantity end, a sign for per cent included."""
    at = shape.span(start, end).end
    sign = shape.text.find("%", at, at + 2) if shape.codes[end - 1] == "%" else -1
    return sign + 1 if sign >= 0 else at


def _matches(shape: Shape) -> Iterator[re.Match[str]]:
    """Every number, from the left; "up 12 to 9,092" and "from 4 to 5 percent" are no ranges but two."""
    at = 0
    while match := _QUANTITY.search(shape.codes, at):
        if match.lastgroup == "change" and not _is_change(shape, match):
            at = match.start() + 1
            continue
        match = _votes(shape, match) or match
        if match.lastgroup == "range":
            match = _no_range(shape, match) or match
        if match.lastgroup == "share" and not _is_share(shape, match):  # "to 11 from 14", "two by 9 a.m."
            match = _PLAIN.match(shape.codes, match.start()) or match
        if match.lastgroup == "timed" and not is_length_in_figures(shape, match):  # "John 3:16"
            match = _PLAIN.match(shape.codes, match.start()) or match
        if match.lastgroup == "mixed" and not _is_fraction(shape, match):  # "9/11", "5/0"
            match = _PLAIN.match(shape.codes, match.start()) or match
        yield match
        at = match.end()


def _is_change(shape: Shape, match: re.Match[str]) -> bool:
    """Whether something changed by a part: "rose by a third", but "in a third", "by a second"."""
    first, last = shape.index[match.start()], shape.tokens[shape.index[match.end() - 1]]
    before = [entry(token.form)[0] for token in shape.tokens[max(0, first - _LONGEST_APPROXIMATOR - 1) : first]]
    by = len(before) - before[::-1].index(_BY) if _BY in before else 0
    led = by > 0 and (by == len(before) or approximator_of(before[by:]) is not None)
    return led and last.form.lower() not in lexicons.words("whole_ranks")


def _no_range(shape: Shape, match: re.Match[str]) -> re.Match[str] | None:
    """The score, the fraction or the first number that what looks like a range is; None for a range."""
    start = match.start("from")
    score = _score(shape, start)
    if _is_range(shape, match):
        return score if score and _is_of_votes(shape, score) else None  # "lost the final 1-2"
    return _MIXED.match(shape.codes, start) or score or _PLAIN.match(shape.codes, start)


def _is_range(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it goes from less to more, within a few times as much, and is no rise: "from 4 to 5 percent"."""
    if ">" in match.group() and _tells_of_a_rise(shape, match):
        return False
    low, high = ends_of_range(shape, match)
    return low < high <= _WIDEST * max(low, 1.0) or match["between"] is not None


def _tells_of_a_rise(shape: Shape, match: re.Match[str]) -> bool:
    """Whether "from" opens it, and no word before that says that it is a range: "ranging from 4 to 5 percent"."""
    first = shape.index[match.start()]
    before = {token.form.lower() for token in shape.tokens[max(0, first - 1) : first]}
    return entry(shape.tokens[first].form)[0] == _FROM and lexicons.words("range_words").isdisjoint(before)


def _score(shape: Shape, start: int) -> re.Match[str] | None:
    """A score, a vote or a record of wins and losses: "3-1", "52 to 48", "45-7-2"."""
    match = _SCORE.match(shape.codes, start)
    if match is None:
        return None
    if "-" not in match.group():
        return match if _is_of_votes(shape, match) else None
    return None if any(len(word) > _SCORE_DIGITS for _, word, _ in shape.words(*match.span())) else match


def _votes(shape: Shape, match: re.Match[str]) -> re.Match[str] | None:
    """The "312 votes to 184" that a plain number opens."""
    found = _VOTES.match(shape.codes, match.start()) if match.lastgroup == "plain" else None
    return found if found and shape.words(*found.span())[1][2] == _VOTE else None


def _is_of_votes(shape: Shape, match: re.Match[str]) -> bool:
    """Whether votes or goals are mentioned right before "52 to 48", which may also be a fall, or "1-2", a range."""
    first = shape.index[match.start()]
    before = (token.form.lower() for token in shape.tokens[max(0, first - _BEFORE_SCORE) : first])
    return not lexicons.words("score_words").isdisjoint(before)


def _is_share(shape: Shape, match: re.Match[str]) -> bool:
    """Whether what has a preposition is so many in more: "one in five", and not "11 from 14" or "9 in 7"."""
    told = shape.words(*match.span())
    led = [word for code, word, _ in told if code == "p"]
    low, _ = bounds_of(shape, match)
    return not led or is_in_turn(shape, match) or (led == [_IN] and low <= 1.0)


def _is_fraction(shape: Shape, match: re.Match[str]) -> bool:
    """Whether it is one in halves, quarters, eighths and so on: "6-1/4", "11/32", but no "9/11"."""
    part, whole = (word for _, word, _ in shape.words(*match.span())[-2:])
    told = whole in lexicons.words("fraction_wholes") and number_in(part) < number_in(whole)
    return told and shape.codes[match.start() - 1 : match.start()] != "/"


def _quantity(shape: Shape, match: re.Match[str]) -> Quantity | None:
    """The quantity at a match of the patterns; None where it is part of a word, counts nobody or is no number."""
    start, end = match.span()
    if counts_nothing(shape, match):
        return None
    low, high = bounds_of(shape, match)
    signed = _sign(shape, match)
    if signed is not None:
        low, high = -high, -low
    of_part = match.lastgroup == "share" and shape.codes[end - 1] == "H"
    unit, after = unit_of(shape, _sign_before(shape, match), end, of_part=of_part)
    if match.lastgroup in _NAMED_UNITS:
        unit, after = _NAMED_UNITS[match.lastgroup], end
    if low == high and not of_part:
        told = with_rest(shape, low, unit, after)
        if match.lastgroup == "single" and told.end == after:
            return None
        low, high, unit, after = told.value, told.value, told.unit, told.end
    approximator, before = _approximator(shape, start, after)
    before = before if signed is None else min(before, signed)
    unit, per, after = rate_of(shape, unit, after)
    return Quantity(
        span=Span(before, _end(shape, start, after)),
        low=low,
        high=high,
        approximator=approximator,
        unit=unit,
        per=per,
        counted=tuple(_counted(shape, after, listed=unit in _LISTED)),
        ordinal=match.lastgroup == "ordinal",
    )


def _sign_before(shape: Shape, match: re.Match[str]) -> int:
    """Where the number starts with its sign of money, that of "between $5 and $6" behind the preposition."""
    start = match.start("from") if match.lastgroup == "range" else match.start()
    return start - 1 if start > match.start() and shape.codes[start - 1] == "$" else match.start()


def _sign(shape: Shape, match: re.Match[str]) -> int | None:
    """Where the sign of a number below zero stands: "-0.5 percent", "minus 15 degrees"; None for other numbers."""
    first = shape.index[match.start()]
    if match.lastgroup != "plain" or not first:  # at the start it is a dash of a list
        return None
    if shape.tokens[first - 1].form.lower() in lexicons.words("minus_words"):
        return shape.tokens[first - 1].start
    start = shape.tokens[first].start
    found = _MINUS.search(shape.text[max(0, start - _SIGNS) : start])
    return max(0, start - _SIGNS) + found.start("sign") if found else None


# ---------------------------------------------------------------- the words around


@cache
def _approximators() -> tuple[dict[str, str], dict[str, str]]:
    rows = lexicons.table("approximators")
    before = {words: form for words, form in rows if not words.startswith("+ ")}
    return before, {words[2:]: form for words, form in rows if words.startswith("+ ")}


def approximator_of(words: Sequence[str]) -> str | None:
    """The normal form of an approximator before a number, such as ``>`` of "more than"."""
    return _approximators()[0].get(" ".join(words))


def _approximator(shape: Shape, start: int, end: int) -> tuple[str | None, int]:
    """The approximator in normal form, and where the words of the quantity start with it."""
    before, after = _approximators()
    first, last = shape.index[start], shape.index[end - 1]
    for length in range(_LONGEST_APPROXIMATOR, 0, -1):
        if length <= first and (form := before.get(_words(shape.tokens[first - length : first]))):
            return form, shape.tokens[first - length].start
    for length in (2, 1):
        form = after.get(_words(shape.tokens[last + 1 : last + 1 + length]))
        if form and not _adds(shape, last + 1, end):
            return form, shape.span(start, end).start
    return None, shape.span(start, end).start


def _adds(shape: Shape, at: int, end: int) -> bool:
    """Whether a "plus" behind an amount leads to what comes on top, as in "108.47 percent plus interest"."""
    if shape.tokens[at].form.lower() != _PLUS or at + 1 >= len(shape.tokens):
        return False
    of_amount = shape.codes[end - 1] in "C%cx" or "$" in shape.codes[max(0, end - 3) : end]
    return of_amount and not shape.text[shape.tokens[at].end : shape.tokens[at + 1].start].strip()


def _words(tokens: Iterable[Token]) -> str:
    return " ".join(entry(token.form)[0] for token in tokens)


def _counted(shape: Shape, end: int, *, listed: bool) -> Iterator[str]:
    """Stems of the words after a number that say what is counted: "five (of the country's 34 provincial) capitals".

    ``listed``: it may count what a later number of a list counts, as in "5, 6 and 9 guards".
    """
    ends, seen = lexicons.words("noun_phrase_ends"), 0
    for at in range(end, min(end + _FARTHEST, len(shape.codes))):
        code = shape.codes[at]
        token = shape.tokens[shape.index[at]]
        ahead = shape.codes[at + 1 : at + 2]
        if code in ".|:/" or (code in ",a" and seen) or (code == "," and not (listed and ahead in _NUMBERS)):
            return
        if code in "qtandywsovTLN-,$%":
            continue
        if code in "p&>er" or token.form.lower() in ends:
            return
        yield token.stem
        seen += 1
        if seen == _WINDOW:
            return
