"""What a text is written for."""

from __future__ import annotations

from attrs import frozen


@frozen(kw_only=True)
class Screen:
    """A terminal, a file or a pipe.

    Attributes:
        width: in cells; None for a file or a pipe, where nothing is wrapped.
        styles: bold, underline and, with ``colour``, colours; else plain marks.
    """

    width: int | None = None
    styles: bool = False
    colour: bool = False
