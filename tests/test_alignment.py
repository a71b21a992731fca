"""Word alignment: which words of two claims correspond, on claims written for these tests."""

import json
import random
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare import compare_claims
from claimcompare.alignment import align, linking, spans_of
from claimcompare.alignment.grid import Cell, Grid
from claimcompare.alignment.model import model
from claimcompare.alignment.passes import is_gap_cell, later_scores
from claimcompare.alignment.phrases import Block, dense_blocks
from claimcompare.alignment.signs import Links
from claimcompare.alignment.words import word_pair
from claimcompare.features.tokens import tokens_of
from claimcompare.lexicons import parameters
from claimcompare.records import Claim, Features, Link, Span


def features(text: str) -> Features:
    whole = Span(0, len(text))
    claim = Claim(id="c1", report="r", span=whole, text=text, sentence=whole)
    return Features(claim=claim, tokens=tokens_of(text))


def links(left: str, right: str) -> dict[str, tuple[str, str]]:
    """Words of the left claim -> words of the right one and the relation, as a reader would note them."""
    a, b = features(left), features(right)
    return {
        " ".join(a.tokens[i].form for i in link.left): (" ".join(b.tokens[j].form for j in link.right), link.relation)
        for link in align(a, b)
    }


CASES: list[tuple[str, str, str, dict[str, tuple[str, str] | None]]] = [
    (
        "same",
        "The dam burst on Friday.",
        "The dam burst on Friday.",
        {"dam": ("dam", "same"), "burst": ("burst", "same")},
    ),
    (
        "inflected",
        "The ministers were told of the plan.",
        "The minister was told of the plans.",
        {"ministers": ("minister", "stem"), "were": ("was", "stem"), "plan": ("plans", "stem")},
    ),
    ("irregular", "The envoy said it was over.", "The envoy says it is over.", {"said": ("says", "stem")}),
    ("spelling", "Zalmay Rahim flew to Doha.", "Zalmai Rahim flew to Doha.", {"Zalmay": ("Zalmai", "spelling")}),
    ("number words", "The storm killed five people.", "The storm killed 5 people.", {"five": ("5", "number")}),
    (
        "thousands",
        "The army sent 4,000 men to the border.",
        "The army sent 4000 men to the border.",
        {"4,000": ("4000", "number")},
    ),
    (
        "other numbers",
        "The storm killed five people in Karvel.",
        "The storm killed six people in Karvel.",
        {"five": ("six", "context")},
    ),
    (
        "numbers at different places",
        "He said that five men fell.",
        "Six men fell, he said.",
        {"five": ("Six", "context")},
    ),
    ("ordinals", "It was the fifth blast this week.", "It was the 5th blast this week.", {"fifth": ("5th", "number")}),
    ("months", "The vote is on Sept. 4.", "The vote is on September 4.", {"Sept": ("September", "abbreviation")}),
    (
        "United States",
        "The U.S. envoy left.",
        "The United States envoy left.",
        {"U.S.": ("United States", "abbreviation")},
    ),
    (
        "United Nations",
        "The United Nations condemned the raid.",
        "The UN condemned the raid.",
        {"United Nations": ("UN", "abbreviation")},
    ),
    (
        "initials",
        "The Karvel River Water Authority shut the dam.",
        "The KRWA shut the dam.",
        {"Karvel River Water Authority": ("KRWA", "abbreviation")},
    ),
    (
        "initials of another short form",
        "The US vetoed the resolution on Monday.",
        "The UN Security Council resolution failed on Monday.",
        {"US": None, "vetoed": None},
    ),
    (
        "a pronoun",
        "The envoy told us of the plan.",
        "The envoy told the United States of the plan.",
        {"us": ("United States", "phrase")},
    ),
    (
        "short forms on both sides",
        "The European Union and the US met.",
        "The EU and the United States met.",
        {"European Union": ("EU", "abbreviation"), "US": ("United States", "abbreviation")},
    ),
    (
        "short forms of one name",
        "The United Nations US.",
        "The UN Security.",
        {"United Nations": ("UN", "abbreviation")},
    ),
    (
        "synonyms",
        "Soldiers attacked the town.",
        "Troops assaulted the town.",
        {"Soldiers": ("Troops", "related"), "attacked": ("assaulted", "related")},
    ),
    (
        "antonyms",
        "The council accepted the plan on Monday.",
        "The council rejected the plan on Monday.",
        {"accepted": ("rejected", "antonym")},
    ),
    (
        "a clause moved",
        "Officials said the bridge was safe.",
        "The bridge was safe, officials said.",
        {"Officials": ("officials", "same"), "bridge": ("bridge", "same")},
    ),
    (
        "compounds",
        "Both sides agreed to a cease-fire.",
        "Both sides agreed to a ceasefire.",
        {"cease fire": ("ceasefire", "phrase")},
    ),
    ("contractions", "The firm did not answer.", "The firm didn't answer.", {"did not": ("didn't", "abbreviation")}),
    (
        "phrases",
        "The court put off its ruling.",
        "The court postponed its ruling.",
        {"put off": ("postponed", "phrase")},
    ),
]


