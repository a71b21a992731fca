"""Growth: ever larger corpora of one service, the time of each stage, and the exponent by which time grows."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generate import write
from wire.service import Service

from scaling.command import compared, stage_seconds

SIZES = (1_000, 10_000, 100_000, 1_000_000)
FIT_FROM = 10_000  # sentences; below, the start of the process weighs too much


def growth(largest: int, stages_up_to: int, work: Path) -> Iterator[dict[str, Any]]:
    """A row for each size up to the largest: the whole command's seconds and memory, and seconds by stage."""
    sizes = sorted({size for size in SIZES if size < largest} | {largest})
    for size in sizes:
        corpus, out = work / f"wire-{size}.jsonl", work / f"wire-{size}.out"
        reports, sentences = write(corpus, size, Service())
        used = compared(corpus, out)
        row = {
            "sentences": sentences,
            "reports": reports,
            "seconds": used.seconds,
            "peak": used.peak,
            "measure": used.measure,
        }
        written = out.stat().st_size
        stages = stage_seconds(corpus, out) if size <= stages_up_to else None
        corpus.unlink()
        out.unlink()
        yield {**row, "written": written, "stages": stages}


def exponent(rows: Sequence[Mapping[str, Any]]) -> float | None:
    """The slope of the line through the logarithms of sentences and seconds, by least squares; None for one point."""
    points = [(math.log(row["sentences"]), math.log(row["seconds"])) for row in rows if row["sentences"] >= FIT_FROM]
    if len(points) <= 1:
        return None
    x_mean, y_mean = (sum(column) / len(points) for column in zip(*points, strict=True))
    above: float = sum((x - x_mean) * (y - y_mean) for x, y in points)
    return above / float(sum((x - x_mean) ** 2 for x, _ in points))
