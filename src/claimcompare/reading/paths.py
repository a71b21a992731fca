"""Paths → files to read: folders are walked, patterns expanded, loops ended; nothing is opened here."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from attrs import field, frozen

from claimcompare import lexicons
from claimcompare.errors import why_unreadable
from claimcompare.reading.limits import ReadLimits
from claimcompare.records import Problem

STDIN = "-"
_DEAD_LINK = "is a link that leads nowhere; remove it or mend it"


@frozen(kw_only=True)
class Notice:
    """What a user should know of a file though nothing is wrong with it."""

    path: str
    message: str

    @property
    def line(self) -> str:
        """One line for the user."""
        return f"{self.path}: {self.message}"


@frozen(kw_only=True)
class Sources:
    """What there is to read, sorted by path, each file once; and what is wrong with the paths."""

    paths: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


@frozen
class _Walk:
    """What a walk has met so far: files and folders, each once, and what there is to say of them."""

    limits: ReadLimits
    paths: set[str] = field(factory=set)
    problems: list[Problem] = field(factory=list)
    notices: list[str] = field(factory=list)
    folders: set[tuple[int, int]] = field(factory=set)

    def problem(self, path: str, message: str) -> None:
        """Note what is wrong with a path."""
        self.problems.append(Problem(path=shown(path), message=message))

    def add(self, path: str) -> None:
        """Note a file that a folder or a pattern names, as long as there are not too many."""
        if path in self.paths or len(self.paths) < self.limits.max_files:
            self.paths.add(path)
            return
        message = f"more than {self.limits.max_files} files; the rest are left out, give fewer"
        problem = Problem(path="", message=message)
        if problem not in self.problems:
            self.problems.append(problem)


def shown(path: str | os.PathLike[str]) -> str:
    """The path as it is shown: with slashes, and nothing that would break the line or cannot be printed."""
    return _printable(PurePath(path).as_posix())


def _printable(text: str) -> str:
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def is_beside_reports(name: str) -> bool:
    """Whether a file of this name is about its folder and no report, such as README."""
    stem = PurePath(name).stem.lower()
    return stem in lexicons.words("files_beside_reports")


def _walk_folder(folder: str, depth: int, walk: _Walk) -> None:
    if depth > walk.limits.max_depth:
        walk.problem(folder, f"lies more than {walk.limits.max_depth} folders deep; name it itself to read it")
        return
    try:
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in walk.folders:
            return
        walk.folders.add((status.st_dev, status.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        walk.problem(folder, why_unreadable(error))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            _walk_entry(entry, depth, walk)


def _walk_entry(entry: os.DirEntry[str], depth: int, walk: _Walk) -> None:
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:
        walk.problem(entry.path, why_unreadable(error))
        return
    if is_folder:
        _walk_folder(entry.path, depth + 1, walk)
    elif not is_file and entry.is_symlink():
        walk.problem(entry.path, _DEAD_LINK)
    elif is_file and is_beside_reports(entry.name):
        walk.notices.append(f"{shown(entry.path)}: left out, as it is about the folder; name it itself to read it")
    elif is_file:
        walk.add(entry.path)


def _walk_path(path: str, walk: _Walk) -> None:
    """What a user names: a file, a folder, a pattern, or standard input."""
    if path == STDIN:
        walk.paths.add(path)
    elif not path:
        walk.problems.append(Problem(path='""', message="an empty path names nothing; give a file or folder"))
    elif _holds(Path.is_dir, path):
        _walk_named_folder(path, walk)
    elif path.endswith(os.sep) and _holds(Path.is_file, path):  # a Path drops the slash
        message = "is a file and no folder; leave out the slash at its end"
        walk.problems.append(Problem(path=f"{shown(path)}/", message=message))
    elif path in walk.paths:
        _named_again(path, walk)
    elif _holds(Path.exists, path):
        walk.paths.add(path)
    elif _holds(Path.is_symlink, path):
        walk.problem(path, _DEAD_LINK)
    elif glob.has_magic(path):
        _walk_pattern(path, walk)
    else:
        walk.problem(path, "there is no such file or folder; check the spelling")


def _walk_named_folder(path: str, walk: _Walk) -> None:
    folders, before = len(walk.folders), len(walk.paths) + len(walk.problems)
    _walk_folder(path, 0, walk)
    if len(walk.paths) + len(walk.problems) > before:
        return
    if len(walk.folders) > folders:
        walk.problem(path, "holds no file that could be read; give a folder with reports")
    else:
        _named_again(path, walk)


def _walk_pattern(path: str, walk: _Walk) -> None:
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    matches = [match for match in found if not _is_no_file(match)]
    if not matches:
        walk.problem(path, "no file matches this pattern; check the spelling")
    for match in matches:
        if not Path(match).is_dir():
            _walk_match(match, walk)
        elif "**" not in path:  # which names what is in the folder as well
            _walk_path(match, walk)


def _walk_match(path: str, walk: _Walk) -> None:
    if path in walk.paths:
        _named_again(path, walk)
    elif Path(path).exists():
        walk.add(path)
    else:
        walk.problem(path, _DEAD_LINK)


def _named_again(path: str, walk: _Walk) -> None:
    walk.notices.append(f"{shown(path)}: named more than once; compared once")


def _holds(test: Callable[[Path], bool], path: str) -> bool:
    """Whether a test holds of a path; it does of none that the system refuses, such as one with a NUL in it."""
    try:
        return test(Path(path))
    except (OSError, ValueError):
        return False


def _is_no_file(path: str) -> bool:
    """Whether this is a named pipe, a socket or a device, which nobody means with a pattern; pipes may never end."""
    found = Path(path)
    return found.exists() and not (found.is_dir() or found.is_file())


def sources_of(paths: Iterable[str | os.PathLike[str]], limits: ReadLimits) -> Sources:
    """Every file that ``paths`` name (files, folders, patterns, ``-`` for standard input), sorted by path."""
    walk = _Walk(limits)
    for path in paths:
        _walk_path(os.fspath(path), walk)
    return Sources(paths=tuple(sorted(walk.paths)), problems=tuple(walk.problems), notices=tuple(walk.notices))


def unique_ids(wanted: Sequence[str]) -> Iterator[str]:
    """The wanted ids, each made unique with a number where it was taken, or looks like one that was."""
    taken: set[str] = set()
    last: dict[str, int] = {}  # the number that each name came to
    for name in wanted:
        seen = unique = _as_seen(name)
        count = last.get(seen, 1)
        while unique in taken:
            count += 1
            unique = f"{seen}-{count}"
        last[seen] = count
        taken.add(unique)
        yield name if count == 1 else f"{name}-{count}"


def _as_seen(name: str) -> str:
    """A name as a reader sees it: every run of spaces as one, and what is not seen as one sign."""
    return _printable(" ".join(name.split()))
