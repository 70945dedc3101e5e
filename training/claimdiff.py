"""Whether a claim of one outlet strengthens or weakens another's: a small classifier in five folds, for the figure alone.

    python claimdiff.py ../../shared/data/claimdiff BASE_FOLDER

Nothing of it ships. What a pair is described by: the words, names and numbers that both claims share, what either negates,
hedges and attributes by the rules of `allegedly.link`, and the mean states of BASE_FOLDER's encoder (`model.safetensors` and
`tokenizer.json` of all-MiniLM-L6-v2) for claims and titles. Kernel ridge regression on three classes weighed by their rarity;
its three settings were chosen on these folds. A pair and its reverse always lie in one fold. `by pair`: topics may be on both
sides; `by topic`: never.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from corpus import plain_borders, tokenizer_of
from network import Encoder, load_base

from allegedly.attribute.encoding import encode
from allegedly.evaluation.claim_pairs import ClaimPair, Effect, read_claim_pairs
from allegedly.languages import Language, load_language
from allegedly.link.align import Sentence
from allegedly.link.drift_hedges import find_hedges
from allegedly.link.drift_polarity import negated_words
from allegedly.link.drift_wording import load_rewording
from allegedly.link.numbers import find_numbers
from allegedly.link.words import load_wording, words_in
from allegedly.model import Span

Floats = npt.NDArray[np.float64]
FOLDS, SEEDS = 5, (0, 1, 2)
WIDTH, RIDGE = 0.5, 1.0
LENGTH, LIKENESS = 128, 6
EFFECTS = tuple(Effect)
MINILM = {"kind": "bert", "width": 384, "depth": 6, "heads": 12, "inner": 1536, "vocabulary": 30522, "positions": 512}


def described(text: str, language: Language) -> dict[str, set[str]]:
    """What the rules see in a claim."""
    wording, span = load_wording(language), Span(0, len(text))
    words = words_in(text, span, wording)
    sentence = Sentence(span, words, frozenset(word.stem for word in words), text)
    small = set(re.findall(r"[^\W\d_]+", text.lower()))
    return {
        "words": {word.stem for word in words},
        "names": {word.stem for word in words if word.name},
        "numbers": {f"{number.value:g}" for number in find_numbers(text, span, language)},
        "negated": set(negated_words(text, sentence, wording)),
        "hedged": {hedge.near for hedge in find_hedges(text, sentence, language)},
        "said": small & load_rewording(language).saying,
        "contrast": small & {"but", "however", "though", "although", "despite", "yet", "while", "whereas", "instead", "still"},
        "quoted": set(re.findall('["“”]', text)),
    }


def by_rules(pairs: Sequence[ClaimPair]) -> Floats:
    """A row for each pair: what both claims have, and what one has."""
    language = load_language("en")
    rows = []
    for pair in pairs:
        one, other = described(pair.first, language), described(pair.second, language)
        row = [np.log1p(len(one["words"])), np.log1p(len(other["words"]))]
        for key in one:
            both, any_of = one[key] & other[key], one[key] | other[key]
            row += [len(both), len(both) / max(1, len(any_of)), min(2, len(one[key])), min(2, len(other[key]))]
            row.append(float(bool(one[key]) != bool(other[key])))
        row += [len(one["negated"] & other["words"] - other["negated"]), len(other["negated"] & one["words"] - one["negated"])]
        rows.append(row)
    return np.array(rows)


def vectors(texts: Sequence[str], folder: Path) -> dict[str, Floats]:
    """The mean state of each text's pieces, of length 1."""
    tokenizer = tokenizer_of(folder / "tokenizer.json")
    encoder = Encoder(**MINILM).eval()  # type: ignore[arg-type]
    load_base(encoder, folder / "model.safetensors")
    found: dict[str, Floats] = {}
    with torch.inference_mode():
        for text in texts:
            ids = encode(text, tokenizer, *plain_borders(text)).ids[:LENGTH]
            whole = torch.tensor([[101, *ids.tolist(), 102]])
            none = torch.zeros_like(whole)
            mean = encoder(whole, torch.ones_like(whole), none, none, none)[0].mean(0).double().numpy()
            found[text] = mean / np.linalg.norm(mean)
    return found


