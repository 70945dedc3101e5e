"""Articles with gold attributions, as the network's pieces and labels."""

from __future__ import annotations

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from allegedly.attribute.encoding import Pieces, encode
from allegedly.attribute.neural import pieces_of_article
from allegedly.attribute.wordpiece import Tokenizer, WordPiece
from allegedly.languages import Language
from allegedly.model import Article, Capture, Origin
from allegedly.segment import segment

ROLES = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-content", "I-content")
Fragments = list[tuple[int, int]]
Gold = dict[str, Fragments]


def read_annotations(path: Path) -> list[Gold]:
    """The attributions of one brat file, as the outside scorer reads them."""
    spans: dict[str, Fragments] = {}
    events: list[list[str]] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        parts = line.split("\t")
        if line.startswith("T") and len(parts) >= 2 and " " in parts[1]:
            offsets = parts[1].split(" ", 1)[1]
            spans[parts[0]] = [(int(a), int(b)) for a, b in (o.split() for o in offsets.split(";"))]
        elif line.startswith("E") and len(parts) == 2:
            events.append(parts[1].split())
    found = []
    for arguments in events:
        if not arguments or not arguments[0].startswith("Attribution"):
            continue
        gold: Gold = {role: [] for role in ROLES}
        for argument in arguments[1:]:
            role, name = argument.rsplit(":", 1)
            role = role.rstrip("0123456789").lower()
            if role in gold and name in spans:
                gold[role] = sorted(set(gold[role]) | set(spans[name]))
        if gold["content"] or gold["cue"]:
            found.append(gold)
    return found


def read_polnear(folder: Path) -> Iterator[tuple[str, str, list[list[Gold]]]]:
    """Each annotated article: id, text, and the attributions of each annotator in sorted order."""
    by: dict[str, dict[str, Path]] = defaultdict(dict)
    for path in sorted((folder / "attributions").glob("*.ann")):
        article, who = path.stem.rsplit("_", 1)
        by[article][who] = path
    for path in sorted((folder / "text").glob("*.txt")):
        if path.stem in by:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            yield path.stem, text, [read_annotations(by[path.stem][who]) for who in sorted(by[path.stem])]


def shingles(text: str, width: int = 8) -> set[int]:
    """Hashes of the runs of `width` words, to find doubles."""
    words = re.findall(r"\w+", text.lower())
    return {hash(tuple(words[i : i + width])) for i in range(max(0, len(words) - width + 1))}


def read_silver(path: Path, held_out: list[str], limit: int = 10**9) -> Iterator[tuple[str, str]]:
    """Unlabelled articles that share fewer than a twentieth of their shingles with the held-out texts."""
    known = set().union(*(shingles(text) for text in held_out)) if held_out else set()
    kept = 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            mine = shingles(row["text"])
            if not mine or len(mine & known) > 0.05 * len(mine):
                continue
            yield row["id"], row["text"]
            kept += 1
            if kept >= limit:
                return


_END = re.compile(r"[.!?]+[\"\u201d\u2019')\]]*\s+(?=[\"\u201c\u2018'(\[]*[A-Z0-9])")


Quoted = list[tuple[int, int, int]]


def plain_borders(text: str) -> tuple[Fragments, Fragments, Quoted]:
    """A stand-in for the segmenter: sentences, paragraphs and quotations by a few patterns."""
    paragraphs = [m.span() for m in re.finditer(r"[^\n]+", text)]
    sentences: Fragments = []
    quotations: Fragments = []
    for begin, end in paragraphs:
        last = begin
        for match in _END.finditer(text, begin, end):
            sentences.append((last, match.end()))
            last = match.end()
        sentences.append((last, end))
        quotations += _paragraph_quotations(text, begin, end)
    return sentences, paragraphs, [(a, b, n) for n, (a, b) in enumerate(quotations)]


