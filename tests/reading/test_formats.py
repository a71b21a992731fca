"""The odd corners of each format: what is no record, no message, no page and no text."""

from __future__ import annotations

import io
import json

import pytest

from claimcompare.reading.formats import reports_in
from claimcompare.reading.html import page_metadata
from claimcompare.reading.limits import ReadLimits
from claimcompare.reading.opening import Budget, pages_in
from claimcompare.reading.paths import Notice
from claimcompare.records import Problem, Report

GATE = "The gate of the lock broke on Monday."


def _found(name: str, data: bytes | str) -> list[Report | Problem | Notice]:
    raw = data.encode() if isinstance(data, str) else data
    budget = Budget(ReadLimits())
    return [item for page in pages_in(name, io.BytesIO(raw), len(raw), budget) for item in reports_in(page, budget, {})]


def _items(name: str, data: bytes | str) -> list[Report | Problem]:
    return [item for item in _found(name, data) if not isinstance(item, Notice)]


def _notices(name: str, data: bytes | str) -> list[Notice]:
    return [item for item in _found(name, data) if isinstance(item, Notice)]


def _told(name: str, data: bytes | str) -> list[str]:
    """The texts of the reports, and the messages of the problems."""
    return [item.text if isinstance(item, Report) else f"! {item.message}" for item in _items(name, data)]


JSON = {
    '"just a text"': ["just a text"],
    "17": ["! item 1: no record, but a number; give an object with a text"],
    "null": ["! item 1: no record, but null; give an object with a text"],
    "[1, 2]": [f"! item {number}: no record, but a number; give an object with a text" for number in (1, 2)],
    "[]": ["! holds no report; give records with a text"],
    '{"articles": []}': ["! holds no report; give records with a text"],
    '{"text": "One gate."}': ["One gate."],
    '{"results": [{"text": "One gate."}, null, ["x"], true, "Two gates."]}': [
        "One gate.",
        "! item 2: no record, but null; give an object with a text",
        "! item 3: no record, but a list; give an object with a text",
        "! item 4: no record, but a truth value; give an object with a text",
        "Two gates.",
    ],
    '[{"text": NaN}]': ["! wrong JSON (NaN is no JSON); mend it"],
    "[" * 100_000: ["! wrong JSON (nested more than 100 deep); mend it"],
    f'[{{"text": "One gate.", "x": {"[" * 200}{"]" * 200}}}]': ["! wrong JSON (nested more than 100 deep); mend it"],
    f'[{{"text": "One gate.", "id": {"9" * 5000}}}]': ["! wrong JSON (a number has more than 1000 digits); mend it"],
    '[{"text": {"name": "One gate."}, "title": 5, "author": [{"name": "Ida"}, "Tom"]}]': ["One gate."],
}


@pytest.mark.parametrize(("text", "told"), JSON.items(), ids=lambda value: str(value)[:30])
def test_json_that_is_a_list_an_object_or_neither(text: str, told: list[str]) -> None:
    assert _told("a.json", text) == told


def test_a_record_whose_text_is_empty_is_told_from_one_that_has_none() -> None:
    empty = "its text holds no words; give it some, or take the record out"
    assert _told("a.jsonl", '{"text": null}\n{"text": " "}\n{"text": {}}\n{"txt": "One gate."}\n') == [
        f"! line 1: {empty}",
        f"! line 2: {empty}",
        f"! line 3: {empty}",
        "! line 4: no text under 'text' (fields: txt); name it with --field text=NAME",
    ]


def test_a_text_that_lies_deeper_is_told_with_the_option_that_names_it() -> None:
    (told,) = _told("a.json", '{"id": 3, "content": {"rendered": "One gate.", "protected": false}}')
    assert told.startswith("! item 1: 'content' is an object (fields: protected, rendered) and no text; ")
    assert told.endswith("name the text with --field text=content.rendered")


