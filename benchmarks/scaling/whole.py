"""A corpus from end to end, beside the bare floor of the same corpus in the same run."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from scaling.command import clusters, compared, succeeded
from scaling.peers import encoding_rate
from scaling.process import python, usage


def corpus(path: Path, work: Path, encoder: str) -> dict[str, Any]:
    """The floor's steps, the command's time and memory, and how they compare."""
    bare = work / "floor.json"
    with bare.open("wb") as out:
        floor_used = succeeded(usage(python("scaling.floor", path), out))
    floor = json.loads(bare.read_text(encoding="utf-8"))
    used = compared(path, work / "corpus.out")
    return {
        "floor": floor,
        "floor_peak": floor_used.peak,
        "seconds": used.seconds,
        "peak": used.peak,
        "measure": used.measure,
        "ratio": used.seconds / floor["seconds"],
        "clusters": sum(1 for _ in clusters(work / "corpus.out")),
        "written": (work / "corpus.out").stat().st_size,
        "encoding": encoding_rate(path, work, encoder),
    }
