"""The annotated stories: those beside the project, and the project's own annotations put together with their texts.

    python benchmarks/annotated.py ../shared/data FOLDER    # own stories as folders that the scorer reads

Each story is a pair of objects as in the folders of ``stories``: ``story`` (reports with their texts) and ``gold``
(sentences, pairs that are the same claim or arguable, differences).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

from attrs import frozen

from claimcompare import read_reports

OWN = Path(__file__).parent / "annotations" / "stories.jsonl"
_SMALL = {"the", "a", "an", "of", "to", "in", "on", "and", "for"}

Key = tuple[str, str]
Gold = dict[str, Any]


@frozen(kw_only=True)
class Annotated:
    """One story.

    Attributes:
        story: its reports, each with ``id`` and ``text``.
        gold: sentences, ``core`` and ``ignore`` pairs, ``differences`` that both readings note, all that are ``noted``,
            and the ``clusters`` of each reading.
        own: whether the project annotated it; ``brief``: whether its reports are short ones, those of ECB+.
        held_out: whether no rule was written by its mistakes.
    """

    name: str
    story: dict[str, Any]
    gold: Gold
    own: bool = False
    brief: bool = False
    held_out: bool = False


def annotated_stories(data: Path) -> Iterator[Annotated]:
    """Those of ``data/stories``, and then the project's own."""
    for folder in sorted(path for path in (data / "stories").iterdir() if (path / "gold.json").exists()):
        story, gold = (json.loads((folder / f"{part}.json").read_text(encoding="utf-8")) for part in ("story", "gold"))
        yield Annotated(name=folder.name, story=story, gold=gold)
    yield from own_stories(data)


def own_stories(data: Path) -> Iterator[Annotated]:
    """The project's own annotations with their texts."""
    events = {doc["doc"]: [one["text"] for one in doc["sentences"]] for doc in _rows(data / "events" / "docs.jsonl")}
    for number, row in enumerate(_rows(OWN)):
        reports, sentences = _event(row, events) if row["from"] == "events" else _files(row, data / row["from"])
        for report in reports:
            digest = hashlib.sha256(report["text"].encode()).hexdigest()
            if not digest.startswith(row["reports"][report["id"]]["sha256"]):
                raise ValueError(f"{row['story']}: the text of report {report['id']} is not the one that was annotated")
        gold = gold_of(row["claims"], reports, sentences)
        story = {"id": row["story"], "reports": reports}
        yield Annotated(
            name=row["story"],
            story=story,
            gold=gold,
            own=True,
            brief=row["from"] == "events",
            held_out=number % 2 == 1,
        )


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


Texts = tuple[list[dict[str, Any]], list[dict[str, Any]]]


def _event(row: Mapping[str, Any], documents: Mapping[str, Sequence[str]]) -> Texts:
    """The reports of a story of ECB+, a paragraph a sentence, and where its sentences stand."""
    reports, sentences = [], []
    for report, known in row["reports"].items():
        at = 0
        for number, text in enumerate(documents[known["name"]], start=1):
            sentences.append({"id": f"{report}{number}", "report": report, "start": at, "end": at + len(text)})
            at += len(text) + 2
        reports.append({"id": report, "text": "\n\n".join(documents[known["name"]])})
    return reports, sentences


def _files(row: Mapping[str, Any], folder: Path) -> Texts:
    reports = [
        {"id": report, "text": read_reports([folder / known["name"]])[0].text}
        for report, known in row["reports"].items()
    ]
    sentences = [
        {"id": name, "report": name[0], "start": start, "end": end} for name, (start, end) in row["sentences"].items()
    ]
    return reports, sentences


# ---------------------------------------------------------------- two readings → what both say


def gold_of(
    claims: Sequence[Sequence[dict[str, Any]]], reports: Sequence[dict[str, Any]], sentences: list[dict[str, Any]]
) -> Gold:
    """What both readings say, and what one of them does."""
    texts = {report["id"]: report["text"] for report in reports}
    words = {one["id"]: texts[one["report"]][one["start"] : one["end"]] for one in sentences}
    readings = [[_with_words(claim, words) for claim in own] for own in claims]
    cores = [_pairs(claim["members"] for claim in own if claim["strength"] == "core") for own in readings]
    arguable = [_pairs([*claim["members"], *claim["loose_members"]] for claim in own) for own in readings]
    core = cores[0] & cores[1]
    noted = [[one for claim in own for one in claim["differences"]] for own in readings]
    return {
        "sentences": sentences,
        "core": sorted(core),
        "ignore": sorted((arguable[0] | arguable[1]) - core),
        "differences": [one for one in noted[0] if any(_one(one, other) or _one(other, one) for other in noted[1])],
        "noted": [*noted[0], *noted[1]],
        "clusters": readings,
    }


def _with_words(claim: dict[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    differences = [
        {**one, "readings": [{"ids": reading["ids"], "text": _words(reading, words)} for reading in one["readings"]]}
        for one in claim.get("differences", ())
    ]
    return {**claim, "loose_members": claim["loose"], "differences": differences}


def _words(reading: Mapping[str, Any], words: Mapping[str, str]) -> str:
    if reading["at"] is None:
        return ""
    sentence, start, end = reading["at"]
    return words[sentence][start:end]


def _pairs(groups: Iterable[Sequence[str]]) -> set[Key]:
    """The pairs of sentences of different reports; the first letter of a sentence's name is its report."""
    return {(min(a, b), max(a, b)) for members in groups for a, b in combinations(members, 2) if a[0] != b[0]}


def _one(difference: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two readings note the same difference."""
    meeting = sum(any(_meet(here, there) for there in other["readings"]) for here in difference["readings"])
    return bool(difference["kind"] == other["kind"] and meeting > 1)


def _meet(here: Mapping[str, Any], there: Mapping[str, Any]) -> bool:
    if not set(here["ids"]) & set(there["ids"]):
        return False
    left, right = content(here["text"]), content(there["text"])
    return bool(left & right) or not (left or right)


def content(text: str) -> set[str]:
    """The words that two readings can share."""
    return set(re.findall(r"[^\W_]+", text.lower())) - _SMALL


# ---------------------------------------------------------------- for the scorer


def write_folders(stories: Iterable[Annotated], target: Path) -> None:
    """A folder a story, with ``story.json`` and ``gold.json``."""
    for one in stories:
        folder = target / one.name
        folder.mkdir(parents=True, exist_ok=True)
        for part, value in (("story", one.story), ("gold", one.gold)):
            (folder / f"{part}.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def main() -> None:
    """Write the project's own stories, those held out apart, in the shape that the scorer reads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    own = list(own_stories(given.data))
    write_folders([one for one in own if not one.held_out], given.target / "read")
    write_folders([one for one in own if one.held_out], given.target / "held_out")


if __name__ == "__main__":
    main()
