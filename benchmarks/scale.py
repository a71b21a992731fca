"""Speed and scale on one machine: cold start, a corpus end to end, growth, peers, and a story inside a corpus.

    python benchmarks/scale.py all --write                    # everything, into docs/performance.md
    python benchmarks/scale.py growth --largest 100000        # one part; it is kept with the results of the others
    python benchmarks/scale.py page                           # the tables and the picture anew, from what is kept

Needs the extras ``scale`` and ``bench``. Every part runs one process after the other, and every figure is of a process
of its own. Results are kept in benchmarks/results/scale.json.
"""

from __future__ import annotations

import argparse
import contextlib
import datetime
import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import startup
from generate import write as generated
from scaling import page, picture
from scaling.growth import SIZES, exponent, growth
from scaling.peer import PEERS
from scaling.peers import peers
from scaling.planted import planted
from scaling.whole import corpus
from wire.service import Service

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
RESULTS = ROOT / "benchmarks" / "results" / "scale.json"
PAGE, PICTURE = ROOT / "docs" / "performance.md", ROOT / "docs" / "pictures" / "growth.svg"
REUTERS_SENTENCES = 133_000  # so that a generated corpus in its place has its size

Given = argparse.Namespace


def machine() -> dict[str, Any]:
    """What the figures were measured on, without saying whose it is."""
    return {
        "date": datetime.datetime.now(tz=datetime.UTC).date().isoformat(),
        "cores": len(os.sched_getaffinity(0)),
        "memory": os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        "system": platform.system(),
        "python": platform.python_version(),
        "version": version("claimcompare"),
    }


def whole_corpus(given: Given, work: Path) -> tuple[str, Path]:
    """Reuters, where it is, or else a generated corpus of its size; with its name."""
    found = given.corpus or SHARED / "data" / "scale" / "reuters.jsonl"
    if found.exists():
        return "Reuters-21578" if found.name == "reuters.jsonl" else found.stem, found.resolve()
    made = work / "generated.jsonl"
    if not made.exists():
        generated(made, REUTERS_SENTENCES, Service())
    return "a generated corpus", made


def measured_start(_: Given, __: Path) -> dict[str, float]:
    """Cold start and five reports."""
    with contextlib.chdir(ROOT):
        reports = os.path.relpath(startup.SEEDS)
        times = startup.measured(reports, runs=5)
        first, warm = startup.compare_times(reports)
    return {**times, "compare() alone, first call": first, "compare() alone, warm": warm}


def measured_corpus(given: Given, work: Path) -> dict[str, Any]:
    """A corpus end to end."""
    name, path = whole_corpus(given, work)
    return {"name": name, **corpus(path, work, given.encoder)}


def measured_growth(given: Given, work: Path) -> dict[str, Any]:
    """Ever larger corpora; what is known is printed at once, since the largest takes its time."""
    rows: list[dict[str, Any]] = []
    try:
        for row in growth(given.largest, given.stages_up_to, work):
            print(json.dumps(row), file=sys.stderr, flush=True)
            rows.append(row)
    except RuntimeError as error:
        if not rows:
            raise
        print(f"growth ends at {rows[-1]['sentences']:,} sentences: {error}", file=sys.stderr)
    return {"rows": rows, "exponent": exponent(rows)}


def measured_peers(given: Given, work: Path) -> dict[str, Any]:
    """What users would take instead."""
    return peers(given.sentences, work, given.encoder, given.peer or PEERS)


def measured_planted(given: Given, work: Path) -> dict[str, Any]:
    """A story inside the corpus."""
    story = given.story or SHARED / "seeds"
    if not story.exists():
        story = startup.SEEDS
    name, path = whole_corpus(given, work)
    return {"name": name, **planted(story.resolve(), path, work)}


PARTS: dict[str, Callable[[Given, Path], dict[str, Any]]] = {
    "start": measured_start,
    "corpus": measured_corpus,
    "growth": measured_growth,
    "peers": measured_peers,
    "planted": measured_planted,
}


def options() -> argparse.ArgumentParser:
    """What can be asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", choices=[*PARTS, "all", "page"])
    parser.add_argument("--write", action="store_true", help="put the tables and the picture into docs/")
    parser.add_argument("--results", type=Path, default=RESULTS, help="where results are kept")
    parser.add_argument("--work", type=Path, help="a folder for what is generated, and kept; otherwise a temporary one")
    parser.add_argument("--corpus", type=Path, help="JSON Lines to compare as a whole, instead of Reuters")
    parser.add_argument("--story", type=Path, help="a folder of reports to plant into the corpus")
    parser.add_argument("--largest", type=int, default=SIZES[-1], help="sentences of the largest corpus of growth")
    parser.add_argument("--stages-up-to", type=int, default=SIZES[-1], help="sentences up to which stages are timed")
    parser.add_argument("--sentences", type=int, default=20_000, help="of the corpus on which peers are compared")
    parser.add_argument("--peer", action="append", choices=list(PEERS), help="this peer only; may be repeated")
    parser.add_argument("--encoder", default=sys.executable, help="a Python that has sentence-transformers and a model")
    return parser


def measured(given: Given, work: Path) -> dict[str, Any]:
    """The results that are kept, with what was asked for measured anew."""
    known = json.loads(given.results.read_text(encoding="utf-8")) if given.results.exists() else {}
    parts = {"all": list(PARTS), "page": []}.get(given.part, [given.part])
    for name in parts:
        try:
            known |= {"machine": machine(), name: PARTS[name](given, work)}
        except RuntimeError as error:  # the other parts need not be lost
            print(f"{name} was not measured: {error}", file=sys.stderr)
            continue
        given.results.parent.mkdir(parents=True, exist_ok=True)
        given.results.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")
    return {name: found for name, found in known.items() if given.part in {"all", "page", name}}


def main() -> None:
    """Measure, keep and print; with ``--write`` also into docs/."""
    given = options().parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = given.work.resolve() if given.work else Path(temporary)
        work.mkdir(parents=True, exist_ok=True)
        results = measured(given, work)
    filled = page.tables(results)
    for name, shown in filled.items():
        print(f"## {name}\n\n{shown}\n")
    if given.write or given.part == "page":
        page.write(PAGE, filled)
        if "growth" in results:
            picture.draw(results["growth"], PICTURE)


if __name__ == "__main__":
    main()
