"""The same reports give the same answer: in every run, with every hash seed, in whatever order they are named."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest


@pytest.mark.parametrize("form", ["text", "json", "csv", "markdown", "html"])
def test_the_same_bytes_with_every_hash_seed(seeds: Path, run: Callable[..., Any], form: str) -> None:
    outputs = {run("--format", form, seeds, seed=seed).stdout for seed in ("0", "1", "4242", "random")}
    assert len(outputs) == 1
    assert outputs != {b""}


def test_the_published_originals_too(shared: Path, run: Callable[..., Any]) -> None:
    outputs = {run("--format", "json", shared / "seeds", seed=seed).stdout for seed in ("0", "1", "random")}
    assert len(outputs) == 1
    assert outputs != {b""}


def test_the_order_of_the_files_changes_nothing(seeds: Path, run: Callable[..., Any]) -> None:
    files = sorted(seeds.glob("*.txt"))
    orders = [files, files[::-1], [files[2], files[0], files[4], files[1], files[3]]]
    outputs = [run("--format", "json", *order).stdout for order in orders]
    assert all(output == outputs[0] for output in outputs)
    assert len(json.loads(outputs[0])["reports"]) == 5


def test_the_locale_and_the_width_of_nothing_change_the_json(seeds: Path, run: Callable[..., Any]) -> None:
    usual = run("--format", "json", seeds).stdout
    assert run("--format", "json", seeds, LC_ALL="C", LANG="C", TZ="Asia/Kathmandu", COLUMNS="31").stdout == usual
