"""Draw the pictures of the README → docs/pictures: the terminal as SVG, the page as PNG, both of ``seeds/``.

    python scripts/make_pictures.py

The page is drawn by Chromium (named in CHROMIUM, or found) through Playwright: ``pip install '.[browser-tests]'``.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import sys
import tempfile
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.text import Text

from claimcompare import Comparison, compare, read_reports
from claimcompare.rendering.html import as_page
from claimcompare.rendering.screen import Screen
from claimcompare.rendering.terminal import text

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
COLUMNS, LINES = 104, 34
WIDTH, HEIGHT = 1280, 1000
PARTS = {"overview.png": "body", "claims.png": "#claims"}
# The picture asks for no font from the network; the reader's own monospaced one does.
SVG = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace("Fira Code", "ui-monospace")


def terminal_picture(comparison: Comparison) -> str:
    """What the first screen of the terminal shows, as SVG."""
    shown = text(comparison, Screen(width=COLUMNS, styles=True, colour=True))
    console = Console(width=COLUMNS, record=True, file=StringIO(), force_terminal=True)
    console.print(Text("$ claimcompare seeds/", style="bold"))
    for line in shown.splitlines()[:LINES]:
        console.print(Text.from_ansi(line), soft_wrap=True)
    return console.export_svg(title="claimcompare", code_format=SVG, unique_id="claimcompare")


def draw_page(chromium: str, page: str) -> None:
    """Two parts of the page as Chromium shows them."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - an extra that the other picture does without

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "comparison.html"
        path.write_text(page, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        shown = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
        shown.goto(path.as_uri())
        for name, part in PARTS.items():
            shown.evaluate(f"scrollTo(0, document.querySelector('{part}').getBoundingClientRect().top + scrollY)")
            shown.wait_for_timeout(300)  # what comes into view is laid out only then
            shown.screenshot(path=PICTURES / name)
            print(PICTURES.relative_to(ROOT) / name)
        browser.close()


def main() -> None:
    """Write both pictures."""
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    PICTURES.mkdir(exist_ok=True)
    os.chdir(ROOT)  # so that the page names the files as the README does
    comparison = compare(read_reports(sorted(Path("seeds").glob("*.txt"))))
    (PICTURES / "terminal.svg").write_text(terminal_picture(comparison), encoding="utf-8")
    print(PICTURES.relative_to(ROOT) / "terminal.svg")
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not chromium:
        sys.exit("no Chromium is installed, so the picture of the page was left as it was")
    draw_page(chromium, as_page(comparison))


if __name__ == "__main__":
    main()
