"""Findings as a table for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from allegedly.export.threshold import bare_left_out, is_bare, left_out
from allegedly.export.wording import (
    ARTICLE,
    NOBODY,
    UNNAMED_NOTE,
    Line,
    Tone,
    day_of,
    doubt,
    lines_of,
    one_line,
    tally,
    title_of,
    unclear,
)
from allegedly.model import Findings

LINES = 3
"""How many lines of the screen a cell takes before it is cut, unless all of it is wanted."""

STYLES = {Tone.PLAIN: "", Tone.AGAINST: "bold red", Tone.UNSURE: "magenta"}
_MOST_WHO, _MOST_SAYS = 0.27, 0.18
_GAP = 2


def table_of(
    findings: Findings, width: int, *, whole: bool = False, hint: str | None = None, least: float = 0.0, bare: bool = False
) -> RenderableType:
    """Title and tally, a row for each statement, and what is unclear, doubtful and left out; fits `width` columns.

    Long words end in `…`; `whole` shows all of them. `hint`: a command that shows more, put beside the last note. Rows of less
    confidence than `least` are left out, and counted; so are the article's own sentences, but with `bare`, which puts them last.
    """
    lines = lines_of(findings, least, bare=bare)
    hidden = 0 if bare else sum(map(is_bare, findings.statements))
    missing = len(findings.statements) - len(lines) - hidden
    parts: list[RenderableType] = [_heading(findings, lines, width)]
    if lines:
        parts.append(_rows(lines, width, whole))
    else:
        parts.append(Text("no statement shown" if missing else "no statement found", style="dim"))
    notes = [note for note in (unclear(lines), doubt(lines), left_out(missing, least) if missing else "") if note]
    notes += [bare_left_out(hidden)] if hidden else []
    return Group(*parts, *_foot(notes, width, hint))


def _heading(findings: Findings, lines: Sequence[Line], width: int) -> RenderableType:
    article = findings.article
    title = title_of(article)
    about = [one_line(article.origin.outlet or ""), day_of(article.origin.published) or "", tally(lines)]
    beside = "   ".join(part for part in about if part)
    gap = width - cell_len(title) - cell_len(beside)
    if gap >= _GAP + 1:
        return Text.assemble((title, "bold"), " " * gap, (beside, "dim"))
    return Group(Text(title, style="bold", overflow="fold"), Text(beside, style="dim", overflow="fold"))


def _rows(lines: Sequence[Line], width: int, whole: bool) -> Table:
    number = max(2, len(str(lines[-1].number)))
    names = [name_of(line) for line in lines]
    who = fitting([cell_len(name.plain) for name in names], min(20, max(12, width // 5)), int(width * _MOST_WHO))
    says = fitting([cell_len(line.says) for line in lines], min(14, max(8, width // 7)), int(width * _MOST_SAYS))
    sure = width_of_sure(lines, width)
    what = max(12, width - number - who - says - sure - 4 * _GAP)
    table = Table(box=None, pad_edge=False, padding=(0, _GAP, 0, 0), show_edge=False, header_style="dim")
    table.add_column("#", justify="right", style="dim", width=number, no_wrap=True)
    for head, columns in (("who", who), ("says", says), ("what", what), ("how sure", sure)):
        table.add_column(head, width=columns, overflow="fold")
    for line, name in zip(lines, names, strict=True):
        table.add_row(
            str(line.number),
            cut(name if whole else name_of(line, _room(who)), who, None if whole else LINES),
            cut(Text(line.says), says, None if whole else LINES),
            cut(Text(line.what), what, None if whole else LINES),
            Text(line.sure, style=STYLES[line.tone]),
        )
    return table


def name_of(line: Line, room: int | None = None) -> Text:
    """The speaker as the table shows it: bold where it is known who it is, with its note, behind arrows where it is nested.

    In less `room` than that takes, the name is cut and the note kept.
    """
    arrows, note = "↳ " * min(line.depth, 3), f" ({line.note})" if line.note else ""
    known = line.who not in (NOBODY, ARTICLE) and not line.unclear and line.note != UNNAMED_NOTE
    who = Text(line.who, style="bold" if known else "")
    if room is not None and cell_len(arrows + line.who + note) > room:
        left = max(room // 2, room - cell_len(arrows + note))
        if cell_len(line.who) > left:
            who.truncate(left - 1)
            who = Text(f"{who.plain.rpartition(' ')[0] or who.plain}…", style=who.style)
    return Text.assemble((arrows, "dim"), who, (note, "dim"))


def _room(width: int) -> int:
    """About how many columns of words fit into the lines of a cell, which are broken between words."""
    return LINES * (width - 3)


def fitting(lengths: Sequence[int], least: int, most: int) -> int:
    """The columns that four in five cells need, or all where they are few, within the bounds; longer cells take more lines."""
    ordered = sorted(lengths)
    return max(least, min(most, ordered[(len(ordered) * 4) // 5 if len(ordered) > 5 else -1]))


def width_of_sure(lines: Sequence[Line], width: int) -> int:
    """The columns that "how sure" needs: its longest word, or all of it where the screen is wide."""
    longest = max(cell_len(word) for line in lines for word in line.sure.split())
    whole = max(cell_len(line.sure) for line in lines)
    return max(8, longest, min(whole, int(width * 0.14)))


def cut(words: Text, width: int, most: int | None) -> Text:
    """The words on at most `most` lines of `width` columns, broken between words, ending in `…` where more would follow."""
    console = Console(width=width, color_system=None, legacy_windows=False, force_terminal=False)
    wrapped = list(words.wrap(console, width, overflow="fold"))
    if most is None or len(wrapped) <= most:
        return Text("\n").join(_trimmed(line) for line in wrapped)
    kept = [_trimmed(line) for line in wrapped[:most]]
    last = kept[-1]
    if cell_len(last.plain) + 1 > width:
        last.truncate(width - 1)
        head, gap, _ = last.plain.rpartition(" ")
        if gap and len(head) * 2 > len(last.plain):
            last.right_crop(len(last.plain) - len(head))
    last.append("…", style="dim")
    return Text("\n").join(kept)


def _trimmed(line: Text) -> Text:
    line.rstrip()
    return line


def _foot(notes: Sequence[str], width: int, hint: str | None) -> list[RenderableType]:
    """The notes, a line each, the hint at the right of the last where both fit."""
    lines: list[RenderableType] = [Text(note, style="dim", overflow="fold") for note in notes]
    if hint is None:
        return lines
    gap = width - cell_len(notes[-1] if notes else "") - cell_len(hint)
    if notes and gap < _GAP:
        return [*lines, Text(hint, style="dim", overflow="fold")]
    last = Text.assemble(notes[-1] if notes else "", " " * (gap if notes else 0), hint, style="dim")
    return [*lines[:-1], last]
