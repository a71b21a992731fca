"""The generated corpus is what the figures say it is, and the benchmarks measure what they say they do."""

from __future__ import annotations

import json
import random
import re
import sys
from collections import Counter, defaultdict
from datetime import date
from itertools import combinations
from pathlib import Path

import contradictions
import generate
import plain
import pytest
from scaling import command, growth, page, process, stages
from wire import grammar, names
from wire.service import Service, Written, reports
from wire.telling import Story, Teller

from claimcompare import read_reports

SENTENCES = 4000


@pytest.fixture(scope="module")
def corpus() -> list[Written]:
    return list(reports(Service(), SENTENCES))


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def tellers(corpus: list[Written]) -> dict[str, list[tuple[Written, str]]]:
    """The reports that tell a fact, and the sentence of each."""
    found = defaultdict(list)
    for report in corpus:
        for sentence in report.sentences:
            for fact in sentence.facts:
                found[fact].append((report, report.text[sentence.start : sentence.end]))
    return found


def pairs(corpus: list[Written]) -> list[tuple[str, str]]:
    """The sentences of two reports that tell the same."""
    return [(one[1], other[1]) for told in tellers(corpus).values() for one, other in combinations(told, 2)]


def test_the_same_seed_writes_the_same_bytes(tmp_path: Path) -> None:
    first, second, other = (tmp_path / name for name in ("first", "second", "other"))
    generate.write(first, 300, Service(seed=7))
    generate.write(second, 300, Service(seed=7))
    generate.write(other, 300, Service(seed=8))
    assert first.read_bytes() == second.read_bytes() != other.read_bytes()


def test_a_smaller_corpus_is_the_beginning_of_a_larger_one(corpus: list[Written]) -> None:
    fewer = list(reports(Service(), 500))
    assert fewer == corpus[: len(fewer)]


def test_the_size_is_that_asked_for(corpus: list[Written]) -> None:
    told = sum(len(report.sentences) for report in corpus)
    assert SENTENCES <= told < SENTENCES + 60
    assert 6 < told / len(corpus) < 8.5


def test_sentences_are_whole_and_nothing_is_left_unfilled(corpus: list[Written]) -> None:
    for report in corpus:
        assert not re.search(r"[{}<>|]|\s,|,,|  ", report.text + report.title), report.text
        for sentence in report.sentences:
            text = report.text[sentence.start : sentence.end]
            assert re.fullmatch(r"[“\w\d$].+[.”]", text), text


def test_every_report_can_be_read(tmp_path: Path) -> None:
    generate.write(tmp_path / "wire.jsonl", 300, Service())
    read = read_reports([tmp_path / "wire.jsonl"])
    known = list(reports(Service(), 300))
    assert [(one.title, one.text, one.source) for one in read] == [(one.title, one.text, one.source) for one in known]
    assert [one.published for one in read] == [one.published.date() for one in known]


