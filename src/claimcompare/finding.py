"""Where a claim is made: a comparison and the words of a claim → the claims most like it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimcompare.claims import claims_of
from claimcompare.preparation import candidates_with, prepared_claims
from claimcompare.records import Comparison, Match, Report, Sentence, Span
from claimcompare.scoring import scored_matches


def find(comparison: Comparison, text: str, limit: int = 10) -> tuple[Match, ...]:
    """Where the claim ``text`` is made: the claims of the comparison most like it, the surest first.

    In each match ``left`` is the claim sought and ``right`` the claim found.
    """
    sought = Report(id=_unused_id(comparison.reports), text=text)
    sentence = Sentence(report=sought.id, span=Span(0, len(text)), index=0)
    ready = prepared_claims(
        (*comparison.reports, sought), (), (*comparison.claims, *claims_of([sought], [sentence], prefix=sought.id))
    )
    at = next(number for number, side in enumerate(ready.sides) if side.claim.report == sought.id)
    scored = scored_matches(ready.sides, candidates_with(ready, at))
    matches = (match if match.left.report == sought.id else _turned(match) for match in scored)
    return tuple(sorted(matches, key=lambda match: (-match.score, match.right.report, match.right.span))[:limit])


def _turned(match: Match) -> Match:
    return evolve(match, left=match.right, right=match.left)


def _unused_id(reports: Sequence[Report]) -> str:
    """An id for what is sought that no report has; it sorts nowhere, since it is never printed."""
    taken = {report.id for report in reports}
    return next(name for name in ("sought" + "'" * number for number in range(len(taken) + 1)) if name not in taken)
