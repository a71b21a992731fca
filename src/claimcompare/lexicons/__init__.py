"""Word lists, tables and learned weights: data files beside this module, and how to load them.

Each file starts with comment lines (``#``) that say what it holds, where it comes from and how to rebuild it. A file
is read once, when it is first asked for.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

_FOLDER = files(__name__)


def _lines(name: str) -> list[str]:
    text = _FOLDER.joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]


@cache
def words(*names: str) -> frozenset[str]:
    """The entries of ``name.txt``, one a line; of several files those of all."""
    return frozenset([line.strip() for name in names for line in _lines(f"{name}.txt")])


@cache
def ordered(name: str) -> tuple[str, ...]:
    """The entries of ``name.txt``, one a line, in the file's order."""
    return tuple(line.strip() for line in _lines(f"{name}.txt"))


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``name.tsv``, each a tuple of its cells."""
    return tuple([tuple(line.split("\t")) for line in _lines(f"{name}.tsv")])


@cache
def rows(name: str) -> dict[str, str]:
    """The rows of a long ``name.tsv`` by their first cell; the others stay text, since most are never asked for."""
    return {first: rest for first, _, rest in [line.partition("\t") for line in _lines(f"{name}.tsv")]}


@cache
def parameters(name: str) -> dict[str, Any]:
    """The object in ``name.json``: thresholds or learned weights; its ``about`` says where they come from."""
    loaded = json.loads(_FOLDER.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return dict(loaded)
