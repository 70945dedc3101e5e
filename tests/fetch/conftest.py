"""Sites on this machine, and what captures from them."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.fetch.site import Site, serving

pytest.importorskip("httpx", reason="fetching needs httpx, which the extra 'web' installs")
pytest.importorskip("protego", reason="fetching needs protego, which the extra 'web' installs")

from allegedly.fetch.harvest import Captured, Harvest
from allegedly.fetch.links import Follow
from allegedly.fetch.settings import Settings
from allegedly.model import Skipped

QUICK = Settings(allow_private=True, pause=0, time_limit=5, tries=3, backoff=0.1)
"""Settings for sites on this machine."""


class Clock:
    """A time that goes on when it is told to."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def __call__(self) -> datetime:
        return datetime.now(UTC) + self.ahead


class Catcher:
    """Captures into one archive, by a clock of its own; `slept`: how long it was to sleep, without having done so."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.clock = Clock()
        self.slept: list[float] = []

    def __call__(
        self, *urls: str, settings: Settings = QUICK, follow: Follow = Follow.MISSING, again: timedelta | None = None
    ) -> list[Captured | Skipped]:
        """What becomes of the addresses, captured by a harvest of its own."""
        harvest = Harvest(self.path, settings, follow=follow, again=again, sleep=self.slept.append, now=self.clock)
        with harvest, harvest.open():
            return list(harvest.captures(urls))

    def reason(self, url: str, settings: Settings = QUICK) -> str:
        """Why the one address was skipped."""
        (found,) = self(url, settings=settings)
        assert isinstance(found, Skipped), found
        return found.reason


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def catch(tmp_path: Path) -> Catcher:
    return Catcher(tmp_path / "web.warc.gz")


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate that signs itself, with its key, in one file."""
    path = tmp_path_factory.mktemp("tls") / "self-signed.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2"]
    try:
        made = subprocess.run(
            [*command, "-subj", "/CN=courier.test", "-keyout", str(path), "-out", str(path.with_suffix(".crt"))],
            capture_output=True,
            check=True,
            timeout=30,
        )
        assert not made.returncode
    except (OSError, subprocess.SubprocessError):
        pytest.skip("no openssl here that could make a certificate")
    path.write_bytes(path.read_bytes() + path.with_suffix(".crt").read_bytes())
    return path


Reasons = Callable[[str], str]
