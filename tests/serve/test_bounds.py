"""Large and slow requests: refused, and within bounds of memory and time."""

from __future__ import annotations

import asyncio
import time
from contextlib import suppress
from pathlib import Path

from starlette.testclient import TestClient

from allegedly.serve.limits import Limits
from allegedly.serve.settings import Bounds, Settings


def test_a_body_of_a_gigabyte_is_refused_before_it_is_read(client: TestClient) -> None:
    declared = client.post("/api/v1/read", headers={"content-type": "text/plain", "content-length": str(1 << 30)}, content=b"a")
    assert declared.status_code == 413
    assert declared.json()["detail"]


def test_a_body_without_a_length_is_counted_as_it_comes() -> None:
    received = 0

    async def taking(scope: object, receive: object, send: object) -> None:
        while (await receive()).get("more_body"):  # type: ignore[operator]
            pass

    async def receive() -> dict[str, object]:
        nonlocal received
        received += 1 << 20
        return {"type": "http.request", "body": b"a" * (1 << 20), "more_body": True}

    answered: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        answered.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/v1/read", "headers": [], "query_string": b""}
    limits = Limits(taking, Bounds(body=4 << 20))
    asyncio.run(limits(scope, receive, send))  # type: ignore[arg-type]
    assert answered[0]["status"] == 413
    assert received <= 6 << 20


def test_a_body_that_does_not_come_is_not_awaited_for_ever() -> None:
    async def taking(scope: object, receive: object, send: object) -> None:
        await receive()  # type: ignore[operator]

    async def receive() -> dict[str, object]:
        await asyncio.sleep(60)
        raise AssertionError

    answered: list[dict[str, object]] = []

    async def send(message: dict[str, object]) -> None:
        answered.append(message)

    scope = {"type": "http", "method": "POST", "path": "/api/v1/read", "headers": [], "query_string": b""}
    limits = Limits(taking, Bounds(body_seconds=0.05))
    asyncio.run(limits(scope, receive, send))  # type: ignore[arg-type]
    assert answered[0]["status"] == 408


def test_slow_heads_are_cut_off(path: Path) -> None:
    """Slowloris: connections that speak a byte at a time are closed, and others are answered meanwhile."""
    import uvicorn

    from allegedly.serve.application import application
    from allegedly.serve.running import patient

    bounds = Bounds(head_seconds=0.4)
    app = application(Settings(str(path), bounds=bounds))

    async def run() -> tuple[float, bytes]:
        server = uvicorn.Server(uvicorn.Config(app, port=0, http=patient(bounds), log_level="critical", lifespan="off"))
        task = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.02)
        port = server.servers[0].sockets[0].getsockname()[1]
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(20)]
        began = time.monotonic()
        for _, writer in slow:
            writer.write(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ")
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(b"GET /api/v1/health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        answer = await reader.read()
        for slow_reader, slow_writer in slow:
            slow_writer.write(b"b")
            # Closed, or reset for what was still written: both are an end.
            with suppress(ConnectionError):
                assert not (await asyncio.wait_for(slow_reader.read(), 15)).startswith(b"HTTP/1.1 200")
        took = time.monotonic() - began
        server.should_exit = True
        await task
        return took, answer

    took, answer = asyncio.run(run())
    app.state.desk.close()
    assert answer.startswith(b"HTTP/1.1 200")
    assert took < 15
