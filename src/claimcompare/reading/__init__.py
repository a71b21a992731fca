"""Files → reports: what is given is read, whatever its form, and what cannot be read is named with the reason."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

from attrs import evolve

from claimcompare.errors import ReadError, require, why_unreadable
from claimcompare.reading.fields import check_fields
from claimcompare.reading.formats import reports_in
from claimcompare.reading.limits import ReadLimits
from claimcompare.reading.opening import Budget, ChangedError, pages_of
from claimcompare.reading.ownoutput import is_own_file
from claimcompare.reading.paths import Notice, shown, sources_of, unique_ids
from claimcompare.records import Problem, ReadResult, Report

__all__ = ["ReadLimits", "read", "read_reports"]

PathLike = str | os.PathLike[str]
_DEFAULT = ReadLimits()
_NAMED_EACH = 3  # of the reports that one file gives twice; of more an example is enough


def _reports_in(source: str, budget: Budget, fields: Mapping[str, str]) -> Iterator[Report | Problem | Notice]:
    """The reports in a file and its problems; of a file that changed while it was read, the problems alone."""
    path = shown(source)
    found: list[Report | Problem | Notice] = []
    try:
        with pages_of(source, budget) as pages:
            for page in pages:
                found.extend(reports_in(page, budget, fields))
    except ChangedError as error:
        found = [*(item for item in found if isinstance(item, Problem)), Problem(path=path, message=str(error))]
    except ReadError as error:
        found.append(Problem(path=path, message=str(error)))
    except OSError as error:
        found.append(Problem(path=path, message=why_unreadable(error)))
    yield from found


def _same(report: Report) -> tuple[object, ...]:
    return (report.text, report.title, report.source, report.published, report.url)


def _each_once(reports: Iterable[Report]) -> tuple[list[Report], list[str]]:
    """The reports without those given twice, and notices of these."""
    first: dict[tuple[object, ...], Report] = {}
    twice = [(report, known) for report in reports if (known := first.setdefault(_same(report), report)) is not report]
    return list(first.values()), list(_notices(twice))


def _notices(twice: Iterable[tuple[Report, Report]]) -> Iterator[str]:
    """Which reports are given twice; one line for the many of one file."""
    for path, of_file in groupby(twice, key=lambda pair: pair[0].path):
        pairs = list(of_file)
        if len(pairs) <= _NAMED_EACH:
            yield from ("{}: the same report as {}; compared once".format(*_names(*pair)) for pair in pairs)
        else:
            example = " and ".join(_names(*pairs[0]))
            yield f"{path}: {len(pairs):,} reports are the same as others, such as {example}; each is compared once"


def _names(report: Report, known: Report) -> tuple[str, str]:
    if report.path == known.path:
        return report.id, known.id
    return str(report.path), str(known.path)


def _refuse_output(output: PathLike, sources: Iterable[str]) -> None:
    """Raises ReadError where what is written would take the place of what is read, under this name or another.

    What claimcompare wrote before is not read, and may be written anew.
    """
    try:
        written = Path(output).stat()
    except OSError:
        return  # a new file
    if not stat.S_ISREG(written.st_mode):
        return
    for source in sources:
        with suppress(OSError, ValueError):
            if os.path.samestat(Path(source).stat(), written) and not is_own_file(Path(output)):
                reason = f"it is {shown(source)}, which is to be compared; name another file"
                raise ReadError(f"cannot write {shown(output)}: {reason}")


def _named(paths: PathLike | Iterable[PathLike]) -> list[PathLike]:
    """The paths as a list; ArgumentError if they are not paths."""
    wanted = "a path or several"
    require(
        "paths", paths, wanted, holds=isinstance(paths, str | os.PathLike | Iterable) and not isinstance(paths, bytes)
    )
    named = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    for path in named:
        require("one of the paths", path, "a string or a Path", holds=_is_path(path))
    return named


def _is_path(path: object) -> bool:
    return isinstance(path, str) or (isinstance(path, os.PathLike) and isinstance(os.fspath(path), str))


def read(
    paths: PathLike | Iterable[PathLike],
    *,
    limits: ReadLimits = _DEFAULT,
    fields: Mapping[str, str] | None = None,
    output: PathLike | None = None,
) -> ReadResult:
    """Every report that ``paths`` name, sorted by path, so that the order in which they are given changes nothing.

    Args:
        paths: files, folders, glob patterns, or ``-`` for standard input; text, Markdown, HTML, JSON Lines, JSON, CSV,
            TSV and mail, also packed in .gz and .zip, told apart by their content.
        limits: how much is read at most.
        fields: for records, the name under which a field is found, such as ``{"text": "body"}``.
        output: the file to which what comes of it will be written.

    What cannot be read is in ``ReadResult.problems``, each with its file and a remedy; the rest is read.

    Raises:
        ArgumentError: ``paths`` are not paths.
        ReadError: ``fields`` names a field that there is not, or ``output`` is one of the files that are read.
    """
    chosen = dict(fields or {})
    check_fields(chosen)
    sources = sources_of(_named(paths), limits)
    if output is not None:
        _refuse_output(output, sources.paths)
    budget = Budget(limits)
    found = [item for source in sources.paths for item in _reports_in(source, budget, chosen)]
    kept, notices = _each_once(item for item in found if isinstance(item, Report))
    ids = unique_ids([report.id for report in kept])
    return ReadResult(
        reports=tuple(evolve(report, id=unique) for report, unique in zip(kept, ids, strict=True)),
        problems=(*sources.problems, *(item for item in found if isinstance(item, Problem))),
        notices=(*sources.notices, *(item.line for item in found if isinstance(item, Notice)), *notices),
    )


def read_reports(paths: PathLike | Iterable[PathLike]) -> tuple[Report, ...]:
    """The reports that ``paths`` (files, folders, glob patterns) name, sorted by path.

    Raises:
        ArgumentError: they are not paths.
        ReadError: some of them cannot be read; the message names every one, a line each.
    """
    result = read(paths)
    if result.problems:
        raise ReadError("\n".join(problem.line for problem in result.problems))
    return result.reports
