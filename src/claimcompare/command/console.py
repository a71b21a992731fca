"""The streams of the command line: results to standard output or a file, messages and progress to standard error."""

from __future__ import annotations

import errno
import os
import stat
import sys
import threading
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

import click

from claimcompare.command.process import close_quietly, is_terminal
from claimcompare.errors import ClaimCompareError
from claimcompare.rendering.safe import one_line
from claimcompare.rendering.screen import Screen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Item = TypeVar("Item")

PATIENCE, TICK = 2.0, 0.5  # seconds until progress is shown, and between its updates
_WIDEST = 1000  # cells of a terminal that are used
_LONGEST_PREFIX = 40  # of the name of a file that is being written: with the rest it has to stay short enough


class Passed(Protocol):
    """Passes items through, adding up their sizes."""

    def __call__(self, items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[Item]:
        """The items as they are."""


def say(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    try:
        click.echo(f"claimcompare: {one_line(message)}", err=True)
    except OSError:  # standard error may be closed; the result must not be lost by that
        close_quietly(sys.stderr)


def screen(width: int | None = None) -> Screen:
    """What standard output is: a file or pipe without a width, or a terminal with what it can do."""
    if not is_terminal(sys.stdout):
        return Screen(width=width)
    import shutil  # noqa: PLC0415 - a pipe does not need it

    dumb = os.environ.get("TERM") == "dumb"
    colour = not dumb and not os.environ.get("NO_COLOR")
    return Screen(width=width or min(shutil.get_terminal_size().columns, _WIDEST), styles=not dumb, colour=colour)


@contextmanager
def to_standard_output() -> Iterator[None]:
    """While something is written there.

    Raises:
        ClaimCompareError: it cannot be, as on a disk that is full; who closed the pipe has read enough.
    """
    try:
        yield
    except BrokenPipeError:
        close_quietly(sys.stdout)
    except OSError as error:
        close_quietly(sys.stdout)
        raise ClaimCompareError(f"cannot write to standard output: {_reason(error)}") from error


def show(text: str, paged: bool) -> None:
    """Text on standard output; through the pager where it is longer than the terminal."""
    if not is_terminal(sys.stdout):
        write_bytes([text])
        return
    with to_standard_output():
        if paged and text.count("\n") >= _height():
            click.echo_via_pager(text)  # click knows which pagers show colours, and takes them out for others
        else:
            # A terminal has an encoding of its own, which may not know every character.
            encoding = sys.stdout.encoding or "utf-8"
            click.echo(text.encode(encoding, "replace").decode(encoding), nl=False, color=True)


def write_bytes(chunks: Iterable[str]) -> None:
    """Chunks of text as UTF-8 on standard output, line ends as they are."""
    with to_standard_output():
        stream = sys.stdout.buffer
        for chunk in chunks:
            stream.write(chunk.encode("utf-8", "replace"))
        stream.flush()


def check_writable(path: Path) -> None:
    """Try to write at ``path``, before much time is spent for nothing.

    Raises:
        ClaimCompareError: no file can be written there.
    """
    try:
        _try_out(path)
    except FileNotFoundError:
        reason = "no file can be made there" if path.parent.is_dir() else f"there is no folder {path.parent}"
        raise ClaimCompareError(f"cannot write {path}: {reason}") from None
    except OSError as error:
        raise ClaimCompareError(f"cannot write {path}: {_reason(error)}") from error


def _try_out(path: Path) -> None:
    """Raises the OSError that writing to ``path`` would raise, without touching what is there."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        mode = stat.S_IFREG  # a new file
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, "it is a folder")
    if stat.S_ISREG(mode):
        if path.exists() and not os.access(path, os.W_OK):
            raise PermissionError(errno.EACCES, "it is write-protected")
        handle, name = _beside(path.resolve())
        os.close(handle)
        Path(name).unlink()


def _beside(path: Path) -> tuple[int, str]:
    """A new file in the folder of ``path``."""
    import tempfile  # noqa: PLC0415 - only where a file is written

    return tempfile.mkstemp(prefix=f".{path.name[:_LONGEST_PREFIX]}.", dir=path.parent)


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()


def save(path: Path, chunks: Iterable[str]) -> None:
    """Chunks of text as UTF-8 to a file, which is written beside its place and moved there when it is whole.

    Raises:
        ClaimCompareError: it cannot be written; who closed a named pipe has read enough.
    """
    try:
        _save(path, chunks)
    except BrokenPipeError:
        return
    except OSError as error:
        raise ClaimCompareError(f"cannot write {path}: {_reason(error)}") from error


def _save(path: Path, chunks: Iterable[str]) -> None:
    """Writes chunks to a new file and moves that to ``path``; a device or a pipe is written in place."""
    if not path.is_file() and path.exists():
        # A device or named pipe can only be written in place.
        path.write_text("".join(chunks), encoding="utf-8", errors="replace")
        return
    path = path.resolve()  # what a link leads to is replaced, and not the link
    handle, name = _beside(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(chunk.encode("utf-8", "replace") for chunk in chunks)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def progress(words: str, wanted: bool, whole: int = 0) -> Iterator[Passed]:
    """Says on a terminal what takes longer than two seconds, for how long it has, and how long it may still take.

    What is given takes a series and hands it on, counting how much of the ``whole`` each of its items is.
    """
    tally = _Tally(whole)
    if not wanted or not is_terminal(sys.stderr):
        yield tally.passed
        return
    done = threading.Event()
    ticker = threading.Thread(target=_tick, args=(words, tally, done), daemon=True)
    ticker.start()
    try:
        yield tally.passed
    finally:
        done.set()
        ticker.join()


class _Tally:
    """How much is done of a whole that is 0 where nobody knows it."""

    def __init__(self, whole: int) -> None:
        self.whole = whole
        self.done = 0

    def passed(self, items: Iterable[Item], size: Callable[[Item], int]) -> Iterator[Item]:
        """The items as they are."""
        for item in items:
            self.done += size(item)
            yield item

    def words(self, seconds: float) -> str:
        """How long it has taken and, as soon as that can be estimated, how long it will."""
        if not self.done or self.done >= self.whole:
            return f"{seconds:.0f} s"
        left = seconds * (self.whole - self.done) / self.done
        return f"{self.done / self.whole:.0%}, about {left:.0f} s left"


def _tick(words: str, tally: _Tally, done: threading.Event) -> None:
    """Says on standard error how far it is, from time to time, until it is done."""
    started = time.monotonic()
    if done.wait(PATIENCE):
        return
    while not done.wait(TICK):
        sys.stderr.write(f"\r{one_line(words)} … {tally.words(time.monotonic() - started)}\x1b[K")
        sys.stderr.flush()
    sys.stderr.write("\r\x1b[K")
    sys.stderr.flush()


def _height() -> int:
    import shutil  # noqa: PLC0415 - a pipe does not need it

    return shutil.get_terminal_size().lines


def _mode(path: Path) -> int:
    """The rights of the file that is replaced, or those that a new file would have."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
