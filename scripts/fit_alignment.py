"""Fits the weights of word alignment, ``alignment.json``, on sentence pairs with gold word alignments.

    python scripts/fit_alignment.py --train FILE... [--halves FILE...] [--folds DIR...] [--out FILE]

Files are JSON Lines (``t1``, ``t2``, ``align``). Of ``--halves`` every second line is trained on, and the figures are
of the others. ``--folds`` names folders that scripts/build_relations.py wrote with ``--skip 0 N``, ``--skip 1 N`` ...:
what is learned of a line comes from the table that did not see it, and the figures of the training files are
cross-validated over the same folds. The weights that the package comes with are those of ``--train`` Edinburgh++ train,
MTRef train and RTE-2 dev, ``--halves`` of Wiki dev, four folds, and
``--weights '{"rte2_dev": 6, "edinburgh_train": 3}'``. Besides the package it needs numpy, scipy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from claimcompare import lexicons
from claimcompare.alignment import linking
from claimcompare.alignment.grid import Grid
from claimcompare.alignment.model import Model, Pass
from claimcompare.alignment.passes import expected, first_scores, later_scores, one_to_one
from claimcompare.alignment.phrases import links_of
from claimcompare.alignment.signs import FIRST, LATER, Links, first_signs, later_signs
from claimcompare.alignment.words import INFLECTED, word_pair
from claimcompare.features.tokens import tokens_of
from claimcompare.lexicons import relations

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimcompare.alignment.grid import Cell
    from claimcompare.records import Link, Token

    Scores = dict[Cell, float]

STRENGTH = {"first": 1.0, "second": 0.3, "third": 0.3}
ABOUT = (
    "Weights of word alignment: for each pass a bias, the log-odds from which a pair is linked and from which it is "
    "sure, and the tables of alignment/signs.py. Logistic models fitted by scripts/fit_alignment.py on MTRef train, "
    "Edinburgh++ train, the development part of MSR RTE-2 and half of that of Wiki (MultiMWA)."
)
LEAST = {"first": 0.0, "second": 0.0, "third": 0.0}  # log-odds
SURE = 4.0
PACKAGED = lexicons.rows


class Example(NamedTuple):
    """A sentence pair: its grid, the gold cells of its tokens, those of its words, and how tokens make up words."""

    file: str
    fold: int
    grid: Grid
    gold: set[Cell]
    words: set[Cell]
    left: list[int]
    right: list[int]
    tokens: tuple[tuple[Token, ...], ...]
    weight: float


def example(row: dict[str, Any], file: str, fold: int, weight: float) -> Example:
    """One line of a file; the shorter sentence is the left one, as ``align`` has it."""
    sides, gold = [row["t1"], row["t2"]], {(i, j) for i, j in row["align"]}
    tokens = [tokens_of(" ".join(side)) for side in sides]
    if linking.swapped(*tokens):
        sides.reverse()
        tokens.reverse()
        gold = {(j, i) for i, j in gold}
    left, right = (places(side, found) for side, found in zip(sides, tokens, strict=True))
    spoken = {(i, j) for i, j in gold if i in left and j in right}
    cells = {(a, b) for a, i in enumerate(left) for b, j in enumerate(right) if (i, j) in spoken}
    return Example(file, fold, Grid(*tokens), cells, spoken, left, right, tuple(tokens), weight)


def places(words: list[str], tokens: Iterable[Token]) -> list[int]:
    """For each token the word that it belongs to."""
    ends = np.cumsum([len(word) + 1 for word in words])
    return [int(np.searchsorted(ends, token.start, side="right")) for token in tokens]


def read(args: argparse.Namespace) -> tuple[list[Example], list[Example]]:
    """Training examples and held-out ones."""
    train, held = [], []
    folds = args.folds or [Path(lexicons.__file__).parent]
    for fold, folder in enumerate(folds):
        use_relations(folder)
        for path in [*args.train, *args.halves]:
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
                # of a halved file the odd lines are held out, so its folds go by pairs of lines
                place = number // 2 if path in args.halves else number
                if place % len(folds) == fold and not (path in args.halves and number % 2):
                    train.append(example(json.loads(line), path.stem, fold, args.weights.get(path.stem, 1.0)))
    use_relations(Path(lexicons.__file__).parent)
    for path in [*args.halves, *args.test]:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
            if path in args.test or number % 2:
                held.append(example(json.loads(line), path.stem, -1, 1.0))
    return train, held


def use_relations(folder: Path) -> None:
    """Look words up in the table of ``folder`` from now on."""
    text = (folder / "relations.tsv").read_text(encoding="utf-8")
    rows = dict(line.split("\t", 1) for line in text.splitlines() if not line.startswith("#"))
    # The folds' tables stand in for the package's.
    lexicons.rows = lambda name: rows if name == "relations" else PACKAGED(name)  # type: ignore[assignment]  # has no cache
    for known in (relations.relatives, relations.related_bases, relations.opposed, relations._antonyms, word_pair):
        known.cache_clear()


def fitted(
    rows: list[tuple[int, ...]], hits: list[bool], weights: list[float], size: int, strength: float
) -> tuple[list[float], float]:
    """Weights and bias of a logistic model over signs."""
    matrix = csr_matrix(
        (
            np.ones(len(rows) * len(rows[0]), dtype=np.float32),
            np.array(rows, dtype=np.int32).ravel(),
            np.arange(0, len(rows) * len(rows[0]) + 1, len(rows[0])),
        ),
        shape=(len(rows), size),
    )
    model = LogisticRegression(C=strength, tol=1e-5, max_iter=300).fit(matrix, hits, sample_weight=weights)
    return [round(float(w), 2) for w in model.coef_[0]], round(float(model.intercept_[0]), 2)


def fit_pass(
    examples: list[Example], cells: list[list[Cell]], signs: Sequence[Sequence[tuple[int, ...]]], name: str
) -> Pass:
    """The model of one pass: ``cells`` and ``signs`` of every example."""
    rows, hits, weights = [], [], []
    for ex, own, found in zip(examples, cells, signs, strict=True):
        for (i, j), sign in zip(own, found, strict=True):
            part_of_word = ex.left.count(ex.left[i]) > 1 or ex.right.count(ex.right[j]) > 1
            if part_of_word and ex.grid.pair(i, j).kind > INFLECTED and (i, j) in ex.gold:
                continue  # inside a hyphenated word the gold does not say which part is which
            rows.append(sign)
            hits.append((i, j) in ex.gold)
            weights.append(ex.weight)
    size = sum((FIRST if name == "first" else LATER).values())
    learned, bias = fitted(rows, hits, weights, size, STRENGTH[name])
    return Pass(weights=learned, bias=bias, least=LEAST[name], sure=SURE)


def fit(examples: list[Example]) -> Model:
    """All passes, each on what the one before it linked."""
    cells = [sorted(ex.grid.pairs) for ex in examples]
    signs = [[first_signs(ex.grid, c) for c in own] for ex, own in zip(examples, cells, strict=True)]
    first = fit_pass(examples, cells, signs, "first")
    scored = [first_scores(ex.grid, first) for ex in examples]
    second, scored = fit_later(examples, scored, first, "second")
    third, _ = fit_later(examples, scored, second, "third")
    return Model(first=first, second=second, third=third)


def gap_cells(links: Links) -> set[Cell]:
    """All pairs of words for which ``is_gap_cell`` holds."""
    free_right = [j for j, i in enumerate(links.of) if i < 0]
    found: set[Cell] = set()
    for i, j in enumerate(links.to):
        if j < 0:
            low, high = expected(links, i)
            found.update((i, k) for k in free_right if low <= k <= high)
    return found


def fit_later(examples: list[Example], scored: list[Scores], before: Pass, name: str) -> tuple[Pass, list[Scores]]:
    """A later pass, and what it makes of the examples."""
    links = [Links(ex.grid, one_to_one(s, before.least), before.sure) for ex, s in zip(examples, scored, strict=True)]
    alike = {"second": linking.open_pairs, "third": linking.open_phrases}[name]
    cells = [sorted(alike(ex.grid, own) | gap_cells(own)) for ex, own in zip(examples, links, strict=True)]
    signs = [
        [later_signs(ex.grid, own, c) for c in found] for ex, own, found in zip(examples, links, cells, strict=True)
    ]
    step = fit_pass(examples, cells, signs, name)
    made = zip(examples, links, cells, strict=True)
    return step, [own.sure | later_scores(ex.grid, own, found, step) for ex, own, found in made]


def counts(ex: Example, cells: Iterable[Cell]) -> tuple[int, int, int]:
    """Hits, spurious links and missed ones, over words."""
    got = {(ex.left[i], ex.right[j]) for i, j in cells}
    return len(got & ex.words), len(got - ex.words), len(ex.words - got)


def report(title: str, results: list[tuple[str, tuple[int, int, int]]]) -> None:
    """Precision, recall and F1 by file."""
    sums: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(3))
    for file, found in results:
        sums[file] += found
    for file, (tp, fp, fn) in sorted(sums.items()):
        print(
            f"{title:10s} {file:18s} P={tp / (tp + fp):.3f} R={tp / (tp + fn):.3f} F1={2 * tp / (2 * tp + fp + fn):.3f}"
        )


STAGES: dict[str, Callable[[Grid, Model], Iterable[Cell]]] = {
    "first": linking.after_first,
    "second": linking.after_second,
    "third": linking.linked_cells,
    "links": lambda grid, model: cells_of(links_of(grid, linking.linked_cells(grid, model))),
}


def cells_of(links: Iterable[Link]) -> set[Cell]:
    """Every pair of words of every link."""
    return {(i, j) for link in links for i in link.left for j in link.right}


def evaluate(title: str, model: Model, examples: list[Example]) -> None:
    """Prints the figures of ``model``, pass by pass."""
    for name, linked in STAGES.items():
        report(f"{title} {name}", [(ex.file, counts(ex, linked(ex.grid, model))) for ex in examples])


def write(model: Model, path: Path) -> None:
    """The model as JSON, its tables by name."""
    stored: dict[str, Any] = {"about": ABOUT}
    for name, sizes in (("first", FIRST), ("second", LATER), ("third", LATER)):
        step, at, tables = getattr(model, name), 0, {}
        for table, size in sizes.items():
            tables[table] = [float(w) for w in step.weights[at : at + size]]
            at += size
        stored[name] = {"bias": step.bias, "least": step.least, "sure": step.sure, "tables": tables}
    path.write_text(json.dumps(stored, indent=0).replace(",\n", ", ") + "\n", encoding="utf-8")


def main() -> None:
    """Fits, cross-validates, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("train", "halves", "test", "folds"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", default=[])
    parser.add_argument("--weights", type=json.loads, default={}, help='such as {"edinburgh_train": 2}')
    parser.add_argument("--out", type=Path)
    parser.add_argument("--quick", action="store_true", help="no cross-validation")
    args = parser.parse_args()
    train, held = read(args)
    print(len(train), "to train on,", len(held), "held out")
    if args.folds and not args.quick:
        results = []
        for fold in range(len(args.folds)):
            model = fit([ex for ex in train if ex.fold != fold])
            results += [(ex.file, counts(ex, linking.linked_cells(ex.grid, model))) for ex in train if ex.fold == fold]
        report("crossval", results)
    model = fit(train)
    evaluate("held out", model, held)
    if args.out:
        write(model, args.out)


if __name__ == "__main__":
    main()
