"""What is counted in the plural."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.shared.plurals import singular

if TYPE_CHECKING:
    from claimcompare.differences.number.counts import Count
    from claimcompare.differences.shared.versions import Version


def plural_counted(version: Version, count: Count) -> int | None:
    """The noun in the plural that is counted."""
    return next((at for at in count.counted if singular(version.forms[at]) != version.forms[at]), None)
