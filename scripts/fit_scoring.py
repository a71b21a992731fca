"""Learn what each measure of a pair says → src/claimcompare/lexicons/scoring/scoring_curves.json.

    python scripts/fit_scoring.py ../shared/data

Two additive logistic models, one for each look at a pair, for all training data together: annotated stories of whole
articles, annotated stories of short ones (``briefs``, from ECB+), ECB+ sentence pairs that share two or more events,
and MRPC. Each measure enters as straight lines between quantiles of its values, with a ridge penalty. What the sets
call the same claim differs in how common it is, so each has an intercept of its own; that of the stories is kept.
Pairs that annotators call arguable teach that they are more alike than others. Scores are calibrated on the stories by
predictions for stories that the model has not seen (Platt 1999), and the second model learns from such scores of the
first. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import copy
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import annotated_stories

from claimcompare import Settings
from claimcompare.clusters import LEAST_SCORE
from claimcompare.preparation import Prepared, candidates_of, prepared, prepared_texts
from claimcompare.records import Candidate, Report
from claimcompare.scoring import Side, measured, measured_afterwards
from claimcompare.scoring.afterwards import AFTERWARDS

TARGET = ROOT / "src/claimcompare/lexicons/scoring/scoring_curves.json"
ANNOTATED = ("stories", "briefs")
SHARES = {"stories": 24.0, "briefs": 24.0, "events": 0.3, "pairs": 2.0}  # how much each set weighs
QUANTILES = (0.3, 0.6, 0.8, 0.9, 0.97)
FOLDS = 9  # of the stories, for models that have not seen them
ARGUABLE = (0.15, 0.35)  # what an arguable pair of an annotated story weighs as the same claim, and as another one
RIDGE = 0.03  # inverse strength of the penalty on standardised lines
# The measures that take longest stand last, the others by what they can say: most pairs are given up early.
COSTLY = ("related", "letters", "same_order", "common_sequence")
LOST = 0.001  # the share of promising pairs that may be given up behind each measure; none that make clusters
ABOUT = (
    "What each measure adds to the log-odds that two claims state the same thing, as points of a curve, in the first "
    "look and in the second one, which sees the scores of the first. Learned by scripts/fit_scoring.py from annotated "
    "news stories (13 of whole articles, 50 of short ones), ECB+ (training and development topics) and the MRPC "
    "training pairs together; calibrated on the stories of whole articles, each by a model that has not seen it. "
    "lowest: the sum up to this curve below which a pair is given up; promising_from: lower scores of the first look "
    "count as none in the second, and pairs that come to less in the end may be given up."
)

Key = tuple[Any, Any]


class Examples:
    """The candidates of one story, measured: which of them are judged, which of these the same claim or arguable."""

    def __init__(self, name: str, total: int, sides: Sequence[Side]) -> None:
        self.name, self.total, self.sides = name, total, sides
        self.candidates: list[Candidate] = []
        self.measures = np.zeros((0, 0))  # a row for each candidate
        self.judged: list[int] = []  # by their number among the candidates
        self.same: list[bool] = []
        self.arguable: list[bool] = []

    @property
    def keys(self) -> list[tuple[int, int]]:
        """The judged pairs as indexes into the sides."""
        return [(self.candidates[at].left, self.candidates[at].right) for at in self.judged]

    @property
    def values(self) -> np.ndarray:
        """The rows of the judged pairs."""
        return self.measures[self.judged]

    def usable(self) -> tuple[np.ndarray, np.ndarray]:
        """Rows and labels without the arguable ones."""
        keep = ~np.array(self.arguable, bool)
        return self.values[keep], np.array(self.same, bool)[keep]


Sets = dict[str, Sequence[Examples]]


@frozen
class Gold:
    """What is annotated of a story: which sentences a stretch covers, and which pairs of them are the same claim.

    Pairs in ``ignore`` are arguable; with ``judged``, only pairs of these sentences count.
    """

    ids_at: Callable[[str, int, int], list[Any]]
    core: Set[Key]
    ignore: Set[Key] = frozenset()
    judged: Set[Any] | None = None

    def keys(self, left: Sequence[Any], right: Sequence[Any]) -> set[Key]:
        """The judged pairs of these sentences."""
        return {_key(a, b) for a in left for b in right if self.judged is None or {a, b} <= self.judged}


def examples_of(name: str, ready: Prepared, gold: Gold) -> tuple[Examples, list[str]]:
    """The measured candidates of a story with their labels, and the names of the measures."""
    found = Examples(name, len(gold.core), ready.sides)
    ids = [gold.ids_at(side.claim.report, side.claim.span.start, side.claim.span.end) for side in ready.sides]
    names: list[str] = []
    rows = []
    for candidate, values in measured(ready.sides, candidates_of(ready)):
        names = list(values)
        rows.append([float(value) for value in values.values()])
        found.candidates.append(candidate)
        keys = gold.keys(ids[candidate.left], ids[candidate.right])
        if keys:
            found.judged.append(len(rows) - 1)
            found.same.append(bool(keys & gold.core))
            found.arguable.append(not keys & gold.core and bool(keys & gold.ignore))
    found.measures = np.array(rows, float)
    return found, names


def _key(a: Any, b: Any) -> Key:
    return (a, b) if a <= b else (b, a)


def _locator(sentences: Sequence[dict[str, Any]]) -> Callable[[str, int, int], list[Any]]:
    by_report: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for sentence in sentences:
        by_report[sentence["report"]].append(sentence)

    def ids_at(report: str, start: int, end: int) -> list[Any]:
        return [
            s["id"]
            for s in by_report[report]
            if 2 * (min(end, s["end"]) - max(start, s["start"])) >= min(end - start, s["end"] - s["start"]) > 0
        ]

    return ids_at


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def stories(data: Path, *, brief: bool) -> Iterator[tuple[Examples, list[str]]]:
    """The annotated stories of whole articles, or those of short ones."""
    for one in annotated_stories(data):
        if one.brief == brief:
            core = {_key(*pair) for pair in one.gold["core"]}
            ignore = {_key(*pair) for pair in one.gold["ignore"]} - core
            ready = prepared([Report(id=report["id"], text=report["text"]) for report in one.story["reports"]])
            yield examples_of(one.name, ready, Gold(_locator(one.gold["sentences"]), core, ignore))


def events(data: Path) -> Iterator[tuple[Examples, list[str]]]:
    """ECB+ by subtopic; pairs of the same text are left out."""
    docs: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for doc in _rows(data / "events/docs.jsonl"):
        docs[doc["subtopic"]].append(doc)
    links = _rows(data / "events/links.jsonl")
    keyed = [(_key(tuple(link["a"]), tuple(link["b"])), link) for link in links]
    same = {key for key, link in keyed if len(link["shared_events"]) >= 2}  # noqa: PLR2004 - as the scorer counts
    copies = {key for key, link in keyed if link["identical_text"]}
    for name, own in docs.items():
        sentences: list[dict[str, Any]] = []
        reports = [Report(id=doc["doc"], text=_joined(doc, sentences)) for doc in own]
        ok = {sentence["id"] for sentence in sentences if sentence["ok"]}
        pairs = {_key(a, b) for a, b in combinations(sorted(ok), 2) if a[0] != b[0]}
        yield examples_of(name, prepared(reports), Gold(_locator(sentences), (same - copies) & pairs, copies, ok))


def _joined(doc: dict[str, Any], sentences: list[dict[str, Any]]) -> str:
    at = 0
    for one in doc["sentences"]:
        sentences.append(
            {
                "id": (doc["doc"], one["i"]),
                "report": doc["doc"],
                "start": at,
                "end": at + len(one["text"]),
                "ok": one["validated"],
            }
        )
        at += len(one["text"]) + 2
    return "\n\n".join(one["text"] for one in doc["sentences"])


def pairs(data: Path) -> Iterator[tuple[Examples, list[str]]]:
    """MRPC's pairs, each a story of two sentences."""
    for number, row in enumerate(_rows(data / "pairs/mrpc_train.jsonl")):
        ready = prepared_texts([Report(id="left", text=row["s1"]), Report(id="right", text=row["s2"])])
        core = {("left", "right")} if row["label"] else set()
        yield examples_of(str(number), ready, Gold(lambda report, _start, _end: [report], core))


