"""The command as a user runs it, and what its JSON Lines say."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from scaling.process import Usage, python, usage

JOBS = 2
Place = tuple[str, int, int]  # report, start and end of a sentence


def arguments(corpus: Path, out: Path, jobs: int = JOBS) -> list[str | Path]:
    """What the command is given to compare a corpus."""
    return [corpus, "--format", "jsonl", "-o", out, "--no-progress", "--jobs", str(jobs)]


def compared(corpus: Path, out: Path, jobs: int = JOBS) -> Usage:
    """The whole process, from reading to the JSON Lines on disk.

    Raises:
        RuntimeError: the command failed.
    """
    return succeeded(usage(python("claimcompare", *arguments(corpus, out, jobs))))


def succeeded(used: Usage) -> Usage:
    """What a process used, if it did what it should.

    Raises:
        RuntimeError: it did not; with what it said.
    """
    if used.status:
        raise RuntimeError(f"exit status {used.status}: {used.errors.strip()}")
    return used


def stage_seconds(corpus: Path, out: Path) -> dict[str, float]:
    """Seconds of each stage, in one process."""
    times = out.with_suffix(".times")
    succeeded(usage(python("scaling.stages", times, *arguments(corpus, out, jobs=1))))
    return {str(stage): float(seconds) for stage, seconds in json.loads(times.read_text(encoding="utf-8")).items()}


def clusters(out: Path) -> Iterator[dict[str, Any]]:
    """The clusters in the command's JSON Lines, one at a time."""
    with out.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if "claims" in record and "representative" in record:
                yield record


def pairs(out: Path, only: set[str] | None = None) -> set[tuple[Place, Place]]:
    """Pairs of sentences of two reports that stand in one cluster; with ``only``, among these reports."""
    found: set[tuple[Place, Place]] = set()
    for cluster in clusters(out):
        places = {
            (claim["report"], claim["sentence"]["start"], claim["sentence"]["end"])
            for claim in cluster["claims"]
            if only is None or claim["report"] in only
        }
        found.update(pair for pair in combinations(sorted(places), 2) if pair[0][0] != pair[1][0])
    return found
