"""A story inside a corpus: how many of the pairs that its reports have alone they still have among all the others."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claimcompare import Report, read_reports
from scaling.command import compared, pairs


def planted(story: Path, corpus: Path, work: Path) -> dict[str, Any]:
    """Pairs alone, pairs inside the corpus, and the share of the former that the latter keep."""
    reports = read_reports([story])
    alone, inside = work / "alone.jsonl", work / "inside.jsonl"
    alone.write_text("".join(_lines(reports)), encoding="utf-8")
    with inside.open("w", encoding="utf-8") as out:
        out.writelines(_lines(reports))
        with corpus.open(encoding="utf-8") as lines:
            out.writelines(lines)
    names = {report.id for report in reports}
    compared(alone, work / "alone.out", jobs=1)
    used = compared(inside, work / "inside.out")
    expected, found = pairs(work / "alone.out", names), pairs(work / "inside.out", names)
    return {
        "reports": len(reports),
        "alone": len(expected),
        "inside": len(found),
        "kept": len(expected & found),
        "share": len(expected & found) / len(expected),
        "seconds": used.seconds,
    }


def _lines(reports: Sequence[Report]) -> Iterator[str]:
    for report in reports:
        record = {"id": report.id, "title": report.title, "text": report.text, "source": report.source}
        if report.published:
            record["published"] = report.published.isoformat()
        yield json.dumps(record, ensure_ascii=False) + "\n"
