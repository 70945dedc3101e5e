"""The golden findings: what the cue rules find in the bundled coverage, one line for the article and one for each statement.

`python -m tests.golden.coverage` writes them anew; read the difference before committing it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from allegedly.export.json_shape import findings_to_json
from allegedly.model import Article, Origin
from allegedly.read import read
from allegedly.reading import find, load_tagger

GOLDEN = Path(__file__).parent / "coverage"
LEFT_OUT = ("capture", "blocks")
"""What is not golden in an article: how it was read changes with versions of readers, and has tests of its own."""


def coverage() -> Iterator[tuple[str, Article]]:
    """The bundled texts by the names of their files."""
    for text in sorted(files("allegedly").joinpath("demo").iterdir(), key=lambda entry: entry.name):
        if text.name.endswith((".html", ".txt")):
            yield text.name, read(text.read_bytes(), Origin(name=text.name))


def golden_lines(article: Article) -> list[str]:
    """What is found in `article`, as the golden file has it."""
    found = findings_to_json(find(article, load_tagger("cues", article.language)))
    about, statements = found["article"], found["statements"]
    assert isinstance(about, dict)
    assert isinstance(statements, list)
    kept = {key: value for key, value in about.items() if key not in LEFT_OUT}
    return [json.dumps(value, ensure_ascii=False) for value in (kept, *statements)]


def path_of(name: str) -> Path:
    """The golden file for the text in the file of that name."""
    return GOLDEN / f"{name.rpartition('.')[0]}.jsonl"


def main() -> None:
    """Write the golden files."""
    GOLDEN.mkdir(exist_ok=True)
    for name, article in coverage():
        path_of(name).write_text("\n".join(golden_lines(article)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
