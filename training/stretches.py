"""Passages as the head's inputs: the states that the shipped int8 graph gives, and the pairs to be judged.

python stretches.py --graph ../src/allegedly/models/en/model.onnx --passages a.pickle b.pickle --out a.examples
"""

from __future__ import annotations

import argparse
import pickle
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx.utils
import onnxruntime
from passages import Passage, Question, article_of

from allegedly.attribute.antecedents import standing, stretches, weights
from allegedly.attribute.drafts import Shape
from allegedly.attribute.encoding import Pieces, owners, windows
from allegedly.attribute.neural import MODELS, pieces_of_article
from allegedly.attribute.wordpiece import WordPiece

TOKENIZER = WordPiece.read(MODELS / "en" / "tokenizer.json")


@dataclass(slots=True)
class Example:
    """One stretch: its states, the weights of its mentions, and for each pronoun the pairs and what is right."""

    name: str
    states: np.ndarray
    weights: np.ndarray
    pairs: np.ndarray
    features: np.ndarray
    chained: np.ndarray
    """For each pair whether the candidate is a pronoun itself."""
    asked: list[tuple[int, int, list[bool], list[bool] | None]]
    """For each question its pairs as a half-open range, which are right, and which are wrong where that is all that is known."""
    places: list[tuple[int, list[int]]]
    """For each question its number in the passage, and the passage's mentions that its pairs ask about."""


class Trunk:
    """The tagger's layers in int8, as far as an output of its graph."""

    def __init__(self, graph: Path, output: str) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        with tempfile.TemporaryDirectory() as folder:
            cut = Path(folder) / "trunk.onnx"
            onnx.utils.extract_model(str(graph), str(cut), ["ids", "case", "gap", "quote"], [output], check_model=False)
            self.session = onnxruntime.InferenceSession(str(cut), options, disabled_optimizers=["SkipLayerNormFusion"])

    def __call__(self, pieces: Pieces) -> np.ndarray:
        """The states of an article, each piece's from the window in which it lies most central."""
        shape = Shape()
        ranges = windows(pieces, shape.window - 2, shape.overlap)
        owner = owners(ranges, np.arange(len(pieces)))
        out = np.zeros((len(pieces), 384), dtype=np.float16)
        for number, (a, b) in enumerate(ranges):
            ids = np.concatenate(([shape.opening], pieces.ids[a:b], [shape.closing]))
            rest = [np.concatenate(([0], f[a:b], [0])) for f in (pieces.case, pieces.gap, pieces.quote)]
            feed = dict(zip(("ids", "case", "gap", "quote"), (each[None] for each in (ids, *rest)), strict=True))
            states = self.session.run(None, feed)[0][0, 1:-1]
            mine = owner[a:b] == number
            out[a:b][mine] = states[mine]
        return out


def piece_ranges(pieces: Pieces, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces that each span touches."""
    low = np.searchsorted(pieces.end, [a + 1 for a, _ in spans], side="left")
    high = np.searchsorted(pieces.start, [b for _, b in spans], side="left")
    return [(int(a), max(int(a) + 1, int(b))) for a, b in zip(low, high, strict=True)]


def examples_of(passage: Passage, trunk: Trunk) -> list[Example]:
    """The stretches of a passage. A right candidate outside of its stretch counts as nobody."""
    pieces = pieces_of_article(*article_of(passage.text), TOKENIZER)
    if not len(pieces):
        return []
    states = trunk(pieces)
    mentions = piece_ranges(pieces, [(a, b) for a, b, _ in passage.mentions])
    asked = piece_ranges(pieces, [(q.start, q.end) for q in passage.questions])
    return [
        _example(
            passage,
            pieces,
            states[part.low : part.high],
            part.low,
            [(n, passage.questions[n], asked[n]) for n in part.members],
            mentions,
        )
        for part in stretches(asked, len(pieces))
    ]


def _example(
    passage: Passage,
    pieces: Pieces,
    states: np.ndarray,
    low: int,
    questions: list[tuple[int, Question, tuple[int, int]]],
    mentions: list[tuple[int, int]],
) -> Example:
    high = low + len(states)
    kept: dict[int, int] = {}
    spans = [place for _, _, place in questions]
    pairs, features, chained, asked, places = [], [], [], [], []
    for index, (number, question, place) in enumerate(questions):
        able = [n for n in question.asked if low <= mentions[n][0] and mentions[n][1] <= high]
        for n in able:
            if n not in kept:
                kept[n] = len(spans)
                spans.append(mentions[n])
        begin = len(pairs)
        pairs += [(index, kept[n]) for n in able]
        chained += [passage.mentions[n][2] < 0 for n in able]
        features.append(standing(pieces, place, [mentions[n] for n in able]))
        wrong = None if question.wrong is None else [n in question.wrong for n in able]
        asked.append((begin, len(pairs), [n in question.right for n in able], wrong))
        places.append((number, able))
    return Example(
        passage.name,
        states,
        weights(spans, low, high),
        np.array(pairs, dtype=np.int64).reshape(-1, 2),
        np.concatenate(features) if features else np.zeros((0, 3), dtype=np.int64),
        np.array(chained, dtype=bool),
        asked,
        places,
    )


def main() -> None:
    """Writes the examples of some passages."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--graph", type=Path, required=True, help="the tagger's model.onnx")
    arguments.add_argument("--states", default="middle", help="the output that is read")
    arguments.add_argument("--passages", type=Path, nargs="+", required=True)
    arguments.add_argument("--out", type=Path, required=True)
    options = arguments.parse_args()
    trunk = Trunk(options.graph, options.states)
    found = [each for path in options.passages for p in pickle.loads(path.read_bytes()) for each in examples_of(p, trunk)]
    options.out.write_bytes(pickle.dumps(found))


if __name__ == "__main__":
    main()
