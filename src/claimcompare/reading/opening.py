"""Sources → pages: files, standard input, and what is packed in .gz and .zip, as streams that end at their limits."""

from __future__ import annotations

import io
import os
import sys
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Protocol

from attrs import define, evolve, frozen

from claimcompare import lexicons
from claimcompare.errors import ReadError
from claimcompare.reading.paths import STDIN, is_beside_reports, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zipfile import ZipFile, ZipInfo

    from claimcompare.reading.limits import ReadLimits

_GZIP = b"\x1f\x8b"
_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_TAR_MARK, _TAR_AT = b"ustar", 257
_ANY = "-"
_RATIO_FROM = 1_000_000  # bytes; below it a high ratio is harmless
_HEAD = 1 << 16


@define
class Budget:
    """What may still be read in this run."""

    limits: ReadLimits
    unpacked: int = 0
    files: int = 0
    reports: int = 0


@frozen(kw_only=True)
class Page:
    """One file to be read: its path as shown, its name without ending, and its bytes as a stream."""

    path: str
    name: str
    suffix: str
    stream: io.BufferedReader[Any]
    packed: bool = False

    @property
    def head(self) -> bytes:
        """The first bytes, without taking them from the stream."""
        return self.stream.peek(_HEAD)[:_HEAD]


class _Readable(Protocol):
    """All that is asked of a file."""

    def read(self, size: int = -1, /) -> bytes:
        """At most ``size`` bytes, none at the end."""
        ...


class ChangedError(ReadError):
    """A file changed while it was read, so that what was read of it may be of two versions."""


class _Limited(io.RawIOBase):
    """A stream that raises ReadError where it holds more than it may."""

    def __init__(self, raw: _Readable, budget: Budget, packed: int | None) -> None:
        super().__init__()
        self._raw = raw
        self._budget = budget
        self._packed = packed
        self._count = 0

    def readable(self) -> bool:
        """Always true."""
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # the buffer protocol
        """Fill the buffer; ReadError where the limit is passed."""
        data = self._raw.read(len(buffer))
        self._count += len(data)
        self._budget.unpacked += len(data)
        self._check()
        buffer[: len(data)] = data
        return len(data)

    def _check(self) -> None:
        limits = self._budget.limits
        most = limits.max_file_bytes if self._packed is None else limits.max_unpacked_bytes
        if self._count > most:
            raise ReadError(f"holds more than {most:,} bytes; split it, or raise the limit")
        if self._packed is not None and self._count > max(_RATIO_FROM, self._packed * limits.max_ratio):
            raise ReadError(
                f"unpacks to more than {limits.max_ratio} times its size, as a bomb does; unpack it yourself"
            )
        if self._budget.unpacked > limits.max_total_bytes:
            raise ReadError(f"comes after {limits.max_total_bytes:,} bytes were read; give less, or raise the limit")


def _page(path: str, raw: _Readable, budget: Budget, packed: int | None = None) -> Page:
    pure = PurePosixPath(path)
    stream: io.BufferedReader[Any] = io.BufferedReader(_Limited(raw, budget, packed), buffer_size=_HEAD)
    name = "stdin" if path == STDIN else pure.stem or pure.name or "report"
    return Page(path=path, name=name, suffix=pure.suffix.lower(), stream=stream, packed=packed is not None)


@contextmanager
def _as_read_errors() -> Iterator[None]:
    """What unpacking raises for damage becomes a ReadError; each way of packing has errors of its own."""
    try:
        yield
    except ReadError:
        raise
    except Exception:
        raise ReadError("is a damaged archive or needs a password; unpack it yourself") from None


def _unzipped(path: str, file: BinaryIO, budget: Budget) -> Iterator[Page]:
    """The pages in a zip archive, by name."""
    from zipfile import ZipFile  # noqa: PLC0415 - most input is not packed

    with _as_read_errors(), ZipFile(file) as archive:
        infos = sorted(archive.infolist(), key=lambda info: info.filename)
        _refuse_documents(archive)
        members = [info for info in infos if _is_wanted(info)]
        if not members:
            raise ReadError("holds no file that could be read")
        for info in members:
            yield _member(path, archive, info, budget)


def _refuse_documents(archive: ZipFile) -> None:
    """Raise ReadError for a document whose format is a zip archive, such as ODT, EPUB and DOCX."""
    held = set(archive.namelist())
    for member, start, kind, remedy in lexicons.table("zipped_documents"):
        if member in held and (start == _ANY or _starts_with(archive, member, start)):
            raise ReadError(f"is {kind}; {remedy}")


def _starts_with(archive: ZipFile, member: str, start: str) -> bool:
    with archive.open(member) as file:
        return file.read(len(start)) == start.encode()


def _is_wanted(info: ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in parts)
    return not (info.is_dir() or hidden or is_beside_reports(info.filename))


