"""How many planted contradictions are told as conflicts, and how many conflicts are told that nobody planted.

    python benchmarks/contradictions.py              # two tables: stories that were read, and held-out ones
    python benchmarks/contradictions.py --missed     # and each one missed in the stories that were read

The stories and what was planted in them are in ``planted/``. A contradiction is found where a conflict has two of its
readings as readings that contradict each other. What is missed stands as another difference, or in one cluster with no
difference of it, or in sentences that no cluster has together.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from claimcompare import Cluster, Comparison, Difference, compare, read_reports

FOLDER = Path(__file__).parent / "planted"
STANDINGS = ("conflict", "other difference", "one cluster", "no cluster")


class Place(NamedTuple):
    """Words of a report."""

    report: str
    start: int
    end: int

    def meets(self, other: Place) -> bool:
        """Whether the two have a character in common."""
        return self.report == other.report and self.start < other.end and other.start < self.end


class Told(NamedTuple):
    """A difference of a cluster, with the places of each of its readings."""

    difference: Difference
    readings: list[list[Place]]


class Story(NamedTuple):
    """A story with planted contradictions, compared."""

    name: str
    planted: Mapping[str, Any]
    comparison: Comparison


def stories() -> Iterator[Story]:
    """Every story, by name."""
    for folder in sorted(path.parent for path in FOLDER.glob("*/planted.json")):
        planted = json.loads((folder / "planted.json").read_text(encoding="utf-8"))
        reports = read_reports(sorted(folder.glob("*.txt")))
        yield Story(folder.name, planted, compare(reports))


def places_of(story: Story, planted: Mapping[str, Any]) -> list[Place]:
    """Where the readings of something planted are.

    Raises:
        ValueError: a reading is not in its report.
    """
    texts = {Path(report.path or report.id).stem: report for report in story.comparison.reports}
    places = []
    for reading in planted["readings"]:
        report = texts[reading["report"]]
        start = report.text.index(reading["text"])
        places.append(Place(report.id, start, start + len(reading["text"])))
    return places


def told_in(comparison: Comparison) -> list[Told]:
    """The differences of all clusters."""
    return [
        Told(difference, [_places(cluster, reading.mentions) for reading in difference.readings])
        for cluster in comparison.clusters
        for difference in cluster.differences
    ]


def _places(cluster: Cluster, mentions: Sequence[Any]) -> list[Place]:
    report_of = {claim.id: claim.report for claim in cluster.claims}
    return [Place(report_of[one.claim], one.span.start, one.span.end) for one in mentions]


def has(told: Told, places: Sequence[Place], *, as_conflict: bool) -> bool:
    """Whether two readings of the difference, which contradict each other if so asked, are two of these places."""
    covered = [
        {at for at, place in enumerate(places) for own in reading if own.meets(place)} for reading in told.readings
    ]
    pairs = told.difference.contradictions if as_conflict else combinations(range(len(covered)), 2)
    return any(one and other and one != other for one, other in ((covered[i], covered[j]) for i, j in pairs))


def standing(story: Story, told: Sequence[Told], places: Sequence[Place]) -> str:
    """What became of a planted contradiction: one of ``STANDINGS``."""
    if any(has(one, places, as_conflict=True) for one in told):
        return "conflict"
    if any(has(one, places, as_conflict=False) for one in told):
        return "other difference"
    for cluster in story.comparison.clusters:
        claims = [Place(claim.report, claim.span.start, claim.span.end) for claim in cluster.claims]
        if sum(any(claim.meets(place) for claim in claims) for place in places) > 1:
            return "one cluster"
    return "no cluster"


def counted(chosen: Sequence[Story]) -> tuple[dict[str, Counter[str]], Counter[str], list[str]]:
    """For each kind how the contradictions stand, then how the told conflicts stand, then what was missed."""
    by_kind: dict[str, Counter[str]] = {}
    conflicts: Counter[str] = Counter()
    missed = []
    for story in chosen:
        told = told_in(story.comparison)
        planted = [(one, places_of(story, one)) for one in story.planted["contradictions"]]
        traps = [places_of(story, one) for one in story.planted["traps"]]
        for one, places in planted:
            found = standing(story, told, places)
            by_kind.setdefault(one["kind"], Counter())[found] += 1
            if found != "conflict":
                missed.append(f"{story.name}: {one['kind']}, {found}: {one['what']}")
        for each in told:
            if each.difference.severity != "conflict":
                continue
            right = any(has(each, places, as_conflict=True) for _, places in planted)
            trap = any(has(each, places, as_conflict=True) for places in traps)
            conflicts["right" if right else "of a trap" if trap else "of something else"] += 1
    return by_kind, conflicts, missed


def table(chosen: Sequence[Story]) -> Iterator[str]:
    """The figures of some stories as lines."""
    by_kind, conflicts, _ = counted(chosen)
    yield f"{'':12s}{'planted':>9s}" + "".join(f"{name:>18s}" for name in STANDINGS)
    every = sum(by_kind.values(), Counter())
    for kind, found in (*sorted(by_kind.items()), ("together", every)):
        yield f"{kind:12s}{found.total():9d}" + "".join(f"{found[name]:18d}" for name in STANDINGS)
    said = ", ".join(f"{conflicts[name]} {name}" for name in ("right", "of a trap", "of something else"))
    yield f"conflicts told: {conflicts.total()}: {said}"


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--missed", action="store_true", help="list what was missed in the stories that were read")
    missed = parser.parse_args().missed
    every = list(stories())
    for name, held_out in (("read", False), ("held out", True)):
        chosen = [story for story in every if story.planted["held_out"] == held_out]
        print(f"\n{len(chosen)} stories, {name}", *table(chosen), sep="\n")
        if missed and not held_out:
            print(*counted(chosen)[2], sep="\n")


if __name__ == "__main__":
    main()
