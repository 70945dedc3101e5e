"""A site on this machine that answers as it is told to, well or badly, on a thread for each connection."""

from __future__ import annotations

import gzip
import socket
import socketserver
import ssl
import struct
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256

SENTENCE = "The old bridge is unsafe, the mayor said on Friday, and nobody may cross it until the council of Orlec decides."


@dataclass(frozen=True)
class Request:
    """What was asked: the path with its query, and the headers, their names in lower case."""

    path: str
    headers: dict[str, str]
    moment: float


Answering = Callable[[Request, socket.socket], None]


@dataclass
class Site:
    """What answers under which path, and what was asked."""

    port: int = 0
    answers: dict[str, Answering] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)
    scheme: str = "http"

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"{self.scheme}://{host}:{self.port}{path}"

    def paths(self) -> list[str]:
        """What was asked for, in order, without robots.txt."""
        return [request.path for request in self.asked if request.path != "/robots.txt"]

    def page(self, path: str, words: str = SENTENCE, *, etag: bool = False) -> None:
        """A news page at this path."""
        self.answers[path] = body(news(path, words), etag=etag)

    def feed(self, path: str, links: list[str], *, etag: bool = True) -> None:
        """An RSS feed at this path, with these links."""
        self.answers[path] = body(rss(links), "application/rss+xml", etag=etag)


def news(title: str, words: str = SENTENCE) -> bytes:
    return f"""<!doctype html><html lang="en"><head><title>News {title}</title></head><body><article><h1>News {title}</h1>
<p>{words}</p><p>Traffic goes through the valley for now, said Ana Brook, who runs the harbour board of the town.</p>
</article></body></html>""".encode()


def rss(links: list[str]) -> bytes:
    items = "".join(
        f"<item><title>News {link}</title><link>{link}</link><description>Short.</description></item>" for link in links
    )
    head = '<?xml version="1.0"?><rss version="2.0"><channel><title>Orlec Courier</title>'
    return f"{head}{items}</channel></rss>".encode()


def status(line: str, *headers: str, data: bytes = b"") -> Answering:
    """This status, these headers, this body."""

    def answer(request: Request, connection: socket.socket) -> None:
        lines = [f"HTTP/1.1 {line}", *headers, f"Content-Length: {len(data)}", "", ""]
        connection.sendall("\r\n".join(lines).encode("latin-1") + data)

    return answer


def body(data: bytes, media_type: str = "text/html; charset=utf-8", *, etag: bool = False, zipped: bool = False) -> Answering:
    """This page, which answers 304 to who has it already where `etag`."""
    tag = f'"{sha256(data).hexdigest()[:12]}"'
    sent = gzip.compress(data, mtime=0) if zipped else data
    headers = [
        f"Content-Type: {media_type}",
        *([f"ETag: {tag}"] if etag else []),
        *(["Content-Encoding: gzip"] if zipped else []),
    ]
    whole, same = status("200 OK", *headers, data=sent), status("304 Not Modified", f"ETag: {tag}")

    def answer(request: Request, connection: socket.socket) -> None:
        (same if etag and request.headers.get("if-none-match") == tag else whole)(request, connection)

    return answer


def redirect(target: str, line: str = "302 Found") -> Answering:
    return status(line, f"Location: {target}")


def raw(data: bytes) -> Answering:
    """These bytes, and the end of the connection."""

    def answer(request: Request, connection: socket.socket) -> None:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)

    return answer


def reset(request: Request, connection: socket.socket) -> None:
    """The connection is reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def endless(head: bytes, piece: bytes, pause: float = 0.0) -> Answering:
    """`head`, and then `piece` again and again."""

    def answer(request: Request, connection: socket.socket) -> None:
        connection.sendall(head)
        while True:
            connection.sendall(piece)
            time.sleep(pause)

    return answer


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        with suppress(OSError):
            data = b""
            while True:
                while b"\r\n\r\n" not in data:
                    got = self.request.recv(65536)
                    if not got:
                        return
                    data += got
                    if data.startswith(b"\x16"):  # the beginning of TLS, which this site may not speak
                        self.request.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                head, _, data = data.partition(b"\r\n\r\n")
                first, *lines = head.decode("latin-1").split("\r\n")
                headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
                request = Request(first.split()[1], headers, time.monotonic())
                server.site.asked.append(request)
                missing = status("404 Not Found", "Content-Type: text/html", data=b"<p>not here</p>")
                server.site.answers.get(request.path, missing)(request, self.request)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, site: Site, tls: ssl.SSLContext | None, host: str) -> None:
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        super().__init__((host, site.port), _Handler)
        self.site, self.tls = site, tls

    def finish_request(self, request: object, client_address: object) -> None:
        assert isinstance(request, socket.socket)
        if self.tls is not None:
            request = self.tls.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: the other side going away is what is tested."""


@contextmanager
def serving(tls: ssl.SSLContext | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    """A site, until the end."""
    site = Site(scheme="https" if tls else "http")
    server = _Server(site, tls, host)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
