"""Furniture: left out with a reason, and never a sentence of the report."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.cleaning import blocks_of
from claimcompare.lexicons import table
from claimcompare.records import Block, Report
from claimcompare.text.agencies import any_agency
from claimcompare.text.pagelines import any_role, furniture_reason

FURNITURE = [
    *("[ad_2]", "Source link", "___", "* * *", "0", "1,204", "3.4K", "2.1K Shares", "12 views", "Share on Facebook"),
    *("Facebook Twitter WhatsApp", "Tweet", "#lock #harbour", "Lock-gate-breaks-in-Harrow #News", "@harrowdaily"),
    *("https://harrow.example.org/lock", "desk@harrow.example.org", "By Ida Marsh", "By IDA MARSH, Harrow Daily"),
    *(
        "By Ida Marsh and Tom Vale | Harrow Daily",
        "Ida Marsh, Staff Writer",
        "Crime correspondent",
        "Chief Football Writer",
        "Leave a reply",
        "Post a comment",
        "3 Comments",
    ),
    *(
        "Stay tuned to Harrow Daily for more!",
        "Sign up for our newsletter",
        "Read more",
        "Read more: Bakers end strike",
    ),
    *("ALSO READ | Bakers end strike", "Related stories", "Advertisement", "Tags: lock, harbour", "Filed under: News"),
    *(
        "Updated: November 11, 2011 20:09 IST",
        "Tuesday, 10 August 2021",
        "Friday 18 October",
        "Press Bureau, Harrow, October 17",
        "HARROW, Arland, Sept. 3, 2021",
        "2 hours ago",
        "5 min read",
        "Photo: Tom Vale",
    ),
    *("FILE PHOTO: Boats wait at the lock.", "Boats wait at the lock. (AP Photo/Tom Vale)", "© 2021 Harrow Daily"),
    *(
        "All rights reserved.",
        "We use cookies.",
        "This website uses cookies to work.",
        "(Reporting by Ida Marsh; editing by T. Vale)",
    ),
    *(
        "Tom Vale contributed to this report.",
        "With inputs from agencies",
        "Click here to subscribe",
        "Loading...",
        "Menu",
    ),
    *("Our Standards: The Thomson Reuters Trust Principles.", "This article was originally published on Harrow Daily."),
    *(
        "Editor's note: This story has been updated.",
        "Follow @harrowdaily",
        "Follow us on Twitter and Facebook",
        "Back to top",
    ),
    *(
        "By Carla Moss, staff writer",
        "By Carla Moss, special correspondent",
        "By our correspondent",
        "Carla Moss, Reuters",
    ),
    *(
        "By Carla Moss and Tom Vale, staff writers",
        "From our own correspondent",
        "By a staff reporter",
        "CARLA MOSS, AP",
    ),
    *("By Carla Moss, senior political reporter", "Carla Moss, special correspondent", "Author: Carla Moss"),
    *(
        "Listen to this article",
        "Listen to this article · 4:12",
        "Gift this article",
        "Print this page",
        "Save for later",
    ),
    *("Read time: 3 minutes", "Est. read time: 3 mins", "3 minutes to read", "Subscribers only", "For subscribers"),
    *("This article is for subscribers only", "Subscriber-only content", "Premium", "Members only"),
    *(
        "Image caption: The dam",
        "Image caption The dam at Tarn.",
        "Image source, Getty Images",
        "Photo caption: the dam",
    ),
    *("Getty Images", "AFP via Getty Images", "Tom Vale/Getty Images", "Shutterstock"),
    *("This article was amended on 15 April 2026.", "This story has been corrected to say that it was six."),
    *("An earlier version of this article said five died.", "Correction: Five died, not six."),
]
SENTENCES = [
    *("12 marines", "Harrow, Arland, May", "Marsh resigned, October 17", "Ida Marsh, 41"),
    *("The gate of the lock broke on Monday.", "He sold 4,000 shares.", "Comments by the mayor angered the bakers."),
    *(
        "By noon the basin was dry.",
        "Related costs rose to 2 million.",
        "More than 300 people came.",
        "Share prices fell.",
    ),
    *(
        "Follow-up talks will be held on Friday.",
        "The views expressed by the mayor shocked the council.",
        "Visitors left.",
    ),
    *("Google uses cookies to follow its users, the court found.", "Photographs showed a dry basin.", "It broke."),
    *("Videos of the gate were seen by millions.", "Watch out for the water, he said.", "Home prices fell in May."),
    *("Tags on the gate named its maker.", "Next, the crew drained the basin.", "Updated plans are due on 5 May."),
    *("“Stay with us,” the mayor told the crew.", "On August 10, 2021, the gate broke.", "Marsh reported a theft."),
    *("Copyright law does not cover gates, the judge said.", "Subscribers of the paper were told first."),
    *("By our correspondent's count five people died.", "Our own correspondent saw five people die."),
    *("By Carla Moss, staff writer of the Norvik Post, five people died.", "By Monday, five reporters had left."),
    *("Carla Moss told Reuters", "Carla Moss, a Reuters reporter, was hurt.", "Mayor Holt Resigns - Reuters"),
    *(
        "Listen to this, the mayor said.",
        "Gift of 3 million for the dam",
        "Reading time 3 minutes a day helps children.",
    ),
    *("Subscribers only pay 3 crowns.", "Members only voted on Friday.", "For subscribers the price rose."),
    *(
        "Image captions were removed.",
        "Media sources, citing the ministry, said five died.",
        "Tom Vale Sues Getty Images",
    ),
    *("This article was amended by parliament in 2004.", "This article of the law was amended on 15 April 2026."),
    *(
        "An earlier version of this law said five.",
        "Correction of the count took days.",
        "This story was changed by war.",
    ),
    *("Gunmen kill crime reporter", "Crime reporter is freed in Tarn"),
    *("Company sells 4,000 shares", "Mayor by Monday, council by Friday", "Lock gate breaks in Harrow"),
]
BODY = "The gate of the lock broke on Monday.\n\nNobody was hurt, the harbour master said."


def _blocks(*texts: str, title: str | None = None) -> list[Block]:
    return list(blocks_of([Report(id=str(at), text=text, title=title) for at, text in enumerate(texts)]))


def _roles(*texts: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(block.role, block.span.of(texts[int(block.report)])) for block in _blocks(*texts, title=title)]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_the_page_are_furniture(line: str) -> None:
    assert furniture_reason(line)


@pytest.mark.parametrize("line", [*FURNITURE, *SENTENCES])
def test_the_reason_is_that_of_the_first_rule_that_fits(line: str) -> None:
    """Which the slow way finds, rule by rule; no rule has a group, by whose number the quick way would go wrong."""
    reasons = []
    for reason, when, rule in table("furniture_lines"):
        expression = re.compile(rule.replace("<agency>", any_agency()).replace("<role>", any_role()), re.DOTALL)
        assert expression.groups == 0, rule
        if when == "case":
            fits = expression.fullmatch(line)
        else:
            fits = expression.fullmatch(line.lower()) if when == "-" or when in line.lower() else None
        if fits:
            reasons.append((["-", "case"].index(when) if when in ("-", "case") else 2, reason))
    assert furniture_reason(line) == min(reasons, key=lambda one: one[0], default=(0, None))[1]


@pytest.mark.parametrize("line", SENTENCES)
def test_sentences_and_headlines_are_not(line: str) -> None:
    assert furniture_reason(line) is None


def test_a_headline_is_kept_and_known_as_one() -> None:
    text = f"Lock gate breaks in Harrow\n\n{BODY}\n\nWhat happened next\n\nThe basin ran dry."
    assert [role for role, _ in _roles(text)] == ["headline", "body", "body", "headline", "body"]


@pytest.mark.parametrize(
    "top",
    [
        "Lock gate breaks in Harrow\n\nThe Harrow Evening Courier\n14 March 2024",
        "The Harrow Courier\n\nLock gate breaks in Harrow",
        "Harrow Daily\n14 March 2024\n\nLock gate breaks in Harrow",
    ],
)
def test_the_name_of_the_outlet_is_furniture_and_the_headline_is_not(top: str) -> None:
    roles = _roles(f"{top}\n\n{BODY}")
    assert [words for role, words in roles if role == "headline"] == ["Lock gate breaks in Harrow"]
    assert [role for role, words in roles if words.endswith(("Courier", "Daily"))] == ["furniture"]


@pytest.mark.parametrize("top", ["Baker Buys Evening Star", "Baker Buys Evening Star\n\n14 March 2024"])
def test_a_headline_that_ends_like_an_outlet_is_kept(top: str) -> None:
    assert _roles(f"{top}\n\n{BODY}")[0] == ("headline", "Baker Buys Evening Star")


def test_a_short_line_that_reports_share_is_furniture_but_a_shared_sentence_is_a_claim() -> None:
    first = f"Harrow Daily Online\n\n{BODY}"
    second = f"Another start of the story here.\n\nHarrow  daily online\n\n{BODY}"
    roles = _roles(first, second)
    assert ("furniture", "Harrow Daily Online") in roles
    assert ("furniture", "Harrow  daily online") in roles
    assert [role for role, words in roles if words.endswith(".")] == ["body"] * 5


def test_titles_after_the_last_sentence_are_those_of_other_stories() -> None:
    text = f"{BODY}\n\nBakers of Harrow end their strike\n\nComet seen over the coast\n\nLeave a reply"
    assert [(b.role, b.reason) for b in _blocks(text)][2:] == [
        ("furniture", "a list of other stories"),
        ("furniture", "a list of other stories"),
        ("furniture", "a call to comment"),
    ]


def test_a_last_line_alone_is_kept_since_sentences_lose_their_stops() -> None:
    assert _roles(f"{BODY}\n\nThe basin ran dry within an hour")[-1] == ("body", "The basin ran dry within an hour")


def test_a_text_of_titles_only_is_kept() -> None:
    text = "Lock gate breaks in Harrow\n\nBakers of Harrow end their strike\n\nComet seen over the coast"
    assert "furniture" not in [role for role, _ in _roles(text)]


def test_shortcodes_and_credits_at_the_ends_of_a_paragraph_are_cut_off() -> None:
    text = "[ad_1] The gate broke on Monday. (Reporting by Ida Marsh; Editing by Tom Vale)"
    assert _roles(text) == [
        ("furniture", "[ad_1]"),
        ("body", "The gate broke on Monday."),
        ("furniture", "(Reporting by Ida Marsh; Editing by Tom Vale)"),
    ]


def test_a_known_title_that_runs_into_the_first_sentence_is_cut_off() -> None:
    text = "Lock gate breaks in Harrow The gate of the lock broke on Monday."
    assert [words for _, words in _roles(text, title="Lock gate breaks in Harrow")] == [
        "Lock gate breaks in Harrow",
        "The gate of the lock broke on Monday.",
    ]


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Norvik", "Norvik beat Tarn 2-1 on Saturday."),
        ("Storm", "Storm Ada hit the coast of Osland."),
        ("Mayor Holt", "Mayor Holt resigned on Tuesday after the vote."),
        ("Theresa", "Theresa May left Norvik on Monday."),
        ("Five people found dead in Norvik", "Five people found dead in Norvik Bay had drowned, the coroner said."),
        ("Storm", "Storm Ada — the third this year — hit Osland."),
        ("Storm", "Storm ADA — the third this year — hit Osland."),
        ("Dam", "Dam fails"),
        ("Storm", "Storm The Fifth Leaves Norvik"),
        ("Mayor Holt", "Mayor Holt\nresigned on Tuesday."),
        ("News/Sports/World/Local/Weather/Money", "News/Sports/World/Local/Weather/Money Police left on Monday."),
    ],
)
def test_a_title_that_is_only_the_start_of_a_sentence_cuts_nothing(title: str, sentence: str) -> None:
    assert next(words for _, words in _roles(f"{sentence}\n\n{BODY}", title=title)) == sentence


@pytest.mark.parametrize(
    ("title", "gap", "sentence"),
    [
        ("Mayor Holt", "\n", "Residents of Tarn cheered."),
        ("Mayor Holt", " ", "In Norvik nobody was hurt."),
        ("Will Holt go?", " ", "Mayor Holt said no."),
        ("Mayor Holt", " ", "NORVIK, Osland (AP) — Mayor Holt resigned."),
        ("Council urges Holt to cancel talks after vote of Tarn officers", " ", "Top councillors urged Holt to go."),
        ("Council Says Holt Should Cancel Talks in Norvik", " ", "Leading councillors called for it."),
        ("Mayor Holt of Norvik resigns on Monday", " ", "Mayor Holt of Norvik resigned."),
    ],
)
def test_a_title_before_what_plainly_begins_a_sentence_is_cut_off(title: str, gap: str, sentence: str) -> None:
    assert [words for _, words in _roles(f"{title}{gap}{sentence}", title=title)] == [title, sentence]


def test_front_matter_and_pictures_of_markdown_are_furniture() -> None:
    text = f"---\ntitle: Lock gate\n---\n\n# Lock gate breaks in Harrow\n\n![basin](basin.jpg)\n\n{BODY}"
    roles = _roles(text)
    assert [role for role, _ in roles] == ["furniture", "headline", "furniture", "body", "body"]
    assert roles[1][1] == "Lock gate breaks in Harrow"


@pytest.mark.parametrize(
    "table",
    [
        "| day | dead |\n|---|---|\n| Monday | 5 |\n| Wednesday, said Holt. | 11 |",
        "| day       | dead |\n|:----------|-----:|\n| Monday    | 5    |\n| Wednesday | 11   |",
        "| day | dead\n|---|---\n| monday | 5\n| wednesday | 11",
        "day | dead\n--- | ---:\nMonday | 5\nwednesday | 11",
        "| dead |\n|------|\n| five |",
    ],
)
def test_rows_of_tables_are_furniture_and_the_text_around_them_is_not(table: str) -> None:
    roles = _roles(f"The gate broke on Monday.\n{table}\nThe basin of it ran dry.\n\nNobody was hurt.")
    kept = ["The gate broke on Monday.", "The basin of it ran dry.", "Nobody was hurt."]
    assert [words for role, words in roles if role == "body"] == kept
    assert [words for role, words in roles if role == "furniture"] == [line.strip() for line in table.splitlines()]


@pytest.mark.parametrize(
    "line", ["Lock gate breaks | Harrow Daily", "Harrow | Monday: the gate broke.", "| The gate broke."]
)
def test_a_line_with_a_bar_is_no_row_of_a_table(line: str) -> None:
    assert ("body", line) in _roles(f"{BODY}\n\n{line}\n\n{BODY}") or ("headline", line) in _roles(f"{line}\n\n{BODY}")


ROWS = [
    "Norvik 412 38.5 pct 1,204 12",
    "Tarn 87 6.1 pct 655 3",
    "Selby 1,530 44.0 pct 2,911 27",
    "Osland 96 8.8 pct 71 1",
]


@pytest.mark.parametrize("between", ["\n", "\n\n", " "])
def test_a_table_of_figures_is_furniture_however_it_is_drawn(between: str) -> None:
    table = between.join(ROWS * 3)
    roles = _roles(f"The harvest failed in 2019.\n\n{table}\n\nNobody was hurt.")
    assert [words for role, words in roles if role != "furniture"] == [
        "The harvest failed in 2019.",
        "Nobody was hurt.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(ROWS),
        "Shr 34 cts vs 1.19 dlrs. Net 807,000 vs 2,858,000. Revs 12.3 mln vs 11.8 mln.",
        "In 2019 the 12 mills shipped 4,100 tonnes, in 2020 it was 3,900 and in 2021 only 800 of 5,200 were left. " * 6,
    ],
)
def test_a_few_rows_and_sentences_with_many_numbers_are_no_table_of_figures(text: str) -> None:
    assert "furniture" not in {role for role, _ in _roles(f"The harvest failed.\n\n{text}\n\nNobody was hurt.")}


def test_furniture_says_why() -> None:
    blocks = _blocks(f"{BODY}\n\nSource link")
    assert {block.role for block in blocks} >= {"body", "furniture"}
    assert all((block.reason is not None) == (block.role == "furniture") for block in blocks)


@given(st.lists(st.text(st.characters(codec="utf-8") | st.sampled_from("\n\n ab.[]-#:1")), max_size=4))
def test_blocks_of_any_texts_are_in_order_apart_and_lose_no_letter(texts: list[str]) -> None:
    blocks = _blocks(*texts)
    for at, text in enumerate(texts):
        spans = [block.span for block in blocks if block.report == str(at)]
        assert all(left.end <= right.start for left, right in pairwise(spans))
        inside = {place for span in spans for place in range(span.start, span.end)}
        heading = {place for place, char in enumerate(text) if char == "#"}
        assert not [p for p, char in enumerate(text) if not char.isspace() and p not in inside | heading]
