"""Another site's page in a real browser: what it posts to the ledger, by form or by script, changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Response
from tests.serve.browsing import chromium
from tests.serve.conftest import said, serve_process

from allegedly.ledger import Ledger


@contextmanager
def another_site(html: str) -> Iterator[str]:
    """A page of another site on this machine; gives its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://localhost:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@pytest.mark.parametrize("by", ["form", "script", "frame"])
def test_what_another_site_posts_changes_nothing(small: Path, by: str) -> None:
    one = said(small)[0]
    with serve_process(small) as server, chromium() as browser:
        way = f"{server.address}review/{one.id}"
        field = '<input name="action" value="reject"><input name="by" value="a stranger">'
        pages = {
            "form": f'<form method="post" action="{way}">{field}</form><script>document.forms[0].submit()</script>',
            "script": (
                f'<script>for (const way of ["{way}", "{server.address}api/v1/articles", "{server.address}api/v1/corrections"]) '
                'fetch(way, {method: "POST", mode: "no-cors", credentials: "include", headers: {"content-type": "text/plain"}, '
                'body: "The mayor said no."}).finally(() => document.title += "done")</script>'
            ),
            "frame": f'<iframe src="{server.address}review?statement={one.id}"></iframe>',
        }
        context = browser.new_context()
        page = context.new_page()
        page.goto(server.address)  # the browser has a session of the ledger's
        answers: list[Response] = []
        page.on("response", lambda answer: answers.append(answer) if answer.url.startswith(server.address) else None)
        posted: list[str] = []
        page.on("request", lambda request: posted.append(request.url) if request.method == "POST" else None)
        with another_site(pages[by]) as address:
            page.goto(address)
            page.wait_for_timeout(800)
        if by == "frame":
            assert not any(frame.locator("#judging").count() for frame in page.frames[1:] if not frame.is_detached())
        else:
            # A script of another site does not even see the refusal; that it asked is seen here.
            assert len(posted) == (3 if by == "script" else 1)
            assert {answer.status for answer in answers if answer.request.method == "POST"} <= {403}
        context.close()
    with Ledger.open(small) as ledger:
        assert not ledger.corrections.events()
        assert ledger.counts().articles == 1
