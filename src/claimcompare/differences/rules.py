"""The rules in the order in which they explain words: one for each kind of difference, in the folder of its name.

They stand apart from the package's own module, in which a function would hide the folder of the same name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimcompare.differences.attribution.rule import attribution
from claimcompare.differences.date.rule import dates
from claimcompare.differences.detail.rule import detail
from claimcompare.differences.label.rule import label
from claimcompare.differences.modality.rule import modality
from claimcompare.differences.name.rule import names
from claimcompare.differences.negation.rule import negation
from claimcompare.differences.number.rule import numbers
from claimcompare.differences.quotation.rule import quotation
from claimcompare.differences.wording.rule import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimcompare.differences.shared.view import Pair, Point
    from claimcompare.records import Kind

Rules = tuple[tuple["Kind", "Callable[[Pair], Iterator[Point]]"], ...]

RULES: Rules = (
    ("number", numbers),
    ("date", dates),
    ("name", names),
    ("negation", negation),
    ("modality", modality),
    ("attribution", attribution),
    ("quotation", quotation),
    ("label", label),
    ("detail", detail),
    ("wording", wording),
)
# What can be told of claims that are little alike: these ask for one act or thing, the others how words correspond.
OF_FIGURES = RULES[:2]
