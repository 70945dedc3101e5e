"""Drift as a table for the terminal, or as JSON lines."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, say, write_json
from allegedly.export.json_link import article_name, drift_to_json
from allegedly.export.wording import counted, one_line
from allegedly.model import Spans
from allegedly.model.link import Change, Drift, Versions

ONLY = (Change.ONLY_BEFORE, Change.ONLY_AFTER)
LONGEST = 140
"""How many characters of a sentence stand around what changed."""


def print_drift(versions: Versions, form: Form, width: int | None, everything: bool) -> Exit:
    """Write what changed; with `everything`, in the table also what is only in one (JSON lines always hold it)."""
    onlys = [sum(drift.change is change for drift in versions.drifts) for change in ONLY]
    if form is not Form.TABLE:
        for drift in versions.drifts:
            write_json(drift_to_json(versions, drift))
    else:
        shown = [drift for drift in versions.drifts if everything or drift.change not in ONLY]
        draw(console(width), _table(versions, shown))
    changed = len(versions.drifts) - sum(onlys)
    say(
        f"{counted(changed, 'change')} in {counted(len(versions.pairs), 'pair')} of sentences; "
        f"{counted(onlys[0], 'sentence')} only in A, {onlys[1]:,} only in B"
    )
    return Exit.DONE


def _table(versions: Versions, shown: list[Drift]) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="dim")
    table.add_column("what changed", width=19)
    for letter, article in (("A", versions.before), ("B", versions.after)):
        table.add_column(f"{letter}  {one_line(article_name(article))}", ratio=1, overflow="fold")
    for drift in shown:
        style = "bold red" if drift.change is Change.QUOTATION_ALTERED else ""
        table.add_row(
            Text(drift.change, style=style),
            _side(versions.before.text, drift.before, drift, True),
            _side(versions.after.text, drift.after, drift, False),
        )
    return table if shown else Group(Text("nothing changed in meaning", style="dim"))


def _side(text: str, spans: Spans, drift: Drift, first: bool) -> Text:
    """What changed, in bold, with the words of the sentence around it."""
    if drift.pair is None:
        return Text(one_line(" ".join(span.of(text) for span in spans)))
    sentence = drift.pair.before if first else drift.pair.after
    middle = spans[0].start if spans else sentence.start
    start = max(sentence.start, middle - LONGEST // 2)
    end = min(sentence.end, max(middle + LONGEST // 2, spans[-1].end if spans else 0))
    out = Text("…" if start > sentence.start else "")
    at = start
    for span in spans:
        if at <= span.start and span.end <= end:
            out.append(_flat(text[at : span.start])).append(_flat(span.of(text)), style="bold underline")
            at = span.end
    out.append(_flat(text[at:end]) + ("…" if end < sentence.end else ""))
    return out


def _flat(words: str) -> str:
    lead, trail = " " if words[:1].isspace() else "", " " if words[-1:].isspace() and words.strip() else ""
    return lead + one_line(words) + trail
