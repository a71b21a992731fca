"""Who imports whom: stages know the types and the data, and no other stage. Read from the source, nothing is run."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Set
from functools import cache
from pathlib import Path

import pytest

from claimcompare.differences import RULES

PACKAGE = "claimcompare"
SOURCE = Path(__file__).parents[1] / "src" / PACKAGE

# What everything may build on: types, settings, errors, data, and what works on bare text.
BASE = {"records", "settings", "errors", "lexicons", "text"}
STAGES = {
    "reading",
    "stories",
    "cleaning",
    "sentences",
    "claims",
    "features",
    "candidates",
    "alignment",
    "scoring",
    "clusters",
    "differences",
    "origins",
}
# Part of the package → the parts that it may import when it is imported.
ALLOWED: dict[str, Set[str]] = {
    "errors": set(),
    "lexicons": set(),
    "settings": {"errors"},
    "records": {"errors", "settings"},
    "text": {"records", "lexicons"},
    **dict.fromkeys(STAGES, BASE),
    "overview": BASE,
    "rendering": BASE,
    "workers": {"errors"},
    # The flow, its first half in a module of its own.
    "preparation": BASE | STAGES,
    "contrasting": BASE | STAGES | {"preparation"},
    "finding": BASE | STAGES | {"preparation", "contrasting"},
    "pipeline": BASE | STAGES | {"preparation", "contrasting", "workers"},
    # The command line: what it is made of, and the command itself.
    "command": BASE | {"reading", "pipeline", "finding", "rendering"},
    "cli": BASE | {"command", "reading", "pipeline", "rendering", "workers"},
    "__main__": {"cli"},
}

# Folder of the differences → the others that it may import: no rule knows another, but for what a number counts.
WITHIN_DIFFERENCES: dict[str, Set[str]] = {
    "shared": set(),
    "number": {"shared"},
    "date": {"shared", "number"},
    "name": {"shared", "number"},
    "readings": {"shared", "number"},
    **{kind: {"shared"} for kind in ("negation", "modality", "attribution", "quotation", "label", "detail", "wording")},
}


def modules() -> dict[str, Path]:
    """Every module of the package by its dotted name within it; the package itself is ``""``."""
    return {name_of(path): path for path in sorted(SOURCE.rglob("*.py"))}


def name_of(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def part_of(module: str) -> str:
    return module.split(".", maxsplit=1)[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def statements(body: list[ast.stmt], *, typing: bool) -> Iterator[ast.stmt]:
    """The statements that run when the module is imported; with ``typing`` those for the type checker too."""
    for node in body:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            yield from statements(node.body if typing else [], typing=typing)
        elif isinstance(node, ast.If | ast.Try | ast.With):
            yield from statements([*node.body, *getattr(node, "orelse", [])], typing=typing)
        else:
            yield node


def imported(module: str, *, typing: bool) -> set[str]:
    """The modules of the package that ``module`` imports at its start."""
    return named_by(statements(tree(modules()[module]).body, typing=typing)) - {module}


def imported_later(module: str) -> set[str]:
    """The modules of the package that functions of ``module`` import when they are called."""
    nodes = ast.walk(tree(modules()[module]))
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return named_by(inner for function in functions for inner in ast.walk(function)) - {module}


def named_by(nodes: Iterable[ast.AST]) -> set[str]:
    """The modules of the package that import statements name, others passed over."""
    known = modules()
    found: set[str] = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name.removeprefix(f"{PACKAGE}.") for alias in node.names if alias.name.startswith(PACKAGE)}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == PACKAGE:
            base = (node.module or "").removeprefix(PACKAGE).removeprefix(".")
            inner = {f"{base}.{alias.name}".removeprefix(".") for alias in node.names} & known.keys()
            found |= inner or {base}
    return found


@pytest.mark.parametrize("module", sorted(set(modules()) - {""}))
def test_a_module_imports_only_what_its_part_may(module: str) -> None:
    part = part_of(module)
    assert part in ALLOWED, f"{part} is new: say in ALLOWED what it may import, and in docs/architecture.md why"
    wrong = {other for other in imported(module, typing=True) if part_of(other) not in ALLOWED[part] | {part}}
    assert not wrong


def test_a_function_imports_only_what_its_part_may() -> None:
    """But for the methods of records, which lead from a type to what is built on it."""
    wrong = {
        (module, part_of(other))
        for module in modules()
        for other in imported_later(module)
        if part_of(other) not in ALLOWED.get(part_of(module), set()) | {part_of(module)}
    }
    assert wrong == {("records", part) for part in ("finding", "overview", "preparation", "rendering")}


def test_nothing_imports_in_a_circle() -> None:
    graph = {module: imported(module, typing=False) for module in modules()}
    done: set[str] = set()

    def follow(module: str, path: tuple[str, ...]) -> None:
        assert module not in path, " → ".join((*path[path.index(module) :], module))
        if module not in done:
            for other in sorted(graph[module]):
                follow(other, (*path, module))
            done.add(module)

    for module in sorted(graph):
        follow(module, ())


def test_every_module_says_what_it_is_for() -> None:
    assert not [module for module, path in modules().items() if not ast.get_docstring(tree(path))]


def test_only_the_command_prints() -> None:
    """No module but the command line writes to the terminal or ends the program."""
    ways = {"print", "input", "exit", "sys.stdout", "sys.stderr", "sys.exit", "click.echo", "os._exit", "SystemExit"}
    used = {
        (module, ast.unparse(node))
        for module, path in modules().items()
        if part_of(module) not in {"cli", "command", "__main__"}
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute | ast.Name) and ast.unparse(node) in ways
    }
    assert used == {("workers", "os._exit")}  # of a worker, when its caller is gone


def test_no_two_public_functions_or_types_of_one_part_share_a_name() -> None:
    """A name that means two things is read wrong once; from one stage to another the words may recur."""
    homes: dict[tuple[str, str], list[str]] = {}
    for module, path in modules().items():
        for node in tree(path).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault((part_of(module), node.name), []).append(module)
    assert len(homes) > 500
    assert not {name: found for name, found in homes.items() if len(found) > 1}


# Folders within two of them, each of which may import those before it, and all what lies beside them in the folder.
WITHIN_FOLDERS = {"shared": ["who", "syntax", "time", "same"], "number": ["read", "retold", "exempt"]}


@pytest.mark.parametrize(("folder", "inner"), [(name, one) for name, own in WITHIN_FOLDERS.items() for one in own])
def test_a_folder_within_a_folder_imports_only_those_before_it(folder: str, inner: str) -> None:
    order = WITHIN_FOLDERS[folder]
    own = [name for name in modules() if name.startswith(f"differences.{folder}.{inner}.")]
    assert own
    others = {
        parts[2]
        for name in own
        for other in imported(name, typing=True)
        if (parts := other.split("."))[:2] == ["differences", folder] and len(parts) > 3
    }
    assert others <= set(order[: order.index(inner) + 1])


@pytest.mark.parametrize("module", [name for name in modules() if name.startswith("differences.")])
def test_a_rule_knows_no_other(module: str) -> None:
    folder = module.split(".")[1]
    if folder == "rules":  # the list of all of them
        return
    others = {other.split(".")[1] for other in imported(module, typing=True) if other.startswith("differences.")}
    assert others <= WITHIN_DIFFERENCES[folder] | {folder}


def test_every_kind_of_difference_has_a_folder_with_its_rule() -> None:
    assert [rule.__module__ for _, rule in RULES] == [f"{PACKAGE}.differences.{kind}.rule" for kind, _ in RULES]


def test_the_map_names_every_folder_of_differences() -> None:
    text = (SOURCE.parents[1] / "docs" / "architecture.md").read_text(encoding="utf-8")
    section = text.partition("## Inside `differences`")[2].partition("\n## ")[0]
    rows = section.partition("|---|---|---|\n")[2].splitlines()
    named = {name for row in rows for name in re.findall(r"`([a-z]+)`", row.split("|")[1])}
    assert named == WITHIN_DIFFERENCES.keys()
