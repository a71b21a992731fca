"""How well claims are matched: the scorer on all development data, and what is learned, seen from outside.

    python benchmarks/quality.py ../shared            # prints the tables
    python benchmarks/quality.py ../shared --write    # and puts them into docs/quality.md

Fitted weights have seen the stories, so beside the scorer's figures stand those of models that have not seen the story
they are asked about. Needs numpy and scikit-learn for that. Reports, in this order: the scorer; cross-validation by
story; peers; ways of clustering; reliability of the score.
"""

from __future__ import annotations

import argparse
import itertools
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rapidfuzz import fuzz

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

import fit_scoring as fitting
from annotated import Annotated, annotated_stories, own_stories, write_folders

from claimcompare.preparation import Prepared, prepared
from claimcompare.records import Report
from claimcompare.settings import Settings

Pair = tuple[int, int]
Scores = Mapping[Pair, float]
Groups = list[list[int]]

SCORED = {
    "claims": ["data/stories"],
    "events": ["data/events"],
    "pairs": ["data/pairs/mrpc_train.jsonl"],
    "words": [
        "data/words/edinburgh_train.jsonl",
        "data/words/rte2_dev.jsonl",
        "data/words/mtref_dev.jsonl",
        "data/words/wiki_dev.jsonl",
    ],
    "sentences": ["data/sentences/gum_news.jsonl", "data/sentences/wsj_dev.jsonl"],
}
LEAST = Settings().min_score  # at which the ways of clustering are compared


def scorer_rows(shared: Path) -> Iterator[dict[str, Any]]:
    """What the scorer says of each set."""
    for what, sets in SCORED.items():
        yield from scored(shared, what, *(shared / one for one in sets))
    with tempfile.TemporaryDirectory() as folder:
        for name, held_out in (("own, read", False), ("own, held out", True)):
            chosen = [one for one in own_stories(shared / "data") if one.held_out == held_out]
            write_folders(chosen, Path(folder) / name)
            yield from scored(shared, "claims", Path(folder) / name)


