"""The pictures of the README: the terminal as SVG, the page as PNG, both of the reports in ``seeds/``.

    python scripts/make_pictures.py

The page is drawn by Chromium (named in CHROMIUM, or found), which a machine without it leaves out.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
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
PAGE = "1280,1180"
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


def draw_page(chromium: str, page: str, picture: Path) -> None:
    """The top of the page as Chromium shows it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "comparison.html"
        path.write_text(page, encoding="utf-8")
        options = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--disable-background-networking",
        ]
        where = [f"--window-size={PAGE}", f"--screenshot={picture}", path.as_uri()]
        subprocess.run([chromium, *options, *where], check=True, capture_output=True)  # noqa: S603 - a browser on our page


def main() -> None:
    """Write both pictures."""
    PICTURES.mkdir(exist_ok=True)
    comparison = compare(read_reports(sorted((ROOT / "seeds").glob("*.txt"))))
    (PICTURES / "terminal.svg").write_text(terminal_picture(comparison), encoding="utf-8")
    print(PICTURES / "terminal.svg")
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    chromium = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not chromium:
        sys.exit("no Chromium is installed, so the picture of the page was left as it was")
    draw_page(chromium, as_page(comparison), PICTURES / "page.png")
    print(PICTURES / "page.png")


if __name__ == "__main__":
    main()
