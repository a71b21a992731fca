"""How much is read at most; every value is checked when it is made."""

from __future__ import annotations

from functools import partial

from attrs import field, frozen

from claimcompare.errors import is_whole
from claimcompare.settings import wanted

_MEGABYTE = 1_000_000
_positive = wanted("a whole number from 1 on", partial(is_whole, least=1))


@frozen(kw_only=True)
class ReadLimits:
    """What is refused as too much, so that no input can fill the memory or take the day.

    Attributes:
        max_file_bytes: of one file as it lies on the disk.
        max_unpacked_bytes: of what one compressed file or archive holds.
        max_ratio: how many times larger than the compressed file its content may be, from 1 MB on.
        max_total_bytes: of everything that is read in one go, unpacked.
        max_report_chars: of the text of one report.
        max_files: that folders, patterns and archives name.
        max_reports: that are read in one go.
        max_depth: of folders inside folders.
        max_problems: of one file (such as wrong lines) that are named one by one; the rest are counted.
    """

    max_file_bytes: int = field(default=200 * _MEGABYTE, validator=_positive)
    max_unpacked_bytes: int = field(default=200 * _MEGABYTE, validator=_positive)
    max_ratio: int = field(default=200, validator=_positive)
    max_total_bytes: int = field(default=1_000 * _MEGABYTE, validator=_positive)
    max_report_chars: int = field(default=20_000_000, validator=_positive)
    max_files: int = field(default=100_000, validator=_positive)
    max_reports: int = field(default=200_000, validator=_positive)
    max_depth: int = field(default=20, validator=_positive)
    max_problems: int = field(default=20, validator=_positive)
