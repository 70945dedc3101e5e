"""What a server answered, as it came."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from email.message import Message

from allegedly.fetch.budget import OutOfBudgetError

Headers = tuple[tuple[str, str], ...]
_STEP = 1 << 16


@dataclass(frozen=True, slots=True)
class Answer:
    """One request and its answer.

    `when`: ISO 8601, when it was asked. `body`: as sent, without the chunks of the transfer, but still compressed where
    `Content-Encoding` says so. `peer`: the IP address that answered, as far as it is known.
    """

    url: str
    when: str
    request: str
    request_headers: Headers
    version: str
    status: int
    reason: str
    headers: Headers
    body: bytes
    peer: str | None = None

    def header(self, name: str) -> str | None:
        """The first header of this name, whatever its case."""
        return next((value for each, value in self.headers if each.lower() == name.lower()), None)

    @property
    def media_type(self) -> str:
        """The media type alone, in lower case; empty where none is given."""
        return (self.header("Content-Type") or "").partition(";")[0].strip().lower()

    @property
    def said(self) -> str:
        """The status with its name: `404 Not Found`."""
        return f"{self.status} {self.reason}".strip()

    def text(self) -> str:
        """The body, unpacked, as text in the declared encoding or UTF-8; for small bodies, as robots.txt."""
        message = Message()
        message["Content-Type"] = self.header("Content-Type") or "text/plain"
        encoding = self.header("Content-Encoding")
        data = zlib.decompressobj(31).decompress(self.body, 1 << 20) if is_gzip(encoding) and self.body else self.body
        try:
            return data.decode(message.get_content_charset() or "utf-8", "replace").removeprefix("\ufeff")
        except LookupError:
            return data.decode("utf-8", "replace")


def header_text(data: bytes) -> str:
    """A header as text: in UTF-8, as many send it, or else in Latin-1, as the standard has it."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def is_gzip(encoding: str | None) -> bool:
    """Whether this `Content-Encoding` is gzip."""
    return (encoding or "").strip().lower() in ("gzip", "x-gzip")


class Unpacked:
    """Counts what a body holds once it is unpacked, a piece at a time: a bomb is found before it is large.

    Raises `OutOfBudgetError` where that is more than `limit` bytes, and `zlib.error` where it is not gzip though it says so.
    """

    def __init__(self, limit: int, *, gzip: bool) -> None:
        self._limit, self._gzip = limit, gzip
        self._unpacking = zlib.decompressobj(31)
        self._size = self._packed = 0

    def take(self, data: bytes) -> None:
        """The next piece, as it came."""
        self._packed += len(data)
        if not self._gzip:
            self._count(len(data))
            return
        while data:
            self._count(len(self._unpacking.decompress(data, _STEP)))
            if self._unpacking.eof:
                data = self._unpacking.unused_data
                self._unpacking = zlib.decompressobj(31)
                if not data.startswith(b"\x1f\x8b"):
                    return
            else:
                data = self._unpacking.unconsumed_tail

    def _count(self, size: int) -> None:
        self._size += size
        if self._size > self._limit:
            packed = f" unpacked from {self._packed:,} bytes" if self._gzip else ""
            raise OutOfBudgetError(f"more than {self._limit / 1e6:g} MB{packed}, more than one page may have (--size-limit)")
