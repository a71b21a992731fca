"""Data frames, where pandas is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from claimcompare.records import Comparison

pd = pytest.importorskip("pandas", reason="pandas is not installed (extra pandas)")


def test_frames_hold_everything(comparison: Comparison) -> None:
    frames = comparison.to_frames()
    assert {name: len(frame) for name, frame in frames.items()} == {
        "reports": 3,
        "claims": 9,
        "matches": 5,
        "members": 7,
        "differences": 5,
        "mentions": 12,
        "overlap": 3,
    }
    assert frames["reports"].set_index("report").loc["brig", "published"] == pd.Timestamp("2031-05-07")
    conflicts = frames["mentions"].query("severity == 'conflict'")
    assert list(conflicts["text"]) == ["about 200", "240", "240"]


def test_frames_join(comparison: Comparison) -> None:
    frames = comparison.to_frames()
    joined = frames["members"].merge(frames["claims"], on="claim")
    assert list(joined["text_x"]) == list(joined["text_y"])


def test_nothing_shared_gives_empty_frames_with_columns(comparison: Comparison) -> None:
    from attrs import evolve  # noqa: PLC0415

    frames = evolve(comparison, clusters=(), matches=()).to_frames()
    assert len(frames["members"]) == 0
    assert "readings" in frames["differences"].columns