def test_the_truth_says_where_each_sentence_stands(tmp_path: Path) -> None:
    generate.write(tmp_path / "wire.jsonl", 100, Service(), tmp_path / "truth.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    known = list(reports(Service(), 100))
    assert [line["id"] for line in lines] == [report.id for report in known]
    assert lines[0]["sentences"] == [[one.start, one.end, *one.facts] for one in known[0].sentences]


def test_stories_are_told_by_up_to_eight_reports_within_three_days(corpus: list[Written]) -> None:
    stories = defaultdict(list)
    for report in corpus:
        stories[report.sentences[0].facts[0].split(".")[0]].append(report)
    sizes = Counter(len(told) for told in stories.values())
    assert max(sizes) <= 8
    assert 0.35 < sum(size * count for size, count in sizes.items() if size > 1) / len(corpus) < 0.6
    for told in stories.values():
        assert (max(one.published for one in told) - min(one.published for one in told)).days <= 3
        assert len({one.source for one in told}) == len(told)


def test_reports_come_in_the_order_of_their_time(corpus: list[Written]) -> None:
    times = [report.published for report in corpus]
    assert times == sorted(times)


def test_the_same_fact_is_told_in_other_words(corpus: list[Written]) -> None:
    told = pairs(corpus)
    alike = [len(set(words(one)) & set(words(other))) / len(set(words(one + " " + other))) for one, other in told]
    assert 0.03 < sum(one == other for one, other in told) / len(told) < 0.4  # wire copy
    assert 0.3 < sum(alike) / len(alike) < 0.7


def test_figures_differ_now_and_then(corpus: list[Written]) -> None:
    counted = [
        (set(re.findall(r"\d[\d,.]*", one)), set(re.findall(r"\d[\d,.]*", other))) for one, other in pairs(corpus)
    ]
    both = [(one, other) for one, other in counted if one and other]
    assert 0.05 < sum(one.isdisjoint(other) for one, other in both) / len(both) < 0.5


def test_without_stories_nothing_is_told_twice() -> None:
    assert not pairs(list(reports(Service(in_stories=0.0), 1000)))


def test_the_vocabulary_keeps_growing(corpus: list[Written]) -> None:
    half = len(corpus) // 4
    some = {word for report in corpus[:half] for word in words(report.text)}
    more = {word for report in corpus for word in words(report.text)}
    assert len(more) > 1.6 * len(some)


@pytest.mark.parametrize("kind", ["surname", "city", "firm", "term"])
def test_ranks_have_names_of_their_own(kind: str) -> None:
    assert len({names.name(kind, rank) for rank in range(5000)}) > 4900


def test_a_bracket_that_does_not_match_is_named() -> None:
    with pytest.raises(ValueError, match="a bracket"):
        grammar.pattern("one}")
    with pytest.raises(ValueError, match="not of the form"):
        grammar.pattern("<not a slot>")


def test_time_that_grows_as_a_power_has_that_exponent() -> None:
    rows = [{"sentences": size, "seconds": 3e-5 * size**1.15} for size in (10_000, 100_000, 1_000_000)]
    assert growth.exponent([{"sentences": 1000, "seconds": 99.0}, *rows]) == pytest.approx(1.15)
    assert growth.exponent(rows[:1]) is None


def test_memory_is_that_of_a_process_and_its_children() -> None:
    held = "import subprocess, sys, time; hold = bytearray(60_000_000); "
    child = f"{held}time.sleep(1.2)"
    used = process.usage([sys.executable, "-c", f"{held}subprocess.run([sys.executable, '-c', {child!r}])"])
    assert used.status == 0
    assert used.seconds > 1.2
    assert 120e6 < used.peak < 250e6


def test_what_a_process_complained_of_is_kept() -> None:
    used = process.usage([sys.executable, "-c", "raise SystemExit('out of paper')"])
    assert used.status == 1
    with pytest.raises(RuntimeError, match="out of paper"):
        command.succeeded(used)


def test_the_time_of_each_stage_is_told(tmp_path: Path, seeds: Path) -> None:
    seconds = command.stage_seconds(seeds, tmp_path / "out.jsonl")
    assert "features" in seconds  # five reports take so little that a look may miss the shorter stages
    assert all(value >= 0 for value in seconds.values())
    assert not stages.HELPERS & (set(seconds) - {"pipeline"})


@pytest.mark.parametrize(
    ("modules", "stage"),
    [
        (("cli", "pipeline", "features.dates", "lexicons"), "features"),
        (("cli", "pipeline", "sentences"), "sentences"),
        (("cli", "pipeline", "records"), "pipeline"),
        (("cli",), "start and rest"),
    ],
)
def test_a_stack_is_in_the_stage_of_its_innermost_module(modules: tuple[str, ...], stage: str) -> None:
    def called(names: tuple[str, ...]) -> str:
        if not names:
            return stages.stage_of(sys._getframe())
        within = {"__name__": f"claimcompare.{names[0]}", "called": called, "rest": names[1:]}
        exec("found = called(rest)", within)  # noqa: S102 - a frame of a module of that name
        return str(within["found"])

    assert called(modules) == stage


def test_pairs_are_those_of_sentences_in_one_cluster(tmp_path: Path, seeds: Path) -> None:
    command.compared(seeds, tmp_path / "out.jsonl", jobs=1)
    found = command.pairs(tmp_path / "out.jsonl")
    assert len(found) > 20
    assert all(one[0] != other[0] for one, other in found)
    few = command.pairs(tmp_path / "out.jsonl", only={"001", "002"})
    assert few == {pair for pair in found if {place[0] for place in pair} == {"001", "002"}}


def test_a_table_goes_between_its_markers(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    target.write_text("a\n<!-- one -->\nold\n<!-- end -->\nb\n<!-- two -->\n<!-- end -->\n", encoding="utf-8")
    page.write(target, {"one": "new", "two": "fresh"})
    assert target.read_text() == "a\n<!-- one -->\nnew\n<!-- end -->\nb\n<!-- two -->\nfresh\n<!-- end -->\n"
    with pytest.raises(ValueError, match="no place for three"):
        page.write(target, {"three": ""})


def test_every_pattern_is_put_into_words() -> None:
    """Each kind of story turns up, and each of its facts is told."""
    kinds = grammar.kinds("stories.txt")
    wanted = {(at, fact) for at, kind in enumerate(kinds) for fact in kind.patterns["fact"]}
    chance = random.Random(3)
    for at, fact in sorted(wanted, key=repr):
        story = Story(1, kinds[at], date(2023, 1, 1))
        told = Teller(story, chance).sentence(story.fact(fact, chance)).text
        assert re.fullmatch(r"[\w\d$“].{15,400}\.", told), told


def test_planted_contradictions_are_found_among_other_differences() -> None:
    """One story with what was planted in it, found, told otherwise, or in no cluster."""
    (story,) = (one for one in contradictions.stories() if one.name == "rates")
    by_kind, conflicts, missed = contradictions.counted([story])
    assert sum(found.total() for found in by_kind.values()) == len(story.planted["contradictions"])
    assert sum(found["conflict"] for found in by_kind.values()) + len(missed) == len(story.planted["contradictions"])
    assert conflicts["right"] > 0


def test_every_reading_that_was_planted_is_in_its_report() -> None:
    for folder in contradictions.FOLDER.glob("*/planted.json"):
        planted = json.loads(folder.read_text(encoding="utf-8"))
        for one in (*planted["contradictions"], *planted["traps"]):
            assert len({reading["report"] for reading in one["readings"]}) > 1 or len(one["readings"]) > 1
            for reading in one["readings"]:
                text = (folder.parent / f"{reading['report']}.txt").read_text(encoding="utf-8")
                assert reading["text"] in text


# Those that were brought down to what the tool got wrong say nothing of how much it gets right.
WRITTEN_BEFORE = sorted(file for file in plain.FOLDER.glob("*.txt") if not file.stem.startswith("brought_down"))


@pytest.mark.parametrize("file", WRITTEN_BEFORE, ids=lambda file: file.stem)
def test_plain_sentences_that_cannot_both_be_true_are_told_and_few_others(file: Path) -> None:
    told: dict[bool, list[bool]] = {True: [], False: []}
    for pair in plain.pairs_of(file):
        told[pair.contradict].append(pair.told)
    assert sum(told[True]) >= 0.75 * len(told[True])
    assert sum(told[False]) <= 0.1 * len(told[False])
