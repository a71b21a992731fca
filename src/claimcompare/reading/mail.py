"""Mail (EML, and mbox with several) → reports: subject, sender, day and the words of each message."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve

from claimcompare.errors import ReadError
from claimcompare.reading.decoding import decoded
from claimcompare.records import Provenance, Report

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator
    from email.message import Message

_HEADER = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:From [^\n]*\n)?((?:[A-Za-z][A-Za-z0-9-]*:[^\n]*\n(?:[ \t][^\n]*\n)*)+)\r?\n?"
)
_KNOWN = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path|content-type|reply-to):",
    re.IGNORECASE | re.MULTILINE,
)
_MBOX = b"From "
# The line before a mail: from whom and when it came. No prose has such a line before a header.
_DELIVERED = re.compile(rb"(?:\xef\xbb\xbf)?From [^\n]*\d:\d\d[^\n]* \d{4}\b")
_MBOX_LINE = re.compile(rb"^From [^\n]*\n(?=[A-Za-z][A-Za-z0-9-]*:)", re.MULTILINE)  # before each message of a mailbox
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)  # how a mailbox writes a line of text that starts so
_HEAD = 1 << 16
_LEAST_HEADERS = 3
_HEADERS = {"title": "Subject", "source": "From", "published": "Date"}


def is_mail(head: bytes) -> bool:
    """Whether a file starts with the header lines of a message."""
    found = _HEADER.match(head)
    if found is None:
        return False
    names = {name.lower() for name in _KNOWN.findall(found.group(1))}
    if _DELIVERED.match(head):
        return bool(names)
    return len(names) >= _LEAST_HEADERS and bool(names & {b"from", b"subject"})


def _part_text(part: Message) -> str:
    """The text of one part of a message, in the charset that it names if its bytes can be in that."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    if any(isinstance(defect, _broken_base64()) for defect in part.defects):
        raise ReadError("is a message whose base64 is broken; save its text")
    charset = part.get_content_charset() or "utf-8"
    try:
        return payload.decode(charset) if _can_be_in(charset, payload) else decoded(payload)
    except (LookupError, UnicodeError):
        return decoded(payload)


def _broken_base64() -> tuple[type[Exception], ...]:
    from email import errors  # noqa: PLC0415 - costs time, and most input is no mail

    return errors.InvalidBase64CharactersDefect, errors.InvalidBase64LengthDefect


def _can_be_in(charset: str, payload: bytes) -> bool:
    """Whether bytes can be in the charset that is named: in UTF-16 and UTF-32 spaces and line ends have zeros."""
    return not charset.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf16", "utf32")) or b"\0" in payload


def _body(message: Message, text_of_html: Callable[[str], str]) -> str:
    """The plain words of a message; those of its HTML where it has no other."""
    parts = [part for part in message.walk() if not part.is_multipart() and not part.get_filename()]
    plain = [_part_text(part) for part in parts if part.get_content_type() == "text/plain"]
    if words := "\n\n".join(part for part in plain if part.strip()):
        return words
    pages = [_part_text(part) for part in parts if part.get_content_type() == "text/html"]
    return "\n\n".join(text_of_html(page) for page in pages if page.strip())


def _day(message: Message) -> datetime.date | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - costs time, and most input is no mail

    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _header(message: Message, name: str) -> str | None:
    return " ".join(str(message.get(name, "")).split()) or None


def _messages(data: bytes) -> list[bytes]:
    """The messages of a mailbox (mbox), or the one that ``data`` is."""
    if not data.startswith(_MBOX):
        return [data]
    lines = (found.start() for found in _MBOX_LINE.finditer(data))
    starts = [at for at in lines if is_mail(data[at : at + _HEAD])]
    return [_QUOTED_FROM.sub(rb"\1", data[start:end]) for start, end in pairwise([*starts, len(data)])]


def reports_of_mail(
    data: bytes, name: str, path: str, text_of_html: Callable[[str], str]
) -> Iterator[Report | ReadError]:
    """A report for each message, and an error for one without; of several, the ids count and the errors say which."""
    messages = _messages(data.removeprefix(BOM_UTF8))
    if len(messages) == 1:
        yield _report_of_mail(messages[0], name, path, text_of_html)
        return
    for number, message in enumerate(messages, start=1):
        try:
            yield _report_of_mail(message, f"{name}-{number}", path, text_of_html)
        except ReadError as error:
            yield ReadError(f"mail {number}: {error}")


def _report_of_mail(data: bytes, name: str, path: str, text_of_html: Callable[[str], str]) -> Report:
    """The report that a message holds.

    Raises:
        ReadError: it has no words, or is no message.
    """
    from email import message_from_bytes, policy  # noqa: PLC0415 - as above
    from email.utils import parseaddr  # noqa: PLC0415 - as above

    try:
        message = message_from_bytes(data, policy=policy.compat32)
        title = _decoded_header(message, "Subject")
        sender, _ = parseaddr(_decoded_header(message, "From") or "")
        day = _day(message)
        text = _body(message, text_of_html)
    except ReadError:
        raise
    except Exception as error:
        raise ReadError(f"is a broken message ({type(error).__name__}); save its text") from None
    if not text.strip():
        raise ReadError("is a message without text; save its text")
    report = Report(id=name, text=text, path=path, title=title, source=sender or None, published=day)
    given = {field: header for field, header in _HEADERS.items() if getattr(report, field)}
    found = (Provenance(field=field, where=f"mail header {header}") for field, header in given.items())
    return evolve(report, provenance=tuple(found))


def _decoded_header(message: Message, name: str) -> str | None:
    """The words of a header, also where they are encoded; None where it is missing or empty."""
    from email.header import decode_header, make_header  # noqa: PLC0415 - as above

    try:
        words = str(make_header(decode_header(str(message.get(name, "")))))
    except (LookupError, ValueError, UnicodeError):
        return _header(message, name)
    return " ".join(words.split()) or None
