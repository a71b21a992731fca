"""The five reports of our own: the command's output as a newcomer sees it first."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

import pytest

BY_FORCE = r"recogni[sz].*\bforce\b|\bforce\b.*recogni[sz]"
JOINT = "joint international response"


@pytest.fixture(scope="module")
def own(seeds: Path, told: Callable[..., Any]) -> Any:
    return told(seeds)


def test_five_reports_are_compared_and_their_page_of_explanation_is_not(own: Any) -> None:
    assert [report["id"] for report in own.data["reports"]] == ["001", "002", "003", "004", "005"]


def test_their_main_claims_are_found_in_several(own: Any) -> None:
    assert own.holding({"002": BY_FORCE, "004": BY_FORCE, "005": BY_FORCE})
    assert own.holding({"002": JOINT, "004": JOINT, "005": JOINT})


def test_their_disagreements_are_found(own: Any) -> None:
    capitals = own.differences(own.holding({"002": r"\bfive\b", "005": r"\bsixth\b"}), "number", "five", "sixth")
    assert [difference["severity"] for difference in capitals] == ["conflict"]
    withdrawal = own.holding({"003": "September 11 of 2021"})
    days = own.differences(withdrawal, "date", "September 11", r"Aug(ust|\.) 31")
    assert "conflict" in [difference["severity"] for difference in days]
    country = own.holding({"002": "their country to defend", "005": "to defend their country"})
    assert own.differences(country, "quotation", "It is their country", "Now they have to defend")


def test_their_furniture_is_left_out(own: Any) -> None:
    furniture = r"\[ad_|Source link|Views|#DailyBulletin|Leave a reply|Stay tuned|contributed to|kidnapping claims"
    assert not [claim["text"] for claim in own.data["claims"] if re.search(furniture, claim["text"])]


def test_each_has_the_length_that_was_asked_for(seeds: Path) -> None:
    lengths = [len(path.read_text(encoding="utf-8").split()) for path in sorted(seeds.glob("*.txt"))]
    assert len(lengths) == 5
    assert all(250 <= length <= 450 for length in lengths)


def test_no_sentence_is_carried_over_from_the_originals(seeds: Path, shared: Path) -> None:
    """Runs of nine words and more that stand in an original too; eight may be a quotation of truly spoken words."""

    def runs(folder: Path, size: int = 9) -> set[tuple[str, ...]]:
        found: set[tuple[str, ...]] = set()
        for path in folder.glob("*.txt"):
            words = re.findall(r"[^\W_]+", path.read_text(encoding="utf-8").casefold())
            found |= {tuple(words[at : at + size]) for at in range(len(words) - size + 1)}
        return found

    assert not runs(seeds) & runs(shared / "seeds")


def test_the_text_output_says_first_what_was_compared_and_found(
    seeds: Path, run: Callable[..., CompletedProcess[bytes]]
) -> None:
    done = run(seeds)
    assert done.returncode == 0
    assert [line for line in done.stderr.decode().splitlines() if "README.md" not in line] == []
    first = done.stdout.decode().lstrip().splitlines()[0]
    assert "5 reports" in first
    assert b"\x1b" not in done.stdout
