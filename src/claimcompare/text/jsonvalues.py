"""JSON text → the value it holds, refused where it would break those who walk through it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from claimcompare.lexicons import parameters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON")


def _whole_number(digits: str) -> int:
    most = parameters("json_values")["most_digits"]
    if len(digits) > most:
        raise ValueError(f"a number has more than {most} digits")
    return int(digits)


def loaded(text: str, made_of: Callable[[list[tuple[str, Any]]], dict[str, Any]] | None = None) -> Any:
    """What JSON text holds; ValueError for any text that is no JSON or nested too deeply, however it fails.

    ``made_of`` makes an object of its names and values; without it the last value of a name counts.
    """
    deepest = parameters("json_values")["deepest"]
    too_deep = f"nested more than {deepest} deep"
    try:
        value = json.loads(text, parse_constant=_refused, parse_int=_whole_number, object_pairs_hook=made_of)
    except RecursionError:  # so deep that Python's own reader gives up
        raise ValueError(too_deep) from None
    if _is_deeper(value, deepest):
        raise ValueError(too_deep)
    return value


def fault_in_words(error: ValueError) -> str:
    """What is wrong with a text that ``loaded`` refused, or with the bytes of one; without the line."""
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02x} is no {error.encoding.upper()}"
    return str(error)[:80]


def _is_deeper(value: Any, deepest: int) -> bool:
    """Whether lists and objects lie more than so many deep within each other; without walking down on the stack."""
    level = _inside([value])
    for _ in range(deepest):
        if not level:
            return False
        level = _inside(item for whole in level for item in (whole.values() if isinstance(whole, dict) else whole))
    return bool(level)


def _inside(values: Iterable[Any]) -> list[Any]:
    return [value for value in values if isinstance(value, dict | list)]
