"""README and docs as the checks see them: pages with fenced blocks and links.

What a block's language says is done with it:

    console     lines that begin with `$ ` are run, in order, in one folder for each page; lines after a command are what it
                writes, where `...` stands for anything
    python      is run, in order, in that folder
    (others)    are only shown

`<!-- not run: reason -->` on the line before a block leaves it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = tuple(sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]))

_FENCE = re.compile(r"^(?P<left_out><!-- not run: .+? -->\n+)?```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!\!)\[[^\]\n]+\]\((?P<target>[^)\s]+)\)")


@dataclass(frozen=True)
class FencedBlock:
    """A fenced block: its language, what is in it, and the number of its first line."""

    page: Path
    language: str
    body: str
    line: int


@dataclass(frozen=True)
class Command:
    """A command of a console block, and the lines that it is said to write."""

    line: str
    output: tuple[str, ...]


def page_id(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path) -> Iterator[FencedBlock]:
    """The blocks of a page that are not left out."""
    text = page.read_text(encoding="utf-8")
    for found in _FENCE.finditer(text):
        if not found["left_out"]:
            yield FencedBlock(page, found["language"], found["body"], text.count("\n", 0, found.start("body")) + 1)


def commands(block: FencedBlock) -> list[Command]:
    """The commands of a console block; a line that ends in a backslash goes on."""
    out: list[Command] = []
    for line in block.body.replace("\\\n", "").splitlines():
        if line.startswith("$ "):
            out.append(Command(line[2:], ()))
        elif out and (line.strip() or out[-1].output):
            out[-1] = Command(out[-1].line, (*out[-1].output, line.rstrip()))
    return out


def links(page: Path) -> Iterator[str]:
    """The targets of a page's links that lie in this repository, without their anchors."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    for found in _LINK.finditer(text):
        if not re.match(r"[a-z]+:", found["target"]) and not found["target"].startswith("#"):
            yield found["target"].split("#", 1)[0]


def matches(expected: tuple[str, ...], written: str) -> bool:
    """Whether what was written is what the page says; `...` stands for any run of characters, lines too."""
    wanted = "\n".join(expected).strip()
    pattern = ".*".join(re.escape(part) for part in re.split(r"\.\.\.", wanted))
    lines = "\n".join(line.rstrip() for line in written.splitlines()).strip()
    return re.fullmatch(pattern, lines, re.DOTALL) is not None
