"""The same figures, to the digit, as the scorer that lies outside the project."""

from __future__ import annotations

import importlib.util
import json
import random
from pathlib import Path
from types import ModuleType

import pytest

from allegedly.evaluation import Labelled, prediction_lines, read_gold, read_predictions, score
from allegedly.evaluation.bootstrap import bootstrap
from allegedly.evaluation.labelled import Runs

SHARED = Path(__file__).parents[2].parent / "shared"
SCORER, GOLD = SHARED / "tools" / "score_attribution.py", SHARED / "data" / "polnear" / "dev"

pytestmark = pytest.mark.skipif(
    not (SCORER.is_file() and GOLD.is_dir()), reason=f"no scorer or gold in {SHARED.name}/ beside the project"
)


@pytest.fixture(scope="module")
def outside() -> ModuleType:
    specification = importlib.util.spec_from_file_location("score_attribution", SCORER)
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


def moved(runs: Runs, chance: random.Random) -> Runs:
    out = []
    for start, end in runs:
        start = max(0, start + chance.randint(-12, 12))
        out.append((start, max(start, end + chance.randint(-30, 30))))
    return tuple(out)


def disturbed(gold: tuple[Labelled, ...], chance: random.Random) -> list[Labelled]:
    """The gold with spans moved, roles lost, contents split, attributions dropped and doubled, in another order."""
    out = []
    for one in gold:
        source, cue, content = one.source, one.cue, one.content
        if chance.random() < 0.15:
            continue
        if chance.random() < 0.4:
            source, cue, content = moved(source, chance), moved(cue, chance), moved(content, chance)
        if chance.random() < 0.1:
            source = ()
        if chance.random() < 0.1:
            cue = ()
        if chance.random() < 0.05:
            content = ()
        if content and chance.random() < 0.1:
            start, end = content[0]
            out.append(Labelled(source, cue, ((start, (start + end) // 2),)))
            content = (((start + end) // 2, end), *content[1:])
        out += [Labelled(source, cue, content)] * (2 if chance.random() < 0.05 else 1)
    chance.shuffle(out)
    return out


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_and_every_line_is_the_same(
    seed: int, outside: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    gold = read_gold(GOLD)
    chance = random.Random(seed)
    predictions = {document.name: disturbed(document.attributions, chance) for document in gold.documents[seed::4]}
    path = tmp_path / "predictions.jsonl"
    path.write_text("\n".join(prediction_lines(predictions)) + "\n", encoding="utf-8")

    ours = score(gold, read_predictions(path))
    theirs = outside.report(outside.total(outside.score(outside.read_gold([str(GOLD)]), outside.read_pred(str(path))).values()))

    expected = flat(theirs)
    assert ours.flat.keys() == expected.keys()
    assert ours.flat == pytest.approx(expected, abs=1e-12, rel=0)
    outside.show(theirs, path.name)
    assert capsys.readouterr().out.splitlines() == list(ours.lines(path.name))
    assert json.loads(json.dumps(ours.figures)).keys() == theirs.keys()

    ranges = outside.bootstrap(outside.score(outside.read_gold([str(GOLD)]), outside.read_pred(str(path))), 40)
    assert bootstrap(ours.comparisons, 40) == {name: pytest.approx(each, abs=1e-12) for name, each in ranges.items()}


def flat(figures: dict[str, object], before: str = "") -> dict[str, float]:
    out: dict[str, float] = {}
    for name, value in figures.items():
        if isinstance(value, dict):
            out |= flat(value, f"{before}{name} ")
        elif isinstance(value, int | float):
            out[before + name] = value
    return out
