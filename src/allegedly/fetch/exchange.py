"""One question to a server and its answer: no redirect is followed, nothing is asked twice."""

from __future__ import annotations

import re
import ssl
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from typing import Protocol

import certifi
import httpcore

from allegedly.errors import FetchError
from allegedly.fetch.address import is_address, not_public
from allegedly.fetch.answer import Answer, Unpacked, header_text, is_gzip
from allegedly.fetch.budget import Budget, OutOfBudgetError
from allegedly.fetch.connection import CheckedBackend, RefusedAddressError, Resolve, resolve
from allegedly.fetch.location import Location, location_of
from allegedly.fetch.settings import Settings

ACCEPTED = "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5"
_STALL = 20.0
_NO_TEXT = ("image/", "audio/", "video/", "font/")
_BODILESS = (204, 304)


class BrokenOffError(FetchError):
    """No answer came, or no whole one; another try may bring one."""


class Exchange(Protocol):
    """What asks and gives the answer."""

    def __call__(self, location: Location, headers: Mapping[str, str], budget: Budget) -> Answer:
        """The answer to one question; raises `FetchError` where there is none."""
        ...

    def close(self) -> None:
        """Let go of what connections there are."""
        ...


@dataclass(slots=True)
class HttpExchange:
    """Asks over HTTP/1.1, connections being kept open for the next question until `close`.

    Proxies and credentials of the environment, and cookies, have no part in it. Raises `BrokenOffError` where there is no whole
    answer, `OutOfBudgetError` where it is too long or too slow, and `FetchError` for what another try would not mend.
    """

    settings: Settings
    resolve: Resolve = resolve
    network: httpcore.NetworkBackend = field(default_factory=httpcore.SyncBackend)
    _backend: CheckedBackend = field(init=False)
    _pool: httpcore.ConnectionPool = field(init=False)

    def __post_init__(self) -> None:
        proxy = self.settings.proxy
        self._backend = CheckedBackend(
            allow_private=self.settings.allow_private,
            resolve=self.resolve,
            network=self.network,
            unchecked=location_of(proxy).host if proxy else None,
        )
        context = _known_authorities()
        if proxy:
            self._pool = httpcore.HTTPProxy(proxy, ssl_context=context, network_backend=self._backend)
        else:
            self._pool = httpcore.ConnectionPool(ssl_context=context, keepalive_expiry=15, network_backend=self._backend)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()

    def __call__(self, location: Location, headers: Mapping[str, str], budget: Budget) -> Answer:
        """The answer to a GET."""
        self._refuse_behind_proxy(location)
        self._backend.budget = budget
        sent = (
            ("Host", location.host_header),
            ("User-Agent", self.settings.user_agent),
            ("Accept", ACCEPTED),
            ("Accept-Encoding", "gzip"),
            *headers.items(),
        )
        try:
            return self._answer(location, sent, budget)
        except (httpcore.ConnectError, httpcore.ReadError, httpcore.WriteError, httpcore.ProxyError) as error:
            raise _broken_off(error) from None
        except httpcore.ConnectTimeout as error:
            raise BrokenOffError(str(error) or "no connection came about in time") from None
        except (httpcore.ReadTimeout, httpcore.WriteTimeout, httpcore.PoolTimeout):
            budget.left()
            raise BrokenOffError(f"nothing came for {_STALL:g} seconds, expected a page") from None
        except httpcore.ProtocolError as error:
            raise _malformed(error) from None
        except zlib.error:
            raise FetchError("the answer says that it is gzip and is not, expected a page") from None

    def _answer(self, location: Location, sent: tuple[tuple[str, str], ...], budget: Budget) -> Answer:
        when = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        url = httpcore.URL(scheme=location.scheme, host=location.host, port=location.port, target=location.target)
        timeout = {"connect": 10.0, "read": _STALL, "write": _STALL, "pool": _STALL}
        asked = [(name.encode("ascii"), value.encode("latin-1", "replace")) for name, value in sent]
        with self._pool.stream("GET", url, headers=asked, extensions={"timeout": timeout}) as response:
            headers = tuple((header_text(name), header_text(value)) for name, value in response.headers)
            reason, version = response.extensions.get("reason_phrase", b""), response.extensions.get("http_version", b"HTTP/1.1")
            peer = response.extensions["network_stream"].get_extra_info("server_addr")
            answer = Answer(
                url=location.url,
                when=when,
                request=f"GET {location.target} HTTP/1.1",
                request_headers=sent,
                version=version.decode("ascii", "replace"),
                status=response.status,
                reason=reason.decode("latin-1"),
                headers=headers,
                body=b"",
                peer=str(peer[0]) if peer and not self.settings.proxy else None,
            )
            self._refuse_unread(answer)
            unpacked = Unpacked(self.settings.size_limit, gzip=is_gzip(answer.header("Content-Encoding")))
            parts: list[bytes] = []
            for part in response.iter_stream():
                budget.left()
                unpacked.take(part)
                parts.append(part)
        return replace(answer, body=b"".join(parts))

    def _refuse_unread(self, answer: Answer) -> None:
        """Refuse by the headers alone what would not be kept."""
        limit = self.settings.size_limit
        length = answer.header("Content-Length") or ""
        if length.isdigit() and int(length[:20]) > limit and answer.status not in _BODILESS:
            raise OutOfBudgetError(
                f"{int(length[:20]) / 1e6:,.1f} MB by its headers, at most {limit / 1e6:g} MB are taken (--size-limit)"
            )
        encoding = answer.header("Content-Encoding")
        if encoding and not is_gzip(encoding) and encoding.strip().lower() != "identity":
            raise FetchError(f"an answer packed as {encoding[:40]!r}, which was not asked for; expected gzip or none")
        if answer.status == 200 and answer.media_type.startswith(_NO_TEXT):
            raise FetchError(f"served as {answer.media_type[:60]}, expected a page, a text or a feed")

    def _refuse_behind_proxy(self, location: Location) -> None:
        """Of a page that a proxy asks for, no address is seen here: what is plainly not public is refused by its name."""
        if not self.settings.proxy or self.settings.allow_private:
            return
        local = location.host == "localhost" or location.host.endswith((".localhost", ".local", ".internal"))
        what = "a private network" if local else not_public(location.host) if is_address(location.host) else None
        if what:
            raise RefusedAddressError(f"{location.host} is {what}, expected a host of the public internet")


