"""The command line: with ``command`` the only place that reads arguments, prints and sets the exit status.

0: done. 1: a worker process was killed. 2: wrong usage, or nothing to compare. 3: done, but some input
could not be read. 130: interrupted. 128 and more: ended by that signal, such as 143 by SIGTERM.
"""

from __future__ import annotations

import gc
import sys
from functools import partial
from pathlib import Path
from signal import Signals
from typing import TYPE_CHECKING, Any, NoReturn

import click

from claimcompare.command import console
from claimcompare.command.comparable import require_reports, require_speech
from claimcompare.command.options import (
    CSV_ROWS,
    FORMATS,
    WIDTHS,
    Options,
    as_path,
    check,
    days,
    looks_like_a_path,
    score,
)
from claimcompare.command.process import Ended, fill_standard_streams, heed_signals
from claimcompare.errors import ClaimCompareError, WorkerError
from claimcompare.records import KINDS, SEVERITIES
from claimcompare.rendering.screen import Screen
from claimcompare.settings import FEWEST_REPORTS, Settings
from claimcompare.workers import collect_seldom

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from contextlib import AbstractContextManager

    from claimcompare.pipeline import MatchDetail
    from claimcompare.records import Comparison, ReadResult

DONE, UNFINISHED, WRONG, PARTLY, INTERRUPTED = 0, 1, 2, 3, 130
BY_SIGNAL = 128  # and its number, as shells count
DEFAULT = Settings()
TWO_ON = click.IntRange(min=FEWEST_REPORTS)
EXAMPLES = """\b
Examples:
  claimcompare reports/                       the claims that the reports in a folder share
  claimcompare a.txt b.html 'wire/*.txt'      files, pages and patterns together
  claimcompare reports/ -o comparison.html    a page to read, filter and print
  claimcompare reports/ --only conflict       what cannot both be true
  claimcompare reports/ --find "five capitals fell"
  claimcompare reports/ --unique              what only one report says
  claimcompare reports/ --format json | jq '.clusters[].differences'
  claimcompare --pair "Five died." "Six people were killed."

\b
Exit status: 0 done; 1 a worker process was killed; 2 wrong usage, or nothing to compare; 3 done, but
some input could not be read.
"""


