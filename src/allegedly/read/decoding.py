"""Bytes into characters, with a record of how the encoding was known."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from allegedly.read.binary import wide_encoding
from allegedly.read.reading import REPLACEMENT

_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_SAMPLE = 32_768
_MOST_HIGH_SHARE = 0.25
# Bytes that English news in windows-1252 has beyond ASCII: euro, ellipsis, dashes, curly marks, no-break space, pound, section,
# degree, middle dot, half, and letters of Western names between other letters.
_TYPICAL_WINDOWS_1252 = re.compile(
    rb"[\x80\x85\x91-\x94\x96\x97\x99\xa0\xa3\xa7\xa9\xad\xae\xb0\xb7\xbd]|(?<=[A-Za-z\xc0-\xff])[\xdf-\xf6\xf8-\xff]|[\xc0-\xd6\xd8-\xde](?=[a-z\xdf-\xff])"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """`text` as the bytes give it, the `encoding` with how it was known, and notes on what was lost."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The characters of `data`: by byte order mark, else as UTF-8, else as `declared`, else as guessed.

    UTF-8 goes before the declaration: bytes that happen to be well-formed UTF-8 but mean something else are hardly ever
    found, wrong declarations are. Never raises: what cannot be decoded becomes U+FFFD, with a note.
    """
    wide = wide_encoding(data)
    if wide:
        encoding, known = wide
        text = data.decode(encoding, "replace")
        return _decoded(text.removeprefix("\ufeff"), f"{encoding} ({known})")
    if data.startswith(codecs.BOM_UTF8):
        return _decoded(data[3:].decode("utf-8", "replace"), "utf-8 (byte order mark)", data[3:])
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    encoding, known = _known(declared) or _damaged_utf8(data) or _guess(data)
    return _decoded(data.decode(encoding, "replace"), f"{encoding} ({known})", data)


def _decoded(text: str, encoding: str, data: bytes = b"") -> Decoded:
    lost = text.count(REPLACEMENT) - data.count(b"\xef\xbf\xbd")
    if lost < 1:
        return Decoded(text, encoding)
    return Decoded(text, encoding, (f"{lost:,} undecodable {'byte sequence' if lost == 1 else 'byte sequences'} became U+FFFD",))


def _known(declared: str | None) -> tuple[str, str] | None:
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
        b"".decode(name)
    except (LookupError, ValueError):
        return None
    # The encoding standard of the web reads these labels as windows-1252; UTF-8 and UTF-16 have been tried already.
    if name in {"iso8859-1", "ascii", "cp1252"}:
        name = "windows-1252"
    return None if name.startswith(("utf", "charmap", "idna", "punycode")) else (name, "declared")


def _damaged_utf8(data: bytes) -> tuple[str, str] | None:
    """UTF-8 where most of what is not ASCII is well-formed: a file cut in the middle of a character, or pasted together."""
    text = data.decode("utf-8", "replace")
    broken = text.count(REPLACEMENT)
    whole = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", text))
    return ("utf-8", "damaged") if whole > broken else None


def _guess(data: bytes) -> tuple[str, str]:
    sample = _telling_part(data)
    high = len(_NOT_ASCII.findall(sample))
    if high <= _MOST_HIGH_SHARE * len(sample) and len(_TYPICAL_WINDOWS_1252.findall(sample)) == high:
        return "windows-1252", "guessed"
    from charset_normalizer import from_bytes  # its tables take a while to load, and most texts are UTF-8

    best = from_bytes(sample).best()
    if best is None or best.encoding.startswith("utf"):
        return "windows-1252", "guessed"
    return ("windows-1252" if best.encoding == "cp1252" else best.encoding), "guessed"


def _telling_part(data: bytes) -> bytes:
    """The surroundings of the bytes that are not ASCII, at most 32 KiB: what a guess can stand on, however long the text."""
    parts: list[bytes] = []
    size, end = 0, 0
    for match in _NOT_ASCII.finditer(data):
        if match.start() < end:
            continue
        start, end = max(end, match.start() - 60), match.end() + 60
        parts.append(data[start:end])
        size += end - start
        if size >= _SAMPLE:
            break
    return b"".join(parts)