def test_the_words_of_a_record_that_is_marked_up_are_read() -> None:
    for body in (f"<p>{GATE}</p>", f'<div class="x"><p>{GATE}</p></div>', f"\n<p>{GATE}</p><p></p>"):
        assert _told("a.json", json.dumps([{"text": body}])) == [GATE]
    for text in (f"<WATER.L> {GATE}", f"{GATE} It said so in <p>markup</p>.", f"<3 {GATE}"):
        assert _told("a.json", json.dumps([{"text": text}])) == [text]
    assert _told("a.json", json.dumps([{"text": "<p></p>"}])) == [
        "! item 1: is a page without an article; save the article's text"
    ]


def test_an_object_of_several_lines_is_read_whatever_the_name_says_of_lines() -> None:
    assert _told("a.jsonl", '{\n "text": "One gate."\n}\n') == ["One gate."]


def test_xml_that_is_no_page_is_refused() -> None:
    assert _told("a.xml", f'<?xml version="1.0"?>\n<story><text>{GATE}</text></story>') == [
        "! is XML and no page; save the words of the report as text"
    ]


def test_what_stands_in_a_tag_with_a_heap_of_attributes_is_read() -> None:
    heap = " ".join(f"a{number}=1" for number in range(50_000))
    page = f"<!doctype html><html><body><article><p {heap}>{GATE}</p><p>{GATE} {GATE}</p></article></body></html>"
    (told,) = _told("a.html", page)
    assert told.count(GATE) == 3


@pytest.mark.parametrize("start", ["{bad", "[bad", "{text: 'One gate.'}", "\ufeff{bad"])
def test_what_opens_like_json_under_a_json_name_is_no_text(start: str) -> None:
    (told,) = _told("a.json", start)
    assert told.startswith("! line 1: wrong JSON (")
    assert told.endswith("mend it")
    assert _told("a.txt", start) == [start.removeprefix("\ufeff")]


def test_json_lines_whose_first_line_is_wrong_are_lines_by_their_name() -> None:
    first, *rest = _told("a.jsonl", '{text: "No gate."}\n{"text": "One gate."}\n')
    assert first.startswith("! line 1: wrong JSON (")
    assert rest == ["One gate."]
    first, *rest = _told("a.jsonl", 'One gate was shut.\n{"text": "One gate."}\n')
    assert first.startswith("! line 1: wrong JSON (")
    assert rest == ["One gate."]
    assert _told("a.jsonl", "One gate was shut.\nIt is open.") == ["One gate was shut.\nIt is open."]


def test_numbers_and_null_are_text_where_the_name_does_not_say_json() -> None:
    assert [_told("a.txt", text) for text in ("17", "null", "[1, 2]")] == [["17"], ["null"], ["[1, 2]"]]


def test_records_keep_words_of_nested_values() -> None:
    (report,) = _items("a.json", '[{"text": "One gate.", "title": 5, "author": [{"name": "Ida"}, "Tom"], "date": "?"}]')
    assert isinstance(report, Report)
    assert (report.title, report.author, report.published) == ("5", "Ida, Tom", None)


def test_a_text_that_starts_with_a_bracket_is_no_json() -> None:
    assert _told("a.txt", f"[ad_1]\n{GATE}") == [f"[ad_1]\n{GATE}"]
    assert _told("a.txt", f"[He paused.] {GATE}") == [f"[He paused.] {GATE}"]


@pytest.mark.parametrize("end", ["", "\n", "\r\n\r\n"])
def test_a_quotation_mark_that_is_never_closed_does_not_swallow_the_rows_behind_it(end: str) -> None:
    rows = f'id,text\n1,"One\ngate."\n2,"Two gates.\n3,Three gates.{end}'
    assert _told("a.csv", rows) == [
        "One\ngate.",
        "! line 4: wrong CSV (a quotation mark is never closed); mend the row",
    ]


