"""Whatever file is compared, every claim, sentence and mention is the file's text at its offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


def spans(told: Any) -> Iterator[tuple[str, int, int]]:
    for claim in told.data["claims"]:
        yield claim["report"], claim["start"], claim["end"]
        yield claim["report"], claim["sentence"]["start"], claim["sentence"]["end"]
    for cluster in told.clusters:
        for difference in cluster["differences"]:
            for reading in difference["readings"]:
                for mention in reading["mentions"]:
                    yield told.claims[mention["claim"]]["report"], mention["start"], mention["end"]


@pytest.mark.parametrize("folder", ["seeds", *(f"data/five_reports/{number}" for number in range(5))])
def test_every_claim_is_the_text_at_its_offsets(shared: Path, told: Callable[..., Any], folder: str) -> None:
    answer = told(shared / folder)
    texts = {report["id"]: Path(report["path"]).read_bytes().decode("utf-8-sig") for report in answer.data["reports"]}
    assert len(texts) == len(list((shared / folder).glob("*.txt")))
    assert answer.data["claims"]
    for claim in answer.data["claims"]:
        assert texts[claim["report"]][claim["start"] : claim["end"]] == claim["text"]
    assert all(0 <= start <= end <= len(texts[report]) for report, start, end in spans(answer))
