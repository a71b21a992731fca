"""What holds whatever is compared: any characters, any line ends, any order."""

from __future__ import annotations

import re
from itertools import pairwise, permutations
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimcompare import Comparison, Report, compare, compare_claims, split_sentences
from claimcompare.preparation import speaks

# Any character that a report's text can hold; half a surrogate pair as well, which JSON may spell out (\ud800).
CHARACTERS = st.characters()
STOCK = (
    "The the mayor of Orvik said that dam broke on Monday Aug. 31 five sixth 4,000 U.S. Mr. Dahl “ ” \" ' ’ ‘ ( ) — "
    "not never will 12% Source link [ad_1] ___ # fi\ufb01x soft\u00adly \u200b \u202e e\u0301 ? ! . … , ; : gone.”"
)
WORDS = st.sampled_from(STOCK.split(" "))
CONTENT = re.compile(r"\b(?:mayor|Orvik|dam|broke|five|sixth|Dahl|gone)\b")
LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028", "\u0085", "\x0b", " ", "  ", "\t"])
PROSE = st.lists(st.tuples(WORDS, LINE_ENDS | st.just(" ")), max_size=60).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)
TEXTS = st.text(CHARACTERS, max_size=200) | PROSE

TELLINGS = (
    "The old dam at Orvik broke at noon on Monday. Two villages were flooded, and five people are missing.",
    "At noon on Monday the dam at Orvik broke, the mayor said. “It was a roar,” said Mr. Dahl. Six people are missing.",
    "Two villages lie under water since the Orvik dam broke on Tuesday. Mr. Dahl spoke of “a roar like thunder”.",
    "“It was a roar,” Mr. Dahl told the radio. Nobody is missing. The dam at Orvik did not break, the owner said.",
)
# Reports that tell of the same few facts, so that they have claims in common and differ in numbers, days and words.
SLOTS = {
    "who": ("Mr. Dahl", "Lena Dahl", "the mayor", "a spokesman for the army"),
    "day": ("Monday", "Tuesday", "Aug. 31", "September 11"),
    "count": ("five", "six", "at least 40", "4,000"),
    "state": ("missing", "dead", "not hurt"),
    "act": ("broke", "did not break", "burst", "may break"),
    "quoted": ("a roar", "a roar like thunder"),
    "verb": ("refused to", "will", "did not", "wants to"),
}
FACTS = (
    "{who} said on {day} that {count} people were {state} when the dam at Orvik {act}.",
    "The old dam at Orvik {act} at noon on {day}, and {count} people are {state}.",
    "“It was {quoted},” {who} told the radio of the town.",
    "{who} {verb} ask the king for help with the flooded villages.",
)
TOLD = st.builds(
    lambda fact, **slots: fact.format(**slots),
    st.sampled_from(FACTS),
    **{name: st.sampled_from(words) for name, words in SLOTS.items()},
)
NEWS = st.lists(TOLD, min_size=2, max_size=4).map(" ".join)
SLOW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])


def reports(*texts: str) -> tuple[Report, ...]:
    return tuple(Report(id=f"r{number}", text=text) for number, text in enumerate(texts))


def spans(data: dict[str, Any]) -> list[tuple[str, int, int]]:
    claims = {claim["id"]: claim for claim in data["claims"]}
    found = [(claim["report"], claim["start"], claim["end"]) for claim in data["claims"]]
    found += [(claim["report"], claim["sentence"]["start"], claim["sentence"]["end"]) for claim in data["claims"]]
    for cluster in data["clusters"]:
        for difference in cluster["differences"]:
            for reading in difference["readings"]:
                found += [(claims[m["claim"]]["report"], m["start"], m["end"]) for m in reading["mentions"]]
    return found


def meaning(comparison: Comparison) -> Any:
    """What a comparison says, without ids and orders, which follow the order of the reports."""
    place = {claim.id: (claim.report, claim.span) for claim in comparison.claims}

    def of(difference: Any) -> Any:
        readings = frozenset(
            (reading.value, frozenset((place[m.claim], m.span) for m in reading.mentions))
            for reading in difference.readings
        )
        return difference.kind, difference.severity, readings

    return (
        frozenset(place.values()),
        frozenset((frozenset({place[m.left.id], place[m.right.id]}), round(m.score, 9)) for m in comparison.matches),
        frozenset(
            (frozenset(place[claim.id] for claim in cluster.claims), frozenset(map(of, cluster.differences)))
            for cluster in comparison.clusters
        ),
        frozenset(frozenset(origin.reports) for origin in comparison.origins),
    )


