"""Side by side on one generated corpus: time, memory, and how much of what was planted is found."""

from __future__ import annotations

import json
import sys
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen
from generate import write
from wire.service import Service

from claimcompare import split_sentences
from scaling.command import Place, compared, pairs
from scaling.floor import texts_of
from scaling.peer import PEERS
from scaling.process import usage

SAMPLE = 2000  # sentences by which the speed of encoding is measured
Pair = tuple[int, int]


@frozen
class Sample:
    """The sentences of a generated corpus, by number, and which of them tell the same.

    Attributes:
        starts: of each report, where its sentences start.
        first: of each report, the number of its first sentence.
    """

    texts: list[str]
    reports: list[str]
    starts: dict[str, list[int]]
    first: dict[str, int]
    planted: frozenset[Pair]

    def number(self, place: Place) -> int:
        """The sentence in which the middle of a place lies."""
        report, start, end = place
        return self.first[report] + max(0, bisect_right(self.starts[report], (start + end) // 2) - 1)


def sample(corpus: Path, truth: Path) -> Sample:
    """The sentences of a corpus as they were planted."""
    texts: list[str] = []
    reports: list[str] = []
    starts: dict[str, list[int]] = {}
    first: dict[str, int] = {}
    tellers: defaultdict[str, list[int]] = defaultdict(list)
    with corpus.open(encoding="utf-8") as records, truth.open(encoding="utf-8") as known:
        for line, told in zip(records, known, strict=True):
            record, sentences = json.loads(line), json.loads(told)["sentences"]
            first[record["id"]] = len(texts)
            starts[record["id"]] = [start for start, *_ in sentences]
            for start, end, *facts in sentences:
                for fact in facts:
                    tellers[fact].append(len(texts))
                texts.append(record["text"][start:end])
                reports.append(record["id"])
    return Sample(texts, reports, starts, first, frozenset(_told_twice(tellers.values(), reports)))


def _told_twice(tellers: Iterable[list[int]], reports: list[str]) -> Iterator[Pair]:
    for told in tellers:
        for pair in combinations(told, 2):
            if reports[pair[0]] != reports[pair[1]]:
                yield pair


def peers(sentences: int, work: Path, encoder: str = sys.executable, names: Iterable[str] = PEERS) -> dict[str, Any]:
    """What each found of what was planted in a corpus of so many sentences, and what it took."""
    corpus, truth = work / "peers.jsonl", work / "peers.truth"
    write(corpus, sentences, Service(), truth)
    ready = sample(corpus, truth)
    used = compared(corpus, work / "peers.out")
    found = {tuple(sorted(ready.number(place) for place in pair)) for pair in pairs(work / "peers.out")}
    hits = len(found & ready.planted)
    ours = {
        "seconds": used.seconds,
        "peak": used.peak,
        "recall": hits / len(ready.planted),
        "precision": hits / max(1, len(found)),
        "threshold": None,
    }
    given = work / "sentences.json"
    given.write_text(json.dumps({"texts": ready.texts, "reports": ready.reports}), encoding="utf-8")
    rows = {name: _peer(name, given, work, ready, encoder) for name in names}
    return {"sentences": len(ready.texts), "planted": len(ready.planted), "rows": {"claimcompare": ours, **rows}}


def _peer(name: str, given: Path, work: Path, ready: Sample, encoder: str) -> dict[str, Any]:
    saved = work / f"{name}.npz"
    said = _run(name, given, saved, encoder)
    if "skipped" in said:
        return said
    return {**said, **_at_its_best(saved, ready)}


def _run(name: str, given: Path, saved: Path, encoder: str) -> dict[str, Any]:
    """What a peer says of itself, and its peak."""
    python = encoder if name in {"sentence-transformers", "encode"} else sys.executable
    told = given.with_suffix(f".{name}")
    with told.open("wb") as out:
        used = usage([python, "-m", "scaling.peer", name, given, saved], out)
    if used.status:
        return {"skipped": f"exit status {used.status}: {used.errors.strip().splitlines()[-1:]}"}
    return {**json.loads(told.read_text(encoding="utf-8").splitlines()[-1]), "peak": used.peak}


def _at_its_best(saved: Path, ready: Sample) -> Mapping[str, float]:
    """Recall and precision at the threshold that suits this peer best on this very corpus, known in hindsight."""
    import numpy as np  # noqa: PLC0415 - the other parts do without

    with np.load(saved) as found:
        order = np.argsort(-found["score"], kind="stable")
        scores = found["score"][order]
        keys = found["left"][order].astype(np.int64) * len(ready.texts) + found["right"][order]
    planted = np.array([left * len(ready.texts) + right for left, right in ready.planted])
    hits = np.cumsum(np.isin(keys, planted))
    last = np.append(np.diff(scores) != 0, True)  # a threshold takes all pairs of one score, or none
    f1 = np.where(last, 2 * hits / (np.arange(1, len(keys) + 1) + len(planted)), 0)
    best = int(np.argmax(f1))
    return {
        "recall": float(hits[best] / len(planted)),
        "precision": float(hits[best] / (best + 1)),
        "threshold": float(scores[best]),
    }


def encoding_rate(corpus: Path, work: Path, encoder: str) -> dict[str, Any]:
    """Sentences that all-MiniLM-L6-v2 encodes in a second, measured on a sample; or why that is not known."""
    chosen: list[str] = []
    for text in texts_of(corpus):
        chosen.extend(span.of(text) for span in split_sentences(text))
        if len(chosen) >= SAMPLE:
            break
    given = work / "encode.json"
    given.write_text(json.dumps({"texts": chosen[:SAMPLE]}), encoding="utf-8")
    said = _run("encode", given, work / "none", encoder)
    return said if "skipped" in said else {"rate": said["found"] / said["seconds"], "measured": said["found"]}
