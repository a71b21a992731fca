"""Bytes → text: UTF-8, UTF-16 and UTF-32 by their marks, otherwise what the bytes allow; line ends stay as they are."""

from __future__ import annotations

import codecs
import re
import unicodedata

from claimcompare import lexicons
from claimcompare.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 1 << 16
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LAST_LATIN = 0x24F
# What Windows-1252 text has outside ASCII: quotes, dashes, ellipsis, bullets, money signs, and letters inside words.
_WINDOWS_SIGN = re.compile(
    rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xa7\xa9\xab\xad\xae\xb0\xb7\xbb\xbd]"
    rb"|\xb1(?=\s?\d)|(?<=\d)[\xbc\xbe\xa2]|(?<=m)[\xb2\xb3](?![a-zA-Z\x80-\xff])"  # with a number: ± 3, 5¾, 40 km²
)
_LETTER_IN_WORD = re.compile(rb"(?<=[a-zA-Z])[\xc0-\xff](?![\x80-\xff])|(?<![\x80-\xff])[\xc0-\xff](?=[a-z])")
_HIGH = re.compile(rb"[\x80-\xff]")


def _binary_kind(data: bytes) -> str | None:
    """What kind of binary file this is, by its first bytes."""
    for start, kind in lexicons.table("binary_files"):
        if data.startswith(bytes.fromhex(start)):
            return kind
    return None


def _utf16_by_zeros(sample: bytes) -> str | None:
    """UTF-16 without a mark: Latin text has zeros at every second place."""
    half = max(1, len(sample) // 2)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    least = lexicons.parameters("decoding")["zero_share"]
    if odd > least > 2 * even:
        return "utf-16-le"
    return "utf-16-be" if even > least > 2 * odd else None


def _looks_like_windows(sample: bytes) -> bool:
    """Whether every byte outside ASCII is one that Windows-1252 text has at such a place."""
    expected = len(_WINDOWS_SIGN.findall(sample)) + len(_LETTER_IN_WORD.findall(sample))
    return expected >= len(_HIGH.findall(sample))


def windows_text(data: bytes, broken: int = 0) -> str | None:
    """The text of data that looks like Windows-1252 from the first byte on that is no UTF-8; None where it does not."""
    if not _looks_like_windows(data[max(0, broken - 1) : broken + _SAMPLE]):  # from the letter before it on
        return None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to load, and seldom asked

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(lexicons.ordered("encodings"))).best()
    return best.encoding if best and _is_plausible(str(best)) else None


def _is_plausible(text: str) -> bool:
    """Whether a guess gave writing: no controls and boxes, and no words of two scripts side by side."""
    letters = [char for char in text if char.isalpha()]
    foreign = sum(ord(char) > _LAST_LATIN for char in letters)
    mixed = 0 < foreign < lexicons.parameters("decoding")["foreign_share"] * len(letters)
    return not mixed and not any(map(_is_no_writing, text))


def _is_no_writing(char: str) -> bool:
    """Whether no report would hold ``char``, so that the encoding was guessed wrong: controls, boxes, private signs."""
    return char not in "\t\n\v\f\r" and unicodedata.category(char) in ("Cc", "Cn", "Co", "Cs", "So")


def _spot(data: bytes, at: int) -> str:
    line = data.count(b"\n", 0, at) + 1
    return f"byte 0x{data[at]:02x} on line {line}"


def _decoded_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = _spot(data, min(error.start, len(data) - 1))
        raise ReadError(f"cannot be read as {encoding.upper()} ({where}); save it as UTF-8") from None


def _without_mark(data: bytes) -> str:
    """Text without a byte order mark: UTF-8 where it is valid, then UTF-16, Windows-1252 and what the bytes suggest."""
    sample = data[:_SAMPLE]
    if wide := _utf16_by_zeros(sample):
        return _decoded_as(data, wide)
    if len(_CONTROL.findall(sample)) > lexicons.parameters("decoding")["control_share"] * len(sample):
        raise ReadError("is a binary file; give text, HTML, JSON Lines, CSV or mail")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        broken = error.start
    if text := windows_text(data, broken):
        return text
    encoding = _guessed(data[max(0, broken - _SAMPLE // 2) :])
    if encoding is None:
        raise ReadError(f"is in no known encoding ({_spot(data, broken)}); save it as UTF-8")
    return _decoded_as(data, encoding)


def decoded(data: bytes) -> str:
    """The text that ``data`` is; the byte order mark is left out.

    Raises:
        ReadError: ``data`` is no text; the message names the byte and what to do. The caller adds the file.
    """
    if kind := _binary_kind(data):
        raise ReadError(f"is a {kind}, not text; give text, HTML, JSON Lines, CSV or mail")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded_as(data[len(mark) :], encoding)
    return _without_mark(data)


def decoded_start(head: bytes) -> str:
    """The first characters of a file by its byte order mark, or as UTF-8; what is broken or cut off is replaced."""
    marked = next(((mark, encoding) for mark, encoding in _MARKS if head.startswith(mark)), (b"", "utf-8"))
    return head[len(marked[0]) :].decode(marked[1], "replace")