def test_a_stray_quotation_mark_joins_no_rows_without_a_word() -> None:
    rows = ["id,text", '1,"One gate.', "2,Two gates.", '3,"Three gates."', "4,Four gates."]
    wrong = "! line 2: wrong CSV (',' expected after '\"': quotation marks within a cell are doubled); mend the row"
    assert _told("a.csv", "\n".join(rows)) == [wrong, "Four gates."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.json"])
def test_json_lines_may_begin_with_a_record_longer_than_a_sample(name: str) -> None:
    long = "The gate broke. " * 6_000
    assert _told(name, "\n".join(json.dumps({"text": text}) for text in (long, GATE))) == [long, GATE]


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_json_lines_in_windows_1252_are_read(name: str) -> None:
    lines = ['{"text": "The gate – broken – closed."}', '{"text": "Mbappé saw it."}']
    assert _told(name, "\n".join(lines).encode("cp1252")) == ["The gate – broken – closed.", "Mbappé saw it."]


@pytest.mark.parametrize(
    "text", ["Mbappé said that Señor Peña of Norland was naïve.", "Pelé ran 40 km² in ± 3 hours, or 5¾ of them."]
)
def test_windows_1252_is_known_by_its_first_letter_at_the_end_of_a_word(text: str) -> None:
    assert _told("a.txt", text.encode("cp1252")) == [text]


def test_a_row_with_more_cells_than_columns_is_told_and_not_cut_short() -> None:
    assert _told("a.csv", "id,text\n1,One gate.\n2,Two gates, they said.\n3,Three gates.,,\n") == [
        "One gate.",
        "! line 3: wrong CSV (3 cells under 2 columns: a cell with a ',' in it needs quotation marks); mend the row",
        "Three gates.",
    ]


def test_a_row_is_named_by_its_first_line_whatever_stands_before_the_header() -> None:
    empty = "its text holds no words; give it some, or take the record out"
    assert _told("a.csv", '\r\n\nsep=,\nid,text\n"1\n",\n2,Two gates.\n') == [f"! line 5: {empty}", "Two gates."]


def test_a_wrong_byte_in_json_lines_names_its_line() -> None:
    assert _told("a.jsonl", b'{"text": "One gate."}\n{"text": "\xff"}\n"x"\n5\n') == [
        "One gate.",
        "! line 2: wrong JSON (byte 0xff is no UTF-8); mend the line or take it out",
        "! line 3: no record, but a text; give an object with a text",
        "! line 4: no record, but a number; give an object with a text",
    ]


def test_json_lines_with_a_byte_order_mark_are_read() -> None:
    assert _told("a.txt", b'\xef\xbb\xbf{"text": "One gate."}\n{"text": "Two gates."}\n') == ["One gate.", "Two gates."]


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt"])
def test_json_lines_in_utf16_and_with_old_line_ends_are_read(name: str) -> None:
    lines = '{"text": "One gate."}\n{"text": "Two\u2028gates."}\n5\n'
    told = ["One gate.", "Two\u2028gates.", "! line 3: no record, but a number; give an object with a text"]
    assert _told(name, lines.encode("utf-16")) == told
    assert _told(name, lines.replace("\n", "\r")) == told
    assert _told(name, lines.replace("\n", "\r\n")) == told


def test_a_table_without_rows_holds_no_report() -> None:
    assert _told("a.csv", "id,text\n") == ["! holds no report; give records with a text"]


def test_a_table_says_in_its_first_line_what_divides_its_cells() -> None:
    table = 'sep=;\r\nid;text\r\n1;"One gate; it, broke."\r\n2;\r\n'
    for name in ("a.csv", "a.txt"):
        assert _told(name, table) == [
            "One gate; it, broke.",
            "! line 4: its text holds no words; give it some, or take the record out",
        ]
    assert _told("a.csv", '"sep=,"\nid,title;x\n1,a\n') == [
        "! line 2: no column 'text' (columns: id, title;x); name it with --field text=COLUMN"
    ]
    assert _told("a.csv", "id,text\r1,One gate.\r2,Two gates.\r") == ["One gate.", "Two gates."]


TWICE = "has 'text' more than once; of fields of one name the first that holds words is read"


@pytest.mark.parametrize(
    ("name", "data", "where"),
    [
        ("a.csv", f"id,text,Text\n1,{GATE},more\n2,{GATE},less\n", "line 2"),
        ("a.csv", f"id,text,text\n1,,{GATE}\n2,{GATE},more\n", "line 3"),
        ("a.json", f'[{{"text": "{GATE}", "text": "more"}}, {{"text": " ", "text": "{GATE}"}}]', "item 1"),
        ("a.jsonl", f'{{"id": 1, "text": "{GATE}"}}\n{{"Text": "{GATE}", "text": "more"}}\n', "line 2"),
    ],
)
def test_of_columns_and_keys_of_one_name_the_first_with_words_is_read_and_a_notice_says_so(
    name: str, data: str, where: str
) -> None:
    assert _told(name, data) == [GATE, GATE]
    assert [one.line for one in _notices(name, data)] == [f"{name}: {where} {TWICE}"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", f"id,text,text\n1,{GATE},\n2,,{GATE}\n"),  # nothing is lost
        ("a.csv", f"text,,,notes,notes\n{GATE},1,2,3,4\n{GATE},1,2,3,4\n"),  # nothing that would be read
        ("a.jsonl", f'{{"Text": "{GATE}", "text": ""}}\n{{"text": "{GATE}", "text": "{GATE}"}}\n'),
    ],
)
def test_columns_and_keys_of_one_name_that_hide_nothing_are_no_matter(name: str, data: str) -> None:
    assert _told(name, data) == [GATE, GATE]
    assert _notices(name, data) == []