class Model:
    """An additive logistic model: for each measure straight lines between knots."""

    def __init__(
        self, knots: list[list[float]], middle: np.ndarray, scale: np.ndarray, weights: np.ndarray, bias: float
    ) -> None:
        self.knots, self.middle, self.scale, self.weights, self.bias = knots, middle, scale, weights, bias

    def log_odds(self, values: np.ndarray) -> np.ndarray:
        """Of each row of values."""
        return np.asarray((_lines(values, self.knots) - self.middle) / self.scale @ self.weights + self.bias)


def _taught(kind: str, examples: Sequence[Examples]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Rows, labels and weights of a set: an arguable pair stands there twice, once with either label."""
    values, labels = (np.concatenate(both) for both in zip(*(own.usable() for own in examples), strict=True))
    weight = np.ones(len(labels))
    if kind in ANNOTATED:
        open_ones = np.concatenate([own.values[np.array(own.arguable, bool)] for own in examples])
        values = np.concatenate([values, open_ones, open_ones])
        labels = np.concatenate([labels, np.repeat([True, False], len(open_ones))])
        weight = np.concatenate([weight, np.repeat(ARGUABLE, len(open_ones))])
    return values, labels, weight * SHARES[kind] / weight.sum()


def _lines(values: np.ndarray, knots: Sequence[Sequence[float]]) -> np.ndarray:
    columns = [values]
    columns += [np.maximum(0, values[:, at] - knot)[:, None] for at, own in enumerate(knots) for knot in own]
    return np.hstack(columns)


def fitted(sets: Sets) -> Model:
    """The model for these sets, each weighing what SHARES says; the knots are quantiles of the stories' values."""
    parts = [_taught(kind, [one for one in own if one.judged]) for kind, own in sets.items()]
    knots = [
        sorted({float(np.quantile(column, share)) for share in QUANTILES} - {column.min(), column.max()})
        for column in parts[0][0].T
    ]
    weight = np.concatenate([own for _, _, own in parts])
    weight *= len(weight) / weight.sum()
    lines = _lines(np.concatenate([x for x, _, _ in parts]), knots)
    middle = np.average(lines, axis=0, weights=weight)
    scale = np.sqrt(np.average((lines - middle) ** 2, axis=0, weights=weight))
    scale[scale == 0] = 1.0
    own_intercepts = np.concatenate([np.full(len(y), at) for at, (_, y, _) in enumerate(parts)])
    design = np.hstack(
        [(lines - middle) / scale, *((own_intercepts == at)[:, None] * 3.0 for at in range(1, len(parts)))]
    )
    labels = np.concatenate([y for _, y, _ in parts])
    model = LogisticRegression(C=RIDGE, solver="newton-cholesky", max_iter=300).fit(
        design, labels, sample_weight=weight
    )
    return Model(knots, middle, scale, model.coef_[0][: lines.shape[1]], float(model.intercept_[0]))


StoryKey = tuple[str, str]


def _unseen(sets: Sets) -> dict[StoryKey, np.ndarray]:
    """For each story, by kind and name, the log-odds of its candidates by a model fitted without it, fold by fold.

    The sentence pairs of ECB+ come from the same articles as the briefs, so they have no part in these models, and each
    subtopic goes with its brief; those without one are strange to every model.
    """
    found: dict[StoryKey, np.ndarray] = {}
    for fold in range(FOLDS):
        seen = {kind: [own for at, own in enumerate(sets[kind]) if at % FOLDS != fold] for kind in ANNOTATED}
        model = fitted({**seen, "pairs": sets["pairs"]})
        unseen = [(kind, own) for kind in ANNOTATED for at, own in enumerate(sets[kind]) if at % FOLDS == fold]
        names = {own.name for _, own in unseen}
        unseen += [("events", own) for own in sets["events"] if fold == 0 or own.name in names]
        found |= {(kind, own.name): model.log_odds(own.measures) for kind, own in unseen if own.candidates}
    return found


def unseen_log_odds(sets: Sets) -> dict[str, np.ndarray]:
    """For each annotated story, by name, the log-odds of its judged pairs by models of both looks without it."""
    return _judged(_unseen(second_sets(sets, unseen_scores(sets))), sets)


def _judged(unseen: dict[StoryKey, np.ndarray], sets: Sets) -> dict[str, np.ndarray]:
    """Of the annotated stories, by name, and of those of their candidates that are judged."""
    return {own.name: unseen[kind, own.name][own.judged] for kind in ANNOTATED for own in sets[kind]}


def unseen_scores(sets: Sets) -> dict[StoryKey, np.ndarray]:
    """The scores of all candidates in the first look, each story by a model without it; pairs alone have none."""
    unseen = _unseen(sets)
    slope, bias = calibration(sets, _judged(unseen, sets))
    return {story: 1 / (1 + np.exp(-(slope * odds + bias))) for story, odds in unseen.items()}


def second_sets(sets: Sets, first: dict[StoryKey, np.ndarray]) -> Sets:
    """The same candidates as a second look measures them, where the first one has given them these scores."""
    return {
        kind: [_second(own, first.get((kind, own.name), np.zeros(len(own.candidates)))) for own in examples]
        for kind, examples in sets.items()
    }


def _second(own: Examples, scores: np.ndarray) -> Examples:
    if not own.candidates:
        return own
    found = copy.copy(own)
    given = dict(zip(own.candidates, scores.tolist(), strict=True))
    rows = [list(values.values()) for values in measured_afterwards(own.sides, own.candidates, given)]
    found.measures = np.hstack([own.measures, np.array(rows, float)])
    return found


def calibration(sets: Sets, unseen: dict[str, np.ndarray]) -> tuple[float, float]:
    """Slope and intercept that make unseen log-odds of the stories of whole articles read as probabilities."""
    odds = np.concatenate([unseen[own.name][~np.array(own.arguable, bool)] for own in sets["stories"]])
    labels = np.concatenate([own.usable()[1] for own in sets["stories"]])
    platt = LogisticRegression(C=1e6).fit(odds[:, None], labels)
    return float(platt.coef_[0][0]), float(platt.intercept_[0])


def curves(model: Model, names: Sequence[str], values: np.ndarray, slope: float, bias: float) -> dict[str, Any]:
    """The data file: for each measure its points, 0 being the mean over ``values``, and the intercept."""
    size, written, intercept = len(names), {}, bias + slope * model.bias
    intercept -= slope * float(np.sum(model.middle / model.scale * model.weights))
    at_weight = size
    for at, name in enumerate(names):
        knots = model.knots[at]
        slopes = [
            model.weights[at] / model.scale[at],
            *(model.weights[at_weight + k] / model.scale[at_weight + k] for k in range(len(knots))),
        ]
        at_weight += len(knots)
        points = sorted({float(values[:, at].min()), *knots, float(values[:, at].max())})
        adds = np.array(
            [
                slope * (slopes[0] * x + sum(s * max(0.0, x - k) for s, k in zip(slopes[1:], knots, strict=True)))
                for x in points
            ]
        )
        usual = float(np.interp(values[:, at], points, adds).mean())
        intercept += usual
        written[name] = {"at": [round(x, 6) for x in points], "adds": [round(float(y - usual), 5) for y in adds]}
    ordered = dict(
        sorted(written.items(), key=lambda item: (item[0] in COSTLY, min(item[1]["adds"]) - max(item[1]["adds"])))
    )
    return {"intercept": round(intercept, 5), "curves": ordered}


def sums(written: dict[str, Any], names: Sequence[str], values: np.ndarray) -> list[np.ndarray]:
    """The log-odds of each row behind the intercept and behind each curve of a model as it is written."""
    found = [np.full(len(values), written["intercept"])]
    for name, curve in written["curves"].items():
        found.append(found[-1] + np.interp(values[:, names.index(name)], curve["at"], curve["adds"]))
    return found


def add_lowest(written: dict[str, Any], so_far: Sequence[np.ndarray], final: np.ndarray) -> None:
    """Puts behind each curve of the first look the sum so far that all but a few promising pairs have.

    ``final`` are the log-odds of the second look. All pairs that score ``min_score`` in it have the sum: which claims
    make a cluster must not hang on what else is listed.
    """
    least, joining = (np.log(score / (1 - score)) for score in (LEAST_SCORE, Settings().min_score))
    promising, joined = (final >= least) | (so_far[-1] >= least), final >= joining
    for curve, sum_here in zip(written["curves"].values(), so_far[1:], strict=True):
        lowest = min(np.quantile(sum_here[promising], LOST), sum_here[joined].min())
        curve["lowest"] = float(np.floor(1000 * lowest) / 1000)


def measured_sets(data: Path) -> tuple[Sets, list[str]]:
    """All training data, measured, and the names of the measures."""
    found = {
        "stories": list(stories(data, brief=False)),
        "briefs": list(stories(data, brief=True)),
        "events": list(events(data)),
        "pairs": list(pairs(data)),
    }
    names = next(names for _, names in found["stories"])
    return {kind: [own for own, _ in both] for kind, both in found.items()}, names


def _rows_of(sets: Sets, kinds: Iterable[str]) -> np.ndarray:
    return np.concatenate([own.usable()[0] for kind in kinds for own in sets[kind] if own.judged])


def written_models(sets: Sets, names: Sequence[str]) -> dict[str, Any]:
    """The data file: the models of both looks."""
    unseen = _judged(_unseen(sets), sets)
    first = curves(fitted(sets), names, _rows_of(sets, ["stories"]), *calibration(sets, unseen))
    seconds, later = second_sets(sets, unseen_scores(sets)), [*names, *AFTERWARDS]
    unseen = _judged(_unseen(seconds), sets)
    second = curves(fitted(seconds), later, _rows_of(seconds, ["stories"]), *calibration(sets, unseen))
    scores = {
        (kind, own.name): 1 / (1 + np.exp(-sums(first, names, own.measures)[-1]))
        for kind in (*ANNOTATED, "events")
        for own in sets[kind]
        if own.candidates
    }
    seen = second_sets(sets, scores)
    add_lowest(first, sums(first, names, _rows_of(sets, sets)), sums(second, later, _rows_of(seen, seen))[-1])
    return {"about": ABOUT, "promising_from": LEAST_SCORE, "first": first, "second": second}


def main() -> None:
    """Fit and write the curves."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    sets, names = measured_sets(parser.parse_args().data)
    written = written_models(sets, names)
    TARGET.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    print(f"{len(names)} and {len(written['second']['curves'])} curves in {TARGET.name}", file=sys.stderr)


if __name__ == "__main__":
    main()
