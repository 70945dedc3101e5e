"""What a tagger reaches on the gold now: the figures that the gate pins."""

from __future__ import annotations

from pathlib import Path

from allegedly.evaluation import Gold, evaluate_attribution
from allegedly.evaluation.breakdown import break_down
from allegedly.evaluation.calibration import calibrate, judged
from allegedly.languages import load_language
from allegedly.reading import load_tagger
from allegedly.segment import segment

GOLD = Path(__file__).parents[2].parent / "shared" / "data" / "polnear" / "dev"

PINNED = (
    "attribution soft f1",
    "attribution exact f1",
    "roles source frag_raw f1",
    "roles cue frag_raw f1",
    "roles content frag_raw f1",
    "tokens macro_f1",
    "direct end2end",
    "types indirect soft",
    "types src_no soft",
)
PINNED_GROUPS = (
    ("kind", "cue colon, dash, mark", "found r"),
    ("kind", "cue denial, refusal", "found r"),
    ("quote", "marks mixed", "direct end2end"),
)


def measured(tagger: str, gold: Gold) -> dict[str, float]:
    """The pinned figures of a tagger, from 0 to 1, higher being better (the calibration's error is taken from 1)."""
    language, using = load_language("en"), load_tagger(tagger)
    report = evaluate_attribution(gold, lambda article: using(article, segment(article, language)))
    figures = {name: report.flat[name] for name in PINNED}
    for by, group, figure in PINNED_GROUPS:
        found = {each.name: each for each in break_down(report.comparisons, by)}
        figures[f"{group}: {figure}"] = found[group].figures()[figure] if group in found else 0.0
    if tagger != "cues":
        figures["calibration: 1 - expected error"] = 1 - calibrate(judged(report.comparisons)).expected_error
    return figures
