"""`allegedly evaluate extraction`: how well the text of articles is chosen from pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.screen import write

if TYPE_CHECKING:
    from allegedly.read.extraction import ExtractionScore


@click.command()
@click.argument("set_dir", type=click.Path(path_type=Path))
@click.option("--worst", type=click.IntRange(1), metavar="N", help="List the N pages that lose most against trafilatura.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def extraction(set_dir: Path, worst: int | None, as_json: bool) -> None:
    """Measure the choice of article text against people's, and against bare trafilatura in the same run.

    SET_DIR is in the format of the public article-extraction benchmark: ground-truth.json with an articleBody for each id, and
    the pages as html/ID.html.gz or html/ID.html. The metric is that benchmark's, over bags of four-word shingles; +/- is 95 %.

    \b
    allegedly evaluate extraction benchmark/
    allegedly evaluate extraction benchmark/ --worst 20
    """
    from allegedly.read.extraction import evaluate_extraction

    own, bare = evaluate_extraction(set_dir)
    if as_json:
        write(json.dumps({"set": set_dir.name, **{score.name: _record(score) for score in (own, bare)}}) + "\n")
        return
    write("\n".join(_lines(own, bare, worst)) + "\n")


def _lines(own: ExtractionScore, bare: ExtractionScore, worst: int | None) -> Iterator[str]:
    yield f"{f'{own.pages:,} pages':<12} {'F1':<15} {'precision':>9} {'recall':>8} {'no text':>9} {'pages per CPU second':>22}"
    for score in (own, bare):
        speed = f"{score.pages / score.seconds:,.0f}" if score.seconds else "-"
        yield (
            f"{score.name:<12} {score.f1:.3f} +/- {score.half_range():.3f} {score.precision:9.3f} {score.recall:8.3f}"
            f" {score.failed:9,} {speed:>22}"
        )
    if worst:
        pairs = sorted(zip(own.each, bare.each, strict=True), key=lambda pair: (pair[0].f1 - pair[1].f1, pair[0].f1))
        lost = sum(left.f1 < right.f1 for left, right in pairs)
        yield ""
        yield f"{lost:,} of {own.pages:,} pages lose against trafilatura" if lost else "no page loses against trafilatura"
        yield f"{'page':<40} allegedly  trafilatura"
        for left, right in pairs[:worst]:
            yield f"{left.page[:40]:<40} {left.f1:9.3f} {right.f1:12.3f}"


def _record(score: ExtractionScore) -> dict[str, float]:
    return {
        "pages": score.pages,
        "f1": score.f1,
        "f1_half_range": score.half_range(),
        "precision": score.precision,
        "recall": score.recall,
        "without_text": score.failed,
        "cpu_seconds": score.seconds,
    }
