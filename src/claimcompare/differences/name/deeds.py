"""Who did what only one does: "built by Tarn Steel", "Tarn Steel, which built", "Tarn Steel built the bridge".

Which acts these are stands in ``sole_acts.tsv``. A deed has its doer, and the thing that it was done to where
the words beside the verb tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.negators import sort_of
from claimcompare.differences.shared.syntax.neighbours import auxiliaries_start, in_chain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimcompare.differences.shared.versions import Version
    from claimcompare.records import Name

_SETTINGS = lexicons.parameters("differences")["deeds"]
_CALLED: int = _SETTINGS["called"]
_LONGEST_THING: int = _SETTINGS["longest_thing"]
_ASIDE: int = _SETTINGS["aside"]
_BY = "by"
_PARTICLES = ("for", "out")
_FOR = ("for",)


@frozen
class Holder:
    """A name in a place of some sort, and the tokens of both the name and the words that say so.

    ``thing``: the words for what an act is done to, where they are known; ``core``: the one of them that names it;
    ``alone``: whether it is said that nobody else did.
    """

    sort: str
    name: Name
    place: range
    whole: range
    thing: tuple[int, ...] = ()
    core: int | None = None
    alone: bool = False


def deed_of(version: Version, name: Name, own: range, start: int) -> Iterator[Holder]:
    """The deed whose doer a name is, if there is one; ``start`` is where what leads to the name begins."""
    yield from _done_by(version, name, own, start)
    yield from _doing(version, name, own, start)


def _done_by(version: Version, name: Name, own: range, start: int) -> Iterator[Holder]:
    """The deed that was done by it: "was led by Ann Doe", "a satellite built by the Norvik firm Tarn Steel"."""
    by = _by(version, start)
    verb = by - 1
    while verb > 0 and version.forms[verb] in lexicons.words("sole_adverbs"):
        verb -= 1
    alone = verb < by - 1
    if verb > 0 and version.forms[verb] in _PARTICLES:
        verb -= 1
    sort = lexicons.sorts("sole_acts").get(version.forms[verb]) if verb >= 0 else None
    if sort is None or is_beside_noun(version, own):
        return
    first = auxiliaries_start(version, verb)
    if _stated(version, first, verb):
        thing = tuple(_phrase_before(version, first))
        yield Holder(sort, name, own, range(verb, own.stop), thing, next(iter(thing), None), alone=alone)


def is_beside_noun(version: Version, own: range) -> bool:
    """Whether a name only says which one it is: "the Norvik company"."""
    at = own.stop
    return at < len(version.forms) and not version.gaps[at] and version.content[at] and at not in version.dated


def _by(version: Version, start: int) -> int:
    """Where the "by" is that leads to a name, what it is called between: "by the firm Tarn Steel"; 0 for none."""
    for at in range(start - 1, max(0, start - 2 - _CALLED), -1):
        form = version.forms[at]
        if version.gaps[at + 1] not in ("", ",") or form == _BY:
            return at if form == _BY else 0
        if not version.content[at] and form not in lexicons.words("articles"):
            return 0
    return 0


def _doing(version: Version, name: Name, own: range, start: int) -> Iterator[Holder]:
    """The deed that it does: "Ann Doe led the inquiry", "Ann Doe, who is leading it"."""
    first = _verb_group(version, own, start)
    verb = first
    while verb < len(version.forms) and in_chain(version.forms[verb]):
        verb += 1
    sort = lexicons.sorts("sole_acts").get(version.forms[verb]) if verb < len(version.forms) else None
    if sort is None or not _stated(version, first, verb):
        return
    if _hangs(version, start) and version.form(first - 1) not in lexicons.words("relative_words"):
        return
    behind = verb + 1 + (version.forms[verb + 1 : verb + 2] == _FOR)
    thing = tuple(_phrase_behind(version, behind))
    if thing:
        yield Holder(sort, name, own, range(own.start, verb + 1), thing, thing[-1])


def _verb_group(version: Version, own: range, start: int) -> int:
    """Where the verb begins whose subject a name is, behind a "who" or what is said of it between commas."""
    at = own.stop
    if at >= len(version.forms) or version.gaps[at] not in ("", ","):
        return at
    if version.forms[at] in lexicons.words("relative_words"):
        return at + 1
    if not version.gaps[at] or version.gaps[start] == ",":
        return at
    ends = range(at + 1, min(len(version.forms), at + 1 + _ASIDE))
    return next((one for one in ends if version.gaps[one] == ","), len(version.forms))


def _hangs(version: Version, start: int) -> bool:
    """Whether what comes before a name makes it no subject: "the son of Ann Doe"."""
    return start > 0 and version.form(start - 1) in lexicons.words("place_prepositions", "prepositions_after_nouns")


def _stated(version: Version, first: int, verb: int) -> bool:
    """Whether the words before a verb state its act as done or being done, and nothing says that it is over."""
    chain = version.forms[first:verb]
    if not lexicons.words("over_words").isdisjoint(version.forms):
        return False
    return not any(map(sort_of, chain)) and lexicons.words("modal_verbs").isdisjoint(chain) and "to" not in chain


def _phrase_before(version: Version, stop: int) -> Iterator[int]:
    """The words of content right before ``stop``."""
    for at in range(stop - 1, max(-1, stop - 1 - _LONGEST_THING), -1):
        if version.gaps[at + 1] or not version.content[at]:
            return
        yield at


def _phrase_behind(version: Version, start: int) -> Iterator[int]:
    """The words of the phrase that begins at ``start``, if it is of something that is known: "the bridge", "Tarn"."""
    at = start
    definite = False
    while at < len(version.forms) and not version.gaps[at] and not version.content[at]:
        definite = version.forms[at] in lexicons.words("definite_words")
        at += 1
        if not definite:
            return
    tokens = version.features.tokens
    if not definite and not (at < len(tokens) and tokens[at].form[0].isupper() and not version.gaps[at]):
        return
    for one in range(at, min(len(tokens), start + _LONGEST_THING)):
        if not version.content[one] or one in version.dated or (one > at and version.gaps[one]):
            return
        yield one
