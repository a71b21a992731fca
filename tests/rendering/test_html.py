"""The page as its bytes stand; what a browser makes of it is tested in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from claimcompare.records import Mention, Reading, Span
from claimcompare.rendering.html import as_page
from claimcompare.rendering.selection import narrowed

if TYPE_CHECKING:
    from claimcompare.records import Comparison


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text of style and script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.inside: dict[str, str] = {}
        self.words: list[str] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        if self._open in {"style", "script"}:
            self.inside.setdefault(self._open, data)
        else:
            self.words.append(data)

    def handle_endtag(self, _: str) -> None:
        self._open = ""

    @property
    def ids(self) -> list[str]:
        return [name for _, attributes in self.elements if (name := attributes.get("id"))]

    @property
    def links(self) -> list[str]:
        return [link for _, attributes in self.elements if (link := attributes.get("href"))]


@pytest.fixture(params=["comparison", "hostile"])
def page(request: pytest.FixtureRequest) -> Page:
    return Page(as_page(request.getfixturevalue(request.param)))


def test_every_link_leads_somewhere_on_the_page_and_every_id_is_one(page: Page) -> None:
    assert len(set(page.ids)) == len(page.ids)
    inner = [link[1:] for link in page.links if link != "data:,"]
    assert not set(inner) - set(page.ids)


def test_there_is_one_script_and_no_handler(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("script") == tags.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "base"} & set(tags)
    for _, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name in {"src", "style"}]
    assert not [link for link in page.links if link.startswith("javascript")]


def test_the_policy_allows_exactly_the_style_and_the_script(page: Page) -> None:
    policy = next(str(attributes["content"]) for _, attributes in page.elements if "http-equiv" in attributes)
    assert policy.startswith("default-src 'none'")
    for tag in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(page.inside[tag].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_nothing_is_fetched(comparison: Comparison) -> None:
    assert not re.findall(r"https?:|url\(|@import", as_page(comparison))


def test_all_is_on_the_page(comparison: Comparison) -> None:
    page = Page(as_page(comparison))
    words = " ".join(" ".join(page.words).split())
    for claim in comparison.claims:
        assert claim.report in words
    for shown in ("about 200", "not in", "the reports are of different days", "Alba, aground", "Share 12"):
        assert shown in words


def test_each_report_is_there_in_full(comparison: Comparison) -> None:
    from claimcompare.rendering.page import cluster_views, page_names  # noqa: PLC0415
    from claimcompare.rendering.page_reports import report_views  # noqa: PLC0415

    names = page_names(comparison)
    for report, view in zip(
        comparison.reports, report_views(comparison, cluster_views(comparison, names), names), strict=True
    ):
        assert "".join(stretch.text for stretch in view.stretches) == report.text
    first = report_views(comparison, cluster_views(comparison, names), names)[0]
    assert [stretch.text for stretch in first.stretches if stretch.role == "furniture"] == ["Share 12"]
    assert [stretch.text for stretch in first.stretches if stretch.shared] == [
        "The ferry Alba ran aground on Tuesday with about 200 people on board.",
        "Nobody was hurt",
        "Divers will inspect the hull, officials added, before the tide turns on Thursday.",
    ]


def test_a_tag_stands_at_its_word_though_marks_overlap(comparison: Comparison) -> None:
    first = comparison.clusters[0]
    words = "on Tuesday with"
    start = comparison.reports[0].text.index(words)
    long = Reading(value="x", mentions=(Mention(claim="c2", span=Span(start, start + len(words))),))
    other = evolve(first.differences[2], readings=(long, *first.differences[2].readings[1:]))
    page = as_page(evolve(comparison, clusters=(evolve(first, differences=(*first.differences[:2], other)),)))
    assert ">on</a> <a class" in page
    assert ">Tuesday</a> <a class" in page


def test_a_report_shows_which_of_its_claims_are_in_a_conflict(comparison: Comparison) -> None:
    page = as_page(comparison)
    assert '<sup><a href="#k1v0" class="against" aria-label="claim 1, in a conflict">≠1</a></sup>' in page
    assert '<sup><a href="#k2v0" aria-label="claim 2">2</a></sup>' in page


def test_a_version_says_who_published_it_and_when(comparison: Comparison) -> None:
    page = as_page(comparison)
    assert '<span class="published" dir="auto">Brig &amp; Sons, via CP, 2031-05-07</span>' in page
    assert 'title="Ferry stranded off Port Hallow, The Tide"' in page


def test_no_control_character_is_written(hostile: Comparison) -> None:
    assert not re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", as_page(hostile))


def test_an_address_is_a_link_only_on_the_web(comparison: Comparison, hostile: Comparison) -> None:
    first, *others = comparison.reports
    known = evolve(comparison, reports=(evolve(first, url="https://tide.example/alba"), *others))
    assert "https://tide.example/alba" in Page(as_page(known)).links
    assert not [link for link in Page(as_page(hostile)).links if "alert" in link]


def test_a_narrowed_page_counts_in_the_whole(comparison: Comparison) -> None:
    page = Page(as_page(narrowed(comparison, severities=("conflict",)), comparison))
    words = " ".join(" ".join(page.words).split())
    assert "1 of 3 shared claims in 3 reports" in words
    assert "3 claims shared by 2 reports or more" in words
    assert words.count("1 sentence ") == 2


def test_conflicts_stand_first_with_what_stands_against_what(comparison: Comparison) -> None:
    words = " ".join(" ".join(Page(as_page(comparison)).words).split())
    start, end = words.index("Where not all versions can be true"), words.index("Title, source, date")
    assert words[start:end].count("≠") == 1
    assert "about 200 alba ≠ 240 brig , crew" in words[start:end]
    assert "with about 200 people on board" in words[start:end]  # in the words of a version that is contradicted
    assert words[start:end].count("Tuesday") == 1  # the shift of the day is not listed


def test_where_nothing_conflicts_that_is_said_if_it_was_asked(comparison: Comparison) -> None:
    shifts = narrowed(comparison, severities=("shift",))
    assert "No two versions were found that cannot both be true." in as_page(shifts)
    assert "cannot both be true." not in as_page(shifts, comparison)


def test_without_claims_the_page_says_why(comparison: Comparison) -> None:
    assert "Nothing is shared. Pairs less than 50\u00a0% sure are not joined" in as_page(
        evolve(comparison, clusters=())
    )
    assert "No claim has such a difference." in as_page(narrowed(comparison, kinds=["name"]), comparison)


def test_the_title_tells_pages_apart(comparison: Comparison) -> None:
    assert "<title>Ferry stranded off Port Hallow: 3 reports compared</title>" in as_page(comparison)
    untitled = evolve(comparison, reports=tuple(evolve(report, title=None) for report in comparison.reports))
    assert "<title>3 reports compared</title>" in as_page(untitled)


def test_the_middle_of_a_long_reading_is_folded(comparison: Comparison) -> None:
    first = comparison.clusters[0]
    readings = tuple(
        Reading(value=claim.text, mentions=(Mention(claim=claim.id, span=claim.span),)) for claim in first.claims[:2]
    )
    long = evolve(first.differences[1], readings=readings, note=None)
    page = as_page(evolve(comparison, clusters=(evolve(first, differences=(long,)),)))
    folded = re.findall(r'<q dir="auto">(.*?) <details class="middle">.*?</summary> (.*?)</details> (.*?)</q>', page)
    assert folded == [("The ferry Alba ran aground on", "Tuesday with about", "200 people on board.")]


def test_the_kind_is_named_once_where_a_mark_goes_on_behind_another(comparison: Comparison) -> None:
    first = comparison.clusters[0]
    words = "on Tuesday with about 200 people"
    start = comparison.reports[0].text.index(words)
    long = Reading(value="x", mentions=(Mention(claim="c2", span=Span(start, start + len(words))),))
    number, day, _ = first.differences
    other = evolve(day, readings=(long, *day.readings[1:]))
    page = as_page(evolve(comparison, clusters=(evolve(first, differences=(number, other)),)))
    assert 'class="m shift k-date on" href="#k1d1">on Tuesday with</a>' in page
    assert 'class="m shift k-date" href="#k1d1">people</a>' in page


def test_the_matrix_shows_for_each_claim_how_gravely_its_versions_differ(comparison: Comparison) -> None:
    first, second, third = comparison.clusters
    page = Page(as_page(evolve(comparison, clusters=(first, evolve(second, differences=()), third))))
    links = [str(attributes.get("class")) for tag, attributes in page.elements if tag == "a"]
    assert [kind for kind in links if kind.startswith("dot ")] == ["dot conflict"] * 3 + ["dot none"] * 2 + [
        "dot shift"
    ] * 2


def test_only_kinds_that_occur_can_be_chosen(comparison: Comparison) -> None:
    page = Page(as_page(comparison))
    kinds = [attributes["value"] for _, attributes in page.elements if attributes.get("name") == "kind"]
    assert kinds == ["number", "date", "modality", "attribution", "wording"]


def test_a_report_says_how_much_of_it_was_left_out(comparison: Comparison) -> None:
    words = " ".join(" ".join(Page(as_page(comparison)).words).split())
    assert words.count("left out 1 line or paragraph") == 1
    assert words.count("left out 2") == 0


def test_it_is_the_same_every_time(comparison: Comparison) -> None:
    assert as_page(comparison) == as_page(comparison)


def test_the_page_has_one_kind_of_line_end(comparison: Comparison) -> None:
    first, *others = comparison.reports
    old = evolve(first, text=first.text.replace(" ", "\r"))
    assert "\r" not in as_page(evolve(comparison, reports=(old, *others)))
