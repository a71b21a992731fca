"""Where the time of one run of the command goes, stage by stage, in one process.

    python -m scaling.stages TIMES.json CORPUS.jsonl --format jsonl -o OUT.jsonl

A second thread looks a hundred times a second which stage the command is in: the innermost module of its stack that
is one. The package knows nothing of it, and it costs less than a hundredth of the time. What the looks find between two
of them goes to the later one, so that a call which holds the interpreter for seconds counts with all of them.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from types import FrameType

PAUSE = 0.01  # seconds
PACKAGE = "claimcompare."
# Parts of the package that serve several stages, or run them: what they do belongs to whoever called them.
HELPERS = {
    "__main__", "cli", "command", "errors", "finding", "lexicons", "pipeline", "preparation", "records", "settings",
    "text", "workers",
}  # fmt: skip


def stage_of(frame: FrameType | None) -> str:
    """The stage that a stack is in, by its innermost frame."""
    first = "start and rest"
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if name.startswith(PACKAGE):
            part = name.removeprefix(PACKAGE).split(".")[0]
            if part not in HELPERS:
                return str(part)
            first = "pipeline" if part == "pipeline" else first
        frame = frame.f_back
    return first


def watched(done: threading.Event, thread: int, seconds: defaultdict[str, float]) -> None:
    """Adds up the seconds of each stage until it is done."""
    last = time.perf_counter()
    while not done.wait(PAUSE):
        frame = sys._current_frames().get(thread)  # the way that the module traceback has it from
        now = time.perf_counter()
        seconds[stage_of(frame)] += now - last
        last = now


def main() -> None:
    """Run the command under observation; its exit status is this one's."""
    target, arguments = Path(sys.argv[1]), sys.argv[2:]
    seconds: defaultdict[str, float] = defaultdict(float)
    done = threading.Event()
    watcher = threading.Thread(target=watched, args=(done, threading.get_ident(), seconds), daemon=True)
    watcher.start()
    from claimcompare.cli import main as command  # noqa: PLC0415 - its import is part of what is observed

    try:
        command(arguments)
    finally:
        done.set()
        watcher.join()
        target.write_text(json.dumps(dict(sorted(seconds.items()))), encoding="utf-8")


if __name__ == "__main__":
    main()
