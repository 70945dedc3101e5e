"""Many articles in many processes: the same findings, in the same order, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.cli.conftest import spawn
from tests.crash.adding import articles
from tests.samples import changed, make_article

from allegedly.batch import Workers, cores
from allegedly.batch.processes import AHEAD
from allegedly.cli.exits import Exit
from allegedly.errors import AllegedlyError, ModelError
from allegedly.model import Article, Findings, Origin, Skipped
from allegedly.reading import find_each, taggers_named

COMMAND = [sys.executable, "-c", "from allegedly.cli import main; main()"]


def mixed(number: int) -> list[Article | Skipped]:
    """Articles of many lengths, one in a language without data, and something that was skipped before."""
    made: list[Article | Skipped] = [next(articles(at, at + 1, 1 + at * 7 % 23)) for at in range(number)]
    made[3:3] = [Skipped(Origin(name="empty.txt"), "an empty file")]
    made[5:5] = [changed(make_article("Officer Ott said oui."), language="xx")]
    return made


@pytest.fixture
def news(tmp_path: Path) -> Path:
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(16):
        lines = f"The mayor of town {number} said that the bridge was safe.\n" * (1 + number * 7 % 23)
        (folder / f"{number:03}.txt").write_text(lines)
    (folder / "007.txt").write_text("")
    (folder / "011.txt").write_text((folder / "010.txt").read_text())
    return folder


def test_many_processes_find_what_one_finds_in_the_same_order() -> None:
    expected = list(find_each(mixed(25), taggers_named("cues")))
    with Workers(3, "cues") as workers:
        assert list(workers.find_each(mixed(25))) == expected
        assert list(workers.find_each(mixed(5))) == list(find_each(mixed(5), taggers_named("cues")))


def test_what_is_no_article_starts_no_process_and_goes_through() -> None:
    skipped = Skipped(Origin(name="empty.txt"), "an empty file")
    with Workers(2, "cues") as workers:
        assert list(workers.find_each([skipped, skipped])) == [skipped, skipped]
        assert not workers._started


def test_few_articles_are_taken_in_advance() -> None:
    taken = 0

    def counting() -> Iterator[Article]:
        nonlocal taken
        for article in articles(0, 40):
            taken += 1
            yield article

    with Workers(2, "cues") as workers:
        for given, _ in enumerate(workers.find_each(counting()), 1):
            assert taken <= given + 2 * AHEAD


def test_a_process_that_dies_costs_its_article_alone() -> None:
    with Workers(1, "cues") as workers:
        found = workers.find_each(articles(0, 6))
        first = next(found)
        workers._started[0]._process.kill()
        rest = list(found)
    died = [one for one in rest if isinstance(one, Skipped)]
    assert isinstance(first, Findings)
    assert [one.reason for one in died] == ["the process that looked for its statements died of SIGKILL; nothing of it is kept"]
    assert died[0].origin.name in {f"{number}.txt" for number in range(1, 6)}
    assert len(rest) == 5


def test_a_process_that_cannot_begin_stops_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegedly.batch.processes._START", "raise SystemExit(7)")
    with Workers(2, "cues") as workers, pytest.raises(AllegedlyError, match="ended with 7 before it could begin"):
        list(workers.find_each(articles(0, 3)))


BROKEN = """
import sys; sys.path[:] = sys.argv[1:]
from allegedly.batch import worker
from allegedly.errors import ModelError
def broken(language): raise ModelError("the weights are cut")
worker.taggers_named = lambda name: broken
worker.main()
"""


def test_a_tagger_that_cannot_be_loaded_stops_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allegedly.batch.processes._START", BROKEN)
    with Workers(2, "neural") as workers, pytest.raises(ModelError, match="the weights are cut"):
        list(workers.find_each(articles(0, 3)))


def test_no_process_is_left_behind() -> None:
    with Workers(2, "cues") as workers:
        next(workers.find_each(articles(0, 20)))
        numbers = [process._process.pid for process in workers._started]
    assert numbers
    for number in numbers:
        with pytest.raises(ProcessLookupError):
            os.kill(number, 0)


@pytest.mark.parametrize("form", ["--json", "--table"])
def test_read_gives_the_same_whatever_the_number_of_processes(news: Path, form: str) -> None:
    one, many = (spawn("read", form, "--tagger", "cues", "--jobs", jobs, news) for jobs in ("1", "3"))
    assert one.returncode == many.returncode == Exit.SKIPPED
    assert one.stdout == many.stdout
    assert one.stderr == many.stderr


def test_add_keeps_the_same_whatever_the_number_of_processes(news: Path, tmp_path: Path) -> None:
    ran = {}
    for jobs in ("1", "3"):
        ledger = tmp_path / "news.db"
        ledger.unlink(missing_ok=True)
        first, second = (spawn("add", "--tagger", "cues", "--jobs", jobs, ledger, news) for _ in range(2))
        assert b"unchanged" in second.stderr
        ran[jobs] = [(each.returncode, each.stderr) for each in (first, second)] + [spawn("export", ledger).stdout]
        assert spawn("verify", ledger).returncode == Exit.DONE
    assert ran["1"] == ran["3"]


def test_an_interrupt_ends_all_and_loses_nothing(news: Path, tmp_path: Path) -> None:
    for number in range(400):
        (news / f"more{number:03}.txt").write_text(f"The mayor of village {number} said that the bridge was safe.\n" * 20)
    ledger = tmp_path / "news.db"
    command = [*COMMAND, "add", "--tagger", "cues", "--jobs", "2", str(ledger), str(news)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    while process.poll() is None and not ledger.exists():
        time.sleep(0.01)
    time.sleep(0.8)
    os.killpg(process.pid, signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode in (Exit.INTERRUPTED, Exit.SKIPPED), said.decode()
    assert b"Traceback" not in said
    assert spawn("verify", ledger).returncode == Exit.DONE
    again = spawn("add", "--tagger", "cues", "--jobs", "2", ledger, news)
    assert again.returncode == Exit.SKIPPED
    assert b"414 articles" in spawn("verify", ledger).stderr


def test_all_cores_are_those_that_may_be_used() -> None:
    assert cores() == len(os.sched_getaffinity(0))
    ran = spawn("read", "--tagger", "cues", "--jobs", "0", "-", stdin=b"The mayor said that it was safe.")
    assert ran.returncode == Exit.DONE
    assert b"the mayor" in ran.stdout.lower()