def _member(path: str, archive: ZipFile, info: ZipInfo, budget: Budget) -> Page:
    budget.files += 1
    name = shown(f"{path}/{info.filename}")
    if budget.files > budget.limits.max_files:
        raise ReadError(f"holds more than {budget.limits.max_files} files; split it, or raise the limit")
    return _page(name, _Member(archive, info), budget, info.compress_size)


class _Member:
    """A file in an archive, opened when it is first read, so that a broken one does not take the others along."""

    def __init__(self, archive: ZipFile, info: ZipInfo) -> None:
        self._archive = archive
        self._info = info
        self._file: IO[bytes] | None = None

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` bytes; ReadError for a name outside the archive, or damage."""
        if ".." in PurePosixPath(self._info.filename).parts or self._info.filename.startswith(("/", "\\")):
            raise ReadError("lies outside its archive, as in an attack; unpack the archive yourself")
        with _as_read_errors():
            if self._file is None:
                self._file = self._archive.open(self._info)
            return self._file.read(size)


class _Unpacked:
    """What a gzip file holds, with damage reported in words; bytes after its end are ignored, as gzip does."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._packed = b""
        self._member = self._new_member()

    def _new_member(self) -> Any:
        from zlib import MAX_WBITS, decompressobj  # noqa: PLC0415 - most input is not packed

        return decompressobj(wbits=MAX_WBITS | 16)  # with the head and checksum of gzip

    def read(self, size: int = _HEAD) -> bytes:
        """At most ``size`` bytes; ReadError for damage."""
        data = b""
        while not data and not self._is_over():
            with _as_read_errors():
                self._packed = self._packed or self._file.read(_HEAD)
                if not self._packed:
                    raise EOFError
                data = self._member.decompress(self._packed, size)
                self._packed = self._member.unconsumed_tail
        return data

    def _is_over(self) -> bool:
        """Whether the last member is read; where another one follows it is begun."""
        if not self._member.eof:
            return False
        rest = self._member.unused_data
        if len(rest) < len(_GZIP):
            rest += self._file.read(_HEAD)
        if not rest.startswith(_GZIP):
            return True
        self._packed, self._member = rest, self._new_member()
        return False


def refuse_archives(page: Page) -> None:
    """Raise ReadError for a tar archive, and for an archive within an archive."""
    head = page.head
    if head[_TAR_AT : _TAR_AT + len(_TAR_MARK)] == _TAR_MARK:
        raise ReadError("is a tar archive; unpack it, or pack the files as .zip")
    if page.packed and head.startswith((_GZIP, _ZIP)):
        raise ReadError("is an archive within an archive; unpack it yourself")


def pages_in(path: str, file: BinaryIO, size: int, budget: Budget) -> Iterator[Page]:
    """The pages in a file of ``size`` bytes: itself, or what is packed in it; ReadError for a damaged archive."""
    start = file.read(len(_ZIP))
    file.seek(0)
    if start in (_ZIP, _EMPTY_ZIP):
        yield from _unzipped(path, file, budget)
    elif start.startswith(_GZIP):
        inner = path[: -len(".gz")] if path.lower().endswith(".gz") else path
        page = _page(inner, _Unpacked(file), budget, size)
        yield evolve(page, path=path)
    else:
        yield _page(path, file, budget)


def _standard_input(limits: ReadLimits) -> io.BytesIO:
    if sys.stdin is None:
        raise ReadError("is closed; give a file, or send the report through a pipe")
    return _held(sys.stdin.buffer, limits)


def _held(stream: _Readable, limits: ReadLimits) -> io.BytesIO:
    """What a stream holds that cannot be read twice: archives are read from their end."""
    held = io.BytesIO()
    while held.tell() <= limits.max_file_bytes and (data := stream.read(_HEAD)):
        held.write(data)
    held.seek(0)
    return held


def _state(path: str) -> tuple[int, int]:
    status = Path(path).stat()
    return status.st_size, status.st_mtime_ns


@contextmanager
def _opened(source: str, limits: ReadLimits) -> Iterator[tuple[BinaryIO, int]]:
    """The file and its size; ReadError where it changed in the meantime."""
    if source == STDIN:
        held = _standard_input(limits)
        yield held, len(held.getbuffer())
        return
    with closing(Path(source).open("rb")) as opened:
        before = os.fstat(opened.fileno())
        if before.st_size > limits.max_file_bytes:
            raise ReadError(f"is larger than {limits.max_file_bytes:,} bytes; split it, or raise the limit")
        if not opened.seekable():
            held = _held(opened, limits)
            yield held, len(held.getbuffer())
            return
        yield opened, before.st_size
        if _state(source) != (before.st_size, before.st_mtime_ns):
            raise ChangedError("changed while it was read; read it again")


@contextmanager
def pages_of(source: str, budget: Budget) -> Iterator[Iterator[Page]]:
    """The pages that a source holds: itself, or what is packed in it.

    Raises:
        ReadError: it is too much or damaged; on leaving ChangedError, if it changed while it was read.
        OSError: the system refuses it.
    """
    with _opened(source, budget.limits) as (file, size):
        yield pages_in(shown(source), file, size, budget)
