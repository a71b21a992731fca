"""What the system may do to the process: ask it to end, or start it without its standard streams."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")  # Windows knows only the first
_LAST_STANDARD_STREAM = 2


class Ended(BaseException):
    """The system asked the process to end, with the signal ``number``."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def heed_signals() -> None:
    """Let signals that end the process raise ``Ended``, so that what was begun is tidied up; ignored ones stay so."""
    for number in (getattr(signal, name) for name in _ENDING if hasattr(signal, name)):
        if signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> NoReturn:
    raise Ended(number)


def fill_standard_streams() -> None:
    """Open nothing in place of standard streams that are closed: a file opened later would take their number."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STANDARD_STREAM:
        os.set_inheritable(number, True)
    os.close(number)


def is_terminal(stream: Any) -> bool:
    """Whether a standard stream is a terminal; one that is closed is None, and not a terminal."""
    return stream is not None and bool(stream.isatty())


def close_quietly(stream: Any) -> None:
    """When nothing more can be written: Python must not complain about what is left at its exit."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
