"""A timeline as one self-contained page: a bar for each day, and under it what happened."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from html import escape

from allegedly.export.shell import page_around
from allegedly.export.timelining import Happening, Moment, days_of
from allegedly.export.wording import counted, day_of

MARKS = {
    Happening.FIRST_SAID: "●",
    Happening.TAKEN_UP: "○",
    Happening.REPRINTED: "▫",
    Happening.DENIED: "◆",
    Happening.CORRECTED: "◈",
    Happening.CONFIRMED: "▲",
    Happening.PUBLISHED: "—",
    Happening.NEW_VERSION: "↻",
}
"""A mark for each, told by its shape as well as by its colour."""


def timeline_page_of(moments: Sequence[Moment], statements: Counter[str], title: str) -> str:
    """The page; `statements` counts what was said on each day."""
    days = days_of(moments, statements)
    most = max(statements.values(), default=0)
    used = [what for what in Happening if any(moment.what is what for moment in moments)]
    legend = "".join(f'<li><span class="{_name(what)}" aria-hidden="true">{MARKS[what]}</span> {what}</li>' for what in used)
    listed = "\n".join(_day(day, each, statements.get(day, 0), most) for day, each in days)
    return page_around(
        f'<ul class="legend">{legend}</ul>\n<ol class="days">\n{listed}\n</ol>',
        title=f"Timeline: {title}",
        heading=title,
        tally=f"{counted(sum(statements.values()), 'statement')} on {counted(len(days), 'day')}",
        foot="Every word is a slice of its article. The page says who said what when, not which of them is right.",
        styles=("page.css", "timeline.css"),
        name="timeline",
    )


def _day(day: str, moments: Sequence[Moment], statements: int, most: int) -> str:
    width = round(1000 * statements / most) if most else 0
    bar = (
        f'<svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" aria-label="{counted(statements, "statement")}">'
        f'<rect width="{max(4, width)}" height="10"/></svg>'
        if statements
        else ""
    )
    entries = "\n".join(map(_entry, moments))
    return (
        f"<li><h2>{escape(day_of(day) or 'no day')} <small>{counted(statements, 'statement')}</small></h2>{bar}\n"
        f"<ul>\n{entries}\n</ul></li>"
    )


def _entry(moment: Moment) -> str:
    more = f" <small>and {moment.more:,} more</small>" if moment.more else ""
    of = f' <p class="of" dir="auto">→ {escape(moment.of)}{more}</p>' if moment.of else ""
    outlet = f' <small dir="auto">{escape(moment.outlet)}</small>' if moment.outlet and moment.outlet not in moment.who else ""
    return (
        f'<li class="{_name(moment.what)}"><span class="mark" aria-hidden="true">{MARKS[moment.what]}</span>'
        f'<span class="what">{moment.what}</span> <b dir="auto">{escape(moment.who)}</b>{outlet}'
        f'<p dir="auto">{escape(moment.words)}</p>{of}</li>'
    )


def _name(what: Happening) -> str:
    return str(what).replace(" ", "-")
