"""Pictures as SVG without style or script: their looks are the style sheet's, their words text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from html import escape

from markupsafe import Markup

from allegedly.export.wording import day_of

WIDTH = 1200
_MOST = 120


def columns(days: Mapping[str, int], what: str) -> Markup | None:
    """How many on each day, week, month or year, whichever fits; `None` where there is nothing to show."""
    if not days:
        return None
    step, periods = _periods(days)
    counts = Counter[str]()
    for day, number in days.items():
        counts[_period(day, step)] += number
    most = max(counts.values())
    height, left, top = 84, 30, 12
    width = (WIDTH - left) / len(periods)
    parts = [f'<line class="axis" x1="{left}" y1="{top + height}" x2="{WIDTH}" y2="{top + height}"/>']
    parts.append(f'<text x="0" y="{top + 10}">{most:,}</text>')
    for at, period in enumerate(periods):
        number = counts.get(period, 0)
        if number:
            size = max(2.0, height * number / most)
            wide = min(44.0, max(1.0, width * 0.8))
            parts.append(
                f'<rect class="bar-fill" x="{left + at * width:.1f}" y="{top + height - size:.1f}" '
                f'width="{wide:.1f}" height="{size:.1f}"><title>{escape(period)}: {number:,}</title></rect>'
            )
    parts.extend(_dates(periods, left, width, top + height + 16))
    label = f"{what} by {step}: {sum(counts.values()):,}, the most in {step} {max(counts, key=lambda key: (counts[key], key))}"
    return svg(parts, WIDTH, top + height + 24, label)


def svg(parts: Iterable[str], width: float, height: float, label: str) -> Markup:
    """The parts as one picture; `label` says in words what it shows."""
    size = f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}"'
    return Markup(f'<svg {size} role="img" aria-label="{escape(label)}">{"".join(parts)}</svg>')


def _dates(periods: Sequence[str], left: float, width: float, y: float) -> Iterable[str]:
    """The first and the last period, and some between them, beneath a picture."""
    step = max(1, -(-len(periods) // 6))
    for at in range(0, len(periods), step):
        if at + step * 0.6 > len(periods) - 1 and at != len(periods) - 1 and at:
            continue
        yield f'<text x="{left + at * width:.1f}" y="{y:.0f}">{escape(_shown(periods[at]))}</text>'


def _shown(period: str) -> str:
    return (day_of(period) or period) if len(period) == 10 else period


def _periods(days: Mapping[str, int]) -> tuple[str, list[str]]:
    """The finest step in which the time from the first to the last day takes at most so many periods, and these."""
    found = sorted(day for day in map(_date, days) if day is not None)
    if not found:
        return "day", sorted(days)
    first, last = found[0], found[-1]
    for step in ("day", "week", "month", "year"):
        periods, at = dict[str, None](), first
        while at <= last and len(periods) <= _MOST:
            periods[_period(at.isoformat(), step)] = None
            at += timedelta(days=1 if step == "day" else 7 if step == "week" else 26)
        periods[_period(last.isoformat(), step)] = None
        if len(periods) <= _MOST or step == "year":
            return step, sorted(periods)
    raise AssertionError("a year fits always")


def _period(day: str, step: str) -> str:
    found = _date(day)
    if found is None or step == "day":
        return day
    if step == "week":
        return (found - timedelta(days=found.weekday())).isoformat()
    return day[:7] if step == "month" else day[:4]


def _date(day: str) -> date | None:
    try:
        return date.fromisoformat(day[:10])
    except ValueError:
        return None
