"""A whole process with its children: how long it takes, and how much memory they hold together at the peak."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

from attrs import frozen

PAUSE, REST = 0.05, 40  # seconds between two looks, at least, and how many times longer than a look itself
_KILOBYTE = 1024
HERE = Path(__file__).parents[1]  # benchmarks/, from where the parts are run as modules


@frozen(kw_only=True)
class Usage:
    """What a process took.

    Attributes:
        peak: bytes. The most that it and its children held together in any look: proportional set sizes, by which a
            page that forked processes share counts once; but no less than the largest of them ever had by itself.
        measure: ``PSS``, or ``RSS`` (shared pages counted in each process) where the system does not tell the former.
    """

    seconds: float
    peak: int
    measure: str
    status: int
    errors: str


def usage(command: Sequence[str | Path], stdout: IO[bytes] | int = subprocess.DEVNULL, limit: float = 7200) -> Usage:
    """Runs a command to its end, or kills it and its children after ``limit`` seconds (status -9)."""
    start = time.perf_counter()
    peak, largest, measure = 0, 0, "PSS"
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(command, stdout=stdout, stderr=complaints, stdin=subprocess.DEVNULL, cwd=HERE) as process,
    ):
        while process.poll() is None:
            looked = time.perf_counter()
            held, highest, measure = _held(_tree(process.pid))
            peak, largest = max(peak, held), max(largest, highest)
            if looked - start > limit:
                _kill(process)
            try:
                process.wait(max(PAUSE, REST * (time.perf_counter() - looked)))
            except subprocess.TimeoutExpired:
                continue
        seconds = time.perf_counter() - start
        complaints.seek(0)
        errors = complaints.read().decode(errors="replace")
    return Usage(
        seconds=seconds, peak=max(peak, largest), measure=measure, status=process.returncode, errors=errors[-2000:]
    )


def python(module: str, *arguments: str | Path) -> list[str | Path]:
    """The command that runs a module of benchmarks/ in this environment."""
    return [sys.executable, "-m", module, *arguments]


def _kill(process: subprocess.Popen[bytes]) -> None:
    import os  # noqa: PLC0415 - seldom needed
    import signal  # noqa: PLC0415

    for one in reversed(_tree(process.pid)):
        try:
            os.kill(one, signal.SIGKILL)
        except ProcessLookupError:  # has ended in between
            continue


def _tree(root: int) -> list[int]:
    """A process and all below it."""
    found = [root]
    for one in found:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found.extend(int(child) for child in children.read_text().split())
            except OSError:  # has ended in between
                continue
    return found


def _held(processes: Sequence[int]) -> tuple[int, int, str]:
    """Bytes that the processes hold together, the most that one of them ever held, and which measure it is."""
    total, highest, measure = 0, 0, "PSS"
    for one in processes:
        proportional = _field(Path(f"/proc/{one}/smaps_rollup"), "Pss:")
        resident = _field(Path(f"/proc/{one}/status"), "VmRSS:") or 0
        if proportional is None and resident:
            measure = "RSS"
        total += resident if proportional is None else proportional
        highest = max(highest, _field(Path(f"/proc/{one}/status"), "VmHWM:") or 0)
    return total, highest, measure


def _field(path: Path, name: str) -> int | None:
    try:
        lines = path.read_text().splitlines()
    except OSError:  # has ended in between, or the system has no such file
        return None
    found = next((line for line in lines if line.startswith(name)), None)
    return None if found is None else int(found.split()[1]) * _KILOBYTE
