"""Names → persons: whom a sentence names, by their last names.

A report introduces a person once, with a title or a first name, and goes on with the last name alone.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from claimcompare.records import Name


def known_persons(names: Iterable[Name]) -> frozenset[str]:
    """The last names, in lower case, that a report has with a title or a first name."""
    return frozenset(name.words[-1].lower() for name in names if name.title or _has_first_name(name))


def persons_in(names: Iterable[Name], known: Set[str]) -> frozenset[str]:
    """Those of the ``known`` persons whom these names name."""
    return frozenset(name.words[-1].lower() for name in names) & known


def _has_first_name(name: Name) -> bool:
    return len(name.words) > 1 and name.words[0].lower() in first_names()


@cache
def first_names() -> frozenset[str]:
    """First names and their short forms, in lower case."""
    return frozenset(name for row in lexicons.table("first_names") for name in row)
