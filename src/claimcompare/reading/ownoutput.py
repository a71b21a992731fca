"""The files that claimcompare wrote itself, which often lie beside the reports: known by how they begin."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from claimcompare import lexicons
from claimcompare.reading.decoding import decoded_start

_HEAD = 1 << 14


@cache
def _own() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{start})" for _, start in lexicons.table("own_output")), re.DOTALL)


def is_own_output(head: bytes) -> bool:
    """Whether a file that starts with ``head`` is what claimcompare wrote, in any of its formats."""
    return _own().match(decoded_start(head[:_HEAD]).lstrip()) is not None


def is_own_file(path: Path) -> bool:
    """The same of a file by its path; OSError where it cannot be read."""
    with path.open("rb") as file:
        return is_own_output(file.read(_HEAD))