def by_encoder(pairs: Sequence[ClaimPair], folder: Path) -> Floats:
    """A row for each pair: how alike claims and titles are, and the difference, product and sum of the claims' vectors."""
    texts = sorted({text for pair in pairs for text in (pair.first, pair.second, pair.first_title, pair.second_title)})
    of = vectors(texts, folder)
    rows = []
    for pair in pairs:
        one, other, title, other_title = (of[each] for each in (pair.first, pair.second, pair.first_title, pair.second_title))
        like = [one @ other, one @ other_title, other @ title, title @ other_title, one @ title, other @ other_title]
        rows.append(np.concatenate([like, np.abs(one - other), one * other, one + other]))
    return np.array(rows)


def folds(groups: Sequence[str], seed: int) -> npt.NDArray[np.int64]:
    """The fold of each row; a group lies in one. Groups are dealt in a random order to the fold that has least."""
    names = sorted(set(groups))
    random.Random(seed).shuffle(names)
    sizes, fold = [0] * FOLDS, {}
    for name in names:
        fold[name] = min(range(FOLDS), key=lambda each: sizes[each])
        sizes[fold[name]] += sum(group == name for group in groups)
    return np.array([fold[group] for group in groups])


def believed(train: Floats, labels: npt.NDArray[np.int64], test: Floats) -> Floats:
    """How much each test row is of each class, by kernel ridge regression with a Gaussian kernel."""
    mean, spread = train.mean(0), train.std(0) + 1e-9
    one, other = (train - mean) / spread, (test - mean) / spread

    def kernel(left: Floats, right: Floats) -> Floats:
        apart = (left**2).sum(1)[:, None] + (right**2).sum(1) - 2 * left @ right.T
        return np.asarray(np.exp(-WIDTH / train.shape[1] * apart))

    weight = len(labels) / np.bincount(labels, minlength=len(EFFECTS))[labels]
    wanted = np.where(labels[:, None] == np.arange(len(EFFECTS)), 1.0, -1.0)
    slopes = np.linalg.solve(kernel(one, one) + np.diag(RIDGE / weight), wanted)
    return np.asarray(kernel(other, one) @ slopes)


def f1(gold: npt.NDArray[np.bool_], made: npt.NDArray[np.bool_]) -> float:
    return 200.0 * float((gold & made).sum()) / max(1.0, float(gold.sum() + made.sum()))


def scores(gold: npt.NDArray[np.int64], made: npt.NDArray[np.int64]) -> list[float]:
    """F1 of each class, their mean, and for strengthening and weakening the mean over yes and no."""
    each = [f1(gold == number, made == number) for number in range(len(EFFECTS))]
    asked = [
        (f1(gold == number, made == number) + f1(gold != number, made != number)) / 2
        for number in (EFFECTS.index(Effect.STRENGTHENS), EFFECTS.index(Effect.WEAKENS))
    ]
    return [*each, sum(each) / len(each), *asked]


def figures(pairs: Sequence[ClaimPair], rows: Floats, group: Callable[[ClaimPair], str]) -> Floats:
    """The mean of the scores over the seeds."""
    labels = np.array([EFFECTS.index(pair.effect) for pair in pairs])
    runs = []
    for seed in SEEDS:
        fold, made = folds([group(pair) for pair in pairs], seed), np.zeros(len(pairs), dtype=np.int64)
        for held in (fold == number for number in range(FOLDS)):
            made[held] = believed(rows[~held], labels[~held], rows[held]).argmax(1)
        runs.append(scores(labels, made))
    return np.array(runs).mean(0)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("data", type=Path)
    options.add_argument("base", type=Path)
    chosen = options.parse_args()
    pairs = read_claim_pairs(chosen.data)
    rules, states = by_rules(pairs), by_encoder(pairs, chosen.base)
    described_by = {
        "rules": rules,
        "rules, likeness": np.hstack([rules, states[:, :LIKENESS]]),
        "rules, likeness, states": np.hstack([rules, states]),
    }
    groups: dict[str, Callable[[ClaimPair], str]] = {"by pair": lambda pair: pair.pair, "by topic": lambda pair: pair.topic}
    titles = [*EFFECTS, "macro of three", "strengthens or not", "weakens or not"]
    for name, group in groups.items():
        for means, rows in described_by.items():
            told = zip(titles, figures(pairs, rows, group), strict=True)
            print(f"{name}, {means}: " + ", ".join(f"{title} {value:.1f}" for title, value in told), flush=True)


if __name__ == "__main__":
    main()
