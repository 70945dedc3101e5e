"""Reads web archives, WARC, ARC and WACZ, as a stream: one captured page after the other, with when and how it was captured."""

from __future__ import annotations

import gzip
import logging
import re
import zipfile
import zlib
from collections import Counter
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import IO, Protocol, cast
from urllib.parse import urlsplit

from allegedly.model import Origin, Skipped
from allegedly.read.complaints import complaints
from allegedly.read.dates import iso_date
from allegedly.read.source import PassedOver, Source

ARCHIVE_NAME = re.compile(r"\.(?:w?arc(?:\.gz)?|wacz)$", re.IGNORECASE)
_TYPES = frozenset(
    (
        *("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/json", "application/ld+json"),
        *("application/feed+json", "application/rss+xml", "application/atom+xml", "application/rdf+xml"),
        *("application/xml", "text/xml"),
        *("application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    )
)
_RECORDS = frozenset(("response", "resource"))
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_START = re.compile(rb"\x1f\x8b\x08|(?<=\n)WARC/1\.")
_BREAKAGE = (ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, TypeError, ValueError, zlib.error)
_CHUNK, _OVERLAP = 1 << 20, 8
_SCHEMES = frozenset(("http", "https", "file", ""))


def archive_sources(path: Path, origin: Origin, size_limit: int, start: int = 0) -> Iterator[Source | Skipped]:
    """The pages, texts and feeds in the archive at `path`, in its order, one in memory at a time.

    Each is named after the archive and the record's offset in it: `web.warc.gz#1234`. `when` is when it was captured, and a note
    names the record and its digest. A broken record comes as `Skipped` with its offset, and reading goes on at the next one. What
    is no text, or no successful answer, is passed over; one `PassedOver` counts it. `start`: the offset of the record to begin
    with, in a WARC.
    """
    try:
        import_module("warcio")
    except ImportError:
        yield Skipped(origin, "an archive; reading archives needs warcio: pip install 'allegedly[archives]'")
        return
    logging.getLogger("warcio").setLevel(logging.ERROR)
    try:
        if path.suffix.lower() == ".wacz":
            yield from _in_wacz(path, origin, size_limit)
        else:
            with path.open("rb") as stream:
                yield from _Archive(stream, origin, size_limit).sources(start)
    except (OSError, zipfile.BadZipFile) as error:
        yield Skipped(origin, f"an archive that cannot be read: {error}")


def _in_wacz(path: Path, origin: Origin, size_limit: int) -> Iterator[Source | Skipped]:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if ARCHIVE_NAME.search(name)]
        if not names:
            yield Skipped(origin, "a WACZ without a WARC in it, expected archive/*.warc.gz")
        for name in names:
            with package.open(name) as stream:
                yield from _Archive(stream, Origin(name=f"{origin.name}/{name}"), size_limit).sources()


@dataclass(frozen=True, slots=True)
class _Broken:
    """Where and why the walk came to a stop."""

    offset: int
    reason: str


class _Headers(Protocol):
    """The headers of a record or an answer."""

    def get_header(self, name: str) -> str | None: ...

    def get_statuscode(self) -> str: ...


class _Body(Protocol):
    """What of a record is still to be read, in bytes."""

    limit: int


class _Checker(Protocol):
    """Whether the digests were right, as far as there are any."""

    passed: bool | None


class _Record(Protocol):
    """What is used of warcio's records."""

    rec_type: str | None
    rec_headers: _Headers
    http_headers: _Headers | None
    content_type: str | None
    raw_stream: _Body
    digest_checker: _Checker

    def content_stream(self) -> IO[bytes]: ...


class _OneStreamError(ValueError):
    """The archive is compressed as a whole, not record by record."""


class _Archive:
    """One walk over the records of an open archive."""

    def __init__(self, stream: IO[bytes], origin: Origin, size_limit: int) -> None:
        self.stream = stream
        self.origin = origin
        self.size_limit = size_limit
        self.complaints = complaints()
        self.passed_over: Counter[str] = Counter()
        self.seen = 0

    def sources(self, first: int = 0) -> Iterator[Source | Skipped]:
        """The records, from offset `first` on, that may hold an article."""
        start: int | None = first
        while start is not None:
            try:
                broken = yield from self._from(start)
            except _OneStreamError:
                self.stream.seek(0)
                self.stream = cast(IO[bytes], gzip.GzipFile(fileobj=self.stream))
                broken = yield from self._from(0, self.seen)
            if broken is None:
                break
            offset = max(broken.offset, start)
            start = self._next_start(offset + 1)
            where = "the rest of the archive is lost" if start is None else f"reading went on at offset {start:,}"
            yield Skipped(self._named(offset), f"a broken record at offset {offset:,}: {broken.reason}; {where}")
        if not self.seen:
            yield Skipped(self.origin, "an archive without a whole record, expected pages")
        if self.passed_over:
            total = sum(self.passed_over.values())
            kinds = ", ".join(f"{count:,} {kind}" for kind, count in sorted(self.passed_over.items()))
            what = "1 record that holds no article was" if total == 1 else f"{total:,} records that hold no article were"
            yield PassedOver(self.origin, f"{what} passed over ({kinds})")

    def _from(self, start: int, known: int = 0) -> Generator[Source | Skipped, None, _Broken | None]:
        """The records from offset `start` on, but for the first `known`; what breaks the walk is returned."""
        library = import_module("warcio.archiveiterator")
        failure = import_module("warcio.exceptions").ArchiveLoadFailed

        class Records(library.ArchiveIterator):  # type: ignore[misc, name-defined]
            """The library's iterator, which writes this message to standard error, and explains the other error at length."""

            INC_RECORD = ""

            def _raise_invalid_gzip_err(self) -> None:
                raise _OneStreamError

        offset = start
        try:
            self.stream.seek(start)
            records = Records(self.stream, check_digests=True, arc2warc=True)
            for number, record in enumerate(records):
                offset = records.offset
                if number >= known:
                    self.seen += 1
                    found = self._source(record, offset)
                    if found is not None:
                        yield found
                records.read_to_end()
                offset = records.offset
        except _OneStreamError:
            if isinstance(self.stream, gzip.GzipFile):
                return _Broken(offset, "compressed twice")
            raise
        except (*_BREAKAGE, failure) as error:
            return _Broken(offset, _first_line(error))
        return None

    def _source(self, record: _Record, offset: int) -> Source | Skipped | None:
        kind = str(record.rec_type or "record of unknown type")
        if kind not in _RECORDS:
            self.passed_over[kind] += 1
            return None
        http = record.http_headers
        status = str(http.get_statuscode()) if http and kind == "response" else "200"
        content_type = str((http.get_header("Content-Type") if http else record.content_type) or "")
        media_type = content_type.partition(";")[0].strip().lower()
        url = str(record.rec_headers.get_header("WARC-Target-URI") or "") or None
        reason = _no_article(status, media_type, url)
        if reason:
            self.passed_over[reason] += 1
            return None
        before = self.complaints.count
        data = _content(record, self.size_limit + 1)
        if len(data) > self.size_limit:
            return Skipped(self._named(offset, url), f"too large: more than {self.size_limit / 1e6:,.1f} MB at offset {offset:,}")
        if record.raw_stream.limit > 0:
            return Skipped(self._named(offset, url), f"a record that is cut off, at offset {offset:,}")
        charset = _CHARSET.search(content_type)
        when = iso_date(str(record.rec_headers.get_header("WARC-Date") or ""))
        notes = _provenance(record, offset)
        if self.complaints.count > before:
            notes = (*notes, "its compression is broken, and it was read as far as it goes")
        return Source(data, self._named(offset, url), when, charset[1] if charset else None, notes, media_type)

    def _named(self, offset: int, url: str | None = None) -> Origin:
        return Origin(url=url, name=f"{self.origin.name}#{offset}")

    def _next_start(self, offset: int) -> int | None:
        """Where, from `offset` on, a record may begin."""
        at, tail, first = offset - 1, b"", 1
        try:
            self.stream.seek(at)
            while chunk := self.stream.read(_CHUNK):
                window = tail + chunk
                match = _START.search(window, first)
                if match:
                    return at + match.start()
                tail = window[-_OVERLAP:]
                at, first = at + len(window) - len(tail), min(1, len(tail))
        except (OSError, ValueError, zipfile.BadZipFile, zlib.error, EOFError):
            return None
        return None


def _no_article(status: str, media_type: str, url: str | None) -> str | None:
    """Why a record with this answer holds no article; `None` where it may."""
    if not status.startswith("2"):
        return f"status {status}"
    if media_type not in _TYPES:
        return media_type or "of unknown type"
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return "of malformed address"
    if parts.scheme not in _SCHEMES:
        return f"{parts.scheme}:"
    return "robots.txt" if parts.path == "/robots.txt" else None


def _content(record: _Record, most: int) -> bytes:
    """The body, transfer and content encodings undone, up to `most` bytes."""
    stream = record.content_stream()
    parts: list[bytes] = []
    size = 0
    while size < most:
        part: bytes = stream.read(min(_CHUNK, most - size))
        if not part:
            break
        parts.append(part)
        size += len(part)
    return b"".join(parts)


def _provenance(record: _Record, offset: int) -> tuple[str, ...]:
    headers = record.rec_headers
    identity, digest = headers.get_header("WARC-Record-ID"), headers.get_header("WARC-Payload-Digest")
    named = f"record {identity} " if identity else "record "
    notes = [f"{named}at offset {offset:,}" + (f", payload digest {digest}" if digest else "")]
    if record.digest_checker.passed is False:
        notes.append("the record's digest is not that of its content")
    return tuple(notes)


def _first_line(error: Exception) -> str:
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[0][:200] if lines else type(error).__name__
