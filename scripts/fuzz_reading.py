"""Feed broken files to all readers, and look for any exception that is not ours.

    python scripts/fuzz_reading.py --runs 100000 --seed 1

The corpus of tests/reading is mutated at random, reproducibly by the seed; with ``--atheris`` (and atheris installed)
its coverage-guided engine chooses the inputs. Each input is read, cleaned and split into sentences. The script prints
how many inputs gave reports and problems, and ends with the input that failed, if any.
"""

from __future__ import annotations

import argparse
import importlib
import io
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

if "--atheris" in sys.argv:
    import atheris

    # What is to be watched has to be imported under its eyes, and before anything else imports it.
    with atheris.instrument_imports(include=["claimcompare"]):
        for module in ("reading", "reading.html", "reading.mail", "cleaning", "sentences"):
            importlib.import_module(f"claimcompare.{module}")

from claimcompare.cleaning import blocks_of
from claimcompare.errors import ClaimCompareError
from claimcompare.reading.formats import reports_in
from claimcompare.reading.limits import ReadLimits
from claimcompare.reading.opening import Budget, pages_in
from claimcompare.records import Report
from claimcompare.sentences import sentences_of

CORPUS = Path(__file__).parents[1] / "tests" / "reading" / "corpus"
LIMITS = ReadLimits(max_unpacked_bytes=1_000_000, max_files=20, max_reports=200)
SUFFIXES = (".txt", ".txt", ".md", ".html", ".json", ".jsonl", ".csv", ".tsv", ".eml", ".gz", ".zip", "")
PIECES = (
    *(b"\n\n", b"\r\n", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b", b"PK\x03\x04", b'{"text":', b"[[[[", b'"'),
    *(b",,,", b"<p>", b"</article>", b"<!doctype html>", b"From: a\nSubject: b\nDate: c\n\n", b"---\ntitle: x\n---\n"),
    *(b"\xe2\x80\x9c", b"\xc2\xad", b"1. a 2. b ", b". ", b"...", b"Mr. ", b"(AP) -- ", b"=?utf-8?q?=ff?=", b"\\ud800"),
    *(b"1e999", b"NaN", b"9" * 5000, b"Aug 99, 2021", b"2021-13-45", b"\xed\xa0\x80", b"[x](http://y)", b"A" * 300),
    *(b"\t" * 50, b"&#1114112;"),
)


def read_bytes(name: str, data: bytes) -> tuple[int, int]:
    """How many reports and problems a file of this name and content gives; the whole way to its sentences."""
    budget = Budget(LIMITS)
    items: list[object] = []
    try:
        for page in pages_in(name, io.BytesIO(data), len(data), budget):
            items.extend(reports_in(page, budget, {}))
    except ClaimCompareError:
        return 0, 1
    reports = [item for item in items if isinstance(item, Report)]
    blocks = blocks_of(reports)
    for report in reports:
        for sentence in sentences_of(report, [block for block in blocks if block.report == report.id]):
            assert sentence.span.of(report.text).strip()  # noqa: S101 - what is looked for
    return len(reports), len(items) - len(reports)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """``data`` with a few bytes, pieces or stretches changed."""
    changed = bytearray(data[: chance.choice((100, 1_000, 4_000))])
    for _ in range(chance.randint(0, 6)):
        at = chance.randint(0, len(changed))
        end = min(len(changed), at + chance.choice((1, 1, 3, 40, 400)))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at:at] = chance.choice(PIECES)
        elif kind == 1:
            changed[at:end] = chance.randbytes(end - at)
        elif kind == 2:  # noqa: PLR2004 - the third of four kinds
            del changed[at:end]
        else:
            changed[at:at] = changed[at:end] * chance.randint(1, 5)
    return bytes(changed)


def fuzz(runs: int, seed: int) -> Counter[str]:
    """Read ``runs`` mutated files; an exception that is not ours is raised with its input beside it."""
    chance = random.Random(seed)
    files = [path.read_bytes() for path in sorted(CORPUS.iterdir()) if path.name != "expected.json"]
    told: Counter[str] = Counter()
    for run in range(runs):
        name, data = f"x{chance.choice(SUFFIXES)}", mutated(chance.choice(files), chance)
        try:
            reports, problems = read_bytes(name, data)
        except Exception:
            sys.stderr.write(f"run {run}: {name} {data!r}\n")
            raise
        told["inputs"] += 1
        told["with reports"] += bool(reports)
        told["with problems"] += bool(problems)
    return told


def fuzz_with_atheris(runs: int) -> None:
    """The same under atheris, which ends the process itself."""

    def one(data: bytes) -> None:
        read_bytes(f"x{SUFFIXES[data[0] % len(SUFFIXES)]}" if data else "x", data[1:])

    # The engine adds what it finds to the first folder, and that is not to be ours.
    with tempfile.TemporaryDirectory() as found:
        atheris.Setup([sys.argv[0], f"-runs={runs}", "-print_final_stats=1", found, str(CORPUS)], one)
        atheris.Fuzz()


def main() -> None:
    """Read the options, fuzz, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true")
    options = parser.parse_args()
    if options.atheris:
        fuzz_with_atheris(options.runs)
        return
    start = time.perf_counter()
    told = fuzz(options.runs, options.seed)
    print(", ".join(f"{count:,} {name}" for name, count in told.items()), f"in {time.perf_counter() - start:.0f} s")


if __name__ == "__main__":
    main()
