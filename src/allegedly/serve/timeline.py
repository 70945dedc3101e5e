"""A story's days as a picture: how much was said, which outlets came in, what was claimed first, denied and confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import escape

from markupsafe import Markup

from allegedly.export.wording import counted, day_of
from allegedly.serve.drawing import svg

_LEFT, _TOP, _HEIGHT, _ROW = 8, 8, 130, 17
_WIDTH = 1040
_WIDEST, _NARROWEST, _MOST_DAYS = 190, 34, 60
_OUTLETS = 6


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
    """The picture, a column for each day; days without anything between two are left white, many of them drawn together."""
    slots = _slots(moments)
    width = min(_WIDEST, max(_NARROWEST, (_WIDTH - _LEFT) / max(1, len(slots))))
    most = max(1, *(each.statements for each in moments))
    names = max(min(_OUTLETS, len(each.outlets)) for each in moments)
    base = _TOP + _HEIGHT
    parts = [f'<line class="axis" x1="0" y1="{base}" x2="{_LEFT + width * len(slots):.0f}" y2="{base}"/>']
    for at, slot in enumerate(slots):
        x = _LEFT + at * width
        if isinstance(slot, int):
            words = f"{slot} days" if slot > 1 else ""
            parts.append(f'<text x="{x + width / 2:.0f}" y="{base - 6}" text-anchor="middle">{words}</text>')
        else:
            parts.extend(_column(slot, x, width, most, base))
    label = "; ".join(_said(each) for each in moments)
    return svg(parts, max(_LEFT + width * len(slots), 420), base + 24 + _ROW * names, f"timeline: {label}")


def _column(moment: Moment, x: float, width: float, most: int, base: int) -> list[str]:
    size = max(3.0, (_HEIGHT - 44) * moment.statements / most)
    bar = min(width * 0.5, 46)
    parts = [
        f"<g><title>{escape(_said(moment))}</title>",
        f'<rect class="bar-fill" x="{x:.1f}" y="{base - size:.1f}" width="{bar:.1f}" height="{size:.1f}"/>',
        f'<text class="ink" x="{x:.1f}" y="{base - size - 5:.1f}">{moment.statements:,}</text>',
    ]
    at = x + bar + 8
    for number, shape in ((moment.claims, "first"), (moment.denials, "denial"), (moment.confirmations, "confirmation")):
        if number:
            y = base - 10 - 18 * ("first", "denial", "confirmation").index(shape)
            parts.append(f'{mark(shape, at, y)}<text class="ink" x="{at + 9:.1f}" y="{y + 4:.1f}">{number:,}</text>')
    parts.append(f'<text class="ink" x="{x:.1f}" y="{base + 17}">{escape(_short(moment.day, width))}</text>')
    shown = moment.outlets[:_OUTLETS] if len(moment.outlets) <= _OUTLETS else moment.outlets[: _OUTLETS - 1]
    names = [*shown, *([f"and {len(moment.outlets) - len(shown)} more"] if len(shown) < len(moment.outlets) else [])]
    letters = int(width / 6.6)
    for row, name in enumerate(names):
        words = name if len(name) <= letters else name[: max(1, letters - 1)] + "…"
        parts.append(f'<text x="{x:.1f}" y="{base + 17 + _ROW * (row + 1)}">{escape(words)}</text>')
    return [*parts, "</g>"]


def mark(shape: str, x: float, y: float) -> str:
    """A mark that is told by its shape as well as by its colour: a ring, a diamond, a triangle."""
    if shape == "denial":
        return f'<path class="denial" d="M{x:.1f} {y - 5:.1f}l5 5-5 5-5-5z"/>'
    if shape == "confirmation":
        return f'<path class="confirmation" d="M{x:.1f} {y - 5:.1f}l5 9h-10z"/>'
    return f'<circle class="first" cx="{x:.1f}" cy="{y:.1f}" r="4"/>'


def _short(day: str, width: float) -> str:
    shown = day_of(day) or day
    return shown if width > 80 else shown.rpartition(" ")[0]


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
