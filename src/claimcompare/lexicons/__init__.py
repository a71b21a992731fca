"""Word lists, tables and learned weights: data files beside this module, and how to load them.

Each file starts with comment lines (``#``) that say what it holds, where it comes from and how to rebuild it. A file
is read once, when it is first asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
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
def cells(name: str) -> frozenset[str]:
    """Every cell of ``name.tsv``, whatever its column."""
    return frozenset([cell for row in table(name) for cell in row])


@cache
def rows(name: str) -> Mapping[str, str]:
    """For each first cell of ``name.tsv`` the rest of its row: of two cells the second, of more their bare line.

    A long table is not cut into cells, since most of its rows are never asked for.
    """
    cut = [line.partition("\t") for line in _lines(f"{name}.tsv")]
    return MappingProxyType({first: rest for first, _, rest in cut})


@cache
def parameters(name: str) -> Mapping[str, Any]:
    """The object in ``name.json``: thresholds or learned weights; its ``about`` says where they come from."""
    text = _FOLDER.joinpath(f"{name}.json").read_text(encoding="utf-8")
    # Everyone who asks gets the same object, so nobody may change it.
    loaded: Mapping[str, Any] = json.loads(text, object_hook=MappingProxyType)
    return loaded
