"""Web archives: what is given, what is passed over, what is broken and where."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path

import pytest

from allegedly.model import Article, Skipped, sha256
from allegedly.read import read_sources

warcwriter = pytest.importorskip("warcio.warcwriter", reason="archives need warcio, which the extra 'archives' installs")

StatusAndHeaders = pytest.importorskip("warcio.statusandheaders").StatusAndHeaders

FIXTURES = Path(__file__).parents[2] / "../shared/data/warc"
SENTENCE = "The old bridge in Orlec is unsafe, the mayor said on Friday, and nobody may cross it until the council decides."


def page(number: int) -> bytes:
    return f"<html><body><article><h1>Bridge {number}</h1><p>{SENTENCE} “Né,” she said.</p></article></body></html>".encode()


def record(
    writer: object,
    url: str,
    data: bytes,
    content_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    kind: str = "response",
) -> None:
    headers = StatusAndHeaders(status, [("Content-Type", content_type)], protocol="HTTP/1.1")
    made = writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=headers)  # type: ignore[attr-defined]
    made.rec_headers.replace_header("WARC-Date", "2026-11-20T09:15:00Z")
    writer.write_record(made)  # type: ignore[attr-defined]


def archive(path: Path, *, zipped: bool = True, pages: int = 3) -> Path:
    with path.open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=zipped)
        for number in range(pages):
            record(writer, f"https://courier.example/{number}", page(number))
        record(writer, "https://courier.example/a.png", b"\x89PNG", "image/png")
        record(writer, "https://courier.example/old", b"", status="301 Moved")
        record(writer, "https://courier.example/robots.txt", b"User-agent: *", "text/plain")
    return path


def urls(found: list[Article | Skipped]) -> list[str | None]:
    return [item.origin.url for item in found if isinstance(item, Article)]


def reasons(found: list[Article | Skipped]) -> list[str]:
    return [item.reason for item in found if isinstance(item, Skipped)]


@pytest.mark.parametrize("zipped", [True, False])
def test_pages_come_with_their_capture(tmp_path: Path, zipped: bool) -> None:
    found = list(read_sources([str(archive(tmp_path / ("web.warc.gz" if zipped else "web.warc"), zipped=zipped))]))
    assert urls(found) == [f"https://courier.example/{number}" for number in range(3)]
    first = found[0]
    assert isinstance(first, Article)
    assert first.capture.when == "2026-11-20T09:15:00Z"
    assert first.capture.notes[0].startswith("record <urn:uuid:")
    assert "payload digest sha1:" in first.capture.notes[0]
    assert first.origin.name is not None
    assert first.origin.name.endswith("#0")
    assert first.capture.page_map is not None
    assert reasons(found) == ["3 records that hold no article were passed over (1 image/png, 1 robots.txt, 1 status 301)"]


@pytest.mark.parametrize("zipped", [True, False])
def test_a_broken_record_is_skipped_with_its_offset(tmp_path: Path, zipped: bool) -> None:
    whole = archive(tmp_path / "web.warc", zipped=zipped).read_bytes()
    start = b"\x1f\x8b\x08" if zipped else b"WARC/1.0"
    second = whole.index(start, 10)
    third = whole.index(start, second + 10)
    broken = whole[:second] + b"\x00garbage, not a record\n" * 5 + whole[third:]
    path = tmp_path / ("broken.warc.gz" if zipped else "broken.warc")
    path.write_bytes(broken)
    found = list(read_sources([str(path)]))
    assert urls(found) == ["https://courier.example/0", "https://courier.example/2"]
    assert len(reasons(found)) == 2
    assert "a broken record at offset" in reasons(found)[0]
    assert "reading went on at offset" in reasons(found)[0]


def test_an_archive_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    whole = archive(tmp_path / "web.warc", zipped=False).read_bytes()
    path = tmp_path / "cut.warc"
    path.write_bytes(whole[: whole.index(b"<h1>Bridge 2") + 40])
    found = list(read_sources([str(path)]))
    assert urls(found) == ["https://courier.example/0", "https://courier.example/1"]
    assert "cut off" in reasons(found)[0]


def test_an_archive_compressed_as_a_whole_is_read(tmp_path: Path) -> None:
    path = tmp_path / "web.warc.gz"
    path.write_bytes(gzip.compress(archive(tmp_path / "web.warc", zipped=False).read_bytes()))
    assert urls(list(read_sources([str(path)]))) == [f"https://courier.example/{number}" for number in range(3)]


def test_a_wacz_is_read(tmp_path: Path) -> None:
    path = tmp_path / "web.wacz"
    with zipfile.ZipFile(path, "w") as package:
        package.write(archive(tmp_path / "data.warc.gz"), "archive/data.warc.gz")
        package.writestr("datapackage.json", "{}")
    found = list(read_sources([str(path)]))
    assert len(urls(found)) == 3
    assert found[0].origin.name == f"{path}/archive/data.warc.gz#0"


@pytest.mark.parametrize(("name", "data"), [("a.warc.gz", b""), ("a.warc", b"no archive\n" * 9), ("a.wacz", b"no zip")])
def test_what_is_no_archive_is_skipped(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    found = list(read_sources([str(tmp_path / name)]))
    assert found
    assert not urls(found)


def test_a_record_that_unpacks_to_too_much_is_skipped(tmp_path: Path) -> None:
    path = tmp_path / "bomb.warc.gz"
    with path.open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=True)
        record(writer, "https://courier.example/bomb", b"<p>" + b"a " * 2_000_000)
        record(writer, "https://courier.example/1", page(1))
    found = list(read_sources([str(path)], size_limit=1_000_000))
    assert urls(found) == ["https://courier.example/1"]
    assert reasons(found)[0].startswith("too large")


def test_archives_in_folders_are_read(tmp_path: Path) -> None:
    archive(tmp_path / "web.warc.gz")
    assert len(urls(list(read_sources([str(tmp_path)])))) == 3


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*arc*")) if FIXTURES.is_dir() else [], ids=lambda path: path.name)
def test_every_fixture_of_warcio_is_read_or_refused(path: Path) -> None:
    found = list(read_sources([str(path)]))
    assert found
    assert len(found) < 10


def test_how_a_page_was_served_tells_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "web.warc.gz"
    with path.open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=True)
        record(writer, "https://courier.example/1", b"Bridge <p>" + SENTENCE.encode() + b" &amp; more.</p>", "text/html")
    (found,) = read_sources([str(path)])
    assert isinstance(found, Article)
    assert found.text.endswith("decides. & more.")
    assert found.capture.media_type == "text/html"


def test_broken_compression_is_noted_and_said_to_nobody(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    lines = "".join(f"<p>{number}. The council met on Friday, {sha256(str(number))} said.</p>" for number in range(900))
    body = bytearray(gzip.compress(f"<html><body><article>{lines}</article></body></html>".encode()))
    body[-8:-4] = b"\x00\x00\x00\x00"  # the checksum
    path = tmp_path / "a.warc"
    with path.open("wb") as stream:
        writer = warcwriter.WARCWriter(stream, gzip=False)
        headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "gzip")], protocol="HTTP/1.1")
        writer.write_record(
            writer.create_warc_record("https://c.example/1", "response", payload=io.BytesIO(bytes(body)), http_headers=headers)
        )
    found = [item for item in read_sources([str(path)]) if isinstance(item, Article)]
    assert capfd.readouterr() == ("", "")
    assert all("its compression is broken, and it was read as far as it goes" in item.capture.notes for item in found)
    assert found
