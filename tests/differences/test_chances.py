"""What a reader would likely note: words that are nowhere else said, and other words in one place."""

from __future__ import annotations

from claimcompare.alignment import align
from claimcompare.differences import pairs_of
from claimcompare.differences.detail.rule import own_runs
from claimcompare.differences.detail.signs import detail_signs
from claimcompare.differences.label.replacements import replacements
from claimcompare.differences.label.signs import label_signs
from claimcompare.differences.shared.chances import chance
from claimcompare.differences.shared.view import Side
from claimcompare.features import features_of
from claimcompare.records import Claim, Features, Report, Span


def versions_of(*told: tuple[str, str]) -> list[Features]:
    """A version of each (report, text)."""
    found: list[Features] = []
    for at, (report, text) in enumerate(told):
        whole = Span(0, len(text))
        claim = Claim(id=f"{report}{at}", report=report, span=whole, text=text, sentence=whole)
        found += features_of(Report(id=report, text=text), (claim,))
    return found


def details(*told: tuple[str, str]) -> dict[str, float]:
    """The chance of each detail of the first version, beside the last."""
    versions = versions_of(*told)
    ends = (0, len(versions) - 1)
    ((first, _, pair),) = pairs_of(versions, {ends: align(*(versions[end] for end in ends))}, [None] * len(versions))
    side: Side = 0 if first == 0 else 1
    runs = ((one, chance("detail", detail_signs(pair, *one))) for one in own_runs(pair))
    return {pair.words(side, pair.span(side, one[side].indexes)): odds for one, odds in runs if one[side]}


def labels(left: str, right: str) -> dict[frozenset[str], float]:
    """The chance of each label, by the words of both sides."""
    versions = versions_of(("A", left), ("B", right))
    ((_, _, pair),) = pairs_of(versions, {(0, 1): align(*versions)}, [None, None])
    return {
        frozenset((pair.words(0, pair.span(0, one.left)), pair.words(1, pair.span(1, one.right)))): chance(
            "label", label_signs(pair, one)
        )
        for one in replacements(pair)
    }


LONG = "The harbour will lose its old lock after a crack was found in the western gate."
SHORT = "The harbour will lose its old lock."
CRACK = "A crack was found in the western gate, the mayor said."


def test_what_the_other_report_says_in_another_sentence_is_lacking_less() -> None:
    (alone,) = details(("A", LONG), ("B", SHORT)).values()
    (said,) = details(("A", LONG), ("B", CRACK), ("B", SHORT)).values()
    (by_a_third,) = details(("A", LONG), ("C", CRACK), ("B", SHORT)).values()
    assert said < alone == by_a_third


def test_a_word_that_both_versions_have_is_no_label_for_its_neighbour() -> None:
    other = labels("The repair is finished.", "The repair is complete.")
    both = labels("The repair is finished.", "The repair is finished and the lock is complete.")
    words = frozenset(("finished", "complete"))
    assert both.get(words, 0.0) < other[words]
