"""Shape → where its dates are: patterns over the letters of a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.features.quantities import approximator_of
from claimcompare.features.shapes import entry
from claimcompare.features.twounits import REST, is_rest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.features.shapes import Shape

# A number before a unit of time, where more is one than in ``quantities``: "a", "a few", "half an", "a quarter of a".
_NUMBER = r"(?:a|a?v|(?:a-?|w)?H-?(?:q?a-?)?|(?:[nd]|w(?:-?w)*(?:-?&-?a-?H)?)(?:s*))"
_REST = rf"(?:{REST.replace('[Ux]', 'U')}){{1,2}}"
_DATE = re.compile(
    rf"""
    (?P<iso>y-[dn]-[dn])
    | (?P<numeric>(?<!/)[dn]/[dn]/y|z)
    | (?P<day>(?:W[.,]*p?t?)?(?:e-?)?
        (?:M\.?t?(?P<d1>[do])(?!\d|s|C|%)|t?(?P<d2>[do])(?:(?<![nd]-[do])|(?!q?M\.?[do]))q?(?:M)\.?|tOqM(?!\.))
        (?:-(?P<to>[do]))?(?:[.,]*[pq]?(?P<y1>y))?)
    | (?P<quarter>(?:[Oo]-?G|Gd)(?:[.,]*q?(?P<y3>y))?)
    | (?P<month>(?:t?Eq)?(?:e-?)?[LNT]?M\.?(?:,?q?(?P<y2>y))?)
    | (?P<weekday>(?:[LNT]|ep?)?(?:[LNT])?W(?:-?e?P)?)
    | (?P<near>e?RP?)
    | (?P<ago>{_NUMBER}U(?P<past>{_REST})?(?:A|e))
    | (?P<spoken>Z+)
    | (?P<clock>[dn](?:[:.][dn])?m | h[Uf]? | (?:(?<![:/·.-])|(?<=[dn]-))[dn]:[dn](?::[dn])?(?![:/]) | (?:e-?)?P)
    | (?P<length>p(?P<fill>[_pv>]{{0,3}}?)(?:t?[LNT])?-?(?:v|{_NUMBER})-?U(?P<more>{_REST})?(?!-?[_o]*A))
    | (?P<unit>(?:t?Eq|ept)?e?t?[LNTK]{{1,2}}(?:v|{_NUMBER})?[US] | (?:Eq)tU | LP | TP)
    | (?P<within>pt?[LNT]?U)
    | (?P<season>[te]S(?:q?y) | [tLNTe]S | (?<=p)S(?!\w))
    | (?P<years>y[-/][dn])
    | (?P<decade>D)
    | (?P<year>(?:(?:Eq|e-?))?y(?!U))
    """,
    re.VERBOSE,
)


def date_matches(shape: Shape) -> Iterator[re.Match[str]]:
    """Every date, from the left; "from the coast left two hours late" is no length."""
    at = 0
    while match := _DATE.search(shape.codes, at):
        told = _without_rest(shape, match)
        if told is None or (told["length"] and filling(shape, told) is None):
            at = match.start() + 1
            continue
        yield told
        at = told.end()


def _without_rest(shape: Shape, match: re.Match[str]) -> re.Match[str] | None:
    """The match without a further length that is none of a smaller unit: "for three days and two weeks later"."""
    rest = "more" if match["more"] else "past" if match["past"] else None
    if rest is None or is_rest(shape, *match.span(rest)):
        return match
    return _DATE.match(shape.codes, match.start(), match.start(rest))


def preposition_of(word: str, value: str) -> str:
    """The preposition of a length of time: that of "lasted a week" is "for"."""
    return value or word


def filling(shape: Shape, match: re.Match[str]) -> tuple[str, str] | None:
    """The preposition before a length, and its approximator in normal form, if any; None if there are other words."""
    first = preposition_of(*entry(shape.tokens[shape.index[match.start()]].form))
    words = [entry(shape.tokens[at].form)[0] for _, at in shape.letters(*match.span("fill"))]
    if approximator := approximator_of(words):
        return first, approximator
    if approximator := approximator_of([first, *words]) if words else None:
        return "", approximator
    return (first, "") if not words or " ".join(words) in lexicons.words("length_fillers") else None


def clock_approximator(shape: Shape, at: int) -> tuple[str | None, int]:
    """The normal form of the words before a time of day at token ``at`` that leave it open, and where they start."""
    known = lexicons.rows("clock_approximators")
    for length in (2, 1):
        words = " ".join(entry(token.form)[0] for token in shape.tokens[max(0, at - length) : at])
        if length <= at and words in known:
            return known[words], at - length
    return None, at
