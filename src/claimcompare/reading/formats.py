"""A page → its reports: the content tells the format, and the file's name only where the content leaves it open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcompare.errors import ReadError
from claimcompare.reading.decoding import decoded
from claimcompare.reading.fields import Record, names_for, report_of, told_twice
from claimcompare.reading.mail import is_mail, reports_of_mail
from claimcompare.reading.opening import refuse_archives
from claimcompare.reading.ownoutput import is_own_output
from claimcompare.reading.paths import Notice
from claimcompare.reading.tables import is_table, json_line_records, json_records, laid_out, table_records
from claimcompare.records import Problem, Report
from claimcompare.text.about import with_what_it_says
from claimcompare.text.jsonvalues import loaded

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimcompare.reading.opening import Budget, Page

_LINES_NAMES = (".jsonl", ".ndjson")
_JSON_NAMES = (".json", *_LINES_NAMES)
_JSON_START = re.compile(r"\s*[\[{]\s*(?:[\"{\[\]}]|$)")
_BRACKET = re.compile(r"\ufeff?\s*[\[{]")  # enough where the name says JSON
_PAGE = "<!doctype html><html><body><article>{}</article></body></html>"
_MARKUP = re.compile(r"</(?:p|div|article|section|h[1-6]|span|ul|ol|table|body|html)>", re.IGNORECASE)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE)
_LINE_END, _LINE_END_BYTES = re.compile(r"\r\n|\n|\r"), re.compile(rb"\r\n|\n|\r")
_SAMPLE = 1 << 16
_OBJECT_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"")
_BRACE = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{[ \t]*[^\s\x00]")  # one alone on its line opens an object of several lines
_LATER_RECORD = re.compile(rb"(?:\xef\xbb\xbf)?\s*[^\s\[].*?\n\{[ \t]*\"", re.DOTALL)  # "[" opens a list of records


@frozen(kw_only=True)
class _Text:
    """A page as decoded, and what is known of it."""

    text: str
    name: str
    path: str
    suffix: str
    fields: Mapping[str, str]


Found = Report | ReadError | Notice


def _starts_json_lines(head: bytes, suffix: str) -> bool:
    """Whether a file that starts with ``head`` has a record a line.

    Its first line is one, or its name says so and it starts with a brace, or has a record further down.
    """
    if suffix in _LINES_NAMES:
        return bool(_BRACE.match(head) or _LATER_RECORD.match(head)) and (b"\n" in head or b"\r" not in head)
    if not _OBJECT_START.match(head):
        return False
    first, end, rest = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    try:
        loaded(first.decode("utf-8"))
    except ValueError:
        return False
    return bool(end and rest.strip())


def _is_json_lines(page: _Text) -> bool:
    """Whether a decoded text has a record a line; only UTF-8 with line feeds is known before it is decoded."""
    text = page.text.lstrip("\ufeff")
    first = _LINE_END.search(text)
    longest = max(_SAMPLE, first.end() + _SAMPLE if first else 0)  # the first record may be longer than a sample
    head = text[:longest].encode("utf-8", "replace")
    return _starts_json_lines(_LINE_END_BYTES.sub(b"\n", head), page.suffix)


def _json_lines(page: _Text) -> Iterator[Found]:
    lines = _LINE_END.split(page.text.lstrip("\ufeff"))
    yield from _records(page, json_line_records(line.encode("utf-8", "replace") for line in lines))


def _is_json(page: _Text) -> bool:
    """Whether it starts like JSON and can be loaded; where the name says JSON, an opening bracket is enough."""
    if page.suffix in _JSON_NAMES:
        return bool(_BRACKET.match(page.text)) or _can_be_loaded(page.text)
    return bool(_JSON_START.match(page.text)) and _can_be_loaded(page.text)


def _can_be_loaded(text: str) -> bool:
    try:
        loaded(text)
    except ValueError:
        return False
    return True


def _is_table(page: _Text) -> bool:
    if page.suffix in (".csv", ".tsv"):
        return bool(laid_out(page.text).columns)
    return is_table(page.text, {name.lower() for name in names_for("text", page.fields)})


def _records(page: _Text, records: Iterable[Record | ReadError]) -> Iterator[Found]:
    is_told = False
    for record in records:
        if isinstance(record, ReadError):
            yield record
            continue
        try:
            report = report_of(record, page.name, page.path, page.fields)
            yield _without_markup(report, record.where)
        except ReadError as error:
            yield error
        if not is_told and (names := told_twice(record, page.fields)):
            is_told = True  # one line a file
            yield Notice(path=page.path, message=_which_is_read(record.where, names))


def _which_is_read(where: str, names: Iterable[str]) -> str:
    listed = " and ".join(map(repr, dict.fromkeys(names)))
    return f"{where} has {listed} more than once; of fields of one name the first that holds words is read"


def _without_markup(report: Report, where: str) -> Report:
    """The report of a record, with the words alone of a text that is marked up."""
    if not _is_marked_up(report.text):
        return report
    try:
        return evolve(report, text=_text_of_html(_PAGE.format(report.text)))
    except ReadError as error:
        raise ReadError(f"{where}: {error}") from None


def _is_marked_up(text: str) -> bool:
    """Whether the text of a record is a piece of a page, as exports of publishing systems have it."""
    return text.lstrip().startswith("<") and _MARKUP.search(text) is not None


def _json(page: _Text) -> Iterator[Found]:
    yield from _records(page, json_records(page.text.lstrip("\ufeff")))


def _table(page: _Text) -> Iterator[Found]:
    yield from _records(page, table_records(page.text, page.fields))


def _is_html(page: _Text) -> bool:
    if not page.text.lstrip("\ufeff \t\r\n").startswith("<"):
        return False
    from claimcompare.reading.html import is_html  # noqa: PLC0415 - costs time, and most input is plain text

    return is_html(page.text.lstrip("\ufeff"))


def _text_of_html(page: str) -> str:
    from claimcompare.reading.html import article_text  # noqa: PLC0415 - as above

    return article_text(page)


def _html(page: _Text) -> Iterator[Found]:
    from claimcompare.reading.html import report_of_page  # noqa: PLC0415 - as above

    yield report_of_page(page.text, page.name, page.path)


def _feed(_: _Text) -> Iterator[Found]:
    yield ReadError("is an XML feed, which has summaries only; save the stories as pages or text")


def _xml(_: _Text) -> Iterator[Found]:
    yield ReadError("is XML and no page; save the words of the report as text")


def _plain(page: _Text) -> Iterator[Found]:
    if page.text.lstrip().startswith("{\\rtf"):
        raise ReadError("is an RTF document; save it as plain text")
    yield Report(id=page.name, text=page.text, path=page.path)


# In this order: how a format is known by its text, and how it is read. The last one takes what is left.
_FORMATS: tuple[tuple[Callable[[_Text], bool], Callable[[_Text], Iterator[Found]]], ...] = (
    (lambda page: bool(_FEED.match(page.text)), _feed),
    (_is_html, _html),
    (lambda page: page.text.lstrip().startswith("<?xml"), _xml),
    (_is_json_lines, _json_lines),
    (_is_json, _json),
    (_is_table, _table),
    (lambda _: True, _plain),
)


def _by_content(page: Page, fields: Mapping[str, str]) -> Iterator[Found]:
    """The reports of a page, read as what its content says that it is."""
    refuse_archives(page)
    if _starts_json_lines(page.head, page.suffix):
        text = _Text(text="", name=page.name, path=page.path, suffix=page.suffix, fields=fields)
        yield from _records(text, json_line_records(page.stream))
        return
    mail = is_mail(page.head)
    data = page.stream.read()
    if mail:
        yield from reports_of_mail(data, page.name, page.path, _text_of_html)
        return
    text = _Text(text=decoded(data), name=page.name, path=page.path, suffix=page.suffix, fields=fields)
    if not text.text.strip():
        raise ReadError("is empty; give a file with text")
    yield from next(read for fits, read in _FORMATS if fits(text))(text)


def _checked(found: Iterable[Found], budget: Budget) -> Iterator[Found]:
    """The reports, as long as they are not too many or too long, with what they say of themselves."""
    limits = budget.limits
    for item in found:
        if isinstance(item, Report):
            budget.reports += 1
            if budget.reports > limits.max_reports:
                raise ReadError(f"comes after {limits.max_reports:,} reports were read; give less, or raise the limit")
            if len(item.text) > limits.max_report_chars:
                yield ReadError(f"{item.id} has more than {limits.max_report_chars:,} characters; raise the limit")
                continue
            yield with_what_it_says(item)
        else:
            yield item


def reports_in(page: Page, budget: Budget, fields: Mapping[str, str]) -> Iterator[Report | Problem | Notice]:
    """The reports of a page, its problems and notices; of many problems the first ones, and how many more there are."""
    reports = problems = 0
    try:
        if is_own_output(page.head):
            yield Notice(path=page.path, message="left out, as claimcompare wrote it")
            return
        for item in _checked(_by_content(page, fields), budget):
            if isinstance(item, Report):
                reports += 1
                yield item
            elif isinstance(item, Notice):
                yield item
            else:
                problems += 1
                if problems <= budget.limits.max_problems:
                    yield Problem(path=page.path, message=str(item))
        if not reports and not problems:
            yield Problem(path=page.path, message="holds no report; give records with a text")
    except ReadError as error:
        yield Problem(path=page.path, message=str(error))
    if problems > budget.limits.max_problems:
        more = problems - budget.limits.max_problems
        yield Problem(path=page.path, message=f"{more:,} more lines of this file cannot be read; mend them likewise")
