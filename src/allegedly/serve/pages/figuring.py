"""The figures of many statements as ranges, by what they count and by who claims them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from allegedly.export.csv import figure_words
from allegedly.export.wording import day_of, line_of, one_line
from allegedly.model import Figure, Statement
from allegedly.serve.drawing import svg

_MOST, _ROWS = 8, 14
_WIDTH, _LEFT, _RIGHT, _ROW = 1040, 250, 250, 24


@dataclass(frozen=True, slots=True)
class Given:
    """A figure as somebody gives it: `low` to `high`, `None` open."""

    who: str
    words: str
    low: float | None
    high: float | None
    when: str
    to: str


@dataclass(frozen=True, slots=True)
class Counted:
    """All figures of one thing, and their picture."""

    counted: str
    given: tuple[Given, ...]
    picture: Markup | None


def figures_of(statements: Iterable[Statement]) -> list[Counted]:
    """The figures by what they count, those that most claimants give first; a claimant's same figure once."""
    groups: dict[str, dict[tuple[str, float | None, float | None, str], Given]] = defaultdict(dict)
    names: dict[str, str] = {}
    for number, statement in enumerate(statements):
        line = line_of(number, statement)
        for figure in statement.figures:
            thing = _thing(figure)
            if not thing or (figure.low is None and figure.high is None):
                continue
            names.setdefault(thing.casefold(), thing)
            who = one_line(statement.origin.outlet or statement.origin.name or line.who) if line.bare else line.who
            given = Given(
                who,
                one_line(figure_words(figure)),
                figure.low,
                figure.high,
                day_of(statement.origin.published) or "",
                f"/statements/{statement.id}",
            )
            groups[thing.casefold()].setdefault((who.casefold(), figure.low, figure.high, figure.bound), given)
    several = [(names[key], list(each.values())) for key, each in groups.items() if len({one.who for one in each.values()}) > 1]
    several.sort(key=lambda each: (-len(each[1]), each[0]))
    return [Counted(name, tuple(given[:_ROWS]), _picture(name, given[:_ROWS])) for name, given in several[:_MOST]]


def _thing(figure: Figure) -> str:
    category = one_line(figure.category or "").removeprefix("other")
    return " ".join(part for part in (one_line(figure.counted or ""), category if category else "") if part)


def _picture(name: str, given: Sequence[Given]) -> Markup | None:
    """The figures on one scale: a dot is a number, a bar a range, an arrow an open end."""
    ends = [end for one in given for end in (one.low, one.high) if end is not None and math.isfinite(end)]
    if len(set(ends)) < 2:
        return None
    least, most = min(ends), max(ends)
    wide = least > 0 and most / least > 50

    def place(value: float) -> float:
        share = (math.log(value / least) / math.log(most / least)) if wide else (value - least) / (most - least)
        return _LEFT + 20 + share * (_WIDTH - _LEFT - _RIGHT - 40)

    parts = []
    for row, one in enumerate(given):
        y = 16 + row * _ROW
        low, high = one.low if one.low is not None else one.high, one.high if one.high is not None else one.low
        assert low is not None
        assert high is not None
        start, end = place(low), place(high)
        who = one.who if len(one.who) <= 34 else one.who[:33] + "…"
        parts.append(f'<text class="ink" x="0" y="{y + 4}">{escape(who)}</text>')
        parts.append(f'<line class="axis" x1="{_LEFT}" y1="{y}" x2="{_WIDTH - _RIGHT}" y2="{y}"/>')
        if one.high is None:
            parts.append(f'<path class="thin" d="M{start:.1f} {y}h26m-5-4 5 4-5 4"/>')
        if one.low is None:
            parts.append(f'<path class="thin" d="M{start:.1f} {y}h-26m5-4-5 4 5 4"/>')
        if end > start:
            parts.append(f'<line class="range" x1="{start:.1f}" y1="{y}" x2="{end:.1f}" y2="{y}"/>')
        parts.append(f'<circle class="bar-fill" cx="{start:.1f}" cy="{y}" r="4.5"/>')
        said = ", ".join(part for part in (one.words, one.when) if part)
        parts.append(
            f'<text x="{_WIDTH - _RIGHT + 12}" y="{y + 4}">{escape(said if len(said) <= 36 else said[:35] + "…")}</text>'
        )
    label = f"{name}: " + "; ".join(f"{one.who}, {one.words}" for one in given)
    return svg(parts, _WIDTH, 8 + len(given) * _ROW + 8, label)
