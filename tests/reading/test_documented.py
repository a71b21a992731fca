"""docs/reading.md says what holds."""

from __future__ import annotations

import re
from pathlib import Path

from attrs import fields

from claimcompare.reading import ReadLimits

PAGE = (Path(__file__).parents[2] / "docs" / "reading.md").read_text(encoding="utf-8")
UNITS = {"MB": 10**6, "GB": 10**9, "million": 10**6, "": 1}


def test_every_limit_stands_in_the_documentation_with_its_default() -> None:
    rows = re.findall(r"^\| `(max_\w+)` \| ([\d,]+) ?(MB|GB|million|) \|", PAGE, re.MULTILINE)
    told = {name: int(number.replace(",", "")) * UNITS[unit] for name, number, unit in rows}
    assert told == {attribute.name: attribute.default for attribute in fields(ReadLimits)}
