"""JSON Lines, JSON, CSV and TSV → records, one after the other; what is wrong names its line."""

from __future__ import annotations

import csv
import io
import json
import re
from itertools import count, islice
from typing import TYPE_CHECKING, Any

from attrs import frozen

from claimcompare.errors import ReadError
from claimcompare.lexicons import ordered
from claimcompare.reading.decoding import windows_text
from claimcompare.reading.fields import Record, names_for, values_of
from claimcompare.text.jsonvalues import fault_in_words, loaded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

_DELIMITERS = ",\t;|"
_LONGEST_FIELD = 2**31 - 1
_LONGEST_NAME = 40
_FEWEST_COLUMNS = 2
_SEPARATOR = re.compile(r"\"?sep=(?P<sign>[^\s\"])\"?(?:\r\n|\n|\r)", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_SAMPLE = 100_000
_SAMPLE_ROWS = 40


def json_line_records(lines: Iterable[bytes]) -> Iterator[Record | ReadError]:
    """A record for each line that is not blank, or what is wrong with it. The lines are read one at a time."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            value = loaded(_line(line.rstrip(b"\r\n"), first=number == 1), values_of)
        except ValueError as error:
            yield ReadError(f"line {number}: wrong JSON ({fault_in_words(error)}); mend the line or take it out")
            continue
        if isinstance(value, dict):
            yield Record(values=value, where=f"line {number}", number=number)
        else:
            yield ReadError(f"line {number}: no record, but {_kind_of(value)}; give an object with a text")


def _line(line: bytes, *, first: bool) -> str:
    """A line as text: UTF-8, or Windows-1252 where its bytes look like that."""
    try:
        return line.decode("utf-8-sig" if first else "utf-8")
    except UnicodeDecodeError:
        if text := windows_text(line):
            return text
        raise


def _kind_of(value: Any) -> str:
    return {list: "a list", str: "a text", type(None): "null", bool: "a truth value"}.get(type(value), "a number")


def _records_in(value: Any) -> list[Any]:
    """The list of records that a JSON value is or holds; an object without such a list is one record."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        return [value]
    return next((value[name] for name in ordered("record_lists") if isinstance(value.get(name), list)), [value])


def json_records(text: str) -> Iterator[Record | ReadError]:
    """The records of a JSON text: a list, an object with such a list, or a single value."""
    try:
        records = _records_in(loaded(text, values_of))
    except json.JSONDecodeError as error:
        raise ReadError(f"line {error.lineno}: wrong JSON ({fault_in_words(error)}); mend it") from None
    except ValueError as error:
        raise ReadError(f"wrong JSON ({fault_in_words(error)}); mend it") from None
    for number, value in enumerate(records, 1):
        if isinstance(value, str):
            yield Record(values={"text": value}, where=f"item {number}", number=number)
        elif isinstance(value, dict):
            yield Record(values=value, where=f"item {number}", number=number)
        else:
            yield ReadError(f"item {number}: no record, but {_kind_of(value)}; give an object with a text")


def _delimiter_of(header: str) -> str:
    """The sign that most likely is between the columns of a header line."""
    return max(_DELIMITERS, key=lambda sign: (header.count(sign), -_DELIMITERS.index(sign)))


def _columns_of(header: str, delimiter: str) -> list[str]:
    """The names of the columns in a header line; none where it cannot be one."""
    try:
        names = next(csv.reader([header], delimiter=delimiter), [])
    except csv.Error:
        return []
    return [name.strip() for name in names] if all(len(name) <= _LONGEST_NAME for name in names) else []


@frozen(kw_only=True)
class Layout:
    """How a text is laid out, if it is a table.

    Attributes:
        text: from the header on.
        columns: their names; none where the first line cannot be a header.
        before: how many lines stand before the header.
    """

    text: str
    delimiter: str
    columns: list[str]
    before: int


def laid_out(text: str) -> Layout:
    """How ``text`` is laid out; a first line such as ``sep=;``, which spreadsheets write, says what divides cells."""
    table = text.lstrip("\ufeff\r\n")
    blank = len(_LINE_END.findall(text[: len(text) - len(table)]))
    told = _SEPARATOR.match(table)
    if told:
        table = table[told.end() :]
    header = _LINE_END.split(table, maxsplit=1)[0]
    delimiter = told["sign"] if told else _delimiter_of(header)
    return Layout(
        text=table,
        delimiter=delimiter,
        columns=_columns_of(header, delimiter),
        before=blank + bool(told),
    )


def is_table(text: str, wanted: AbstractSet[str]) -> bool:
    """Whether ``text`` has a header line with one of the ``wanted`` names, and a row of as many cells."""
    layout = laid_out(text[:_SAMPLE])
    columns = layout.columns
    if len(columns) < _FEWEST_COLUMNS or wanted.isdisjoint(column.lower() for column in columns):
        return False
    rows = csv.reader(io.StringIO(layout.text, newline=""), delimiter=layout.delimiter)
    try:
        return any(len(row) == len(columns) for row in islice(rows, 1, _SAMPLE_ROWS))
    except csv.Error:
        return False


def table_records(text: str, chosen: Mapping[str, str]) -> Iterator[Record | ReadError]:
    """The rows of a table with a header line.

    Raises:
        ReadError: it has no column for the text, or a row cannot be read.
    """
    layout = laid_out(text)
    wanted = names_for("text", chosen)
    if not {column.lower() for column in layout.columns} & {name.lower() for name in wanted}:
        there = ", ".join(layout.columns[:8]) or "none"
        raise ReadError(
            f"line {layout.before + 1}: no column {wanted[0]!r} (columns: {there}); name it with --field text=COLUMN"
        )
    yield from _rows(layout)


def _rows(layout: Layout) -> Iterator[Record | ReadError]:
    """A record for each row that is not blank, or what is wrong with the row; each named by its first line."""
    lines = io.StringIO(layout.text, newline="")
    rows = csv.reader(lines, delimiter=layout.delimiter, strict=True)  # or else a stray mark joins rows without a word
    before = csv.field_size_limit(_LONGEST_FIELD)
    start = 1
    try:
        for number in count():
            where = f"line {layout.before + start}"
            try:
                row = next(rows, None)
            except csv.Error as error:
                yield ReadError(f"{where}: wrong CSV ({_wrong_quotation(error)}); mend the row")
                continue
            finally:
                start = rows.line_num + 1
            if row is None:
                return
            if number == 0 or not any(cell.strip() for cell in row):
                continue
            if wrong := _fault(row, layout):
                yield ReadError(f"{where}: wrong CSV ({wrong}); mend the row")
            else:
                yield Record(values=values_of(zip(layout.columns, row, strict=False)), where=where, number=number)
    finally:
        csv.field_size_limit(before)  # it is of the whole process, and other readers have their own reasons


def _wrong_quotation(error: csv.Error) -> str:
    """What is wrong with a quotation mark, in words."""
    if str(error) == "unexpected end of data":
        return "a quotation mark is never closed"
    return f"{error}: quotation marks within a cell are doubled"


def _fault(row: list[str], layout: Layout) -> str | None:
    """What is wrong with a row, in words: its text would end too late or too early."""
    if any(cell.strip() for cell in row[len(layout.columns) :]):
        sign = {"\t": "a tab"}.get(layout.delimiter, f"a {layout.delimiter!r}")
        return f"{len(row)} cells under {len(layout.columns)} columns: a cell with {sign} in it needs quotation marks"
    return None
