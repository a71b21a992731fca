"""What the functions of the library say to what they cannot take: one line, as an error of their own."""

# mypy: disable-error-code="arg-type, list-item"
# That is the point: nothing here is of the type that it should be.

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcompare import (
    ArgumentError,
    ClaimCompareError,
    ReadError,
    RecordError,
    Report,
    Settings,
    SettingsError,
    Span,
    compare,
    compare_claims,
    compare_stories,
    load_comparison,
    read_reports,
    split_sentences,
)

if TYPE_CHECKING:
    from collections.abc import Callable

GATES = [Report(id=name, text=f"The gate of lock {name} broke on Monday. Nobody was hurt.") for name in "ab"]
# What is called, and how the message starts.
WRONG: dict[str, tuple[Callable[[], Any], str]] = {
    "strings": (lambda: compare(["a"]), "one of the reports is 'a', but has to be a claimcompare.Report"),
    "string": (lambda: compare("ab"), "reports is 'ab', but has to be several of claimcompare.Report"),
    "report": (lambda: compare(GATES[0]), "reports is Report"),
    "no reports": (lambda: compare(None), "reports is None"),
    "mapping": (lambda: compare({"id": "a"}), "reports is {'id': 'a'}"),
    "no settings": (lambda: compare(GATES, None), "settings is None, but has to be claimcompare.Settings"),
    "settings of a pair": (lambda: compare_claims("a", "b", 0.5), "settings is 0.5"),
    "left": (lambda: compare_claims(None, "b"), "left is None, but has to be a string"),
    "right": (lambda: compare_claims("a", b"b"), "right is b'b', but has to be a string"),
    "sentences": (lambda: split_sentences(None), "text is None, but has to be a string"),
    "paths": (lambda: read_reports(None), "paths is None, but has to be a path or several"),
    "bytes": (lambda: read_reports(b"a.txt"), "paths is b'a.txt'"),
    "numbers": (lambda: read_reports([5]), "one of the paths is 5, but has to be a string or a Path"),
    "path": (lambda: load_comparison(None), "path is None, but has to be a string or a Path"),
    "zero jobs": (lambda: compare(GATES, jobs=0), "jobs is 0, but has to be a whole number from 1 on, or None"),
    "fewer jobs": (lambda: compare(GATES, jobs=-1), "jobs is -1"),
    "jobs in words": (lambda: compare(GATES, jobs="x"), "jobs is 'x'"),
    "parts of jobs": (lambda: compare(GATES, jobs=1.5), "jobs is 1.5"),
    "matches": (
        lambda: compare_stories(GATES, of_matches="all"),
        "of_matches is 'all', but has to be one of 'nothing'",
    ),
    "sought": (lambda: compare(GATES).find(None), "text is None, but has to be a string"),
    "limit": (lambda: compare(GATES).find("a", limit=-1), "limit is -1, but has to be a whole number from 0 on"),
    "a limit of truth": (lambda: compare(GATES).find("a", limit=True), "limit is True, but has to be a whole number"),
    "a long list": (lambda: compare_claims("x", ["y" * 500] * 500), "right is ["),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_cannot_be_taken_is_named_in_one_line(name: str) -> None:
    call, words = WRONG[name]
    with pytest.raises(ArgumentError) as raised:
        call()
    assert str(raised.value).startswith(words)
    assert len(str(raised.value).splitlines()) == 1
    assert len(str(raised.value)) < 300
    assert isinstance(raised.value, ClaimCompareError)
    assert isinstance(raised.value, TypeError)
    assert isinstance(raised.value, ValueError)


@pytest.mark.parametrize("name", ["title", "source", "url", "path", "author", "place", "agency"])
def test_a_report_says_words_of_itself_or_nothing(name: str) -> None:
    assert getattr(Report(id="a", text="", **{name: None}), name) is None
    for wrong in (5, b"x", ["x"]):
        with pytest.raises(RecordError, match=f"^{name} is .*, but has to be a string or None$"):
            Report(id="a", text="", **{name: wrong})


@pytest.mark.parametrize("wrong", ["abc", ["title"], ("title",), None])
def test_where_a_report_has_it_from_is_told_in_records(wrong: Any) -> None:
    with pytest.raises(RecordError, match=r"^provenance is .*, but has to be a tuple of Provenance$"):
        Report(id="a", text="", provenance=wrong)


@pytest.mark.parametrize("value", [float("nan"), "no day", 5])
def test_a_day_that_is_none_is_refused(value: Any) -> None:
    """Among them what pandas has for no time, which is not itself."""
    with pytest.raises(RecordError, match=r"^published is .*, but has to be a date such as 2021-08-10"):
        Report(id="a", text="One gate.", published=value)


@pytest.mark.parametrize("days", [math.inf, math.nan, 10**400, 0.5, True])
def test_days_are_a_number_that_json_can_hold(days: float) -> None:
    with pytest.raises(SettingsError, match=r"^story_days is .{1,80}, but has to be a number from 1 on, or None$"):
        Settings(story_days=days)


def test_the_most_differences_may_be_more_than_a_machine_word_holds() -> None:
    more, every = (compare(GATES, Settings(max_differences=most)) for most in (2**63, None))
    assert more.clusters == every.clusters
    assert more.find("The gate of lock b broke.") == every.find("The gate of lock b broke.")


@pytest.mark.parametrize("path", ["a\0", Path("a\0"), "\ud800.json"])
def test_what_cannot_be_a_name_is_no_fault_of_the_file(path: str | Path) -> None:
    with pytest.raises(ReadError, match=r"^'.*' cannot be the name of a file; check the spelling$"):
        load_comparison(path)


def test_reports_may_come_from_a_generator() -> None:
    assert compare(report for report in GATES).reports == compare(GATES).reports


@pytest.mark.parametrize("ends", [(3, 2), (-1, 2), ("a", "b"), (None, 2), (1.0, 2.0), (0, 2.5)])
def test_a_span_runs_from_zero_or_later_to_its_end(ends: tuple[Any, Any]) -> None:
    with pytest.raises(
        RecordError, match=r"^a span runs from 0 or later to its end, in whole numbers, not from .* to "
    ):
        Span(*ends)
