"""Word lists and weights are read once and shared, so nobody may change them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import get_args

import pytest
from attrs import fields

from claimcompare import lexicons
from claimcompare.differences.negation.outcometable import Entry, Role, start_of
from claimcompare.lexicons.relations import base
from claimcompare.text.stemming import stem

FOLDER = Path(lexicons.__file__).parent
FILES = sorted(file for file in FOLDER.rglob("*.*") if file.suffix in {".txt", ".tsv", ".json"})


def test_a_threshold_cannot_be_changed_for_everybody() -> None:
    for mapping in (lexicons.parameters("clusters"), lexicons.parameters("differences")["forms"]):
        with pytest.raises(TypeError, match="does not support item assignment"):
            mapping["least_mean"] = 9  # type: ignore[index]  # that is the point


# Made by a script, written or curated here, all of their kind, or from somewhere.
SOURCE = re.compile(r"scripts/\w+\.py|\b(?:written|curated) for this project|\bclosed class|\bsource:", re.IGNORECASE)


@pytest.mark.parametrize("file", [file for file in FILES if file.suffix != ".json" and "LICENSE" not in file.name])
def test_every_list_says_at_its_head_where_it_comes_from(file: Path) -> None:
    lines = takewhile(lambda line: line.startswith("#"), file.read_text(encoding="utf-8").splitlines())
    head = " ".join(line.removeprefix("#").strip() for line in lines)
    assert SOURCE.search(head), head


@pytest.mark.parametrize("file", [file for file in FILES if file.suffix == ".json"])
def test_every_object_says_what_it_holds(file: Path) -> None:
    assert len("".join(lexicons.parameters(file.stem)["about"])) > 40


def test_no_two_data_files_have_one_name() -> None:
    """They are asked for by their names, whatever their folder."""
    names = [file.name for file in FILES]
    assert len(names) > 200
    assert len(names) == len(set(names))


@cache
def code_of_parts() -> dict[str, str]:
    """The source of each part of the package: a stage, whether a module or a folder, and so on."""
    code: dict[str, str] = {}
    for module in FOLDER.parent.rglob("*.py"):
        part = module.relative_to(FOLDER.parent).parts[0].removesuffix(".py")
        code[part] = code.get(part, "") + module.read_text(encoding="utf-8")
    return code


def test_a_data_file_lies_with_the_part_that_alone_asks_for_it() -> None:
    calls = re.compile(r"\b(?:words|ordered|table|sorts|phrases|cells|rows|parameters)\(([^()]*)\)")
    asked = {
        part: {name for call in calls.findall(text) for name in re.findall(r'"(\w+)"', call)}
        for part, text in code_of_parts().items()
    }
    for file in FILES:
        part = file.parent.name
        if file.parent != FOLDER:
            assert f'"{file.stem}"' in code_of_parts()[part], f"{file.name} is in {part}, which does not ask for it"
            others = [other for other, names in asked.items() if file.stem in names and other != part]
            assert not others, f"{file.name} is in {part}, and {others} ask for it too"


def test_a_data_file_in_no_folder_is_asked_for_by_several_parts_or_by_a_module_beside_it() -> None:
    for file in FILES:
        if file.parent == FOLDER and "LICENSE" not in file.name:
            asking = [part for part, text in code_of_parts().items() if f'"{file.stem}"' in text]
            assert "lexicons" in asking or len(asking) > 1, f"{file.name} belongs in the folder of {asking}"


@pytest.mark.parametrize(
    ("script", "names"),
    {
        "build_relations": ["relations.tsv", "relations_forms.tsv", "relations_phrases.tsv"],
        "common_words": ["common_words.txt"],
        "count_stems": ["stem_frequencies.tsv"],
        "learn_small_words": ["words_in_small_letters.txt"],
        "person_nouns": ["person_nouns.txt"],
    }.items(),
)
def test_a_data_file_has_the_head_that_its_script_writes(script: str, names: list[str]) -> None:
    source = (Path(__file__).parents[1] / "scripts" / f"{script}.py").read_text(encoding="utf-8")
    for name in names:
        lines = (FOLDER / name).read_text(encoding="utf-8").splitlines(keepends=True)
        assert "".join(takewhile(lambda line: line.startswith("#"), lines)) in source, name


def test_phrases_of_outcomes_start_as_their_bases_do() -> None:
    """Otherwise they are not looked for where their words are."""
    for *_, phrases in lexicons.table("outcomes"):
        for phrase in phrases.split(", "):
            first = phrase.split()[0]
            assert start_of(base(stem(first))) == start_of(first), phrase


def test_outcomes_have_known_poles_roles_and_traits() -> None:
    """A trait with a slip of the pen would be none."""
    traits = {field.name for field in fields(Entry) if str(field.type) == "bool"} - {"pole"}
    for _, pole, role, own, _ in lexicons.table("outcomes"):
        assert pole in ("yes", "no")
        assert role in get_args(Role)
        assert own == "-" or set(own.split()) <= traits


def test_every_limit_that_was_set_by_hand_says_what_it_is() -> None:
    """Those of the differences have sections; see below."""
    learned = {"alignment", "scoring_curves"}
    files = [file for file in FILES if file.suffix == ".json" and file.parent.name != "differences"]
    for name in {file.stem for file in files} - learned:
        limits = lexicons.parameters(name)
        assert not limits.keys() - {"about"} - set(re.findall(r"\w+", limits["about"])), name


def test_every_limit_of_the_differences_says_what_it_is() -> None:
    """In its section, whose ``about`` may tell of several at once; what sections have in common stands at the top."""
    limits = lexicons.parameters("differences")
    sections = {name: section for name, section in limits.items() if isinstance(section, Mapping)}
    assert sum(map(len, sections.values())) > 250
    common = {"about", "copy", "spelling"}
    for name, section in sections.items():
        told = {key.partition(".")[0] for keys in section["about"] for key in keys.split(", ")}
        assert told - common == section.keys() - common, name
