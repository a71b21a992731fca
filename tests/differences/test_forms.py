"""Two results of one form contradict nothing; two reports on one event that differ in a few numbers do."""

from __future__ import annotations

from claimcompare import Comparison, Report, compare
from claimcompare.differences.readings.forms import reports_of_two_things
from claimcompare.records import Claim, Features, Quotation, Span, Token

LINES = (
    "Net sales rose to {} crowns in the first quarter, helped by ferries.",
    "Orders for cranes and dry docks weighed {} tons at the end of March.",
    "It employs {} welders, painters and clerks on the northern coast.",
    "Owners will be paid {} pounds for each old boat, the board decided.",
)
TARN = ("412,350", "51,800", "1,214", "36.5")
OSLAND = ("77,215", "6,480", "388", "12.25")


def results(name: str, numbers: tuple[str, ...]) -> Report:
    """A report that fills the lines of the form with its own numbers."""
    return Report(id=name, text="\n\n".join(line.format(one) for line, one in zip(LINES, numbers, strict=True)))


def severities(comparison: Comparison) -> list[str]:
    """Those of all differences of numbers."""
    return [one.severity for cluster in comparison.clusters for one in cluster.differences if one.kind == "number"]


def test_one_form_filled_in_twice_contradicts_nothing() -> None:
    found = compare([results("tarn", TARN), results("osland", OSLAND)])
    assert severities(found) == ["shift"] * len(LINES)
    notes = {one.note for cluster in found.clusters for one in cluster.differences if one.kind == "number"}
    assert notes == {"the reports share few names and figures: they may tell of two things"}
    in_matches = [one.severity for match in found.matches for one in match.differences if one.kind == "number"]
    assert in_matches == ["shift"] * len(LINES)


def test_two_reports_on_one_thing_contradict_each_other_in_one_number() -> None:
    found = compare([results("tarn", TARN), results("other", (*TARN[:3], "39.5"))])
    assert severities(found) == ["conflict"]
    assert [cluster.differences[0].severity for cluster in found.clusters if cluster.differences] == ["conflict"]


SHARED = "The strike at the docks will go on for {} days, the union said."
OWN = (
    "Ann Rydell of the Tarn Line said that 412 dockers had walked out in Osland, and Lund Cranes lost 77 orders.",
    "Jon Brandt of Felt Freight told the Arland Post that 1,350 clerks at Marsh Quay were paid 51 crowns more.",
)


def on_strike(name: str, days: str, *more: str) -> Report:
    return Report(id=name, text="\n\n".join((SHARED.format(days), *more)))


def test_reports_with_hardly_a_name_or_figure_in_common_contradict_nothing_in_numbers() -> None:
    assert severities(compare([on_strike("a", "five", OWN[0]), on_strike("b", "nine", OWN[1])])) == ["shift"]
    assert severities(compare([on_strike("a", "five", OWN[0]), on_strike("b", "nine", OWN[0])])) == ["conflict"]


def test_words_that_stand_in_names_of_every_kind_are_nothing_in_common() -> None:
    firms = "Osland Freight Ltd and Rydell Cranes Ltd of Luxembourg lost 77 orders to the National Tarn Association."
    others = "Brandt Lines Ltd and Zell Timber Ltd of Luxembourg lost 1,350 orders to the National Arland Association."
    assert severities(compare([on_strike("a", "five", firms), on_strike("b", "nine", others)])) == ["shift", "shift"]


def test_reports_that_name_little_may_contradict_each_other() -> None:
    assert severities(compare([on_strike("a", "five"), on_strike("b", "nine")])) == ["conflict"]


def titled(name: str, title: str, weight: str) -> Report:
    return Report(id=name, title=title, text=f"The company laid off {weight} welders on Monday.\n\nNobody was told.")


def test_reports_titled_by_what_the_other_does_not_have_contradict_nothing_in_numbers() -> None:
    apart = [titled("a", "Rydell Freight cuts jobs", "412"), titled("b", "Zell Timber cuts jobs", "390")]
    found = compare(apart)
    assert severities(found) == ["shift"]
    notes = {one.note for cluster in found.clusters for one in cluster.differences if one.kind == "number"}
    assert notes == {"neither report has what the other is titled by: they may tell of two things"}
    together = [apart[0], titled("b", "Rydell cuts jobs", "390")]
    assert severities(compare(together)) == ["conflict"]
    assert severities(compare([apart[0], titled("b", "Company cuts jobs", "390")])) == ["conflict"]


BOTH = ("Ada Quill and Jon Brandt spoke for the Tarn Line and Felt Freight.",)


def test_names_are_shared_where_the_day_of_a_report_is_not_known() -> None:
    lines = (*LINES[:3], *BOTH)

    def report(name: str, numbers: tuple[str, ...], day: str | None) -> Report:
        text = "\n\n".join(line.format(one) for line, one in zip(lines, numbers, strict=True))
        return Report(id=name, text=text, published=day)

    first = report("a", TARN, "2026-03-03")
    assert set(severities(compare([first, report("b", OSLAND, None)]))) == {"conflict"}
    assert set(severities(compare([first, report("b", OSLAND, "2026-03-04")]))) == {"shift"}


