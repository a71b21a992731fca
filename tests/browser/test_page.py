"""The page in a browser, as a reader uses it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

SCREENS = [(1280, "light"), (390, "dark")]  # colours do not depend on the width


def _shown(page: Any) -> int:
    return int(page.locator(".cluster:visible").count())


def _in_view(page: Any, selector: str) -> bool:
    for _ in range(40):  # what scrolls into view is laid out only then, and may move once more
        place = page.locator(selector).bounding_box()
        if place and -1 <= place["y"] < page.viewport_size["height"]:
            return True
        page.wait_for_timeout(50)
    return False


def _rarest(page: Any, name: str) -> str:
    """The severity or kind that the fewest differences have."""
    part = {"severity": ".badge", "kind": ".kind"}[name]
    found = page.locator(f".differences {part}").all_text_contents()
    return str(min(found, key=found.count))


def _having(*differences: str) -> str:
    """Claims with such differences."""
    return ".cluster" + "".join(f":has(.differences li{difference})" for difference in differences)


def _is_focused(page: Any, selector: str) -> bool:
    for _ in range(40):  # what a link leads to gets the focus after it has been scrolled into view
        if page.evaluate("document.activeElement.id") == selector.removeprefix("#"):
            return True
        page.wait_for_timeout(50)
    return False


def test_opens_in_silence(page: Any, page_path: Path) -> None:
    assert page.noise == [f"request: {page_path.as_uri()}"]
    assert _shown(page) > 0


def test_filter_by_severity(page: Any) -> None:
    everything, rarest = _shown(page), _rarest(page, "severity")
    page.locator("#filters").get_by_text(rarest).click()
    left = page.locator(_having(f".{rarest}")).count()
    assert 0 < _shown(page) == left < everything
    assert page.locator("#count").inner_text() == f"{left} of {everything} claims"
    page.locator("#filters").get_by_text("Show all").click()
    page.wait_for_timeout(50)
    assert _shown(page) == everything


def test_only_the_differences_that_are_asked_for_are_marked_and_listed(page: Any) -> None:
    rarest = _rarest(page, "severity")
    rows, others = page.locator(f".differences li.{rarest}"), page.locator(f".differences li:not(.{rarest})")
    page.locator("#filters").get_by_text(rarest).click()
    assert rows.first.is_visible()
    assert not [each for each in others.all()[:40] if each.is_visible()]
    lines = "element => getComputedStyle(element).textDecorationLine"
    assert page.locator(f".m.{rarest}").first.evaluate(lines) == "underline"
    assert page.locator(f".cluster:visible .m:not(.{rarest})").first.evaluate(lines) == "none"
    page.evaluate("id => { location.hash = id }", others.first.get_attribute("id"))
    page.wait_for_timeout(100)
    assert others.first.is_visible()
    assert page.locator("#filters input:checked").count() == 0


def test_filter_by_kind_and_report(page: Any) -> None:
    everything, rarest = _shown(page), _rarest(page, "kind")
    page.locator("#filters summary", has_text="Kind").click()
    page.locator(f'#filters input[value="{rarest}"]').check()
    left = page.locator(_having(f".k-{rarest}")).count()
    assert 0 < _shown(page) == left < everything
    page.locator("#filters summary", has_text="Report").click()
    page.locator('#filters input[name="report"][value="0"]').check()
    assert _shown(page) == page.locator(f'{_having(f".k-{rarest}")}[data-report~="0"]').count()


def test_severity_and_kind_are_those_of_one_difference(page: Any) -> None:
    page.locator("#filters").get_by_text("conflict").click()
    page.locator("#filters summary", has_text="Kind").click()
    page.locator('#filters input[value="detail"]').check()
    assert page.locator(_having(".conflict", ".k-detail")).count() > 0
    assert _shown(page) == page.locator(_having(".conflict.k-detail")).count() == 0
    page.locator('#filters input[value="number"]').check()
    assert _shown(page) == page.locator(_having(".conflict.k-number")).count() == 1


def test_filter_by_text(page: Any) -> None:
    word = page.evaluate(
        "document.querySelector('.cluster h3 bdi').textContent.split(/\\W+/).sort((a, b) => b.length - a.length)[0]"
    )
    page.keyboard.press("/")
    page.keyboard.type(word.upper())
    assert 0 < _shown(page) < page.locator(".cluster").count()
    assert word.lower() in page.locator(".cluster:visible").first.inner_text().lower()
    words_of = "each => each.startContainer.data.slice(each.startOffset, each.endOffset)"
    lit = f"[...CSS.highlights.get('sought')].map({words_of})"
    assert {each.lower() for each in page.evaluate(lit)} == {word.lower()}
    page.keyboard.type("qqqq")
    assert _shown(page) == 0
    page.locator(".none-left button").click()
    page.wait_for_timeout(50)
    assert _shown(page) == page.locator(".cluster").count()
    assert page.locator(".none-left").is_hidden()


def test_what_one_report_alone_says_is_found_as_well(page: Any) -> None:
    words = str(page.locator(".alone li").first.text_content()).strip()
    page.locator("#filters input[type=search]").fill(words)
    assert page.locator("#elsewhere").inner_text() == "and 1 sentence in one report only"
    assert page.locator(".alone li:visible").all_inner_texts() == [words]
    page.locator("#filters input[type=search]").fill("")
    assert page.locator("#elsewhere").is_hidden()
    assert page.locator(".alone li:visible").count() == 0


def test_conflicts_come_first_and_lead_to_their_versions(page: Any) -> None:
    assert page.locator("main > section").first.get_attribute("id") == "conflicts"
    first = page.locator(".digest li").first
    assert "≠" in first.inner_text()
    link = first.locator(".who a").first
    version = link.get_attribute("href")
    link.click()
    assert _in_view(page, version)
    assert page.locator(f"{version} .m.conflict").count() > 0


def test_the_middle_of_a_long_reading_is_shown_when_asked_for(page: Any) -> None:
    words = page.locator(".reading:has(details.middle) q").first
    page.evaluate("document.querySelector('.reading:has(details.middle)').scrollIntoView()")
    before = words.inner_text()
    words.locator("summary").click()
    assert len(words.inner_text().split()) > len(before.split())


def test_a_claim_is_copied_as_plain_text(browser: Any, page_path: Path) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened = context.new_page()
    opened.goto(page_path.as_uri())
    opened.locator("#k1 .copy").click()
    opened.get_by_text("Copied").wait_for()
    versions, rows = opened.locator("#k1 .version").count(), opened.locator("#k1 .differences li").count()
    copied = opened.evaluate("navigator.clipboard.readText()").splitlines()
    context.close()
    assert len(copied) == versions + rows
    assert " ".join(copied).count("≠") == 1
    assert copied[versions].startswith("conflict, number: “five” (00")


def test_from_the_matrix_to_the_claim_and_to_its_sentence(page: Any) -> None:
    dot = page.locator(".matrix td a").nth(2)
    version = dot.get_attribute("href")
    dot.click()
    assert _in_view(page, version)
    link = page.locator(f"{version} .by a")
    place = link.get_attribute("href")
    link.click()
    assert _in_view(page, place)
    words = page.locator(place).inner_text().split()
    assert words
    shown = page.locator(f"{version} blockquote").text_content().replace("\u2060", "")  # out of view: no inner text
    assert " ".join(words[:3]) in " ".join(shown.split())
    back = page.locator(place).locator("xpath=following::sup[1]/a")
    back.click()
    assert "#k" in page.url


def test_the_same_by_keyboard_alone(page: Any) -> None:
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.matrix td a')"):
            break
    version = page.evaluate("document.activeElement.hash")
    page.keyboard.press("Enter")
    assert _in_view(page, version)
    assert _is_focused(page, version)
    page.keyboard.press("Tab")
    place = page.evaluate("document.activeElement.hash")
    assert place.startswith("#r")
    page.keyboard.press("Enter")
    assert _in_view(page, place)
    assert _is_focused(page, place)


def test_a_link_reaches_a_claim_that_the_filters_hide(page: Any) -> None:
    page.locator("#filters input[type=search]").fill("nothing has these words")
    assert _shown(page) == 0
    page.locator(".matrix td a").first.click()
    assert _in_view(page, page.locator(".matrix td a").first.get_attribute("href"))


def test_overlap_shows_the_claims_of_both(page: Any) -> None:
    cell = page.locator(".overlap a[data-pair]").first
    first, second = cell.get_attribute("data-pair").split()
    cell.click()
    both = page.locator(f'.cluster[data-report~="{first}"][data-report~="{second}"]').count()
    assert 0 < _shown(page) == both


@pytest.mark.parametrize("how", ["hover", "focus"])
def test_marked_words_show_their_readings(page: Any, how: str) -> None:
    mark = page.locator(".m").first
    getattr(mark, how)()
    row = page.locator(mark.get_attribute("href"))
    tip = page.locator("#tip")
    assert tip.is_visible()
    for reading in row.locator(".reading q").all_inner_texts():
        assert reading.strip("“”").split("…")[0].strip() in tip.inner_text()
    page.keyboard.press("Escape")
    assert tip.is_hidden()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_no_serious_barrier(browser: Any, page_path: Path, width: int, scheme: str) -> None:
    axe = pytest.importorskip("axe_core_python.sync_playwright", reason="axe is not installed (extra browser-tests)")
    opened = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce")
    opened.goto(page_path.as_uri())
    opened.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    opened.evaluate(
        "for (const each of document.querySelectorAll('.cluster, .report')) each.style.contentVisibility = 'visible'"
    )
    found = axe.Axe().run(opened)["violations"]
    serious = [
        f"{violation['id']}: {violation['nodes'][0]['html'][:150]}"
        for violation in found
        if violation["impact"] in {"serious", "critical"}
    ]
    opened.close()
    assert serious == []


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_runs_out_of_the_screen(browser: Any, page_path: Path, width: int) -> None:
    opened = browser.new_page(viewport={"width": width, "height": 800})
    opened.goto(page_path.as_uri())
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.close()


def test_all_claims_are_printed(page: Any) -> None:
    total = page.locator(".cluster").count()
    page.locator("#filters").get_by_text(_rarest(page, "severity")).click()
    assert _shown(page) < total
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert _shown(page) == total
    assert page.locator("#filters").is_hidden()
    assert not [each for each in page.locator(".differences li").all()[:20] if not each.is_visible()]
    assert page.locator(".alone li").first.is_visible()
    assert page.locator(".why li").first.is_hidden()  # how sure a pair is, is printed where the reader has opened it
    assert len(page.pdf()) > 10_000


def test_without_scripts_all_is_there(browser: Any, page_path: Path, page: Any) -> None:
    context = browser.new_context(java_script_enabled=False)
    opened = context.new_page()
    opened.goto(page_path.as_uri())
    assert opened.locator(".cluster:visible").count() == page.locator(".cluster").count()
    assert opened.locator("#filters").is_hidden()
    opened.locator(".matrix td a").first.click()
    assert "#k" in opened.url
    opened.locator("details.why summary").first.click()
    assert opened.locator("details.why li").first.is_visible()
    context.close()