def scored(shared: Path, what: str, *sets: Path) -> Iterator[dict[str, Any]]:
    """What the scorer says of these sets."""
    command: list[str | Path] = [sys.executable, shared / "eval/score.py", what, *sets, "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    yield from (json.loads(line) for line in done.stdout.splitlines())


def scorer_table(rows: Sequence[Mapping[str, Any]]) -> str:
    """The scorer's rows as a table."""
    lines = ["| what | data | figures |", "|---|---|---|"]
    for row in rows:
        figures = ", ".join(
            f"{name} {value:.3f}" if isinstance(value, float) else f"{name} {value}"
            for name, value in row.items()
            if name not in {"what", "data"}
        )
        lines.append(f"| {row['what']} | {row['data']} | {figures} |")
    return "\n".join(lines)


class Seen:
    """The pairs of one story: their scores by a model that has not seen it, and which are the same claim."""

    def __init__(self, own: fitting.Examples, story: Annotated, ready: Prepared, scores: np.ndarray) -> None:
        self.name, self.total, self.ready = own.name, own.total, ready
        self.set = "briefs" if story.brief else "five reports each" if story.own else "eight stories"
        self.scores: Scores = dict(zip(own.keys, scores.tolist(), strict=True))
        self.same = {pair for pair, same in zip(own.keys, own.same, strict=True) if same}
        self.arguable = {pair for pair, arguable in zip(own.keys, own.arguable, strict=True) if arguable}
        self.reports = [side.claim.report for side in ready.sides]
        self.texts = [side.claim.text for side in ready.sides]

    def cross(self) -> Iterator[Pair]:
        """All pairs of two reports that are not arguable."""
        for left, right in itertools.combinations(range(len(self.reports)), 2):
            if self.reports[left] != self.reports[right] and (left, right) not in self.arguable:
                yield left, right


def seen_stories(shared: Path, sets: fitting.Sets) -> list[Seen]:
    """The stories with the calibrated scores of unseen models."""
    unseen = fitting.unseen_log_odds(sets)
    slope, bias = fitting.calibration(sets, unseen)
    measured = {own.name: own for kind in fitting.ANNOTATED for own in sets[kind]}
    found = []
    for story in annotated_stories(shared / "data"):
        ready = prepared([Report(id=one["id"], text=one["text"]) for one in story.story["reports"]])
        scores = 1 / (1 + np.exp(-(slope * unseen[story.name] + bias)))
        found.append(Seen(measured[story.name], story, ready, scores))
    return found


def average_precision(scored: Sequence[tuple[float, bool]], total: int) -> float:
    """Ties are taken pessimistically, as the scorer does."""
    hits, sum_of_precisions = 0, 0.0
    for rank, (_, same) in enumerate(sorted(scored, key=lambda one: (-one[0], one[1])), start=1):
        hits += same
        sum_of_precisions += hits / rank if same else 0.0
    return sum_of_precisions / total if total else 0.0


def best_f1(stories: Sequence[Seen], score: Callable[[Seen, Pair], float]) -> float:
    """F1 of single pairs at the best threshold for all stories."""
    scored = [(score(story, pair), pair in story.same) for story in stories for pair in story.cross()]
    total, hits, best = sum(story.total for story in stories), 0, 0.0
    for rank, (_, same) in enumerate(sorted(scored, key=lambda one: (-one[0], one[1])), start=1):
        hits += same
        best = max(best, 2 * hits / (rank + total))
    return best


def peer_table(stories: Sequence[Seen]) -> str:
    """Mean AP and best F1 of single pairs, for the unseen model and for peers."""
    peers: dict[str, Callable[[Seen, Pair], float]] = {
        "this model, not having seen the story": lambda story, pair: story.scores.get(pair, 0.0),
        "TF-IDF cosine, stemmed and smoothed": _cosine,
        "rapidfuzz token_set_ratio": lambda story, pair: fuzz.token_set_ratio(*(story.texts[at] for at in pair)),
        "rapidfuzz ratio": lambda story, pair: fuzz.ratio(*(story.texts[at] for at in pair)),
    }
    by_set = _by_set(stories)
    lines = [_head(f"{name}: {figure}" for name in by_set for figure in ("mean AP", "best F1"))]
    for name, score in peers.items():
        figures = (figure for own in by_set.values() for figure in (_mean_precision(own, score), best_f1(own, score)))
        lines.append(f"| {name} | " + " | ".join(f"{figure:.3f}" for figure in figures) + " |")
    return "\n".join(lines)


def _head(columns: Iterable[str]) -> str:
    """The head of a table whose first column has no name."""
    names = list(columns)
    return f"| | {' | '.join(names)} |\n{'|---' * (1 + len(names))}|"


def _by_set(stories: Sequence[Seen]) -> dict[str, list[Seen]]:
    return {name: list(own) for name, own in itertools.groupby(stories, key=lambda story: story.set)}


def _mean_precision(stories: Sequence[Seen], score: Callable[[Seen, Pair], float]) -> float:
    return float(
        np.mean(
            [
                average_precision([(score(story, pair), pair in story.same) for pair in story.cross()], story.total)
                for story in stories
            ]
        )
    )


def _cosine(story: Seen, pair: Pair) -> float:
    left, right = (story.ready.sides[at].unit for at in pair)
    return sum(weight * right.get(stem, 0.0) for stem, weight in left.items())


# ---------------------------------------------------------------- ways of clustering


def single_pairs(story: Seen) -> Groups:
    """Every pair by itself: no clusters at all."""
    return [list(pair) for pair, score in story.scores.items() if score >= LEAST]


def average_linkage(story: Seen) -> Groups:
    """Merged while the mean score between two groups is high enough; a sentence stands in one group."""
    return _merged(story, lambda between: sum(between) / len(between) >= LEAST)


def correlation_clustering(story: Seen) -> Groups:
    """Merged while more speaks for than against, summed over all pairs (Bansal, Blum and Chawla 2004, greedily)."""
    bar = np.log(LEAST / (1 - LEAST))
    return _merged(story, lambda between: sum(np.log(max(p, 0.01) / (1 - min(p, 0.99))) - bar for p in between) > 0)


def _merged(story: Seen, joins: Callable[[list[float]], bool]) -> Groups:
    group_of: dict[int, list[int]] = {}
    for (left, right), score in sorted(story.scores.items(), key=lambda one: -one[1]):
        one, other = group_of.get(left, [left]), group_of.get(right, [right])
        between = [_score(story, a, b) for a in one for b in other if story.reports[a] != story.reports[b]]
        if score >= LEAST and one is not other and joins(between):
            group_of.update(dict.fromkeys(one + other, one + other))
    return list({id(group): group for group in group_of.values()}.values())


def welcoming_groups(story: Seen) -> Groups:
    """What the library does: a claim joins the members that welcome it, or else the pair starts a group of its own."""
    limits = json.loads((ROOT / "src/claimcompare/lexicons/clusters.json").read_text(encoding="utf-8"))
    groups: Groups = []
    for (left, right), score in sorted(story.scores.items(), key=lambda one: -one[1]):
        if score < LEAST or any(left in group and right in group for group in groups):
            continue
        offers = []
        for group in groups:
            if (left in group) != (right in group):
                joining = right if left in group else left
                between = [_score(story, joining, one) for one in group if story.reports[one] != story.reports[joining]]
                if between and min(between) >= limits["least_score"] and np.mean(between) >= limits["least_mean"]:
                    offers.append((np.mean(between), group, joining))
        if offers:
            _, group, joining = max(offers, key=lambda offer: offer[0])
            group.append(joining)
        else:
            groups.append([left, right])
    return groups


def _score(story: Seen, one: int, other: int) -> float:
    return story.scores.get((min(one, other), max(one, other)), 0.0)


WAYS = (single_pairs, average_linkage, correlation_clustering, welcoming_groups)


def cluster_table(stories: Sequence[Seen]) -> str:
    """Precision, recall and F1 of the pairs that each way puts together."""
    by_set = _by_set(stories)
    lines = [_head(f"{name}: P, R, F1" for name in by_set)]
    for way in WAYS:
        figures = (", ".join(f"{figure:.3f}" for figure in _pair_figures(own, way)) for own in by_set.values())
        lines.append(f"| {way.__name__.replace('_', ' ')} | " + " | ".join(figures) + " |")
    return "\n".join(lines)


def _pair_figures(stories: Sequence[Seen], way: Callable[[Seen], Groups]) -> tuple[float, float, float]:
    hits = wrong = 0
    for story in stories:
        pairs = {pair for group in way(story) for pair in itertools.combinations(sorted(group), 2)} & set(story.cross())
        hits += len(pairs & story.same)
        wrong += len(pairs - story.same)
    total = sum(story.total for story in stories)
    return hits / (hits + wrong), hits / total, 2 * hits / (hits + wrong + total)


def reliability_table(stories: Sequence[Seen]) -> str:
    """Predicted against observed, by tenths of the score, and the expected calibration error."""
    scored = [
        (score, pair in story.same)
        for story in stories
        for pair, score in story.scores.items()
        if pair not in story.arguable
    ]
    lines, error = ["| score | pairs | predicted | observed |", "|---|---|---|---|"], 0.0
    for tenth in range(10):
        within = [one for one in scored if tenth <= min(one[0] * 10, 9.999) < tenth + 1]
        if within:
            predicted, observed = (float(np.mean(column)) for column in zip(*within, strict=True))
            error += len(within) / len(scored) * abs(predicted - observed)
            lines.append(
                f"| {tenth / 10:.1f}–{(tenth + 1) / 10:.1f} | {len(within)} | {predicted:.2f} | {observed:.2f} |"
            )
    return "\n".join([*lines, "", f"Expected calibration error: {error:.4f}."])


def main() -> None:
    """Measure and print; with ``--write`` also into docs/quality.md, between its markers."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--without-scorer", action="store_true", help="only what is cross-validated")
    options = parser.parse_args()
    sets, _ = fitting.measured_sets(options.shared / "data")
    stories = seen_stories(options.shared, sets)
    tables = {
        "peers": peer_table(stories),
        "clustering": cluster_table(stories),
        "reliability": reliability_table([story for story in stories if story.set != "briefs"]),
    }
    if not options.without_scorer:
        tables["scorer"] = scorer_table(list(scorer_rows(options.shared)))
    for name, table in tables.items():
        print(f"## {name}\n\n{table}\n")
    if options.write:
        _write(ROOT / "docs/quality.md", tables)


def _write(page: Path, tables: Mapping[str, str]) -> None:
    """Puts each table between its marker and the next end marker."""
    text = page.read_text(encoding="utf-8")
    for name, table in tables.items():
        before, marker, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        text = f"{before}{marker}{table}\n{end}{after}"
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
