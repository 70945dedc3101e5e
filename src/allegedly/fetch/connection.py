"""Connects to the very address that was checked, and reads within a budget."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterable

import httpcore

from allegedly.errors import FetchError
from allegedly.fetch.address import not_public
from allegedly.fetch.budget import Budget

Resolve = Callable[[str, int], list[str]]
"""The IP addresses of a host, for a port. Raises `OSError` where there are none."""


class RefusedAddressError(FetchError):
    """A host's address is none of the public internet."""


def resolve(host: str, port: int) -> list[str]:
    """What the system's resolver says, each address once, in its order."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


class CheckedBackend(httpcore.NetworkBackend):
    """Looks a host up once, refuses addresses that are not public, and connects to one that was checked.

    A name that answers differently the second time it is asked for (DNS rebinding) gains nothing: there is no second time. Host
    header and TLS name stay those of the page's address. `unchecked`: a host that may be anywhere, as a proxy's. `budget` is set
    before each request, and every read and write takes from it. `network`: what connects, given an IP address.
    """

    def __init__(
        self,
        *,
        allow_private: bool,
        resolve: Resolve = resolve,
        unchecked: str | None = None,
        network: httpcore.NetworkBackend | None = None,
    ) -> None:
        self.budget = Budget(60, 1 << 20)
        self._allow_private, self._unchecked = allow_private, unchecked
        self._resolve = resolve
        self._network = network or httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the first of the host's addresses that may be connected to and answers."""
        free = self._allow_private or host == self._unchecked
        addresses = self._looked_up(host, port)
        refused = [(each, what) for each in addresses if not free and (what := not_public(each))]
        allowed = [each for each in addresses if each not in dict(refused)]
        if not allowed:
            address, what = refused[0]
            leads = f"is {what}" if address == host else f"leads to {address}, {what}"
            raise RefusedAddressError(f"{host} {leads}; expected a host of the public internet (--allow-private allows others)")
        for number, address in enumerate(allowed, start=1):
            try:
                seconds = min(timeout or 10.0, self.budget.left())
                stream = self._network.connect_tcp(address, port, seconds, local_address, socket_options)
                return _BudgetedStream(stream, self)
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if number == len(allowed):
                    raise
        raise AssertionError("unreachable: the last address connects or raises")

    def _looked_up(self, host: str, port: int) -> list[str]:
        """The host's addresses, within the budget: the system's resolver knows no time limit of ours."""
        found: list[str] = []
        failures: list[Exception] = []

        def look_up() -> None:
            try:
                found.extend(self._resolve(host, port))
            except (OSError, UnicodeError) as error:
                failures.append(error)

        asking = threading.Thread(target=look_up, daemon=True)
        asking.start()
        asking.join(min(20.0, self.budget.left()))
        if asking.is_alive():
            raise httpcore.ConnectTimeout(f"the name {host} was not resolved in time")
        if failures or not found:
            why = failures[0].strerror if failures and isinstance(failures[0], OSError) else None
            raise httpcore.ConnectError(f"the name {host} is not known{f' ({why})' if why else ''}")
        return found


class _BudgetedStream(httpcore.NetworkStream):
    """A connection whose every read, write and handshake takes from the backend's budget, however slowly it drips."""

    def __init__(self, stream: httpcore.NetworkStream, backend: CheckedBackend) -> None:
        self._stream, self._backend = stream, backend

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """What has come, at most `max_bytes`."""
        budget = self._backend.budget
        data = self._stream.read(max_bytes, _shorter(timeout, budget.left()))
        budget.take(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send `buffer`."""
        self._stream.write(buffer, _shorter(timeout, self._backend.budget.left()))

    def close(self) -> None:
        """End the connection."""
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        """The connection under TLS, the certificate checked for the name that was asked for."""
        seconds = _shorter(timeout, self._backend.budget.left())
        return _BudgetedStream(self._stream.start_tls(ssl_context, server_hostname, seconds), self._backend)

    def get_extra_info(self, info: str) -> object:
        """As httpcore's own streams."""
        return self._stream.get_extra_info(info)


def _shorter(timeout: float | None, left: float) -> float:
    return left if timeout is None else min(timeout, left)
