"""Every error that claimcompare raises on purpose."""

import reprlib
import sys


class ClaimCompareError(Exception):
    """The base of every error that claimcompare raises on purpose.

    Its message is one line: what is wrong, where, and what would be right.
    """


class ReadError(ClaimCompareError):
    """Some input cannot be read; the message names file, place and remedy."""


class ArgumentError(ClaimCompareError, TypeError, ValueError):
    """A function was given something that it cannot take."""


class SettingsError(ClaimCompareError, ValueError):
    """A setting has a value outside its range."""


class RecordError(ClaimCompareError, ValueError):
    """A record would hold something impossible, such as a span that ends before it starts."""


class WorkerError(ClaimCompareError):
    """A worker process was killed before its work was done."""


def is_number(value: object, least: float = 0.0, most: float = sys.float_info.max) -> bool:
    """Whether it is a number between ``least`` and ``most``, both included; True, NaN and infinity are none."""
    return isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most


def is_whole(value: object, least: int) -> bool:
    """Whether it is a whole number from ``least`` on."""
    return isinstance(value, int) and is_number(value, least)


def require(name: str, value: object, wanted: str, *, holds: bool) -> None:
    """Raise ArgumentError, in one line, where an argument is not what is ``wanted``."""
    if not holds:
        raise ArgumentError(f"{name} is {reprlib.repr(value)}, but has to be {wanted}")


def why_unreadable(error: OSError) -> str:
    """Why the system refused to read a file, in words, with what to do."""
    if isinstance(error, PermissionError):
        return "may not be read; give yourself read permission"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the spelling"
    return f"cannot be read ({(error.strerror or type(error).__name__).lower()})"
