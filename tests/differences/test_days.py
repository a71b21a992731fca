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


def test_seasons_of_no_year_contradict_each_other_in_reports_of_near_days_alone() -> None:
    spring, autumn = MET.format("in the spring"), MET.format("in the autumn")
    assert severities(("2026-11-02", spring), ("2026-11-03", autumn)) == ["conflict"]
    assert severities(("2026-05-20", spring), ("2026-11-03", autumn)) == ["shift"]


STORM = "The storm that flooded the harbour of Tarn on {} will be remembered for years, the mayor of Osland said."


def test_a_day_of_a_written_year_and_one_of_this_year_are_of_two_things() -> None:
    found = severities(("2026-03-02", STORM.format("Feb. 11, 2001")), ("2026-03-02", STORM.format("Feb. 27")))
    assert found == ["shift"]


def test_the_year_of_the_report_may_be_written_out() -> None:
    found = severities(("2026-03-02", STORM.format("Feb. 11, 2026")), ("2026-03-02", STORM.format("Feb. 27")))
    assert found == ["conflict"]


def numbers(left: tuple[str, str], right: tuple[str, str]) -> set[str]:
    """The severities of the differences in number between two reports of one sentence, each with its day."""
    reports = [Report(id=name, published=day, text=text) for name, (day, text) in zip("ab", (left, right), strict=True)]
    return {one.severity for match in compare(reports).matches for one in match.differences if one.kind == "number"}


NAMES = " Ada Quill, Jon Brandt, Lena Marsh, Olaf Rydell, Ann Teller and Ines Zell of Norvik and Brask spoke."
STRIKE = "The {}-day strike of the welders of Osland at the Tarn docks came to an end, the union said." + NAMES
FUNDS = "Dealers in Osland said that funds of the Tarn bank were trading at {} percent." + NAMES
TODAY = "The Tarn bank said that it gave the money market of Osland {} million crowns of help today." + NAMES


def test_what_goes_on_has_gone_on_longer_in_a_later_report() -> None:
    longer = ("2026-03-04", STRIKE.format("five"))
    assert numbers(("2026-03-02", STRIKE.format("three")), longer) == {"shift"}
    assert numbers(("2026-03-04", STRIKE.format("three")), longer) == {"conflict"}
    assert numbers(("2026-03-05", STRIKE.format("three")), longer) == {"conflict"}


def test_a_rate_is_read_on_each_day() -> None:
    assert numbers(("2026-03-02", FUNDS.format("6.1")), ("2026-03-03", FUNDS.format("6.4"))) == {"shift"}
    assert numbers(("2026-03-02", FUNDS.format("6.1")), ("2026-03-02", FUNDS.format("6.4"))) == {"conflict"}


def test_each_report_tells_of_its_own_today() -> None:
    assert numbers(("2026-03-02", TODAY.format("150")), ("2026-03-03", TODAY.format("250"))) == {"shift"}
    assert numbers(("2026-03-02", TODAY.format("150")), ("2026-03-02", TODAY.format("250"))) == {"conflict"}
