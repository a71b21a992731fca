"""Word lists and weights are read once and shared, so nobody may change them."""

from __future__ import annotations

import pytest

from claimcompare import lexicons
from claimcompare.differences.negation.outcomephrases import start_of
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem


def test_a_threshold_cannot_be_changed_for_everybody() -> None:
    for mapping in (lexicons.parameters("clusters"), lexicons.parameters("differences")["forms"]):
        with pytest.raises(TypeError, match="does not support item assignment"):
            mapping["least_mean"] = 9  # type: ignore[index]  # that is the point


def test_every_data_file_says_where_it_comes_from() -> None:
    """At its head in words, or in JSON under ``about``."""
    for file in lexicons._FOLDER.iterdir():
        if file.name.endswith((".txt", ".tsv")) and "LICENSE" not in file.name:
            first = file.read_text(encoding="utf-8").splitlines()[0]
            assert first.startswith("# "), file.name
            assert len(first) > 20, file.name
        elif file.name.endswith(".json"):
            assert len("".join(lexicons.parameters(file.name.removesuffix(".json"))["about"])) > 40, file.name


def test_phrases_of_outcomes_start_as_their_bases_do() -> None:
    """Otherwise they are not looked for where their words are."""
    for *_, phrases in lexicons.table("outcomes"):
        for phrase in phrases.split(", "):
            first = phrase.split()[0]
            assert start_of(base(stem(first))) == start_of(first), phrase
