"""The neural tagger: a small encoder in int8 that looks at an article from each of its cues."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from allegedly.attribute.confidence import Calibration
from allegedly.attribute.decoding import Floats, Range, Thresholds
from allegedly.attribute.drafts import Draft, Shape, drafts
from allegedly.attribute.edges import Edges
from allegedly.attribute.encoding import Ints, Pieces, encode
from allegedly.attribute.scores import NeuralScores
from allegedly.attribute.sessions import Graph
from allegedly.attribute.states import States
from allegedly.attribute.wordpiece import Tokenizer, WordPiece
from allegedly.errors import ModelError
from allegedly.languages import Language, load_language
from allegedly.model import Article, Attribution, Segments, Span, Spans, merged

MODELS = Path(__file__).parent.parent / "models"
NAMED = ("model.onnx", "roles.onnx", "antecedents.onnx", "factuality.onnx", "tokenizer.json", "labels.json")
"""The files whose digests `digest.json` holds."""


def pieces_of_article(article: Article, segments: Segments, tokenizer: Tokenizer) -> Pieces:
    """The article as the network reads it."""
    fragments = sorted(
        (span.start, span.end, number)
        for number, quotation in enumerate(segments.quotations)
        if quotation.depth == 0
        for span in quotation.fragments
    )
    return encode(
        article.text,
        tokenizer,
        [(span.start, span.end) for span in segments.sentences],
        [(span.start, span.end) for span in segments.paragraphs],
        fragments,
    )


class OnnxNetwork:
    """The network in onnxruntime: one graph for windows, one for the roles of their cues, and the heads on their states."""

    def __init__(self, folder: Path, threads: int) -> None:
        self._looking, self._giving, self._meaning, self._judging = (
            Graph(folder / name, threads) for name in ("model.onnx", "roles.onnx", "antecedents.onnx", "factuality.onnx")
        )

    @classmethod
    def load(cls, folder: Path, threads: int) -> OnnxNetwork:
        """The network with the graphs that every article needs already opened."""
        network = cls(folder, threads)
        network._looking.open()
        network._giving.open()
        return network

    def look(self, ids: Ints, case: Ints, gap: Ints, quote: Ints) -> tuple[Floats, Floats, Floats]:
        """The last and the middle states [pieces, width] and the cue scores [pieces, 5] of one window."""
        inputs = {"ids": ids, "case": case, "gap": gap, "quote": quote}
        hidden, middle, scores = self._looking.run(
            ("hidden", "middle", "scores"), {name: each[None] for name, each in inputs.items()}
        )
        return hidden[0], middle[0], scores[0]

    def roles(self, hidden: Floats, span: Floats, distance: Ints, relation: Ints) -> tuple[Floats, Floats]:
        """For each cue the role scores [cues, pieces, 5] and the score that it is a cue [cues]."""
        inputs: dict[str, Floats | Ints] = {"hidden": hidden[None], "span": span, "distance": distance, "relation": relation}
        roles, real = self._giving.run(("roles", "real"), inputs)
        return roles, real

    def antecedents(self, states: Floats, weights: Floats, first: Ints, second: Ints, features: Ints) -> Floats:
        """The log-odds of pairs of mentions [pairs], from the middle states of a stretch of pieces."""
        inputs: dict[str, Floats | Ints] = {
            "states": states[None],
            "weights": weights,
            "first": first,
            "second": second,
            "features": features,
        }
        return self._meaning.run(("scores",), inputs)[0]

    def factuality(self, middle: Floats, hidden: Floats) -> Floats:
        """For each piece of a window [pieces, 5] how surely what it names happens, and whether it is an event, and governed."""
        return self._judging.run(("scores",), {"middle": middle[None], "hidden": hidden[None]})[0]


@dataclass(frozen=True, slots=True)
class Settings:
    """The numbers that ship beside the weights, in `labels.json`."""

    shape: Shape
    thresholds: Thresholds
    calibration: Calibration

    @classmethod
    def read(cls, path: Path) -> Settings:
        """The settings of a model folder."""
        numbers: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return cls(Shape(**numbers["shape"]), Thresholds(**numbers["thresholds"]), Calibration.of(numbers["calibration"]))


class NeuralTagger:
    """A `Tagger` that runs the network of a model folder. The same text gives the same attributions in any company."""

    def __init__(
        self, folder: Path, tokenizer: Tokenizer, network: OnnxNetwork, settings: Settings, digest: str, language: Language
    ) -> None:
        self._folder, self._tokenizer, self._network = folder, tokenizer, network
        self._settings, self._digest, self._edges = settings, digest, Edges(language)

    @classmethod
    def load(cls, language: str = "en", *, folder: Path | None = None, threads: int = 1) -> NeuralTagger:
        """Opens the weights of a language, or of `folder`, once their digests are found to be right.

        Raises `ModelError` where a file is missing, cut or another than `digest.json` names.
        """
        folder = folder or MODELS / language
        digest = checked(folder)
        tokenizer = WordPiece.read(folder / "tokenizer.json")
        network, settings = OnnxNetwork.load(folder, threads), Settings.read(folder / "labels.json")
        return cls(folder, tokenizer, network, settings, digest, load_language(language))

    @property
    def name(self) -> str:
        """`neural-` and the language."""
        return f"neural-{self._folder.name}"

    @property
    def digest(self) -> str:
        """The digest of all files of the model."""
        return self._digest

    def __call__(self, article: Article, segments: Segments) -> Sequence[Attribution]:
        """The attributions of `article`, in the order of their first character."""
        return self._attributions(States(pieces_of_article(article, segments, self._tokenizer)), article.text)

    def tagged(self, article: Article, segments: Segments) -> tuple[Sequence[Attribution], NeuralScores]:
        """The attributions of `article`, and the scores of its words from the same pass."""
        states = States(pieces_of_article(article, segments, self._tokenizer))
        return self._attributions(states, article.text), NeuralScores(states, self._network)

    def _attributions(self, states: States, text: str) -> Sequence[Attribution]:
        pieces = states.pieces
        found = drafts(pieces, self._network, self._settings.shape, self._settings.thresholds, states)
        given = [self._edges.trimmed(self._attribution(draft, pieces), text) for draft in found if draft.content]
        bar = self._settings.thresholds
        kept = [each for each in given if each.confidence >= (bar.keep if each.source else bar.keep_sourceless)]
        return sorted(kept, key=lambda each: (each.extent, each.cue))

    def many(self, articles: Iterable[tuple[Article, Segments]]) -> Iterator[Sequence[Attribution]]:
        """The attributions of each article, in order; each is what a call for the article alone gives."""
        for article, segments in articles:
            yield self(article, segments)

    def _attribution(self, draft: Draft, pieces: Pieces) -> Attribution:
        whole, roles = self._settings.calibration.of_draft(draft)
        return Attribution(
            source=_spans(draft.source, pieces),
            cue=_spans((draft.cue,), pieces),
            content=_spans(draft.content, pieces),
            confidence=whole,
            roles=roles,
        )


def _spans(ranges: tuple[Range, ...], pieces: Pieces) -> Spans:
    return merged(Span(int(pieces.start[a]), int(pieces.end[b - 1])) for a, b in ranges)


def checked(folder: Path) -> str:
    """The digest of a model folder, its files being those that `digest.json` names; else raises `ModelError`."""
    try:
        wanted: dict[str, str] = json.loads((folder / "digest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"no model in {folder}: digest.json cannot be read ({error}); reinstall allegedly") from error
    for name in NAMED:
        path = folder / name
        if not path.is_file():
            raise ModelError(f"the model in {folder} has no {name}; reinstall allegedly")
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != wanted.get(name):
            raise ModelError(
                f"{path} is not the file that digest.json names: found sha256 {found[:12]}…, "
                f"expected {str(wanted.get(name))[:12]}…; it is cut or another version, reinstall allegedly"
            )
    return hashlib.sha256("".join(f"{name}:{wanted[name]}\n" for name in NAMED).encode()).hexdigest()
