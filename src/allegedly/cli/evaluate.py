"""`allegedly evaluate`: how well a tagger does against gold."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from allegedly.cli.evaluate_extraction import extraction
from allegedly.cli.inputs import tagger_option
from allegedly.cli.screen import say, write

if TYPE_CHECKING:
    from allegedly.evaluation import Gold, Predictions, Report
    from allegedly.evaluation.faults import Fault

BY = ("kind", "outlet", "quote", "length")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is wanted besides the figures: breakdowns, calibration, ranges from so many drawings."""

    by: tuple[str, ...]
    calibration: bool
    drawings: int | None


@click.group(invoke_without_command=True)
@click.option(
    "--gold", "folder", type=click.Path(path_type=Path), metavar="DIR", help="Measure on a desk's own gold: `gold export`."
)
@click.option("--by", type=click.Choice(["outlet"]), help="With --gold: figures for each outlet as well.")
@tagger_option
@click.option("--json", "as_json", is_flag=True, help="With --gold: one JSON object instead of lines.")
@click.pass_context
def evaluate(context: click.Context, folder: Path | None, by: str | None, tagger: str, as_json: bool) -> None:
    """Measure a tagger, or the choice of text, against gold.

    \b
    allegedly evaluate --gold desk-gold/ --by outlet
    allegedly evaluate attribution gold/ --tagger cues
    """
    if context.invoked_subcommand is not None:
        if folder is not None:
            raise click.UsageError("--gold measures by itself; leave out either it or the command behind it")
        return
    if folder is None:
        raise click.UsageError("name what to measure: --gold DIR, or one of the commands that `--help` lists")
    from allegedly.cli.evaluate_gold import measure

    measure(folder, tagger, by == "outlet", as_json)


evaluate.add_command(extraction)


@evaluate.command()
@click.argument("gold_dir", type=click.Path(path_type=Path))
@tagger_option
@click.option("--given", type=click.Path(path_type=Path), metavar="FILE", help="Measure the predictions in FILE instead.")
@click.option("--annotators", is_flag=True, help="Measure the gold's annotators against each other instead.")
@click.option(
    "--predictions", type=click.Path(path_type=Path), metavar="FILE", help="Write what was found to FILE, as JSON lines."
)
@click.option("--by", type=click.Choice(BY), multiple=True, help="Break the figures down; may be given several times.")
@click.option("--calibration", is_flag=True, help="Show how far confidences are from the share that is right.")
@click.option("--drawings", type=click.IntRange(40), metavar="N", help="95 % ranges, from N drawings of the documents.")
@click.option("--errors", type=click.IntRange(0), metavar="N", help="List N faults with their words, drawn evenly.")
@click.option("--html", type=click.Path(path_type=Path), metavar="FILE", help="Write the faults beside their gold as one page.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def attribution(
    gold_dir: Path,
    tagger: str,
    given: Path | None,
    annotators: bool,
    predictions: Path | None,
    by: tuple[str, ...],
    calibration: bool,
    drawings: int | None,
    errors: int | None,
    html: Path | None,
    as_json: bool,
) -> None:
    """Measure who-says-what against brat standoff: GOLD_DIR holds text/*.txt and attributions/*_<annotator>.ann.

    docs/evaluation.md says what each figure means. The first annotator of a document is the gold.

    \b
    allegedly evaluate attribution gold/ --tagger cues
    allegedly evaluate attribution gold/ --by kind --by outlet --errors 50 --html errors.html
    """
    from allegedly.evaluation import between_annotators, read_gold, score

    gold = read_gold(gold_dir)
    _say_gold(gold)
    if annotators:
        title, report = "annotator against annotator", between_annotators(gold)
    else:
        title, found = _predicted(gold, tagger, given)
        report = score(gold, found)
        if predictions:
            _write_predictions(predictions, found)
    wanted = Wanted(by, calibration, drawings)
    faults, shown = _faults(report, errors)
    if html:
        _write_page(html, f"{title} against {gold_dir.name}", report, shown if errors is not None else faults, faults)
    if as_json:
        write(json.dumps(_record(title, gold, report, wanted, shown), ensure_ascii=False) + "\n")
    else:
        write("\n".join(_lines(title, report, wanted, faults, shown)) + "\n")


