"""Sentences of news text: golden cases, one kind after the other, and properties that hold for any text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.records import Block, Report, Span
from claimcompare.sentences import sentences_of, split_sentences

# Each case is the list of its sentences; the text is these joined by a space, or given where it is another.
GOLDEN: list[list[str]] = [
    # plain ends
    ["The ferry left at noon.", "Nobody was hurt."],
    ["Who opened the lock?", "The harbour master did."],
    ["It floats!", "The crew cheered."],
    ["Really?!", "The mayor laughed.", "Never!!", "She meant it."],
    # titles and ranks
    ["Mr. Adler and Mrs. Quist met Dr. Onwu on the quay.", "They left with Prof. Lind."],
    ["Lt. Col. Maria Benn briefed Gen. Okafor and Sgt. Ray Dunn.", "Capt. Wells took notes."],
    ["Sen. Ida Marsh and Rep. Tom Vale wrote to Gov. Ruth Oates.", "Rev. Paul Kerr signed as well."],
    ["Messrs. Holt and Vane denied it.", "Ms. Ruiz did not."],
    # initials
    ["The novel by J. R. Castell sold out.", "So did that of M.K. Arden."],
    ["George W. Tanner spoke first.", "He was followed by L. Dray."],
    ["They asked you and I.", "Did nobody answer?"],
    ["The vote was won by A.B. Norcross & Sons.", "It was close."],
    # U.S. and its like, inside a sentence and at its end
    ["The U.S. Treasury sent two teams to the U.K. last week.", "They stayed a month."],
    ["He has never been to the U.S.", "She went twice."],
    ["The bridge was paid for by the E.U.", "Why was it never built?"],
    ["A U.N. envoy flew in from Washington, D.C., on Monday.", "He left the U.S. on Friday."],
    ["CEDAR POINT, Calif. - Ida Marsh opened the lock on Monday.", "It had been shut for a year."],
    ["PORT HARROW, Mo. (AP) — Snow fell on the quay.", "Nobody was hurt."],
    ["HOLTON, D.C. -- The council met.", "It was brief."],
    ["He grew up in Hartford, Conn.", "The mill there has burned."],
    # companies
    ["Brill & Co. sold its mill to Harrow Corp. for $3 million.", "The price was low."],
    ["The mill went to Harrow Inc.", "It had been for sale for years."],
    ["She joined Kestrel Ltd. in May.", "Mr. Dorn stayed at Harrow Co.", "Mr. Pell did not."],
    ["The mill went to Harrow Corp.", "Analysts were surprised."],
    # months, days and places
    ["The trial starts on Sept. 3 in Tulsa, Okla., and ends in Oct. if all goes well.", "It may not."],
    ["The strike comes weeks before the mayor's May 31. Deadline for all ferries to stop."],  # a rewriting tool's stop
    ["The ferries stop on May 31.", "The deadline for a deal is near."],
    ["The ferries stop on May 31.", "Talks on a deal go on."],
    ["The ferries stop on May 31.", "Visit the pier before it closes."],
    ["They met in Hartford, Conn.", "Officials from both towns came."],
    ["The road to Mt. Harrow is closed.", "St. Brendan's Church is not."],
    ["The storm hit in Nov.", "It was the worst in years."],
    # times of the day
    ["Doors open at 7 p.m. Monday.", "They close at 11 p.m. EDT."],
    ["The last train leaves at 1 a.m.", "Mr. Bauer missed it."],
    ["At 5 a.m. Mr. Bauer gave up."],
    # numbers, money, decimals, pages
    ["Prices rose 4.5 percent to $1,250.75.", "That is a record."],
    ["See p. 12 and pp. 30-35 of vol. 2.", "No. 7 is missing."],
    ["Was it paid?", "No.", "Nobody asked for it."],
    ["The file is No. 44-B.", "It was sealed."],
    ["Team B scored 3.", "12 fans were arrested."],
    ["Version 2.0.1 came out in 2019.", "Version 3 did not."],
    # et cetera
    ["They sold boats, nets, ropes, etc.", "Nothing was left."],
    ["Boats, nets, etc. were sold.", "The pier stayed."],
    # words that look like abbreviations
    ["The captain was ill.", "Doctors were called."],
    ["They reached Springfield, Ill.", "Nobody waited."],
    # ellipses
    ["We waited ... and waited.", "Nothing came."],
    ["I thought so at first....", "The boat never returned."],
    ["“We will ... try again,” she said.", "They did."],
    ["He read it aloud: “The harbour . . . shall be free.”"],
    # quotations
    ["“We have no boats,” Adler said.", "“We have no nets.”"],
    ['"Where is the key?" the mayor asked.', '"I gave it to you."'],
    ["“Stop!” Mr. Vane shouted.", "Nobody did."],
    ["“The pier is ours.", "It always was.", "It will stay ours,” Quist told the council."],
    ["He turned to the crew, “It is over.”", "They wept."],
    ['She whispered, "It is done." and left the room.'],
    ["The sign read “No entry.”", "It had been there for years."],
    ['" We are ready , " she said .', '" We were always ready . "'],
    ["The word was “finished.”", "“So it was,” he said."],
    # parentheses and brackets
    ["The mill (it was built in 1902. It burned twice.) is for sale."],
    ["The dam held (as promised).", "The road did not."],
    ["“They [the crew] were tired,” he wrote.", "[He was not on board.]"],
    # names with stops
    ["The clerk had worked for Yahoo! in Dublin.", "She left in 2010."],
    ["Kesha Yum! Brands was not amused."],
    ["The shop eBay bought closed.", "eBay gave no reason."],
    # addresses
    ["Write to desk@harbour.example.org.", "The page is www.harbour.example.org/news.html?id=2.", "It is free."],
    ["It is on https://harbour.example.org/a.b.c/d.html.", "Look there."],
    # lists inside a paragraph
    ["1. Close the lock", "2. Drain the basin", "3. Count the fish"],
    ["a) Close the lock.", "b) Drain the basin."],
    ["• Close the lock", "• Drain the basin"],
    # datelines
    ["PORT HARROW, Maine (AP) — The lock gate broke on Monday.", "No one was hurt."],
    ["Lock gate breaks in Port Harrow", "LONDON — The gate broke on Monday."],
    # the same kinds, said otherwise
    ["Were Ida and co. on the pier?"],
    ["Ask Ida and co.", "They were there."],
    ["St. Brendan's Hall stands on 3rd st. near the lock."],
    ["It was Kerr Jr.'s boat."],
    ["At 6 a.m. Ms. Ruiz opened the lock.", "She closed it at 5 P.M.", "Ms. Ruiz then went home."],
    ["He builds boats (He once built bridges for ten years.) on the northern coast."],
    ["His address is Karl.Adler@example.org.", "She wrote to him."],
    ["He said to her, 'It is late.' she nodded."],
    ["Well??", "Who is it?", "Well?!", "Is it you?"],
    ["1.) Open the gate.", "2.) Drain the basin."],
    ["• 9. Open the gate", "• 10. Drain the basin"],
    ["a. Open the gate", "b. Drain the basin", "c. Count the fish"],
    ["The file is under N°. 2041.77.112.", "Nobody has opened it."],
    ["They are friends, you and I.", "Have you met Karl I. Vane?"],
    ["The mayor says that “the town will sleep better. . . .”"],
    ['"Adler [...] warned of the gate [...]" (Marsh 12).'],
    ["We weren’t really ... well, what we say...look . . . what we wanted, you see . . . We left."],
    ["One custom . . . was that of paying tolls in kind. . . .", "The custom was not given up. . . ."],
    # signatures
    ["“The sea gives nothing back.” — Ida Marsh"],
]
RUN_TOGETHER = {
    "The gate broke.Nobody saw it.The crew slept.": ["The gate broke.", "Nobody saw it.", "The crew slept."],
    "“It broke.”The mayor nodded.": ["“It broke.”", "The mayor nodded."],
    "They paid 1,500.That was all.": ["They paid 1,500.", "That was all."],
    "Did it break?Nobody saw.": ["Did it break?", "Nobody saw."],
    "Today is Friday.Mr. Vane paid 2,000.That is a lot.": [
        "Today is Friday.",
        "Mr. Vane paid 2,000.",
        "That is a lot.",
    ],
    "Ask Dr.Quist or Sen.Marsh of the U.S.Senate today.": ["Ask Dr.Quist or Sen.Marsh of the U.S.Senate today."],
    "Look at example.Com or Example.Org today.": ["Look at example.Com or Example.Org today."],
}
ON_LINES = {
    "Lock gate breaks\n\nThe gate broke.": ["Lock gate breaks", "The gate broke."],
    "The gate broke on Monday\nand nobody saw it.": ["The gate broke on Monday\nand nobody saw it."],
    "What to pack\nboats\nnets and ropes\nlamps, oil\n": ["What to pack", "boats", "nets and ropes", "lamps, oil"],
    "- close the lock\n- drain the basin": ["- close the lock", "- drain the basin"],
    "1. Close the lock.\n2. Drain the basin.": ["1. Close the lock.", "2. Drain the basin."],
    "The gate broke.\r\n\r\nNobody saw it.\r\n": ["The gate broke.", "Nobody saw it."],
    "What happened next\nThe crew of the ferry that lay behind the lock slept through it.": [
        "What happened next",
        "The crew of the ferry that lay behind the lock slept through it.",
    ],
}
WRAPPED = """\
The gate of the lock at Port Harrow broke on Monday morning, and the
water ran out of the basin within an hour. Nobody was hurt, said Mr.
Adler, the harbour master, who had warned of it since the spring.

