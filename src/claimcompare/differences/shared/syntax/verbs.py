"""Which words are verbs, told without a parser: by their form and by the word before.

It errs on the side of no verb: a verb in the present has no form of its own ("the vaccine protects"), and counts only
for ``may_be_verb``.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.differences.shared.syntax.modals import is_noun, modal_groups
from claimcompare.differences.shared.versions import KEPT, is_gerund
from claimcompare.lexicons.measures import words_with

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version

_SHORTEST_PAST: int = lexicons.parameters("differences")["verbs"]["shortest_past"]


def is_verb(version: Version, at: int) -> bool:
    """Whether a word is a verb by its form, or by the word before it: "met", "closed", "will visit", "was dead"."""
    return at in verbs_of(version)


@lru_cache(maxsize=KEPT)
def verbs_of(version: Version) -> frozenset[int]:
    """The words of a version that are verbs by their form, or by the word before."""
    return frozenset(at for at in range(len(version.forms)) if _is_verb(version, at))


def _is_verb(version: Version, at: int) -> bool:
    form, before = version.forms[at], version.form(at - 1) if at and not version.gaps[at] else ""
    if not version.content[at] or is_noun(version, at) or not _in_small_letters(version, at):
        return False
    if ends_period(version, at):
        return False
    if before == "to":
        return _is_infinitive(version, at) or any(one.verb == at for one in modal_groups(version))
    return has_past_form(form) or before in _leads() or (is_gerund(version, at) and version.gaps[at] == ",")


def ends_period(version: Version, at: int) -> bool:
    """Whether a word only leads to the day that a period of the calendar ends on: "in the week ended March 19"."""
    if version.forms[at] not in lexicons.words("period_enders") or at + 1 not in version.dated or not at:
        return False
    return version.form(at - 1) in _periods() and not version.gaps[at]


@cache
def _periods() -> frozenset[str]:
    """Words for stretches of the calendar, in the singular and plural."""
    return frozenset(lexicons.rows("span_words")) | words_with("U")


def may_be_verb(version: Version, at: int) -> bool:
    """Whether a word is a verb by its form, or one in the present behind its subject: "the vaccine protects"."""
    present = at > 0 and version.forms[at].endswith("s") and version.content[at - 1] and not version.gaps[at]
    return is_verb(version, at) or (present and not is_noun(version, at))


def _in_small_letters(version: Version, at: int) -> bool:
    """Whether a word is no name; what opens a version may be none."""
    tokens = version.features.tokens
    return tokens[at].form.islower() or (at == 0 and len(tokens) > 1 and tokens[1].form.islower())


def has_past_form(form: str) -> bool:
    """Whether a word has the form of a past tense or of its participle."""
    regular = len(form) >= _SHORTEST_PAST and form.endswith("ed") and form not in lexicons.words("words_in_ed")
    return regular or form in lexicons.words("irregular_pasts")


def _is_infinitive(version: Version, at: int) -> bool:
    """Whether "to" leads to a verb with an object, unlike "went to work on Tuesday" and "to nurses and doctors"."""
    behind = at + 1
    if any(one.span.overlap(version.features.tokens[at].span) for one in version.features.quantities):
        return False
    if _is_due(version, at):
        return True
    if behind >= len(version.forms) or version.gaps[behind] or has_past_form(version.forms[at]):
        return False
    return version.content[behind] or version.forms[behind] in lexicons.words("determiners", "definite_words")


def _is_due(version: Version, at: int) -> bool:
    """Whether it is the verb of "is due to start"; "was taken to hospital" has none."""
    before = version.forms[max(0, at - 3) : at - 1]
    if len(before) < 2 or before[1] in lexicons.words("words_to_nouns") or has_past_form(before[1]):  # noqa: PLR2004 - "is due"
        return False
    return before[0] in lexicons.words("forms_of_be")


@cache
def _leads() -> frozenset[str]:
    return lexicons.words("modal_verbs", "verb_openers", "tense_words")