class _Command(click.Command):
    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; the help and the version, which are written meanwhile, may meet a disk that is full."""
        rest: list[str] | None = None
        with console.to_standard_output():
            rest = super().parse_args(ctx, args)
        return ctx.exit() if rest is None else rest  # None: whoever read the help has read enough


@click.command(
    cls=_Command, epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--format", type=click.Choice(["text", *FORMATS]), help="Text by default, or what FILE's name ends in.")
@click.option("-o", "--output", callback=as_path, metavar="FILE", help="Write to FILE; - is standard output.")
@click.option(
    "--min-score",
    type=score,
    metavar="0..1",
    help=f"Join claims that are the same with this probability or more.  [{DEFAULT.min_score}]",
)
@click.option("--keep-score", type=score, metavar="0..1", help="List pairs from this score on.  [--min-score]")
@click.option(
    "--min-reports", type=TWO_ON, metavar="N", help=f"Leave out claims of fewer reports.  [{DEFAULT.min_reports}]"
)
@click.option(
    "--max-differences",
    type=click.IntRange(min=0),
    metavar="N",
    help=f"List at most N differences of a claim; 0: all.  [{DEFAULT.max_differences or 0}]",
)
@click.option(
    "--stories-from",
    type=TWO_ON,
    metavar="N",
    help=f"Sort N reports or more into stories, and compare each on its own.  [{DEFAULT.stories_from}]",
)
@click.option(
    "--story-days",
    type=days,
    metavar="DAYS",
    help=f"In a corpus, reports are half as near with every DAYS days between; 0: no.  [{DEFAULT.story_days or 0:g}]",
)
@click.option("--only", multiple=True, type=click.Choice(SEVERITIES), help="Differences of this severity only.")
@click.option(
    "--kind",
    multiple=True,
    type=click.Choice(KINDS),
    metavar="KIND",
    help=f"Differences of this kind only: {', '.join(KINDS)}.",
)
@click.option("--unique", is_flag=True, help="What only one report says.")
@click.option("--find", metavar="TEXT", help="Where is this claim made, in which words, how sure?")
@click.option("--explain", is_flag=True, help="Say why claims stand together, and write long readings in full.")
@click.option("--pair", nargs=2, metavar="TEXT TEXT", help="Compare two texts, or two files, as one claim each.")
@click.option("--show-furniture", is_flag=True, help="What was left out of the reports, and why.")
@click.option("--load", callback=as_path, metavar="FILE", help="Show a comparison that was saved as JSON; no PATH.")
@click.option("--csv-rows", type=click.Choice(list(CSV_ROWS)), help="What a CSV row is.  [claims]")
@click.option("--field", multiple=True, metavar="NAME=COLUMN", help="A table's column for text, title, source, date...")
@click.option("--limit", multiple=True, metavar="NAME=N", help="Change a limit of reading, such as max-files=500.")
@click.option("--width", type=click.IntRange(*WIDTHS), metavar="CELLS", help="Wrap text to this width.")
@click.option("--pager/--no-pager", default=True, help="Long text on a terminal goes through the pager.  [yes]")
@click.option("-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="Processes for a corpus.  [a core each]")
@click.option("--progress/--no-progress", default=True, help="Show progress after two seconds.  [yes]")
@click.version_option(package_name="claimcompare", message="%(prog)s %(version)s")
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Compare reports on one story: which claims do they share, and how does the wording differ?

    PATH is a file, a folder or a pattern; - is standard input.
    """
    options = Options(**given)
    check(options, paths)
    if options.load:
        return _load_status(options, options.load)
    return _pair_status(options, options.pair) if options.pair else _status(options, paths)


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and end the process with its exit status."""
    fill_standard_streams()
    heed_signals()
    collect_seldom()
    try:
        status = command.main(args=arguments, prog_name="claimcompare", standalone_mode=False)
    except click.ClickException as error:
        console.say(f"{error.format_message()} (claimcompare --help shows the options)")
        status = WRONG
    except ClaimCompareError as error:
        console.say(str(error))
        status = UNFINISHED if isinstance(error, WorkerError) else WRONG
    except (click.Abort, KeyboardInterrupt):
        console.say("interrupted")
        status = INTERRUPTED
    except Ended as end:
        console.say(f"ended by the signal {Signals(end.number).name}")
        status = BY_SIGNAL + end.number
    gc.freeze()  # all that is left goes with the process; to look through it for garbage takes a tenth of a second
    sys.exit(status)


def _status(options: Options, paths: tuple[str, ...]) -> int:
    """Reads, compares and writes; the exit status."""
    settings = options.settings  # a wrong value is named before anything is read
    result = _read(options, paths)
    for message in (*result.notices, *(problem.line for problem in result.problems)):
        console.say(message)
    require_reports(options, result)
    from claimcompare.command.answers import answer

    if options.streams:
        _deliver(options, _lines(options, result, settings))
    else:
        comparison = _compared(options, result, settings)
        _deliver(options, answer(options, comparison, _screen(options)))
    return PARTLY if result.problems else DONE


def _load_status(options: Options, path: Path) -> int:
    """Reads a comparison that was saved and writes it anew; the exit status."""
    from claimcompare.command.answers import answer
    from claimcompare.rendering.loading import load_comparison

    _deliver(options, answer(options, load_comparison(path), _screen(options)))
    return DONE


def _pair_status(options: Options, texts: tuple[str, str]) -> int:
    """Compares two bare texts or files and writes what came of it; the exit status."""
    from claimcompare.command.answers import pair_answer
    from claimcompare.pipeline import compare_claims

    left, right = (_text_or_file(options, given) for given in texts)
    _deliver(options, pair_answer(options, compare_claims(left, right, options.settings), _screen(options)))
    return DONE


def _text_or_file(options: Options, given: str) -> str:
    """The text of the file that is named, or the words themselves."""
    if not given.strip():
        raise click.UsageError("--pair takes two texts or files, not an empty one")
    if given != "-" and not _is_file(given):
        if looks_like_a_path(given):
            console.say(f"{given}: compared as words; there is no file of this name")
        return given
    result = _read(options, (given,))
    if len(result.reports) != 1:
        reason = result.problems[0].message if result.problems else f"holds {len(result.reports)} reports, not one"
        raise ClaimCompareError(f"{given}: {reason}")
    return result.reports[0].text


def _is_file(given: str) -> bool:
    """Whether a file of this name can be read; a folder is refused."""
    try:
        path = Path(given)
        if path.is_dir():
            raise click.UsageError(f"--pair takes two texts or files, and {given} is a folder")
        return path.exists()
    except (OSError, ValueError):  # too long for a path, or with a null character: words, then
        return False


def _read(options: Options, paths: tuple[str, ...]) -> ReadResult:
    from claimcompare.reading import read

    with console.progress("reading", options.progress):
        return read(paths, limits=options.limits, fields=options.fields or None, output=options.file)


def _compared(options: Options, result: ReadResult, settings: Settings) -> Comparison:
    """The comparison of what was read; reports without a sentence are named."""
    from claimcompare.pipeline import compare_stories, joined

    with _progress(options, result) as passed:
        # Only JSON shows more of a match than its score and evidence.
        of_matches: MatchDetail = "differences" if options.chosen_format == "json" else "scores"
        stories = compare_stories(result.reports, settings, jobs=options.jobs, of_matches=of_matches)
        comparison = joined(passed(stories, lambda story: len(story.reports)), settings)
    speaking = {claim.report for claim in comparison.claims}
    require_speech(options, comparison.reports, speaking)
    return comparison


def _lines(options: Options, result: ReadResult, settings: Settings) -> Iterator[str]:
    """The comparison as JSON Lines, each story as soon as it is compared."""
    from claimcompare.command.answers import first_line, lone_lines, story_lines
    from claimcompare.pipeline import Work, each_story

    lines = partial(story_lines, options.only, options.kind)
    work = Work(of_story=lines, of_matches="nothing", of_lone=lone_lines)
    stories = each_story(work, result.reports, settings, jobs=options.jobs)
    speaking: set[str] = set()
    head = [first_line(result.reports, settings)]  # held back until it is sure that there is something to compare
    with _progress(options, result) as passed:
        for story in passed(stories, lambda story: story.reports):
            speaking |= story.speaking
            if story.lines:
                yield from (*head, *story.lines)
                head = []
    require_speech(options, result.reports, speaking)
    yield from head


def _progress(options: Options, result: ReadResult) -> AbstractContextManager[console.Passed]:
    count = len(result.reports)
    return console.progress(f"comparing {count:,} reports", options.progress, count)


def _screen(options: Options) -> Screen:
    return Screen(width=options.width) if options.file else console.screen(options.width)


def _deliver(options: Options, chunks: Iterable[str]) -> None:
    if options.file:
        console.save(options.file, chunks)
    elif options.chosen_format == "text":
        console.show("".join(chunks), paged=options.pager)
    else:
        console.write_bytes(chunks)
