"""Text repair: what reads the same compares the same, and every span leads back to the text as it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcompare.text.normal import normal_text

READINGS = {
    "â€œIt brokeâ€\x9d, they said â€“ donâ€™t ask": "“It broke”, they said – don’t ask",
    "CafÃ© VuÄ\x8diÄ‡ Â£5 5Â°C": "Café Vučić £5 5°C",
    "neÂ\xadgoâ€\x8btiation, Â\xa0at last, Â\x80": "negotiation,  at last, Â\x80",
    "ne\xadgo\xadti\u200ba\u200dtion": "negotiation",
    "ten\xa0thousand\u202fmen": "ten thousand men",
    "the ﬁrst oﬃcer of the ﬂeet": "the first officer of the fleet",
    "the lock\nof the   \r\n  town": "the lock of the town",
    "a nego-\ntiation about the well-\nknown Dutch-\nbuilt lock": "a negotiation about the well-known Dutch-built lock",
    "Title\n\nThe gate": "Title\n\nThe gate",
    "``It broke,'' she said": "“It broke,” she said",
    "don`t and don´t": "don’t and don’t",
    'We don"t know; "Lon" tells': 'We don’t know; "Lon" tells',
    "„Ja“ «oui»": "“Ja“ “oui”",
    "Brill &amp; Co. said &quot;no&quot; &#8212; twice&nbsp;over": 'Brill & Co. said "no" — twice over',
    "the [harbour master](https://harbour.example.org/m?id=1) said": "the harbour master said",
    "\u202bعلی رضایی\u202c of Kabul": "علی رضایی of Kabul",
    "Jose\u0301 non\u2011stop": "José non-stop",
    "AT&T paid R&D; nobody": "AT&T paid R&D; nobody",
    "“CAFÉ” and âge": "“CAFÉ” and âge",
    "f(x)[1](2)": "f(x)[1](2)",
}


@pytest.mark.parametrize(("text", "reading"), READINGS.items(), ids=range(len(READINGS)))
def test_what_reads_the_same_has_the_same_normal_form(text: str, reading: str) -> None:
    assert normal_text(text).text == reading


def test_a_span_of_the_normal_form_leads_back_to_the_words_as_they_stand() -> None:
    text = "The nego-\ntiation â€œfailedâ€\x9d on the [old pier](https://pier.example.org)."
    normal = normal_text(text, offset=100)

    def back(words: str) -> str:
        start = normal.text.index(words)
        span = normal.span(start, start + len(words))
        return text[span.start - 100 : span.end - 100]

    assert back("negotiation") == "nego-\ntiation"
    assert back("“failed”") == "â€œfailedâ€\x9d"
    assert back("old pier") == "old pier"
    assert back("the old pier") == "the [old pier](https://pier.example.org)"
    assert back("old pier.") == "[old pier](https://pier.example.org)."


def test_a_letter_and_its_mark_are_one_piece() -> None:
    normal = normal_text("2A\u030b")  # no single character stands for both
    assert normal.span(0, 2).end == normal.span(2, 2).end == normal.span(0, 3).end == 3


def test_plain_text_is_its_own_normal_form() -> None:
    normal = normal_text("The gate broke.", 7)
    assert (normal.text, normal.origins, normal.span(4, 8).start) == ("The gate broke.", None, 11)


@given(st.text(st.characters(codec="utf-8") | st.sampled_from("â€œÂÃ\xad\n-&;[](`'ab")), st.data())
def test_spans_of_any_text_lead_back_in_order(text: str, data: st.DataObject) -> None:
    normal = normal_text(text, 3)
    start = data.draw(st.integers(0, len(normal.text)))
    end = data.draw(st.integers(start, len(normal.text)))
    span = normal.span(start, end)
    assert 3 <= span.start <= span.end <= 3 + len(text)
    assert normal.span(0, start).end <= normal.span(start, end).end
