"""Walks the compressed records at an archive's end, to index them and to find what an interruption cut off."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from allegedly.errors import FetchError
from allegedly.fetch.answer import header_text
from allegedly.fetch.index import Capture
from allegedly.fetch.location import Location, location_of

_CHUNK, _HEAD = 1 << 18, 1 << 17


@dataclass(frozen=True, slots=True)
class Member:
    """One compressed record: where it stands, and the beginning of what is in it."""

    offset: int
    length: int
    head: bytes


@dataclass(frozen=True, slots=True)
class CutOff:
    """The last record is not whole; it begins at `offset`."""

    offset: int


class Stream(Protocol):
    """What is read: an open file."""

    def seek(self, offset: int, whence: int = 0, /) -> int:
        """Go to `offset`."""
        ...

    def read(self, size: int = -1, /) -> bytes | None:
        """At most `size` bytes."""
        ...


def members(stream: Stream, start: int) -> Iterator[Member | CutOff]:
    """The records from offset `start` on, a `CutOff` at the end where the last is not whole.

    Raises `FetchError` where there is something else than records in gzip.
    """
    stream.seek(start)
    offset, rest = start, b""
    while rest := rest or stream.read(_CHUNK) or b"":
        unpacking, head, length = zlib.decompressobj(31), b"", 0
        while not unpacking.eof:
            if not rest and not (rest := stream.read(_CHUNK) or b""):
                yield CutOff(offset)
                return
            try:
                unpacked = unpacking.decompress(rest, _CHUNK)
            except zlib.error as error:
                raise FetchError(
                    f"a broken record at offset {offset:,} ({error}); nothing is written behind it: name another file"
                ) from None
            left = unpacking.unused_data if unpacking.eof else unpacking.unconsumed_tail
            length += len(rest) - len(left)
            rest = left
            if len(head) < _HEAD:
                head += unpacked[: _HEAD - len(head)]
        yield Member(offset, length, head)
        offset += length


def capture_in(member: Member) -> Capture | None:
    """The capture that the record is; `None` where it is another kind of record, or one of no address that could be asked."""
    warc, _, rest = member.head.partition(b"\r\n\r\n")
    version, _, fields = warc.partition(b"\r\n")
    if not version.startswith(b"WARC/"):
        return None
    headers = _fields(fields)
    kind = headers.get("warc-type", "")
    if kind not in ("response", "revisit"):
        return None
    status_line, _, fields = rest.partition(b"\r\n\r\n")[0].partition(b"\r\n")
    answer = _fields(fields)
    parts = status_line.split(b" ", 2)
    if len(parts) < 2 or not parts[1].isdigit():
        return None
    status = int(parts[1][:3])
    try:
        location = location_of(headers.get("warc-target-uri", "").strip("<> "))
    except FetchError:
        return None
    return Capture(
        url=location.url,
        when=headers.get("warc-date", ""),
        status=200 if kind == "revisit" and status == 304 else status,
        media_type=answer.get("content-type", "").partition(";")[0].strip().lower(),
        digest=headers.get("warc-payload-digest", ""),
        offset=member.offset,
        length=member.length,
        revisit=kind == "revisit",
        etag=answer.get("etag"),
        modified=answer.get("last-modified"),
        location=_leads(location, answer.get("location", "")) if 300 <= status < 400 else None,
    )


def text_in(member: Member) -> str:
    """The body of the answer in the record, unpacked, as UTF-8; as far as the member's head goes."""
    _, _, rest = member.head.partition(b"\r\n\r\n")
    head, _, body = rest.partition(b"\r\n\r\n")
    if b"\ncontent-encoding: gzip" in head.lower():
        body = zlib.decompressobj(31).decompress(body, _HEAD)
    return body.decode("utf-8", "replace").removeprefix("\ufeff")


def _leads(location: Location, target: str) -> str | None:
    try:
        return location.joined(target).url if target else None
    except FetchError:
        return None


def _fields(data: bytes) -> dict[str, str]:
    """The headers, each name in lower case with its first value; a line that begins with white space goes on the one before."""
    found: dict[str, str] = {}
    for line in re.sub(rb"\r?\n[ \t]+", b" ", data).split(b"\n"):
        name, colon, value = header_text(line).partition(":")
        if colon:
            found.setdefault(name.strip().lower(), " ".join(value.split()))
    return {name: value for name, value in found.items() if value}
