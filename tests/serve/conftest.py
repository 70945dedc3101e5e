"""A ledger of the bundled coverage, served in the test's own process or as a process of its own."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from tests.cli.conftest import COVERAGE, cli

from allegedly.ledger import Added, Ledger
from allegedly.model import Origin, Statement
from allegedly.read import read, read_source, sources
from allegedly.read.source import Source
from allegedly.reading import load_tagger
from allegedly.serve.application import application
from allegedly.serve.settings import Settings

__all__ = ["cli"]

HERE = "http://127.0.0.1:8420"


@pytest.fixture(scope="session")
def coverage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the bundled coverage, found by the cue rules; to be copied before it is changed."""
    path = tmp_path_factory.mktemp("served") / "ledger.db"
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        texts = [str(each) for each in sorted(COVERAGE.iterdir()) if each.name[:1].isdigit()]
        for source in sources(texts):
            assert isinstance(source, Source)
            assert all(isinstance(kept, Added) for kept in ledger.add_many(read_source(source)))
    return path


@pytest.fixture
def path(coverage: Path, tmp_path: Path) -> Path:
    """A ledger of the test's own."""
    copied = tmp_path / "ledger.db"
    shutil.copy(coverage, copied)
    return copied


Serving = Callable[..., TestClient]


@pytest.fixture
def serving() -> Iterator[Serving]:
    """Serves a ledger in this process: a client, as a browser on the same machine would be."""
    opened: list[TestClient] = []

    def serve(path: Path, **settings: object) -> TestClient:
        app = application(replace(Settings(str(path), tagger="cues"), **settings))  # type: ignore[arg-type]
        client = TestClient(app, base_url=HERE, raise_server_exceptions=False, follow_redirects=False)
        opened.append(client)
        return client

    yield serve
    for client in opened:
        client.app.state.desk.close()  # type: ignore[attr-defined]


@pytest.fixture
def client(path: Path, serving: Serving) -> TestClient:
    return serving(path)


@dataclass
class Server:
    """`allegedly serve` as a process; `address`: of its first page."""

    process: subprocess.Popen[str]
    address: str
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        return int(self.address.rstrip("/").rpartition(":")[2])


@contextmanager
def serve_process(path: Path, *options: str) -> Iterator[Server]:
    command = [
        sys.executable,
        "-c",
        "from allegedly.cli import main; main()",
        "serve",
        str(path),
        "--port",
        "0",
        "--tagger",
        "cues",
    ]
    process = subprocess.Popen([*command, *options], stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    line = process.stderr.readline()
    found = re.search(r"http://\S+/", line)
    assert found, line + process.stderr.read()
    try:
        yield Server(process, found[0])
    finally:
        process.terminate()
        process.wait(10)
        process.stderr.close()


def form_token(client: TestClient, page: str = "/speakers") -> str:
    """What the forms of this client's pages carry."""
    html = client.get(page).text
    if 'name="form_token"' not in html:
        speaker = re.search(r"/speakers/[0-9a-f]{16}", html)
        assert speaker
        html = client.get(speaker[0]).text
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', html)
    assert found
    return found[1]


REVIEWED = """Bridge shut 🎞 after crack 👩‍👩‍👧 is found

🚚 The 🎞 harbour board said on Monday that the bridge over the Lune was unsafe. Mara Lind accused Tomas Varga of hiding \
the crack. She said that he had known for years.

Tomas Varga, who runs the carrier, denied the accusation. Nobody at the quay was surprised: the smell of rust said enough.
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A ledger of one article, with letters in it that UTF-16 counts twice."""
    path = tmp_path / "small.db"
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        ledger.add(read(REVIEWED.encode(), Origin(outlet="Orlec Gazette", name="bridge.txt", published="2026-11-20")))
    return path


def said(path: Path) -> list[Statement]:
    with Ledger.open(path, tagger=load_tagger("cues")) as ledger:
        return list(ledger.statements())