def test_a_third_report_that_has_much_in_common_with_both_says_that_they_tell_of_one_thing() -> None:
    left = "Ann Rydell of the Tarn Line said that 412 dockers had left Osland, and Lund Cranes lost 77 orders."
    right = "Jon Brandt of Felt Freight told Rydell that 1,350 clerks at Marsh Quay in Arland were paid 51 crowns."
    apart = [on_strike("a", "five", left), on_strike("b", "nine", right)]
    assert severities(compare(apart)) == ["shift"]
    found = compare([*apart, Report(id="c", text=f"{left}\n\n{right}")])
    assert "conflict" in severities(found)


def test_reports_that_quote_the_same_words_tell_of_one_thing_however_many_numbers_differ() -> None:
    said = "“We slept on the floor beside the cranes,” one of them said."
    forms = [f"{said}\n\n{results(name, numbers).text}" for name, numbers in (("tarn", TARN), ("other", OSLAND))]
    found = compare([Report(id=str(number), text=text) for number, text in enumerate(forms)])
    assert severities(found) == ["conflict"] * len(LINES)


def test_the_last_of_many_quotations_in_one_sentence_is_known() -> None:
    many = "He called it “bad”, “{}”, “worse”, “awful” and “a long dark night for all of us here on this coast”."
    forms = [f"{results(name, numbers).text}\n\n{many.format(name)}" for name, numbers in (("t", TARN), ("o", OSLAND))]
    found = [Report(id=str(number), text=text) for number, text in enumerate(forms)]
    assert severities(compare(found)) == ["conflict"] * len(LINES)


def test_a_sentence_of_countless_quotations_does_not_look_through_all_its_words_for_each() -> None:
    spans = [Span(at, at + 1) for at in range(0, 60_000, 2)]  # each with each would take many minutes
    text = "a " * len(spans)
    claim = Claim(id="a1", report="a", span=Span(0, len(text)), sentence=Span(0, len(text)), text=text)
    whole = Features(
        claim=claim,
        tokens=tuple(Token(one.start, one.end, form="a", stem="a") for one in spans),
        quotations=tuple(Quotation(span=one) for one in spans),
    )
    assert not reports_of_two_things([], [whole], [Report(id="a", text=text)]).of_one_form


def filed(name: str, title: str, amount: str, unit: str, day: str | None = None) -> Report:
    text = f"Brask Ratings cut its view of the debt of {unit}.\n\nIts step touches debt of {amount} million crowns."
    return Report(id=name, title=title, text=text, published=day)


def test_reports_titled_by_names_that_the_other_has_nowhere_contradict_nothing_in_numbers() -> None:
    apart = [
        filed("a", "Brask cuts Rydell Freight", "412", "Rydell Freight"),
        filed("b", "Brask cuts Zell Timber", "390", "Zell Timber"),
    ]
    assert set(severities(compare(apart))) == {"shift"}
    one = [apart[0], filed("b", "Brask cuts Rydell", "390", "Rydell Freight")]
    assert "conflict" in severities(compare(one))


TRADED = "The central bank of Tarn arranged {} million crowns of repurchases of customers, a spokesman said."


def test_a_brief_of_another_day_with_hardly_a_figure_in_common_contradicts_nothing_in_numbers() -> None:
    def brief(name: str, amount: str, day: str) -> Report:
        return Report(id=name, text=TRADED.format(amount), published=day)

    found = compare([brief("a", "150", "2026-03-03"), brief("b", "250", "2026-03-04")])
    assert severities(found) == ["shift"]
    notes = {one.note for cluster in found.clusters for one in cluster.differences}
    assert notes == {"the reports are of two days and share few figures: this may be a development"}
    assert severities(compare([brief("a", "150", "2026-03-03"), brief("b", "250", "2026-03-03")])) == ["conflict"]


def test_a_report_with_the_number_of_the_other_rounded_tells_of_two_things() -> None:
    def table(name: str, *lines: str) -> Report:
        return Report(id=name, text="\n\n".join(f"Shares of Tarn Oil in the market: {line} shares" for line in lines))

    found = compare([table("a", "3,086,386"), table("b", "3.1 million", "3.6 million")])
    assert "conflict" not in severities(found)


def paid(name: str, title: str, amount: str) -> Report:
    return Report(
        id=name, title=title, text=f"Qtly div {amount} cts vs {amount} cts prior\n\nPay March 30 for all shares"
    )


def test_tables_of_two_titles_contradict_nothing_in_numbers() -> None:
    found = compare([paid("a", "RYDELL GOLD FUND SETS PAYOUT", "14"), paid("b", "RYDELL STATE FUND SETS PAYOUT", "9")])
    assert set(severities(found)) == {"shift"}
    found = compare([paid("a", "RYDELL GOLD FUND SETS PAYOUT", "14"), paid("b", "RYDELL GOLD FUND SETS PAYOUT", "9")])
    assert "conflict" in severities(found)