def test_tables_take_quotes_line_ends_and_short_rows() -> None:
    table = 'Title\tText\r\nGate\t"One ""gate"".\r\nIt broke."\r\nPier\r\n\r\nLock\tTwo gates.\r\n'
    assert _told("a.tsv", table) == [
        'One "gate".\r\nIt broke.',
        "! line 4: no text under 'text' (fields: Title); name it with --field text=NAME",
        "Two gates.",
    ]


def test_a_table_is_known_without_its_name_and_prose_is_none() -> None:
    assert _told("a.txt", "title|text\nGate|One gate.\n") == ["One gate."]
    assert _told("a.csv", f"{GATE} So it said, and more.\n") == [f"{GATE} So it said, and more.\n"]
    assert _told("a.txt", "text, title\n") == ["text, title\n"]


def test_a_table_of_long_articles_is_known_without_its_name() -> None:
    article = "\n".join(f"Gate {number} of the lock broke." for number in range(60))
    table = f'text,title\n"{article}",Lock\n"{article}",Gate\n'
    for name in ("a.csv", "a.txt"):
        assert _told(name, table) == [article, article]
    assert _told("a.txt", f"text,title\n{article}\n") == [f"text,title\n{article}\n"]


def test_a_mailbox_gives_a_report_a_mail() -> None:
    heads = [f"From desk@norvik.example Sat Apr {day:02} 10:00:00 2026\n" for day in (4, 5, 6)]
    mails = [
        f"From: {paper} <desk@norvik.example>\nSubject: {title}\nDate: Sat, {day} Apr 2026 10:00:00 +0000\n\n{text}\n\n"
        for day, paper, title, text in (
            (4, "Norvik Post", "Dam fails", f"{GATE}\n\n>From noon on it rained.\nFrom: here to there."),
            (5, "Tarn Post", "Nothing", " "),
            (
                6,
                "Osland Post",
                "Dam holds",
                "From the tower the dam looked whole.\n\nFrom Tarn it did not.\nNote: it was.",
            ),
        )
    ]
    mailbox = "".join(head + mail for head, mail in zip(heads, mails, strict=True))
    for data in (mailbox, mailbox.replace("\n", "\r\n")):
        first, problem, last = _items("post.mbox", data)
        assert isinstance(first, Report)
        assert isinstance(problem, Problem)
        assert isinstance(last, Report)
        assert (first.id, first.title, first.source) == ("post-1", "Dam fails", "Norvik Post")
        assert (last.id, last.title, str(last.published)) == ("post-3", "Dam holds", "2026-04-06")
        assert "\nFrom noon on" in first.text.replace("\r", "")
        assert last.text.split()[-1] == "was."
        assert problem.message == "mail 2: is a message without text; save its text"
    (only,) = _items("post.mbox", heads[0] + mails[0])
    assert isinstance(only, Report)
    assert only.id == "post"


