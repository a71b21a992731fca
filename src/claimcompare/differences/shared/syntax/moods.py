"""What a version states, and what it only asks or supposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare import lexicons
from claimcompare.text.marks import QUOTATION_MARKS

if TYPE_CHECKING:
    from claimcompare.differences.shared.versions import Version


def is_question(version: Version) -> bool:
    """Whether a version asks, and states nothing: "Will it close?"."""
    return version.features.claim.text.rstrip(" " + QUOTATION_MARKS).endswith("?")


def is_conditional(version: Version, verb: int) -> bool:
    """Whether what a verb states is asked or supposed: "if it does not close", "will it close?"."""
    if is_question(version):
        return True
    opened = version.forms[version.stretch_start(verb) : verb]
    return not lexicons.words("condition_openers").isdisjoint(opened)
