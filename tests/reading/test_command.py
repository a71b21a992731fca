"""A folder with everything in it: what cannot be read is named line by line, the rest is compared, the status is 3."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

from claimcompare.reading import read

CORPUS = Path(__file__).parent / "corpus"


def test_what_cannot_be_read_is_named_and_the_rest_compared(run: Callable[..., CompletedProcess[bytes]]) -> None:
    names = ["01-plain.txt", "02-headline.txt", "57-broken.json", "47-no-text-column.csv", "53-picture.txt"]
    paths = [CORPUS / name for name in [*names, "40-no-article.html", "54-empty.txt", "56-undecodable.txt", "none.txt"]]
    done = run(*paths)
    told = done.stderr.decode().splitlines()
    problems = read(paths).problems
    assert done.returncode == 3
    assert [line for line in told if "compared once" not in line] == [
        f"claimcompare: {problem.path}: {problem.message}" for problem in problems
    ]
    assert len(problems) == 7
    assert done.stdout.startswith(b"2 reports")