@pytest.mark.parametrize("head", ["From: Tarn Post <a@tarn.example>\nSubject: Lock", "X-Box: 1\nSubject: Lock"])
def test_a_mail_with_few_headers_is_one_of_its_mailbox_also_where_it_is_the_first(head: str) -> None:
    whole = "From: Norvik Post <b@norvik.example>\nSubject: Dam\nDate: Sat, 4 Apr 2026 10:00:00 +0000"
    mails = [f"From a@tarn.example Sat Apr  4 10:00:00 2026\n{one}\n\n{GATE}\n\n" for one in (head, whole)]
    for order in (mails, mails[::-1], mails * 2):
        reports = _items("post.mbox", "".join(order))
        assert [report.text.strip() for report in reports if isinstance(report, Report)] == [GATE.strip()] * len(order)


@pytest.mark.parametrize(
    "text",
    [
        "From Tarn it was seen at 10:30 in 2026.\n\nNote: it broke.",  # no header line behind it
        "From Tarn, 10:30\nSubject: the dam\n\nIt broke.",  # no year
        "From the tower it looked whole.\nDate: nobody knows\nSubject: the dam\n\nIt broke.",
    ],
)
def test_what_opens_with_from_alone_is_no_mail(text: str) -> None:
    assert _told("a.txt", text) == [text]


def test_mail_in_other_encodings_is_read() -> None:
    head = b"From: a@example.org\nSubject: Lock\nDate: nonsense\nMIME-Version: 1.0\n"
    latin = head + b"Content-Type: text/plain; charset=iso-8859-1\n\nThe caf\xe9 closed.\n"
    unknown = head + b"Content-Type: text/plain; charset=x-unknown\n\nThe caf\xe9 closed.\n"
    assert _told("a.eml", latin) == _told("a.eml", unknown) == ["The café closed.\n"]
    (report,) = _items("a.eml", latin)
    assert isinstance(report, Report)
    assert (report.title, report.source, report.published) == ("Lock", None, None)


def test_mail_with_a_byte_order_mark_keeps_its_headers() -> None:
    mail = f"From: Ada Quill <a@example.org>\nSubject: Lock\nDate: Sat, 4 Apr 2026 10:00:00 +0000\n\n{GATE}\n"
    for text in (mail, f"From desk@norvik.example Sat Apr 04 10:00:00 2026\n{mail}"):
        (report,) = _items("a.eml", b"\xef\xbb\xbf" + text.encode())
        assert isinstance(report, Report)
        assert (report.title, report.source, str(report.published)) == ("Lock", "Ada Quill", "2026-04-04")
        assert report.text == f"{GATE}\n"


def test_a_subject_in_an_unknown_encoding_is_kept_as_it_stands() -> None:
    (report,) = _items("a.eml", f"From: a@example.org\nTo: b@example.org\nSubject: =?x-unknown?q?Gate?=\n\n{GATE}\n")
    assert isinstance(report, Report)
    assert report.title == "=?x-unknown?q?Gate?="


def test_mail_whose_charset_does_not_fit_is_read_as_its_bytes_are() -> None:
    head = "From: a@example.org\nSubject: Lock\nDate: nonsense\nContent-Type: text/plain; charset="
    assert _told("a.eml", f"{head}utf-16\n\n{GATE}\n") == [f"{GATE}\n"]
    assert _told("a.eml", f"{head}utf-8\n\nThe caf".encode() + b"\xe9 closed.\n") == ["The café closed.\n"]


def test_mail_with_broken_base64_is_refused() -> None:
    head = "From: a@example.org\nSubject: Lock\nDate: nonsense\nContent-Type: text/plain; charset=utf-8\n"
    head += "Content-Transfer-Encoding: base64\n\n"
    broken = ["! is a message whose base64 is broken; save its text"]
    assert _told("a.eml", f"{head}!!!notbase64\n") == _told("a.eml", f"{head}T25lIGdhd\n") == broken
    assert _told("a.eml", f"{head}T25lIGdhdGUu\n") == ["One gate."]


