"""Verbs and phrases of reporting, with their groups: ``reporting_verbs.tsv`` and ``reporting_phrases.tsv``."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from claimcompare.lexicons import table


@cache
def verbs_of_reporting() -> Mapping[str, tuple[str, str]]:
    """The base form and the group of each form: ``say``, ``say`` of "said"."""
    return {form: (base, group) for form, base, group in table("reporting_verbs")}


@cache
def reporting_forms() -> frozenset[str]:
    """All forms of all verbs: says, said, saying."""
    return frozenset(verbs_of_reporting())


@cache
def phrases_of_reporting() -> Mapping[tuple[str, ...], tuple[str, str]]:
    """The base and the place of the speaker of each phrase, such as "according to", by its words."""
    return {tuple(words.split()): (base, place) for words, base, _, place in table("reporting_phrases")}


@cache
def groups() -> Mapping[str, str]:
    """The group of each base of a verb or phrase, such as ``say``, ``claim`` or ``admit``."""
    found = {base: group for _, base, group in table("reporting_verbs")}
    return found | {base: group for _, base, group, _ in table("reporting_phrases")}
