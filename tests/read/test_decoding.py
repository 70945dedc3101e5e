"""Encodings: what is recognised, what is recorded, what is lost and noted."""

from __future__ import annotations

import pytest

from allegedly.errors import ReadError
from allegedly.model import Origin
from allegedly.read import read
from allegedly.read.decoding import decode

TEXT = "“We’ve seen nothing – nothing at all,” the café’s owner, José Núñez, said of the £5 note…"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8 (byte order mark)"),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le (byte order mark)"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be (byte order mark)"),
        (b"\xff\xfe\x00\x00" + TEXT.encode("utf-32-le"), "utf-32-le (byte order mark)"),
        (b"\x00\x00\xfe\xff" + TEXT.encode("utf-32-be"), "utf-32-be (byte order mark)"),
        (TEXT.encode("utf-16-le"), "utf-16-le (guessed)"),
        (TEXT.encode("utf-16-be"), "utf-16-be (guessed)"),
        (TEXT.encode("windows-1252"), "windows-1252 (guessed)"),
    ],
)
def test_the_encoding_is_known_and_recorded(data: bytes, encoding: str) -> None:
    found = read(data, Origin(name="story.txt"))
    assert (found.text, found.capture.encoding, found.capture.notes) == (TEXT, encoding, ())


def test_other_encodings_are_guessed() -> None:
    text = "Мэр сказал, что мост закрыт на неделю, потому что он опасен. Движение идёт через долину, сообщил совет." * 3
    found = decode(text.encode("cp1251"))
    assert found.text == text
    assert found.encoding == "cp1251 (guessed)"


def test_a_text_cut_inside_a_character_stays_utf_8() -> None:
    found = read(f"{TEXT} She added “yes”".encode()[:-1], Origin())
    assert found.text == f"{TEXT} She added “yes\ufffd"
    assert found.capture.encoding == "utf-8 (damaged)"
    assert found.capture.notes == ("1 undecodable byte sequence became U+FFFD",)


def test_lone_surrogates_and_nul_are_replaced_and_noted() -> None:
    found = read(b"\xff\xfe" + "He \ud83d said no.".encode("utf-16-le", "surrogatepass"), Origin())
    assert found.text == "He \ufffd said no."
    assert len(found.capture.notes) == 1
    found = read(b'{"text": "He \\ud83d said\\u0000 no."}', Origin())
    assert found.text == "He \ufffd said\ufffd no."
    assert found.capture.notes == ("2 NUL or lone surrogates became U+FFFD",)


def test_one_stray_nul_does_not_make_a_text_binary() -> None:
    assert read(b"The mayor\x00 said no.", Origin()).text == "The mayor\ufffd said no."


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG image"),
        (b"PK\x03\x04\x14\x00", "ZIP archive"),
        (b"\x1f\x8b\x08\x00", "gzip file"),
        (b"SQLite format 3\x00", "SQLite database"),
        (b"RIFF\x24\x00\x00\x00WEBPVP8 ", "WebP image"),
        (b"\x00\x00\x00\x18ftypmp42", "MP4"),
        (bytes(range(256)) * 20, "control bytes"),
        (b"\x00" * 5000, "control bytes"),
    ],
)
def test_binary_is_refused_by_its_name(data: bytes, name: str) -> None:
    with pytest.raises(ReadError, match="looks like binary") as error:
        read(data, Origin(name="story.txt"))
    assert name in str(error.value)
    assert "expected news text" in str(error.value)