def _paragraph_quotations(text: str, begin: int, end: int) -> Fragments:
    found: Fragments = []
    opened, i = -1, begin
    while i < end:
        width = 2 if text[i : i + 2] in ("''", "``") else 1 if text[i] in '"\u201c\u201d' else 0
        if width:
            before = text[i - 1] if i > begin else " "
            after = text[i + width] if i + width < end else " "
            if opened < 0:
                if text[i] in "\u201c`" or (
                    not after.isspace() and (before.isspace() or (not before.isalnum() and before not in ".,!?;:"))
                ):
                    opened = i
            elif text[i] not in "\u201c`":
                found.append((opened, i + width))
                opened = -1
        i += width or 1
    if opened >= 0:
        found.append((opened, end))
    return found


@dataclass(slots=True)
class Soft:
    """A teacher's probabilities for one article."""

    scores: np.ndarray
    """[pieces, 5]: O, B, I of cues; source and content, each on its own."""
    anchors: list[tuple[int, int, int, int, float, np.ndarray]]
    """(first, last + 1, window's first, window's last + 1, probability, [window, 5] role probabilities)."""


@dataclass(slots=True)
class Labelled:
    """One article in pieces; for each annotator its cues (half-open piece ranges) and each cue's labels."""

    name: str
    text: str
    pieces: Pieces
    cues: list[np.ndarray]
    """Per annotator [k, 2]."""
    labels: list[list[list[tuple[int, int, int]]]]
    """Per annotator and cue: (first piece, last piece + 1, 0 source | 1 content)."""
    soft: Soft | None = None


def tokenizer_of(path: Path) -> Tokenizer:
    """The tokenizer without padding and cutting, and without the markers that reach over blanks, such as MPNet's <mask>."""
    settings = json.loads(whole_settings(path))
    settings["added_tokens"] = [each for each in settings["added_tokens"] if not (each["lstrip"] or each["normalized"])]
    return WordPiece.of(settings)


def whole_settings(path: Path) -> str:
    """The text of a `tokenizer.json` with padding and cutting switched off, as the weights ship it."""
    settings = json.loads(path.read_text(encoding="utf-8")) | {"truncation": None, "padding": None}
    return json.dumps(settings, ensure_ascii=False, separators=(",", ":"))


def pieces_of(text: str, tokenizer: Tokenizer, plain: bool = False) -> Pieces:
    """The pieces of a text."""
    if plain:
        return encode(text, tokenizer, *plain_borders(text))
    article = Article("", text, (), "en", Origin(), Capture("", "", ""))
    return pieces_of_article(article, segment(article, Language("en")), tokenizer)


def label(name: str, text: str, annotators: list[list[Gold]], pieces: Pieces) -> Labelled:
    """Gold character spans as piece ranges that begin and end at words."""
    opens = np.flatnonzero(pieces.first)
    closes = np.append(opens[1:], len(pieces))
    word_start, word_end = pieces.start[opens], pieces.end[closes - 1]

    def to_pieces(fragment: tuple[int, int]) -> tuple[int, int] | None:
        a = int(np.searchsorted(word_end, fragment[0], side="right"))
        b = int(np.searchsorted(word_start, fragment[1], side="left"))
        return (int(opens[a]), int(closes[b - 1])) if b > a else None

    cues, labels = [], []
    for golds in annotators:
        mine, roles = [], []
        for gold in sorted(golds, key=lambda g: g["cue"]):
            cue = to_pieces((gold["cue"][0][0], gold["cue"][-1][1])) if gold["cue"] else None
            if cue is None or (mine and cue[0] < mine[-1][1]):
                continue
            mine.append(cue)
            held = []
            for kind, role in enumerate(("source", "content")):
                for fragment in gold[role]:
                    span = to_pieces(fragment)
                    if span is not None:
                        held.append((*span, kind))
            roles.append(held)
        cues.append(np.array(mine, dtype=np.int64).reshape(-1, 2))
        labels.append(roles)
    return Labelled(name, text, pieces, cues, labels)
