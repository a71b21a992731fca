"""Learn how likely differences are noted → src/claimcompare/lexicons/differences/chances.json.

    python scripts/fit_chances.py ../shared/data

A logistic model a kind, over the signs of differences/label/signs.py and differences/detail/signs.py. Its examples are
the places at which two sentences of one claim have words of their own, in the annotated stories that are not held out;
a place counts as noted when either annotation has a difference of the kind of which two readings meet its words. The
eight stories, which others annotated, weigh as much together as the project's own. It prints how well stories are told
that the model has not seen. Besides the package it needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from claimcompare.differences import pairs_of
from claimcompare.differences.detail.rule import own_runs
from claimcompare.differences.detail.signs import detail_signs
from claimcompare.differences.label.replacements import replacements
from claimcompare.differences.label.signs import label_signs
from claimcompare.differences.shared.view import SIDES, Pair

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))
from annotated import Annotated, annotated_stories

from differences import gold_clusters, meets

OUT = ROOT / "src" / "claimcompare" / "lexicons" / "differences" / "chances.json"
STRENGTH = 0.05  # inverse, of the penalty on standardised signs
FOLDS = 12
ABOUT = (
    "What each sign of differences/label/signs.py and differences/detail/signs.py adds to the log-odds that a reader "
    "notes what two versions word differently as a label or a detail. Learned by scripts/fit_chances.py from annotated "
    "stories: the eight beside the project, and those of its own that are not held out."
)

Place = tuple[Sequence[int], Sequence[int]]


@frozen
class Example:
    """One place at which two versions differ, and whether it was noted."""

    story: str
    own: bool
    signs: Mapping[str, float]
    noted: bool


def label_places(pair: Pair) -> Iterator[tuple[Place, Mapping[str, float]]]:
    """The tokens of either side that may be a label, with their signs."""
    for one in replacements(pair):
        yield (one.left, one.right), label_signs(pair, one)


def detail_places(pair: Pair) -> Iterator[tuple[Place, Mapping[str, float]]]:
    """The tokens of either side that may be a detail, with their signs."""
    for left, right in own_runs(pair):
        yield (left.indexes, right.indexes), detail_signs(pair, left, right)


PLACES = {"label": label_places, "detail": detail_places}


def examples_of(story: Annotated, kind: str) -> Iterator[Example]:
    """Those of all pairs of versions of the first annotation's claims."""
    noted = [one for one in story.gold["noted"] if one["kind"] == kind]
    for versions, links in gold_clusters(story):
        for _, _, pair in pairs_of(versions, links, [None] * len(versions)):
            for place, signs in PLACES[kind](pair):
                yield Example(story.name, story.own, signs, any(_has(one, pair, place) for one in noted))


def _has(noted: dict[str, Any], pair: Pair, place: Place) -> bool:
    """Whether one reading meets the words of the left side, and another those of the right."""
    mentions = [
        [(pair.words(side, pair.span(side, own)) if own else "", pair.features[side].claim.id)]
        for side, own in zip(SIDES, place, strict=True)
    ]
    return any(
        meets(here, mentions[0]) and meets(there, mentions[1]) for here, there in permutations(noted["readings"], 2)
    )


def fitted(values: np.ndarray, noted: np.ndarray, own: np.ndarray) -> tuple[np.ndarray, float]:
    """The weight of each sign, and the bias."""
    middle, spread = values.mean(axis=0), values.std(axis=0)
    share = np.where(own, 1.0, own.sum() / (~own).sum())
    model = LogisticRegression(C=STRENGTH, max_iter=2000).fit((values - middle) / spread, noted, sample_weight=share)
    weights = model.coef_[0] / spread
    return weights, float(model.intercept_[0] - weights @ middle)


def unseen(values: np.ndarray, noted: np.ndarray, own: np.ndarray, stories: np.ndarray) -> np.ndarray:
    """The log-odds of each example by a model that has not seen its story."""
    odds = np.zeros(len(noted))
    for train, test in GroupKFold(FOLDS).split(values, noted, stories):
        weights, bias = fitted(values[train], noted[train], own[train])
        odds[test] = values[test] @ weights + bias
    return odds


def learned(kind: str, stories: Sequence[Annotated]) -> dict[str, Any]:
    """The model of a kind; prints how well it tells stories that it has not seen."""
    examples = [example for story in stories for example in examples_of(story, kind)]
    names = list(examples[0].signs)
    values = np.array([list(one.signs.values()) for one in examples])
    noted = np.array([one.noted for one in examples])
    own = np.array([one.own for one in examples])
    odds = unseen(values, noted, own, np.array([one.story for one in examples]))
    print(f"{kind}: {len(examples)} examples, {noted.mean():.3f} of them noted")
    print(
        f"unseen stories: area {roc_auc_score(noted, odds):.3f}, precision {average_precision_score(noted, odds):.3f}"
    )
    weights, bias = fitted(values, noted, own)
    return {
        "bias": round(bias, 3),
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
    }


def main() -> None:
    """Fits, prints the figures of unseen stories, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    stories = [one for one in annotated_stories(parser.parse_args().data) if not one.held_out]
    model = {"about": ABOUT, **{kind: learned(kind, stories) for kind in PLACES}}
    OUT.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
