"""Put what the command really prints into README.md and the pages of docs/.

    python scripts/show_output.py            # write it
    python scripts/show_output.py --check    # exit with 1 if it is out of date

In the pages, ``<!-- output: COMMAND -->`` stands before a text block and ``<!-- end of output -->`` after it. With
``(first N lines)`` after the command, the rest is left out and marked with a line of dots.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
WIDTH = "92"
SHOWN = re.compile(
    r"<!-- output: (?P<command>claimcompare .*?)(?: \(first (?P<lines>\d+) lines\))? -->\n.*?<!-- end of output -->",
    re.DOTALL,
)


def output_of(command: str) -> str:
    """What ``command`` prints in the project's folder."""
    arguments = [sys.executable, "-m", *shlex.split(command), "--width", WIDTH]
    environment = {**os.environ, "NO_COLOR": "1", "COLUMNS": WIDTH}
    done = subprocess.run(arguments, capture_output=True, cwd=ROOT, env=environment, check=True)
    return done.stdout.decode()


def first_lines(text: str, count: int) -> str:
    """The first ``count`` lines, with a mark that there are more."""
    lines = text.splitlines()
    return "\n".join([*lines[:count], "…"] if len(lines) > count else lines).rstrip() + "\n"


def shown(found: re.Match[str]) -> str:
    """The block with what the command prints today."""
    text = output_of(found["command"])
    if found["lines"]:
        text = first_lines(text, int(found["lines"]))
    start = found[0].partition("\n")[0]
    return f"{start}\n```text\n{text}```\n<!-- end of output -->"


def main() -> int:
    """Update every page, or with ``--check`` name those that are out of date."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="write nothing, and end with 1 if a page is out of date")
    check = parser.parse_args().check
    stale = 0
    for page in PAGES:
        before = page.read_text(encoding="utf-8")
        after = SHOWN.sub(shown, before)
        if after != before:
            stale += 1
            print(page.relative_to(ROOT), "is out of date" if check else "is up to date now")
            if not check:
                page.write_text(after, encoding="utf-8")
    return int(check and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
