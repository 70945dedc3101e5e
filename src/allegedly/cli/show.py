"""`allegedly show`: a ledger, one of its articles, or a text."""

from __future__ import annotations

from pathlib import Path

import click

from allegedly.cli.confidence import confidence_option
from allegedly.cli.exits import Exit
from allegedly.cli.findings import Printer
from allegedly.cli.inputs import tagger_option
from allegedly.cli.screen import Form, form_of, form_options, say, write
from allegedly.errors import AllegedlyError
from allegedly.model import Findings


@click.command()
@click.argument("target", metavar="LEDGER|TEXT")
@click.argument("article", required=False, metavar="[ARTICLE]")
@form_options
@click.option("--html", "page", metavar="FILE", help="Write one self-contained HTML page (- for standard output).")
@click.option("--explain", "row", type=click.IntRange(1), metavar="ROW", help="Show every field of a row and what it stands on.")
@click.option("--no-text", is_flag=True, help="Leave the article's text out of the JSON; offsets, hashes and quoted words stay.")
@click.option("--full", is_flag=True, help="Show statements whole, however long.")
@click.option("--bare", is_flag=True, help="Show also the article's own sentences with a figure, an event or a hedge.")
@confidence_option
@tagger_option
def show(
    target: str,
    article: str | None,
    form: str | None,
    width: int | None,
    page: str | None,
    row: int | None,
    no_text: bool,
    full: bool,
    bare: bool,
    least: float,
    tagger: str,
) -> Exit:
    """Show a ledger, one of its articles, or a text.

    ARTICLE is an id as `allegedly show LEDGER` lists it, the beginning of one, an address or a file's name.

    \b
    allegedly show ledger.db
    allegedly show ledger.db 3f2a
    allegedly show story.txt --html story.html
    allegedly show story.txt --explain 3
    """
    from allegedly.cli.ledgers import is_ledger

    if is_ledger(target) and article is None:
        if page or row or least:
            raise click.UsageError("name the article of the ledger that is to be shown")
        return _contents(target, form_of(form), width)
    findings = _found(target, tagger) if article is None else _kept(target, article)
    if page is not None:
        return _write_page(findings, page, least)
    if row is not None:
        from allegedly.cli.explain import explain

        return explain(findings, row, form_of(form), width)
    printer = Printer(form_of(form), width, text=not no_text, whole=full, least=least, bare=bare)
    printer.findings(findings)
    printer.close()
    return Exit.DONE


def _contents(path: str, form: Form, width: int | None) -> Exit:
    from allegedly.cli.contents import print_contents
    from allegedly.cli.ledgers import open_ledger

    with open_ledger(path) as opened:
        return print_contents(opened, path, form, width)


def _kept(path: str, reference: str) -> Findings:
    from allegedly.cli.ledgers import open_ledger

    with open_ledger(path) as opened:
        return opened.article(reference)


def _found(name: str, tagger: str) -> Findings:
    from allegedly.cli.inputs import Given, Texts
    from allegedly.model import Skipped
    from allegedly.reading import find, load_tagger

    articles = list(Texts([name], Given()))
    if len(articles) != 1:
        raise AllegedlyError(f"{name} holds {len(articles)} articles, expected one; `allegedly read` shows several")
    if isinstance(articles[0], Skipped):
        raise AllegedlyError(f"{name}: {articles[0].reason}")
    return find(articles[0], load_tagger(tagger, articles[0].language))


def _write_page(findings: Findings, path: str, least: float) -> Exit:
    from allegedly.export.page import page_of

    page = page_of(findings, least)
    if path == "-":
        write(page)
    else:
        Path(path).write_text(page, encoding="utf-8", errors="backslashreplace")
        say(f"wrote {path}")
    return Exit.DONE