@cache
def _known_authorities() -> ssl.SSLContext:
    """Checks certificates against the authorities of this machine and those that browsers know."""
    context = ssl.create_default_context(cafile=certifi.where())
    context.load_default_certs()
    return context


def _broken_off(error: Exception) -> FetchError:
    """What is said of a connection that failed; a certificate that does not hold now will not hold in a second either."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FetchError(
                f"the certificate does not hold ({cause.verify_message}), expected one for this host by a known authority"
            )
        if isinstance(cause, ssl.SSLError):
            return FetchError(f"no TLS connection came about ({cause.reason or 'unknown reason'}), expected an https server")
        cause = cause.__cause__ or cause.__context__
    said = str(error) or "the connection broke off"
    if "refused" in said.lower():
        said = "the connection was refused"
    elif "reset" in said.lower():
        said = "the connection was reset"
    return BrokenOffError(f"{said}, expected a page")


def _malformed(error: Exception) -> FetchError:
    said = re.sub(r"bytearray\(b(['\"].*['\"])\)", r"\1", str(error).rstrip(".")) or type(error).__name__
    if "disconnected" in said.lower() or "without sending complete" in said.lower() or "closed connection" in said.lower():
        return BrokenOffError("the connection was closed before the answer was whole, expected a page")
    return FetchError(f"no well-formed HTTP ({said[:160]}), expected a page")
