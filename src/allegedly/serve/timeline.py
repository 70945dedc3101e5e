"""A story's days as a picture: how much was said, which outlets came in, what was claimed first, denied and confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape

from markupsafe import Markup

from allegedly.export.wording import counted, day_of
from allegedly.serve.drawing import svg

_LEFT, _TOP, _HEIGHT, _LANE = 128, 18, 96, 19
_WIDTH = 1200
_WIDEST, _NARROWEST, _GAP, _MOST_DAYS = 190, 56, 30, 80
_OUTLETS = 5
_LANES = (
    ("claims", "first", "claims made first"),
    ("denials", "denial", "denials"),
    ("confirmations", "confirmation", "confirmations"),
)


@dataclass(slots=True)
class Moment:
    """What happened to a story on one day; `outlets`: those that came in on it."""

    day: str
    statements: int = 0
    denials: int = 0
    confirmations: int = 0
    claims: int = 0
    outlets: list[str] = field(default_factory=list)


def timeline(moments: Sequence[Moment]) -> Markup:
    """The picture: a column for each day, a lane for each sort of event; days on which nothing happened are a gap."""
    slots = _slots(moments)
    gaps = sum(isinstance(slot, int) for slot in slots)
    width = min(_WIDEST, max(_NARROWEST, (_WIDTH - _LEFT - gaps * _GAP) / max(1, len(slots) - gaps)))
    most = max(1, *(each.statements for each in moments))
    base = _TOP + _HEIGHT
    lanes = [lane for lane in _LANES if any(_number(each, lane[0]) for each in moments)]
    parts = [f'<text x="0" y="{base - 4}">statements</text>']
    for row, (_, _, name) in enumerate(lanes):
        parts.append(f'<text x="0" y="{base + 22 + _LANE * (row + 1)}">{name}</text>')
    below = base + 22 + _LANE * (len(lanes) + 1)
    parts.append(f'<text x="0" y="{below}">first day of</text>')
    x = float(_LEFT)
    for slot in slots:
        if isinstance(slot, int):
            parts.append(f'<text x="{x + 2:.0f}" y="{base - 4}"><title>{counted(slot, "day")} without any</title>…</text>')
            x += _GAP
        else:
            parts.extend(_column(slot, x, width, most, base, lanes))
            x += width
    parts.insert(0, f'<line class="axis" x1="{_LEFT}" y1="{base}" x2="{x:.0f}" y2="{base}"/>')
    label = "; ".join(_said(each) for each in moments)
    names = max(min(_OUTLETS, len(each.outlets)) for each in moments) if width > 100 else 1
    return svg(parts, max(x, 420), below + _LANE * max(0, names - 1) + 8, f"timeline: {label}")


def _column(moment: Moment, x: float, width: float, most: int, base: int, lanes: Sequence[tuple[str, str, str]]) -> list[str]:
    size = max(3.0, (_HEIGHT - 16) * moment.statements / most)
    bar = min(width * 0.6, 46)
    parts = [
        f"<g><title>{escape(_said(moment))}</title>",
        f'<rect class="bar-fill" x="{x:.1f}" y="{base - size:.1f}" width="{bar:.1f}" height="{size:.1f}"/>',
        f'<text class="ink" x="{x:.1f}" y="{base - size - 5:.1f}">{moment.statements:,}</text>',
        f'<text class="ink" x="{x:.1f}" y="{base + 17}">{escape(_short(moment.day, width))}</text>',
    ]
    for row, (name, shape, _) in enumerate(lanes):
        number = _number(moment, name)
        if number:
            y = base + 18 + _LANE * (row + 1)
            parts.append(f'{mark(shape, x + 5, y)}<text class="ink" x="{x + 14:.1f}" y="{y + 4}">{number:,}</text>')
    y = base + 22 + _LANE * (len(lanes) + 1)
    for row, words in enumerate(_outlets(moment, width)):
        parts.append(f'<text x="{x:.1f}" y="{y + _LANE * row}">{escape(words)}</text>')
    return [*parts, "</g>"]


def _number(moment: Moment, lane: str) -> int:
    return {"claims": moment.claims, "denials": moment.denials, "confirmations": moment.confirmations}[lane]


def _outlets(moment: Moment, width: float) -> list[str]:
    """The outlets that came in, as many as there is room for; in a narrow column their number."""
    if not moment.outlets:
        return []
    if width <= 100:
        return [f"+{len(moment.outlets)}"]
    shown = moment.outlets if len(moment.outlets) <= _OUTLETS else moment.outlets[: _OUTLETS - 1]
    letters = int(width / 7.2)
    names = [name if len(name) <= letters else name[: letters - 1] + "…" for name in shown]
    return [*names, *([f"and {len(moment.outlets) - len(shown)} more"] if len(shown) < len(moment.outlets) else [])]


def mark(shape: str, x: float, y: float) -> str:
    """A mark that is told by its shape as well as by its colour: a ring, a diamond, a triangle."""
    if shape == "denial":
        return f'<path class="denial" d="M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z"/>'
    if shape == "confirmation":
        return f'<path class="confirmation" d="M{x:.1f} {y - 5:.1f}l5 9h-10z"/>'
    return f'<circle class="first" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _short(day: str, width: float) -> str:
    shown = day_of(day) or day
    return shown if width > 92 else shown.rpartition(" ")[0]


def _said(moment: Moment) -> str:
    parts = [counted(moment.statements, "statement")]
    parts += [counted(moment.claims, "claim") + " made first"] if moment.claims else []
    parts += [counted(moment.denials, "denial")] if moment.denials else []
    parts += [counted(moment.confirmations, "confirmation")] if moment.confirmations else []
    parts += ["first in " + ", ".join(moment.outlets)] if moment.outlets else []
    return f"{day_of(moment.day)}: {', '.join(parts)}"


def _slots(moments: Sequence[Moment]) -> list[Moment | int]:
    """The days in their order; between two of them the number of days on which nothing happened."""
    slots: list[Moment | int] = []
    before: date | None = None
    for moment in moments[:_MOST_DAYS]:
        day = _date(moment.day)
        if before is not None and day is not None and day - before > timedelta(days=1):
            slots.append((day - before).days - 1)
        slots.append(moment)
        before = day or before
    return slots


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day)
    except ValueError:
        return None
