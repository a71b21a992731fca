"""JSON Lines, JSON, CSV and TSV → records, one after the other; what is wrong names its line."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

from claimcompare.errors import ReadError
from claimcompare.reading.fields import Record, names_for
from claimcompare.text.jsonvalues import loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_LISTS = ("articles", "reports", "items", "documents", "stories", "entries", "data", "results", "records")
_DELIMITERS = ",\t;|"
_LONGEST_FIELD = 2**31 - 1
_LONGEST_NAME = 40
_FEWEST_COLUMNS = 2
_SAMPLE = 100_000
_SAMPLE_LINES = 40


def json_lines(lines: Iterable[bytes]) -> Iterator[Record | ReadError]:
    """A record for each line that is not blank, or what is wrong with it. The lines are read one at a time."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = loaded(line.rstrip(b"\r\n").decode("utf-8-sig" if number == 1 else "utf-8"))
        except ValueError as error:
            yield ReadError(f"line {number}: wrong JSON ({_words_of(error)}); mend the line or take it out")
            continue
        if isinstance(value, dict):
            yield Record(values=value, where=f"line {number}", number=number)
        else:
            yield ReadError(f"line {number}: no record, but {_kind_of(value)}; give an object with a text")


def _words_of(error: ValueError) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg.lower().removesuffix(' at')} at column {error.colno}"
    if isinstance(error, UnicodeDecodeError):
        return f"byte 0x{error.object[error.start]:02x} is no UTF-8"
    return str(error)[:80]


def _kind_of(value: Any) -> str:
    return {list: "a list", str: "a text", type(None): "null", bool: "a truth value"}.get(type(value), "a number")


def _records_in(value: Any) -> list[Any]:
    """The list of records that a JSON value is or holds; an object without such a list is one record."""
    if isinstance(value, list):
        return value
    return next((value[name] for name in _LISTS if isinstance(value.get(name), list)), [value])


def json_array(text: str) -> Iterator[Record | ReadError]:
    """The records of a JSON text that starts with a bracket: a list, an object with such a list, or a single object."""
    try:
        records = _records_in(loaded(text))
    except json.JSONDecodeError as error:
        raise ReadError(f"line {error.lineno}: wrong JSON ({_words_of(error)}); mend it") from None
    except ValueError as error:
        raise ReadError(f"wrong JSON ({_words_of(error)}); mend it") from None
    for number, value in enumerate(records, 1):
        if isinstance(value, str):
            yield Record(values={"text": value}, where=f"item {number}", number=number)
        elif isinstance(value, dict):
            yield Record(values=value, where=f"item {number}", number=number)
        else:
            yield ReadError(f"item {number}: no record, but {_kind_of(value)}; give an object with a text")


def delimiter_of(header: str) -> str:
    """The sign that most likely stands between the columns of a header line."""
    return max(_DELIMITERS, key=lambda sign: (header.count(sign), -_DELIMITERS.index(sign)))


def columns_of(header: str) -> list[str]:
    """The names of the columns in a header line; none where it cannot be one."""
    try:
        names = next(csv.reader([header], delimiter=delimiter_of(header)), [])
    except csv.Error:
        return []
    return [name.strip() for name in names] if all(len(name) <= _LONGEST_NAME for name in names) else []


def is_table(text: str, wanted: AbstractSet[str]) -> bool:
    """Whether ``text`` has a header line with one of the ``wanted`` names, and a row of as many cells."""
    start = "\n".join(text.lstrip("\ufeff\r\n")[:_SAMPLE].split("\n", _SAMPLE_LINES)[:_SAMPLE_LINES])
    columns = columns_of(start.split("\n", 1)[0].strip("\r"))
    if len(columns) < _FEWEST_COLUMNS or wanted.isdisjoint(column.lower() for column in columns):
        return False
    rows = csv.reader(io.StringIO(start, newline=""), delimiter=delimiter_of(start.split("\n", 1)[0]))
    try:
        return any(len(row) == len(columns) for row in list(rows)[1:])
    except csv.Error:
        return False


def table(text: str, chosen: Mapping[str, str]) -> Iterator[Record | ReadError]:
    """The rows of a table with a header line.

    Raises:
        ReadError: it has no column for the text, or a row cannot be read.
    """
    header = text.lstrip("\ufeff\r\n").split("\n", 1)[0].strip("\r")
    columns = columns_of(header)
    wanted = names_for("text", chosen)
    if not {column.lower() for column in columns} & {name.lower() for name in wanted}:
        there = ", ".join(columns[:8]) or "none"
        raise ReadError(f"line 1: no column {wanted[0]!r} (columns: {there}); name it with --field text=COLUMN")
    rows = csv.reader(io.StringIO(text.lstrip("\ufeff\r\n"), newline=""), delimiter=delimiter_of(header))
    yield from _rows(rows, columns)


def _rows(rows: Any, columns: list[str]) -> Iterator[Record | ReadError]:
    before = csv.field_size_limit(_LONGEST_FIELD)
    try:
        next(rows, None)
        for number, row in enumerate(rows, 1):
            if any(cell.strip() for cell in row):
                values = dict(zip(columns, row, strict=False))
                yield Record(values=values, where=f"line {rows.line_num}", number=number)
    except csv.Error as error:
        yield ReadError(f"line {rows.line_num}: wrong CSV ({error}); mend the line")
    finally:
        csv.field_size_limit(before)  # it is of the whole process, and other readers have their own reasons
