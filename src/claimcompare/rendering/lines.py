"""Lines of styled words → text for a terminal or a file.

A line is drawn once, either plain, with marks around the words, or by rich, where colour and weight show them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console
    from rich.text import Text

# Never by colour alone: without colours, weight and underline still tell the three severities apart.
STYLES = {
    "": "",
    "heading": "bold",
    "quiet": "dim",
    "report": "cyan",
    "conflict": "bold underline red",
    "shift": "bold yellow",
    "style": "underline",
    "severity conflict": "bold red",
    "severity shift": "yellow",
    "severity style": "dim",
}
PLAIN_MARKS = {"conflict": "**", "shift": "*", "style": "_"}
NARROWEST, COLUMN = 20, 48


@frozen
class Line:
    """Words, each with its style; what does not fit into the width goes on at ``hang`` cells from the left."""

    parts: tuple[tuple[str, str], ...] = ()
    hang: int = 0


@frozen
class Cell:
    """Words below their label where cells stand side by side, after it where they do not."""

    label: tuple[str, str]
    parts: tuple[tuple[str, str], ...]


@frozen
class Columns:
    """Cells that stand side by side where there is room for two or more, else one under the other."""

    cells: tuple[Cell, ...]
    indent: int = 0

    @property
    def lines(self) -> tuple[Line, ...]:
        """One line for each cell, the words of all of them starting in the same column."""
        room = max((len(cell.label[0]) for cell in self.cells), default=0)
        lead = " " * self.indent
        return tuple(
            line(lead, (cell.label[0].ljust(room), cell.label[1]), "  ", *cell.parts, hang=len(lead) + room + 2)
            for cell in self.cells
        )


def line(*parts: str | tuple[str, str], hang: int = 0) -> Line:
    """A line of parts; a bare string has no style."""
    return Line(tuple((part, "") if isinstance(part, str) else part for part in parts), hang)


def plain(drawn: Iterable[Line | Columns]) -> str:
    """One line of text for each line, marks around the words that differ, nothing wrapped."""
    flat = (single for each in drawn for single in (each.lines if isinstance(each, Columns) else (each,)))
    return "".join(f"{_marked(single)}\n" for single in flat)


def wrapped(drawn: Iterable[Line | Columns], width: int, *, styles: bool = True, colour: bool = True) -> str:
    """The lines wrapped to ``width`` cells; without ``styles`` with plain marks, without ``colour`` in weight only."""
    from io import StringIO  # noqa: PLC0415 - as below

    from rich.console import Console  # noqa: PLC0415 - rich takes time that plain output need not spend

    console = Console(
        file=StringIO(),
        width=max(width, NARROWEST),
        force_terminal=styles,
        color_system="standard" if styles else None,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for each in drawn:
        _draw(console, each, styles)
    text = str(console.file.getvalue())  # type: ignore[attr-defined]  # the file is the StringIO from above
    return text if styles else "".join(f"{single.rstrip()}\n" for single in text.splitlines())


def _draw(console: Console, each: Line | Columns, styles: bool) -> None:
    if isinstance(each, Line):
        _print(console, each, console.width, styles)
        return
    count = min(len(each.cells), (console.width - each.indent) // COLUMN)
    if count < 2:  # noqa: PLR2004 - one column is no columns
        for single in each.lines:
            _print(console, single, console.width, styles)
        return
    console.print(_grid(each, count, styles))


def _grid(columns: Columns, count: int, styles: bool) -> object:
    from rich.padding import Padding  # noqa: PLC0415 - only where lines stand side by side
    from rich.table import Table  # noqa: PLC0415 - as above

    grid = Table.grid(padding=(0, 3, 0, 0))
    for _ in range(count):
        grid.add_column(ratio=1, overflow="fold")
    for start in range(0, len(columns.cells), count):
        grid.add_row(*(_column(cell, styles) for cell in columns.cells[start : start + count]))
    grid.expand = True
    return Padding(grid, (0, 0, 0, columns.indent))


def _column(cell: Cell, styles: bool) -> Text:
    """A cell with its label on a line of its own and an empty line below."""
    return _text(Line((cell.label, ("\n", ""), *cell.parts, ("\n", ""))), styles)


def _print(console: Console, single: Line, width: int, styles: bool) -> None:
    hang = min(single.hang, -(-width // 3))  # so that at 80 cells a difference goes on below its readings
    text = _text(single, styles)
    head, *rest = text.wrap(console, width, overflow="fold") or [text]
    head.rstrip()
    console.print(head, soft_wrap=True)
    if rest:
        remaining = text[len(head.plain) :]
        remaining = remaining[len(remaining.plain) - len(remaining.plain.lstrip()) :]
        for part in remaining.wrap(console, width - hang, overflow="fold"):
            part.rstrip()
            console.print(" " * hang, part, sep="", end="\n", soft_wrap=True)


def _text(single: Line, styles: bool) -> Text:
    from rich.text import Text  # noqa: PLC0415 - as in wrapped

    if not styles:
        return Text(_marked(single))
    return Text.assemble(*((words, STYLES[style]) for words, style in single.parts))


def _marked(single: Line) -> str:
    return "".join(_with_mark(words, PLAIN_MARKS.get(style, "")) for words, style in single.parts).rstrip(" ")


def _with_mark(words: str, mark: str) -> str:
    """The mark right at the words, outside of it spaces and commas, so that marks that touch can be told apart."""
    bare = words.strip(" ,;:")
    if not mark or not bare:
        return words
    start = words.index(bare)
    return f"{words[:start]}{mark}{bare}{mark}{words[start + len(bare) :]}"