@pytest.mark.parametrize(("left", "right", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_words_correspond(left: str, right: str, expected: dict[str, tuple[str, str] | None]) -> None:
    found = links(left, right)
    assert {words: found.get(words) for words in expected} == expected


def test_context_decides_between_repeated_words() -> None:
    left, right = features("The bank sued the city and the city sued the state."), features("The city sued the state.")
    assert {link.left: link.right for link in align(left, right)} == {
        (6,): (0,),
        (7,): (1,),
        (8,): (2,),
        (9,): (3,),
        (10,): (4,),
    }


def test_claims_without_a_common_word_have_no_links() -> None:
    assert links("Prices rose sharply.", "A goat escaped yesterday from Bern zoo.") == {}


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "The dam burst."), ("?!", "—")])
def test_nothing_is_aligned_with_nothing(left: str, right: str) -> None:
    assert align(features(left), features(right)) == ()


_VOCABULARY = """
the a of dam burst bursts city City five 5 six U.S. United States UN said says not n't put off postponed
"""
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=14).map(" ".join)


@given(_WORDS, _WORDS)
def test_sides_can_be_swapped(left: str, right: str) -> None:
    a, b = features(left), features(right)
    turned = {(link.right, link.left, link.relation, link.similarity) for link in align(b, a)}
    assert turned == {(link.left, link.right, link.relation, link.similarity) for link in align(a, b)}


@given(_WORDS, _WORDS)
def test_every_word_stands_in_one_link_at_most(left: str, right: str) -> None:
    a, b = features(left), features(right)
    found = align(a, b)
    for side, own in ((a, [link.left for link in found]), (b, [link.right for link in found])):
        places = [place for places in own for place in places]
        assert len(places) == len(set(places))
        assert all(0 <= place < len(side.tokens) for place in places)
    assert all(list(link.left) == sorted(link.left) and list(link.right) == sorted(link.right) for link in found)
    assert all(0.0 < link.similarity <= 1.0 for link in found)


@given(_WORDS)
def test_a_claim_is_aligned_with_itself_word_by_word(text: str) -> None:
    own = features(text)
    assert [(link.left, link.right) for link in align(own, own)] == [((at,), (at,)) for at in range(len(own.tokens))]


_MORE_WORDS = """
minister minister's ministers Kabul Kabal kill killed killing murder increase decrease accept reject bank banker bankers
on in by with he said told criticised criticism report reporters reported 4,000 4000 Sept. September Friday Monday
approximately about organisation organization Washington washing US us Rahim Zalmay Zalmai
"""
_TEXTS = st.lists(st.sampled_from((_VOCABULARY + _MORE_WORDS).split()), max_size=16).map(" ".join)
_LINKED = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), max_size=10)


@given(_TEXTS, _TEXTS)
def test_words_are_to_each_other_what_looking_at_every_pair_says(left: str, right: str) -> None:
    grid = Grid(features(left).tokens, features(right).tokens)
    phrased = {cell for cell, pair in grid.pairs.items() if pair.relation == "phrase"}
    for i, a in enumerate(grid.left):
        for j, b in enumerate(grid.right):
            assert (i, j) in phrased or grid.pair(i, j) == word_pair(a, b), (a.form, b.form)


@given(_TEXTS, _TEXTS, _LINKED)
def test_no_pair_that_may_be_linked_is_taken_for_hopeless(left: str, right: str, linked: list[Cell]) -> None:
    grid = Grid(features(left).tokens, features(right).tokens)
    once = {j: i for i, j in {i: j for i, j in linked if i < len(grid.left) and j < len(grid.right)}.items()}
    links = Links(grid, {(i, j): float(i % 3 * 4) for j, i in once.items()}, 4.0)
    between = {(i, j) for i in range(len(grid.left)) for j in range(len(grid.right)) if is_gap_cell(links, i, j)}
    second, third = model().second, model().third
    for step, alike, scores in (
        (second, linking.open_pairs, linking.second_scores(grid, links, second)),
        (third, linking.open_phrases, linking.third_scores(grid, links, third)),
    ):
        slowly = later_scores(grid, links, alike(grid, links) | between, step)
        expected = {cell: score for cell, score in slowly.items() if score >= step.least}
        found = {cell: score for cell, score in scores.items() if score >= step.least and cell not in links.sure}
        assert found == expected


