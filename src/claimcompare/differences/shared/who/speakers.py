"""Who says a version: the one attribution that holds for most of it, and what can be said of two speakers."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare import lexicons
from claimcompare.differences.shared.versions import KEPT
from claimcompare.differences.shared.who.nameforms import are_initials
from claimcompare.lexicons.reporting import groups

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side
    from claimcompare.records import Attribution

_WORD = re.compile(r"[^\W_]+")
_SETTINGS = lexicons.parameters("differences")["speakers"]
_LEAST_COVERED: float = _SETTINGS["least_covered"]
_CHANNEL_REACH: int = _SETTINGS["channel_reach"]
_LONGEST_REST: int = _SETTINGS["longest_rest"]


@cache
def pronouns(*sorts: str) -> frozenset[str]:
    """The pronouns of these sorts; without a sort all that may stand for a speaker."""
    wanted = sorts or ("anybody", "speaker")
    return frozenset(word for word, sort in lexicons.table("pronouns") if sort in wanted)


@lru_cache(maxsize=KEPT)
def main_attribution(version: Version) -> Attribution | None:
    """The attribution whose content covers most of the claim, where it covers enough of it."""
    span = version.features.claim.span
    covered = [
        (one.content.overlap(span), -one.span.start, one)
        for one in version.features.attributions
        if kind_of_saying(one) not in lexicons.words("no_sayings")
    ]
    best = max(covered, key=lambda found: found[:2], default=None)
    if best is None or best[0] <= _LEAST_COVERED * len(span):
        return None
    return _with_speaker(best[2], version.features.attributions)


def sayings(pair: Pair, side: Side) -> list[Attribution]:
    """The attributions of a version that hold for most of what it shares with the other, the widest first."""
    version, all_ = pair.versions[side], pair.features[side].attributions
    sayings_alone = (one for one in all_ if kind_of_saying(one) not in lexicons.words("no_sayings"))
    reports = [one for one in sayings_alone if not _gives_reasons(one)] or [
        one for one in all_ if one.verb in lexicons.words("beliefs")
    ]
    if not reports:
        return []
    told = {at for one in all_ for at in version.indexes(one.span)}
    shared = {at for at in pair.partners[side] if pair.content[side][at]} - told
    covered = [(len(shared.intersection(version.indexes(one.content))), one) for one in reports]
    found = [(number, one) for number, one in covered if number and number >= _LEAST_COVERED * len(shared)]
    return [
        _with_speaker(one, reports) for _, one in sorted(found, key=lambda found: (-found[0], len(found[1].content)))
    ]


def _gives_reasons(one: Attribution) -> bool:
    """Whether nobody is cited but a reason: "citing the bias of the media"."""
    first = one.speaker.split()[:1]
    named = bool(first) and first[0][0].isupper()
    head = head_of(one)
    known = lexicons.words("speakers", "documents", "person_nouns", "roles", "titles", "plural_speakers")
    return one.verb in lexicons.words("reason_verbs") and not named and known.isdisjoint((head, head.removesuffix("s")))


def _with_speaker(one: Attribution, others: Sequence[Attribution]) -> Attribution:
    """The attribution; "adding that" has the speaker of the one before it."""
    before = [other for other in others if other.speaker and other.span.end <= one.span.start]
    if one.speaker or not before:
        return one
    return evolve(before[-1], cue=one.cue, verb=one.verb, content=one.content)


def kind_of_saying(one: Attribution) -> str:
    """The group of its verb, such as ``say``, ``claim`` or ``admit``."""
    return groups().get(one.verb, "say")


def speaker_words(one: Attribution) -> frozenset[str]:
    """The words that name the speaker; pronouns stay, since they may be anybody."""
    words = set(_words_in(one.speaker))
    return frozenset(words - (lexicons.words("grammar_words") - pronouns()))


def _words_in(speaker: str) -> list[str]:
    """Its words; an abbreviation is one with full stops as well: "the F.D.A."."""
    return _WORD.findall(speaker.casefold().replace(".", ""))


def head_of(one: Attribution) -> str:
    """The last word of the speaker's name or role: "post" of "the Post of Norvik", "kirby" of "Kirby, an aide"."""
    words = _words_in(one.speaker.partition(",")[0])
    cut = (at for at, word in enumerate(words) if at and word in lexicons.words("no_source_ends"))
    kept = words[: next(cut, len(words))]
    return kept[-1] if kept else ""


def may_be_one_speaker(left: Attribution, right: Attribution) -> bool:
    """Whether the speakers may be the same: words in common, initials, a pronoun, or one of them left open."""
    here, there = speaker_words(left), speaker_words(right)
    if not here or not there or here & there or here & pronouns() or there & pronouns():
        return True
    return _has_initials_of(left, right) or _has_initials_of(right, left)


def _has_initials_of(short: Attribution, long: Attribution) -> bool:
    """Whether one speaker is called by the initials of the other: "the UN", "the United Nations"."""
    shorts, longs = (_WORD.findall(one.speaker.partition(",")[0].replace(".", "")) for one in (short, long))
    words = tuple(word.casefold() for word in longs if word[0].isupper())
    return any(are_initials((word.casefold(),), words) for word in shorts if word.isupper())


def same_speaker(left: Attribution, right: Attribution) -> bool:
    """Whether the speakers have a name or role in common: no envoy to Norvik is Norvik."""
    return bool((_own_words(left) & _own_words(right)) - pronouns())


def _own_words(one: Attribution) -> frozenset[str]:
    """The words of the speaker's name and roles, without those of the body or place that a role is of."""
    parts = map(_words_in, one.speaker.split(","))
    ends = lexicons.words("prepositions_after_nouns")
    kept = {word for part in parts for word in takewhile(lambda word: word not in ends, part)}
    return speaker_words(one) & kept


def is_channel(form: str) -> bool:
    """Whether a word names how something was said: interview, statement, tweet."""
    return form in lexicons.rows("channels")


def channel_of(version: Version, one: Attribution) -> tuple[str, int] | None:
    """How it was said (a tweet, a statement, an interview), and where the words for it end; None where nothing says."""
    tokens = version.features.tokens
    cue = next((at for at, token in enumerate(tokens) if token.start >= one.cue.start), None)
    if cue is None or tokens[cue].start > one.cue.end:
        return None
    ahead = range(cue, min(len(tokens), cue + _CHANNEL_REACH))
    for at in takewhile(lambda at: version.forms[at] not in pronouns("relative"), ahead):  # what is said begins there
        channel = lexicons.rows("channels").get(version.forms[at])
        if channel is not None:
            return channel, tokens[_phrase_end(version, at)].end
    return None


def _phrase_end(version: Version, at: int) -> int:
    """The last token of the phrase that names a channel: "station Tarn" of "the local radio station Tarn"."""
    last = at
    while last - at < _LONGEST_REST and _goes_on(version, last + 1):
        last += 1
    return last if last + 1 == len(version.forms) or not version.content[last + 1] else at


def _goes_on(version: Version, at: int) -> bool:
    """Whether a word goes on with the phrase before it."""
    return at < len(version.forms) and version.content[at] and not version.gaps[at] and at not in version.dated
