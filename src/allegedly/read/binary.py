"""Recognises what is no text, so that the message can name it."""

from __future__ import annotations

from allegedly.errors import ReadError

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"GIF87a", "GIF image"),
    (b"GIF89a", "GIF image"),
    (b"%PDF-", "PDF document"),
    (b"PK\x03\x04", "ZIP archive, or an office document"),
    (b"\x1f\x8b", "gzip file"),
    (b"BZh", "bzip2 file"),
    (b"\xfd7zXZ\x00", "xz file"),
    (b"\x28\xb5\x2f\xfd", "Zstandard file"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old office document, or an encrypted one"),
    (b"{\\rtf", "RTF document"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"PAR1", "Parquet file"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"ID3", "MP3 sound"),
    (b"OggS", "Ogg media"),
    (b"wOF2", "font"),
    (b"\x00\x00\x01\x00", "icon"),
)
_RIFF = {b"WEBP": "WebP image", b"WAVE": "WAV sound", b"AVI ": "AVI video"}
_CONTROL = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_SAMPLE = 16_384
# A stray NUL or control byte happens in scraped text; more than three, and one in a hundred, do not.
_MOST_CONTROL, _MOST_CONTROL_SHARE = 3, 0.01


def refuse_binary(data: bytes) -> None:
    """Raises `ReadError` that names the format where `data` is plainly no text; UTF-16 and UTF-32 count as text.

    Only the first 16 KiB are looked at.
    """
    found = _format_of(data)
    if found:
        raise ReadError(f"looks like binary ({found}), expected news text: plain text, Markdown, HTML or JSON")


def _format_of(data: bytes) -> str | None:
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return name
    if data[:4] == b"RIFF":
        return _RIFF.get(data[8:12], "RIFF media")
    if data[4:8] == b"ftyp":
        return "MP4 or HEIF media"
    if data[257:262] == b"ustar":
        return "tar archive"
    if wide_encoding(data):
        return None
    sample = data[:_SAMPLE]
    control = len(sample) - len(sample.translate(None, _CONTROL))
    if control > _MOST_CONTROL and control > _MOST_CONTROL_SHARE * len(sample):
        return f"{control:,} control bytes in the first {len(sample):,}"
    return None


def wide_encoding(data: bytes) -> tuple[str, str] | None:
    """The encoding of UTF-16 or UTF-32 text and how it is known; `None` for text of one-byte units.

    >>> wide_encoding("No.".encode("utf-16")), wide_encoding("He said no.".encode("utf-16-be"))
    (('utf-16-le', 'byte order mark'), ('utf-16-be', 'guessed'))
    """
    for mark, encoding in (
        (b"\xff\xfe\x00\x00", "utf-32-le"),
        (b"\x00\x00\xfe\xff", "utf-32-be"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return encoding, "byte order mark"
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 4 or not sample.count(0):
        return None
    # English in UTF-32 has three NUL of four bytes.
    nuls = [sample[at::4].count(0) * 2 > 0.9 * half for at in range(4)]
    if nuls in ([False, True, True, True], [True, True, True, False]):
        return ("utf-32-be" if nuls[0] else "utf-32-le"), "guessed"
    low, high = sample[0::2].count(0), sample[1::2].count(0)
    # English in UTF-16 has a NUL in nearly every other byte, and none in the others.
    if high > 0.7 * half and low < 0.05 * half:
        return "utf-16-le", "guessed"
    if low > 0.7 * half and high < 0.05 * half:
        return "utf-16-be", "guessed"
    return None
