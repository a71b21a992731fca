"""The table of related words: what it says of plain cases, and that it is of one piece."""

from importlib.resources import files

import pytest

from claimcompare import lexicons
from claimcompare.lexicons import relations
from claimcompare.text.stemming import stem


def related(a: str, b: str) -> float:
    return relations.related(stem(a), stem(b))


@pytest.mark.parametrize(
    ("a", "b"),
    [("said", "say"), ("was", "is"), ("men", "man"), ("told", "tells"), ("n't", "not"), ("had", "has")],
)
def test_forms_of_one_word_are_the_same(a: str, b: str) -> None:
    assert related(a, b) == 1.0
    assert relations.relation(stem(a), stem(b)) == "inflection"


def test_a_form_goes_with_the_commoner_word() -> None:
    assert relations.base(stem("leaves")) == stem("leave")


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("soldiers", "troops"),
        ("attack", "assault"),
        ("doctor", "physician"),
        ("rebels", "insurgents"),
        ("envoy", "ambassador"),
        ("denied", "denial"),
        ("regime", "government"),
    ],
)
def test_near_synonyms_and_derivations_are_related(a: str, b: str) -> None:
    assert 0.3 <= related(a, b) < 1.0
    assert related(a, b) == related(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [("five", "six"), ("Monday", "Tuesday"), ("John", "James"), ("Iran", "Iraq"), ("north", "south"), ("bank", "goat")],
)
def test_members_of_a_series_and_strangers_are_not_related(a: str, b: str) -> None:
    assert related(a, b) == 0.0


@pytest.mark.parametrize(("a", "b"), [("accepted", "rejected"), ("rose", "fell"), ("increase", "decrease")])
def test_antonyms_are_opposed_and_not_related(a: str, b: str) -> None:
    assert relations.opposed(stem(a), stem(b))
    assert relations.opposed(stem(b), stem(a))
    assert relations.relation(stem(a), stem(b)) == "antonym"
    assert related(a, b) == 0.0
    assert stem(b) not in relations.related_bases(stem(a))


def test_neighbours_come_nearest_first_and_see_one_another() -> None:
    found = relations.related_bases(stem("kill"))
    assert list(found.values()) == sorted(found.values(), reverse=True)
    assert stem("murder") in found
    assert all(relations.related_bases(other)[stem("kill")] == value for other, value in found.items())


def test_an_unknown_word_has_no_relatives() -> None:
    assert not relations.related_bases("qqxz")
    assert relations.related("qqxz", "qqxz") == 1.0
    assert relations.relation("qqxz", "qqxz") is None


def test_a_word_of_several_has_its_one_word_equal() -> None:
    assert stem("postpone") in relations.two_word_phrases()["put"]["off"].split()
    assert stem("seize") in relations.two_word_phrases()["take"]["over"].split()


def test_the_table_is_symmetric_and_within_bounds() -> None:
    seen: dict[tuple[str, str], str] = {}
    for word, *cells in lexicons.table("relations"):
        for cell in cells:
            other, mark = cell.rsplit(" ", 1)
            assert mark[0] in "sdhbla"
            assert mark[1:].isdigit()
            seen[word, other] = mark
    assert all(seen[b, a] == mark for (a, b), mark in seen.items())


def test_the_table_is_compact() -> None:
    assert len(files(lexicons).joinpath("relations.tsv").read_bytes()) < 1_500_000


def test_the_licence_of_wordnet_stands_beside_the_data() -> None:
    licence = files(lexicons).joinpath("WORDNET-LICENSE.txt").read_text(encoding="utf-8")
    assert "Copyright 2006 by Princeton University" in licence


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("came", "went"),
        ("sits", "stands"),
        ("stand", "run"),
        ("spoke", "wrote"),
        ("formal", "informed"),
        ("day", "night"),
    ],
)
def test_words_that_seldom_contradict_each_other_in_the_news_are_no_antonyms(a: str, b: str) -> None:
    assert not relations.opposed(stem(a), stem(b))
