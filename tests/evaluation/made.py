"""Gold made from marked text, for the tests of this room."""

from __future__ import annotations

from pathlib import Path

from tests.marked import parse_marked

from allegedly.evaluation import Gold, GoldDocument, Labelled, labelled


def document(marked: str, name: str = "wire_2026-01-02_tax") -> GoldDocument:
    text, attributions = parse_marked(marked)
    return GoldDocument(name, text, (("ann", labelled(attributions)),))


def gold(*documents: GoldDocument) -> Gold:
    return Gold(documents, broken_lines=0, without_text=(), digest="made")


def found(marked: str) -> tuple[Labelled, ...]:
    return labelled(parse_marked(marked)[1])


def write_gold(folder: Path, documents: dict[str, str], annotations: dict[str, str]) -> Path:
    (folder / "text").mkdir(parents=True)
    (folder / "attributions").mkdir()
    for name, text in documents.items():
        (folder / "text" / f"{name}.txt").write_bytes(text.encode("utf-8"))
    for name, content in annotations.items():
        (folder / "attributions" / f"{name}.ann").write_text(content, encoding="utf-8")
    return folder
