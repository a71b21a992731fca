"""Learn which differences an editor notes → src/claimcompare/lexicons/differences/worth.json.

    python scripts/fit_worth.py ../shared/data

Every difference that the rules tell on the annotated claims is an example, and whether either reading notes one of its
kind that meets it is the label. One logistic model: a weight for each kind and severity, for how much it stands out,
how many versions differ on it, and how many of its kind are told before it. Needs numpy and scikit-learn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "benchmarks"))

from annotated import annotated_stories

from claimcompare.differences import points_found
from claimcompare.differences.readings.grouping import weighables_from
from claimcompare.differences.readings.weighing import Weighable, place, weight
from claimcompare.records import KINDS, SEVERITIES
from differences import gold_clusters, same, shown

TARGET = ROOT / "src/claimcompare/lexicons/differences/worth.json"
LACKING = ("date", "attribution", "detail")  # kinds of which one version may merely lack what another has
RIDGE = 0.3  # inverse strength of the penalty
PASSES = 3  # since the rank within a kind follows from the weights
ABOUT = (
    "How much a reader would miss a difference: the log-odds that an editor notes it. kinds: by kind and severity "
    "(lack: what one version has and the others lack); emphasis: for each point of how much it stands out, as "
    "emphases.json has it; a_version: for each version that differs on it; more_of_a_kind: for each of its kind that "
    "is told before it. Learned by scripts/fit_worth.py from annotated news stories (63), by what either reading of "
    "them notes; the eight beside the project weigh as much as the others."
)


@frozen
class Example:
    """A difference that is told, whether it is noted, the claim, and whether the story is one of the project's own."""

    told: Weighable
    noted: bool
    claim: tuple[str, int]
    own: bool


def examples(data: Path) -> Iterator[Example]:
    """Every difference of the annotated claims but plain wording, which nobody is asked to note."""
    for story in annotated_stories(data):
        for number, (versions, links) in enumerate(gold_clusters(story)):
            for told in weighables_from(points_found(versions, links, [None] * len(versions)), versions):
                if told.difference.kind != "wording":
                    one = shown(told.difference, versions)
                    noted = any(same(other, one) for other in story.gold["noted"])
                    yield Example(told, noted, (story.name, number), story.own)


def columns() -> list[tuple[str, str]]:
    """The weights of kinds, as (kind, severity or lack)."""
    return [
        (kind, form)
        for kind in KINDS
        for form in (*SEVERITIES, *(("lack",) if kind in LACKING else ()))
        if kind != "wording"
    ]


def design(found: Sequence[Example]) -> np.ndarray:
    """A row each: which kind and form it is, emphasis, versions, and its rank among those of its kind."""
    names, ranks = columns(), _ranks(found)
    rows = np.zeros((len(found), len(names) + 3))
    for row, (one, rank) in enumerate(zip(found, ranks, strict=True)):
        kind = one.told.difference.kind
        form = "lack" if one.told.lacking and kind in LACKING else one.told.difference.severity
        rows[row, names.index((kind, form))] = 1.0
        rows[row, -3:] = one.told.emphasis, one.told.versions, rank
    return rows


def _shares(found: Sequence[Example]) -> list[float]:
    """The stories beside the project weigh as much as its own: other readers note other things."""
    own = sum(one.own for one in found)
    return [1.0 if one.own else own / (len(found) - own) for one in found]


def _ranks(found: Sequence[Example]) -> list[int]:
    """How many of its kind are told before it, by the weights as they stand."""
    ranks = [0] * len(found)
    ordered = sorted(
        range(len(found)),
        key=lambda at: (
            found[at].claim,
            KINDS.index(found[at].told.difference.kind),
            -weight(found[at].told),
            place(found[at].told.difference),
        ),
    )
    for _, own in groupby(ordered, key=lambda at: (found[at].claim, found[at].told.difference.kind)):
        for rank, at in enumerate(own):
            ranks[at] = rank
    return ranks


def learned(found: Sequence[Example]) -> dict[str, Any]:
    """The data file."""
    model = LogisticRegression(C=RIDGE, max_iter=1000)
    model.fit(design(found), [one.noted for one in found], sample_weight=_shares(found))
    weights, bias = model.coef_[0], float(model.intercept_[0])
    kinds: dict[str, dict[str, float]] = {kind: {} for kind in KINDS}
    for (kind, form), own in zip(columns(), weights, strict=False):
        kinds[kind][form] = round(float(own) + bias, 3)
    # Plain wording comes last, and is noted by nobody.
    kinds["wording"] = dict.fromkeys(SEVERITIES, min(form for own in kinds.values() for form in own.values()))
    emphasis, a_version, more = (round(float(own), 3) for own in weights[-3:])
    return {"about": ABOUT, "kinds": kinds, "emphasis": emphasis, "a_version": a_version, "more_of_a_kind": more}


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    found = list(examples(parser.parse_args().data))
    for _ in range(PASSES):
        TARGET.write_text(json.dumps(learned(found), indent=2) + "\n", encoding="utf-8")
        _use_new_weights()
    print(f"{len(found)} differences, {sum(one.noted for one in found)} of them noted → {TARGET.name}", file=sys.stderr)


def _use_new_weights() -> None:
    from claimcompare.lexicons import parameters  # noqa: PLC0415 - only to forget what it has read

    parameters.cache_clear()


if __name__ == "__main__":
    main()
