"""Writes the tests' pages as a set of the public benchmark's format: `python -m tests.read.extraction_set FOLDER`.

`allegedly evaluate extraction FOLDER` then measures the choice of text on them, beside bare trafilatura.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.read.odd_shapes import ODD_SHAPES
from tests.read.shapes import SHAPES, STORIES, Story
from tests.read.site_shapes import SITE_SHAPES, body_of


def pages() -> Iterator[tuple[str, str, list[str]]]:
    """The name of every page, its markup, and its body as a person would cut it out, a block each."""
    for number, story in enumerate(STORIES):
        for name, shape in SITE_SHAPES.items():
            yield f"site-{name}-{number}", shape(story), body_of(name, story)
        for name, shape in SHAPES.items():
            yield f"shape-{name}-{number}", shape(story), _body(name, story)
        for name, shape in ODD_SHAPES.items():
            yield f"odd-{name}-{number}", shape(story), _odd_body(name, story)


def _body(name: str, story: Story) -> list[str]:
    lines = list(story.paragraphs if name in {"tables", "application", "amp", "live_blog", "wire"} else story.body)
    if name == "paywall":
        return list(story.paragraphs[:2])
    if name == "live_blog":
        return [line for number, text in enumerate(lines) for line in (f"Post {number}", text)]
    if name == "wire":
        return [f"ORLEC - {lines[0]}", *lines[1:]]
    added = {"clean": story.items, "feature": (story.pull_quote,)}
    return [*lines, *added.get(name, ())]


def _odd_body(name: str, story: Story) -> list[str]:
    lines = list(story.paragraphs)
    if name == "interview":
        return [line for number, text in enumerate(lines) for line in (f"Is that so, question {number}?", text)]
    if name == "with_table":
        return [lines[0], "Year Count 2025 12", *lines[1:]]
    return sorted(lines, key=lambda line: bool(set("&<>") & set(line))) if name == "nested" else lines


def write_set(folder: Path) -> int:
    """Writes the set; how many pages it has."""
    (folder / "html").mkdir(parents=True, exist_ok=True)
    truth: dict[str, dict[str, str]] = {}
    for name, page, body in pages():
        truth[name] = {"articleBody": "\n\n".join(body), "url": f"https://courier.example/{name}"}
        (folder / "html" / f"{name}.html.gz").write_bytes(gzip.compress(page.encode(), mtime=0))
    (folder / "ground-truth.json").write_text(json.dumps(truth, ensure_ascii=False), encoding="utf-8")
    return len(truth)


if __name__ == "__main__":
    sys.stdout.write(f"{write_set(Path(sys.argv[1]))} pages\n")
