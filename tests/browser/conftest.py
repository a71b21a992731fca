"""A real browser, where one is installed: Playwright drives the Chromium that the system has."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimcompare.pipeline import compare
from claimcompare.reading import read_reports
from claimcompare.rendering.html import as_page

if TYPE_CHECKING:
    from collections.abc import Iterator

REPOSITORY = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    driver = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed (extra browser-tests)")
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if not path:
        pytest.skip("no Chromium is installed; name one in CHROMIUM")
    with driver.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield started
        started.close()


@pytest.fixture(scope="session", params=["seeds", "originals"])
def page_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of the five short reports, and of the five published ones where they are there."""
    folder = REPOSITORY / "seeds" if request.param == "seeds" else REPOSITORY.parent / "shared" / "seeds"
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    path = tmp_path_factory.mktemp("page") / f"{request.param}.html"
    path.write_text(as_page(compare(read_reports(sorted(folder.glob("*.txt"))))), encoding="utf-8")
    return path


@pytest.fixture
def page(browser: Any, page_path: Path) -> Iterator[Any]:
    """The page as opened from disk; what it says on the console or asks for is kept in ``page.noise``."""
    opened = browser.new_page(viewport={"width": 1280, "height": 900})
    opened.noise = []
    opened.on("console", lambda message: opened.noise.append(f"console: {message.text}"))
    opened.on("pageerror", lambda error: opened.noise.append(f"error: {error}"))
    opened.on("request", lambda request: opened.noise.append(f"request: {request.url}"))
    opened.goto(page_path.as_uri())
    yield opened
    opened.close()
