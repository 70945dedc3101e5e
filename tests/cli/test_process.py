"""How the command line behaves as a process among others: pipes, signals, locales, time."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import COVERAGE, spawn

from allegedly.cli.exits import Exit

WIRE = COVERAGE / "01-example-wire.html"
CUES = ("--tagger", "cues")
COMMAND = [sys.executable, "-c", "from allegedly.cli import main; main()"]


def test_help_is_instant_and_loads_nothing_heavy() -> None:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    ran = spawn("--help")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert ran.returncode == Exit.DONE
    assert b"demo" in ran.stdout
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 0.3
    heavy = "rich sqlalchemy onnxruntime trafilatura numpy tokenizers lxml charset_normalizer"
    code = f"import sys, allegedly.cli; print([name for name in {heavy.split()!r} if name in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout.strip() == b"[]"


def test_standard_input_is_read() -> None:
    ran = spawn("read", "-", "--csv", *CUES, stdin="The mayor said that the café was safe.".encode())
    assert ran.returncode == Exit.DONE
    assert "the café was safe" in ran.stdout.decode()


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_every_letter_comes_through_in_the_poorest_locale(locale: dict[str, str]) -> None:
    text = "Le maire said that “東京 🚚 ваго́н” was safe."
    ran = spawn("read", "-", "--json", *CUES, stdin=text.encode(), env=os.environ | locale)
    assert ran.returncode == Exit.DONE
    assert "東京 🚚 ваго́н" in ran.stdout.decode("utf-8")


def test_no_colour_reaches_a_pipe() -> None:
    assert b"\x1b" not in spawn("read", WIRE, "--table", *CUES).stdout


def test_a_closed_pipe_is_no_fault() -> None:
    process = subprocess.Popen([*COMMAND, "read", *CUES, *[str(WIRE)] * 20], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout
    assert process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.wait(60) == Exit.DONE
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run([*COMMAND, "read", *CUES, str(WIRE)], stdout=full, stderr=subprocess.PIPE, check=False)
    assert ran.returncode == Exit.STOPPED
    assert ran.stderr.decode().splitlines() == ["allegedly: No space left on device"]


def test_an_interrupt_ends_with_its_code_and_loses_nothing(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for number in range(60):
        (news / f"{number:03}.txt").write_text(f"The mayor of town {number} said that the bridge was safe.\n" * 5)
    ledger = tmp_path / "news.db"
    process = subprocess.Popen([*COMMAND, "add", *CUES, str(ledger), str(news)], stderr=subprocess.PIPE)
    while process.poll() is None and not ledger.exists():
        time.sleep(0.01)
    time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (Exit.INTERRUPTED, Exit.DONE), said.decode()
    assert b"Traceback" not in said
    assert spawn("verify", ledger).returncode == Exit.DONE
    assert spawn("add", *CUES, ledger, news).returncode == Exit.DONE
    assert b"60 articles" in spawn("verify", ledger).stderr
