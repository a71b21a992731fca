"""Every wrong input: one clear line on standard error, the stated exit status, and no trace of the program's inside."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import DEVNULL, PIPE
from typing import Any

import pytest

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89\x00"
DONE, NOTHING, PARTLY = 0, 2, 3

Run = Callable[..., Any]


def line(done: Any) -> str:
    """The one line on standard error."""
    lines = done.stderr.decode().splitlines()
    assert len(lines) == 1, lines
    assert "Traceback" not in lines[0]
    return str(lines[0])


def beside(two: Path, name: str, content: bytes) -> Path:
    path = two.parent / name
    path.write_bytes(content)
    return path


def test_no_such_path(run: Run, two: Path) -> None:
    done = run(two.parent / "nowhere")
    assert done.returncode == NOTHING
    assert "nowhere" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


def test_no_such_path_beside_readable_ones(run: Run, two: Path) -> None:
    done = run(two, two.parent / "nowhere")
    assert done.returncode == PARTLY
    assert "nowhere" in line(done)
    assert b"bridge" in done.stdout


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    done = run(empty)
    assert done.returncode == NOTHING
    assert "empty" in done.stderr.decode()


def test_a_pattern_that_matches_nothing(run: Run, two: Path) -> None:
    done = run(str(two / "*.news"))
    assert done.returncode == NOTHING
    assert "*.news" in done.stderr.decode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.txt", b""),
        ("spaces.txt", b" \n\n\t\n"),
        ("photo.txt", PNG),
        ("photo.png", PNG),
        ("zip.txt", b"PK\x03\x04\x00\x00"),
    ],
)
def test_a_file_that_holds_no_report(run: Run, two: Path, name: str, content: bytes) -> None:
    done = run(two, beside(two, name, content))
    assert done.returncode == PARTLY
    assert name in line(done)
    assert b"bridge" in done.stdout


def test_a_file_that_cannot_be_read(run: Run, two: Path) -> None:
    """A link that leads to itself: nobody can open it, not even the system's administrator."""
    loop = two.parent / "loop.txt"
    loop.symlink_to(loop)
    done = run(two, loop)
    assert done.returncode == PARTLY
    assert "loop.txt" in line(done)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may read every file")
def test_a_file_without_permission(run: Run, two: Path) -> None:
    locked = beside(two, "locked.txt", b"Nobody may read this.")
    locked.chmod(0)
    done = run(two, locked)
    assert done.returncode == PARTLY
    assert "locked.txt" in line(done)


@pytest.mark.parametrize(
    "wrong",
    [
        ("--format", "pdf"),
        ("--min-score", "7"),
        ("--min-score", "high"),
        ("--min-score", "nan"),
        ("--min-reports", "0"),
        ("--only", "everything"),
        ("--kind", "smell"),
        ("--no-such-option",),
    ],
)
def test_a_wrong_option(run: Run, two: Path, wrong: tuple[str, ...]) -> None:
    done = run(*wrong, two)
    assert done.returncode == NOTHING
    assert wrong[-1] in line(done)
    assert done.stdout == b""


def test_no_path_at_all(run: Run) -> None:
    done = run()
    assert done.returncode == NOTHING
    assert b"Traceback" not in done.stderr


def test_the_same_report_twice_is_compared_once(run: Run, two: Path) -> None:
    once = run("--format", "json", two)
    twice = run("--format", "json", two, two / "a.txt")
    assert twice.returncode == DONE
    assert "a.txt" in line(twice)
    assert twice.stdout == once.stdout


def test_a_copy_under_another_name_is_compared_once(run: Run, two: Path) -> None:
    copy = beside(two, "copy.txt", (two / "a.txt").read_bytes())
    done = run(two, copy)
    assert done.returncode == DONE
    assert "copy.txt" in line(done)


def test_one_report_only(run: Run, two: Path) -> None:
    done = run(two / "a.txt")
    assert done.returncode == NOTHING
    line(done)


def test_a_report_with_no_sentence(run: Run, two: Path) -> None:
    done = run(two, beside(two, "numbers.txt", b"12\n\n34\n"))
    assert done.returncode in (DONE, PARTLY)
    assert "numbers.txt" in line(done)
    assert b"bridge" in done.stdout


def test_a_single_line_of_five_megabytes(run: Run, two: Path) -> None:
    words = b"the bridge over the river was closed by the town council and nobody knew why "
    long = beside(two, "long.txt", words * (5_000_000 // len(words)))
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = run(two, long, timeout=300)
    assert done.returncode in (DONE, PARTLY)
    assert b"Traceback" not in done.stderr
    # Processor time, since a busy machine is slower; the square of the length would take hours.
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before < 60


def test_five_megabytes_without_a_space(run: Run, two: Path) -> None:
    done = run(two, beside(two, "long.txt", b"x" * 5_000_000), timeout=120)
    assert done.returncode in (DONE, PARTLY)
    assert b"Traceback" not in done.stderr


def test_an_output_file_that_cannot_be_written(run: Run, two: Path) -> None:
    done = run(two, "-o", two.parent / "no" / "such" / "folder.html")
    assert done.returncode == NOTHING
    assert "folder.html" in line(done)


def test_a_closed_pipe(seeds: Path) -> None:
    command = [sys.executable, "-m", "claimcompare", "--format", "json", *map(str, seeds.glob("*.txt"))]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE, stdin=DEVNULL) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(20)
        process.stdout.close()
        assert process.stderr.read() == b""


@pytest.mark.usefixtures("interruptible")
def test_ctrl_c(two: Path) -> None:
    command = [sys.executable, "-m", "claimcompare", "-", str(two)]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=PIPE) as process:
        assert process.stdin is not None
        # More than a pipe holds: when all of it is written the command is at work, waiting for the end of its input.
        process.stdin.write(b"The bridge was closed on Monday.\n" * 20_000)
        process.stdin.flush()
        process.send_signal(signal.SIGINT)
        printed, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in said
    assert len(said.split(b"claimcompare: ")) == 2
    assert printed == b""