@settings(max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, TEXTS)
def test_every_claim_is_the_text_at_its_offsets(left: str, right: str) -> None:
    texts = {report.id: report.text for report in reports(left, right)}
    data = compare(reports(left, right)).to_dict()
    for claim in data["claims"]:
        assert texts[claim["report"]][claim["start"] : claim["end"]] == claim["text"]
        assert claim["text"].strip()
    assert all(0 <= start <= end <= len(texts[report]) for report, start, end in spans(data))


@SLOW
@given(NEWS, NEWS, NEWS)
@example(*TELLINGS[:3])
def test_every_mention_lies_in_the_sentence_of_its_claim(one: str, two: str, three: str) -> None:
    comparison = compare(reports(one, two, three))
    sentences = {claim.id: claim.sentence for claim in comparison.claims}
    told = [difference for cluster in comparison.clusters for difference in cluster.differences]
    told += [difference for match in comparison.matches for difference in match.differences]
    for mention in (mention for one in told for reading in one.readings for mention in reading.mentions):
        assert sentences[mention.claim].covers(mention.span)


@SLOW
@given(NEWS, NEWS, NEWS)
@example(*TELLINGS[1:])
def test_a_conflict_is_between_readings_of_different_reports(one: str, two: str, three: str) -> None:
    comparison = compare(reports(one, two, three))
    report_of = {claim.id: claim.report for claim in comparison.claims}
    for difference in (difference for cluster in comparison.clusters for difference in cluster.differences):
        readers = [{report_of[mention.claim] for mention in reading.mentions} for reading in difference.readings]
        assert bool(difference.contradictions) == (difference.severity == "conflict")
        for left, right in difference.contradictions:
            assert left < right
            assert not readers[left] & readers[right]


@given(TEXTS)
def test_sentences_are_in_order_and_never_empty(text: str) -> None:
    found = split_sentences(text)
    assert all(span.of(text).strip() for span in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


@given(TEXTS)
def test_a_report_speaks_where_comparing_finds_a_claim_in_it(text: str) -> None:
    alone = Report(id="a", text=text)
    assert speaks(alone) == bool(compare([alone]).claims)


@given(TEXTS)
def test_sentences_leave_no_word_out(text: str) -> None:
    kept = "".join(span.of(text) for span in split_sentences(text))
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))


@SLOW
@given(TEXTS, TEXTS)
def test_two_claims_score_the_same_either_way_round(left: str, right: str) -> None:
    one, other = compare_claims(left, right), compare_claims(right, left)
    assert one.score == other.score
    assert sorted((b, a) for a, b in one.alignment) == sorted(other.alignment)


@SLOW
@given(TEXTS)
def test_a_claim_matches_itself(text: str) -> None:
    match = compare_claims(text, text)
    assert match.score > (0.9 if len(set(CONTENT.findall(text))) >= 4 else 0.0)
    assert not match.differences


@SLOW
@given(TOLD)
def test_a_sentence_of_news_is_surely_itself_and_does_not_differ(text: str) -> None:
    match = compare_claims(text, text)
    assert match.score > 0.9
    assert not match.differences


@SLOW
@given(PROSE | NEWS, NEWS, NEWS)
def test_the_order_of_the_reports_changes_nothing(one: str, two: str, three: str) -> None:
    given_ = reports(one, two, three)
    assert meaning(compare(given_)) == meaning(compare(given_[::-1]))


def test_the_order_of_four_tellings_changes_nothing() -> None:
    given_ = reports(*TELLINGS)
    usual = meaning(compare(given_))
    assert usual[2]
    assert all(meaning(compare(order)) == usual for order in permutations(given_))


@SLOW
@given(PROSE, PROSE)
def test_the_same_input_gives_the_same_answer(left: str, right: str) -> None:
    assert compare(reports(left, right)).to_dict() == compare(reports(left, right)).to_dict()


@SLOW
@given(PROSE, PROSE, st.sampled_from(["\r\n", "\r"]))
@example("", "mayor\nsixth\ngone.” ", "\r\n")
def test_line_ends_change_no_word(left: str, right: str, end: str) -> None:
    def claims(texts: tuple[str, str]) -> list[tuple[str, str]]:
        return [(claim.report, "".join(claim.text.split())) for claim in compare(reports(*texts)).claims]

    plain = tuple(text.replace("\r\n", "\n").replace("\r", "\n") for text in (left, right))
    ended = tuple(text.replace("\n", end) for text in plain)
    assert claims((plain[0], plain[1])) == claims((ended[0], ended[1]))
