"""The options of one call of the command line, and whether they go together."""

from __future__ import annotations

import math
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from attrs import fields, frozen

from claimcompare.command import console
from claimcompare.lexicons import ordered, words
from claimcompare.settings import Settings

if TYPE_CHECKING:
    from claimcompare.reading import ReadLimits

# The module and function of each format; the module is imported when the format is asked for.
FORMATS = {
    "json": ("json", "as_json"),
    "jsonl": ("jsonl", "as_lines"),
    "csv": ("csv", "as_csv"),
    "markdown": ("markdown", "as_markdown"),
    "html": ("html", "as_page"),
}
CSV_ROWS = {  # what a row may be, and the table that has such rows
    "claims": "members",
    "differences": "differences",
    "mentions": "mentions",
    "matches": "matches",
    "reports": "reports",
    "overlap": "overlap",
}
OF_ALL = {"matches", "reports", "overlap"}  # rows of CSV that tell of all claims, whichever differences are asked for
SETTINGS = tuple(attribute.name for attribute in fields(Settings))
OF_WHOLE = {"json", "markdown", "html"}  # which also say what the narrowed comparison was narrowed from
SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
}


WIDTHS = (20, 1000)  # in cells: what is far wider than any screen takes memory to lay out
MOST_DIGITS = 18  # of a limit: more bytes than there are


@frozen(kw_only=True)
class Options:
    """The options of one call, as given."""

    format: str | None
    output: Path | None
    min_score: float | None
    keep_score: float | None
    min_reports: int | None
    max_differences: int | None
    stories_from: int | None
    story_days: float | None
    only: tuple[str, ...]
    kind: tuple[str, ...]
    unique: bool
    find: str | None
    explain: bool
    pair: tuple[str, str] | None
    load: Path | None
    show_furniture: bool
    csv_rows: str | None
    field: tuple[str, ...]
    limit: tuple[str, ...]
    width: int | None
    pager: bool
    progress: bool
    jobs: int | None

    @property
    def file(self) -> Path | None:
        """The file to write to; None stands for standard output, which a dash names as well."""
        return None if self.output == Path("-") else self.output

    @property
    def chosen_format(self) -> str:
        """The format that was named, or the one that the output file's name ends in."""
        guessed = SUFFIXES.get(self.file.suffix.lower(), "text") if self.file else "text"
        return self.format or guessed

    @property
    def streams(self) -> bool:
        """Whether each story is written as soon as it is compared."""
        return self.chosen_format == "jsonl" and not self.question

    @property
    def settings(self) -> Settings:
        """The settings that were given; the others keep their defaults."""
        given = {name: getattr(self, name) for name in SETTINGS if getattr(self, name) is not None}
        # Whoever asks for one kind or severity wants all of it, and not what is left of the weightiest.
        if given.get("max_differences", 0 if self.only or self.kind else None) == 0:
            given["max_differences"] = None
        if given.get("story_days") == 0:
            given["story_days"] = None
        return Settings(**given)

    @property
    def questions(self) -> list[str]:
        """The options that ask for something other than the comparison itself."""
        asked = {"--unique": self.unique, "--find": self.find is not None, "--pair": self.pair is not None}
        asked["--show-furniture"] = self.show_furniture
        return [name for name, given in asked.items() if given]

    @property
    def question(self) -> str | None:
        """The one that is asked, of options that were checked."""
        return next(iter(self.questions), None)

    @property
    def fields(self) -> dict[str, str]:
        """What ``--field`` says: a report's attribute, and the column that holds it."""
        return dict(_named("--field", given, "text=body") for given in self.field)

    @property
    def limits(self) -> ReadLimits:
        """What ``--limit`` says; the others keep their defaults."""
        from claimcompare.reading import ReadLimits  # noqa: PLC0415 - readers are not needed to check the options

        known = [attribute.name for attribute in fields(ReadLimits)]
        chosen = {}
        for given in self.limit:
            name, value = _named("--limit", given, "max-files=500")
            if name.replace("-", "_") not in known:
                names = ", ".join(known).replace("_", "-")
                raise click.UsageError(f"--limit knows no {name!r}; there are {names}")
            if not value.isdecimal():
                raise click.UsageError(f"--limit {name} takes a whole number, not {value!r}")
            if len(value) > MOST_DIGITS:
                raise click.UsageError(f"--limit {name} takes a number of at most {MOST_DIGITS} digits")
            chosen[name.replace("-", "_")] = int(value)
        return ReadLimits(**chosen)


WITH_PAIRS = {"json", "html"}  # which list pairs; text does where it explains
# What each question does not depend on, so that it would be given in vain.
IN_VAIN = {
    "--unique": ("only", "kind", "explain", "keep_score", "max_differences"),
    "--find": ("only", "kind", "explain", "min_reports", "keep_score"),
    "--pair": ("only", "kind", "explain", "min_reports", "keep_score", "stories_from", "story_days", "jobs"),
    "--show-furniture": (
        *("only", "kind", "explain", "min_reports"),
        *("min_score", "keep_score", "max_differences", "stories_from", "story_days"),
    ),
    "--load": ("field", "limit", "jobs"),
}


