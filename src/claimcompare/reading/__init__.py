"""Files → reports: what is given is read, whatever its form, and what cannot be read is named with the reason."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePath

from attrs import evolve

from claimcompare.errors import ReadError
from claimcompare.reading.decoding import decoded
from claimcompare.reading.limits import ReadLimits
from claimcompare.reading.sources import STDIN, Source, reason_of, shown, sources_of, unique_ids
from claimcompare.records import Problem, ReadResult, Report

__all__ = ["ReadLimits", "read", "read_reports"]

PathLike = str | os.PathLike[str]


def _bytes_of(source: Source, limits: ReadLimits) -> bytes:
    if source.path == STDIN:
        data = sys.stdin.buffer.read(limits.max_file_bytes + 1)
    else:
        with Path(source.path).open("rb") as file:
            data = file.read(limits.max_file_bytes + 1)
    if len(data) > limits.max_file_bytes:
        raise ReadError(f"is larger than {limits.max_file_bytes:,} bytes; give a smaller file or a higher limit")
    return data


def _reports_in(source: Source, limits: ReadLimits) -> tuple[Report, ...]:
    text = decoded(_bytes_of(source, limits))
    if not text.strip():
        raise ReadError("is empty; give a file with text")
    name = "stdin" if source.path == STDIN else PurePath(source.path).stem
    return (Report(id=name, text=text, path=shown(source.path)),)


def _same(report: Report) -> tuple[object, ...]:
    return (report.text, report.title, report.source, report.published, report.url)


def _each_once(reports: Iterable[Report]) -> tuple[list[Report], list[str]]:
    """The reports without those given twice, and a notice for each of these."""
    first: dict[tuple[object, ...], Report] = {}
    notices = []
    for report in reports:
        if (known := first.setdefault(_same(report), report)) is not report:
            notices.append(f"{report.path}: the same report as {known.path}; compared once")
    return list(first.values()), notices


def read(
    paths: PathLike | Iterable[PathLike],
    *,
    limits: ReadLimits = ReadLimits(),  # noqa: B008 - frozen
    fields: Mapping[str, str] | None = None,
) -> ReadResult:
    """Every report that ``paths`` name (files, folders, glob patterns), in the order of the paths.

    What cannot be read stands in ``ReadResult.problems``, each with its file and a remedy; the rest is read.
    """
    named = [paths] if isinstance(paths, str | os.PathLike) else paths
    found = sources_of(named, limits)
    reports: list[Report] = []
    problems = list(found.problems)
    for source in found.sources:
        try:
            reports.extend(_reports_in(source, limits))
        except ReadError as error:
            problems.append(Problem(path=shown(source.path), message=str(error)))
        except OSError as error:
            problems.append(Problem(path=shown(source.path), message=reason_of(error)))
    kept, notices = _each_once(reports)
    ids = unique_ids([report.id for report in kept])
    return ReadResult(
        reports=tuple(evolve(report, id=unique) for report, unique in zip(kept, ids, strict=True)),
        problems=tuple(problems),
        notices=(*found.notices, *notices),
    )


def read_reports(paths: PathLike | Iterable[PathLike]) -> tuple[Report, ...]:
    """The reports that ``paths`` name.

    Raises:
        ReadError: some of them cannot be read; the message names every one, a line each.
    """
    result = read(paths)
    if result.problems:
        raise ReadError("\n".join(f"{problem.path}: {problem.message}" for problem in result.problems))
    return result.reports
