"""What README and docs show is run, and does what they say."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from tests.docs.documents import PAGES, ROOT, blocks, commands, matches, page_id

from allegedly.cli.commands import COMMANDS, allegedly
from allegedly.export.json_shape import schema_text

STORY = """Bridge closed after crack is found

The mayor of Orlec said on Monday that the bridge over the Lune would stay shut for a month.

“We will not open it before it is safe,” said Mara Lind, who runs the harbour board. The carrier denied that its lorries were
too heavy.
"""
OTHER = """<!doctype html><html lang="en"><head><title>Carrier rejects blame for Orlec bridge</title></head><body><article>
<h1>Carrier rejects blame for Orlec bridge</h1><p>The carrier rejected the blame for the crack in the bridge at Orlec on Tuesday.
“Our lorries were never too heavy,” its director, Tomas Varga, told reporters in the harbour office, where the board had met.</p>
<p>According to the harbour board, forty lorries crossed the bridge in the night before the crack was found by an engineer.</p>
</article></body></html>
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the pages speak of: story.txt, other.html, folder/ and the bundled coverage/."""
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "other.html").write_text(OTHER, encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "story.txt").write_text(STORY, encoding="utf-8")
    with as_file(files("allegedly").joinpath("demo")) as coverage:
        shutil.copytree(coverage, tmp_path / "coverage", ignore=shutil.ignore_patterns("*.py", "__pycache__", "README.md"))
    return tmp_path


def environment() -> dict[str, str]:
    """As in a terminal that is 100 columns wide and has this environment's commands on its path."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    return os.environ | {"PATH": path, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONUTF8": "1"}


def run(line: str, desk: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", line],
        cwd=desk,
        env=environment(),
        text=True,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_commands_do_what_the_page_shows(page: Path, desk: Path) -> None:
    for block in blocks(page):
        if block.language == "console":
            for command in commands(block):
                if command.line.split()[0] in ("make", "git", "pip", "cd"):
                    continue
                done = run(command.line, desk)
                said = f"{page_id(page)}, line {block.line}: $ {command.line}\n{done.stdout}{done.stderr}"
                assert done.returncode in (0, 3), said
                assert not command.output or matches(command.output, done.stdout) or matches(command.output, done.stderr), said


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_python_runs(page: Path, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    names: dict[str, object] = {"__name__": page.stem}
    for block in blocks(page):
        if block.language == "python":
            exec(compile("\n" * (block.line - 1) + block.body, str(page), "exec"), names)


@pytest.mark.parametrize("page", PAGES, ids=page_id)
def test_what_is_made_can_be_made(page: Path) -> None:
    made = set(re.findall(r"^(?:\$ |`)?make ([a-z]+)\b", page.read_text(encoding="utf-8"), re.MULTILINE))
    made |= set(re.findall(r"`make ([a-z]+)", page.read_text(encoding="utf-8")))
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert made <= targets


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_says_what_it_does(command: str, desk: Path) -> None:
    done = run(f"allegedly {command} --help", desk)
    assert done.returncode == 0, done.stderr
    assert f"allegedly {command}" in done.stdout


def test_options_that_pages_name_exist() -> None:
    """An option named beside `allegedly` in a page is one that the command line knows."""
    context = allegedly.make_context("allegedly", [], resilient_parsing=True)
    known = {"--help", "--version"}
    waiting = [allegedly.get_command(context, name) for name in COMMANDS]
    while waiting:
        command = waiting.pop()
        assert command is not None
        known |= {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
        waiting += list(getattr(command, "commands", {}).values())
    for page in PAGES:
        lines = [line for line in page.read_text(encoding="utf-8").splitlines() if re.match(r"\s*(\$ )?allegedly ", line)]
        named = {option for line in lines for option in re.findall(r"(?<![\w-])--[a-z][a-z-]*", line)}
        assert named <= known, page_id(page)


def test_what_is_read_has_the_one_json_shape(desk: Path) -> None:
    done = run("allegedly read story.txt other.html coverage --tagger cues --json", desk)
    assert done.returncode in (0, 3), done.stderr
    validator = Draft202012Validator(json.loads(schema_text()))
    lines = done.stdout.splitlines()
    assert len(lines) >= 8
    for line in lines:
        one = json.loads(line)
        if "article" in one:
            validator.validate(one)
            for statement in one["statements"]:
                assert statement["words"] in one["article"]["text"]
