"""What sites can do to who fetches from them: each is one skipped row with a reason, in bounded time and memory."""

from __future__ import annotations

import gzip
import re
import ssl
import time
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import httpcore
import pytest
from tests.fetch.conftest import QUICK, Catcher
from tests.fetch.site import (
    SENTENCE,
    Answering,
    Site,
    body,
    endless,
    news,
    raw,
    redirect,
    reset,
    serving,
    status,
)

from allegedly.fetch.exchange import HttpExchange
from allegedly.fetch.harvest import Captured, Harvest, Harvested
from allegedly.fetch.settings import Settings
from allegedly.model import Article, Skipped
from allegedly.read import read_source

TIGHT = replace(QUICK, time_limit=0.6, size_limit=2_000_000, tries=2)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
CHUNKED = HEAD + b"Transfer-Encoding: chunked\r\n\r\n"
BOMB = gzip.compress(bytes(50_000_000), 9)

HOSTILE: dict[str, tuple[Answering, str]] = {
    "missing": (status("404 Not Found"), "answered 404 Not Found, expected a page; see whether the address is right"),
    "forbidden": (status("403 Forbidden"), "answered 403 Forbidden"),
    "redirect to a file": (
        redirect("file:///etc/passwd"),
        "redirected elsewhere: .* is of the scheme 'file', expected http or https",
    ),
    "redirect with a password": (redirect("http://ana:secret@127.0.0.1/"), "user name or password"),
    "redirect without an address": (redirect("http://[oops/"), "is no name of a host"),
    "redirect to the mail": (redirect("http://127.0.0.1:25/"), "port 25 is another service's"),
    "endless redirect": (redirect("/hostile"), "more than 10 redirects"),
    "slow drip": (endless(HEAD + b"\r\n", b"a", 0.05), "not done within 0.6 seconds"),
    "slow headers": (endless(HEAD, b"X", 0.05), "not done within 0.6 seconds"),
    "slow chunks": (endless(CHUNKED, b"1\r\na\r\n", 0.05), "not done within 0.6 seconds"),
    "endless page": (endless(HEAD + b"\r\n", b"a" * 65536), r"more than 2 MB, more than one page may have \(--size-limit\)"),
    "endless chunk sizes": (endless(CHUNKED + b"0", b"0" * 65536), "no well-formed HTTP|more was sent"),
    "endless interim answers": (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 999), "more was sent|not done within"),
    "10 GB by its headers": (
        raw(HEAD + b"Content-Length: 10000000000\r\n\r\n" + b"a" * 999),
        "10,000.0 MB by its headers, at most 2 MB",
    ),
    "a length of a thousand digits": (
        raw(HEAD + b"Content-Length: " + b"9" * 1000 + b"\r\n\r\na"),
        "well-formed HTTP|by its headers",
    ),
    "gzip bomb": (
        status("200 OK", "Content-Type: text/html", "Content-Encoding: gzip", data=BOMB),
        "more than 2 MB unpacked from",
    ),
    "no gzip": (
        status("200 OK", "Content-Type: text/html", "Content-Encoding: gzip", data=b"plain"),
        "says that it is gzip and is not",
    ),
    "other packing": (
        status("200 OK", "Content-Type: text/html", "Content-Encoding: br", data=b"?"),
        "packed as 'br', which was not asked for",
    ),
    "header flood": (endless(HEAD, b"X-Flood: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n" * 99), "no well-formed HTTP"),
    "one endless header": (endless(HEAD + b"X-Flood: ", b"a" * 65536), "no well-formed HTTP"),
    "no HTTP": (raw(b"220 mail.courier.test ESMTP\r\n\r\n"), "no well-formed HTTP"),
    "cut off": (raw(HEAD + b"Content-Length: 5000\r\n\r\n<p>half"), "closed before the answer was whole.*tried 2 times"),
    "nothing": (raw(b""), "closed before the answer was whole"),
    "reset": (reset, "connection was reset.*tried 2 times"),
    "picture": (status("200 OK", "Content-Type: image/png", data=b"\x89PNG"), "served as image/png, expected a page"),
    "archive": (
        status("200 OK", "Content-Type: application/zip", data=b"PK"),
        "captured as application/zip, which holds no article",
    ),
    "not modified": (status("304 Not Modified"), "304 Not Modified to a question without a condition"),
    "no content": (status("204 No Content"), "answered 204 No Content, expected a page"),
    "too busy": (
        status("429 Too Many Requests", "Retry-After: 3600"),
        "429 Too Many Requests and asks to be left alone for 3,600 seconds",
    ),
    "broken": (status("500 Oops"), "answered 500 Oops, expected a page; tried 2 times"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_is_one_skipped_row_with_its_reason(name: str, site: Site, catch: Catcher) -> None:
    site.answers["/hostile"], said = HOSTILE[name]
    site.page("/next")
    began = time.monotonic()
    found = catch(site.url("/hostile"), settings=TIGHT)
    assert time.monotonic() - began < 3
    assert len(found) == 1
    assert isinstance(found[0], Skipped)
    assert found[0].origin.url == site.url("/hostile")
    assert re.search(said, found[0].reason)
    assert "secret" not in found[0].reason
    if name != "too busy":
        assert isinstance(catch(site.url("/next"), settings=TIGHT)[0], Captured)


@pytest.mark.parametrize("name", ["gzip bomb", "endless page", "header flood", "10 GB by its headers", "endless chunk sizes"])
def test_no_page_fills_the_memory(name: str, site: Site, catch: Catcher) -> None:
    site.answers["/hostile"] = HOSTILE[name][0]
    site.page("/first")
    catch(site.url("/first"), settings=TIGHT)
    tracemalloc.start()
    try:
        catch(site.url("/hostile"), settings=TIGHT)
        assert tracemalloc.get_traced_memory()[1] < 15_000_000
    finally:
        tracemalloc.stop()


def test_a_certificate_by_nobody_known_is_refused(certificate: Path, catch: Catcher) -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serving(context) as site:
        site.page("/a")
        assert "the certificate does not hold (self-signed certificate)" in catch.reason(site.url("/a"))
        assert "connection was" in catch.reason(site.url("/a").replace("https", "http"))
    with serving() as plain:
        assert "no TLS connection came about" in catch.reason(plain.url("/a").replace("http", "https"))


def test_a_page_in_another_encoding_than_it_says_is_read(site: Site, catch: Catcher) -> None:
    site.answers["/a"] = body(news("Orlec", f"{SENTENCE} “Né,” she said.").decode().encode("cp1252"), "text/html; charset=utf-8")
    (found,) = catch(site.url("/a"))
    assert isinstance(found, Captured)
    (article,) = read_source(found.source)
    assert isinstance(article, Article)
    assert "“Né,” she said" in article.text


def test_an_address_of_ipv6_is_asked(catch: Catcher) -> None:
    try:
        context = serving(host="::1")
        site = context.__enter__()
    except OSError:
        pytest.skip("no IPv6 here")
    site.page("/a")
    try:
        assert isinstance(catch(site.url("/a", "[::1]"))[0], Captured)
        assert {request.headers["host"] for request in site.asked} == {f"[::1]:{site.port}"}
    finally:
        context.__exit__(None, None, None)


def test_nothing_listens_and_no_such_host(catch: Catcher) -> None:
    with serving() as gone:
        pass
    assert "the connection was refused" in catch.reason(gone.url("/a"))
    assert "the name nowhere.invalid is not known" in catch.reason("http://nowhere.invalid/")


class Internet(httpcore.SyncBackend):
    """Leads every public address to the site on this machine; `connected`: to which it was asked to."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.connected: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        self.connected.append(host)
        return super().connect_tcp("127.0.0.1", self.site.port, timeout, local_address, socket_options)


class Resolver:
    """Gives each host its addresses, one list after the other, the last again and again."""

    def __init__(self, **hosts: list[list[str]]) -> None:
        self.hosts = {name.replace("_", "."): answers for name, answers in hosts.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        answers = self.hosts.get(host, [[host]])
        return answers.pop(0) if len(answers) > 1 else answers[0]


PUBLIC, OTHER = "93.184.215.14", "8.8.8.8"


def outside(path: Path, site: Site, resolver: Resolver, *urls: str, **settings: object) -> tuple[list[Harvested], Internet]:
    """What becomes of the addresses where the site stands for the whole internet, and private ones are not allowed."""
    internet = Internet(site)
    made = Settings(pause=0, tries=2, time_limit=3, **settings)  # type: ignore[arg-type]
    harvest = Harvest(path / "out.warc.gz", made, sleep=lambda _: None, exchange=HttpExchange(made, resolver, internet))
    with harvest, harvest.open():
        return list(harvest.captures(urls)), internet


def test_the_address_that_was_checked_is_the_one_that_is_connected_to(site: Site, tmp_path: Path) -> None:
    site.page("/a")
    resolver = Resolver(courier_test=[[PUBLIC]])
    (found,), internet = outside(tmp_path, site, resolver, "http://courier.test/a")
    assert isinstance(found, Captured)
    assert internet.connected == [PUBLIC]
    assert {request.headers["host"] for request in site.asked} == {"courier.test"}
    assert resolver.asked == ["courier.test"]


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:10.0.0.1]/",
        "http://[64:ff9b::a00:1]/",
        "http://intranet.test/",
        "//192.168.0.1/",
    ],
)
def test_a_redirect_leads_to_no_private_address(target: str, site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = redirect(target)
    resolver = Resolver(courier_test=[[PUBLIC]], intranet_test=[["10.1.2.3"]])
    (found,), internet = outside(tmp_path, site, resolver, "http://courier.test/a")
    assert isinstance(found, Skipped)
    assert "redirected to http" in found.reason
    assert "expected a host of the public internet" in found.reason
    assert internet.connected == [PUBLIC]


@pytest.mark.parametrize("url", ["http://127.0.0.1/", "http://10.0.0.1/", "http://[fe80::1]/", "http://inside.test/"])
def test_no_private_address_is_asked(url: str, site: Site, tmp_path: Path) -> None:
    (found,), internet = outside(tmp_path, site, Resolver(inside_test=[["172.16.0.1", "fd00::1"]]), url)
    assert isinstance(found, Skipped)
    assert "expected a host of the public internet (--allow-private allows others)" in found.reason
    assert not internet.connected
    assert not site.asked


def test_a_name_that_changes_its_address_gains_nothing(site: Site, tmp_path: Path) -> None:
    site.answers["/a"] = status("200 OK", "Connection: close", "Content-Type: text/html", data=news("a"))
    site.answers["/robots.txt"] = status("404 Not Found", "Connection: close")
    resolver = Resolver(courier_test=[[PUBLIC], ["127.0.0.1"]])
    (found,), internet = outside(tmp_path, site, resolver, "http://courier.test/a")
    # robots.txt came from the public address; the page, over a new connection, would have come from this machine.
    assert isinstance(found, Skipped)
    assert "courier.test leads to 127.0.0.1, this machine itself" in found.reason
    assert internet.connected == [PUBLIC]


def test_of_several_addresses_only_public_ones_are_connected_to(site: Site, tmp_path: Path) -> None:
    site.page("/a")
    resolver = Resolver(courier_test=[["10.0.0.1", OTHER, "fd00::1"]])
    (found,), internet = outside(tmp_path, site, resolver, "http://courier.test/a")
    assert isinstance(found, Captured)
    assert internet.connected == [OTHER]


def test_a_resolver_that_does_not_answer_is_not_waited_for(site: Site, tmp_path: Path) -> None:
    began = time.monotonic()

    def silent(host: str, port: int) -> list[str]:
        time.sleep(10)
        return []

    made = Settings(pause=0, tries=1, time_limit=0.3)
    harvest = Harvest(tmp_path / "out.warc.gz", made, exchange=HttpExchange(made, silent, Internet(site)))
    with harvest, harvest.open():
        (found,) = harvest.captures(["http://courier.test/a"])
    assert isinstance(found, Skipped)
    assert time.monotonic() - began < 2
    assert "courier.test was not resolved in time" in found.reason


def test_the_environments_proxies_are_ignored_and_a_named_one_is_asked(
    site: Site, catch: Catcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    site.page("/a")
    assert isinstance(catch(site.url("/a"))[0], Captured)
    site.page("http://courier.test:80/b")
    proxied = Settings(pause=0, tries=1, time_limit=3, proxy=site.url("/"))
    other = Catcher(tmp_path / "proxied.warc.gz")
    (found,) = other("http://courier.test/b", settings=proxied)
    assert isinstance(found, Captured)
    assert "http://courier.test:80/b" in site.paths()
    assert "expected a host of the public internet" in other.reason("http://127.0.0.1/", settings=proxied)
    assert "expected a host of the public internet" in other.reason("http://printer.local/", settings=proxied)