def test_mail_without_words_and_attachments_alone_are_refused() -> None:
    head = "From: a@example.org\nSubject: Lock\nTo: b@example.org\n"
    empty = "! is a message without text; save its text"
    assert _told("a.eml", f"{head}\n\n") == [empty]
    attached = (
        f'{head}Content-Type: text/plain; name="a.txt"\nContent-Disposition: attachment; filename="a.txt"\n\n{GATE}\n'
    )
    assert _told("a.eml", attached) == [empty]


def test_a_page_that_breaks_its_reader_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> str:
        raise AttributeError("inside the reader")

    monkeypatch.setattr("trafilatura.extract", broken)
    told = _told("a.html", f"<!doctype html><html><body><p>{GATE}</p></body></html>")
    assert told == ["! is a page that cannot be read (AttributeError); save its text"]


def test_broken_metadata_of_a_page_does_no_harm() -> None:
    deep = "[" * 50 + "]" * 50
    named = '{"@type": "NewsArticle", "author": ' + "[" * 450 + '"Ida"' + "]" * 450 + "}"
    head = (
        f'<script type="application/ld+json">{deep}</script><script type="application/ld+json">{{"@type": 5</script>'
        f'<script type="application/ld+json">{named}</script>'
        '<script type="application/ld+json">{"@type": ["NewsArticle"], "headline": {"x": 1}, "author": "https://a.example"}</script>'
        '<meta property="article:published_time" content="soon"><meta name="author"><time datetime="2021-08-10">'
    )
    article = f"<article><p>{GATE}</p><p>{GATE} {GATE}</p></article>"
    page = f"<!doctype html><html><head>{head}</head><body>{article}</body></html>"
    (report,) = _items("a.html", page)
    assert isinstance(report, Report)
    assert (report.title, report.author, str(report.published)) == (None, None, "2021-08-10")


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<h1>Lock <em>gate</em> breaks</h1>", "Lock gate breaks"),
        ("<h1>Lock gate<br>breaks &amp; bends</h1><h1>Another</h1>", "Lock gate breaks & bends"),
        ("<h1><div>Lock <b>gate</b></div></h1>", "Lock gate"),
        ("<h1>Lock <i>gate</i><p>Nobody was hurt.</p>", "Lock gate"),
        ("<h1>Lock gate", "Lock gate"),
    ],
)
def test_the_whole_title_of_a_page_is_taken(head: str, title: str) -> None:
    told = page_metadata(f"<!doctype html><html><body>{head}")
    assert told["title"] == (title, "html h1")


REFUSED = {
    b"{\\rtf1 The gate broke.}": "is an RTF document; save it as plain text",
    b"\x01\x02\x03\x04 the gate \x05\x06\x07": "is a binary file; give text, HTML, JSON Lines, CSV or mail",
    "The gate".encode("utf-16") + b"\x00\xd8": "cannot be read as UTF-16-LE (byte 0x00 on line 1); save it as UTF-8",
    b"%PDF-1.7": "is a PDF file, not text; give text, HTML, JSON Lines, CSV or mail",
}


@pytest.mark.parametrize(("data", "message"), REFUSED.items())
def test_what_is_no_text_is_refused_with_a_remedy(data: bytes, message: str) -> None:
    assert _told("a.txt", data) == [f"! {message}"]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-8", "cp1252", "utf-32"])
def test_encodings_without_and_with_marks(encoding: str) -> None:
    assert _told("a.txt", f"“{GATE}” he said.".encode(encoding)) == [f"“{GATE}” he said."]


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("By Carla Moss", "Carla Moss"),
        ("By Carla Moss, staff writer", "Carla Moss"),
        ("By Carla Moss and Tom Vale, special correspondents", "Carla Moss and Tom Vale"),
        ("By our correspondent", None),
        ("By staff reporters", None),
    ],
)
def test_the_author_of_a_byline_is_a_name_and_no_role(line: str, author: str | None) -> None:
    (report,) = _items("a.txt", f"Dam fails in Norvik\n\n{line}\n\nThe dam broke. It did.")
    assert isinstance(report, Report)
    assert report.author == author
