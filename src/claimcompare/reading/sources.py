"""Paths → files to read: folders are walked, patterns expanded, loops ended; nothing is opened here."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePath

from attrs import field, frozen

from claimcompare import lexicons
from claimcompare.reading.limits import ReadLimits
from claimcompare.records import Problem

STDIN = "-"


@frozen(kw_only=True)
class Source:
    """A file that is to be read."""

    path: str


@frozen(kw_only=True)
class Sources:
    """What there is to read, sorted by path, each file once; and what is wrong with the paths."""

    sources: tuple[Source, ...]
    problems: tuple[Problem, ...] = ()
    notices: tuple[str, ...] = ()


@frozen
class _Walk:
    """What a walk has met so far."""

    limits: ReadLimits
    found: dict[str, Source] = field(factory=dict)
    problems: list[Problem] = field(factory=list)
    notices: list[str] = field(factory=list)
    folders: set[tuple[int, int]] = field(factory=set)

    def problem(self, path: str, message: str) -> None:
        """Note what is wrong with a path."""
        self.problems.append(Problem(path=path, message=message))


def shown(path: str | os.PathLike[str]) -> str:
    """The path as it is shown: with slashes, and nothing that would break the line or cannot be printed."""
    text = PurePath(path).as_posix()
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def reason_of(error: OSError) -> str:
    """Why the system refused, in words, with what to do."""
    if isinstance(error, PermissionError):
        return "may not be read; give yourself read permission"
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the spelling"
    return f"cannot be read ({(error.strerror or type(error).__name__).lower()})"


def is_beside_reports(name: str) -> bool:
    """Whether a file of this name is about its folder and no report, such as README."""
    stem = PurePath(name).stem.lower()
    return stem in lexicons.words("files_beside_reports")


def _walk_folder(folder: str, depth: int, walk: _Walk) -> None:
    if depth > walk.limits.max_depth:
        walk.problem(shown(folder), f"lies more than {walk.limits.max_depth} folders deep; name it itself to read it")
        return
    try:
        status = Path(folder).stat()
        if (status.st_dev, status.st_ino) in walk.folders:
            return
        walk.folders.add((status.st_dev, status.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        walk.problem(shown(folder), reason_of(error))
        return
    for entry in entries:
        if not entry.name.startswith("."):
            _walk_entry(entry, depth, walk)


def _walk_entry(entry: os.DirEntry[str], depth: int, walk: _Walk) -> None:
    try:
        is_folder, is_file = entry.is_dir(), entry.is_file()
    except OSError as error:
        walk.problem(shown(entry.path), reason_of(error))
        return
    if is_folder:
        _walk_folder(entry.path, depth + 1, walk)
    elif not is_file and entry.is_symlink():
        walk.problem(shown(entry.path), "is a link that leads nowhere; remove it or mend it")
    elif is_file and is_beside_reports(entry.name):
        walk.notices.append(f"{shown(entry.path)}: left out, as it is about the folder; name it itself to read it")
    elif is_file and len(walk.found) < walk.limits.max_files:
        walk.found.setdefault(entry.path, Source(path=entry.path))
    elif is_file:
        _too_many_files(walk)


def _too_many_files(walk: _Walk) -> None:
    problem = Problem(path="", message=f"more than {walk.limits.max_files} files; the rest are left out, give fewer")
    if problem not in walk.problems:
        walk.problems.append(problem)


def _walk_path(path: str, walk: _Walk) -> None:
    if path == STDIN:
        walk.found.setdefault(path, Source(path=path))
        return
    if not path:
        walk.problem('""', "an empty path names nothing; give a file or folder")
        return
    try:
        # lexists before stat: a path with a NUL in it raises ValueError
        is_folder = Path(path).is_dir()
        exists = os.path.lexists(path)
    except (OSError, ValueError):
        is_folder = exists = False
    if is_folder:
        folders, before = len(walk.folders), len(walk.found) + len(walk.problems)
        _walk_folder(path, 0, walk)
        is_new = len(walk.folders) > folders
        is_bare = len(walk.found) + len(walk.problems) == before
        if is_bare and not is_new:
            _named_again(path, walk)
        elif is_bare:
            walk.problem(shown(path), "holds no file that could be read; give a folder with reports")
    elif path in walk.found:
        _named_again(path, walk)
    elif exists:
        walk.found[path] = Source(path=path)
    else:
        _walk_pattern(path, walk)


def _named_again(path: str, walk: _Walk) -> None:
    walk.notices.append(f"{shown(path)}: named more than once; compared once")


def _walk_pattern(path: str, walk: _Walk) -> None:
    if not glob.has_magic(path):
        file = path.rstrip(os.sep)
        if file != path and _is_file(file):
            walk.problem(f"{shown(file)}/", "is a file and no folder; leave out the slash at its end")
        else:
            walk.problem(shown(path), "there is no such file or folder; check the spelling")
        return
    found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob refuses absolute patterns
    matches = [match for match in found if not _is_no_file(match)]
    if not matches:
        walk.problem(shown(path), "no file matches this pattern; check the spelling")
    for match in matches:
        if Path(match).is_dir() and "**" in path:
            continue
        _walk_path(match, walk)


def _is_file(path: str) -> bool:
    try:
        return Path(path).is_file()
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
    return Sources(
        sources=tuple(sorted(walk.found.values(), key=lambda source: source.path)),
        problems=tuple(walk.problems),
        notices=tuple(walk.notices),
    )


def unique_ids(wanted: Sequence[str]) -> Iterator[str]:
    """The wanted ids, each made unique with a number where it was taken."""
    taken: set[str] = set()
    for name in wanted:
        unique, count = name, 1
        while unique in taken:
            count += 1
            unique = f"{name}-{count}"
        taken.add(unique)
        yield unique
