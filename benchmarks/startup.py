"""How long a user waits for ``claimcompare seeds/``, beside what importing nltk's Punkt alone takes.

    python benchmarks/startup.py [REPORTS] [--runs N]

Every figure is the median of N runs that take turns, in this very environment, so that the ratios hold where the
seconds do not. ``compare()`` alone is timed in a process of its own, in its first call and once it is warm.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"

ALONE = """
import sys, time
from claimcompare import compare, read_reports
reports = read_reports([sys.argv[1]])
times = []
for _ in range(6):
    start = time.perf_counter()
    compare(reports)
    times.append(time.perf_counter() - start)
print(times[0], min(times[1:]))
"""


def seconds_of(command: list[str]) -> float:
    """How long the whole process takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, stdin=subprocess.DEVNULL)
    return time.perf_counter() - start


def compare_times(reports: str) -> tuple[float, float]:
    """How long ``compare()`` takes in its first call, and when warm."""
    command = [sys.executable, "-c", ALONE, reports]
    printed = subprocess.run(command, check=True, capture_output=True, text=True)
    first, warm = map(float, printed.stdout.split())
    return first, warm


def measured(reports: str, runs: int) -> dict[str, float]:
    """The medians, in seconds, by what was run."""
    commands = {
        "python -c pass": [sys.executable, "-c", "pass"],
        "python -c 'import nltk.tokenize.punkt'": [sys.executable, "-c", "import nltk.tokenize.punkt"],
        "python -c 'import claimcompare'": [sys.executable, "-c", "import claimcompare"],
        f"claimcompare {reports}": [sys.executable, "-m", "claimcompare", reports],
    }
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            times[name].append(seconds_of(command))
    return {name: statistics.median(found[1:]) for name, found in times.items()}  # the first fills the disk's cache


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("reports", nargs="?", default=os.path.relpath(SEEDS))
    parser.add_argument("--runs", type=int, default=5)
    given = parser.parse_args()
    times = measured(given.reports, given.runs)
    unit = times["python -c 'import nltk.tokenize.punkt'"]
    first, warm = compare_times(given.reports)
    for name, seconds in {**times, "compare() alone, first call": first, "compare() alone, warm": warm}.items():
        print(f"{name:45s} {1000 * seconds:6.0f} ms   {seconds / unit:5.2f} x punkt")


if __name__ == "__main__":
    main()
