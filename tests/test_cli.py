"""The command line: what it accepts, where it writes and what it imports. Wrong inputs stand in tests/end_to_end."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest

from claimcompare.cli import command
from claimcompare.command import console
from claimcompare.command.options import Options, check
from claimcompare.settings import Settings

Run = Callable[..., Any]
ROOT = Path(__file__).parents[1]
pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "The old bridge at Orvik was closed on Monday after cracks were found in it.\nShare 12\n"
    )
    (folder / "b.txt").write_text("After cracks were found, the old bridge at Orvik was closed on Tuesday.\n")
    return folder


def _on_terminal(*arguments: str | Path, columns: int = 80, **changes: str) -> str:
    """What the command prints on a terminal of so many columns."""
    leader, follower = pty.openpty()
    environment = {**os.environ, "COLUMNS": str(columns), "LINES": "200", "TERM": "xterm", **changes}
    environment = {name: value for name, value in environment.items() if value}
    process = subprocess.Popen(
        [sys.executable, "-m", "claimcompare", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
    )
    os.close(follower)
    printed = b""
    try:
        while chunk := os.read(leader, 65536):
            printed += chunk
    except OSError:  # how Linux says that the other end is closed
        pass
    process.wait(timeout=60)
    os.close(leader)
    return printed.decode().replace("\r\n", "\n")


def _modules(*arguments: str | Path) -> set[str]:
    """The modules that the command imports."""
    code = (
        "import sys, runpy\nsys.argv = ['claimcompare', *sys.argv[1:]]\n"
        "try:\n    runpy.run_module('claimcompare', run_name='__main__')\n"
        "except SystemExit:\n    pass\nprint('\\n' + ' '.join(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.splitlines()[-1].split())


def test_help_shows_examples_and_every_option(run: Run) -> None:
    shown = run("--help").stdout.decode()
    assert "claimcompare reports/ -o comparison.html" in shown
    for name in ("--format", "--min-score", "--only", "--find", "--pair", "--limit", "--show-furniture"):
        assert name in shown


def test_every_option_is_documented() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    names = {name for parameter in command.params for name in (*parameter.opts, *parameter.secondary_opts)}
    assert {name for name in names if name.startswith("--")} <= set(re.findall(r"--[a-z-]+", page))


def test_version(run: Run) -> None:
    assert re.fullmatch(r"claimcompare \d+\.\d+\.\d+\S*\n", run("--version").stdout.decode())


def test_help_imports_nothing_heavy() -> None:
    assert not _modules("--help") & {"nltk", "rich", "jinja2", "rapidfuzz", "charset_normalizer", "pandas"}


def test_text_imports_no_other_format(two: Path) -> None:
    loaded = _modules(two)
    assert not loaded & {"jinja2", "rich", "numpy", "scipy", "pandas", "jsonschema", "playwright"}
    formats = ("html", "csv", "markdown", "jsonl", "notebook", "frames", "loading")
    assert not loaded & {f"claimcompare.rendering.{name}" for name in formats}


def test_a_pipe_gets_plain_text(run: Run, two: Path) -> None:
    printed = run(two).stdout.decode()
    assert "\x1b" not in printed
    assert printed.startswith("2 reports")
    assert "**Monday**" in printed or "*Monday*" in printed


def test_a_terminal_gets_colours_and_its_width(two: Path) -> None:
    printed = _on_terminal(two, columns=40)
    assert "\x1b[" in printed
    assert max(len(re.sub(r"\x1b\[[\d;]*m", "", line)) for line in printed.splitlines()) <= 40


def test_no_color_is_heeded(two: Path) -> None:
    printed = _on_terminal(two, NO_COLOR="1")
    assert not re.search(r"\x1b\[[\d;]*3\dm", printed)
    assert "\x1b[1" in printed


def test_a_dumb_terminal_gets_plain_marks(two: Path) -> None:
    printed = _on_terminal(two, TERM="dumb")
    assert "\x1b" not in printed
    assert "*Monday*" in printed


def test_long_text_goes_through_the_pager(two: Path) -> None:
    printed = _on_terminal(two, LINES="5", PAGER="tr a-z A-Z")
    assert "BRIDGE" in printed
    assert "bridge" in _on_terminal(two, "--no-pager", LINES="5", PAGER="tr a-z A-Z")
    assert "bridge" in _on_terminal(two, LINES="200", PAGER="tr a-z A-Z")


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("c.html", "<!DOCTYPE html>"),
        ("c.json", '{\n "schema"'),
        ("c.jsonl", '{"schema"'),
        ("c.csv", "cluster,"),
        ("c.md", "# 1 shared claim"),
        ("c.txt", "2 reports"),
    ],
)
def test_the_file_name_says_the_format(run: Run, two: Path, tmp_path: Path, name: str, start: str) -> None:
    path = tmp_path / name
    done = run(two, "-o", path)
    assert done.returncode == 0
    assert done.stdout == b""
    assert path.read_text(encoding="utf-8").startswith(start)
    assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_a_file_and_a_pipe_get_the_same(run: Run, two: Path, tmp_path: Path) -> None:
    for format_ in ("text", "json", "csv", "markdown", "html", "jsonl"):
        run(two, "--format", format_, "-o", tmp_path / "out")
        assert (tmp_path / "out").read_bytes() == run(two, "--format", format_).stdout


def test_what_was_in_the_file_stays_when_writing_fails(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before")

    def chunks() -> Any:
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        console.save(path, chunks())
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_dash_is_standard_output_and_a_link_stays_one(run: Run, two: Path, tmp_path: Path) -> None:
    assert run(two, "-o", "-").stdout == run(two).stdout
    (tmp_path / "real.json").write_text("")
    (tmp_path / "link.json").symlink_to(tmp_path / "real.json")
    run(two, "-o", tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text().startswith("{")


def test_utf8_whatever_the_locale(run: Run, two: Path) -> None:
    (two / "a.txt").write_text(
        "The café at Orvik was closed on Monday after “cracks” were found in it 🙂.\n", encoding="utf-8"
    )
    (two / "b.txt").write_text(
        "After “cracks” were found 🙂, the café at Orvik was closed on Tuesday.\n", encoding="utf-8"
    )
    for changes in ({"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}):
        assert "café" in run(two, **changes).stdout.decode("utf-8")


def test_find(run: Run, two: Path) -> None:
    printed = run(two, "--find", "the bridge at Orvik was closed").stdout.decode()
    assert "is made in 2 of 2 reports" in printed
    found = json.loads(run(two, "--find", "the bridge at Orvik was closed", "--format", "json").stdout)
    assert {each["claim"]["report"] for each in found["found"]} == {"a", "b"}


@pytest.mark.parametrize(("copies", "told"), [(14, "14 of 14"), (60, "at least 50 of 60")])
def test_find_counts_every_report_that_it_looked_at(run: Run, tmp_path: Path, copies: int, told: str) -> None:
    for number in range(copies):
        text = f"Storm {number} came. The bridge at Orvik was closed."
        (tmp_path / f"r{number:02}.txt").write_text(text, encoding="utf-8")
    assert f"is made in {told} reports" in run(tmp_path, "--find", "The bridge at Orvik was closed.").stdout.decode()


def test_unique_furniture_and_pair(run: Run, two: Path) -> None:
    assert run(two, "--unique").stdout.decode().startswith("0 sentences that only one report has.")
    assert "Share 12" in run(two / "a.txt", "--show-furniture").stdout.decode()
    furniture = json.loads(run(two, "--show-furniture", "--format", "json").stdout)["furniture"]
    assert [each["text"] for each in furniture] == ["Share 12"]
    texts = ("Five people died in the flood on Monday.", "Six people died in the flood on Monday.")
    assert "! conflict number      Five (left) ≠ Six (right)" in run("--pair", *texts).stdout.decode()
    files = run("--pair", two / "a.txt", two / "b.txt", "--format", "json")
    assert json.loads(files.stdout)["pair"]["claims"][1]["text"].startswith("After cracks")


def test_what_was_saved_is_shown_again(run: Run, two: Path, tmp_path: Path) -> None:
    saved = tmp_path / "saved.json"
    run(two, "-o", saved)
    for arguments in (("--format", "html"), ("--explain",), ("--unique",), ("--kind", "date", "--format", "csv")):
        shown, anew = run("--load", saved, *arguments), run(two, *arguments)
        assert (shown.returncode, shown.stdout) == (anew.returncode, anew.stdout)
        assert b"Orvik" in shown.stdout or arguments == ("--unique",)
    wrong = run("--load", two / "a.txt")
    assert wrong.returncode == 2
    assert "a.txt: is no JSON" in wrong.stderr.decode()


def test_only_and_kind(run: Run, two: Path) -> None:
    kinds = {each["kind"] for each in _differences(run(two, "--kind", "date", "--format", "json"))}
    assert kinds == {"date"}
    assert _differences(run(two, "--kind", "quotation", "--format", "json")) == []
    (two / "b.txt").write_text("After cracks were found, the old bridge at Orvik may be closed on Tuesday.\n")
    assert {each["severity"] for each in _differences(run(two, "--format", "json"))} > {"conflict"}
    for severity in ("conflict", "shift"):
        told = _differences(run(two, "--only", severity, "--format", "json"))
        assert {each["severity"] for each in told} == {severity}


def _differences(done: Any) -> list[dict[str, Any]]:
    return [each for cluster in json.loads(done.stdout)["clusters"] for each in cluster["differences"]]


HOSTILE = '=cmd()"><img onerror=alert(1)>\x1b[31m\u202e| a | b | [x](javascript:alert(2))'


def test_hostile_files_come_out_inert(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, day in (("a", "Monday"), ("b", "Tuesday")):
        story = f"The old bridge at Orvik {HOSTILE} was closed on {day} after cracks."
        text = f"{HOSTILE} <script>alert(3)</script>\n\n{story}\n"
        (folder / f"{name}{HOSTILE.replace('/', '')}.txt").write_text(text, encoding="utf-8")
    (folder / f"empty{HOSTILE}.txt").write_text("")
    for format_ in ("text", "json", "jsonl", "csv", "markdown", "html"):
        done = run(folder, "--format", format_)
        assert done.returncode == 3
        printed, said = done.stdout.decode(), done.stderr.decode()
        assert "Orvik" in printed
        assert not set(printed + said) & set("\x1b\u202e")
        if format_ in {"html", "markdown"}:
            assert not re.search(r"(?<!\\)<(img|script>alert)", printed)
        if format_ == "csv":
            assert not re.search(r"(^|,)\"?[=+@-]", printed, re.MULTILINE)
    for question in (("--unique",), ("--show-furniture",), ("--find", HOSTILE)):
        assert not set(run(folder, *question).stdout.decode()) & set("\x1b\u202e")


def test_explain(run: Run, two: Path) -> None:
    printed = run(two, "--explain").stdout.decode()
    assert "why a and b: " in printed
    assert re.search(r"^ {6}[+-]\d\.\d\d  \w", printed, re.MULTILINE)


def test_a_closed_pipe_is_no_error(two: Path) -> None:
    asked = [sys.executable, "-m", "claimcompare", "--format", "json", str(two)]
    process = subprocess.Popen(asked, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    _, said = process.communicate(timeout=60)
    assert said == b""
    assert process.returncode == 0


def test_progress_is_for_terminals_and_for_what_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(console, "PATIENCE", 0.02)
    monkeypatch.setattr(console, "TICK", 0.01)
    with console.progress("comparing", wanted=True):
        _wait(0.1)
    assert capsys.readouterr().err == ""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with console.progress("comparing", wanted=True):
        _wait(0.1)
    said = capsys.readouterr().err
    assert "comparing … 0 s" in said
    assert said.endswith("\r\x1b[K")
    with console.progress("comparing", wanted=False):
        _wait(0.1)
    assert capsys.readouterr().err == ""


def _wait(seconds: float) -> None:
    import time  # noqa: PLC0415

    time.sleep(seconds)


def _options(*arguments: str) -> tuple[Options, tuple[str, ...]]:
    """The options and paths of a call with these arguments."""
    given = command.make_context("claimcompare", list(arguments)).params
    return Options(**{name: given[name] for name in given if name != "paths"}), given["paths"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--unique", "--find", "x", "reports"), "--unique and --find are different questions"),
        (("--unique", "--format", "html", "reports"), "--unique gives text or json, not html"),
        (("--find", " ", "reports"), "not an empty text"),
        (("--pair", "a", "b", "reports"), "--pair takes two texts and no path"),
        (("-o", "", "reports"), "--output takes the name of a file"),
        (("--unique",), "nothing to compare"),
        (("--load", "x.json", "reports"), "--load shows what was compared before; leave out reports"),
        (("--load", "x.json", "--min-score", "0.3"), "leave out --min-score"),
        (("--load", "x.json", "--jobs", "2"), "--jobs changes nothing of what --load shows; leave it out"),
        (("--unique", "--kind", "number", "reports"), "--kind changes nothing of what --unique shows; leave it out"),
        (("--find", "x", "--only", "style", "reports"), "--only changes nothing of what --find shows"),
        (("--find", "x", "--min-reports", "3", "reports"), "--min-reports changes nothing of what --find shows"),
        (("--pair", "a", "b", "--explain"), "--explain changes nothing of what --pair shows"),
        (("--show-furniture", "--explain", "reports"), "--explain changes nothing of what --show-furniture shows"),
        (("--csv-rows", "reports", "reports"), "--csv-rows is of --format csv, not text"),
        (("--explain", "--format", "html", "reports"), "--explain is of --format text, not html"),
        (("--width", "60", "--format", "json", "reports"), "--width is of --format text, not json"),
        (("--keep-score", "0", "--format", "csv", "reports"), "csv lists none"),
        (
            ("--format", "csv", "--csv-rows", "matches", "--kind", "date", "reports"),
            "--only and --kind change nothing of --csv-rows matches; leave them out",
        ),
        (("--keep-score", "0", "reports"), "text lists none"),
        (("--unique", "--keep-score", "0", "reports"), "--keep-score changes nothing of what --unique shows"),
        (("--pair", "a", "b", "--jobs", "4"), "--jobs changes nothing of what --pair shows"),
        (("--pair", "a", "b", "--story-days", "0"), "--story-days changes nothing of what --pair shows"),
        (("--show-furniture", "--min-score", "0", "reports"), "--min-score changes nothing of what --show-furniture"),
        (
            ("--format", "csv", "--csv-rows", "overlap", "--only", "conflict", "reports"),
            "--only and --kind change nothing of --csv-rows overlap; leave them out",
        ),
    ],
)
def test_options_that_do_not_go_together(arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(click.UsageError, match=re.escape(words)):
        check(*_options(*arguments))


@pytest.mark.parametrize(
    "arguments",
    [
        ("--keep-score", "0", "--format", "json"),
        ("--keep-score", "0", "--explain"),
        ("-o", "page.html", "--keep-score", "0"),
        ("--format", "csv", "--csv-rows", "differences", "--only", "conflict"),
        ("--width", "60", "-o", "out.txt"),
        ("--unique", "--min-reports", "3", "--min-score", "0.5"),
        ("--find", "a", "--max-differences", "0"),
    ],
)
def test_options_that_change_something_are_taken(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    check(*_options(*arguments, "reports"))


def test_an_output_that_no_format_is_written_to_is_refused_unless_the_format_is_named(tmp_path: Path) -> None:
    for name in ("a.pdf", "a.XLSX"):
        with pytest.raises(click.UsageError, match="no format has files that end in"):
            check(*_options("reports", "-o", str(tmp_path / name)))
        check(*_options("reports", "-o", str(tmp_path / name), "--format", "text"))
    for name in ("a", "a.txt", "a.log", "a.x7Qf", "a.html"):
        check(*_options("reports", "-o", str(tmp_path / name)))


def test_options_that_a_question_depends_on() -> None:
    for arguments in (
        ("--unique", "--min-reports", "3", "reports"),
        ("--find", "x", "--max-differences", "3", "reports"),
        ("--csv-rows", "reports", "-o", "a.csv", "reports"),
        ("--load", "x.json", "--explain"),
    ):
        check(*_options(*arguments))


def test_a_pair_of_which_one_looks_like_a_missing_file(run: Run, two: Path) -> None:
    for missing in ("nofile.txt", "reports/nofile", "my report.TXT"):
        done = run("--pair", missing, two / "b.txt")
        assert done.returncode == 0
        told = f"claimcompare: {missing}: compared as words; there is no file of this name\n"
        assert done.stderr.decode() == told
    assert run("--pair", "He or she died.", two / "b.txt").stderr == b""
    folder = run("--pair", two, two / "b.txt")
    assert folder.returncode == 2
    assert "is a folder" in folder.stderr.decode()


def test_how_many_differences() -> None:
    def most(*arguments: str) -> int | None:
        return _options(*arguments, "reports")[0].settings.max_differences

    assert most() == Settings().max_differences
    assert most("--max-differences", "3", "--kind", "date") == 3
    assert most("--max-differences", "0") is None
    assert most("--kind", "date") is None
    assert most("--only", "style") is None


def test_days_between_reports_of_one_story() -> None:
    def days(*arguments: str) -> float | None:
        return _options(*arguments, "reports")[0].settings.story_days

    assert days() == Settings().story_days
    assert days("--story-days", "30") == 30
    assert days("--story-days", "0") is None


@pytest.mark.parametrize(
    ("option", "given", "right"),
    [
        ("--story-days", "0.5", "'0.5' is neither 1 day or more, nor 0"),
        ("--story-days", "-1", "nor 0"),
        ("--story-days", "week", "nor 0"),
        ("--keep-score", "nan", "'nan' is no number from 0 to 1"),
        ("--min-score", "2", "'2' is no number from 0 to 1"),
        ("--min-reports", "1", "1 is not in the range x>=2"),
    ],
)
def test_a_wrong_number_is_told_in_words_of_the_command_line(option: str, given: str, right: str) -> None:
    with pytest.raises(click.UsageError) as told:
        _options(option, given, "reports")
    assert right in told.value.format_message()
    assert option in told.value.format_message()
    assert "None" not in told.value.format_message()


def test_limits_and_fields() -> None:
    options, _ = _options("--limit", "max-files=5", "--field", "text=body", "--field", "date=day", "reports")
    assert options.limits.max_files == 5
    assert options.fields == {"text": "body", "date": "day"}
    for wrong, words in (("max-files", "not of the form"), ("max-fun=1", "there are"), ("max-files=x", "whole number")):
        with pytest.raises(click.UsageError, match=words):
            _ = _options("--limit", wrong, "reports")[0].limits
