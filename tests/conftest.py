"""What several test files need: the folders with reports, and the command as a user runs it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import hypothesis
import pytest

# How fast a machine is, is no property of the code; and what failed once has to fail again.
hypothesis.settings.register_profile("default", deadline=None, derandomize="CI" in os.environ)
hypothesis.settings.load_profile("default")

ROOT = Path(__file__).parents[1]

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the published originals and the annotated data, which is no part of the project."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the published originals are not here: they belong in a folder named shared beside the project")
    return folder


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder with the five reports of our own."""
    return ROOT / "seeds"


def _run(
    *arguments: str | Path, seed: str = "0", cwd: Path | None = None, timeout: float = 60, **changes: str
) -> subprocess.CompletedProcess[bytes]:
    """The command in a process of its own, with bytes of what it printed."""
    environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100", **changes}
    command: Sequence[str | Path] = [sys.executable, "-m", "claimcompare", *arguments]
    return subprocess.run(
        command, capture_output=True, cwd=cwd, env=environment, timeout=timeout, stdin=subprocess.DEVNULL, check=False
    )


@pytest.fixture(scope="session")
def run() -> Run:
    """Run ``claimcompare ARGUMENTS`` in a process of its own."""
    return _run


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Tests that were started from the background ignore Ctrl-C otherwise, and so does what they start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)