The town will have to pay for it.
"""


def _words(text: str) -> list[str]:
    return [span.of(text) for span in split_sentences(text)]


@pytest.mark.parametrize("sentences", GOLDEN, ids=lambda case: case[0][:40])
def test_news_text_is_split_as_a_reader_would(sentences: list[str]) -> None:
    assert _words(" ".join(sentences)) == sentences


@pytest.mark.parametrize(("text", "sentences"), RUN_TOGETHER.items(), ids=lambda case: case[:40])
def test_a_missing_space_after_a_stop_does_not_join_sentences(text: str, sentences: list[str]) -> None:
    assert _words(text) == sentences


@pytest.mark.parametrize(("text", "sentences"), ON_LINES.items(), ids=lambda case: case[:40])
def test_lines_end_sentences_only_where_a_paragraph_ends(text: str, sentences: list[str]) -> None:
    assert _words(text) == sentences


def test_a_wrapped_paragraph_is_one() -> None:
    sentences = [" ".join(words.split()) for words in _words(WRAPPED)]
    assert [words.split()[0] for words in sentences] == ["The", "Nobody", "The"]
    assert sentences[1].endswith("since the spring.")


def test_there_are_golden_cases_of_every_kind() -> None:
    assert len(GOLDEN) + len(RUN_TOGETHER) + len(ON_LINES) >= 60


def test_broken_quotation_marks_and_lone_stops_make_no_sentence_and_belong_to_none() -> None:
    text = "He spoke of “a rapidly worsening state of the lock. “. Nobody answered. ."
    assert _words(text) == ["He spoke of “a rapidly worsening state of the lock.", "Nobody answered. ."]


def test_mojibake_does_not_hide_the_end_of_a_sentence() -> None:
    assert _words("â€œIt broke.â€\x9d The mayor nodded.") == ["â€œIt broke.â€\x9d", "The mayor nodded."]


def test_furniture_has_no_sentences_and_a_headline_is_known_as_one() -> None:
    text = "Lock gate breaks\n\nThe gate broke. Nobody saw it.\n\nSource link"
    report = Report(id="r", text=text)
    blocks = [
        Block(report="r", span=Span(0, 16), role="headline"),
        Block(report="r", span=Span(18, 48), role="body"),
        Block(report="r", span=Span(50, 61), role="furniture", reason="a source link"),
    ]
    sentences = sentences_of(report, blocks)
    assert [(s.index, s.headline, s.span.of(text)) for s in sentences] == [
        (0, True, "Lock gate breaks"),
        (1, False, "The gate broke."),
        (2, False, "Nobody saw it."),
    ]


MISREAD = "Ââªº¹²³µ"  # what UTF-8 looks like in Latin-1: "Â\xa0" is read as a space, "â\x80ª" as a mark without width


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("..?! \"“”'\n()AaBb1U.S. Mr"), max_size=300))
def test_sentences_of_any_text_are_in_order_apart_and_lose_no_letter(text: str) -> None:
    spans = split_sentences(text)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
    inside = {at for span in spans for at in range(span.start, span.end)}
    letters = [at for at, char in enumerate(text) if char.isalnum() and char not in MISREAD]
    assert not [at for at in letters if at not in inside]


def test_a_line_of_five_megabytes_is_split_to_its_end() -> None:
    sentence = (
        "The gate of the lock at Port Harrow broke on Monday, and nobody saw it, said Mr. Adler of the U.S. fleet. "
    )
    text = sentence * (5_000_000 // len(sentence))
    assert len(split_sentences(text)) == text.count("fleet")


@pytest.mark.parametrize(
    "piece",
    [
        "a. b. ",
        "the lock (of it. ",
        "1. a ",
        '. " ',
        "word ",
        "A.B. ",
        "x.Y",
        "AAAA — ",
        "[x](",
        "...",
        ".)",
        ". .",
        "a.) ",
    ],
)
def test_of_what_is_repeated_for_pages_no_word_is_lost(piece: str) -> None:
    text = piece * (50_000 // len(piece))  # it would take minutes if time grew with the square
    kept = "".join(span.of(text) for span in split_sentences(text))
    assert sorted(filter(str.isalnum, kept)) == sorted(filter(str.isalnum, text))


@pytest.mark.parametrize(
    "dateline",
    [
        "PORT HARROW, Maine (AP) — ",
        "CEDAR POINT, Calif. - ",
        "HOLTON, Sept 15 (Wire) - ",
        "Port Harrow (AFP) – ",
        "Port Harrow, March 3 - ",
        "Harrow, Maine, 4 March – ",
        "HARROW, Maine (March 3) - ",
        "",
    ],
)
def test_the_first_sentence_begins_behind_the_dateline(dateline: str) -> None:
    report = Report(id="r", text=f"{dateline}The gate of the lock broke on Friday. The basin ran dry.")
    (first, second) = sentences_of(report, [Block(report="r", span=Span(0, len(report.text)), role="body")])
    assert first.span.of(report.text) == "The gate of the lock broke on Friday."
    assert second.span.of(report.text) == "The basin ran dry."


def test_an_endless_line_is_cut_between_words() -> None:
    """A file without stops or line ends is no one sentence, and comparing would take time with the square of it."""
    text = "the bridge over the river was closed " * 3_000
    found = split_sentences(text)
    assert len(found) > 40
    assert all(len(span) < 2_100 for span in found)
    assert [word for span in found for word in span.of(text).split()] == text.split()


@pytest.mark.parametrize("opening", ["On Monday, March 3 - ", "Article, Chapter 3 - "])
def test_a_weekday_is_no_place_and_a_chapter_no_day(opening: str) -> None:
    report = Report(id="r", text=f"{opening}the gate of the lock broke. The basin ran dry.")
    (first, _) = sentences_of(report, [Block(report="r", span=Span(0, len(report.text)), role="body")])
    assert first.span.start == 0
