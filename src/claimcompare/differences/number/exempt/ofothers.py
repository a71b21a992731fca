"""Numbers of others than those of the other version: of her brother, of the women's race, of the second set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.number.read.counts import SCORE, counts_of
from claimcompare.differences.number.read.nearby import verb_before
from claimcompare.differences.shared.same.divisions import are_of_two_divisions
from claimcompare.differences.shared.same.things import is_one_word
from claimcompare.differences.shared.syntax.phrases import subject_of
from claimcompare.differences.shared.syntax.plurals import singular
from claimcompare.differences.shared.view import OTHER, SIDES
from claimcompare.lexicons.relations import related
from claimcompare.text.stemming import stem

if TYPE_CHECKING:
    from claimcompare.differences.number.read.counts import Count
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair, Side


def are_of_others(pair: Pair, left: Count, right: Count) -> bool:
    """Whether two numbers are of two persons, two contests, or two parts of one."""
    if are_of_two_divisions(pair) or _is_one_more(pair, left, right) or _are_of_two_kinds(pair, left, right):
        return True
    of_owner = any(_is_of_kin(pair, side, (left, right)) or _is_of_chief(pair, side, (left, right)) for side in SIDES)
    return of_owner or _of_two_parts_of_a_match(pair, left, right)


# ---------------------------------------------------------------- parts of a match


def _of_two_parts_of_a_match(pair: Pair, left: Count, right: Count) -> bool:
    """Whether scores are of other parts of a match ("3-2 on penalties"), or acts that differ are of two halves."""
    if left.quantity.unit == SCORE:
        parts = [{(part, _rank_of(version, word)) for word, part in _parts_in(version)} for version in pair.versions]
        return parts[0] != parts[1]
    if not all(_is_rank_of_a_part(version, one) for version, one in pair.each(left, right)):
        return False
    verbs = verb_before(pair, 0, left), verb_before(pair, 1, right)
    return verbs[0] is not None and verbs[1] is not None and not is_one_word(pair, verbs[0], verbs[1])


def _parts_in(version: Version) -> list[tuple[str, ...]]:
    return [(word, part) for word, part in lexicons.table("match_stages") if word in version.forms]


def _rank_of(version: Version, word: str) -> float | None:
    """Which of several a part of a match is: the second set."""
    at = version.forms.index(word)
    return next((one.quantity.low for one in counts_of(version) if one.quantity.ordinal and one.words.stop == at), None)


def _is_rank_of_a_part(version: Version, one: Count) -> bool:
    """Whether it says which part of a match: the first half."""
    behind = version.forms[one.words.stop : one.words.stop + 1]
    return one.quantity.ordinal and bool(behind) and behind[0] in lexicons.rows("match_stages")


# ---------------------------------------------------------------- others


def _is_one_more(pair: Pair, left: Count, right: Count) -> bool:
    """Whether a rank only says whose something is: "the body of a fourth hiker", but not "took a sixth town"."""
    if left.quantity.ordinal == right.quantity.ordinal:
        return False
    version, rank = (pair.versions[0], left) if left.quantity.ordinal else (pair.versions[1], right)
    led = version.forms[max(0, rank.words.start - 2) : rank.words.start]
    articles = lexicons.words("indefinite_articles")
    return not articles.isdisjoint(led[1:]) and led[0] in lexicons.words("phrase_stops")


def _are_of_two_kinds(pair: Pair, left: Count, right: Count) -> bool:
    """Whether the subjects of the verbs before them are two of one kind of things: the train, the bus."""
    verbs = verb_before(pair, 0, left), verb_before(pair, 1, right)
    here, there = (None if at is None else subject_of(version, at) for version, at in pair.each(*verbs))
    if here is None or there is None or is_one_word(pair, here.head, there.head):
        return False
    nouns = singular(pair.versions[0].forms[here.head]), singular(pair.versions[1].forms[there.head])
    kinds = (frozenset(row.split(", ")) for _, row in lexicons.table("kinds"))
    return related(*map(stem, nouns)) == 0 and any(kind.issuperset(nouns) for kind in kinds)


def _is_of_kin(pair: Pair, side: Side, counts: tuple[Count, Count]) -> bool:
    """Whether a number is of somebody's brother, of whom alone the other version speaks."""
    version, other = pair.versions[side], pair.versions[OTHER[side]]
    verb = verb_before(pair, side, counts[side])
    who = None if verb is None else subject_of(version, verb)
    kin = lexicons.words("kin_words")
    if who is None or version.forms[who.head] not in kin or not kin.isdisjoint(other.forms):
        return False
    owner = who.head - 1
    if owner >= 0 and version.forms[owner] in lexicons.words("owners"):
        return True
    return owner >= 0 and version.forms[owner].endswith(("'s", "s'")) and bool(pair.partner(side, owner))


def _is_of_chief(pair: Pair, side: Side, counts: tuple[Count, Count]) -> bool:
    """Whether a number is of a body's head or the like, and the other of the body: "the firm's chief earned"."""
    verbs = verb_before(pair, 0, counts[0]), verb_before(pair, 1, counts[1])
    whose = [None if at is None else subject_of(version, at) for version, at in pair.each(*verbs)]
    own, other = whose[side], whose[OTHER[side]]
    if own is None or other is None:
        return False
    forms, owner = pair.versions[side].forms, own.head - 1
    role = forms[own.head] in lexicons.words("roles", "titles", "person_nouns")
    return role and owner >= 0 and forms[owner].endswith(("'s", "s'")) and other.head in pair.partner(side, owner)