def _dense_slowly(scores: Mapping[Cell, float], least: float) -> set[Block]:
    """The blocks by the definition: the cells of each group that hangs together, the weakest dropped one by one."""
    if not scores:
        return set()
    cells = {next(iter(scores))}
    while more := {(i, j) for i, j in scores if any(i == a or j == b for a, b in cells)} - cells:
        cells |= more
    rest = {cell: score for cell, score in scores.items() if cell not in cells}
    left, right = (tuple(sorted({cell[side] for cell in cells})) for side in (0, 1))
    if len(cells) >= least * len(left) * len(right):
        return {(left, right)} | _dense_slowly(rest, least)
    weakest = min(cells, key=lambda cell: (scores[cell], cell))
    return _dense_slowly({cell: scores[cell] for cell in cells - {weakest}}, least) | _dense_slowly(rest, least)


_SCORED = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)), st.integers(0, 3).map(float) | st.floats(0, 9), max_size=24
)


@given(_SCORED)
def test_blocks_are_those_that_dropping_the_weakest_cells_one_by_one_leaves(scores: dict[Cell, float]) -> None:
    found = dense_blocks(scores)
    assert len(found) == len(set(found))
    assert set(found) == _dense_slowly(scores, parameters("alignment_words")["dense"])


def test_cells_without_number_are_no_error() -> None:
    dice = random.Random(1)
    scores = {(dice.randrange(400), dice.randrange(400)): dice.random() for _ in range(4000)}
    found = dense_blocks(scores)
    for side in (0, 1):
        places = [place for block in found for place in block[side]]
        assert len(places) == len(set(places)) > 100


def test_spans_are_those_of_the_reports_and_runs_of_a_phrase_are_one() -> None:
    left, right = features("They put it off."), features("They delayed it.")
    link = Link(left=(1, 3), right=(1,), relation="phrase")
    assert [(a.of(left.claim.text), b.of(right.claim.text)) for a, b in spans_of((link,), left, right)] == [
        ("put", "delayed"),
        ("off", "delayed"),
    ]
    link = Link(left=(1, 2, 3), right=(1, 2), relation="phrase")
    assert [(a.of(left.claim.text), b.of(right.claim.text)) for a, b in spans_of((link,), left, right)] == [
        ("put it off", "delayed it")
    ]


FLOORS = {"rte2_dev": 0.88, "mtref_dev": 0.78, "wiki_dev": 0.97, "edinburgh_train": 0.84}


@pytest.mark.parametrize("name", FLOORS)
def test_gold_alignments_are_met(name: str, shared: Path) -> None:
    lines = (shared / "data" / "words" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[1::4]
    hits = sure = gold = 0
    for row in map(json.loads, lines):
        left, right = features(" ".join(row["t1"])), features(" ".join(row["t2"]))
        places = [_word_of_token(row[side], own) for side, own in (("t1", left), ("t2", right))]
        got = {(places[0][i], places[1][j]) for link in align(left, right) for i in link.left for j in link.right}
        wanted = {(i, j) for i, j in row["align"] if i in places[0] and j in places[1]}
        hits, sure, gold = hits + len(got & wanted), sure + len(got), gold + len(wanted)
    assert 2 * hits / (sure + gold) >= FLOORS[name]


def _word_of_token(words: list[str], own: Features) -> list[int]:
    ends, at = [], 0
    for word in words:
        at += len(word) + 1
        ends.append(at)
    return [next(n for n, end in enumerate(ends) if token.start < end) for token in own.tokens]


def test_of_a_sentence_that_says_one_phrase_over_and_over_the_first_words_are_aligned() -> None:
    left, right = (f"{who} would have been {'would have been ' * 150}lost." for who in ("It", "They"))
    assert 100 < len(compare_claims(left, right).alignment) < 200


def test_of_a_sentence_as_long_that_says_something_else_with_each_word_all_are_aligned() -> None:
    words = " ".join(map("".join, product("bdfgklmnprtvz", "aiou", "bdfgkmprt")))
    assert len(compare_claims(f"It said {words}.", f"They said {words}.").alignment) > 450