def as_path(_: click.Context, option: click.Parameter, value: str | None) -> Path | None:
    """The path of a file that an option names; an empty one would be the current folder."""
    if value == "":
        raise click.UsageError(f"{option.opts[-1]} takes the name of a file, not an empty one")
    return None if value is None else Path(value)


def score(given: str) -> float:
    """The score that an option gives; checked here, since a setting speaks of None where an option is left out."""
    value = _number(given)
    if not 0 <= value <= 1:
        raise click.BadParameter(f"{given!r} is no number from 0 to 1.")
    return value


def days(given: str) -> float:
    """The days that an option gives; 0 stands for none."""
    value = _number(given)
    if value != 0 and not value >= 1:
        raise click.BadParameter(f"{given!r} is neither 1 day or more, nor 0 (days do not count).")
    return value


def _number(given: str) -> float:
    """What is given as a number; what is none is NaN, which lies in no range."""
    try:
        return float(given)
    except ValueError:
        return math.nan


def looks_like_a_path(given: str) -> bool:
    """Whether words look like the name of a file: one word with a slash, or the ending of a report's file."""
    endings = tuple(ordered("report_endings"))
    return given.lower().endswith(endings) or ("/" in given and not any(map(str.isspace, given)))


def check(options: Options, paths: tuple[str, ...]) -> None:
    """Raises a usage error, one line, for options that do not go together."""
    question = options.question
    if len(options.questions) > 1:
        raise click.UsageError(f"{' and '.join(options.questions)} are different questions; ask one at a time")
    _check_vain(options)
    if question and options.chosen_format not in {"text", "json"}:
        raise click.UsageError(f"{question} gives text or json, not {options.chosen_format}")
    if options.pair and paths:
        raise click.UsageError(f"--pair takes two texts and no path, not {paths[0]!r} as well")
    if options.load:
        _check_load(options, paths)
    elif not options.pair and not paths:
        raise click.UsageError("nothing to compare: name files, folders or patterns")
    if options.find is not None and not options.find.strip():
        raise click.UsageError("--find takes the words of a claim, not an empty text")
    _check_output(options)


def _check_vain(options: Options) -> None:
    """Raises a usage error for an option that would change nothing: whoever gives it expects something else."""
    for asked in (options.question, "--load" if options.load else None):
        for name in IN_VAIN.get(asked or "", ()):
            if _is_given(getattr(options, name)):
                raise click.UsageError(f"{_option(name)} changes nothing of what {asked} shows; leave it out")
    _check_format(options)


def _is_given(value: object) -> bool:
    return value is not None and value is not False and value != ()


def _check_format(options: Options) -> None:
    """Raises a usage error for an option that the format has no use for."""
    chosen = options.chosen_format
    if options.csv_rows and chosen != "csv":
        raise click.UsageError(f"--csv-rows is of --format csv, not {chosen}")
    if options.explain and chosen != "text":
        raise click.UsageError(f"--explain is of --format text, not {chosen}; JSON has it always")
    if options.width is not None and chosen != "text":
        raise click.UsageError(f"--width is of --format text, not {chosen}")
    lists_pairs = chosen in WITH_PAIRS or options.csv_rows == "matches" or options.explain
    if options.keep_score is not None and not lists_pairs:
        raise click.UsageError(f"--keep-score is of what lists pairs, JSON above all; {chosen} lists none")
    if options.csv_rows in OF_ALL and (options.only or options.kind):
        raise click.UsageError(f"--only and --kind change nothing of --csv-rows {options.csv_rows}; leave them out")


def _option(name: str) -> str:
    return f"--{name.replace('_', '-')}"


def _check_output(options: Options) -> None:
    if options.file:
        ending = options.file.suffix.lower()
        if options.format is None and ending in words("endings_not_written"):
            told = f"no format has files that end in {ending}; they end in {', '.join(SUFFIXES)} or .txt"
            raise click.UsageError(f"cannot write {options.file}: {told}, or --format says which it is")
        console.check_writable(options.file)
    elif sys.stdout is None:
        raise click.UsageError("standard output is closed; name a file with --output")


def _check_load(options: Options, paths: tuple[str, ...]) -> None:
    given = [_option(name) for name in (*SETTINGS, "pair") if getattr(options, name) is not None]
    if paths or given:
        raise click.UsageError(f"--load shows what was compared before; leave out {(*paths, *given)[0]}")
    if options.load and options.file and _is_same(options.load, options.file):
        raise click.UsageError(f"cannot write {options.file}: it is what --load reads; name another file")


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:  # not there
        return False


def _named(option: str, given: str, example: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not (name.strip() and sign and value.strip()):
        raise click.UsageError(f"{option} {given!r} is not of the form {example}")
    return name.strip(), value.strip()
