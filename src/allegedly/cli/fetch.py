"""`allegedly fetch`: captures pages and feeds into a web archive."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from allegedly.cli.exits import Exit
from allegedly.cli.fetching import Asking, Options, fetch_options
from allegedly.cli.screen import Form, form_of, say, say_skipped, write, write_json
from allegedly.model import Skipped

if TYPE_CHECKING:
    from allegedly.fetch.harvest import Captured


@click.command()
@click.argument("urls", nargs=-1, required=True, metavar="URLS…")
@fetch_options
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
def fetch(urls: tuple[str, ...], form: str | None, **asking: Unpack[Options]) -> Exit:
    """Capture pages, and feeds with what they lead to, into a web archive; nothing is read.

    What has not changed since its last capture is kept as a note that it has not. `allegedly add` reads the archive.
    Needs the extra "web".

    \b
    allegedly fetch https://courier.example/feed.xml --into courier.warc.gz
    allegedly add ledger.db courier.warc.gz
    """
    ways = Asking(**asking)
    counts: Counter[str] = Counter()
    chosen = form_of(form)
    with ways.harvest() as harvest, harvest.open():
        for found in harvest.captures(urls):
            if isinstance(found, Skipped):
                counts["skipped"] += 1
                say_skipped(found)
            else:
                counts[found.news] += 1
                _show(found, str(ways.into), chosen)
    say(f"{ways.into}: {_counted(counts)}")
    return Exit.SKIPPED if counts["skipped"] else Exit.DONE


def _show(found: Captured, archive: str, form: str) -> None:
    capture = found.capture
    if form == Form.TABLE:
        name = f"{Path(archive).name}#{capture.offset}"
        write(f"{found.news:<9}  {capture.when}  {name}  {capture.url}\n")
        return
    write_json(
        {
            "url": capture.url,
            "asked": found.url,
            "news": str(found.news),
            "when": capture.when,
            "media_type": capture.media_type,
            "feed": found.is_feed,
            "archive": archive,
            "offset": capture.offset,
            "digest": capture.digest,
        }
    )


def _counted(counts: Counter[str]) -> str:
    names = ("new", "changed", "unchanged", "skipped")
    return ", ".join(f"{counts[name]:,} {name}" for name in names if counts[name]) or "nothing to fetch"
