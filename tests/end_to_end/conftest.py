"""What the end-to-end tests share: the command's JSON, opened up so that a test reads like the sentence it checks."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen


@frozen(kw_only=True)
class Told:
    """The command's JSON with its ids looked up."""

    data: dict[str, Any]

    @property
    def claims(self) -> dict[str, dict[str, Any]]:
        return {claim["id"]: claim for claim in self.data["claims"]}

    @property
    def clusters(self) -> list[dict[str, Any]]:
        return list(self.data["clusters"])

    def versions(self, cluster: dict[str, Any]) -> Iterator[tuple[str, str]]:
        """The report and the words of every claim of the cluster."""
        return ((self.claims[id_]["report"], self.claims[id_]["text"]) for id_ in cluster["claims"])

    def holding(self, patterns: dict[str, str]) -> list[dict[str, Any]]:
        """The clusters in which each of these reports (by the start of its id) has a claim with these words."""
        return [
            cluster
            for cluster in self.clusters
            if all(
                any(report.startswith(start) and re.search(pattern, words) for report, words in self.versions(cluster))
                for start, pattern in patterns.items()
            )
        ]

    def readings(self, difference: dict[str, Any]) -> list[list[str]]:
        """For each reading, the words of its mentions."""
        sources = {report["id"]: report["text"] for report in self.data["reports"]}
        return [
            [
                sources[self.claims[mention["claim"]]["report"]][mention["start"] : mention["end"]]
                for mention in reading["mentions"]
            ]
            for reading in difference["readings"]
        ]

    def differences(self, clusters: list[dict[str, Any]], kind: str, *patterns: str) -> list[dict[str, Any]]:
        """The differences of this kind, in any of these clusters, that have readings for each of the patterns."""
        return [
            difference
            for cluster in clusters
            for difference in cluster["differences"]
            if difference["kind"] == kind and self._has(difference, patterns)
        ]

    def _has(self, difference: dict[str, Any], patterns: tuple[str, ...]) -> bool:
        readings = self.readings(difference)
        found = [{at for at, words in enumerate(readings) if re.search(p, " | ".join(words))} for p in patterns]
        return all(found) and len(set().union(*found)) >= len(patterns)


@pytest.fixture(scope="session")
def told(run: Callable[..., Any]) -> Callable[..., Told]:
    """What ``claimcompare --format json PATHS`` says."""

    def tell(*paths: Path) -> Told:
        done = run("--format", "json", *paths)
        assert done.returncode == 0, done.stderr.decode()
        return Told(data=json.loads(done.stdout))

    return tell


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """A folder with two small reports that share a claim."""
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text("The old bridge at Orvik was closed on Monday after cracks were found in it.\n")
    (folder / "b.txt").write_text("After cracks were found, the old bridge at Orvik was closed on Tuesday.\n")
    return folder
