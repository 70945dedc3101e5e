"""Runs the application: one process, connections that have to speak in time."""

from __future__ import annotations

import asyncio
import socket
from threading import Thread

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from allegedly.errors import LedgerError
from allegedly.serve.application import application
from allegedly.serve.desk import Desk
from allegedly.serve.settings import Bounds, ServeError, Settings

BACKLOG = 128


def listen(settings: Settings) -> socket.socket:
    """A socket on the host and port, which may be 0 for any that is free. Raises `ServeError` where it cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    found = socket.socket(family, socket.SOCK_STREAM)
    try:
        found.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        found.bind((settings.host.strip("[]"), settings.port))
        found.listen(BACKLOG)
    except OSError as error:
        found.close()
        raise ServeError(
            f"{settings.host}:{settings.port} cannot be served on ({error.strerror or error}); name another --host or --port"
        ) from error
    return found


def run(settings: Settings, listening: socket.socket) -> None:
    """Serve until interrupted."""
    app = application(settings)
    config = uvicorn.Config(
        app,
        http=patient(settings.bounds),
        ws="none",
        lifespan="off",
        proxy_headers=False,
        server_header=False,
        access_log=False,
        log_level="warning",
        limit_concurrency=settings.bounds.connections,
        timeout_keep_alive=20,
        timeout_graceful_shutdown=5,
        h11_max_incomplete_event_size=32 * 1024,
    )
    Thread(target=prepare, args=(app.state.desk,), name="preparing", daemon=True).start()
    try:
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        app.state.desk.close()


def prepare(desk: Desk) -> None:
    """What is done while the first requests are answered already."""
    try:
        desk.warm()
        if not desk.settings.read_only:
            desk.link_missing()
    except LedgerError:
        # The server is ending, or the file cannot be read: whoever asks for a page is told.
        return


def patient(bounds: Bounds) -> type[asyncio.Protocol]:
    """The protocol of uvicorn, whose connections are closed where the head of a request does not come in time (slowloris)."""

    class PatientProtocol(H11Protocol):
        """Counts from the first moment in which a head is awaited, not from the last byte."""

        _timer: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            assert isinstance(transport, asyncio.Transport)
            super().connection_made(transport)
            self._wait()

        def data_received(self, data: bytes) -> None:
            if self._timer is None and (self.cycle is None or self.cycle.response_complete):
                self._wait()
            super().data_received(data)
            if self.cycle is not None and not self.cycle.response_complete:
                self._stop()

        def connection_lost(self, exc: Exception | None) -> None:
            self._stop()
            super().connection_lost(exc)

        def _wait(self) -> None:
            self._timer = self.loop.call_later(bounds.head_seconds, self._give_up)

        def _stop(self) -> None:
            if self._timer is not None:
                self._timer.cancel()
                self._timer = None

        def _give_up(self) -> None:
            self._timer = None
            if not self.transport.is_closing():
                self.transport.close()

    return PatientProtocol
