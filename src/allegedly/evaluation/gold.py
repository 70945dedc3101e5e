"""Reads gold attributions in brat standoff, as PolNeAR and PARC come in it.

A gold folder holds `text/<document>.txt` and `attributions/<document>_<annotator>.ann`. In an annotation file, a line
`T1<tab>Source 89 106;110 115<tab>words` is a span with its role, perhaps discontinuous, and a line
`E1<tab>Attribution:T4 Content:T3 Cue:T2 Source:T1` joins spans into an attribution (https://brat.nlplab.org/standoff.html).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from allegedly.errors import GoldError
from allegedly.evaluation.labelled import ROLES, Labelled, Runs
from allegedly.model import Article, Block, BlockKind, Capture, Origin, Span, article_id, sha256


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One text with what each annotator found in it; `annotations` in the sorted order of the annotators' names."""

    name: str
    text: str
    annotations: tuple[tuple[str, tuple[Labelled, ...]], ...]

    @property
    def attributions(self) -> tuple[Labelled, ...]:
        """The gold: what the first annotator found, as is usual with this corpus."""
        return self.annotations[0][1] if self.annotations else ()

    @property
    def outlet(self) -> str:
        """What stands before the first underscore of the name: PolNeAR names its documents `outlet_date_title`."""
        return self.name.split("_", 1)[0]

    def article(self, language: str = "en") -> Article:
        """The text as an article, not a character changed; every line that is not blank is a block."""
        digest = sha256(self.text)
        origin = Origin(name=self.name)
        capture = Capture(bytes_sha256=digest, text_sha256=digest, reader="gold", encoding="utf-8")
        return Article(article_id(digest, origin), self.text, tuple(_blocks(self.text)), language, origin, capture)


@dataclass(frozen=True, slots=True)
class Gold:
    """A folder of gold: `documents` in the sorted order of their names.

    `broken_lines`: lines of annotation that say nothing readable and were skipped. `without_text`: annotation files whose
    text is missing. `digest`: changes whenever a text or an annotation does.
    """

    documents: tuple[GoldDocument, ...]
    broken_lines: int
    without_text: tuple[str, ...]
    digest: str

    @property
    def annotated(self) -> tuple[GoldDocument, ...]:
        """The documents that somebody annotated: those that are scored."""
        return tuple(document for document in self.documents if document.annotations)


def read_gold(folder: Path) -> Gold:
    """The gold in `folder`. Raises `GoldError` where there is none, or where a file of it cannot be read."""
    texts, annotations = folder / "text", folder / "attributions"
    if not texts.is_dir() or not annotations.is_dir():
        raise GoldError(f"{folder} is no gold: expected the folders {texts.name}/ and {annotations.name}/ in it")
    broken, digests = 0, []
    found: dict[str, list[tuple[str, tuple[Labelled, ...]]]] = {}
    for path in sorted(annotations.glob("*.ann"), key=lambda path: path.name):
        document, _, annotator = path.stem.rpartition("_")
        if not document:
            raise GoldError(f"{path} names no annotator: expected <document>_<annotator>.ann")
        content = _read(path)
        attributions, skipped = parse_standoff(content)
        found.setdefault(document, []).append((annotator, attributions))
        digests.append(f"{path.name} {sha256(content)}")
        broken += skipped
    documents = []
    for path in sorted(texts.glob("*.txt"), key=lambda path: path.name):
        text = _read(path)
        documents.append(GoldDocument(path.stem, text, tuple(sorted(found.pop(path.stem, []), key=itemgetter(0)))))
        digests.append(f"{path.name} {sha256(text)}")
    if not any(document.annotations for document in documents):
        raise GoldError(
            f"{folder} holds no annotated text: {len(documents)} texts, {len(digests) - len(documents)} annotation files"
        )
    return Gold(tuple(documents), broken, tuple(sorted(found)), sha256("\n".join(digests)))


def parse_standoff(content: str) -> tuple[tuple[Labelled, ...], int]:
    """The attributions of an annotation file, and how many of its lines are broken.

    An attribution with neither cue nor content is none. Lines about other things (attributes, relations, notes) are passed over.

    >>> parse_standoff("T1\\tCue 4 8\\tsaid\\nT2\\tContent 9 11;14 16\\tso ..\\nE1\\tAttribution:T1 Cue:T1 Content:T2")
    ((Labelled(source=(), cue=((4, 8),), content=((9, 11), (14, 16)), confidence=1.0),), 0)
    >>> parse_standoff("T1\\tSource 0 x\\tAnn")
    ((), 1)
    """
    spans: dict[str, Runs] = {}
    events: list[list[str]] = []
    broken = 0
    for line in content.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        fields = line.split("\t")
        if line.startswith("T"):
            runs = _span_runs(fields)
            if runs is None:
                broken += 1
            else:
                spans[fields[0]] = runs
        elif line.startswith("E"):
            if len(fields) == 2 and fields[1].split():
                events.append(fields[1].split())
            else:
                broken += 1
    attributions = []
    for event in events:
        if event[0].startswith("Attribution"):
            attribution, skipped = _joined(event[1:], spans)
            broken += skipped
            if attribution.cue or attribution.content:
                attributions.append(attribution)
    return tuple(attributions), broken


def _span_runs(fields: list[str]) -> Runs | None:
    """The runs of a span's line; `None` where the line is broken."""
    _, _, offsets = fields[1].partition(" ") if len(fields) > 1 else ("", "", "")
    try:
        runs = tuple((int(start), int(end)) for start, end in (run.split() for run in offsets.split(";")))
    except ValueError:
        return None
    return runs if all(0 <= start < end for start, end in runs) else None


def _joined(arguments: list[str], spans: dict[str, Runs]) -> tuple[Labelled, int]:
    """The attribution that an event's arguments make, and how many of them name no readable span."""
    roles: dict[str, set[tuple[int, int]]] = {role: set() for role in ROLES}
    broken = 0
    for argument in arguments:
        name, _, span = argument.rpartition(":")
        role = name.rstrip("0123456789").lower()
        if span in spans and role in roles:
            roles[role].update(spans[span])
        elif role in roles or not name:
            broken += 1
    source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
    return Labelled(source, cue, content), broken


def _blocks(text: str) -> Iterator[Block]:
    start = 0
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped:
            opening = start + len(line) - len(line.lstrip())
            yield Block(BlockKind.PARAGRAPH, Span(opening, opening + len(stripped)))
        start += len(line) + 1


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise GoldError(f"{path} cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise GoldError(f"{path} is not in UTF-8: {error.reason} at byte {error.start}") from error
