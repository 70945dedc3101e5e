"""The floors as a table of docs/evaluation.md, so that the page says what the gate holds."""

from __future__ import annotations

from pathlib import Path

from tests.gate.floors import Floors

PAGE = Path(__file__).parents[2] / "docs" / "evaluation.md"


def table(floors: Floors) -> str:
    """A row for each figure, a column for each tagger, in per cent."""
    taggers = sorted(floors.taggers)
    figures = list(dict.fromkeys(figure for tagger in taggers for figure in floors.taggers[tagger]))
    rows = [f"| figure | {' | '.join(taggers)} |", f"|---|{'---:|' * len(taggers)}"]
    for figure in figures:
        cells = (floors.taggers[tagger].get(figure) for tagger in taggers)
        rows.append(f"| `{figure}` | {' | '.join('' if cell is None else f'{100 * cell:.1f}' for cell in cells)} |")
    return "".join(row + "\n" for row in rows)


def table_on_page(name: str = "floors") -> str:
    """The table as it stands on the page, between the marks with its name."""
    begin, end = _marks(name)
    return PAGE.read_text(encoding="utf-8").split(begin)[1].split(end)[0]


def put_on_page(floors: Floors, name: str = "floors") -> None:
    """Writes the table where it stands on the page."""
    begin, end = _marks(name)
    before, rest = PAGE.read_text(encoding="utf-8").split(begin)
    PAGE.write_text(before + begin + table(floors) + end + rest.split(end)[1], encoding="utf-8")


def _marks(name: str) -> tuple[str, str]:
    return f"<!-- {name} -->\n", f"<!-- /{name} -->\n"
