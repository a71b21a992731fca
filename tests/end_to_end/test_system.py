"""What the system does to the command: signals, closed streams, a full disk, places where nothing can be written."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE
from typing import Any

import pytest

COMMAND = (sys.executable, "-m", "claimcompare")
FULL = Path("/dev/full")  # a device on which there is never space
TERMINATED = 128 + signal.SIGTERM
Run = Callable[..., Any]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A file with so many stories that several processes work on them for a while."""
    towns = [f"{first}{second}" for first in ("Or", "Al", "Ber", "Dun", "Fal") for second in ("vik", "sund", "holm")]
    lines = [
        {"text": f"The {what} of {town} was closed in {year} after {year} cracks were found in its walls. " * 40}
        for year in range(8)
        for town in towns
        for what in ("bridge", "tower")
    ]
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


def shell(script: str, *arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """What ``sh`` makes of a script in which ``"$@"`` is the command with its arguments."""
    return subprocess.run(
        ["/bin/sh", "-c", script, "sh", *COMMAND, *arguments], capture_output=True, timeout=60, cwd=cwd, check=False
    )


def line(done: Any) -> str:
    """The one line on standard error."""
    (said,) = done.stderr.decode().splitlines()
    assert "Traceback" not in said
    return str(said)


def children_of(parent: int) -> set[int]:
    """The processes that a process has started and that still run; by what Linux tells of them."""
    found = set()
    for entry in Path("/proc").iterdir():
        try:
            state, mother = (entry / "stat").read_text().rsplit(")", 1)[1].split()[:2]
        except (OSError, IndexError):
            continue
        if int(mother) == parent and state != "Z":
            found.add(int(entry.name))
    return found


def is_at_work(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def wait_until(holds: Callable[[], object], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return bool(holds())


@pytest.mark.skipif(not Path("/proc/self/stat").is_file(), reason="needs the list of processes that Linux gives")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_workers_end_with_the_command(corpus: Path, number: signal.Signals) -> None:
    output = corpus.parent / "out.jsonl"
    command: list[str | Path] = [*COMMAND, corpus, "--jobs", "2", "-o", output]
    with subprocess.Popen(command, stdout=PIPE, stderr=PIPE) as process:
        assert wait_until(lambda: len(children_of(process.pid)) > 2)  # two workers, and what counts their resources
        children = children_of(process.pid)
        process.send_signal(number)
        said = process.stderr.read().decode() if process.stderr else ""
        process.wait(timeout=30)
    assert wait_until(lambda: not any(map(is_at_work, children)))
    assert not output.exists()
    if number == signal.SIGTERM:
        assert process.returncode == TERMINATED
        assert said == "claimcompare: ended by the signal SIGTERM\n"
        assert [path.name for path in corpus.parent.iterdir()] == ["corpus.jsonl"]


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
@pytest.mark.parametrize(
    "arguments", [("--format", "json"), ("--format", "html"), ("--unique",), (), ("--help",), ("--version",)]
)
def test_a_full_disk_on_standard_output(two: Path, arguments: tuple[str, ...]) -> None:
    done = shell('exec "$@" >/dev/full', two, *arguments)
    assert done.returncode == 2
    assert line(done) == "claimcompare: cannot write to standard output: no space left on device"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("end", ['"$@" -o pipe', '"$@" >pipe'])
def test_a_reader_that_has_read_enough_is_no_error(tmp_path: Path, end: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    url = f"https://norvik.example/{'a' * 500_000}"  # more than a pipe holds
    lines = [{"text": f"The bridge broke at {hour}.", "url": url} for hour in ("noon", "one")]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = shell(f"head -c 5 pipe >read & {end}", "a.jsonl", "--format", "json", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full")
def test_a_full_disk_on_standard_error_loses_no_result(two: Path) -> None:
    done = shell('exec "$@" 2>/dev/full', two, two / "nowhere")
    assert done.returncode == 3
    assert b"bridge" in done.stdout


def test_closed_streams(two: Path, tmp_path: Path) -> None:
    without_output = shell('exec "$@" >&-', two)
    assert without_output.returncode == 2
    assert "standard output is closed" in line(without_output)
    without_error = shell('exec "$@" 2>&-', two, two / "nowhere")
    assert (without_error.returncode, without_error.stderr) == (3, b"")
    assert b"bridge" in without_error.stdout
    without_input = shell('exec "$@" <&-', two, "-")
    assert without_input.returncode == 3
    assert line(without_input).startswith("claimcompare: -: is closed")
    assert b"bridge" in without_input.stdout
    without_any = shell('exec "$@" <&- >&- 2>&-', two, "-o", tmp_path / "out.txt")
    assert (without_any.returncode, without_any.stderr) == (0, b"")
    assert "bridge" in (tmp_path / "out.txt").read_text()


@pytest.mark.parametrize("as_what", ["itself", "link", "hard link", "in a folder"])
def test_what_is_compared_is_not_written_over(run: Run, two: Path, tmp_path: Path, as_what: str) -> None:
    output = {"itself": two / "a.txt", "in a folder": two / "a.txt"}.get(as_what, tmp_path / "out.txt")
    if as_what == "link":
        output.symlink_to(two / "a.txt")
    elif as_what == "hard link":
        os.link(two / "a.txt", output)
    before = (two / "a.txt").read_bytes()
    paths = [two] if as_what == "in a folder" else [two / "a.txt", two / "b.txt"]
    done = run(*paths, "-o", output)
    assert done.returncode == 2
    assert "which is to be compared; name another file" in line(done)
    assert (two / "a.txt").read_bytes() == before


def test_what_is_loaded_is_not_written_over(run: Run, two: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    run(two, "-o", saved)
    done = run("--load", saved, "--only", "conflict", "-o", saved)
    assert done.returncode == 2
    assert "it is what --load reads" in line(done)


def test_places_where_nothing_can_be_written(run: Run, two: Path, tmp_path: Path) -> None:
    loop = tmp_path / "loop.html"
    loop.symlink_to(loop)
    # A file that cannot be read comes first in what is said, so that it would be two lines were anything read.
    for output, words in (
        (tmp_path / ("x" * 300 + ".html"), "too long"),
        (loop, "symbolic links"),
        (two / "a.txt" / "out.html", "not a directory"),
        (tmp_path / "no" / "out.html", "there is no folder"),
        (tmp_path, "it is a folder"),
        ("", "not an empty one"),
    ):
        done = run(two, two / "nowhere", "-o", output)
        assert done.returncode == 2
        assert words in line(done)
    assert run(two, "-o", tmp_path / ("x" * 250 + ".html")).returncode == 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_folder_in_which_nobody_may_write(run: Run, two: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    done = run(two, two / "nowhere", "-o", locked / "out.html")
    assert done.returncode == 2
    assert "permission denied" in line(done)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the administrator may write everywhere")
def test_a_file_that_is_write_protected_is_not_replaced(run: Run, two: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.html"
    kept.write_text("mine", encoding="utf-8")
    kept.chmod(0o400)
    done = run(two, "-o", kept)
    assert done.returncode == 2
    assert kept.read_text(encoding="utf-8") == "mine"


def test_a_current_folder_that_is_gone(two: Path, tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = shell('rmdir ../gone; exec "$@"', two, two / "nowhere", "-o", "out.html", cwd=gone)
    shutil.rmtree(gone, ignore_errors=True)
    assert done.returncode == 2
    assert "cannot write out.html" in line(done)


def test_a_width_that_no_screen_has(run: Run, two: Path) -> None:
    done = run(two, "--width", "99999999")
    assert done.returncode == 2
    assert "20<=x<=1000" in line(done)
    assert run(two, "--width", "1000").returncode == 0


def test_an_empty_path_and_a_file_with_a_slash(run: Run, two: Path) -> None:
    for path, words in (
        ("", '"": an empty path names nothing'),
        (f"{two / 'a.txt'}/", "a.txt/: is a file and no folder; leave out the slash at its end"),
    ):
        done = run(two, path)
        assert done.returncode == 3
        assert words in line(done)
        assert b"bridge" in done.stdout


@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("module", ["attrs", "click", "claimcompare.records", "claimcompare.cli"])
def test_ctrl_c_while_the_command_is_loaded(two: Path, tmp_path: Path, module: str) -> None:
    """Played by a finder that interrupts where a module is looked for; the command is what is being run."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\n"
        "class Finder:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}:\n"
        "            raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    path = os.pathsep.join([str(tmp_path), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(
        [*COMMAND, two], capture_output=True, env={**os.environ, "PYTHONPATH": path}, timeout=60, check=False
    )
    assert done.returncode == 130
    assert line(done) == "claimcompare: interrupted"


def test_a_limit_of_five_thousand_digits(run: Run, two: Path) -> None:
    done = run(two, "--limit", "max-files=" + "9" * 5000)
    assert done.returncode == 2
    assert "at most 18 digits" in line(done)


def test_what_is_nested_a_thousand_deep_is_refused_alone(run: Run, two: Path, tmp_path: Path) -> None:
    lines = tmp_path / "deep.jsonl"
    ring = "The bell tower of Orvik was closed."
    nested = [("[" * depth, "]" * depth) for depth in (0, 900, 100_000)] + [('{"name": ' * 900, "}" * 900)]
    lines.write_text("".join(f'{{"text": {opened}"{ring}"{closed}}}\n' for opened, closed in nested))
    done = run(two, lines)
    assert done.returncode == 3
    assert done.stderr.decode().count("nested more than 100 deep") == 3
    assert "Traceback" not in done.stderr.decode()
    assert b"3 reports" in done.stdout
    saved = tmp_path / "deep.json"
    saved.write_text('{"schema": "claimcompare/1", "x": ' + "[" * 100_000 + "]" * 100_000 + "}")
    loaded = run("--load", saved)
    assert loaded.returncode == 2
    assert "nested more than 100 deep" in line(loaded)
