"""The stemmer and the sentence splitter of nltk, without the rest of it.

To import any module of nltk runs the package first, which imports its corpus readers, parsers and metrics, and through
these scipy and scikit-learn where they are installed: a third of a second, or two seconds, at every start. The two
modules that are used need nothing of that. So they are imported with the packages around them not run, and with
stand-ins for what they import and is never called here. No trace is left: who imports nltk elsewhere gets all of it.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import NoReturn

_USED = ("nltk.stem.snowball", "nltk.tokenize.punkt")
_NOT_RUN = ("nltk", "nltk.stem", "nltk.tokenize")
_NEVER_CALLED = (  # corpora, the reading of files, what is learned from, and what other tokenizers call
    "nltk.corpus",
    "nltk.internals",
    "nltk.pathsec",
    "nltk.picklesec",
    "nltk.probability",
    "nltk.tokenize.util",
)


class _StandIn(ModuleType):
    """A module that has any name that is asked for, none of which can be called."""

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # what the import system asks of every module
            raise AttributeError(name)
        return _never_called


def _never_called(*_: object, **__: object) -> NoReturn:
    raise RuntimeError("claimcompare called a part of nltk that it does not load")


@cache
def parts_of_nltk() -> Mapping[str, ModuleType]:
    """``nltk.stem.snowball`` and ``nltk.tokenize.punkt``; from the whole of nltk where that is loaded already.

    Raises:
        ImportError: nltk is not installed.
    """
    if "nltk" not in sys.modules:
        try:
            return _loaded_alone()
        except (ImportError, AttributeError, RuntimeError):  # a version of nltk that is built in another way
            pass
    return _loaded()


def _loaded() -> Mapping[str, ModuleType]:
    return {name: import_module(name) for name in _USED}


def _loaded_alone() -> Mapping[str, ModuleType]:
    """The modules without their packages.

    Raises:
        ImportError, AttributeError, RuntimeError: they cannot be loaded in this way.
    """
    place = _place_of_nltk()
    try:
        for name in _NOT_RUN:
            sys.modules[name] = package = ModuleType(name)
            package.__path__ = [str(place.joinpath(*name.split(".")[1:]))]
        sys.modules.update({name: _StandIn(name) for name in _NEVER_CALLED})
        return _loaded()
    finally:
        for name in [name for name in sys.modules if name.partition(".")[0] == "nltk"]:
            del sys.modules[name]


def _place_of_nltk() -> Path:
    spec = PathFinder.find_spec("nltk")
    if spec is None or not spec.submodule_search_locations:
        raise ImportError("nltk is not installed as a package")
    return Path(spec.submodule_search_locations[0])
