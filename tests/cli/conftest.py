"""A command line that is run in the test's own process, and one that is run as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

from allegedly.cli.run import run


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


Runner = Callable[..., Ran]

COVERAGE = Path(str(files("allegedly"))) / "demo"


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runner:
    """Runs a command in a folder of its own; the tagger is the cue rules, whatever weights there are."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("allegedly.reading._has_weights", lambda language: False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def runner(*arguments: str | Path) -> Ran:
        code = run([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return runner


def spawn(*arguments: str | Path, stdin: bytes = b"", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[bytes]:
    """The command line as a process."""
    command = [sys.executable, "-c", "from allegedly.cli import main; main()", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, env=env, check=False, timeout=120)
