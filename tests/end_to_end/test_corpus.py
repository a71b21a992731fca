"""A corpus on the command line: processes, streams, and what happens when something goes wrong."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from wire.service import Service, reports

from claimcompare import read_reports


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wire service's first days as JSON Lines."""
    path = tmp_path_factory.mktemp("wire") / "wire.jsonl"
    path.write_text("".join(json.dumps(one.record) + "\n" for one in reports(Service(), 500)), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["jsonl", "json", "text"])
def test_the_same_bytes_in_one_process_and_in_two(corpus: Path, run: Callable[..., Any], form: str) -> None:
    one, two = (run("--format", form, "--jobs", jobs, corpus) for jobs in ("1", "2"))
    assert one.returncode == two.returncode == 0, one.stderr + two.stderr
    assert one.stdout == two.stdout
    assert one.stdout


def test_what_is_streamed_is_what_the_whole_comparison_says(corpus: Path, run: Callable[..., Any]) -> None:
    head, *clusters = map(json.loads, run("--format", "jsonl", corpus).stdout.splitlines())
    whole = json.loads(run("--format", "json", corpus).stdout)
    claims = {claim["id"]: claim for claim in whole["claims"]}
    assert [report["id"] for report in head["reports"]] == [report["id"] for report in whole["reports"]]
    assert clusters == [{**one, "claims": [claims[id_] for id_ in one["claims"]]} for one in whole["clusters"]]
    assert len(clusters) > 10


def test_a_stream_can_be_narrowed(corpus: Path, run: Callable[..., Any]) -> None:
    _, *clusters = map(json.loads, run("--format", "jsonl", "--kind", "number", corpus).stdout.splitlines())
    assert {difference["kind"] for cluster in clusters for difference in cluster["differences"]} == {"number"}


def test_a_claim_is_found_in_a_corpus(corpus: Path, run: Callable[..., Any]) -> None:
    report = json.loads(corpus.read_text(encoding="utf-8").splitlines()[3])
    sought = report["text"].split("\n\n")[-1].split(". ")[0]
    found = json.loads(run("--format", "json", "--find", sought, corpus).stdout)["found"]
    assert found[0]["claim"]["report"] == report["id"]
    assert found[0]["score"] > 0.5


def test_a_report_without_a_sentence_is_named_and_the_others_are_compared(
    corpus: Path, run: Callable[..., Any], tmp_path: Path
) -> None:
    with_empty = tmp_path / "with-empty.jsonl"
    with_empty.write_text(corpus.read_text(encoding="utf-8") + '{"id": "dashes", "text": "-- ** --"}\n')
    done = run("--format", "jsonl", with_empty)
    assert done.returncode == 0
    (named,) = [line for line in done.stderr.splitlines() if b"no sentence was found" in line]
    assert b"dashes" in named
    assert len(done.stdout.splitlines()) > 10


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the worker processes in /proc")
class TestStopped:
    """What a process that ends before its time leaves behind."""

    def test_a_killed_worker_gives_one_line_and_no_file(self, corpus: Path, tmp_path: Path) -> None:
        process = started(large(corpus, tmp_path), tmp_path / "out.jsonl")
        os.kill(a_worker_of(process.pid), signal.SIGKILL)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 1
        assert len(errors.splitlines()) == 1
        assert "worker process was killed" in errors
        assert left_in(tmp_path) == {"large.jsonl"}

    @pytest.mark.usefixtures("interruptible")
    def test_ctrl_c_ends_the_workers_and_leaves_no_file(self, corpus: Path, tmp_path: Path) -> None:
        process = started(large(corpus, tmp_path), tmp_path / "out.jsonl")
        worker = a_worker_of(process.pid)
        os.kill(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)
        assert process.returncode == 130
        assert errors.strip() == "claimcompare: interrupted"
        assert not Path(f"/proc/{worker}").exists()
        assert left_in(tmp_path) == {"large.jsonl"}

    def test_a_file_that_was_there_is_kept(self, corpus: Path, tmp_path: Path) -> None:
        (tmp_path / "out.jsonl").write_text("what was there")
        process = started(large(corpus, tmp_path), tmp_path / "out.jsonl")
        os.kill(a_worker_of(process.pid), signal.SIGKILL)
        process.communicate(timeout=60)
        assert (tmp_path / "out.jsonl").read_text() == "what was there"


def large(corpus: Path, folder: Path) -> Path:
    """A corpus that takes a while: every report several times."""
    path = folder / "large.jsonl"
    records = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    copies = ({**one, "id": f"{one['id']}-{time}", "title": f"{time}"} for time in range(8) for one in records)
    path.write_text("".join(json.dumps(one) + "\n" for one in copies), encoding="utf-8")
    return path


def started(corpus: Path, output: Path) -> subprocess.Popen[str]:
    command: list[str | Path] = [sys.executable, "-m", "claimcompare", corpus, "--jobs", "2", "-o", output]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True)


def a_worker_of(process: int) -> int:
    """A worker, as soon as there is one: a child that was spawned to work, and no tracker of resources."""
    for _ in range(600):
        for child in map(int, Path(f"/proc/{process}/task/{process}/children").read_text().split()):
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
        time.sleep(0.1)
    raise AssertionError("no worker was started")


def left_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_originals_have_inside_a_corpus_the_claims_that_they_have_alone(
    shared: Path, corpus: Path, run: Callable[..., Any]
) -> None:
    ids = {report.id for report in read_reports(shared / "seeds")}
    alone = sentence_pairs(run("--format", "jsonl", shared / "seeds").stdout, ids)
    among = sentence_pairs(run("--format", "jsonl", shared / "seeds", corpus).stdout, ids)
    assert len(alone & among) >= 0.9 * len(alone)


def sentence_pairs(lines: bytes, ids: set[str]) -> set[frozenset[tuple[str, int]]]:
    """The pairs of sentences of these reports that stand in one cluster."""
    found = set()
    for line in lines.splitlines()[1:]:
        places = [(claim["report"], claim["sentence"]["start"]) for claim in json.loads(line)["claims"]]
        own = sorted({place for place in places if place[0] in ids})
        found |= {frozenset((one, other)) for at, one in enumerate(own) for other in own[at + 1 :]}
    return found


def test_reports_of_two_stories_are_said_to_be_and_sorted_when_asked(run: Callable[..., Any], tmp_path: Path) -> None:
    sale = "The brewery Hollin & Sons was sold to the Danish group Fjordal for 90 million pounds on Friday."
    storm = "Storm Edda cut off the island of Scarva, where winds tore roofs from the sheds in the fishing harbour."
    for number in range(3):
        (tmp_path / f"sale{number}.txt").write_text(f"{sale}\nThat makes {number} breweries.")
        (tmp_path / f"storm{number}.txt").write_text(f"{storm}\nThat makes {number} storms.")
    whole = run(tmp_path)
    assert "6 reports seem to tell 2 stories" in whole.stderr.decode()
    assert whole.returncode == 0
    apart = run("--stories-from", "2", "--format", "jsonl", tmp_path)
    assert apart.stderr == b""
    _, *clusters = map(json.loads, apart.stdout.splitlines())
    assert len(clusters) >= 2
    assert all(len({claim["report"][:4] for claim in cluster["claims"]}) == 1 for cluster in clusters)
