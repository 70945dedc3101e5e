"""`allegedly drift`: what changed from one version of a story to another."""

from __future__ import annotations

from pathlib import Path

import click

from allegedly.cli.exits import Exit
from allegedly.cli.inputs import tagger_option
from allegedly.cli.screen import Form, form_of, say, write


@click.command()
@click.argument("before", metavar="A")
@click.argument("after", metavar="B")
@click.option("--ledger", metavar="LEDGER", help="Take A and B from this ledger: ids as `allegedly show` lists them.")
@click.option("--table", "form", flag_value=Form.TABLE.value, help="A table, also when piped.")
@click.option("--json", "form", flag_value=Form.JSON.value, help="JSON lines, also in a terminal.")
@click.option("--html", "page", metavar="FILE", help="Write one self-contained HTML page (- for standard output).")
@click.option("--width", type=click.IntRange(40, 1000), metavar="COLUMNS", help="Width of the table (the terminal's).")
@click.option("--all", "everything", is_flag=True, help="Also show the sentences that are only in one of the two.")
@tagger_option
def drift(
    before: str,
    after: str,
    ledger: str | None,
    form: str | None,
    page: str | None,
    width: int | None,
    everything: bool,
    tagger: str,
) -> Exit:
    """Show what changed from one version of a story to another.

    A and B are texts, or with --ledger articles of a ledger. The gravest changes come first: words inside quotation marks,
    figures, negation, who acts, who says it, how surely. Other words for the same are no change.

    \b
    allegedly drift wire.txt rewrite.txt
    allegedly drift 3f2a 9b01 --ledger news.db --html drift.html
    """
    from allegedly.cli.pair import kept_or_found
    from allegedly.languages import load_language
    from allegedly.link import find_drift
    from allegedly.pipeline import lay_out

    one, other = kept_or_found(before, after, ledger, tagger)
    versions = find_drift(lay_out(one), lay_out(other), load_language(one.article.language))
    if page is None:
        from allegedly.cli.drift_table import print_drift

        return print_drift(versions, form_of(form), width, everything)
    from allegedly.export.drift_page import drift_page_of

    if page == "-":
        write(drift_page_of(versions))
    else:
        Path(page).write_text(drift_page_of(versions), encoding="utf-8", errors="backslashreplace")
        say(f"wrote {page}")
    return Exit.DONE
