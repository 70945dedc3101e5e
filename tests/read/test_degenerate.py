"""Pages that are hardly pages: each one reason, or what there is of an article, in bounded time."""

from __future__ import annotations

import time

import pytest

from allegedly.model import Article, Origin, Skipped
from allegedly.read import read_all

LINE = "The council of Orlec met on Friday to talk about the old bridge, which has been shut since the floods in spring, it said."
LINES = "".join(f"<p>{number}. {LINE}</p>" for number in range(4))


def only(data: str | bytes) -> Article | Skipped:
    (found,) = read_all(data.encode() if isinstance(data, str) else data, Origin(name="a.html"))
    return found


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        ("<!doctype html>", "a page without an article"),
        ("<html><head><title>Bridge shut</title></head></html>", "a page without an article"),
        ("<html><body></body></html>", "a page without an article"),
        ('<html><frameset cols="20%,80%"><frame src="a.html"></frameset></html>', "a page without an article"),
        (f"<html><body>{'<div>' * 50_000}{LINE}", "a page without an article"),
        ("<html><body><script>document.write('No.')</script></body></html>", "a page without an article"),
        (
            "<html><body><noscript>Please enable JavaScript to view this site.</noscript></body></html>",
            "a page that asks for JavaScript",
        ),
        ("<html><body><p>You need to enable JavaScript to run this app.</p></body></html>", "a page that asks for JavaScript"),
        (
            "<html><body><h1>One moment</h1><p>Checking your browser before you go on.</p></body></html>",
            "a page that checks for robots",
        ),
        (
            "<html><body><p>Verify you are human by completing the action below.</p></body></html>",
            "a page that checks for robots",
        ),
        (
            "<html><body><h1>Access Denied</h1><p>You don't have permission to access this.</p></body></html>",
            "a page that refuses access",
        ),
        ("<html><body><p>This site is not available in your region.</p></body></html>", "a page that refuses access"),
        (
            "<html><body><h1>404</h1><p>Sorry, this page does not exist.</p></body></html>",
            "a page that says that the page is missing",
        ),
        (
            "<html><body><p>Before you continue, we and our partners use cookies.</p></body></html>",
            "a page that asks for consent",
        ),
    ],
)
def test_what_is_no_article_is_skipped_with_its_reason(page: str, reason: str) -> None:
    found = only(page)
    assert isinstance(found, Skipped)
    assert found.reason.startswith(reason)


@pytest.mark.parametrize(
    "page",
    [
        f"<html><head><title>Bridge shut</title></head>{LINES}",
        f'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><div>{LINES}<br /></div></body></html>',
        f"<html><body><div>{LINES}</div><!-- never closed",
        f"<html><body><div>{LINES}</div><p title='{'x' * 1_000_000}'></p>",
        f"<html><body><article>{LINES}<p>You need to enable JavaScript to watch the film.</p></article></body></html>",
        f"<body>{LINES}</body></body></html></html>",
        f"<html><body><article>{LINES}</article><form action='/x'>",
        LINES,
    ],
)
def test_what_there_is_of_an_article_is_read(page: str) -> None:
    found = only(page)
    assert isinstance(found, Article)
    assert [block.span.of(found.text) for block in found.blocks] == [f"{number}. {LINE}" for number in range(4)]
    assert found.capture.page_map is not None


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "utf-16-be"])
def test_encodings_with_marks_are_read(encoding: str) -> None:
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b""
    found = only(mark + f"<html><body><article>{LINES}</article></body></html>".encode(encoding))
    assert isinstance(found, Article)
    assert found.text.startswith(f"0. {LINE}")


def test_a_page_of_two_megabytes_takes_seconds() -> None:
    paragraphs = "".join(f"<p>{number}. {LINE}</p>" for number in range(16_000))
    start = time.process_time()
    found = only(f"<html><body><article><h1>Bridge shut</h1>{paragraphs}</article></body></html>")
    assert isinstance(found, Article)
    assert found.text.endswith(f"15999. {LINE}")
    assert time.process_time() - start < 20
