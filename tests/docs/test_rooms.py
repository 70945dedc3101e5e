"""docs/architecture.md, the import contracts and the folders say the same."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

from tests.docs.documents import ROOT

SOURCE = ROOT / "src" / "allegedly"
LINES, FUNCTION_LINES = 330, 60
"""A file of more lines, or a function, is two rooms: the plan says about 300 and about 50."""


def layers() -> list[list[str]]:
    """The floors of the import contract, from the top, brackets of rooms that are not there yet taken off."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(each for each in settings["tool"]["importlinter"]["contracts"] if each["id"] == "rooms")
    return [[room.strip(" ()") for room in layer.split("|")] for layer in contract["layers"]]


def rooms() -> set[str]:
    """The rooms that are there: folders with code in them, and files."""
    folders = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").is_file()}
    return folders | {path.stem for path in SOURCE.glob("*.py")} - {"__init__", "__main__"}


def test_every_room_has_its_floor() -> None:
    assert rooms() <= {room for layer in layers() for room in layer}


def test_the_plan_shows_the_same_floors_in_the_same_order() -> None:
    plan = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    drawn = re.search(r"```rooms\n(.*?)```", plan, re.DOTALL)
    assert drawn is not None
    named = [re.findall(r"\b[a-z]+\b(?=/|\.py)", line) for line in drawn[1].splitlines()]
    shown = [[room for room in floor if room in rooms()] for floor in named]
    wanted = [[room for room in layer if room in rooms()] for layer in layers()]
    assert [floor for floor in shown if floor] == [floor for floor in wanted if floor]


def python_files() -> list[Path]:
    return [path for folder in ("src", "tests", "benchmarks") for path in sorted((ROOT / folder).rglob("*.py"))]


def test_no_file_and_no_function_is_too_long() -> None:
    long = []
    for path in python_files():
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > LINES:
            long.append(f"{path.relative_to(ROOT)}: {text.count(chr(10))} lines")
        if path.is_relative_to(SOURCE):
            for node in ast.walk(ast.parse(text)):
                if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES:
                    long.append(f"{path.relative_to(ROOT)}: {node.name} is {(node.end_lineno or 0) - node.lineno + 1} lines")
    assert not long


def test_names_say_what_is_inside() -> None:
    nothing_said = {"utils", "util", "helpers", "helper", "common", "core", "manager", "base", "misc"}
    assert not [path for path in python_files() if nothing_said & {path.stem, path.parent.name}]


def test_everything_broad_is_caught_in_two_places_only() -> None:
    """`except Exception` stands in the item loop of bulk work and at the HTTP boundary; nothing is caught bare."""
    broad = [
        str(path.relative_to(SOURCE))
        for path in sorted(SOURCE.rglob("*.py"))
        if re.search(r"except(\s*:|\s+(Base)?Exception\b)", path.read_text(encoding="utf-8"))
    ]
    assert len(broad) <= 2, broad
