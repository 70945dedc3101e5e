"""The archive: what other tools find in it, what an interruption leaves of it, and its index."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.fetch.conftest import QUICK, Catcher
from tests.fetch.site import Site, body, news, redirect, status

from allegedly.fetch.archive_file import ArchiveError, ArchiveFile
from allegedly.fetch.harvest import Captured, News
from allegedly.model import Article, Skipped
from allegedly.read import read_sources

iterator = pytest.importorskip("warcio.archiveiterator", reason="archives need warcio, which the extra 'web' installs")


def records(path: Path) -> list[tuple[str, str, str]]:
    """Type, address and status of every record, after every digest in it was found right."""
    found = []
    with path.open("rb") as stream:
        for record in iterator.ArchiveIterator(stream, check_digests="raise"):
            record.content_stream().read()
            headers = record.rec_headers
            code = record.http_headers.get_statuscode() if record.http_headers and record.rec_type != "request" else ""
            found.append((record.rec_type, headers.get_header("WARC-Target-URI") or "", code))
    return found


def test_every_question_and_its_answer_are_records(site: Site, catch: Catcher) -> None:
    site.answers["/old"] = redirect("/a")
    site.answers["/a"] = body(news("a"), etag=True, zipped=True)
    catch(site.url("/old"))
    catch(site.url("/a"))
    place, old, page = site.url("/robots.txt"), site.url("/old"), site.url("/a")
    assert records(catch.path) == [
        ("warcinfo", "", ""),
        *(("request", place, ""), ("response", place, "404")),
        *(("request", old, ""), ("response", old, "302")),
        *(("request", page, ""), ("response", page, "200")),
        *(("request", page, ""), ("revisit", page, "304")),
    ]
    assert site.asked[-1].headers["if-none-match"]
    whole = gzip.decompress(catch.path.read_bytes()).decode("latin-1")
    assert whole.count("WARC-IP-Address: 127.0.0.1") == 4
    assert "WARC-Profile: http://netpreserve.org/warc/1.1/revisit/server-not-modified" in whole
    assert f"WARC-Refers-To-Target-URI: {page}" in whole
    assert "robots: obey" in whole


def test_the_same_page_without_a_tag_is_a_revisit_by_its_digest(site: Site, catch: Catcher) -> None:
    site.page("/a")
    assert [item.news for item in catch(site.url("/a")) if isinstance(item, Captured)] == [News.NEW]
    assert [item.news for item in catch(site.url("/a")) if isinstance(item, Captured)] == [News.SAME]
    site.page("/a", "The bridge is open again, said the mayor of Orlec on Sunday, and the lorries may come back.")
    assert [item.news for item in catch(site.url("/a")) if isinstance(item, Captured)] == [News.CHANGED]
    site.page("/a")
    assert [item.news for item in catch(site.url("/a")) if isinstance(item, Captured)] == [News.CHANGED]
    kinds = [kind for kind, url, _ in records(catch.path) if url == site.url("/a") and kind != "request"]
    assert kinds == ["response", "revisit", "response", "response"]


def test_an_answer_in_chunks_is_kept_whole(site: Site, catch: Catcher) -> None:
    data = news("a")
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(part), part) for part in (data[:50], data[50:])) + b"0\r\n\r\n"
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
    site.answers["/a"] = lambda request, connection: connection.sendall(head + chunks)
    (found,) = catch(site.url("/a"))
    assert isinstance(found, Captured)
    assert found.source.data == data
    assert records(catch.path)[-1] == ("response", site.url("/a"), "200")
    assert b"X-Archive-Orig-Transfer-Encoding: chunked" in gzip.decompress(catch.path.read_bytes())


def test_what_is_read_from_it_says_where_it_stands(site: Site, catch: Catcher) -> None:
    site.page("/a")
    (found,) = catch(site.url("/a"))
    assert isinstance(found, Captured)
    (article,) = (item for item in read_sources([str(catch.path)]) if isinstance(item, Article))
    assert article.origin.url == site.url("/a")
    assert article.origin.name is not None
    assert article.origin.name.endswith(f"web.warc.gz#{found.capture.offset}")
    assert article.capture.when == found.capture.when
    assert f"at offset {found.capture.offset:,}, payload digest {found.capture.digest}" in article.capture.notes[0]


@pytest.mark.parametrize("cut", [1, 30, 200, 700])
def test_what_a_kill_cut_off_is_taken_away_and_fetched_again(cut: int, site: Site, catch: Catcher) -> None:
    site.page("/a")
    catch(site.url("/a"))
    whole = catch.path.stat().st_size
    site.page("/b")
    catch(site.url("/b"))
    with catch.path.open("r+b") as stream:
        stream.truncate(catch.path.stat().st_size - cut)
    assert [item.news for item in catch(site.url("/b")) if isinstance(item, Captured)] == [News.NEW]
    assert catch.path.stat().st_size > whole
    assert [url for kind, url, _ in records(catch.path) if kind == "response"].count(site.url("/b")) == 1
    assert not any("broken" in item.reason for item in read_sources([str(catch.path)]) if isinstance(item, Skipped))


def test_the_index_is_made_anew_from_the_archive(site: Site, catch: Catcher) -> None:
    site.answers["/old"] = redirect("/a")
    site.answers["/a"] = body(news("a"), etag=True)
    catch(site.url("/old"))
    index = catch.path.with_name("web.warc.gz.cdxj")
    lines = index.read_bytes()
    for broken in (b"", lines[:-20], lines[: len(lines) // 2], b"garbage\n" + lines, lines.replace(b"sha1:", b"sha1:A")):
        index.write_bytes(broken)
        with ArchiveFile(catch.path, QUICK).open():
            pass
        assert index.read_bytes() == lines
    index.unlink()
    assert [item.news for item in catch(site.url("/a")) if isinstance(item, Captured)] == [News.SAME]
    fields = [json.loads(line.split(" ", 2)[2]) for line in index.read_text().splitlines()]
    assert [field["mime"] for field in fields if field["url"] == site.url("/a")] == ["text/html", "warc/revisit"]
    assert fields[1]["location"] == site.url("/a")
    assert all(field["filename"] == "web.warc.gz" for field in fields)


def test_the_index_of_another_archive_is_not_believed(site: Site, catch: Catcher, tmp_path: Path) -> None:
    site.page("/a")
    catch(site.url("/a"))
    other = Catcher(tmp_path / "other.warc.gz")
    site.page("/bb", "Another text, said Jo Field, who had been asked for one by the council of Orlec on Thursday morning.")
    other(site.url("/bb"))
    index = catch.path.with_name("web.warc.gz.cdxj")
    lines = index.read_bytes()
    index.write_bytes(other.path.with_name("other.warc.gz.cdxj").read_bytes())
    with ArchiveFile(catch.path, QUICK).open():
        pass
    assert index.read_bytes() == lines


def test_a_broken_archive_is_not_written_behind(site: Site, catch: Catcher) -> None:
    site.page("/a")
    catch(site.url("/a"))
    with catch.path.open("ab") as stream:
        stream.write(b"no record at all")
    size = catch.path.stat().st_size
    with pytest.raises(ArchiveError, match="a broken record at offset"):
        catch(site.url("/a"))
    assert catch.path.stat().st_size == size


def test_names_and_places_that_cannot_be_written_are_said(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"expected one that ends in \.warc\.gz"):
        ArchiveFile(tmp_path / "web.zip", QUICK)
    with (
        pytest.raises(ArchiveError, match="cannot be written: No such file or directory; name another file with --into"),
        ArchiveFile(tmp_path / "nowhere" / "web.warc.gz", QUICK).open(),
    ):
        pass


def test_one_process_at_a_time_writes(tmp_path: Path) -> None:
    path = tmp_path / "web.warc.gz"
    holding = """import pathlib, sys
