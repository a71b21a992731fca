"""One version of a claim with what several rules ask of its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from attrs import define

from claimcompare import lexicons
from claimcompare.lexicons.relations import base
from claimcompare.records import Span
from claimcompare.text.datelines import dateline_of
from claimcompare.text.marks import DASHES, QUOTATION_MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.records import DateMention, Features

KEPT = 1 << 11  # versions of which what the rules found out is kept, since matches and clusters ask for the same ones
_SHORTEST_PLACE: int = lexicons.parameters("differences")["versions"]["shortest_place"]
_LONGEST_DATELINE: int = lexicons.parameters("differences")["versions"]["longest_dateline"]


@define(eq=False, slots=False)
class Version:
    """One version with what several rules ask of its words; made once a cluster, compared by identity."""

    features: Features

    def indexes(self, span: Span) -> range:
        """The tokens that lie in ``span``, in part at least."""
        first, last = bisect_right(self._ends, span.start), bisect_left(self._starts, span.end)
        return range(first, last) if first < last else range(0)

    def stretch_start(self, at: int) -> int:
        """Where the stretch begins that a token lies in, with no mark between its words but quotation marks."""
        return next((start for start in range(at, 0, -1) if self.gaps[start].strip(QUOTATION_MARKS)), 0)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.features.tokens]

    @cached_property
    def _ends(self) -> list[int]:
        return [token.end for token in self.features.tokens]

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """The words in lower case, apostrophes straight."""
        return tuple(token.form.lower().replace("’", "'") for token in self.features.tokens)

    def form(self, at: int) -> str:
        """The word at a place, and nothing beyond the ends: what stands before the first word is not the last."""
        return self.forms[at] if 0 <= at < len(self.forms) else ""

    @cached_property
    def stems(self) -> tuple[str, ...]:
        """The stem of each word."""
        return tuple(token.stem for token in self.features.tokens)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """The base of each stem, which is the same for "went" and "go"."""
        return tuple(map(base, self.stems))

    @cached_property
    def content(self) -> tuple[bool, ...]:
        """For each word, whether it says something of its own and is no article, auxiliary or the like."""
        grammar, told = lexicons.words("grammar_words"), self._dateline
        return tuple(at >= told and form not in grammar for at, form in enumerate(self.forms))

    @cached_property
    def _dateline(self) -> int:
        """How many tokens a dateline has: "NORVIK (AP) –" or "Norvik, 4 May -"; no rule compares them."""
        tokens, claim = self.features.tokens, self.features.claim
        if tokens and (dateline := dateline_of(claim.text, Span(0, len(claim.text)))):
            return bisect_left(self._starts, claim.span.start + dateline.end)
        if not tokens or not tokens[0].form.isupper() or len(tokens[0].form) < _SHORTEST_PLACE:
            return 0
        ends = range(1, min(len(tokens), _LONGEST_DATELINE))
        return next((at for at in ends if self.gaps[at].strip(" )") in DASHES), 0)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates that have words, without one that a report opens with: "Aug. 8, 2021: ...", "Norvik, 8 May –"."""
        dates, tokens = tuple(one for one in self.features.dates if self.indexes(one.span)), self.features.tokens
        if dates and self._dateline:
            dates = tuple(one for one in dates if one.span.start >= tokens[self._dateline].start)
        if not dates or dates[0].span.start > tokens[0].start:
            return dates
        after = bisect_left(self._starts, dates[0].span.end)
        opens = after < len(tokens) and self.gaps[after].strip(" )") in DASHES | {":"}
        return dates[1:] if opens else dates

    @cached_property
    def offices(self) -> frozenset[int]:
        """The tokens of "Secretary of State", "House of Lords": words with capitals on either side of an "of"."""
        tokens = self.features.tokens
        found = (
            at
            for at in range(1, len(tokens) - 1)
            if self.forms[at] == "of" and tokens[at - 1].form[0].isupper() and tokens[at + 1].form[0].isupper()
        )
        return frozenset(token for of in found for token in range(of - 1, of + 2))

    @cached_property
    def named(self) -> frozenset[int]:
        """The tokens of names."""
        return self._tokens(one.span for one in self.features.names)

    @cached_property
    def numbered(self) -> frozenset[int]:
        """The tokens of numbers."""
        return self._tokens(one.span for one in self.features.quantities)

    @cached_property
    def dated(self) -> frozenset[int]:
        """The tokens of dates."""
        return self._tokens(one.span for one in self.dates)

    def _tokens(self, spans: Iterable[Span]) -> frozenset[int]:
        return frozenset(at for span in spans for at in self.indexes(span))

    @cached_property
    def quoted(self) -> frozenset[int]:
        """The tokens that are in quotation marks."""
        quotations = self.features.quotations
        if not quotations:
            return frozenset()
        tokens = enumerate(self.features.tokens)
        return frozenset(at for at, token in tokens if any(one.span.covers(token.span) for one in quotations))

    @cached_property
    def gaps(self) -> tuple[str, ...]:
        """What is between each word and the one before it, without blanks."""
        claim, tokens = self.features.claim, self.features.tokens
        ends = (claim.span.start, *(token.end for token in tokens))
        starts = (token.start for token in tokens)
        return tuple(
            claim.text[end - claim.span.start : start - claim.span.start].strip()
            for end, start in zip(ends, starts, strict=False)
        )


@lru_cache(maxsize=KEPT)
def version_of(features: Features) -> Version:
    """The version of a claim."""
    return Version(features)


def is_gerund(version: Version, at: int) -> bool:
    """Whether a word is a verb with an "ing" at its end: "issuing", and not "bring"."""
    return version.forms[at].endswith("ing") and version.stems[at] != version.forms[at]
