"""Sentences judged for event factuality as windows of the tagger's pieces."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path

import numpy as np
from corpus import pieces_of

from allegedly.attribute.encoding import Pieces, windows
from allegedly.attribute.wordpiece import Tokenizer
from allegedly.evaluation.factuality import JudgedSentence, read_factuality
from allegedly.evaluation.timebank import REPORTS, LinkedDocument
from allegedly.model import Span

SETS = ("UW", "UDS_IH2", "MEANTIME", "MV2", "RP")
"""Each has an output of its own: annotators of different sets do not mean the same by 3."""
LONGEST = 254


@dataclass(slots=True)
class Window:
    """The pieces of one window without its opening and closing mark, and what is known of them."""

    name: str
    pieces: Pieces
    at: np.ndarray
    """[n] the piece of each judged predicate: the first of its first word."""
    value: np.ndarray
    """[n] its factuality; none for a document of TimeBank."""
    marks: np.ndarray | None = None
    """[n, 3] for a document of TimeBank: event, reported, subordinate."""

    def __len__(self) -> int:
        return len(self.pieces)


def read_set(folder: Path, name: str, part: str) -> tuple[JudgedSentence, ...]:
    """The sentences of a set's part (`train`, `dev`)."""
    return read_factuality(folder / name / f"{part}.jsonl")


def join(sentences: list[JudgedSentence], blank: str) -> tuple[str, list[tuple[Span, float]]]:
    """Neighbouring sentences as one text."""
    text, found = "", []
    for sentence in sentences:
        text += blank if text else ""
        found += [(Span(p.span.start + len(text), p.span.end + len(text)), p.factuality) for p in sentence.predicates]
        text += sentence.text
    return text, found


def window_of(name: str, text: str, found: list[tuple[Span, float]], tokenizer: Tokenizer) -> Window:
    """A text with its judged predicates; what lies behind the window's end is left out."""
    pieces = pieces_of(text, tokenizer)
    at = np.searchsorted(pieces.end, [span.start for span, _ in found], side="right").astype(np.int64)
    value = np.array([value for _, value in found], dtype=np.float32)
    held = at < min(len(pieces), LONGEST)
    return Window(name, pieces, at[held], value[held])


def windows_of(name: str, sentences: tuple[JudgedSentence, ...], tokenizer: Tokenizer, rng: random.Random | None) -> list[Window]:
    """The sentences alone, or with `rng` in company of their neighbours: one to eight as one paragraph or as several."""
    if rng is None:
        return [window_of(name, *join([sentence], " "), tokenizer) for sentence in sentences]
    found: list[Window] = []
    at = 0
    while at < len(sentences):
        most = rng.choice((1, 1, 2, 4, 8))
        group, words = [sentences[at]], sentences[at].text.count(" ")
        while len(group) < most and at + len(group) < len(sentences):
            words += sentences[at + len(group)].text.count(" ")
            if words > LONGEST * 0.7:
                break
            group.append(sentences[at + len(group)])
        found.append(window_of(name, *join(group, rng.choice((" ", " ", "\n"))), tokenizer))
        at += len(group)
    return found


OUTPUTS = (*SETS, "event", "reported", "subordinate")
"""What the branch gives for each piece: a factuality for each set; whether it is an event; whether a saying, or any other
verb that takes a clause (TimeBank's links), governs it."""


def timebank_windows(documents: Iterable[LinkedDocument], tokenizer: Tokenizer, shift: int) -> list[Window]:
    """The windows of documents; `at` holds every piece that opens a word, `marks` its three labels."""
    found: list[Window] = []
    for document in documents:
        pieces = pieces_of(document.text, tokenizer)
        marks = np.zeros((len(pieces), 3), dtype=np.float32)
        places = np.searchsorted(pieces.end, [event.start for event in document.events], side="right")
        marks[places, 0] = 1
        for link in document.links:
            marks[places[link.below], 1 if link.relation in REPORTS else 2] = 1
        for low, high in windows(pieces, LONGEST, 64, shift):
            held = Pieces(*(getattr(pieces, field.name)[low:high] for field in fields(Pieces)))
            at = np.flatnonzero(held.first)
            found.append(Window("timebank", held, at, np.zeros(0, dtype=np.float32), marks[low:high][at]))
    return found
