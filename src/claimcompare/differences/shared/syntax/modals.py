"""How real an act is in one version: its verb, with the words before it that say so.

The words and their classes are those of ``modals.tsv``. A verb with none of them is a fact; an act that is
merely named ("to sell", "the selling of") is open and sets itself against few classes (``modal_classes.tsv``).
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.negators import ends_state, sort_of
from claimcompare.differences.shared.versions import KEPT, is_gerund
from claimcompare.differences.shared.who.speakers import pronouns
from claimcompare.lexicons.measures import words_with
from claimcompare.lexicons.relations import base
from claimcompare.text.marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version
    from claimcompare.differences.shared.view import Pair

FACT = "fact"
OPEN = "infinitive"
ATTEMPT = "attempt"
FUTURE = "future"
POSSIBLE = "possible"
ABLE = "able"
OBLIGATION = "obligation"
REPORTED = "reported"
_MERELY_POSSIBLE = frozenset({POSSIBLE, ABLE})
_COULD, _ABLE_TO = "could", "able"
_MANAGED = "managed"  # "were able to go" may be what "could go" says
_NUMBERS = "wsOHv"  # in measures.tsv: number words, scales, ordinals, fractions, vague numbers
TO_COME = frozenset({"future", "plan"})  # "plans to close" and "will not close" cannot both hold
_REACH: int = lexicons.parameters("differences")["modals"]["reach"]
_SHORTEST_ADVERB: int = lexicons.parameters("differences")["modals"]["shortest_adverb"]


@frozen
class VerbGroup:
    """A verb with the words before it that say how real it is: token indexes, and their class."""

    first: int
    verb: int
    kind: str


def verb_group_at(version: Version, verb: int) -> VerbGroup:
    """The group of a verb; a bare verb is a fact, an infinitive, a gerund or a noun is open."""
    for group in modal_groups(version):
        if group.first <= verb <= group.verb:
            return group
    joined = _joined_to(version, verb)
    if joined is not None:
        return VerbGroup(verb, verb, joined.kind)
    forms, first = version.forms, verb
    while first and forms[first - 1] in lexicons.words("tense_words"):
        first -= 1
    return VerbGroup(first, verb, OPEN if _is_open(version, first, verb) else FACT)


def _joined_to(version: Version, verb: int) -> VerbGroup | None:
    """The group whose modal holds for a bare verb behind an "and" as well: "will lay off 300 people and close"."""
    form = version.forms[verb]
    joined = verb > 0 and version.form(verb - 1) in lexicons.words("joining_words")
    if not joined or form.endswith(("ed", "ing", "s")) or base(form) != form:
        return None
    start = version.stretch_start(verb)
    before = [one for one in modal_groups(version) if start <= one.first and one.verb < verb - 1]
    modal = bool(before) and version.forms[before[-1].first] in lexicons.words("modal_verbs")
    return before[-1] if modal else None


def _is_open(version: Version, first: int, verb: int) -> bool:
    """Whether an act is named and not stated: "to sell", "selling", "the sale"."""
    if version.forms[first] == "to":
        return True
    # "is not running", "isn't running"
    before = {form.removesuffix("n't") for form in version.forms[max(0, first - 2 * _is_not(version, first)) : verb]}
    gerund = is_gerund(version, verb) and before.isdisjoint(lexicons.words("forms_of_be"))
    return gerund or is_noun(version, verb) or _is_noun_by_place(version, verb)


def _is_not(version: Version, at: int) -> bool:
    """Whether a negator that denies an act, and no thing, stands before a word."""
    form = version.form(at - 1)
    return sort_of(form) == "not" and form not in lexicons.words("empty_words")


def _is_noun_by_place(version: Version, at: int) -> bool:
    """Whether a bare form stands where a noun does: "weeks of pay", "weeks' pay", "a strike vote was held"."""
    forms = version.forms
    if not at or forms[at].endswith("ed") or base(forms[at]) != forms[at]:
        return False
    if version.gaps[at]:
        return version.gaps[at] in QUOTATION_MARKS and forms[at - 1].endswith("s")  # "weeks' pay"
    led = forms[at - 1].endswith("'s") or forms[at - 1] in lexicons.words("prepositions_after_nouns") - {"to"}
    follows = at + 1 < len(forms) and not version.gaps[at + 1] and forms[at + 1] in _finite_auxiliaries()
    return led or follows


@cache
def _finite_auxiliaries() -> frozenset[str]:
    """Words that follow the subject of a clause, and no verb."""
    return lexicons.words("modal_verbs", "tense_words") - {"to", "been"}


def set_against(one: VerbGroup, other: VerbGroup, versions: tuple[Version, Version]) -> bool:
    """Whether the classes differ in what they say, and not only in the tense of what is reported."""
    here, there = (kinds_of(version, group) for version, group in zip(versions, (one, other), strict=True))
    return here.isdisjoint(there)


def are_merely_possible(left: VerbGroup, right: VerbGroup) -> bool:
    """Whether both only may be, so that neither excludes the other: "may close", "may stay open"."""
    return {left.kind, right.kind} <= _MERELY_POSSIBLE


def are_as_real(pair: Pair, left: int, right: int) -> bool:
    """Whether two verbs both tell what is done, or both what is to be."""
    return not set_against(verb_group_at(pair.versions[0], left), verb_group_at(pair.versions[1], right), pair.versions)


def kinds_of(version: Version, group: VerbGroup) -> frozenset[str]:
    """The classes that a group may be of: a reported "would" is a "will", an infinitive may be a plan."""
    kinds = {group.kind, *_classes().get(group.kind, ())}
    shifted = lexicons.rows("backshifts").get(version.forms[group.first])
    if shifted and _is_reported(version, group.first):
        kinds.add(shifted)
    elif _could_not(version, group):
        kinds.add(FACT)
    if {_COULD, _ABLE_TO} & {*version.forms[group.first : group.verb]}:
        kinds.add(_MANAGED)
    return frozenset(kinds)


def _could_not(version: Version, group: VerbGroup) -> bool:
    """Whether an act was not possible, so that it was not done: "could not attend"."""
    negated = (sort_of(version.forms[at]) == "not" for at in range(group.first, group.verb))
    return version.forms[group.first].startswith(_COULD) and any(negated)


@cache
def _classes() -> dict[str, list[str]]:
    return {kind: others.split() for kind, others in lexicons.table("modal_classes")}


def _is_reported(version: Version, at: int) -> bool:
    """Whether a word belongs to reported speech, outside of quotation marks."""
    token = version.features.tokens[at]
    told = any(one.content.covers(token.span) for one in version.features.attributions)
    return told and at not in version.quoted


def is_of_name_or_date(version: Version, at: int) -> bool:
    """Whether a word is part of a name or a date, and not an act."""
    span = version.features.tokens[at].span
    spans = (*(one.span for one in version.features.names), *(one.span for one in version.features.dates))
    return any(named.covers(span) for named in spans)


def is_noun(version: Version, at: int) -> bool:
    """Whether an article or the like comes before it: "the might of the army"."""
    return at > 0 and not version.gaps[at] and version.form(at - 1) in lexicons.words("determiners")


def is_participle(form: str) -> bool:
    """Whether a word that follows "be" or "have" is a participle, by its looks: "be taken", and not "be seven"."""
    irregular = base(form) != form
    looks = irregular or form.endswith(("ed", "en", "ing"))
    return looks and form not in lexicons.words("grammar_words") and form not in words_with(_NUMBERS)


# ---------------------------------------------------------------- modals


@cache
def _modals() -> dict[tuple[str, ...], str]:
    return {tuple(words.split()): kind for words, kind in lexicons.table("modals")}


@cache
def words_before_object(kind: str) -> frozenset[str]:
    """The words of a class that may have an object before their preposition: "convicted" of "convicted of"."""
    stops = lexicons.words("phrase_stops") - {"to"}
    return frozenset(
        words[-2] for words, known in _modals().items() if known == kind and words[-1] in stops and words[1:]
    )


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """For each first word of a modal, how many words the modals have that it opens, the longest first."""
    found: dict[str, set[int]] = {}
    for words in _modals():
        found.setdefault(words[0], set()).add(len(words))
    return {word: tuple(sorted(lengths, reverse=True)) for word, lengths in found.items()}


@lru_cache(maxsize=KEPT)
def modal_groups(version: Version) -> tuple[VerbGroup, ...]:
    """Each modal with the verb that it goes with."""
    found = []
    at = 0
    while at < len(version.forms):
        modal = _modal_at(version, at)
        length = modal[0] if modal else 1
        # "convicted on Thursday"
        dated = at + length in version.dated and version.forms[at + length - 1] in lexicons.words("phrase_stops")
        verb = _verb_after(version, _verb_start(version, at + length)) if modal and not dated else None
        if modal and verb is not None:
            found.append(VerbGroup(at, verb, modal[1]))
        at += length
    return tuple(found)


def _verb_start(version: Version, end: int) -> int:
    """Where to look for the verb of a modal that ends there: behind it, or at its last word, as of "said to be"."""
    return end - 1 if version.form(end - 1) in lexicons.words("copulas") else end


def _modal_at(version: Version, at: int) -> tuple[int, str] | None:
    """Length and class of the modal words that begin at ``at``."""
    forms = version.forms
    word = forms[at]
    if "'" in word:
        return _contracted(word)
    if word not in _lengths():
        return None
    if word in lexicons.words("modal_verbs") and (
        is_noun(version, at) or _opens_subject(version, at + 1) or version.features.tokens[at].form == "May"
    ):
        return None
    if word in lexicons.words("unreal_verbs") and "have" in _past_adverbs(forms, at + 1):
        return 1, "unreal"
    for length in _lengths()[word]:
        words = forms[at : at + length]
        if words not in _modals() or any(version.gaps[at + 1 : at + length]):
            continue
        if _modals()[words] != REPORTED or len(words) > 1 or not _is_cue(version, at):
            return len(words), _modals()[words]
    return None


def _is_cue(version: Version, at: int) -> bool:
    """Whether a word says that somebody says it: "prosecutors alleged", not "alleged thief"."""
    span = version.features.tokens[at].span
    return any(one.speaker and one.cue.covers(span) for one in version.features.attributions)


def _contracted(word: str) -> tuple[int, str] | None:
    """The modal within a word: "they'll", "won't", "can't"."""
    if word.endswith("n't"):
        word = word.removesuffix("n't")
        kind = _modals().get((lexicons.rows("contracted_modals").get(word, word),))
    else:
        kind = _modals().get((word[word.index("'") :],))
    return (1, kind) if kind else None


def _past_adverbs(forms: tuple[str, ...], at: int) -> tuple[str, ...]:
    """The word after adverbs and negators: "have" of "should never have"."""
    while at < len(forms) and _is_passed_over(forms[at]):
        at += 1
    return forms[at : at + 1]


def _is_passed_over(form: str) -> bool:
    """Whether a word may stand between a modal and its verb: an adverb, a "not", a "reportedly"."""
    adverb = form.endswith("ly") and len(form) >= _SHORTEST_ADVERB and form not in lexicons.words("nouns_in_ly")
    skipped = form in lexicons.words("attribution_skips") and form not in lexicons.words("tense_words")
    return adverb or sort_of(form) == "not" or skipped


def _opens_subject(version: Version, at: int) -> bool:
    """Whether a subject begins there, after a verb that is turned round: "should the talks fail"."""
    if at >= len(version.forms) or ends_state(version, at):
        return False  # "will no longer"
    start = version.features.tokens[at].start
    named = any(name.span.start == start for name in version.features.names)
    return named or version.forms[at] in lexicons.words("determiners") | pronouns()


def _verb_after(version: Version, start: int) -> int | None:
    """The verb that follows a modal: no adverb, and nothing after a comma or quotation mark."""
    forms = version.forms
    for at in range(start, min(len(forms), start + _REACH)):
        if version.gaps[at].strip("“\"‘'"):
            return None
        if ends_state(version, at - 1):
            continue  # the "longer" of "no longer"
        ahead = forms[at + 1] if at + 1 < len(forms) else ""
        copula = forms[at] in lexicons.words("copulas") and ahead != "been" and not is_participle(ahead)
        if copula or (version.content[at] and not _is_passed_over(forms[at]) and not is_of_name_or_date(version, at)):
            return at if at not in version.numbered else None  # "charged with two counts"
    return None
