"""The five published originals, as the installed command compares them. Clusters are found by a few of their words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BY_FORCE = r"recogni[sz].*\bforce\b|\bforce\b.*recogni[sz]"


@pytest.fixture(scope="module")
def originals(shared: Path, told: Callable[..., Any]) -> Any:
    return told(shared / "seeds")


def test_a_government_imposed_by_force_is_not_recognised(originals: Any) -> None:
    assert originals.holding({"001": BY_FORCE, "003": BY_FORCE, "004": BY_FORCE})


def test_a_joint_international_response(originals: Any) -> None:
    words = "joint international response"
    assert originals.holding({"001": words, "003": words, "004": words})


def test_what_the_spokesman_said_of_their_fight_or_struggle(originals: Any) -> None:
    clusters = originals.holding({"001": r"their fight\b", "004": r"their struggle\b"})
    assert originals.differences(clusters, "quotation", r"\bfight\b", r"\bstruggle\b")


def test_five_provincial_capitals_against_the_sixth(originals: Any) -> None:
    clusters = originals.holding({"001": r"\bfive\b", "004": r"\bsixth\b"})
    found = originals.differences(clusters, "number", r"\bfive\b", r"\bsixth\b")
    assert [difference["severity"] for difference in found] == ["conflict"]


def test_the_day_of_the_withdrawal(originals: Any) -> None:
    september, august = r"\bSeptember 11\b", r"\bAug(ust|\.) 31\b"
    clusters = [
        cluster
        for other in ("000", "001", "003", "004")
        for cluster in originals.holding({"002": r"\bSeptember 11 of 2021\b", other: august})
    ]
    found = originals.differences(clusters, "date", september, august)
    assert "conflict" in [difference["severity"] for difference in found]


@pytest.mark.parametrize(
    "furniture",
    [
        "[ad_1]",
        "[ad_2]",
        "Source link",
        "Views",
        "#Baaghi",
        "Leave a reply",
        "Stay tuned",
        "___",
        "contributed to this report",
        "reported from Islamabad",
        "COAS",
        "kidnapping claims",
    ],
)
def test_no_furniture_stands_in_any_claim(originals: Any, furniture: str) -> None:
    assert not [claim["text"] for claim in originals.data["claims"] if furniture in claim["text"]]


def test_no_claim_is_a_bare_number(originals: Any) -> None:
    assert not [claim["text"] for claim in originals.data["claims"] if not any(map(str.isalpha, claim["text"]))]


def test_the_headlines_are_known_as_such(originals: Any) -> None:
    headlines = {claim["report"][:3] for claim in originals.data["claims"] if claim["headline"]}
    assert {"002", "004"} <= headlines


def test_every_report_is_an_origin_of_its_own(originals: Any) -> None:
    assert all(len(origin["reports"]) == 1 for origin in originals.data["origins"])
