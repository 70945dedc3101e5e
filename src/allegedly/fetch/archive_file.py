"""A web archive that grows: what is fetched is appended, and what an interruption cut off is mended."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, FileIO
from pathlib import Path

from allegedly.errors import FetchError
from allegedly.fetch.answer import Answer
from allegedly.fetch.index import Capture, Index, Known, line_of, read_index
from allegedly.fetch.members import CutOff, Member, capture_in, members, text_in
from allegedly.fetch.records import digest_of, first_record, records_of
from allegedly.fetch.settings import Settings

try:
    import fcntl
except ImportError:  # where there is none, as on Windows, two writers are the caller's care
    fcntl = None  # type: ignore[assignment]

ENDING = ".warc.gz"


class ArchiveError(FetchError):
    """The archive cannot be written, or is broken: nothing more can be captured."""


class ArchiveFile:
    """The WARC at `path`, compressed record by record, and its index beside it, `<path>.cdxj`.

    Writing needs `open`, which one process at a time can do. A record is appended in one piece and reaches the disk before
    anything is made of it; one that was cut off by a kill is taken away when the archive is opened again.
    """

    def __init__(self, path: Path, settings: Settings, patience: float = 30.0) -> None:
        if not path.name.endswith(ENDING):
            raise ArchiveError(f"{path} is no name for a web archive, expected one that ends in {ENDING}")
        self.path, self._settings, self._patience = path, settings, patience
        self._index_path = path.with_name(path.name + ".cdxj")
        self.index = Index()
        self._stream: FileIO | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """The archive, open for appending and brought up to date; made where there is none.

        Raises `ArchiveError` where another process keeps it open for longer than the patience, or where it is broken.
        """
        with self._opened() as stream:
            self._stream = stream
            try:
                yield
            finally:
                self._stream = None

    def _opened(self) -> FileIO:
        try:
            stream = self.path.open("a+b", buffering=0)
        except OSError as error:
            raise self._unwritable(error) from None
        try:
            self._lock(stream)
            self._catch_up(stream)
        except FetchError as error:
            stream.close()
            raise ArchiveError(f"{self.path}: {error}") from None
        except OSError as error:
            stream.close()
            raise self._unwritable(error) from None
        return stream

    def _unwritable(self, error: OSError) -> ArchiveError:
        return ArchiveError(f"{self.path} cannot be written: {error.strerror or error}; name another file with --into")

    def known(self, url: str) -> Known | None:
        """What is known of this address."""
        return self.index.known(url)

    def validators(self, url: str) -> dict[str, str]:
        """The headers that ask for the page only if it is not as in its last whole capture."""
        known = self.index.known(url)
        if known is None or known.whole is None or known.last.status != 200:
            return {}
        # A revisit may bring a new ETag for the same bytes; an older one would be answered with the whole page.
        etag, modified = known.last.etag or known.whole.etag, known.last.modified or known.whole.modified
        return ({"If-None-Match": etag} if etag else {}) | ({"If-Modified-Since": modified} if modified else {})

    def text(self, capture: Capture) -> str:
        """The body of a capture, unpacked, as text; at most its first 100 KB."""
        assert self._stream is not None
        member = next(members(self._stream, capture.offset), None)
        return text_in(member) if isinstance(member, Member) else ""

    def append(self, answer: Answer) -> Capture:
        """Keep an answer; one that is the same as the last of its address is kept as a revisit of it."""
        if self._stream is None:
            raise ArchiveError(f"{self.path} is not open")
        known = self.index.known(answer.url)
        whole = known.whole if known is not None and known.last.status == 200 else None
        same = whole if whole and (answer.status == 304 or (answer.status == 200 and digest_of(answer) == whole.digest)) else None
        data, second = records_of(answer, same)
        try:
            start = _write(self._stream, data)
            capture = capture_in(next(_whole(data, second, start)))
            if capture is None:
                raise FetchError("the answer is not understood when it is read again, and is of no use in an archive")
            self._indexed([capture])
        except OSError as error:
            raise self._unwritable(error) from None
        return capture

    def _indexed(self, captures: list[Capture]) -> None:
        for capture in captures:
            self.index.add(capture)
        with self._index_path.open("ab") as stream:
            stream.write(b"".join(line_of(each, self.path.name) for each in captures))

    def _lock(self, stream: FileIO) -> None:
        if fcntl is None:
            return
        end = time.monotonic() + self._patience
        while True:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return
            except BlockingIOError:
                if time.monotonic() > end:
                    raise FetchError("is being written by another process; wait, or name another file with --into") from None
                time.sleep(0.05)

    def _catch_up(self, stream: FileIO) -> None:
        """Index what is not indexed, and take away a record that is not whole."""
        size = stream.seek(0, os.SEEK_END)
        if not self.index.end:
            self._load_index(stream, size)
        if not size:
            _write(stream, first_record(self.path.name, self._settings))
            return
        found: list[Capture] = []
        for member in members(stream, self.index.end):
            if isinstance(member, CutOff):
                os.ftruncate(stream.fileno(), member.offset)
            elif capture := capture_in(member):
                found.append(capture)
        self._indexed(found)

    def _load_index(self, stream: FileIO, size: int) -> None:
        """Take over the index beside the archive as far as it is sound and this archive's."""
        captures, sound = read_index(self._index_path)
        if captures and not _stands_in(captures[-1], stream, size):
            captures, sound = [], 0
        for capture in captures:
            self.index.add(capture)
        if self._index_path.exists():
            os.truncate(self._index_path, sound)


def _write(stream: FileIO, data: bytes) -> int:
    """Append `data`, whole or not at all as long as this process lives; where it begins."""
    start, whole = stream.seek(0, os.SEEK_END), False
    try:
        left = memoryview(data)
        while left:
            left = left[stream.write(left) :]
        os.fsync(stream.fileno())
        whole = True
    finally:
        if not whole:
            # An interrupt, or a full disk: what was written of the record goes, so that the archive stays whole.
            os.ftruncate(stream.fileno(), start)
    return start


def _stands_in(capture: Capture, stream: FileIO, size: int) -> bool:
    if capture.end > size:
        return False
    try:
        member = next(members(stream, capture.offset), None)
    except FetchError:
        return False
    found = capture_in(member) if isinstance(member, Member) else None
    return found is not None and (found.url, found.digest, found.end) == (capture.url, capture.digest, capture.end)


def _whole(data: bytes, second: int, start: int) -> Iterator[Member]:
    for member in members(BytesIO(data), second):
        if isinstance(member, Member):
            yield Member(start + member.offset, member.length, member.head)
