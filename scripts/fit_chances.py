"""Learn how likely other words are noted → src/claimcompare/lexicons/chances.json.

    python scripts/fit_chances.py ../shared/data

A logistic model over the signs of differences/chances.py. Its examples are the places at which two sentences of one
claim have words of their own, in the annotated stories that are not held out; a place counts as noted when either
annotation has a label of which two readings meet its words. The eight stories, which others annotated, weigh as much
together as the project's own. It prints how well stories are told that the model has not seen. Besides the package it
needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, roc_auc_score
from sklearn.model_selection import GroupKFold

from claimcompare.differences.chances import signs
from claimcompare.differences.replacements import Replacement, replacements
from claimcompare.differences.versions import version_of
from claimcompare.differences.view import SIDES, Pair

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))
from annotated import Annotated, annotated_stories  # noqa: E402 - a folder beside this one

from differences import gold_clusters, meets  # noqa: E402 - as above

OUT = ROOT / "src" / "claimcompare" / "lexicons" / "chances.json"
STRENGTH = 0.05  # inverse, of the penalty on standardised signs
FOLDS = 12
ABOUT = (
    "What each sign of differences/chances.py adds to the log-odds that a reader notes as a label what two versions "
    "word differently. Learned by scripts/fit_chances.py from annotated stories: the eight beside the project, and "
    "those of its own that are not held out."
)


@frozen
class Example:
    """One place at which two versions differ, and whether it was noted."""

    story: str
    own: bool
    signs: dict[str, float]
    noted: bool


def examples_of(story: Annotated) -> Iterator[Example]:
    """Those of all pairs of versions of the first annotation's claims."""
    noted = [one for one in story.gold["noted"] if one["kind"] == "label"]
    for versions, links in gold_clusters(story):
        for (left, right), aligned in links.items():
            pair = Pair(read=(version_of(versions[left]), version_of(versions[right])), links=aligned)
            for one in replacements(pair):
                is_noted = any(_has(label, pair, one) for label in noted)
                yield Example(story.name, story.own, dict(signs(pair, one)), is_noted)


def _has(label: dict[str, Any], pair: Pair, one: Replacement) -> bool:
    """Whether one reading meets the words of the left side, and another those of the right."""
    mentions = [[(pair.words(side, pair.span(side, one.side(side))), pair.versions[side].claim.id)] for side in SIDES]
    return any(
        meets(here, mentions[0]) and meets(there, mentions[1]) for here, there in permutations(label["readings"], 2)
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


def main() -> None:
    """Fits, prints the figures of unseen stories, and writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    stories = [one for one in annotated_stories(parser.parse_args().data) if not one.held_out]
    examples = [example for story in stories for example in examples_of(story)]
    names = list(examples[0].signs)
    values = np.array([list(one.signs.values()) for one in examples])
    noted = np.array([one.noted for one in examples])
    own = np.array([one.own for one in examples])
    odds = unseen(values, noted, own, np.array([one.story for one in examples]))
    print(f"{len(examples)} examples, {noted.mean():.3f} of them noted")
    print(
        f"unseen stories: area {roc_auc_score(noted, odds):.3f}, precision {average_precision_score(noted, odds):.3f}"
    )
    weights, bias = fitted(values, noted, own)
    model = {
        "about": ABOUT,
        "bias": round(bias, 3),
        "weights": {name: round(float(weight), 3) for name, weight in zip(names, weights, strict=True)},
    }
    OUT.write_text(json.dumps(model, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
