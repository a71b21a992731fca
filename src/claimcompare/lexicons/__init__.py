"""Word lists, tables and learned weights: data files beside this module, and how to load them.

Each file starts with comment lines (``#``; in JSON ``about``) that say what it holds, where it comes from and how to
rebuild it. What one part of the package alone asks for lies in the folder of its name; what several parts ask for, or a
module of this folder, lies here. A file is asked for by its own name, whatever its folder, and read once.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

_FOLDER = files(__name__)


@cache
def _files() -> dict[str, Traversable]:
    """Every data file by its name, of this folder and of those in it."""
    here = list(_FOLDER.iterdir())
    within = [file for folder in here if folder.is_dir() for file in folder.iterdir()]
    return {file.name: file for file in (*here, *within)}


def _text(name: str) -> str:
    return _files()[name].read_text(encoding="utf-8")


def _lines(name: str) -> list[str]:
    text = _text(name)
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
def sorts(name: str) -> Mapping[str, str]:
    """For each word in the second cells of ``name.tsv`` the first cell of its row: the sort that it is of."""
    return MappingProxyType({word: sort for sort, words in table(name) for word in words.split()})


@cache
def phrases(name: str) -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases of ``name.tsv`` by their first word, longer ones first, each with the second cell of its row."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, told in table(name):
        told_words = tuple(phrase.split())
        found.setdefault(told_words[0], []).append((told_words, told))
    longer_first = {first: sorted(rest, key=lambda one: -len(one[0])) for first, rest in found.items()}
    return MappingProxyType({first: tuple(rest) for first, rest in longer_first.items()})


@cache
def cells(name: str) -> frozenset[str]:
    """Every cell of ``name.tsv``, whatever its column."""
    return frozenset([cell for row in table(name) for cell in row])


@cache
def rows(name: str) -> Mapping[str, str]:
    """For each first cell of ``name.tsv`` the rest of its row: of two cells the second, of more their bare line.

    A long table is not cut into cells, since most of its rows are never asked for.
    """
    return MappingProxyType(dict([line.split("\t", 1) for line in _lines(f"{name}.tsv")]))


@cache
def parameters(name: str) -> Mapping[str, Any]:
    """The object in ``name.json``: thresholds or learned weights; its ``about`` says where they come from."""
    # Everyone who asks gets the same object, so nobody may change it.
    loaded: Mapping[str, Any] = json.loads(_text(f"{name}.json"), object_hook=MappingProxyType)
    return loaded
