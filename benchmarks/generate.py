"""A corpus of the shape of a wire service's year, as JSON Lines: stories of 2 to 8 reports among unrelated ones.

    python benchmarks/generate.py 100000 wire.jsonl [--truth planted.jsonl] [--seed 1]

The reports of a story tell the same facts in other words (synonyms, another order of clauses, ascribed or not), now and
then with another figure, day or spelling, and each has sentences of its own. The vocabulary grows with the corpus. Size
is in sentences; a million of them are a year at 400 reports a day. The same seed gives the same bytes. With ``--truth``
a line for each report says where its sentences stand and which facts each of them tells.
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack
from pathlib import Path

from wire.service import Service, Written, reports


def truth_of(written: Written) -> dict[str, object]:
    """What was planted in a report: start, end and facts of each sentence."""
    return {"id": written.id, "sentences": [[one.start, one.end, *one.facts] for one in written.sentences]}


def write(corpus: Path, sentences: int, service: Service, truth: Path | None = None) -> tuple[int, int]:
    """Writes a corpus, and what was planted in it; how many reports and sentences it has."""
    counted = told = 0
    with ExitStack() as files:
        out = files.enter_context(corpus.open("w", encoding="utf-8"))
        facts = files.enter_context(truth.open("w", encoding="utf-8")) if truth else None
        for written in reports(service, sentences):
            out.write(json.dumps(written.record, ensure_ascii=False) + "\n")
            if facts:
                facts.write(json.dumps(truth_of(written)) + "\n")
            counted, told = counted + 1, told + len(written.sentences)
    return counted, told


def main() -> None:
    """Write the corpus."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sentences", type=int)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--truth", type=Path, help="where to write what was planted")
    parser.add_argument("--seed", type=int, default=Service().seed)
    parser.add_argument("--per-day", type=float, default=Service().per_day, help="reports a day")
    parser.add_argument("--in-stories", type=float, default=Service().in_stories, help="share of reports, 0..1")
    given = parser.parse_args()
    service = Service(seed=given.seed, per_day=given.per_day, in_stories=given.in_stories)
    counted, told = write(given.corpus, given.sentences, service, given.truth)
    print(f"{counted:,} reports, {told:,} sentences", file=sys.stderr)


if __name__ == "__main__":
    main()
