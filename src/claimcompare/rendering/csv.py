"""A comparison → tables for a spreadsheet; no cell is taken for a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from claimcompare.rendering.safe import cell
from claimcompare.rendering.tables import differences_table, members_table, overlap_table, reports_table

if TYPE_CHECKING:
    from claimcompare.records import Comparison
    from claimcompare.rendering.tables import Table


def as_csv(comparison: Comparison) -> str:
    """A heading and one row for each claim and cluster that it is in."""
    return _written(members_table(comparison))


def differences_as_csv(comparison: Comparison) -> str:
    """A heading and one row for each difference."""
    return _written(differences_table(comparison))


def reports_as_csv(comparison: Comparison) -> str:
    """A heading and one row for each report."""
    return _written(reports_table(comparison))


def overlap_as_csv(comparison: Comparison) -> str:
    """A heading and one row for each pair of reports that share a claim."""
    return _written(overlap_table(comparison))


def _written(table: Table) -> str:
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(value) if isinstance(value, str) else value for value in row] for row in table.rows)
    return out.getvalue()
