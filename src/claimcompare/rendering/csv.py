"""A comparison → tables for a spreadsheet; no cell is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from claimcompare.rendering.safe import cell
from claimcompare.rendering.tables import TABLES

if TYPE_CHECKING:
    from claimcompare.records import Comparison


def as_csv(comparison: Comparison, name: str = "members") -> str:
    """A heading and the rows of one of ``tables.TABLES``, by default one for each claim and cluster that it is in."""
    table = TABLES[name](comparison)
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(value) if isinstance(value, str) else value for value in row] for row in table.rows)
    return out.getvalue()
