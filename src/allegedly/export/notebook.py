"""Findings as a table for a notebook."""

from __future__ import annotations

from html import escape

from allegedly.export.wording import Line, day_of, doubt, lines_of, one_line, tally, title_of
from allegedly.model import Findings

_CELL = "text-align:start;vertical-align:top;padding:.25em .8em .25em 0"


def table_for_notebook(findings: Findings) -> str:
    """Title, tally and a row for each statement, as a piece of HTML without script or style sheet; all text is escaped.

    It takes its colours from the notebook, so it fits light and dark ones.
    """
    lines = lines_of(findings)
    origin = findings.article.origin
    about = " · ".join(
        escape(part)
        for part in (one_line(origin.outlet or ""), day_of(origin.published) or "", tally(lines), doubt(lines))
        if part
    )
    heads = "".join(f'<th style="{_CELL}">{name}</th>' for name in ("#", "who", "says", "what", "how sure"))
    rows = "".join(map(_row, lines))
    return (
        f'<div><p style="margin:0"><strong dir="auto">{escape(title_of(findings.article))}</strong><br>{about}</p>'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(line: Line) -> str:
    note = f" <small>({escape(line.note)})</small>" if line.note else ""
    nested = "↳ " if line.depth else ""
    cells = (str(line.number), f"{nested}<strong>{escape(line.who)}</strong>{note}", escape(line.says), escape(line.what))
    shown = "".join(f'<td dir="auto" style="{_CELL}">{cell}</td>' for cell in cells)
    return f'<tr>{shown}<td style="{_CELL}">{escape(line.sure)}</td></tr>'
