"""Addresses on the web, checked before anything is asked of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

import httpx

from allegedly.errors import FetchError

SCHEMES = ("http", "https")
_PORTS = {"http": 80, "https": 443}
# Ports of other services, which the Fetch standard keeps browsers from (https://fetch.spec.whatwg.org/#port-blocking).
_BLOCKED = frozenset(
    (
        *(
            0,
            1,
            7,
            9,
            11,
            13,
            15,
            17,
            19,
            20,
            21,
            22,
            23,
            25,
            37,
            42,
            43,
            53,
            69,
            77,
            79,
            87,
            95,
            101,
            102,
            103,
            104,
            109,
            110,
            111,
        ),
        *(113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548),
        *(
            554,
            556,
            563,
            587,
            601,
            636,
            989,
            990,
            993,
            995,
            1719,
            1720,
            1723,
            2049,
            3659,
            4045,
            4190,
            5060,
            5061,
            6000,
            6379,
            6566,
        ),
        *(6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080, 11211),
    )
)
_LONGEST = 8192
_HOST = re.compile(r"[a-z0-9._-]+|[0-9a-f:.]+")


@dataclass(frozen=True, slots=True)
class Location:
    """Where a page is: `url` without its fragment, in ASCII; `target`: path and query, as they are asked for."""

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Scheme, host and port: what one robots.txt is for."""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{shown}" + ("" if self.port == _PORTS[self.scheme] else f":{self.port}")

    @property
    def host_header(self) -> str:
        """What the header Host says."""
        return self.authority.partition("://")[2]

    def joined(self, reference: str) -> Location:
        """Where `reference` leads from here. Raises `FetchError` as `location_of` does."""
        try:
            target = str(httpx.URL(self.url).join(reference.strip()))
        except (httpx.InvalidURL, ValueError, TypeError):
            raise FetchError(f"{_shown(reference)} is no address, expected one as in https://courier.example/news") from None
        return location_of(target)


def location_of(url: str) -> Location:
    """The location with this address. Raises `FetchError` where it is none that may be asked.

    >>> location_of("HTTPS://Courier.Example:443/news?page=2#top").url
    'https://courier.example/news?page=2'
    """
    if len(url) > _LONGEST:
        raise FetchError(f"an address of {len(url):,} characters, at most {_LONGEST:,} are taken")
    try:
        parsed = httpx.URL(url.strip())
        scheme, host, port = parsed.scheme, parsed.raw_host.decode("ascii").strip("[]").lower(), parsed.port
        target = parsed.raw_path.decode("ascii")
    except (httpx.InvalidURL, ValueError, TypeError):
        raise FetchError(f"{_shown(url)} is no address, expected one as in https://courier.example/news") from None
    if not scheme:
        raise FetchError(f"{_shown(url)} is no whole address, expected one that begins with http:// or https://")
    if scheme not in SCHEMES:
        raise FetchError(f"{_shown(url)} is of the scheme {scheme[:20]!r}, expected http or https")
    if not host:
        raise FetchError(f"{_shown(url)} names no host, expected an address as in https://courier.example/news")
    if not _HOST.fullmatch(host):
        raise FetchError(f"{_shown(host)} is no name of a host, expected one as in https://courier.example/news")
    if parsed.userinfo:
        raise FetchError("an address with a user name or password in it, which would be written into the archive; leave them out")
    port = port or _PORTS[scheme]
    if port > 65535:
        raise FetchError(f"{_shown(url)} names port {port}, expected one up to 65535")
    if port in _BLOCKED:
        raise FetchError(f"port {port} is another service's, expected one of the web, as 80, 443 or 8080")
    made = Location("", scheme, host, port, target)
    return Location(made.authority + target, scheme, host, port, target)


def _shown(url: str) -> str:
    return repr(url if len(url) <= 120 else url[:119] + "…")
