"""Days that are counted from the reports' own: two reports that say "today" on two days contradict nothing."""

from __future__ import annotations

from claimcompare import Report, compare


def severities(left: tuple[str, str], right: tuple[str, str]) -> list[str]:
    """Those of the differences in date between two reports of one sentence, each with its day."""
    reports = [Report(id=name, published=day, text=text) for name, (day, text) in zip("ab", (left, right), strict=True)]
    return [one.severity for match in compare(reports).matches for one in match.differences if one.kind == "date"]


MET = "The coffee council of Tarn met the growers of Osland {}, its chairman said."


def test_one_act_on_two_days_is_a_contradiction() -> None:
    found = severities(("2026-03-02", MET.format("today")), ("2026-03-02", MET.format("on February 26")))
    assert found == ["conflict"]


def test_reports_of_two_days_tell_each_of_its_own() -> None:
    found = severities(("2026-03-02", MET.format("yesterday")), ("2026-03-04", MET.format("today")))
    assert found == ["shift"]


def test_today_and_a_day_of_another_act_contradict_nothing() -> None:
    here = "Talks on coffee export quotas at a session of the Tarn council will resume at noon today, delegates said."
    there = "Tarn council growers will present a proposal for coffee export quotas from April 1, delegates said."
    found = severities(("2026-03-02", here), ("2026-03-02", there))
    assert found
    assert "conflict" not in found


STORM = "The storm that flooded the harbour of Tarn on {} will be remembered for years, the mayor of Osland said."


def test_a_day_of_a_written_year_and_one_of_this_year_are_of_two_things() -> None:
    found = severities(("2026-03-02", STORM.format("Feb. 11, 2001")), ("2026-03-02", STORM.format("Feb. 27")))
    assert found == ["shift"]


def test_the_year_of_the_report_may_be_written_out() -> None:
    found = severities(("2026-03-02", STORM.format("Feb. 11, 2026")), ("2026-03-02", STORM.format("Feb. 27")))
    assert found == ["conflict"]
