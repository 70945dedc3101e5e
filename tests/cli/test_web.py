"""fetch, watch, and add with addresses: what they say, what they keep, how they end."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import Runner
from tests.fetch.site import SENTENCE, Site, body, news, rss, serving, status

from allegedly.cli.exits import Exit
from allegedly.store.sqlite import SqliteStore
from allegedly.store.store import Selection

pytest.importorskip("httpx", reason="fetching needs httpx, which the extra 'web' installs")
pytest.importorskip("protego", reason="fetching needs protego, which the extra 'web' installs")

SIGNALS = (signal.SIGTERM, signal.SIGINT)
HERE = ("--allow-private", "--pause", "0")
CUES = ("--tagger", "cues")
LATER = "The bridge is open again, the mayor said on Sunday, and the lorries of the harbour may come back to Orlec by night."


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


def entries(path: Path) -> list[tuple[str | None, int]]:
    with SqliteStore(path) as store:
        return sorted((entry.origin.url, entry.version) for entry in store.entries(Selection(replaced=True)))


def test_fetch_says_what_it_captured_and_what_not(cli: Runner, site: Site) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a", "/gone"])
    ran = cli("fetch", site.url("/feed.xml"), "--into", "web.warc.gz", *HERE)
    assert ran.code == Exit.SKIPPED
    feed, page = map(json.loads, ran.out.splitlines())
    assert (feed["url"], feed["feed"], feed["news"]) == (site.url("/feed.xml"), True, "new")
    assert (page["url"], page["feed"], page["archive"]) == (site.url("/a"), False, "web.warc.gz")
    assert page["offset"] > feed["offset"] > 0
    assert f"skipped: {site.url('/gone')}: answered 404 Not Found" in ran.err
    assert ran.err.endswith("web.warc.gz: 2 new, 1 skipped\n")
    again = cli("fetch", site.url("/feed.xml"), site.url("/a"), "--into", "web.warc.gz", *HERE, "--table")
    assert again.code == Exit.DONE
    assert [line.split()[0] for line in again.out.splitlines()] == ["unchanged", "unchanged"]
    assert f"web.warc.gz#{page['offset']}" in again.out


def test_an_archive_that_was_fetched_is_added_without_what_leads_on(cli: Runner, site: Site, tmp_path: Path) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a", "/gone"])
    cli("fetch", site.url("/feed.xml"), "--into", "web.warc.gz", *HERE)
    ran = cli("add", "ledger.db", "web.warc.gz", *CUES)
    assert ran.code == Exit.DONE
    assert "web.warc.gz: 2 entries of captured feeds lead to pages of their own" in ran.err
    assert entries(tmp_path / "ledger.db") == [(site.url("/a"), 1)]


def test_add_captures_then_reads_and_tells_versions_apart(cli: Runner, site: Site, tmp_path: Path) -> None:
    site.page("/a")
    ran = cli("add", "ledger.db", site.url("/a"), *CUES, *HERE, "--outlet", "Orlec Courier")
    assert ran.code == Exit.DONE
    assert "captured into ledger.db.warc.gz\nledger.db: 1 article added; " in ran.err
    with SqliteStore(tmp_path / "ledger.db") as store:
        (found,) = store.findings()
        origin, capture = found.article.origin, found.article.capture
    assert (origin.url, origin.outlet) == (site.url("/a"), "Orlec Courier")
    assert (origin.name or "").startswith("ledger.db.warc.gz#")
    assert capture.when
    assert capture.notes[0].startswith("record <urn:uuid:")
    assert (
        "0 articles added, 1 unchanged" in cli("add", "ledger.db", site.url("/a"), *CUES, *HERE, "--outlet", "Orlec Courier").err
    )
    site.page("/a", LATER)
    assert "1 new version" in cli("add", "ledger.db", site.url("/a"), *CUES, *HERE, "--outlet", "Orlec Courier").err
    assert entries(tmp_path / "ledger.db") == [(site.url("/a"), 1), (site.url("/a"), 2)]


def test_what_was_captured_and_not_kept_is_kept_by_the_next_run(cli: Runner, site: Site, tmp_path: Path) -> None:
    for path in ("/a", "/b", "/c"):
        site.page(path)
    cli("add", "ledger.db", site.url("/a"), *CUES, *HERE)
    cli("fetch", site.url("/b"), "--into", "ledger.db.warc.gz", *HERE)
    ran = cli("add", "ledger.db", site.url("/c"), *CUES, *HERE)
    assert "2 articles added" in ran.err
    # Into an archive of its own, nothing but what was asked for.
    cli("fetch", site.url("/a"), "--into", "other.warc.gz", *HERE)
    ran = cli("add", "second.db", site.url("/b"), "--into", "other.warc.gz", *CUES, *HERE)
    assert entries(tmp_path / "second.db") == [(site.url("/b"), 1)]


def test_addresses_that_may_not_be_asked_are_skipped_rows(cli: Runner, site: Site, tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(SENTENCE)
    ran = cli("add", "ledger.db", "story.txt", "file:///etc/passwd", site.url("/a"), "http://ana:secret@courier.test/", *CUES)
    assert ran.code == Exit.SKIPPED
    assert "skipped: file:///etc/passwd: 'file:///etc/passwd' is of the scheme 'file', expected http or https" in ran.err
    assert "127.0.0.1 is this machine itself (loopback); expected a host of the public internet" in ran.err
    assert "1 article added, 3 skipped" in ran.err
    assert "secret" not in ran.err
    with SqliteStore(tmp_path / "ledger.db") as store:
        assert len(list(store.skipped())) == 3
        assert not any("secret" in str(skipped) for skipped in store.skipped())


def test_watch_goes_round_after_round(cli: Runner, site: Site, tmp_path: Path) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a", "/gone"])
    feed = site.url("/feed.xml")
    ran = cli("watch", "ledger.db", feed, "--rounds", "3", "--every", "0.05s", *CUES, *HERE)
    assert ran.code == Exit.SKIPPED
    first, *rounds = [line for line in ran.err.splitlines() if not line.startswith("skipped: ")]
    assert first == "ledger.db: watching 1 feed, captured into ledger.db.warc.gz"
    assert " round 1: 1 feed and 1 page fetched; 1 article added, 1 skipped; " in rounds[0]
    assert "; next at " in rounds[0]
    assert " round 3: 1 feed and 0 pages fetched; 0 articles added; 0 statements found" in rounds[2]
    assert ran.err.count("skipped: ") == 1
    site.page("/b")
    site.feed("/feed.xml", ["/b", "/a"])
    ran = cli("watch", "ledger.db", feed, "--once", *CUES, *HERE)
    assert ran.code == Exit.DONE
    assert " round 1: 1 feed and 1 page fetched; 1 article added" in ran.err
    assert site.paths().count("/a") == 1
    assert entries(tmp_path / "ledger.db") == [(site.url("/a"), 1), (site.url("/b"), 1)]


def test_a_page_in_place_of_a_feed_is_said(cli: Runner, site: Site) -> None:
    link = b'<head><link rel="alternate" type="application/rss+xml" href="/feed.xml">'
    site.answers["/"] = body(news("front").replace(b"<head>", link))
    ran = cli("watch", "ledger.db", site.url("/"), "--once", *CUES, *HERE)
    assert ran.code == Exit.SKIPPED
    assert f"served as text/html, expected a feed; the page names {site.url('/feed.xml')}: watch that" in ran.err
    assert "0 feeds and 0 pages fetched; 0 articles added, 1 skipped" in ran.err


def test_watch_makes_versions_of_what_changes(cli: Runner, site: Site, tmp_path: Path) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a"])
    feed = site.url("/feed.xml")
    cli("watch", "ledger.db", feed, "--once", *CUES, *HERE)
    site.page("/a", LATER)
    assert "0 articles added" in cli("watch", "ledger.db", feed, "--once", *CUES, *HERE).err
    assert "1 new version" in cli("watch", "ledger.db", feed, "--once", "--again", "0s", *CUES, *HERE).err
    assert entries(tmp_path / "ledger.db") == [(site.url("/a"), 1), (site.url("/a"), 2)]


def test_articles_in_the_feed_itself_are_kept_under_their_own_addresses(cli: Runner, site: Site, tmp_path: Path) -> None:
    def feed(*numbers: int) -> bytes:
        text = "".join(
            f"<item><title>T{number}</title><link>/{number}</link><description><![CDATA[{news(str(number)).decode()}"
            f"{SENTENCE * 5} It is {number} years old.]]></description></item>"
            for number in numbers
        )
        return rss([]).replace(b"</channel>", text.encode() + b"</channel>")

    site.answers["/feed.xml"] = body(feed(1, 2), "application/rss+xml")
    cli("watch", "ledger.db", site.url("/feed.xml"), "--once", *CUES, *HERE)
    site.answers["/feed.xml"] = body(feed(3, 2), "application/rss+xml")
    ran = cli("watch", "ledger.db", site.url("/feed.xml"), "--once", *CUES, *HERE)
    assert "1 article added, " in ran.err
    assert entries(tmp_path / "ledger.db") == [(site.url(f"/{number}"), 1) for number in (1, 2, 3)]


def test_watch_ends_well_when_it_is_told_to(site: Site, tmp_path: Path) -> None:
    site.page("/a")
    site.feed("/feed.xml", ["/a"])
    command = [sys.executable, "-c", "from allegedly.cli import main; main()", "watch", "ledger.db", site.url("/feed.xml")]
    whole = [*command, "--every", "1h", *CUES, *HERE]
    processes = {number: subprocess.Popen(whole, cwd=tmp_path, stderr=subprocess.PIPE, text=True) for number in SIGNALS}
    for number, process in processes.items():
        assert process.stderr
        lines = [process.stderr.readline(), process.stderr.readline()]
        assert "; next at " in lines[1]
        began = time.monotonic()
        process.send_signal(number)
        _, rest = process.communicate(timeout=30)
        assert process.returncode == Exit.DONE
        assert rest.startswith("ledger.db: stopped; ")
        assert time.monotonic() - began < 5
    assert entries(tmp_path / "ledger.db") == [(site.url("/a"), 1)]


def test_watch_goes_on_where_the_archive_cannot_be_written_now(cli: Runner, site: Site, tmp_path: Path) -> None:
    (tmp_path / "ledger.db.warc.gz").write_bytes(b"no archive")
    ran = cli("watch", "ledger.db", site.url("/feed.xml"), "--once", *CUES, *HERE)
    assert ran.code == Exit.STOPPED
    assert "ledger.db.warc.gz: a broken record at offset 0" in ran.err


def test_what_is_missing_is_named_with_its_extra(cli: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegedly.fetch.needed.NEEDED", {"no_such_module": "protego"})
    for arguments in (("fetch", "--into", "a.warc.gz"), ("add", "ledger.db"), ("watch", "ledger.db")):
        ran = cli(*arguments, "https://courier.example/")
        assert ran.code == Exit.STOPPED
        assert "fetching from the web needs protego; install it with: pip install 'allegedly[web]'" in ran.err


@pytest.mark.parametrize("every", ["soon", "", "15", "m"])
def test_a_length_of_time_is_checked(cli: Runner, every: str) -> None:
    ran = cli("watch", "ledger.db", "https://courier.example/feed.xml", "--every", every)
    assert ran.code == Exit.USAGE
    assert "expected one as in 90s, 15m, 2h or 1d" in ran.err


def test_a_name_for_the_archive_is_checked(cli: Runner) -> None:
    ran = cli("fetch", "https://courier.example/", "--into", "web.zip")
    assert ran.code == Exit.STOPPED
    assert "expected one that ends in .warc.gz" in ran.err
    assert cli("fetch", "https://courier.example/").code == Exit.USAGE


def test_nothing_new_is_no_error(cli: Runner, site: Site) -> None:
    site.answers["/feed.xml"] = status("200 OK", "Content-Type: application/rss+xml", data=rss(["/a"]))
    site.page("/a")
    for _ in range(2):
        assert cli("watch", "ledger.db", site.url("/feed.xml"), "--once", *CUES, *HERE).code == Exit.DONE