from allegedly.fetch.archive_file import ArchiveFile
from allegedly.fetch.settings import Settings
with ArchiveFile(pathlib.Path(sys.argv[1]), Settings()).open():
    print("open", flush=True)
    sys.stdin.read()
"""
    process = subprocess.Popen([sys.executable, "-c", holding, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdin
    assert process.stdout.readline() == b"open\n"
    with pytest.raises(ArchiveError, match="is being written by another process"), ArchiveFile(path, QUICK, patience=0.1).open():
        pass
    process.stdin.close()
    assert process.wait(20) == 0
    with ArchiveFile(path, QUICK, patience=5).open():
        pass


def test_addresses_beyond_ascii_are_followed_and_known(site: Site, catch: Catcher) -> None:
    site.answers["/old"] = redirect("/caf\u00c3\u00a9")  # as the bytes of UTF-8 are read in a header
    site.page("/caf%C3%A9")
    (found,) = catch(site.url("/old"))
    assert isinstance(found, Captured)
    assert found.capture.url == site.url("/caf%C3%A9")
    archive = ArchiveFile(catch.path, QUICK)
    with archive.open():
        known = archive.index.reached(site.url("/old"))
    assert known is not None
    assert known.last.url == site.url("/caf%C3%A9")


def test_failures_are_kept_too(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = status("503 Service Unavailable")
    catch(site.url("/a"), settings=replace(QUICK, tries=2))
    assert [code for kind, url, code in records(catch.path) if kind == "response" and url == site.url("/a")] == ["503"]


def test_wherever_it_is_cut_off_what_is_whole_stays(site: Site, catch: Catcher, tmp_path: Path) -> None:
    for path in ("/a", "/b"):
        site.page(path)
    catch(site.url("/a"), site.url("/b"))
    data = catch.path.read_bytes()
    whole = records(catch.path)
    cut = tmp_path / "cut.warc.gz"
    for end in range(0, len(data), 37):
        cut.write_bytes(data[:end])
        cut.with_name("cut.warc.gz.cdxj").unlink(missing_ok=True)
        file = ArchiveFile(cut, QUICK)
        with file.open():
            pass
        found = records(cut)
        assert found == whole[: len(found)]
        assert len(file.index) == len({url for kind, url, _ in found if kind == "response"})
