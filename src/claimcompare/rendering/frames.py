"""A comparison → pandas data frames (extra ``pandas``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.errors import ClaimCompareError
from claimcompare.rendering.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from claimcompare.records import Comparison


def frames_of(comparison: Comparison) -> dict[str, pd.DataFrame]:
    """A data frame for each of reports, claims, matches, members (of clusters), differences, mentions and overlap.

    Raises:
        ClaimCompareError: pandas is not installed.
    """
    try:
        import pandas as pd  # noqa: PLC0415 - an extra, and slow to start
    except ImportError:
        raise ClaimCompareError("data frames need pandas: pip install 'claimcompare[pandas]'") from None
    made = {name: table(comparison) for name, table in TABLES.items()}
    frames = {name: pd.DataFrame(list(table.rows), columns=list(table.columns)) for name, table in made.items()}
    frames["reports"]["published"] = pd.to_datetime(frames["reports"]["published"])
    return frames
