"""Names → persons: who among those whom reports name is a person.

A report introduces a person once, with a title or a first name, and goes on with the last name alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcompare.records import Name


def known_persons(names: Iterable[Name]) -> frozenset[str]:
    """The last names, in lower case, that have a title or a first name somewhere."""
    return frozenset(name.words[-1].lower() for name in names if name.title or _has_first_name(name))


def _has_first_name(name: Name) -> bool:
    return len(name.words) > 1 and name.words[0].lower() in lexicons.cells("first_names")
