"""Which files are read: folders, patterns, loops, copies, order and ids."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from claimcompare.errors import ReadError
from claimcompare.reading import ReadLimits, read, read_reports
from claimcompare.reading.paths import unique_ids

GATE = "The gate of the lock broke on Monday. Nobody was hurt.\n"


def _file(path: Path, text: str = GATE) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _messages(path: Path | str) -> list[str]:
    return [f"{Path(problem.path).name}: {problem.message}" for problem in read([path]).problems]


def test_reports_come_in_the_order_of_their_paths_whatever_the_order_given(tmp_path: Path) -> None:
    first, second = _file(tmp_path / "001.txt", "One. One."), _file(tmp_path / "002.txt", "Two. Two.")
    assert read([second, first]) == read([first, second])
    assert [report.id for report in read([second, first]).reports] == ["001", "002"]


def test_a_folder_is_walked_and_its_readme_left_out_with_a_notice(tmp_path: Path) -> None:
    _file(tmp_path / "b" / "2.txt", "Two. Two.")
    _file(tmp_path / "1.txt")
    _file(tmp_path / ".hidden")
    _file(tmp_path / "README.md", "About these reports.")
    result = read(tmp_path)
    assert [report.id for report in result.reports] == ["1", "2"]
    assert [notice.rsplit("/", 1)[-1] for notice in result.notices] == [
        "README.md: left out, as it is about the folder; name it itself to read it"
    ]
    assert [report.id for report in read(tmp_path / "README.md").reports] == ["README"]


def test_patterns_are_expanded(tmp_path: Path) -> None:
    _file(tmp_path / "a" / "1.txt")
    _file(tmp_path / "a" / "2.md", "Two. Two.")
    assert [report.id for report in read(f"{tmp_path}/*/*.txt").reports] == ["1"]
    assert [report.id for report in read(f"{tmp_path}/**/*").reports] == ["1", "2"]


def test_a_file_whose_name_looks_like_a_pattern_is_read(tmp_path: Path) -> None:
    assert [report.id for report in read(_file(tmp_path / "lock [1].txt")).reports] == ["lock [1]"]


def test_ids_are_file_names_made_unique(tmp_path: Path) -> None:
    for folder in "abc":
        _file(tmp_path / folder / "lock.txt", f"The gate {folder} broke. It did.")
    assert [report.id for report in read(tmp_path).reports] == ["lock", "lock-2", "lock-3"]


def test_ids_that_look_alike_are_told_apart_by_a_number() -> None:
    wanted = ["a b", "a  b", "a\u202eb", "a\u202db", "a b-2", "a\u00a0b", "A b"]
    ids = ["a b", "a  b-2", "a\u202eb", "a\u202db-2", "a b-2-2", "a\u00a0b-3", "A b"]
    assert list(unique_ids(wanted)) == ids


def test_countless_reports_of_one_name_are_numbered_at_once() -> None:
    ids = list(unique_ids(["a-3", *["a"] * 100_000]))  # each counted anew would take many minutes
    assert (ids[:4], ids[-1], len(set(ids))) == (["a-3", "a", "a-2", "a-4"], "a-100001", len(ids))


def test_the_same_report_twice_is_compared_once_with_a_notice(tmp_path: Path) -> None:
    _file(tmp_path / "1.txt")
    _file(tmp_path / "2.txt")
    result = read([tmp_path, tmp_path / "1.txt"])
    assert [report.id for report in result.reports] == ["1"]
    assert result.notices == (
        f"{tmp_path}/1.txt: named more than once; compared once",
        f"{tmp_path}/2.txt: the same report as {tmp_path}/1.txt; compared once",
    )


def test_the_same_words_in_two_papers_are_two_reports(tmp_path: Path) -> None:
    lines = [f'{{"id": "{paper}", "text": "The gate broke.", "source": "{paper}"}}' for paper in ("Tide", "Courier")]
    result = read(_file(tmp_path / "gates.jsonl", "\n".join(lines)))
    assert [report.source for report in result.reports] == ["Tide", "Courier"]
    assert result.notices == ()


def test_many_copies_in_one_file_are_told_in_one_line(tmp_path: Path) -> None:
    lines = [f'{{"id": "{name}{copy}", "text": "The gate {name} broke."}}' for copy in range(2) for name in "abcd"]
    result = read(_file(tmp_path / "gates.jsonl", "\n".join(lines)))
    assert [report.id for report in result.reports] == ["a0", "b0", "c0", "d0"]
    told = "4 reports are the same as others, such as a1 and a0; each is compared once"
    assert result.notices == (f"{tmp_path}/gates.jsonl: {told}",)


def test_a_loop_of_links_ends(tmp_path: Path) -> None:
    _file(tmp_path / "a" / "1.txt")
    (tmp_path / "a" / "loop").symlink_to(tmp_path, target_is_directory=True)
    assert [report.id for report in read(tmp_path).reports] == ["1"]
    assert read(tmp_path).problems == ()


def test_paths_that_are_wrong_are_named_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "dead").symlink_to(tmp_path / "nowhere")
    file = _file(tmp_path / "given" / "1.txt")
    (problem,) = read(f"{file}/").problems
    assert problem.line == f"{file}/: is a file and no folder; leave out the slash at its end"
    assert _messages(tmp_path / "none.txt") == ["none.txt: there is no such file or folder; check the spelling"]
    assert _messages(tmp_path / "empty") == ["empty: holds no file that could be read; give a folder with reports"]
    assert _messages(f"{tmp_path}/*.doc") == ["*.doc: no file matches this pattern; check the spelling"]
    for given in (tmp_path, tmp_path / "dead", f"{tmp_path}/d*"):
        assert _messages(given)[0] == "dead: is a link that leads nowhere; remove it or mend it"
    assert _messages("a\x00b")[0].endswith("there is no such file or folder; check the spelling")


def test_a_pattern_passes_by_what_is_no_file_as_a_folder_does(tmp_path: Path) -> None:
    _file(tmp_path / "1.txt")
    os.mkfifo(tmp_path / "2.txt")
    for given in (f"{tmp_path}/*.txt", tmp_path):
        result = read(given)
        assert [report.id for report in result.reports] == ["1"]
        assert result.problems == ()
    assert _messages(f"{tmp_path}/2*") == ["2*: no file matches this pattern; check the spelling"]


def test_a_name_that_could_break_the_line_is_shown_without_its_controls(tmp_path: Path) -> None:
    path = _file(tmp_path / "a\n\x1b[31mb.txt", "")
    assert [problem.path for problem in read(path).problems] == [f"{tmp_path}/a��[31mb.txt"]


def test_locked_files_and_folders_are_named_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _file(tmp_path / "1.txt")
    locked, closed = _file(tmp_path / "locked.txt", "No. No."), tmp_path / "closed"
    closed.mkdir()
    scan, opened = os.scandir, Path.open

    def scandir(path: str) -> object:
        if path == str(closed):
            raise PermissionError(13, "Permission denied", path)
        return scan(path)

    def path_open(path: Path, *arguments: object, **options: object) -> object:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *arguments, **options)  # type: ignore[call-overload]  # handed on as it came

    # The superuser may read anything, so that the system's refusal is played.
    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(Path, "open", path_open)
    assert _messages(tmp_path) == [
        "closed: may not be read; give yourself read permission",
        "locked.txt: may not be read; give yourself read permission",
    ]
    assert [report.id for report in read(tmp_path).reports] == ["1"]


def test_folders_that_are_too_deep_and_files_that_are_too_many_are_refused(tmp_path: Path) -> None:
    for number in range(5):
        _file(tmp_path / "a" / "b" / f"{number}.txt", f"Gate {number} broke. It did.")
    deep = read(tmp_path, limits=ReadLimits(max_depth=1))
    assert deep.reports == ()
    assert "more than 1 folders deep" in deep.problems[0].message
    many = read(tmp_path, limits=ReadLimits(max_files=3))
    assert len(many.reports) == 3
    assert read(f"{tmp_path}/a/b/*.txt", limits=ReadLimits(max_files=3)) == many
    assert [problem.line for problem in many.problems] == ["more than 3 files; the rest are left out, give fewer"]


def test_standard_input_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GATE.encode())))
    assert [(report.id, report.path, report.text) for report in read(["-", "-"]).reports] == [("stdin", "-", GATE)]


def test_read_reports_raises_one_error_that_names_every_problem(tmp_path: Path) -> None:
    _file(tmp_path / "1.txt", "")
    with pytest.raises(ReadError) as caught:
        read_reports([tmp_path / "1.txt", tmp_path / "2.txt"])
    assert str(caught.value).splitlines() == [
        f"{tmp_path}/2.txt: there is no such file or folder; check the spelling",
        f"{tmp_path}/1.txt: is empty; give a file with text",
    ]
    assert [report.id for report in read_reports(_file(tmp_path / "3.txt"))] == ["3"]
