"""How a ledger is served: where, to whom, and within which bounds."""

from __future__ import annotations

import ipaddress
import os
import socket
import stat
from dataclasses import dataclass
from pathlib import Path

from allegedly.errors import AllegedlyError

PORT = 8420
SHORTEST_TOKEN = 20


class ServeError(AllegedlyError):
    """A ledger cannot be served as asked."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """What one request may take: bytes of a body, seconds for a request's head and for its body, readings at once."""

    body: int = 8 * 1024 * 1024
    head_seconds: float = 10.0
    body_seconds: float = 30.0
    readings: int = 2
    connections: int = 400


@dataclass(frozen=True, slots=True)
class Settings:
    """What is served and how. `hosts`: names besides its own under which the server is reached, as behind a proxy.

    `token`: what a caller has to show; `None`: nothing, which is for this machine alone. `read_only`: nothing is ever written.
    """

    ledger: str
    host: str = "127.0.0.1"
    port: int = PORT
    token: str | None = None
    read_only: bool = False
    hosts: tuple[str, ...] = ()
    tagger: str = "auto"
    bounds: Bounds = Bounds()

    def __post_init__(self) -> None:
        if self.token is None and not is_loopback(self.host):
            raise ServeError(
                f"{self.host} is reached from other machines, and whoever reaches the page reads the ledger and changes it; "
                "give a --token-file, or serve on 127.0.0.1"
            )

    @property
    def names(self) -> frozenset[str]:
        """The names under which the server answers; a page of another site cannot give itself one of them (DNS rebinding)."""
        own = {self.host, *self.hosts}
        if is_loopback(self.host):
            own |= {"localhost", "127.0.0.1", "::1"}
        elif self.host in ("0.0.0.0", "::", ""):
            own |= {"localhost", "127.0.0.1", "::1", socket.gethostname(), socket.getfqdn()}
        return frozenset(name.strip("[]").lower() for name in own if name)


def is_loopback(host: str) -> bool:
    """Whether the name or address is this machine's own, reached from it alone.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def read_token(path: str) -> str:
    """The token in the file: its first line. Raises `ServeError` where it is short, or others may read the file."""
    place = Path(path)
    try:
        if os.name == "posix" and stat.S_IMODE(place.stat().st_mode) & 0o077:
            raise ServeError(f"{path} may be read by others; the token is a password: chmod 600 {path}")
        text = place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ServeError(f"{path}: the token cannot be read ({error})") from error
    token = text.partition("\n")[0].strip()
    if len(token) < SHORTEST_TOKEN or not token.isascii() or not token.isprintable():
        raise ServeError(
            f"{path}: expected a token of at least {SHORTEST_TOKEN} ASCII characters on the first line, found {len(token)}; "
            f"make one: openssl rand -hex 32 > {path}"
        )
    return token
