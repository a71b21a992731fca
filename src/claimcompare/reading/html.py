"""HTML pages → report: the article's words through trafilatura, what the page says of itself, and nothing fetched."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

from attrs import define, field

from claimcompare import lexicons
from claimcompare.errors import ReadError
from claimcompare.records import Provenance, Report
from claimcompare.text.dates import date_of
from claimcompare.text.jsonvalues import loaded
from claimcompare.text.pagelines import ends_like_a_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPENING = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,5}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<(?:p|div|article|section|h[1-6]|span|br|a\s|img\s|ul|table|meta)\b[^<>]{0,500}>", re.IGNORECASE)
_LONG_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]{0,20})(?P<attributes>\s[^<>]{5000,}+)>", re.IGNORECASE)
_LEAST_TAGS = 3
_TITLES = ("title", "h1")
_SAMPLE = 20_000
_MISSING = "is an HTML page; install the extra that reads them: pip install 'claimcompare[html]'"
_LONGEST_FIELD = 500
_MOST_PIECES = 200  # of a title that is never closed


def is_html(text: str) -> bool:
    """Whether ``text`` is an HTML page, or a piece of one."""
    if _OPENING.match(text):
        return True
    return text.lstrip()[:1] == "<" and len(_TAG.findall(text[:_SAMPLE])) >= _LEAST_TAGS


def article_text(page: str) -> str:
    """The words of a page's article.

    Raises:
        ReadError: the extra is not installed, or the page has no article.
    """
    try:
        from trafilatura import extract  # noqa: PLC0415 - an extra, and slow to load
    except ImportError:
        raise ReadError(_MISSING) from None
    try:
        words = extract(
            _without_heaps(page),
            include_comments=False,
            include_tables=False,
            with_metadata=False,
            favor_precision=False,
        )
    except Exception as error:
        raise ReadError(f"is a page that cannot be read ({type(error).__name__}); save its text") from None
    lines = [line for line in (words or "").splitlines() if line.strip()]
    if not any(ends_like_a_sentence(line) for line in lines):
        raise ReadError("is a page without an article; save the article's text")
    return "\n\n".join(lines)


def _without_heaps(page: str) -> str:
    """The page without attributes where a tag has a heap of them, which lxml takes the square of their number for."""
    most = lexicons.parameters("pages")["most_attribute_words"]

    def bare(tag: re.Match[str]) -> str:
        return f"<{tag['name']}>" if len(tag["attributes"].split()) > most else tag[0]

    return _LONG_TAG.sub(bare, page)


@define
class _Metadata(HTMLParser):
    """Collects what is in meta, title, link and time tags, and in JSON-LD."""

    found: dict[str, str] = field(factory=dict)
    linked_data: list[str] = field(factory=list)
    _inside: str | None = None
    _words: list[str] = field(factory=list)

    def __attrs_pre_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def add(self, key: str, value: str | None) -> None:
        """Keep the first value of a key."""
        if value and value.strip():
            self.found.setdefault(key, " ".join(value.split())[:_LONGEST_FIELD])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what the tag's attributes say, and note whose words follow."""
        if self._inside in _TITLES:
            self._go_on(tag)
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            name = values.get("property") or values.get("name") or values.get("itemprop") or ""
            self.add(f"meta {name.lower()}", values.get("content"))
        elif tag == "link" and values.get("rel", "").lower() == "canonical":
            self.add("link canonical", values.get("href"))
        elif tag == "time":
            self.add("time", values.get("datetime"))
        elif tag in _TITLES:
            self._end()
            self._inside = tag
        elif tag == "script" and values.get("type", "").lower() == "application/ld+json":
            self._inside = "json-ld"

    def handle_endtag(self, tag: str) -> None:
        """The words of the tag are over."""
        if tag in (*_TITLES, "script"):
            self._end()

    def close(self) -> None:
        """The page is over, and with it what was not closed."""
        super().close()
        self._end()

    def _go_on(self, tag: str) -> None:
        """Within a title a line may break; where it was not closed, it ends with the next part of the page."""
        if tag == "br":
            self._words.append(" ")
        elif tag in lexicons.words("page_parts") and "".join(self._words).strip():
            self._end()

    def _end(self) -> None:
        if self._inside in _TITLES:
            self.add(self._inside, "".join(self._words))
        self._words.clear()
        self._inside = None

    def handle_data(self, data: str) -> None:
        """Take the words of a title, or a piece of JSON-LD."""
        if self._inside == "json-ld":
            self.linked_data.append(data)
        elif self._inside and len(self._words) < _MOST_PIECES:
            self._words.append(data)


def _linked(value: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Every object of JSON-LD that describes an article."""
    if depth > 5:  # noqa: PLR2004 - real pages nest less, hostile ones more
        return
    if isinstance(value, list):
        for item in value:
            yield from _linked(item, depth + 1)
    elif isinstance(value, dict):
        if any(kind.endswith(("Article", "Posting")) for kind in _kinds(value)):
            yield value
        yield from _linked(value.get("@graph"), depth + 1)


def _kinds(value: dict[str, Any]) -> list[str]:
    kinds = value.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _named(value: Any) -> str | None:
    """The words of a value of JSON-LD: its own, those of its ``name``, or those of all values of a list."""
    if isinstance(value, list):
        return ", ".join(name for item in value if (name := _named(item))) or None
    if isinstance(value, dict):
        return _named(value.get("name"))
    return value if isinstance(value, str) else None


def _from_linked_data(parser: _Metadata) -> None:
    """Adds what JSON-LD says of an article to what the parser found in the tags."""
    for words in parser.linked_data:
        try:
            articles = list(_linked(loaded(words)))
        except ValueError:
            continue
        for article in articles:
            for name in ("headline", "datePublished", "author", "publisher", "url"):
                parser.add(f"json-ld {name}", _named(article.get(name)))


def page_metadata(page: str) -> dict[str, tuple[str, str]]:
    """For each attribute of Report that the page fills in: the words, and where they are."""
    parser = _Metadata()
    try:
        parser.feed(page)
        parser.close()
    except (AssertionError, ValueError):  # what is left of a broken page has been collected
        pass
    _from_linked_data(parser)
    chosen: dict[str, tuple[str, str]] = {}
    for attribute, key in lexicons.table("page_metadata"):
        if attribute not in chosen and (words := parser.found.get(key)) and _fits(attribute, words):
            chosen[attribute] = (words, f"html {key}")
    return chosen


def _fits(attribute: str, words: str) -> bool:
    """Dates have to be dates, and an author a name and not the address of a profile."""
    if attribute == "published":
        return date_of(words) is not None
    return attribute != "author" or "://" not in words


def report_of_page(page: str, name: str, path: str) -> Report:
    """The report that an HTML page holds; its text is the article's words, a paragraph each.

    Raises:
        ReadError: as ``article_text``.
    """
    text = article_text(page)
    told = page_metadata(page)
    words = {attribute: value for attribute, (value, _) in told.items() if attribute != "published"}
    published = date_of(told["published"][0]) if "published" in told else None
    provenance = tuple(Provenance(field=attribute, where=where) for attribute, (_, where) in told.items())
    return Report(id=name, text=text, path=path, published=published, provenance=provenance, **words)
