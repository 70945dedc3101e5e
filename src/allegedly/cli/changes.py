"""`allegedly changes`: what is new in a ledger since a day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta

import click

from allegedly.cli.exits import Exit
from allegedly.cli.screen import Form, console, draw, form_of, say, write_json

_AGO = re.compile(r"(\d{1,4}) ?(d|days?|w|weeks?)(?: ago)?")


class Day(click.ParamType[date]):
    """A day: 2026-11-20, today, yesterday, 3 days, 2 weeks."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day that is meant; an error where none is."""
        if isinstance(value, date):
            return value
        words, today = str(value).strip().lower(), datetime.now(UTC).astimezone().date()
        if words in ("today", "yesterday"):
            return today - timedelta(days=words == "yesterday")
        ago = _AGO.fullmatch(words)
        if ago:
            return today - timedelta(days=int(ago[1]) * (7 if ago[2].startswith("w") else 1))
        try:
            return date.fromisoformat(words)
        except ValueError:
            self.fail(f"{value!r} is no day; expected 2026-11-20, today, yesterday, 3 days or 2 weeks", param, ctx)


@click.command()
@click.argument("ledger")
@click.option("--since", type=Day(), default="yesterday", show_default=True, metavar="DAY", help="A day, or 3 days, 2 weeks.")
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
def changes(ledger: str, since: date, form: str | None, width: int | None) -> Exit:
    """Show what is new in a ledger since a day.

    That is articles and new versions, claims first made or taken up, denials, corrections and confirmations. Days are those of
    publication; an article without a date is never new.

    \b
    allegedly changes news.db --since yesterday
    allegedly changes news.db --since 2026-11-20 --json
    """
    from allegedly.cli.linked import open_linked
    from allegedly.cli.timeline import table_of
    from allegedly.export.timelining import articles_as_moments, moment_to_json, moments_of
    from allegedly.export.wording import counted
    from allegedly.store.store import Selection

    with open_linked(ledger) as opened:
        entries = list(opened.articles())
        origins = {entry.article: entry.origin for entry in entries}
        new = [entry for entry in entries if (entry.origin.published or "")[:10] >= since.isoformat()]
        counts = Counter((one.origin.published or "")[:10] for one in opened.statements(Selection(since=since)))
        happened = moments_of(opened.claims(), origins, {entry.article for entry in new})
    published = articles_as_moments((entry.article, entry.origin, entry.version) for entry in new)
    moments = (*published, *happened)
    if form_of(form) is Form.JSON:
        for moment in sorted(moments, key=lambda each: each.day):
            write_json(moment_to_json(moment))
    elif moments:
        draw(console(width), table_of(moments, counts))
    told = Counter(str(moment.what) for moment in happened)
    parts = [counted(len(new), "article"), counted(counts.total(), "statement"), *(f"{n:,} {what}" for what, n in told.items())]
    say(f"since {since.isoformat()}: {', '.join(parts)}")
    return Exit.DONE
