"""Where a claim is made: a comparison and the words of a claim → the claims most like it."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimcompare.claims import whole_claims
from claimcompare.contrasting import Contrasts
from claimcompare.errors import is_whole, require
from claimcompare.preparation import candidates_of_sentence, known_features, prepared_features
from claimcompare.records import Claim, Comparison, Difference, Match, Report, Sentence, Span
from claimcompare.scoring import scored_matches
from claimcompare.settings import Settings


def find(comparison: Comparison, text: str, limit: int = 10) -> tuple[Match, ...]:
    """Where the claim ``text`` is made: at most ``limit`` claims of the comparison most like it, the surest first.

    In each match ``left`` is the claim sought and ``right`` the claim found. Those that are sure enough to be joined
    (``Settings.min_score``) are aligned and compared, as far as the words sought go.

    Raises:
        ArgumentError: the text is not a string, or the limit not a whole number from 0 on.
    """
    require("text", text, "a string", holds=isinstance(text, str))
    require("limit", limit, "a whole number from 0 on", holds=is_whole(limit, 0))
    sought = Report(id=_unused_id(comparison.reports), text=text)
    sentence = Sentence(report=sought.id, span=Span(0, len(text)), index=0)
    own = known_features([sought], whole_claims([sought], [sentence], prefix=sought.id))
    ready = prepared_features((*comparison.reports, sought), (), (*comparison.known_features, *own))
    at = next(number for number, side in enumerate(ready.sides) if side.claim.report == sought.id)
    scored = scored_matches(ready.sides, candidates_of_sentence(ready, at))
    matches = (match if match.left.report == sought.id else _turned(match) for match in scored)
    found = sorted(matches, key=lambda match: (-match.score, match.right.report, match.right.span))[:limit]
    contrasts = Contrasts(ready, None)
    return tuple(_compared(match, contrasts, comparison.settings) for match in found)


def _compared(match: Match, contrasts: Contrasts, settings: Settings) -> Match:
    """The match with its differences, if it is sure enough; what the words sought lack does not count."""
    if match.score < settings.min_score:
        return match
    full = contrasts.aligned(match)
    differences = [one for one in full.differences if _is_told_by(match.left, one)]
    return evolve(full, differences=tuple(differences[: settings.max_differences]))


def _is_told_by(claim: Claim, difference: Difference) -> bool:
    mentions = (mention for reading in difference.readings for mention in reading.mentions)
    return any(mention.claim == claim.id and mention.is_told for mention in mentions)


def _turned(match: Match) -> Match:
    return evolve(match, left=match.right, right=match.left)


def _unused_id(reports: Sequence[Report]) -> str:
    """An id for what is sought that no report has; how it sorts does not matter, since it is never printed."""
    taken = {report.id for report in reports}
    return next(name for name in ("sought" + "'" * number for number in range(len(taken) + 1)) if name not in taken)