def _say_gold(gold: Gold) -> None:
    words = sum(len(document.text.split()) for document in gold.annotated)
    say(f"gold: {len(gold.annotated):,} documents, {words:,} words, digest {gold.digest[:12]}")
    if gold.broken_lines:
        say(f"gold: {gold.broken_lines:,} broken lines of annotation were skipped")
    if len(gold.documents) > len(gold.annotated):
        say(f"gold: {len(gold.documents) - len(gold.annotated):,} texts that nobody annotated have no part in it")
    if gold.without_text:
        say(f"gold: {len(gold.without_text):,} annotated documents have no text, the first is {gold.without_text[0]}")


def _predicted(gold: Gold, tagger: str, given: Path | None) -> tuple[str, Predictions]:
    """What is measured, by name and in full: a file of predictions, or what a tagger finds now."""
    from allegedly.evaluation import predict, read_predictions

    if given:
        found = read_predictions(given)
        unknown = found.keys() - {document.name for document in gold.documents}
        if unknown:
            say(f"{given}: {len(unknown):,} documents are not in the gold, the first is {min(unknown)}")
        return given.name, found
    from allegedly.languages import load_language
    from allegedly.reading import load_tagger
    from allegedly.segment import segment

    language, using = load_language("en"), load_tagger(tagger)
    wall, cpu = time.perf_counter(), time.process_time()
    found = predict(gold, lambda article: using(article, segment(article, language)))
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    words = sum(len(document.text.split()) for document in gold.documents)
    say(f"tagger: {using.name}, digest {using.digest[:12]}: {wall:.1f} s, {words / max(cpu, 1e-9):,.0f} words per CPU second")
    return using.name, found


def _faults(report: Report, errors: int | None) -> tuple[tuple[Fault, ...], tuple[Fault, ...]]:
    from allegedly.evaluation.faults import drawn, faults_of

    faults = faults_of(report.comparisons)
    return faults, drawn(faults, errors or 0)


def _lines(title: str, report: Report, wanted: Wanted, faults: tuple[Fault, ...], shown: tuple[Fault, ...]) -> list[str]:
    from allegedly.evaluation.bootstrap import bootstrap, range_line
    from allegedly.evaluation.breakdown import break_down, breakdown_lines
    from allegedly.evaluation.calibration import calibrate, judged

    out = list(report.lines(title))
    if wanted.drawings:
        out.append(range_line(bootstrap(report.comparisons, wanted.drawings)))
    for one in wanted.by:
        out += ["", *breakdown_lines(break_down(report.comparisons, one), one)]
    if wanted.calibration:
        out += ["", *calibrate(judged(report.comparisons)).lines()]
    if shown:
        out += ["", f"{len(shown)} of {len(faults)} faults"]
        for fault in shown:
            out += ["", *fault.lines()]
    return out


def _record(title: str, gold: Gold, report: Report, wanted: Wanted, shown: tuple[Fault, ...]) -> dict[str, object]:
    from allegedly.evaluation.bootstrap import bootstrap
    from allegedly.evaluation.breakdown import break_down
    from allegedly.evaluation.calibration import calibrate, judged

    found: dict[str, object] = {
        "measured": title,
        "gold": {"documents": len(gold.annotated), "broken_lines": gold.broken_lines, "digest": gold.digest},
        "figures": report.figures,
    }
    if wanted.drawings:
        found["ranges"] = bootstrap(report.comparisons, wanted.drawings)
    for one in wanted.by:
        found[f"by_{one}"] = {group.name: group.figures() for group in break_down(report.comparisons, one)}
    if wanted.calibration:
        found["calibration"] = asdict(calibrate(judged(report.comparisons)))
    if shown:
        found["faults"] = [fault.record() for fault in shown]
    return found


def _write_predictions(path: Path, found: Predictions) -> None:
    from allegedly.evaluation import prediction_lines

    path.write_text("".join(line + "\n" for line in prediction_lines(found)), encoding="utf-8")
    say(f"written: {path}")


def _write_page(path: Path, title: str, report: Report, shown: tuple[Fault, ...], faults: tuple[Fault, ...]) -> None:
    from allegedly.evaluation.faults_page import faults_page

    path.write_text(faults_page(title, shown, faults, report.lines(title)), encoding="utf-8")
    say(f"written: {path}")
